import { describe, expect, it } from 'vitest';
import { documentSet, forms } from '../../electron/core/features/documents/forms/index.ts';
import type { FilingFacts } from '../../shared/features/documents/filing-facts.ts';
import type { FormId } from '../../shared/features/documents/form-ids.ts';
import type { RawValues } from '../../shared/features/documents/particulars/particular.ts';
import type { SetId } from '../../shared/features/documents/sets.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { fen } from '../../shared/kernel/money.ts';
import { group24, oneWorker, threeWorkers } from './support/facts.ts';
import { fullCase } from './support/particulars.ts';
import { textOf, withValue } from './support/read.ts';
import { unitAgainstWorker } from './support/unit-facts.ts';

const single = oneWorker();
const build = (id: FormId, facts: FilingFacts, target = {}) => forms[id].build(facts, 'zh-CN', target);
const rulesOf = (id: FormId, facts: FilingFacts, target = {}) =>
  build(id, facts, target).warnings.map((w) => [w.field, w.rule, w.severity]);
const on = (facts: FilingFacts, day: string): FilingFacts => ({ ...facts, preparedOn: plainDate(day) });
const without = (facts: FilingFacts, ...types: string[]): FilingFacts => ({
  ...facts,
  events: facts.events.filter((e) => !types.includes(e.type)),
});
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
    ['med-register', 'events.mediation-applied', 'mediationDecideLate', 'advice'],
    ['arb-review-application', 'events.mediation-agreed', 'reviewLate', 'error'],
    ['judicial-confirmation', 'events.mediation-agreed', 'confirmLate', 'error'],
    ['arb-receipt-supplement', 'particulars.arb-intake.receivedAt', 'supplementLate', 'error'],
    ['arb-acceptance', 'events.accepted', 'panelLate', 'advice'],
    ['arb-nonacceptance', 'events.application-submitted', 'rejectLate', 'error'],
    ['arb-respond', 'events.accepted', 'serveLate', 'advice'],
    ['arb-hearing-notice', 'particulars.hearing.at', 'noticeLate', 'error'],
  ] as const)('%s is in time on its last day and late on the next', (id, ...warning) => {
    expect(rulesOf(id, on(single, '2026-10-12'))).toEqual([]);
    expect(rulesOf(id, on(single, '2026-10-13'))).toEqual([warning]);
  });

  it('leads a missing computed day to the event from which it is counted', () => {
    const open = without(withValue(single, 'particulars.mediation.concludeBy', null), 'mediation-applied');
    expect(build('med-acceptance', open).warnings.map((w) => w.field)).toEqual(['events.mediation-applied']);
  });

  it('holds an award to the period that runs from acceptance', () => {
    const late = set(single, 'award', { date: '2026-10-13' });
    expect(rulesOf('arb-award', late)).toEqual([['particulars.award.date', 'awardOverdue', 'error']]);
  });

  it('prints for each respondent the last day of its own defence', () => {
    const facts = group24();
    const of = (day: string) => ({
      delivery: {
        entered: {},
        dues: {
          answerBy: {
            due: plainDate(day),
            unrolled: plainDate(day),
            article: { zh: '', en: '' },
            provisional: false,
          },
        },
      },
    });
    const members = {
      ...facts.particulars.members,
      'unit-1': of('2026-09-24'),
      'unit-2': of('2026-09-28'),
    };
    const served = { ...facts, particulars: { ...facts.particulars, members } };
    const text = (partyId: string) => textOf(build('arb-respond', served, { partyId }).model);
    expect(text('unit-1')).toContain('十日内（2026年9月24日前，含当日）');
    expect(text('unit-2')).toContain('十日内（2026年9月28日前，含当日）');
    expect(text('unit-3')).toContain('由本委送达时填写');
  });
});

