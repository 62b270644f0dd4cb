import { describe, expect, test } from 'vitest';
import { calculate } from '../../shared/law/index.ts';
import { ctx, failureOf } from './support.ts';

const run = (id: string, inputs: unknown) => calculate(id, inputs, ctx);
const codes = (id: string, inputs: unknown) => run(id, inputs).warnings.map((w) => w.code);

describe('the threefold cap is a cliff', () => {
  const at = (wage: number | string) =>
    run('economic-compensation', {
      serviceYears: 15,
      serviceMonths: 0,
      avgMonthlyWage12m: wage,
      localAvgMonthlyWage: 3000,
    });

  test('at exactly three times neither cap applies', () => {
    expect(at(9000).result).toMatchObject({ months: 15, base: 9000, amount: 135000 });
    expect(at(9000).caps).toContainEqual(
      expect.objectContaining({ code: 'three-times-average', applied: false }),
    );
  });

  test('one fen above, both do', () => {
    const above = at('9000.01');
    expect(above.result).toMatchObject({ months: 12, base: 9000, amount: 108000 });
    expect(above.caps.filter((c) => c.applied).map((c) => c.code)).toEqual([
      'three-times-average',
      'twelve-years',
    ]);
  });

  test('an average that is no whole fen is not rounded before the comparison', () => {
    const inputs = { serviceYears: 15, avgExact: '108000.01/12', localAvgMonthlyWage: 3000 };
    expect(run('economic-compensation', inputs).result).toMatchObject({ months: 12, base: 9000 });
  });

  test('without a local average a warning says the cap was not checked', () => {
    const inputs = { serviceYears: 15, avgMonthlyWage12m: 90000 };
    expect(codes('economic-compensation', inputs)).toContain('cap-not-checked');
  });

  test('known to be above, but by what is not: the local average is asked for', () => {
    const inputs = { serviceYears: 15, avgMonthlyWage12m: 9000, above3x: true };
    expect(failureOf(() => run('economic-compensation', inputs)).issues).toEqual([
      { path: 'localAvgMonthlyWage', code: 'required' },
    ]);
  });
});

test('the final-award test goes item by item, equality included, never by the sum', () => {
  const inputs = {
    monthlyMinWage: 2000,
    items: [
      { type: 'unpaid-wages', amount: 24000 },
      { type: 'overtime-pay', amount: 24000 },
      { type: 'annual-leave-pay', amount: '24000.01' },
      { type: 'work-injury-benefits', amount: 1 },
    ],
  };
  expect(run('final-award-test', inputs).result).toEqual({
    threshold: 24000,
    items: ['final', 'final', 'non-final', 'non-final'],
  });
});

