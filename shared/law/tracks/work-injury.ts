import { say } from '../rules/define.ts';
import { cite, citeUnnumbered } from '../sources.ts';
import { inOrder } from './order.ts';
import { closedState, factsWhen, move, openState, plainTrack, plan } from './transition.ts';
import type { TrackDefinition } from './types.ts';

const applied = ['recognition-applied-by-employer', 'recognition-applied-by-worker'];
const decided = ['recognised', 'recognition-denied'];

/** Recognition of a work injury (工伤认定). */
export const workInjuryTrack: TrackDefinition = plainTrack({
  id: 'work-injury',
  title: say('工伤认定', 'Work injury'),
  initial: openState('no-injury', '未发生', 'No injury', 'injury-occurred'),
  states: [
    openState('occurred', '已发生事故或诊断', 'Occurred', 'recognition-applied-by-worker'),
    openState('filed', '已申请认定', 'Filed', 'recognition-accepted'),
    openState('correcting', '补正中', 'Being corrected', 'recognition-corrected'),
    openState('accepted', '已受理', 'Accepted', 'recognised'),
    closedState('refused', '不予受理', 'Refused'),
    openState('suspended', '中止认定', 'Suspended', 'recognition-resumed'),
    closedState('recognised', '认定工伤', 'Recognised', 'recognition-known'),
    closedState('denied', '不予认定', 'Denied', 'recognition-known'),
  ],
  transitions: [
    move({
      event: 'injury-occurred',
      words: say('发生事故或诊断职业病', 'accident or diagnosis'),
      actor: 'worker',
      from: 'start',
      to: 'occurred',
      documents: [say('病历、诊断证明', 'medical record, diagnosis')],
      opens: ['inj-employer', 'inj-worker', 'inj-paidleave'],
    }),
    ...(['employer', 'worker'] as const).map((party) =>
      move({
        event: `recognition-applied-by-${party}`,
        words:
          party === 'employer'
            ? say('用人单位申请工伤认定', 'employer applies')
            : say('职工、近亲属或工会申请工伤认定', 'worker, family or union applies'),
        actor: party,
        from: ['occurred', 'refused'],
        to: 'filed',
        documents: [say('工伤认定申请表', 'application'), say('劳动关系证明', 'proof of employment')],
        opens: ['inj-accept'],
        closes: [party === 'employer' ? 'inj-employer' : 'inj-worker'],
      }),
    ),
    move({
      event: 'recognition-correction-requested',
      words: say('一次性告知补正', 'correction asked for'),
      actor: 'insurance',
      from: ['filed'],
      to: 'correcting',
      source: cite('injuryRecognition', '8'),
      documents: [say('补正材料通知书', 'notice to correct')],
    }),
    move({
      event: 'recognition-corrected',
      words: say('材料补正', 'papers corrected'),
      actor: 'applicant',
      from: ['correcting'],
      to: 'filed',
      documents: [say('补正材料', 'corrected papers')],
      opens: ['inj-accept'],
    }),
    move({
      event: 'recognition-accepted',
      words: say('受理', 'accepted'),
      actor: 'insurance',
      from: ['filed', 'correcting'],
      to: 'accepted',
      documents: [say('工伤认定申请受理决定书', 'decision to accept')],
      opens: ['inj-decide'],
      closes: ['inj-accept'],
    }),
    move({
      event: 'recognition-refused',
      words: say('不予受理', 'refused'),
      actor: 'insurance',
      from: ['filed', 'correcting'],
      to: 'refused',
      documents: [say('工伤认定申请不予受理决定书', 'decision to refuse')],
      closes: ['inj-accept'],
    }),
    move({
      event: 'recognition-suspended',
      words: say('等待其他机关结论，中止', 'another organ’s conclusion awaited'),
      actor: 'insurance',
      from: ['accepted'],
      to: 'suspended',
      documents: [say('中止通知书', 'notice of suspension')],
      source: cite('injuryRegulation', '20(3)'),
    }),
    move({
      event: 'recognition-resumed',
      words: say('恢复认定', 'resumed'),
      actor: 'insurance',
      from: ['suspended'],
      to: 'previous',
      documents: [say('恢复通知书', 'notice of resumption')],
      source: cite('injuryRegulation', '20(3)'),
    }),
    move({
      event: 'recognised',
      words: say('认定工伤', 'recognised'),
      actor: 'insurance',
      from: ['accepted'],
      to: 'recognised',
      documents: [say('认定工伤决定书', 'decision of recognition')],
      opens: ['inj-serve'],
      closes: ['inj-decide'],
    }),
    move({
      event: 'recognition-denied',
      words: say('不予认定工伤', 'denied'),
      actor: 'insurance',
      from: ['accepted'],
      to: 'denied',
      documents: [say('不予认定工伤决定书', 'decision of denial')],
      opens: ['inj-serve'],
      closes: ['inj-decide'],
    }),
    move({
      event: 'recognition-known',
      words: say('收到认定决定', 'decision received'),
      actor: 'either-party',
      from: ['recognised', 'denied'],
      to: 'same',
      documents: [say('送达回证', 'proof of service')],
      opens: ['inj-review', 'inj-suit'],
      closes: ['inj-serve'],
    }),
  ],
  facts: [
    ...factsWhen(
      {
        from: ['occurred', 'refused'],
        why: say('指事故之后、申请认定之前', 'this lies between the accident and the application'),
        source: cite('injuryCases', '7'),
      },
      ['own-fault-free-delay', '非因自身原因耽误开始', 'delay through no own fault begins'],
    ),
    ...factsWhen(
      {
        from: 'begun',
        why: say('须先有耽误', 'there has to have been a delay'),
        source: cite('injuryCases', '7'),
      },
      ['delay-ended', '耽误原因消除', 'delay ends', { requires: ['own-fault-free-delay'] }],
    ),
    ...factsWhen(
      {
        from: ['refused', 'recognised', 'denied'],
        why: say('须先有认定或者不予受理的决定', 'there has to be a decision, or a refusal'),
        source: cite('injuryRegulation', '55'),
      },
      ['reconsideration-applied', '申请行政复议', 'reconsideration applied for'],
      ['administrative-suit-filed', '提起行政诉讼', 'administrative suit filed'],
    ),
  ],
  plans: [
    plan('inj-employer', 'duty', ['injury-occurred'], ['recognition-applied-by-employer'], {
      endedBy: ['recognition-applied-by-worker'],
    }),
    plan('inj-worker', 'right', ['injury-occurred'], applied, {
      pausedBy: [['own-fault-free-delay', 'delay-ended']],
    }),
    plan('inj-accept', 'duty', applied, ['recognition-accepted', 'recognition-refused'], {
      restartedBy: ['recognition-corrected'],
    }),
    plan('inj-decide', 'duty', ['recognition-accepted'], decided, {
      pausedBy: [['recognition-suspended', 'recognition-resumed']],
    }),
    plan('inj-serve', 'duty', decided, ['recognition-known']),
    plan('inj-review', 'right', ['recognition-known'], ['reconsideration-applied'], {
      endedBy: ['administrative-suit-filed'],
    }),
    plan('inj-suit', 'right', ['recognition-known'], ['administrative-suit-filed'], {
      endedBy: ['reconsideration-applied'],
    }),
  ],
});