describe('whose paper it is', () => {
  const targets = (facts: FilingFacts, id: SetId, form: FormId) =>
    documentSet(facts, id)
      .filter((e) => e.formId === form)
      .map((e) => e.target);
  const units = [{ partyId: 'unit-1' }, { partyId: 'unit-2' }, { partyId: 'unit-3' }];

  it('makes a notice for the workers together and for each unit', () => {
    const facts = group24();
    for (const id of [
      'arb-evidence-notice',
      'arb-hearing-notice',
      'med-acceptance',
      'med-termination',
    ] as const) {
      expect(targets(facts, 'all', id)).toEqual([{}, ...units]);
    }
    expect(targets(facts, 'commission-intake', 'arb-respond')).toEqual(units);
    expect(targets(facts, 'commission-intake', 'arb-acceptance')).toEqual([{}]);
    expect(targets(facts, 'commission-intake', 'service-receipt')).toHaveLength(24 + 3 + 1);
  });

  it('turns the sides where a unit files', () => {
    const facts = unitAgainstWorker();
    expect(targets(facts, 'commission-intake', 'arb-acceptance')).toEqual([{ partyId: 'unit-1' }]);
    expect(targets(facts, 'commission-intake', 'arb-respond')).toEqual([{}]);
    const text = textOf(build('arb-respond', facts).model);
    expect(text).toContain('钟示甲：');
    expect(text).toContain('云州示范建筑劳务有限公司与你（单位）');
    expect(text).not.toContain('工资支付台账');
    const notice = textOf(build('arb-hearing-notice', facts, { partyId: 'unit-1' }).model);
    expect(notice).toContain('按撤回仲裁申请处理');
  });

  it('tells only a unit what an employer must hand in', () => {
    const list = '用人单位应当提交的证据';
    expect(textOf(build('arb-evidence-notice', single).model)).not.toContain(list);
    expect(textOf(build('arb-evidence-notice', single, { partyId: 'unit-1' }).model)).toContain(list);
  });

  it('tells of a refusal the applicant alone, under its own title', () => {
    const refused = set(single, 'mediation-intake', { decision: 'refuse', reason: '不属于劳动争议。' });
    const entries = documentSet(refused, 'mediation-intake').filter((e) => e.formId === 'med-acceptance');
    expect(entries.map((e) => [e.target, e.title])).toEqual([[{}, '不予受理调解通知书']]);
  });
});

describe('terms agreed', () => {
  const terms = (facts: FilingFacts, values: RawValues) =>
    rulesOf('med-agreement', set(facts, 'settlement', values));

  it('must be paid in instalments that make up the sum', () => {
    const rows = [{ due: '2026-09-30', amount: 2_259_999, payer: '甲', method: '转账' }];
    expect(terms(single, { instalments: rows })).toEqual([
      ['particulars.settlement.instalments', 'instalmentsSum', 'error'],
    ]);
  });

  it('say why a worker accepts less, and are doubted above the claims', () => {
    const paid = (amount: number) => [{ due: '2026-09-30', amount, payer: '甲', method: '转账' }];
    const of = (total: number) => ({ total, composition: '工资', instalments: paid(total) });
    expect(terms(single, of(2_000_000))).toEqual([
      ['particulars.settlement.concession', 'settlementBelow', 'advice'],
    ]);
    expect(terms(single, { ...of(2_000_000), concession: '自愿' })).toEqual([]);
    expect(terms(single, of(2_300_000))).toEqual([
      ['particulars.settlement.total', 'settlementAbove', 'advice'],
    ]);
  });

  it('take each worker’s part from the claims, or by name where the sum is another', () => {
    const three = fullCase(threeWorkers());
    const text = textOf(build('med-agreement', three).model);
    for (const { name, arrears } of three.applicants) {
      expect(text).toContain(name ?? '');
      expect(arrears.total).not.toBeNull();
    }
    const rows = [{ due: '2026-09-30', amount: 3_000_000, payer: '甲', method: '转账' }];
    const other = { total: 3_000_000, composition: '工资', concession: '自愿', instalments: rows };
    expect(build('med-agreement', set(three, 'settlement', other)).warnings.map((w) => w.field)).toEqual([
      'particulars.settlement.shares',
    ]);
    const shares = three.applicants.map(({ name }) => ({ name, amount: 1_000_000 }));
    expect(terms(three, { ...other, shares })).toEqual([]);
    expect(terms(three, { ...other, shares: shares.map((s) => ({ ...s, amount: 999_999 })) })).toEqual([
      ['particulars.settlement.shares', 'settlementShares', 'error'],
    ]);
  });

  it('need an agent with power to settle', () => {
    const weak = { ...single, agents: single.agents.map((a) => ({ ...a, powers: ['change' as const] })) };
    expect(rulesOf('med-agreement', weak)).toEqual([['agents.0.powers', 'agentCannotSettle', 'advice']]);
  });

  it('are reviewed or confirmed, not both', () => {
    const confirmed = {
      ...single,
      events: [...single.events, { type: 'confirmation-applied', date: plainDate('2026-08-28'), note: null }],
    };
    expect(rulesOf('arb-review-application', confirmed)).toEqual([
      ['events.confirmation-applied', 'reviewOrConfirmation', 'error'],
    ]);
  });
});

