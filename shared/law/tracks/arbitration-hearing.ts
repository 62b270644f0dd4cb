import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { move } from './transition.ts';
import type { Transition } from './types.ts';

const inProgress = ['accepted', 'defence', 'ready', 'outside-mediation', 'scheduled', 'heard', 'partial'];
const awarded = ['awarded', 'awarded-final', 'awarded-nonfinal', 'awarded-both'];
const untilAward = ['accepted', 'defence', 'ready', 'scheduled', 'heard', 'partial', 'mediated', 'suspended'];
const awardDocuments = [
  say('裁决书（注明终局或非终局）', 'award (stating whether it is final)'),
  say('送达回证', 'proof of service'),
];

/** From the hearing to the closed file. */
export const hearingTransitions: readonly Transition[] = [
  move({
    event: 'entrusted-mediation',
    words: say('委托调解', 'mediation entrusted'),
    actor: 'commission',
    from: ['accepted', 'defence', 'ready'],
    to: 'outside-mediation',
    guard: say('双方同意，开庭前', 'both agree, before the hearing'),
    documents: [say('委托调解函', 'letter entrusting mediation')],
    opens: ['med-arb-entrust'],
  }),
  move({
    event: 'entrusted-mediation-ended',
    words: say('委托调解未成', 'entrusted mediation failed'),
    actor: 'mediation-body',
    from: ['outside-mediation'],
    to: 'ready',
    documents: [say('委托调解情况函', 'letter on the entrusted mediation')],
    closes: ['med-arb-entrust'],
  }),
  move({
    event: 'hearing-set',
    words: say('确定开庭日期', 'hearing fixed'),
    actor: 'commission',
    from: ['ready', 'accepted', 'defence', 'scheduled', 'heard', 'partial'],
    to: 'scheduled',
    documents: [say('开庭通知书', 'notice of hearing')],
    opens: ['arb-hearing-notice', 'arb-postpone-request', 'arb-recuse-request'],
  }),
  move({
    event: 'hearing-postponed',
    words: say('延期开庭', 'hearing postponed'),
    actor: 'commission',
    from: ['scheduled'],
    to: 'ready',
    documents: [say('延期开庭通知书', 'notice of postponement')],
    closes: ['arb-hearing-notice', 'arb-postpone-request', 'arb-recuse-request'],
  }),
  move({
    event: 'applicant-absent',
    words: say('申请人无正当理由不到庭', 'applicant absent without cause'),
    actor: 'applicant',
    from: ['scheduled'],
    to: 'deemed-withdrawn',
    documents: [say('按撤回处理决定书', 'decision deeming it withdrawn')],
    source: cite('caseRules', '39'),
  }),
  move({
    event: 'respondent-absent',
    words: say('被申请人缺席，缺席审理', 'respondent absent, heard by default'),
    actor: 'respondent',
    from: ['scheduled'],
    to: 'heard',
    documents: [say('庭审笔录', 'record of the hearing')],
    source: cite('mediationArbitrationLaw', '36(2)'),
  }),
  move({
    event: 'hearing-held',
    words: say('开庭审理', 'hearing held'),
    actor: 'commission',
    from: ['scheduled', 'heard', 'partial'],
    to: 'heard',
    documents: [say('庭审笔录', 'record of the hearing'), say('评议记录', 'record of deliberation')],
  }),
  move({
    event: 'suspended',
    words: say('中止审理', 'suspended'),
    actor: 'commission',
    from: inProgress,
    to: 'suspended',
    documents: [
      say('中止审理审批表', 'approval of suspension'),
      say('中止审理通知书', 'notice of suspension'),
    ],
    source: cite('caseRules', '47'),
  }),
  move({
    event: 'resumed',
    words: say('恢复审理', 'resumed'),
    actor: 'commission',
    from: ['suspended'],
    to: 'previous',
    documents: [say('恢复审理通知书', 'notice of resumption')],
    source: cite('caseRules', '47'),
  }),
  move({
    event: 'extension-approved',
    words: say('批准延期审理', 'extension approved'),
    actor: 'commission',
    from: 'any-open',
    to: 'same',
    documents: [say('延期审理审批表', 'approval of extension'), say('延期审理通知书', 'notice of extension')],
  }),
  move({
    event: 'converted-to-ordinary',
    words: say('简易处理转一般程序', 'simple handling converted'),
    actor: 'commission',
    from: 'any-open',
    to: 'same',
    documents: [say('转一般程序告知书', 'notice of conversion')],
  }),
  move({
    event: 'withdrawn',
    words: say('申请人撤回申请', 'application withdrawn'),
    actor: 'applicant',
    from: 'any-open',
    to: 'withdrawn',
    documents: [
      say('撤回仲裁申请书', 'request to withdraw'),
      say('准予撤回决定书', 'decision on withdrawal'),
    ],
    source: cite('caseRules', '35'),
    opens: ['lim-general', 'lim-wage-ended'],
    closes: ['arb-award'],
  }),
  move({
    event: 'case-cancelled',
    words: say('撤销案件', 'case cancelled'),
    actor: 'commission',
    from: inProgress,
    to: 'cancelled',
    documents: [say('撤销案件决定书', 'decision to cancel')],
    opens: ['arb-cancel-case'],
    closes: ['arb-award'],
  }),
  move({
    event: 'settled',
    words: say('庭内达成调解', 'settled before the tribunal'),
    actor: 'either-party',
    from: ['heard', 'ready', 'scheduled', 'defence', 'accepted', 'outside-mediation', 'partial'],
    to: 'mediated',
    documents: [say('仲裁调解书', 'mediation document')],
  }),
  move({
    event: 'mediation-signed',
    words: say('双方签收调解书', 'mediation document signed by both'),
    actor: 'either-party',
    from: ['mediated'],
    to: 'mediation-effective',
    documents: [say('送达回证', 'proof of service')],
    opens: ['enf-apply'],
    closes: ['arb-award'],
  }),
  move({
    event: 'mediation-repudiated',
    words: say('签收前一方反悔', 'a party repudiates before signing'),
    actor: 'either-party',
    from: ['mediated'],
    to: 'heard',
    documents: [say('笔录', 'record')],
  }),
  move({
    event: 'partial-award-made',
    words: say('先行裁决', 'partial award'),
    actor: 'commission',
    from: ['heard'],
    to: 'partial',
    documents: [say('先行裁决书', 'partial award')],
  }),
  move({
    event: 'prior-enforcement-awarded',
    words: say('裁决先予执行', 'prior enforcement granted'),
    actor: 'commission',
    from: 'any-open',
    to: 'same',
    documents: [
      say('先予执行裁决书', 'award of prior enforcement'),
      say('移送执行函', 'letter to the court'),
    ],
  }),
  move({
    event: 'award-made',
    words: say('作出裁决', 'award made'),
    actor: 'commission',
    from: untilAward,
    to: 'awarded',
    documents: awardDocuments,
    closes: ['arb-award'],
  }),
  move({
    event: 'award-made-final',
    words: say('作出终局裁决', 'final award made'),
    actor: 'commission',
    from: untilAward,
    to: 'awarded-final',
    documents: awardDocuments,
    closes: ['arb-award'],
  }),
  move({
    event: 'award-made-nonfinal',
    words: say('作出非终局裁决', 'non-final award made'),
    actor: 'commission',
    from: untilAward,
    to: 'awarded-nonfinal',
    documents: awardDocuments,
    closes: ['arb-award'],
  }),
  move({
    event: 'award-made-both',
    words: say('分别作出终局与非终局裁决', 'final and non-final awards made'),
    actor: 'commission',
    from: untilAward,
    to: 'awarded-both',
    documents: awardDocuments,
    closes: ['arb-award'],
  }),
  ...(['applicant', 'respondent'] as const).flatMap((party): Transition[] => {
    const event = `award-received-by-${party}`;
    const words =
      party === 'applicant'
        ? say('申请人收到裁决书', 'applicant receives the award')
        : say('被申请人收到裁决书', 'respondent receives the award');
    const opens = ['suit-nonfinal', 'suit-final-worker', 'setaside'];
    const documents = [say('送达回证', 'proof of service')];
    return [
      move({ event, words, actor: party, from: awarded, to: 'same', documents, opens }),
      move({ event, words, actor: party, from: untilAward, to: 'awarded', documents, opens }),
    ];
  }),
  move({
    event: 'award-corrected',
    words: say('补正裁决书', 'award corrected'),
    actor: 'commission',
    from: awarded,
    to: 'same',
    documents: [say('补正决定书', 'decision correcting the award')],
  }),
  move({
    event: 'terminated',
    words: say('终止审理', 'terminated'),
    actor: 'commission',
    from: 'any-open',
    to: 'terminated',
    guard: say('审理期限届满且法院已受理起诉', 'the period is over and the court has taken the suit'),
    documents: [say('终止审理决定书', 'decision to terminate')],
    source: cite('caseRules', '48'),
    closes: ['arb-award'],
  }),
  move({
    event: 'archived',
    words: say('结案归档', 'archived'),
    actor: 'commission',
    from: 'any',
    to: 'archived',
    documents: [say('结案审批表', 'approval of closing'), say('案卷正卷、副卷', 'main and internal files')],
    opens: ['arb-archive', 'arb-archive-other'],
  }),
];