describe('double wage', () => {
  // August 2024’s own year ends on Sunday 2025-08-31 and rolls to Monday: it is late from the 2nd.
  const base = { hireDate: '2024-03-01', monthlyWage: 5000, filingDate: '2025-09-02' };

  test('both ways of limitation stand side by side, the claim is not reduced', () => {
    const whole = run('double-wage-no-contract', base);
    expect(whole.result).toMatchObject({ months: 11, amount: 55000, recoverable: 55000, timeBarred: false });
    expect(whole.methods.map((m) => [m.id, m.amountFen])).toEqual([
      ['whole-claim', 5_500_000],
      ['month-by-month', 3_000_000],
    ]);
    const monthly = run('double-wage-no-contract', { ...base, limitationMethod: 'month-by-month' });
    expect(monthly.totals).toEqual({ claimedFen: 5_500_000, recoverableFen: 3_000_000 });
    expect(monthly.result).toMatchObject({ timeBarred: true, amount: 55000 });
  });

  test('Beijing counts back day by day from the claim by default, and the choice may be changed', () => {
    const beijing = { ...ctx, region: '110105' };
    const local = calculate('double-wage-no-contract', base, beijing);
    // 2 September 2024 to 28 February 2025: of the month to 30 September 21 working days, 14 and 29 being made up, then five months.
    const part = 5000 / 21.75;
    expect(local.methods.map((m) => m.id)).toEqual(['day-by-day', 'whole-claim', 'month-by-month']);
    expect(local.methods[0]?.lines[0]?.zh).toBe(
      '2024-09-02至2024-09-30：5,000.00 ÷ 21.75 × 21个工作日 = 4,827.59元',
    );
    expect(part * 21).toBeCloseTo(4827.59, 2);
    expect(local.totals).toEqual({ claimedFen: 5_500_000, recoverableFen: 2_982_759 });
    expect(local.result).toMatchObject({ timeBarred: true, amount: 55000 });
    expect(local.warnings.map((w) => w.code)).toContain('double-wage-limitation-beijing');
    // A day later one working day less; on the last day of the period's year only that day is left; then nothing.
    const at = (filingDate: string, more: object = {}) =>
      calculate('double-wage-no-contract', { ...base, filingDate, ...more }, beijing).totals?.recoverableFen;
    expect(at('2025-09-03')).toBe(2_959_770);
    expect(at('2026-02-27')).toBe(45_977);
    expect(at('2026-02-28')).toBe(22_989);
    // 28 February 2026 is a make-up working day and does not roll.
    expect(at('2026-03-01')).toBe(0);
    expect(at('2025-03-01')).toBe(5_500_000);
    // A demand within the year starts it anew for every day that was still alive.
    expect(at('2026-03-01', { interruptions: ['2025-09-02'] })).toBe(2_982_759);
    // The odd rest: never more days than were worked in it, nor more than the month was claimed at.
    const odd = { lastWorkDay: '2024-09-20', partialPeriodActualWorkdays: 3 };
    expect(at('2025-09-10', odd)).toBe(68_966);
    expect(at('2025-09-19', odd)).toBe(45_977);
    expect(at('2025-09-23', odd)).toBe(0);
    const chosen = { ...base, limitationMethod: 'whole-claim' };
    expect(calculate('double-wage-no-contract', chosen, beijing).result).toMatchObject({
      recoverable: 55000,
    });
    const elsewhere = calculate('double-wage-no-contract', base, { ...ctx, region: '510104' });
    expect(elsewhere.result).toMatchObject({ recoverable: 55000 });
    expect(elsewhere.warnings.map((w) => w.code)).not.toContain('double-wage-limitation-beijing');
  });

  test('eleven months, whatever the employment lasted', () => {
    const inputs = { hireDate: '2024-01-31', lastWorkDay: '2027-01-01', monthlyWage: 1000 };
    expect(run('double-wage-no-contract', inputs).result).toMatchObject({
      from: '2024-02-29',
      to: '2025-01-30',
      months: 11,
      amount: 11000,
    });
  });

  test('a month-end hire does not lose days to shorter months', () => {
    const inputs = { hireDate: '2025-01-31', lastWorkDay: '2025-04-29', monthlyWage: 1000 };
    expect(run('double-wage-no-contract', inputs).result).toMatchObject({ from: '2025-02-28', months: 2 });
  });

  test('the odd part goes by working days; without them the calendar is used and says so', () => {
    const inputs = { hireDate: '2025-10-15', lastWorkDay: '2026-03-05', monthlyWage: 6000 };
    const outcome = run('double-wage-no-contract', inputs);
    expect(outcome.result).toMatchObject({ partial: ['2026-02-15', '2026-03-05'], amount: 20482.76 });
    expect(outcome.warnings.map((w) => w.code)).toContain('workdays-from-calendar');
  });

  test('the duty to make an open-ended contract has no eleven-month limit', () => {
    const inputs = {
      kind: 'open-ended',
      hireDate: '2010-01-01',
      openEndedDueDate: '2020-01-01',
      lastWorkDay: '2021-12-31',
      monthlyWage: 1000,
    };
    expect(run('double-wage-no-contract', inputs).result).toMatchObject({ months: 24, amount: 24000 });
  });

  test('an excuse is shown beside the claim, not instead of it', () => {
    const outcome = run('double-wage-no-contract', { ...base, excuse: 'worker-refused' });
    expect(outcome.amountFen).toBe(5_500_000);
    expect(outcome.methods.at(-1)).toMatchObject({ id: 'excuse-accepted', amountFen: 0 });
  });
});