describe('a payment order', () => {
  it('asks for the worker’s own part, less what was paid', () => {
    const facts = set(fullCase(group24()), 'payment-order', {
      payments: [{ name: '万示乙', amount: 260_000 }],
    });
    const text = textOf(build('payment-order', facts, { applicantId: 'worker-1' }).model);
    expect(text).toContain('申请人（债权人）：万示乙');
    expect(text).toContain('扣除已经支付的人民币2,600.00元，尚欠人民币20,000.00元');
    expect(text).toContain('支付人民币20,000.00元（大写：贰万元整）');
  });

  it('is not asked for before the day of payment, nor for nothing', () => {
    const days = (...due: string[]) =>
      set(single, 'settlement', {
        instalments: due.map((day) => ({ due: day, amount: 1_130_000 })) as never,
      });
    expect(rulesOf('payment-order', days('2026-09-03', '2026-09-30'))).toEqual([
      ['particulars.settlement.instalments', 'orderNotDue', 'error'],
    ]);
    expect(rulesOf('payment-order', days('2026-09-02', '2026-09-30'))).toEqual([
      ['particulars.settlement.instalments', 'orderPartDue', 'advice'],
    ]);
    const paid = set(single, 'payment-order', { payments: [{ name: '钟示甲', amount: 2_260_000 }] });
    expect(rulesOf('payment-order', paid)).toEqual([
      ['particulars.payment-order.payments', 'orderNothing', 'error'],
    ]);
  });

  it('takes day and interest from the agreement, and from the wage settlement where that is the debt', () => {
    const text = (facts: FilingFacts) => textOf(build('payment-order', facts, {}).model);
    const late = set(single, 'settlement', {
      instalments: [{ due: '2026-08-28' }, { due: '2026-10-31' }] as never,
    });
    expect(text(single)).toContain('约定的付款日为2026年9月1日，付款期限已经届满');
    expect(text(single)).toContain(
      '（约定为：任何一期逾期的，剩余款项立即到期，并自逾期之日起按每日万分之五支付违约金）。',
    );
    expect(text(late)).toContain('2026年8月28日应付的款项期满未付，按照约定全部款项均已到期。');
    const wages = set(
      set(single, 'payment-order', { door: 'wages', documentDate: '2026-07-01' }),
      'wage-settlement',
      {
        payOn: '2026-08-15',
      },
    );
    expect(text(wages)).toContain('约定的付款日为2026年8月15日');
    expect(text(wages)).toContain('（约定为：自逾期之日起按每日万分之五支付违约金）。');
    expect(text(set(wages, 'payment-order', { interest: null }))).not.toContain('违约金');
    const open = set(wages, 'wage-settlement', { payOn: null, late: null });
    expect(build('payment-order', open, {}).warnings.map((w) => w.field)).toEqual([
      'particulars.wage-settlement.payOn',
      'particulars.wage-settlement.late',
    ]);
  });

  it('says so where a day or an interest typed earlier is not the one agreed', () => {
    const typed = { dueOn: '2026-08-01', interestBefore: '按日万分之三支付违约金' };
    expect(rulesOf('payment-order', set(single, 'payment-order', typed))).toEqual([
      ['particulars.payment-order.dueOn', 'orderDayDiffers', 'error'],
      ['particulars.payment-order.interestBefore', 'orderInterestDiffers', 'error'],
    ]);
    const { warnings } = build('payment-order', set(single, 'payment-order', typed), {});
    expect(warnings[0]?.label).toContain('填写的为2026年8月1日，约定的为2026年8月28日、2026年9月1日');
    const same = {
      dueOn: '2026-09-01',
      interestBefore: ' 任何一期逾期的，剩余款项立即到期，并自逾期之日起按每日万分之五支付违约金',
    };
    expect(rulesOf('payment-order', set(single, 'payment-order', same))).toEqual([]);
    const wages = set(single, 'wage-settlement', { payOn: '2026-08-01', late: '按日万分之三支付违约金。' });
    expect(
      rulesOf(
        'payment-order',
        set(wages, 'payment-order', { door: 'wages', documentDate: '2026-07-01', ...typed }),
      ),
    ).toEqual([]);
    // Interest that nobody asks for can be of any wording.
    const unasked = { interest: false, interestBefore: typed.interestBefore };
    expect(rulesOf('payment-order', set(single, 'payment-order', unasked))).toEqual([]);
  });
});

