import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { watchingLimitation } from './limitation.ts';
import { inOrder } from './order.ts';
import {
  closedState,
  factsWhen,
  move,
  openState,
  plainTrack,
  plan,
  type TransitionRow,
} from './transition.ts';
import type { CaseEvent, ObligationPlan, TrackDefinition, Transition } from './types.ts';

const decided = ['aid-granted', 'aid-refused'];
const openedForAssignment = ['aid-granted', 'aid-objection-upheld'];
const engagementPapers = [say('委托代理协议', 'agency agreement'), say('授权委托书', 'power of attorney')];

const grant = (
  from: readonly string[],
  to: string,
  further: Pick<TransitionRow, 'opens' | 'requires' | 'barredBy'>,
): Transition =>
  move({
    event: 'aid-granted',
    words: say('决定给予法律援助', 'legal aid granted'),
    actor: 'legal-aid-agency',
    from,
    to,
    documents: [say('给予法律援助决定书', 'decision to grant')],
    closes: ['la-decide'],
    ...further,
  });

/** A grant after aid at once finds the lawyer assigned: the time for assigning was kept before it began. */
function assignPlan(events: readonly CaseEvent[]): ObligationPlan {
  const opener = inOrder(events).findLast((e) => openedForAssignment.includes(e.type));
  const atOnce = opener?.type === 'aid-granted' && events.some((e) => e.type === 'aid-urgent-assigned');
  return plan(
    'la-assign',
    'duty',
    openedForAssignment,
    atOnce ? ['aid-assigned', 'aid-urgent-assigned'] : ['aid-assigned'],
    { endedBy: ['aid-terminated'], ...(atOnce && { lookBack: true }) },
  );
}

