import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { demands, suspensions } from './common-facts.ts';
import { closedState, factsWhen, move, openState, plan } from './transition.ts';
import type { CaseEvent, Plans, TrackDefinition } from './types.ts';

const law = (article: string) => cite('civilProcedureLaw', article);
const over = [
  'paid-in-full',
  'enforcement-withdrawn',
  'enforcement-terminated',
  'nonenforcement-ruled',
  'enforcement-ended-this-time',
];

/** Enforcement (强制执行). */
export const enforcementTrack: TrackDefinition = {
  id: 'enforcement',
  title: say('强制执行', 'Enforcement'),
  initial: openState('not-due', '未到履行期', 'Not due', 'award-effective'),
  states: [
    openState('effective', '文书已生效', 'Effective', 'award-performance-due'),
    openState('due', '履行期满未付', 'Due and unpaid', 'enforcement-applied'),
    openState('filed', '已申请执行', 'Filed', 'enforcement-notice-issued'),
    openState('executing', '执行中', 'Executing', 'paid-in-full'),
    openState('stayed', '中止执行', 'Stayed', 'enforcement-resumed'),
    closedState('refused', '不予执行', 'Refused', 'nonenforcement-ruling-received'),
    closedState('ended-this-time', '终结本次执行', 'Ended for lack of property'),
    closedState('closed', '执行完毕或终结', 'Closed'),
  ],
  transitions: [
    move({
      event: 'award-effective',
      words: say('裁决书、调解书、判决书生效', 'document effective'),
      actor: 'either-party',
      from: 'start',
      to: 'effective',
      source: cite('civilProcedureLaw', '235'),
      documents: [say('生效证明', 'certificate of effect')],
    }),
    move({
      event: 'award-performance-due',
      words: say('履行期间届满', 'performance period ends'),
      actor: 'employer',
      from: ['not-due', 'effective'],
      to: 'due',
      opens: ['enf-apply'],
    }),
    move({
      event: 'enforcement-applied',
      words: say('申请强制执行', 'enforcement applied for'),
      actor: 'creditor',
      from: ['effective', 'due', 'ended-this-time'],
      to: 'filed',
      documents: [
        say('强制执行申请书', 'application'),
        say('执行依据', 'document to be enforced'),
        say('生效证明', 'certificate of effect'),
      ],
      opens: ['enf-notice', 'enf-6mo'],
      closes: ['enf-apply'],
    }),
    move({
      event: 'enforcement-notice-issued',
      words: say('发出执行通知，查控财产', 'notice issued, assets searched'),
      actor: 'court',
      from: ['filed'],
      to: 'executing',
      documents: [say('执行通知书', 'enforcement notice'), say('报告财产令', 'order to report assets')],
      closes: ['enf-notice'],
    }),
    move({
      event: 'enforcement-stayed',
      words: say('中止执行', 'stayed'),
      actor: 'court',
      from: ['filed', 'executing'],
      to: 'stayed',
      documents: [say('中止执行裁定书', 'ruling of stay')],
      source: law('267'),
    }),
    move({
      event: 'enforcement-deferred',
      words: say('被执行人提供担保，暂缓执行', 'put off against security'),
      actor: 'court',
      from: ['filed', 'executing'],
      to: 'stayed',
      guard: say('经申请执行人同意', 'with the creditor’s consent'),
      documents: [say('暂缓执行决定书', 'decision to put it off')],
      source: law('242'),
    }),
    move({
      event: 'enforcement-resumed',
      words: say('恢复执行', 'resumed'),
      actor: 'court',
      from: ['stayed'],
      to: 'previous',
      documents: [say('恢复执行通知', 'notice of resumption')],
      source: law('267'),
    }),
    move({
      event: 'enforcement-settlement',
      words: say('达成执行和解', 'enforcement settlement'),
      actor: 'either-party',
      from: ['due', 'filed', 'executing', 'stayed'],
      to: 'same',
      source: cite('enforcementInterpretation', '20'),
      documents: [say('执行和解协议', 'settlement')],
    }),
    move({
      event: 'enforcement-objected',
      words: say('提出执行异议', 'objection made'),
      actor: 'either-party',
      from: ['filed', 'executing', 'stayed'],
      to: 'same',
      documents: [say('执行异议书', 'objection')],
      opens: ['enf-objection'],
    }),
    move({
      event: 'objection-ruling-served',
      words: say('异议裁定送达', 'ruling on the objection served'),
      actor: 'court',
      from: ['filed', 'executing', 'stayed'],
      to: 'same',
      requires: ['enforcement-objected'],
      documents: [say('执行异议裁定书', 'ruling on the objection')],
      opens: ['enf-objection-review'],
      closes: ['enf-objection'],
    }),
    move({
      event: 'nonenforcement-ruled',
      words: say('裁定不予执行', 'enforcement refused'),
      actor: 'court',
      from: ['filed', 'executing', 'stayed'],
      to: 'refused',
      documents: [say('不予执行裁定书', 'ruling')],
      opens: ['suit-after-nonenforce'],
    }),
    move({
      event: 'nonenforcement-ruling-received',
      words: say('收到不予执行裁定', 'ruling refusing enforcement received'),
      actor: 'either-party',
      from: ['refused'],
      to: 'same',
      documents: [say('送达回证', 'proof of service')],
      opens: ['suit-after-nonenforce'],
    }),
    move({
      event: 'enforcement-ended-this-time',
      words: say('无财产可供执行，终结本次执行', 'no property, ended for now'),
      actor: 'court',
      from: ['executing'],
      to: 'ended-this-time',
      source: cite('civilProcedureInterpretation', '517'),
      documents: [say('终结本次执行程序裁定书', 'ruling')],
    }),
    move({
      event: 'paid-in-full',
      words: say('全部履行', 'paid in full'),
      actor: 'employer',
      from: ['effective', 'due', 'filed', 'executing', 'stayed', 'ended-this-time'],
      to: 'closed',
      documents: [say('结案通知书', 'notice of closing')],
      closes: ['enf-apply'],
    }),
    move({
      event: 'enforcement-withdrawn',
      words: say('申请人撤销申请，终结执行', 'creditor withdraws, enforcement ends'),
      actor: 'creditor',
      from: ['filed', 'executing', 'stayed'],
      to: 'closed',
      documents: [say('终结执行裁定书', 'ruling')],
      source: law('268'),
    }),
    move({
      event: 'enforcement-terminated',
      words: say('执行依据被撤销等，终结执行', 'document annulled or another ground, enforcement ends'),
      actor: 'court',
      from: ['filed', 'executing', 'stayed', 'ended-this-time'],
      to: 'closed',
      guard: say(
        '据以执行的文书被撤销；被执行的公民死亡，无遗产可供执行又无义务承担人等',
        'the document was annulled; the debtor died without estate or successor, and the like',
      ),
      documents: [say('终结执行裁定书', 'ruling')],
      source: law('268'),
    }),
  ],
  facts: [
    // The right to enforce has an article of its own on what interrupts it.
    ...demands.map((fact) => ({ ...fact, source: cite('enforcementInterpretation', '20') })),
    ...suspensions(cite('enforcementInterpretation', '19')),
    ...factsWhen(
      {
        from: ['filed', 'executing', 'stayed'],
        why: say('须先申请执行', 'enforcement has to have been applied for'),
        source: law('237'),
      },
      ['higher-court-applied', '向上一级法院申请执行', 'higher court applied to'],
      [
        'objection-review-applied',
        '对异议裁定申请复议',
        'reconsideration applied for',
        { source: law('236'), requires: ['objection-ruling-served'] },
      ],
    ),
    ...factsWhen(
      {
        from: ['refused'],
        why: say('须先裁定不予执行', 'enforcement has to have been refused'),
        source: cite('labourInterpretation1', '24(2)'),
      },
      ['suit-filed-after-nonenforcement', '不予执行后起诉', 'suit after refusal'],
    ),
  ],
  plansFor: (_facts, events) => plansFor(events),
};

/** Two years from the end of the performance period; where none was set, from the day the document took effect (art. 250). */
function plansFor(events: readonly CaseEvent[]): Plans {
  const start = events.some((e) => e.type === 'award-performance-due')
    ? 'award-performance-due'
    : 'award-effective';
  const obligations = [
    plan('enf-apply', 'right', [start], ['enforcement-applied'], {
      endedBy: ['paid-in-full'],
      interruptedBy: ['demand-made', 'promise-made', 'enforcement-settlement'],
      pausedBy: [['limitation-suspended', 'limitation-resumed']],
    }),
    plan('enf-notice', 'duty', ['enforcement-applied'], ['enforcement-notice-issued'], { endedBy: over }),
    plan('enf-6mo', 'right', ['enforcement-applied'], ['higher-court-applied'], { endedBy: over }),
    plan('enf-objection', 'duty', ['enforcement-objected'], ['objection-ruling-served'], { endedBy: over }),
    plan('enf-objection-review', 'right', ['objection-ruling-served'], ['objection-review-applied']),
    plan(
      'suit-after-nonenforce',
      'right',
      ['nonenforcement-ruling-received'],
      ['suit-filed-after-nonenforcement'],
    ),
  ];
  return { obligations, withoutLimit: [] };
}