describe('an award', () => {
  const items = (facts: FilingFacts, ...rows: RawValues[string][]) =>
    set(facts, 'award-reasons', { items: rows as never });
  const part = (amount: number) => ({ claim: 1, outcome: 'part', amount });

  it('awards a part in place of the claim, and rejects the rest', () => {
    const text = textOf(build('arb-award', items(single, part(1_500_000) as never)).model);
    expect(text).toContain('拖欠的工资人民币15,000.00元（大写：壹万伍仟元整），于本裁决生效之日起15日内付清');
    expect(text).toContain('以上应付款项合计：人民币15,000.00元');
    expect(text).toContain('二、驳回申请人的其他仲裁请求。');
  });

  it('never goes beyond the claim and leaves none undecided', () => {
    expect(rulesOf('arb-award', items(single, part(2_260_001) as never))).toEqual([
      ['particulars.award-reasons.items', 'awardAbove', 'error'],
    ]);
    expect(build('arb-award', items(single)).warnings.map((w) => w.field)).toEqual([
      'particulars.award-reasons.items',
    ]);
    const none = items(single, { claim: 1, outcome: 'reject', amount: null } as never);
    expect(textOf(build('arb-award', none).model)).toContain('一、驳回申请人的全部仲裁请求。');
  });

  it('divides a part among several workers by name', () => {
    const three = threeWorkers();
    const rows = [part(3_000_000), { claim: 2, outcome: 'reject', amount: null }];
    const open = items(three, ...(rows as never[]));
    expect(build('arb-award', open).warnings.map((w) => w.field)).toContain(
      'particulars.award-reasons.parts',
    );
    const parts = three.applicants.map(({ name }) => ({ claim: 1, name, amount: 1_000_000 }));
    const divided = set(open, 'award-reasons', { parts });
    expect(rulesOf('arb-award', divided)).toEqual([]);
    expect(textOf(build('arb-award', divided).model)).toContain('30,000.00');
    const short = set(open, 'award-reasons', { parts: parts.slice(1) });
    expect(rulesOf('arb-award', short)).toEqual([['particulars.award-reasons.parts', 'awardParts', 'error']]);
  });

  it('is final up to twelve minimum wages for each item and worker, that sum included', () => {
    const limit = (amount: number | null) => ({
      ...single,
      finalLimit: amount === null ? null : fen(amount),
    });
    const field = 'particulars.award.finality';
    expect(rulesOf('arb-award', limit(2_260_000))).toEqual([]);
    expect(rulesOf('arb-award', limit(2_259_999))).toEqual([[field, 'awardFinalDoubt', 'error']]);
    expect(rulesOf('arb-award', limit(null))).toEqual([]);
    const open = withValue(limit(2_260_000), 'particulars.award.finality', 'non-final');
    expect(rulesOf('arb-award', open)).toEqual([[field, 'awardNonFinalDoubt', 'advice']]);
  });

  it('that holds final and other items is pointed out', () => {
    const three = { ...threeWorkers(), finalLimit: fen(1_000_000) };
    const open = withValue(three, 'particulars.award.finality', 'non-final');
    expect(rulesOf('arb-award', open)).toEqual([['particulars.award.finality', 'awardMixed', 'advice']]);
  });
});

describe('records of a hearing', () => {
  it('name evidence by the numbers of its list', () => {
    const row = {
      side: 'applicant',
      number: 7,
      authenticity: true,
      legality: true,
      relevance: true,
      purpose: true,
    };
    const facts = set(single, 'hearing-record', { evidence: [{ ...row, name: '录音' }] });
    expect(rulesOf('arb-hearing-transcript', facts)).toEqual([
      ['particulars.hearing-record.evidence', 'evidenceNumber', 'error'],
    ]);
  });

  it('need a tribunal of three with one presiding, or one alone', () => {
    const panel = (...roles: string[]) =>
      set(single, 'hearing', { panel: roles.map((role, i) => ({ name: `仲示${i}`, role })) });
    const field = 'particulars.hearing.panel';
    expect(rulesOf('arb-hearing-notice', panel('sole'))).toEqual([]);
    expect(rulesOf('arb-hearing-notice', panel('arbitrator'))).toEqual([[field, 'panelSize', 'error']]);
    expect(rulesOf('arb-hearing-notice', panel('presiding', 'presiding', 'arbitrator'))).toEqual([
      [field, 'panelSize', 'error'],
    ]);
  });

  it('hold the hearing on the day recorded among the dates', () => {
    const facts = {
      ...single,
      events: [...single.events, { type: 'hearing-set', date: plainDate('2026-09-29'), note: null }],
    };
    expect(rulesOf('arb-hearing-notice', facts)).toEqual([
      ['particulars.hearing.at', 'hearingMismatch', 'error'],
    ]);
  });
});
