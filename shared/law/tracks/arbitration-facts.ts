import { say } from '../rules/define.ts';
import { cite } from '../sources.ts';
import { pending } from './arbitration-states.ts';
import { commonFacts } from './common-facts.ts';
import { factsWhen, type When } from './transition.ts';
import type { Fact } from './types.ts';

const act = (article: string) => cite('mediationArbitrationLaw', article);
const rules = (article: string) => cite('caseRules', article);

const reviewed = ['submitted', 'correcting', 'deferred'];
const answering = ['defence', 'ready', 'outside-mediation', 'scheduled', 'suspended'];
const awards = ['awarded', 'awarded-final', 'awarded-nonfinal', 'awarded-both'];
/** No award on the dispute came about, and the law sends it to court. */
const toCourt = ['rejected', 'sue-able', 'terminated', 'cancelled'];
const ended = ['withdrawn', 'deemed-withdrawn', 'cancelled', 'terminated'];

const awardMade = [
  'award-made',
  'award-made-final',
  'award-made-nonfinal',
  'award-made-both',
  'award-received-by-applicant',
  'award-received-by-respondent',
];
const binding = [...awardMade, 'mediation-signed', 'partial-award-made'];

const underWay: When = {
  from: pending,
  why: say('应在受理之后、结案之前', 'it belongs between acceptance and the result'),
  source: rules('33, 37'),
};
const answerPeriod: When = {
  from: answering,
  why: say('应在申请书副本送达之后、开庭之前', 'it belongs between the service of the copy and the hearing'),
  source: rules('33'),
};
const evidence: When = {
  from: pending,
  why: say('举证期限由仲裁委在受理后指定', 'the commission fixes the period for evidence after acceptance'),
  source: rules('15'),
};

/** Award or mediation document: only what has come into being takes effect, is due, and is enforced. */
const inForce: When = {
  from: [...awards, 'mediation-effective', 'partial'],
  why: say(
    '须先有裁决书或者双方签收的调解书',
    'there has to be an award, or a mediation document that both have signed',
  ),
  source: act('42, 47, 50, 51'),
};
const afterFiling: When = { ...inForce, from: ['archived'] };

const sued = [...awards, 'partial', ...toCourt];
const suit: When = {
  from: sued,
  why: say(
    '须先有裁决、不予受理或者逾期未作决定，才可以起诉',
    'a suit needs an award, a refusal, or the lack of a decision in time',
  ),
  source: act('29, 43, 48, 50'),
};
const overdue: When = {
  ...suit,
  from: pending.filter((state) => state !== 'partial'),
  source: act('43'),
};
const overdueGuard = say(
  '尚未裁决的，只有逾四十五日（延期的六十日）未作出裁决才可以起诉',
  'without an award only once 45 days, or 60 where extended, have passed',
);
const notFinal = {
  source: act('47, 49'),
  why: say(
    '终局裁决用人单位不能起诉，可以在三十日内申请撤销',
    'an employer cannot sue on a final award, it may apply within 30 days to set it aside',
  ),
};

const setAside: When = {
  from: ['awarded', 'awarded-final', 'partial'],
  why: say(
    '只有终局裁决可以申请撤销；劳动者就同一裁决起诉的，不予受理',
    'only a final award can be set aside, and not where the worker sues on it',
  ),
  source: cite('labourInterpretation1', '18, 21'),
};
const setAsideWords = ['setaside-filed', '用人单位申请撤销裁决', 'employer applies to set aside'] as const;
const workerSued = { barredBy: ['suit-filed-by-worker'] };

const enforcement = ['enforcement-applied', '申请强制执行', 'enforcement applied for'] as const;
const settlement = ['enforcement-settlement', '达成执行和解', 'enforcement settlement'] as const;
const effective = ['award-effective', '裁决书或调解书生效', 'award or mediation document effective'] as const;
const performance = ['award-performance-due', '履行期间届满', 'performance period ends'] as const;
const byWorker = ['suit-filed-by-worker', '劳动者起诉', 'worker sues'] as const;
const byEmployer = ['suit-filed-by-employer', '用人单位起诉', 'employer sues'] as const;