describe('annual leave', () => {
  test('days round down after taken days come off', () => {
    const days = (taken: number) =>
      run('annual-leave-days', { event: 'termination', calendarDaysInYear: 300, entitlement: 5, taken })
        .result;
    expect(days(0)).toMatchObject({ days: 4 });
    expect(days(1.5)).toMatchObject({ days: 2 });
    expect(days(4.5)).toMatchObject({ days: 0, clawback: 0 });
  });

  test('365 also in a leap year', () => {
    const inputs = { event: 'termination', lastDay: '2024-12-30', entitlement: 15 };
    expect(run('annual-leave-days', inputs).result).toMatchObject({ days: 15 });
  });

  test('overtime comes out of the base, and one base serves every year', () => {
    const wageTable = Array.from({ length: 12 }, (_, i) => ({
      month: `2025-${String(i + 1).padStart(2, '0')}`,
      gross: 9700,
      overtime: 1000,
    }));
    const claimYears = [
      { year: 2024, days: 5 },
      { year: 2025, days: 5 },
    ];
    const outcome = run('annual-leave-pay', { wageTable, claimYears, lastDay: '2025-12-31' });
    expect(outcome.result).toBe(8000);
    expect(outcome.wageBase).toMatchObject({ id: 'average-without-overtime', amountFen: 870_000 });
  });

  test('limitation is contested: both results are shown', () => {
    const claimYears = [2019, 2020, 2021].map((year) => ({ year, days: 5 }));
    const inputs = { claimYears, avgMonthlyWage12mExclOvertime: 8700, filingDate: '2022-01-28' };
    const methods = run('annual-leave-pay', inputs).methods;
    expect(methods.map((m) => m.amountFen)).toEqual([1_200_000, 800_000]);
    expect(methods[1]?.lines[0]?.zh).toContain('2020、2021');
  });

  test.each([
    [1.99, 5, { sickLeaveMonths: 2 }],
    [12, 10, { sickLeaveMonths: 3 }],
    [25, 15, { paidPersonalLeaveDays: 20 }],
  ])('%s years: leave is lost for the grounds of art. 4', (cumulativeServiceYears, entitlement, ground) => {
    const inputs = { event: 'full-year', cumulativeServiceYears };
    expect(run('annual-leave-days', inputs).result).toMatchObject({ days: entitlement });
    expect(run('annual-leave-days', { ...inputs, ...ground }).result).toMatchObject({ days: 0 });
  });
});

test('each claim takes its own wage out of one month table', () => {
  const wageTable = Array.from({ length: 12 }, (_, i) => ({
    month: `2025-${String(i + 1).padStart(2, '0')}`,
    gross: i === 10 ? 8000 : 6000,
    overtime: 500,
    contribution: 4000,
  }));
  const dates = { hireDate: '2024-01-01', lastDay: '2025-12-31' };
  const average = run('economic-compensation', { wageTable, ...dates });
  const notice = run('payment-in-lieu-notice', {
    wageTable,
    lastDay: '2025-12-31',
    ground: 'art40-2',
    noticeGiven: false,
  });
  const leave = run('annual-leave-pay', { wageTable, ...dates, days: 1 });
  const grant = run('work-injury-disability-grant', { wageTable, injuryDate: '2026-01-01', grade: 10 });
  expect([average, notice, leave, grant].map((o) => o.wageBase?.id)).toEqual([
    'average-12-months',
    'previous-month',
    'average-without-overtime',
    'contribution-wage',
  ]);
  expect([average, notice, leave, grant].map((o) => o.wageBase?.amountFen)).toEqual([
    616_667, 800_000, 566_667, 400_000,
  ]);
  expect(average.result).toMatchObject({ amount: 12333.33 });
  expect(average.warnings.map((w) => w.code)).toContain('overtime-in-base');
});

