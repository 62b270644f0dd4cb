import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { move } from './transition.ts';
import type { Transition } from './types.ts';

const law = (article: string) => cite('civilProcedureLaw', article);
const interpretation = (article: string) => cite('civilProcedureInterpretation', article);

/** Events that end the first instance without a judgment. */
export const firstEndedEarly = ['plaintiff-absent', 'suit-terminated'];
/** Events that end the second instance without one; the first judgment then stands, or the suit is gone. */
export const secondEndedEarly = ['appeal-withdrawn', 'appellant-absent', 'suit-terminated'];

/** Spans that the court's periods leave out (民诉法解释 art. 243; a suspended suit stands still, 民诉法 art. 153). */
export const courtPauses = [
  ['suit-suspended', 'suit-resumed'],
  ['court-notice-issued', 'court-notice-served'],
  ['court-appraisal-began', 'court-appraisal-ended'],
  ['court-talks-began', 'court-talks-ended'],
  ['court-jurisdiction-objected', 'court-jurisdiction-decided'],
] as const;

/** What may come across the course of a suit: it stands still, somebody stays away, claims or parties change. */
export const litigationIncidents: readonly Transition[] = [
  move({
    event: 'suit-suspended',
    words: say('中止诉讼', 'suit suspended'),
    actor: 'court',
    from: ['first', 'second'],
    to: 'suspended',
    guard: say(
      '当事人死亡、丧失行为能力或者单位终止，尚未确定承继人；不可抗力；须以另案结果为依据等',
      'a party died, lost capacity or was dissolved and has no successor yet; force majeure; another case decides it',
    ),
    documents: [say('中止诉讼裁定书', 'ruling of suspension')],
    source: law('153'),
  }),
  move({
    event: 'suit-resumed',
    words: say('恢复诉讼', 'suit resumed'),
    actor: 'court',
    from: ['suspended'],
    to: 'previous',
    documents: [say('恢复审理通知书', 'notice of resumption')],
    source: law('153(2)'),
  }),
  move({
    event: 'suit-terminated',
    words: say('终结诉讼', 'suit terminated'),
    actor: 'court',
    from: ['first', 'second', 'suspended'],
    to: 'terminated',
    guard: say(
      '原告死亡没有继承人或者继承人放弃；被告死亡没有遗产和义务承担人等',
      'the plaintiff died without an heir who goes on, or the defendant without estate or successor',
    ),
    documents: [say('终结诉讼裁定书', 'ruling of termination')],
    closes: ['lit-1st', 'lit-2nd'],
    source: law('154'),
  }),
  move({
    event: 'plaintiff-absent',
    words: say('原告无正当理由不到庭或中途退庭，按撤诉处理', 'plaintiff absent, held to be withdrawn'),
    actor: 'court',
    from: ['first'],
    to: 'withdrawn',
    guard: say(
      '经传票传唤；被告反诉的，反诉可以缺席判决',
      'after a summons; a counterclaim may be judged in absence',
    ),
    documents: [say('按撤诉处理裁定书', 'ruling holding the suit withdrawn')],
    closes: ['lit-1st'],
    source: law('146'),
  }),
  move({
    event: 'defendant-absent',
    words: say('被告缺席，缺席审理', 'defendant absent, heard by default'),
    actor: 'court',
    from: ['first', 'second'],
    to: 'same',
    guard: say('经传票传唤，无正当理由不到庭或者未经许可中途退庭', 'after a summons, without good cause'),
    documents: [say('庭审笔录', 'record of the hearing')],
    source: law('147'),
  }),
  move({
    event: 'court-hearing-postponed',
    words: say('延期开庭', 'hearing postponed'),
    actor: 'court',
    from: ['first', 'second'],
    to: 'same',
    requires: ['court-hearing-set'],
    documents: [say('延期开庭通知', 'notice of postponement')],
    closes: ['lit-hearing-notice'],
    source: law('149'),
  }),
  move({
    event: 'suit-claims-changed',
    words: say('增加、变更诉讼请求', 'claims added or changed'),
    actor: 'applicant',
    from: ['first'],
    to: 'same',
    guard: say(
      '法庭辩论终结前；与讼争劳动争议不可分，独立的争议应当先申请仲裁',
      'before the oral argument ends; not separable from the dispute, else it is arbitrated first',
    ),
    documents: [say('变更诉讼请求申请书', 'application to change claims')],
    source: interpretation('232'),
  }),
  move({
    event: 'court-counterclaim-filed',
    words: say('提起反诉', 'counterclaim filed'),
    actor: 'respondent',
    from: ['first'],
    to: 'same',
    guard: say(
      '法庭辩论终结前；与讼争劳动争议不可分，独立的争议应当先申请仲裁',
      'before the oral argument ends; not separable from the dispute, else it is arbitrated first',
    ),
    documents: [say('反诉状', 'counterclaim')],
    source: interpretation('232'),
  }),
  move({
    event: 'court-party-joined',
    words: say('追加当事人', 'party joined'),
    actor: 'court',
    from: ['first'],
    to: 'same',
    documents: [say('参加诉讼通知书', 'notice to join the suit')],
    source: law('135'),
  }),
  move({
    event: 'suits-consolidated',
    words: say('双方均起诉，并案审理', 'suits of both parties joined'),
    actor: 'court',
    from: ['filed', 'first'],
    to: 'same',
    guard: say(
      '双方不服同一裁决向同一法院起诉，互为原告和被告',
      'both sue on the same award in the same court and are each plaintiff and defendant',
    ),
    documents: [say('合并审理通知书', 'notice of joinder')],
    source: cite('labourInterpretation1', '4'),
  }),
  move({
    event: 'suit-withdrawn',
    words: say('撤诉', 'withdrawn'),
    actor: 'applicant',
    from: ['filed', 'first', 'suspended'],
    to: 'withdrawn',
    guard: say('宣判前，由法院裁定是否准许', 'before the judgment is pronounced, with leave of the court'),
    documents: [say('准予撤诉裁定书', 'ruling allowing withdrawal')],
    source: law('148'),
  }),
  move({
    event: 'suit-withdrawn',
    words: say('撤诉', 'withdrawn'),
    actor: 'applicant',
    from: ['second'],
    to: 'withdrawn',
    guard: say(
      '二审中经其他当事人同意；准许的一并撤销一审裁判，不得重复起诉',
      'on appeal with the others’ consent; the first judgment is set aside and no new suit is taken',
    ),
    documents: [say('准许撤回起诉裁定书', 'ruling allowing withdrawal')],
    source: interpretation('336'),
  }),
  move({
    event: 'appeal-withdrawn',
    words: say('撤回上诉', 'appeal withdrawn'),
    actor: 'either-party',
    from: ['second'],
    to: 'effective',
    guard: say('二审宣判前，由法院裁定是否准许', 'before the second judgment, with leave of the court'),
    documents: [say('准许撤回上诉裁定书', 'ruling allowing withdrawal of the appeal')],
    opens: ['enf-apply', 'lit-retrial'],
    closes: ['lit-2nd'],
    source: law('180'),
  }),
  move({
    event: 'appellant-absent',
    words: say('上诉人无正当理由不到庭，按撤回上诉处理', 'appellant absent, appeal held to be withdrawn'),
    actor: 'court',
    from: ['second'],
    to: 'effective',
    documents: [say('按自动撤回上诉处理裁定书', 'ruling holding the appeal withdrawn')],
    opens: ['enf-apply', 'lit-retrial'],
    closes: ['lit-2nd'],
    source: law('146, 181'),
  }),
];