/** Dated facts that open, meet or move a limit without moving the stage. */
export const arbitrationFacts: readonly Fact[] = [
  ...commonFacts,
  ...factsWhen(
    {
      from: ['not-filed', 'withdrawn', 'deemed-withdrawn', 'redirected', 'cancelled', 'rejected'],
      why: say('指申请仲裁之前的起诉', 'this is a suit filed before arbitration'),
      source: act('27(2)'),
    },
    ['suit-filed', '向法院起诉（仲裁前）', 'suit filed before arbitration'],
  ),
  ...factsWhen(
    {
      from: 'begun',
      why: say('收件回执在递交申请之后出具', 'a receipt is given for an application that was handed in'),
      source: rules('29'),
    },
    ['receipt-issued', '收到收件回执', 'receipt issued'],
  ),
  ...factsWhen(
    underWay,
    ['tribunal-formed', '组成仲裁庭并通知', 'tribunal formed', { source: rules('37') }],
    ['single-notice-served', '集体争议一次性通知送达', 'single notice served', { source: rules('64') }],
    ['hearing-notice-served', '开庭通知送达', 'notice of hearing served', { source: rules('38') }],
    ['recusal-requested', '申请回避', 'recusal requested', { source: rules('11') }],
    [
      'recusal-decided',
      '作出回避决定',
      'recusal decided',
      { source: rules('11'), requires: ['recusal-requested'] },
    ],
  ),
  ...factsWhen(
    { ...answerPeriod, from: [...answering, 'heard', 'partial', 'mediated'] },
    ['answer-served', '答辩书副本送达申请人', 'answer served on the applicant'],
    [
      'counterclaim-refused',
      '反申请不予受理',
      'counter-application refused',
      { source: rules('36'), requires: ['counterclaim-filed'] },
    ],
  ),
  ...factsWhen(
    answerPeriod,
    ['counterclaim-filed', '提出反申请', 'counter-application filed', { source: rules('36') }],
    ['jurisdiction-objected', '提出管辖异议', 'jurisdiction objected to', { source: rules('10') }],
  ),
  ...factsWhen(
    evidence,
    ['evidence-notified', '收到举证通知', 'notice on evidence received'],
    ['evidence-extended', '准予延长举证期限', 'evidence period extended'],
  ),
  ...factsWhen(
    {
      ...evidence,
      from: [...reviewed, ...pending],
      why: say('证据随申请提交，或者在结案之前提交', 'with the application, or before the result'),
    },
    ['evidence-filed', '提交证据', 'evidence filed'],
  ),
  ...factsWhen(
    {
      from: ['scheduled', 'suspended'],
      why: say('须先确定开庭日期', 'a hearing has to have been fixed'),
      source: rules('38'),
    },
    ['postponement-requested', '申请延期开庭', 'postponement requested'],
  ),
  ...factsWhen(
    {
      from: ['cancelled', 'archived'],
      why: say('须先决定撤销案件', 'the case has to have been cancelled'),
      source: rules('32'),
    },
    [
      'cancellation-notified',
      '撤销案件决定书送达当事人',
      'decision to cancel served',
      { requires: ['case-cancelled'] },
    ],
  ),
  ...factsWhen(
    {
      from: [...pending, ...awards, ...ended],
      why: say('受理之后的文书才会公告送达', 'papers are served by notice once the case was accepted'),
      source: rules('20'),
    },
    ['public-notice-issued', '公告送达开始', 'public notice issued'],
    [
      'public-notice-served',
      '公告送达期满',
      'served by public notice',
      { requires: ['public-notice-issued'] },
    ],
  ),
  ...factsWhen(suit, byWorker),
  ...factsWhen({ ...suit, from: sued.filter((state) => state !== 'awarded-final') }, [
    ...byEmployer,
    notFinal,
  ]),
  ...factsWhen(overdue, [...byWorker, { guard: overdueGuard }], [...byEmployer, { guard: overdueGuard }]),
  ...factsWhen(
    { ...suit, from: ['archived'] },
    [
      ...byWorker,
      { requires: [...awardMade, 'partial-award-made', 'rejected', 'terminated', 'case-cancelled'] },
    ],
    [
      ...byEmployer,
      {
        ...notFinal,
        requires: [...awardMade, 'partial-award-made', 'rejected', 'terminated', 'case-cancelled'],
        barredBy: ['award-made-final'],
      },
    ],
  ),
  ...factsWhen(setAside, [...setAsideWords, workerSued]),
  // Two awards: a suit on the one that is not final leaves the other open to the application.
  ...factsWhen({ ...setAside, from: ['awarded-both'] }, setAsideWords),
  ...factsWhen({ ...setAside, from: ['archived'] }, [
    ...setAsideWords,
    { requires: awardMade, barredBy: ['suit-filed-by-worker', 'award-made-nonfinal'] },
  ]),
  ...factsWhen(inForce, effective, performance, settlement, enforcement),
  ...factsWhen(
    afterFiling,
    [...effective, { requires: binding }],
    [...performance, { requires: binding }],
    [...settlement, { requires: binding }],
    [...enforcement, { requires: binding }],
  ),
  // An order for prior enforcement is carried out while the case goes on (调解仲裁法 art. 44).
  ...factsWhen({ ...inForce, from: pending.filter((state) => state !== 'partial'), source: act('44') }, [
    ...enforcement,
    { requires: ['prior-enforcement-awarded'] },
  ]),
  ...factsWhen(
    {
      from: 'any',
      why: say('对方随时可能付清', 'the other side may pay at any time'),
      source: act('51'),
    },
    ['paid-in-full', '全部履行', 'paid in full'],
  ),
];