test('the minimum wage goes by tier and by the city’s own first day', () => {
  const gross = (month: string, extra = {}) =>
    run('minimum-wage-differential', { areaCode: '510104', month, gross: 2000, ...extra }).result;
  expect(gross('2025-07')).toBe(330);
  expect(gross('2025-05', { tier: 2 })).toBe(200);
  expect(failureOf(() => gross('2025-05')).details).toMatchObject({ reason: 'tier-needed' });
});

test('pay divides by 21.75, hours by the working days, and holidays changed in 2025', () => {
  const at = (date: string) => run('working-time-constants', { date }).result;
  expect(at('2024-12-31')).toMatchObject({
    annualWorkDays: 250,
    monthWorkDays: 20.83,
    statutoryHolidays: 11,
    payDaysPerMonth: 21.75,
  });
  expect(at('2025-01-01')).toMatchObject({
    monthWorkDays: 20.67,
    monthWorkHours: 165.36,
    statutoryHolidays: 13,
  });
  const quarter = (year: number) =>
    run('overtime-pay', {
      scheme: 'comprehensive',
      period: 'quarter',
      year,
      monthlyBase: 4350,
      totalHours: 500,
    }).result;
  expect([quarter(2024), quarter(2026)]).toEqual([0, 150]);
});

describe('anniversaries', () => {
  const months = (hireDate: string, lastDay: string) =>
    (run('economic-compensation', { hireDate, lastDay, output: 'months' }).result as { months: number })
      .months;

  test.each([
    ['2020-03-01', '2023-02-28', 3],
    ['2020-03-01', '2023-03-01', 3.5],
    ['2020-03-01', '2023-08-30', 3.5],
    ['2020-03-01', '2023-08-31', 4],
    ['2020-02-29', '2021-02-27', 1],
    ['2020-02-29', '2021-02-28', 1.5],
    ['2020-02-29', '2024-02-28', 4],
    ['2024-01-15', '2024-01-15', 0.5],
  ])('%s to %s: %s', (hire, last, expected) => expect(months(hire, last)).toBe(expected));
});

describe('delayed-performance interest', () => {
  const base = { principal: 10000, performanceDeadline: '2025-07-01', paidDate: '2025-07-31' };

  test('simple, once, and payments go to the principal first', () => {
    expect(run('delayed-performance-interest', base).result).toMatchObject({ days: 30, doubledPart: 52.5 });
    const part = { ...base, payments: [{ date: '2025-07-11', amount: 4000 }] };
    expect(run('delayed-performance-interest', part).result).toMatchObject({ doubledPart: 38.5 });
    const all = { ...base, payments: [{ date: '2025-07-11', amount: 12000 }] };
    expect(run('delayed-performance-interest', all).result).toMatchObject({ doubledPart: 17.5 });
  });

  test('a payment after the day of full payment is refused, not left out', () => {
    const payments = [
      { date: '2025-07-31', amount: 1000 },
      { date: '2025-08-01', amount: 1000 },
    ];
    expect(failureOf(() => run('delayed-performance-interest', { ...base, payments }))).toMatchObject({
      issues: [{ path: 'payments.1.date', code: 'payment-after-end' }],
    });
  });

  test('general interest stays outside, and matches the worked example of the court', () => {
    const inputs = {
      principal: 10000,
      performanceDeadline: '2015-07-03',
      paidDate: '2015-09-01',
      generalInterestDaily: 0.0005,
      generalInterestFrom: '2015-01-01',
    };
    expect(run('delayed-performance-interest', inputs).result).toEqual({
      days: 60,
      doubledPart: 105,
      generalBefore: 920,
      generalAfter: 300,
    });
  });
});