const concluded = ['appraisal-concluded', 'appraisal-again-concluded', 'appraisal-recheck-concluded'];

const secondIsFinal = say(
  '省级鉴定委员会作出的再次鉴定结论为最终结论，不能再申请再次鉴定。',
  'The second conclusion, by the provincial committee, is final: no further appraisal can be asked for.',
);

const appraisal: TrackDefinition = plainTrack({
  id: 'capacity-appraisal',
  title: say('劳动能力鉴定', 'Capacity appraisal'),
  initial: openState('not-applied', '未申请鉴定', 'Not applied for', 'appraisal-applied'),
  states: [
    openState('filed', '已申请鉴定', 'Filed', 'appraisal-concluded'),
    closedState('graded', '已有鉴定结论', 'Graded', 'appraisal-received'),
    openState('again', '再次鉴定中', 'Second appraisal', 'appraisal-again-concluded'),
    closedState('final', '再次鉴定结论（最终）', 'Final conclusion', 'appraisal-received'),
    openState('recheck', '复查鉴定中', 'Re-check', 'appraisal-recheck-concluded'),
    closedState('ended', '当次鉴定终止', 'Appraisal ended'),
  ],
  transitions: [
    move({
      event: 'appraisal-applied',
      words: say('伤情稳定，申请鉴定', 'condition stable, applied for'),
      actor: 'either-party',
      from: ['not-applied', 'ended'],
      to: 'filed',
      guard: say('已认定工伤且伤情相对稳定', 'injury recognised and condition stable'),
      documents: [say('劳动能力鉴定申请表', 'application')],
      opens: ['cap-correct', 'cap-decide'],
    }),
    move({
      event: 'appraisal-extended',
      words: say('延长鉴定期限', 'extended'),
      actor: 'appraisal',
      from: ['filed', 'again', 'recheck'],
      to: 'same',
      source: cite('injuryRegulation', '25'),
      documents: [say('延长鉴定期限告知书', 'notice of the extension')],
    }),
    move({
      event: 'appraisal-concluded',
      words: say('作出初次鉴定结论', 'first conclusion'),
      actor: 'appraisal',
      from: ['filed'],
      to: 'graded',
      documents: [say('初次鉴定结论书', 'first conclusion')],
      opens: ['cap-serve', 'cap-recheck'],
      closes: ['cap-decide'],
    }),
    move({
      event: 'appraisal-ended',
      words: say('无正当理由不参加鉴定、拒绝检查，当次鉴定终止', 'examination refused, this appraisal ends'),
      actor: 'appraisal',
      from: ['filed', 'again', 'recheck'],
      to: 'ended',
      documents: [say('终止鉴定通知', 'notice that it ended')],
      closes: ['cap-decide'],
      source: citeUnnumbered('capacityAppraisal'),
    }),
    move({
      event: 'appraisal-received',
      words: say('收到鉴定结论', 'conclusion received'),
      actor: 'either-party',
      from: ['graded', 'final'],
      to: 'same',
      documents: [say('送达回证', 'proof of service')],
      opens: ['cap-again'],
      closes: ['cap-serve'],
    }),
    move({
      event: 'appraisal-again-applied',
      words: say('申请再次鉴定', 'second appraisal applied for'),
      actor: 'either-party',
      from: ['graded'],
      to: 'again',
      guard: say(
        '收到结论十五日内，向省级鉴定委员会',
        'within 15 days of receipt, to the provincial committee',
      ),
      documents: [say('再次鉴定申请表', 'application')],
      opens: ['cap-decide'],
      closes: ['cap-again'],
    }),
    move({
      event: 'appraisal-again-concluded',
      words: say('作出再次鉴定结论', 'second conclusion'),
      actor: 'appraisal',
      from: ['again'],
      to: 'final',
      documents: [say('再次鉴定结论书（最终）', 'final conclusion')],
      closes: ['cap-decide'],
    }),
    move({
      event: 'appraisal-recheck-applied',
      words: say('申请复查鉴定', 're-check applied for'),
      actor: 'either-party',
      from: ['graded', 'final'],
      to: 'recheck',
      guard: say('结论作出一年后，伤残情况发生变化', 'a year after the conclusion, the condition changed'),
      documents: [say('复查鉴定申请表', 'application')],
      opens: ['cap-decide'],
    }),
    move({
      event: 'appraisal-recheck-concluded',
      words: say('作出复查鉴定结论', 're-check conclusion'),
      actor: 'appraisal',
      from: ['recheck'],
      to: 'graded',
      documents: [say('复查鉴定结论书', 're-check conclusion')],
      opens: ['cap-serve', 'cap-recheck'],
      closes: ['cap-decide'],
    }),
  ],
  facts: factsWhen(
    {
      from: ['filed', 'again', 'recheck'],
      why: say('须先申请鉴定', 'an appraisal has to have been applied for'),
      source: citeUnnumbered('capacityAppraisal'),
    },
    ['appraisal-correction-requested', '一次性告知补正', 'papers asked for'],
    ['appraisal-visit-put-off', '因故不能参加，调整现场鉴定时间', 'examination put off for good cause'],
    ['appraisal-examined', '参加现场鉴定', 'examined'],
  ),
  plans: [
    plan('cap-correct', 'duty', ['appraisal-applied'], ['appraisal-correction-requested'], {
      impliedBy: ['appraisal-concluded'],
      endedBy: ['appraisal-ended'],
    }),
    plan(
      'cap-decide',
      'duty',
      ['appraisal-applied', 'appraisal-again-applied', 'appraisal-recheck-applied'],
      ['appraisal-concluded', 'appraisal-again-concluded', 'appraisal-recheck-concluded'],
      {
        endedBy: ['appraisal-ended'],
        extendedBy: ['appraisal-extended'],
        pausedBy: [['appraisal-visit-put-off', 'appraisal-examined']],
      },
    ),
    plan('cap-serve', 'duty', concluded, ['appraisal-received']),
    plan('cap-again', 'right', ['appraisal-received'], ['appraisal-again-applied']),
    plan(
      'cap-recheck',
      'right',
      ['appraisal-concluded', 'appraisal-recheck-concluded'],
      ['appraisal-recheck-applied'],
    ),
  ],
});

/** Appraisal of the capacity for work (劳动能力鉴定). A second conclusion is final (工伤保险条例 art. 26). */
export const capacityTrack: TrackDefinition = {
  ...appraisal,
  plansFor: (facts, events) => {
    const { obligations, withoutLimit } = appraisal.plansFor(facts, events);
    const ordered = inOrder(events);
    const received = ordered.findLastIndex((e) => e.type === 'appraisal-received');
    const last = ordered.slice(0, received + 1).findLast((e) => concluded.includes(e.type));
    const isFinal = last?.type === 'appraisal-again-concluded';
    return {
      obligations: obligations.map((p) =>
        isFinal && p.ruleId === 'cap-again' ? { ...p, notApplicable: secondIsFinal } : p,
      ),
      withoutLimit,
    };
  },
};