const aidMoves: TrackDefinition = plainTrack({
  id: 'legal-aid',
  title: say('法律援助', 'Legal aid'),
  initial: openState('not-applied', '未申请援助', 'Not applied for', 'aid-applied'),
  states: [
    openState('applied', '审查中', 'Under review', 'aid-granted'),
    openState('supplement', '待补充材料', 'Papers missing', 'aid-supplemented'),
    closedState('deemed-withdrawn', '视为撤回', 'Deemed withdrawn'),
    openState('urgent', '先行援助', 'Aid at once', 'aid-granted'),
    openState('granted', '已决定援助', 'Granted', 'aid-assigned'),
    closedState('refused', '不予援助', 'Refused'),
    openState('assigned', '已指派', 'Assigned', 'aid-signed'),
    openState('active', '办理中', 'Active', 'aid-result-received'),
    closedState('terminated', '终止援助', 'Terminated'),
    openState('objected', '异议审查中', 'Objected to', 'aid-objection-upheld'),
    openState('closing', '待结案归档', 'Closing', 'aid-file-submitted'),
    openState('file-review', '结案材料审查', 'File under review', 'aid-closed'),
    closedState('closed', '已结案', 'Closed'),
  ],
  transitions: [
    move({
      event: 'aid-applied',
      words: say('申请法律援助', 'legal aid applied for'),
      actor: 'worker',
      from: ['not-applied', 'deemed-withdrawn', 'refused'],
      to: 'applied',
      documents: [
        say('法律援助申请表', 'application'),
        say(
          '经济困难状况说明表或诚信承诺书（免予核查的附证明）',
          'hardship statement or pledge (or proof of exemption)',
        ),
      ],
      opens: ['la-decide'],
    }),
    move({
      event: 'aid-supplement-requested',
      words: say('一次性告知补充材料', 'papers asked for'),
      actor: 'legal-aid-agency',
      from: ['applied'],
      to: 'supplement',
      source: cite('legalAidLaw', '43(2)'),
      documents: [say('一次性补充材料通知书', 'notice of missing papers')],
    }),
    move({
      event: 'aid-supplemented',
      words: say('材料补齐', 'papers supplied'),
      actor: 'worker',
      from: ['supplement'],
      to: 'applied',
      documents: [say('补充的材料', 'papers supplied')],
      opens: ['la-decide'],
    }),
    move({
      event: 'aid-deemed-withdrawn',
      words: say('未补充，视为撤回', 'not supplied, deemed withdrawn'),
      actor: 'legal-aid-agency',
      from: ['supplement'],
      to: 'deemed-withdrawn',
      documents: [say('记录', 'record')],
      closes: ['la-decide'],
    }),
    move({
      event: 'aid-urgent',
      words: say('先行提供法律援助', 'aid given at once'),
      actor: 'legal-aid-agency',
      from: ['applied', 'supplement'],
      to: 'urgent',
      source: cite('legalAidLaw', '44'),
      guard: say(
        '距时效或期限届满不足七日，或紧急保全、先予执行',
        'fewer than 7 days left, or urgent preservation or prior enforcement',
      ),
      documents: [say('先行提供法律援助决定', 'decision on immediate aid')],
    }),
    // Aid at once goes to a lawyer before it is decided on (art. 44): the stage stays, the time for the agreement runs.
    move({
      event: 'aid-urgent-assigned',
      words: say('先行指派', 'assigned at once'),
      actor: 'legal-aid-agency',
      from: ['urgent'],
      to: 'same',
      barredBy: ['aid-urgent-assigned'],
      documents: [say('指派通知书', 'notice of assignment')],
      opens: ['la-sign'],
    }),
    grant(['applied'], 'granted', { opens: ['la-assign'] }),
    grant(['urgent'], 'granted', {
      opens: ['la-assign'],
      barredBy: ['aid-urgent-assigned', 'aid-signed'],
    }),
    // Whoever was assigned at once stays: nothing is assigned a second time.
    grant(['urgent'], 'assigned', { requires: ['aid-urgent-assigned'], barredBy: ['aid-signed'] }),
    grant(['urgent'], 'active', { requires: ['aid-signed'] }),
    move({
      event: 'aid-refused',
      words: say('决定不予法律援助', 'legal aid refused'),
      actor: 'legal-aid-agency',
      from: ['applied', 'urgent'],
      to: 'refused',
      documents: [say('不予法律援助决定书', 'decision to refuse')],
      opens: ['la-objection'],
      closes: ['la-decide'],
    }),
    move({
      event: 'aid-assigned',
      words: say('指派', 'assigned'),
      actor: 'legal-aid-agency',
      from: ['granted'],
      to: 'assigned',
      documents: [say('指派通知书', 'notice of assignment')],
      opens: ['la-sign'],
      closes: ['la-assign'],
    }),
    move({
      event: 'aid-signed',
      words: say('签订委托代理协议', 'agreement signed'),
      actor: 'lawyer',
      from: ['assigned'],
      to: 'active',
      documents: engagementPapers,
      closes: ['la-sign'],
    }),
    move({
      event: 'aid-signed',
      words: say('签订委托代理协议', 'agreement signed'),
      actor: 'lawyer',
      from: ['urgent'],
      to: 'same',
      requires: ['aid-urgent-assigned'],
      documents: engagementPapers,
      closes: ['la-sign'],
    }),
    move({
      event: 'aid-lawyer-changed',
      words: say('更换承办人员', 'lawyer changed'),
      actor: 'legal-aid-agency',
      // Also before anything was signed: the firm declines, or there is a conflict.
      from: ['assigned', 'active'],
      to: 'assigned',
      documents: [say('更换通知', 'notice of change')],
      opens: ['la-sign'],
    }),
    move({
      event: 'aid-lawyer-changed',
      words: say('更换承办人员', 'lawyer changed'),
      actor: 'legal-aid-agency',
      from: ['urgent'],
      to: 'same',
      requires: ['aid-urgent-assigned'],
      documents: [say('更换通知', 'notice of change')],
      opens: ['la-sign'],
    }),
    move({
      event: 'aid-terminated',
      words: say('终止法律援助', 'terminated'),
      actor: 'legal-aid-agency',
      from: ['urgent', 'granted', 'assigned', 'active'],
      to: 'terminated',
      guard: say(
        '受援人有正当理由要求终止、自行委托代理人，案件终止审理或者被撤销等',
        'the recipient asks for it with good reason or retains counsel, the case was ended, and the like',
      ),
      documents: [say('终止法律援助决定书', 'decision to terminate')],
      source: cite('legalAidLaw', '48'),
      opens: ['la-objection'],
    }),
    move({
      event: 'aid-objected',
      words: say('向司法行政部门提出异议', 'objection made'),
      actor: 'worker',
      from: ['refused', 'terminated'],
      to: 'objected',
      documents: [say('异议书', 'objection')],
      opens: ['la-objection-decide'],
      closes: ['la-objection'],
    }),
    move({
      event: 'aid-objection-upheld',
      words: say('异议成立，责令改正', 'objection upheld'),
      actor: 'judicial-bureau',
      from: ['objected'],
      to: 'granted',
      documents: [say('责令改正决定', 'order to correct')],
      closes: ['la-objection-decide'],
    }),
    move({
      event: 'aid-objection-refused',
      words: say('维持原决定', 'objection refused'),
      actor: 'judicial-bureau',
      from: ['objected'],
      to: 'refused',
      documents: [say('维持决定', 'decision upholding the refusal')],
      opens: ['la-objection-review', 'la-objection-suit'],
      closes: ['la-objection-decide'],
    }),
    move({
      event: 'aid-result-received',
      words: say('收到裁决、判决或达成和解', 'result received'),
      actor: 'lawyer',
      from: ['active'],
      to: 'closing',
      documents: [say('结案报告', 'closing report')],
      opens: ['la-closing', 'la-report'],
    }),
    move({
      event: 'aid-file-submitted',
      words: say('提交结案材料', 'file handed in'),
      actor: 'lawyer',
      from: ['closing'],
      to: 'file-review',
      documents: [say('立卷材料清单', 'list of the file')],
      opens: ['la-file-review'],
      closes: ['la-closing'],
    }),
    move({
      event: 'aid-closed',
      words: say('审查合格，发放补贴', 'file accepted, subsidy paid'),
      actor: 'legal-aid-agency',
      from: ['file-review'],
      to: 'closed',
      documents: [say('补贴发放单', 'subsidy slip')],
      closes: ['la-file-review'],
    }),
  ],
  facts: factsWhen(
    {
      from: ['refused'],
      why: say('须先由司法行政部门维持决定', 'the bureau has to have upheld the decision'),
      source: cite('legalAidLaw', '49'),
    },
    [
      'reconsideration-applied',
      '申请行政复议',
      'reconsideration applied for',
      { requires: ['aid-objection-refused'] },
    ],
    [
      'administrative-suit-filed',
      '提起行政诉讼',
      'administrative suit filed',
      { requires: ['aid-objection-refused'] },
    ],
  ),
  plans: [
    plan('la-decide', 'duty', ['aid-applied', 'aid-supplemented'], decided, {
      endedBy: ['aid-deemed-withdrawn'],
    }),
    plan('la-sign', 'duty', ['aid-assigned', 'aid-urgent-assigned', 'aid-lawyer-changed'], ['aid-signed'], {
      endedBy: ['aid-terminated', 'aid-refused'],
    }),
    // No number of days: the Act sets none.
    plan('la-objection', 'right', ['aid-refused', 'aid-terminated'], ['aid-objected']),
    plan('la-objection-decide', 'duty', ['aid-objected'], ['aid-objection-upheld', 'aid-objection-refused']),
    plan('la-objection-review', 'right', ['aid-objection-refused'], ['reconsideration-applied']),
    plan('la-objection-suit', 'right', ['aid-objection-refused'], ['administrative-suit-filed']),
    plan('la-closing', 'duty', ['aid-result-received'], ['aid-file-submitted']),
    plan('la-file-review', 'duty', ['aid-file-submitted'], ['aid-closed']),
  ],
});

/** Legal aid (法律援助). */
export const legalAidTrack: TrackDefinition = watchingLimitation({
  ...aidMoves,
  plansFor: (facts, events) => {
    const { obligations, withoutLimit } = aidMoves.plansFor(facts, events);
    return { obligations: [...obligations, assignPlan(events)], withoutLimit };
  },
});