test('a roster never sets one worker’s overpayment against another', () => {
  const workers = [
    { name: '甲', due: 100, paid: 300 },
    { name: '乙', due: 100 },
  ];
  expect(run('unpaid-wages-roster', { workers }).result).toMatchObject({ total: 100, overpaid: { 甲: 200 } });
});

describe('service before 2008', () => {
  const inputs = {
    hireDate: '2003-05-10',
    lastDay: '2024-05-09',
    avgMonthlyWage12m: 6000,
    localAvgMonthlyWage: 8000,
  };
  const of = (over: object) => run('economic-compensation', { ...inputs, ...over });

  test('continuous below three times the average, with the segmented figure beside it', () => {
    const outcome = of({ reason: 'mutual-agreement-employer-initiated' });
    expect(outcome.result).toMatchObject({ months: 21, amount: 126000, method: 'continuous' });
    expect(outcome.methods.map((m) => m.amountFen)).toEqual([12_600_000, 12_900_000]);
  });

  test('segmented above it: the old part is uncapped', () => {
    const outcome = of({ avgMonthlyWage12m: 30000, reason: 'changed-circumstances' });
    expect(outcome.result).toMatchObject({ method: 'segmented', months: 17, amount: 5 * 30000 + 12 * 24000 });
  });

  test('on expiry service counts from 2008 only', () => {
    expect(of({ reason: 'contract-expiry' }).result).toMatchObject({ months: 16.5, amount: 99000 });
  });

  test('2N is never segmented', () => {
    expect(run('unlawful-termination', inputs).result).toMatchObject({ months: 21, amount: 252000 });
  });

  test('a resignation gives nothing, and says why', () => {
    const outcome = of({ reason: 'voluntary-resignation' });
    expect(outcome.result).toMatchObject({ amount: 0, due: false });
    expect(outcome.warnings.map((w) => w.code)).toContain('not-due');
  });

  test('transferred service counts unless it was paid out', () => {
    const moved = { hireDate: '2020-05-10', transferredFrom: '2015-05-10' };
    expect(of(moved).result).toMatchObject({ months: 9 });
    expect(of({ ...moved, transferredPaid: true }).result).toMatchObject({ months: 4 });
  });
});

describe('limitation flags and never zeroes', () => {
  const inputs = { hireDate: '2020-01-01', lastDay: '2024-12-31', avgMonthlyWage12m: 5000 };
  const limitation = { knownDate: '2024-12-31', filingDate: '2026-02-01' };

  test('both totals are shown', () => {
    const outcome = run('economic-compensation', { ...inputs, limitation });
    expect(outcome.amountFen).toBe(2_500_000);
    expect(outcome.totals).toEqual({ claimedFen: 2_500_000, recoverableFen: 0 });
    expect(outcome.warnings.map((w) => w.code)).toContain('time-barred');
  });

  test('an interruption, or a lost defence, keeps the claim', () => {
    const kept = { claimedFen: 2_500_000, recoverableFen: 2_500_000 };
    const interrupted = { ...limitation, interruptions: ['2025-11-05'] };
    expect(run('economic-compensation', { ...inputs, limitation: interrupted }).totals).toEqual(kept);
    const lost = { ...limitation, stage: 'first-instance', defenceRaisedInArbitration: false };
    expect(run('economic-compensation', { ...inputs, limitation: lost }).totals).toEqual(kept);
  });

  test('pay during employment never runs out; a missing start is named', () => {
    const pay = { due: 100, limitation: { filingDate: '2026-01-01' } };
    expect(run('unpaid-wages', pay).totals).toEqual({ claimedFen: 10_000, recoverableFen: 10_000 });
    const noStart = { ...inputs, limitation: { filingDate: '2026-01-01' } };
    expect(failureOf(() => run('economic-compensation', noStart)).issues).toEqual([
      { path: 'limitation.knownDate', code: 'required' },
    ]);
  });
});
