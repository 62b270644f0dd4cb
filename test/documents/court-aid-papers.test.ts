import { describe, expect, it } from 'vitest';
import { documentSet, forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import type { RawValues } from '../../shared/features/documents/particulars/particular.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { fen } from '../../shared/kernel/money.ts';
import { doubledInterest } from '../../shared/law/index.ts';
import { group24, oneWorker, threeWorkers } from './support/facts.ts';
import { textOf, withValue } from './support/read.ts';

const single = oneWorker();
const build = (id: FormId, facts: FilingFacts, target = {}) => forms[id].build(facts, 'zh-CN', target);
const rulesOf = (id: FormId, facts: FilingFacts, target = {}) =>
  build(id, facts, target).warnings.map((w) => [w.field, w.rule, w.severity]);
const on = (facts: FilingFacts, day: string): FilingFacts => ({ ...facts, preparedOn: plainDate(day) });
const set = (facts: FilingFacts, topic: string, values: RawValues): FilingFacts => {
  const stored = facts.particulars.case[topic];
  if (!stored) throw new Error(`no such topic: ${topic}`);
  const ofCase = {
    ...facts.particulars.case,
    [topic]: { ...stored, entered: { ...stored.entered, ...values } },
  };
  return { ...facts, particulars: { ...facts.particulars, case: ofCase } };
};

describe('last days', () => {
  // Every computed day of the sample is 12 October 2026.
  it.each([
    ['court-complaint', 'particulars.award.date', 'suitLate', 'error'],
    ['court-answer', 'events.complaint-received', 'answerLate', 'advice'],
    ['set-aside-award', 'events.award-received-by-respondent', 'setAsideLate', 'error'],
    ['enforcement-application', 'particulars.enforcement.performBy', 'enforceLate', 'error'],
    ['work-injury-application', 'particulars.work-injury/worker-0.at', 'injuryLate', 'error'],
    ['la-closing-report', 'events.aid-result-received', 'aidClosingLate', 'advice'],
  ] as const)('%s is in time on its last day and late on the next', (id, ...warning) => {
    expect(rulesOf(id, on(single, '2026-10-12'))).toEqual([]);
    expect(rulesOf(id, on(single, '2026-10-13'))).toEqual([warning]);
  });

  it.each([
    ['la-grant', 'legal-aid-decision', 'aidDecideLate'],
    ['la-refusal', 'legal-aid-decision', 'aidDecideLate'],
    ['la-assignment', 'legal-aid-assignment', 'aidAssignLate'],
  ] as const)('%s is judged by its own date', (id, topic, rule) => {
    expect(rulesOf(id, set(single, topic, { date: '2026-10-12' }))).toEqual([]);
    expect(rulesOf(id, set(single, topic, { date: '2026-10-13' }))).toEqual([
      [`particulars.${topic}.date`, rule, 'error'],
    ]);
  });
});

describe('a suit', () => {
  it('of a unit names it as plaintiff and asks in its own words', () => {
    const facts = set(single, 'suit', {
      plaintiff: 'unit',
      requests: '判令原告无需支付被告2026年6月工资。',
      story: '2026年6月被告未出勤。',
    });
    const { model, warnings } = build('court-complaint', set(facts, 'award', { finality: 'non-final' }));
    const text = textOf(model);
    expect(warnings).toEqual([]);
    expect(text).toContain('原告（法人、非法人组织）');
    expect(text).toContain('被告（自然人）');
    expect(text).toContain('判令原告无需支付被告2026年6月工资。');
    expect(text).not.toContain('请求判令');
    expect(rulesOf('court-complaint', facts)).toEqual([
      ['particulars.award.finality', 'suitFinalUnit', 'error'],
    ]);
    expect(textOf(build('court-answer', facts).model)).toContain('答辩人（自然人）');
  });

  it('on an IOU needs no arbitration and is doubted as a labour case', () => {
    const facts = set(single, 'suit', { entry: 'iou' });
    expect(rulesOf('court-complaint', facts)).toEqual([['particulars.suit.entry', 'suitIou', 'advice']]);
    expect(textOf(build('court-complaint', facts).model)).not.toContain('收到日期');
  });

  it('of a group sends the workers to their roster, which keeps its name', () => {
    const text = textOf(build('court-complaint', group24()).model);
    expect(text).toContain('各原告的情况详见《集体争议申请人名册》');
    expect(text).not.toContain('《集体争议原告名册》');
  });

  it('has an answer of each defendant', () => {
    const answers = documentSet(group24(), 'court-answer').filter((e) => e.formId === 'court-answer');
    expect(answers.map((e) => e.target.partyId)).toEqual(['unit-1', 'unit-2', 'unit-3']);
  });
});

describe('setting an award aside', () => {
  it('is for a final award against which the worker has not sued', () => {
    expect(rulesOf('set-aside-award', set(single, 'award', { finality: 'non-final' }))).toEqual([
      ['particulars.award.finality', 'setAsideNonFinal', 'error'],
    ]);
    expect(rulesOf('set-aside-award', set(single, 'set-aside', { workerSued: true }))).toEqual([
      ['particulars.set-aside.workerSued', 'setAsideSued', 'error'],
    ]);
  });

  it('names the article that was applied wrongly', () => {
    const grounds = [{ ground: 'law', facts: '认定事实错误', proof: '无' }];
    expect(rulesOf('set-aside-award', set(single, 'set-aside', { grounds }))).toEqual([
      ['particulars.set-aside.grounds', 'setAsideArticle', 'error'],
    ]);
  });
});

describe('enforcement', () => {
  it('counts the doubled interest on what is unpaid', () => {
    // 17,600.00 × 0.000175 × 9 = 27.72; nothing before the deadline is over.
    expect(doubledInterest(fen(1_760_000), plainDate('2026-08-25'), plainDate('2026-09-03'))).toBe(2_772);
    expect(doubledInterest(fen(1_760_000), plainDate('2026-08-25'), plainDate('2026-08-25'))).toBe(0);
    expect(doubledInterest(fen(1_760_000), plainDate('2026-08-25'), plainDate('2026-08-01'))).toBe(0);
  });

  it('has nothing to ask for once all is paid, and waits for the period of performance', () => {
    const paid = set(single, 'enforcement', { shares: [{ name: '钟示甲', paid: 2_260_000 }] });
    expect(rulesOf('enforcement-application', paid)).toEqual([
      ['particulars.enforcement.shares', 'enforceNothing', 'error'],
    ]);
    expect(rulesOf('enforcement-application', on(single, '2026-08-25'))).toEqual([
      ['particulars.enforcement.performBy', 'enforceEarly', 'advice'],
    ]);
  });

  it('takes each worker’s part from the award', () => {
    const facts = set(threeWorkers(), 'enforcement', { shares: [] });
    const text = textOf(build('enforcement-application', facts, { applicantId: 'worker-1' }).model);
    const wages = facts.applicants[1]?.arrears.total ?? 0;
    // The wages of the second worker and the severance that is hers alone.
    expect(text).toContain(
      `本金：人民币${((wages + 390_000) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}元`,
    );
  });
});

describe('a complaint to the inspection', () => {
  it('is refused what is in arbitration, and hints at the crime', () => {
    expect(rulesOf('wage-complaint', set(single, 'wage-complaint', { elsewhere: 'arbitration' }))).toEqual([
      ['particulars.wage-complaint.elsewhere', 'complaintElsewhere', 'error'],
    ]);
    expect(rulesOf('wage-complaint', set(single, 'wage-complaint', { requests: ['pay'] }))).toEqual([
      ['particulars.wage-complaint.requests', 'complaintCrime', 'advice'],
    ]);
  });
});

describe('papers of an office', () => {
  it('keep a file of an award for ten years and others for five', () => {
    const rules = (closing: string, years: number) =>
      rulesOf('file-cover-index', set(single, 'file-archive', { closing, years }));
    const short = [['particulars.file-archive.years', 'keepTooShort', 'error']];
    expect([rules('award', 10), rules('award', 9), rules('mediation', 5), rules('mediation', 4)]).toEqual([
      [],
      short,
      [],
      short,
    ]);
  });

  it('point out pages of a file that do not follow each other', () => {
    const contents = [
      { name: '甲', from: 1, to: 2 },
      { name: '乙', from: 4, to: 5 },
    ];
    expect(rulesOf('file-cover-index', set(single, 'file-archive', { contents }))).toEqual([
      ['particulars.file-archive.contents', 'indexPages', 'advice'],
    ]);
  });

  it('let no IOU call wages project money, and no letter threaten', () => {
    expect(rulesOf('wage-settlement', set(single, 'wage-settlement', { work: '木工班组工程款' }))).toEqual([
      ['particulars.wage-settlement.work', 'settlementWording', 'error'],
    ]);
    const threat = set(single, 'lawyer-letter', { opinion: '不付款就追究刑事责任。' });
    expect(rulesOf('lawyer-letter', threat)).toEqual([
      ['particulars.lawyer-letter.opinion', 'letterThreat', 'advice'],
    ]);
  });
});

describe('legal aid', () => {
  it('exempts a migrant worker who claims pay unless somebody says otherwise', () => {
    expect(textOf(build('la-hardship', single).model)).toContain('免予核查经济困难状况说明');
    const asked = withValue(single, 'particulars.legal-aid-applicant/worker-0.exempt', 'none');
    expect(rulesOf('la-hardship', asked)).toEqual([
      ['particulars.legal-aid-applicant/worker-0.exempt', 'aidExempt', 'advice'],
    ]);
    const townsman = withValue(single, 'applicants.0.isMigrant', false);
    expect(textOf(build('la-hardship', townsman).model)).toContain('经济困难状况说明表');
    expect(textOf(build('la-application', townsman).model)).toContain('见《经济困难状况说明表》');
  });

  it('does not take more in hand than was awarded, nor a file without its closing paper', () => {
    expect(rulesOf('la-closing-report', set(single, 'legal-aid-closing', { received: 2_260_001 }))).toEqual([
      ['particulars.legal-aid-closing.received', 'aidReceivedAbove', 'advice'],
    ]);
    expect(rulesOf('la-closing-report', set(single, 'legal-aid-closing', { papers: '照片' }))).toEqual([
      ['particulars.legal-aid-closing.papers', 'aidNoReceipt', 'advice'],
    ]);
  });

  it('gives special powers only as they are listed', () => {
    const plain = set(single, 'legal-aid-engagement', { special: [] });
    expect(textOf(build('la-engagement', plain).model)).toContain('须经甲方另行书面授权');
  });
});
