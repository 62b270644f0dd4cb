import { describe, expect, test } from 'vitest';
import { calculate, type LawContext, listCalculators } from '../../shared/law/index.ts';
import { calendar, ctx, failureOf } from './support.ts';

const run = (id: string, inputs: unknown, law: LawContext = ctx) => calculate(id, inputs, law);
const months = (from: number, to: number, year = 2025) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    month: `${year}-${String(from + i).padStart(2, '0')}`,
    gross: 6000,
  }));

describe('bad input names its field', () => {
  test.each([
    [
      'economic-compensation',
      { serviceYears: 2, avgMonthlyWage12m: -1 },
      'avgMonthlyWage12m',
      'amount-negative',
    ],
    [
      'economic-compensation',
      { serviceYears: 2, avgMonthlyWage12m: 'NaN' },
      'avgMonthlyWage12m',
      'amount-invalid',
    ],
    [
      'economic-compensation',
      { serviceYears: 2, avgMonthlyWage12m: Number.NaN },
      'avgMonthlyWage12m',
      'invalid-union',
    ],
    [
      'economic-compensation',
      { serviceYears: 2, avgMonthlyWage12m: 1e300 },
      'avgMonthlyWage12m',
      'amount-invalid',
    ],
    ['economic-compensation', { serviceYears: 900, avgMonthlyWage12m: 1 }, 'serviceYears', 'too-big'],
    [
      'economic-compensation',
      { serviceYears: 1, serviceMonths: 12, avgMonthlyWage12m: 1 },
      'serviceMonths',
      'number-too-large',
    ],
    ['economic-compensation', { serviceYears: 2 }, 'avgMonthlyWage12m', 'required'],
    ['economic-compensation', { avgMonthlyWage12m: 5000 }, 'hireDate', 'required'],
    ['economic-compensation', { hireDate: '2024-01-01', avgMonthlyWage12m: 5000 }, 'lastDay', 'required'],
    [
      'economic-compensation',
      { hireDate: '2024-01-02', lastDay: '2024-01-01', avgMonthlyWage12m: 5000 },
      'lastDay',
      'end-before-start',
    ],
    [
      'economic-compensation',
      { hireDate: '2023-02-29', lastDay: '2024-01-01', avgMonthlyWage12m: 5000 },
      'hireDate',
      'date-invalid',
    ],
    ['economic-compensation', { serviceYears: 1, wageTable: months(1, 12) }, 'lastDay', 'required'],
    [
      'limitation',
      {
        claim: 'other',
        knownDate: '2025-01-08',
        filingDate: '2026-03-01',
        suspensions: [{ from: '2025-03-01', to: '2025-02-01' }],
      },
      'suspensions.0.to',
      'end-before-start',
    ],
    [
      'economic-compensation',
      { hireDate: '2020-01-01', lastDay: '2025-12-31', wageTable: [...months(1, 3), ...months(6, 12)] },
      'wageTable',
      'month-missing',
    ],
    [
      'economic-compensation',
      { hireDate: '2025-01-01', lastDay: '2025-12-31', wageTable: [...months(1, 12), ...months(4, 4)] },
      'wageTable.12.month',
      'month-twice',
    ],
    [
      'economic-compensation',
      {
        hireDate: '2025-01-01',
        lastDay: '2025-12-31',
        wageTable: [{ month: '2025-01', gross: 1, overtime: 2 }],
      },
      'wageTable.0.gross',
      'less-than-parts',
    ],
    [
      'unlawful-termination',
      { hireMonth: '2020-05', lastMonth: '2020-04', avgMonthlyWage12m: 1 },
      'lastMonth',
      'end-before-start',
    ],
    [
      'double-wage-no-contract',
      { hireDate: '2024-01-01', contractSignedDate: '2023-12-31' },
      'contractSignedDate',
      'end-before-start',
    ],
    [
      'double-wage-no-contract',
      { hireDate: '2024-01-01', lastWorkDay: '2023-12-31' },
      'lastWorkDay',
      'end-before-start',
    ],
    [
      'double-wage-no-contract',
      { hireDate: '2024-01-01', monthlyWages: [1, 2] },
      'monthlyWages.2',
      'required',
    ],
    ['double-wage-no-contract', { hireDate: '2024-01-01', payDivisor: 0 }, 'payDivisor', 'number-invalid'],
    [
      'double-wage-no-contract',
      { hireDate: '2024-01-01', kind: 'open-ended' },
      'openEndedDueDate',
      'required',
    ],
    ['payment-in-lieu-notice', { ground: 'art40-1', noticeGiven: false }, 'lastMonthWage', 'required'],
    ['annual-leave-pay', { days: 5 }, 'avgMonthlyWage12mExclOvertime', 'required'],
    ['annual-leave-pay', { avgMonthlyWage12mExclOvertime: 5 }, 'days', 'required'],
    ['annual-leave-days', { event: 'termination', entitlement: 5 }, 'lastDay', 'required'],
    ['annual-leave-days', { event: 'full-year', entitlement: 7 }, 'entitlement', 'invalid-union'],
    ['probation-limit', {}, 'contractTermMonths', 'required'],
    ['overtime-pay', { workdayHours: 3 }, 'monthlyBase', 'required'],
    ['overtime-pay', { monthlyBase: 1, hourRate: 1 }, 'hourRate', 'one-form-only'],
    ['overtime-pay', { monthlyBase: 1, scheme: 'comprehensive', totalHours: 5 }, 'standardHours', 'required'],
    [
      'overtime-pay',
      { monthlyBase: 1, scheme: 'comprehensive', totalHours: 5, standardHours: 1, ofWhichHolidayHours: 6 },
      'ofWhichHolidayHours',
      'less-than-parts',
    ],
    [
      'high-temperature-allowance',
      { unit: 'day', qualifyingDays: 400, rate: 1 },
      'qualifyingDays',
      'number-too-large',
    ],
    ['high-temperature-allowance', { unit: 'day', qualifyingDays: 4 }, 'rate', 'required'],
    ['sick-leave-pay', { contractSickPay: 1 }, 'localMinWage', 'required'],
    [
      'shutdown-pay',
      { wageCycleIndex: 2, contractWage: 1, workProvided: false },
      'livingAllowance',
      'required',
    ],
    [
      'medical-treatment-period',
      { totalServiceYears: 1, unitServiceYears: 2 },
      'unitServiceYears',
      'more-than-total',
    ],
    [
      'reinstatement-wages',
      { from: '2026-02-01', to: '2026-01-01', normalMonthlyWage: 1 },
      'to',
      'end-before-start',
    ],
    ['work-injury-disability-grant', { grade: 11, ownWage: 1 }, 'grade', 'too-big'],
    ['work-injury-disability-grant', { grade: 10 }, 'ownWage', 'required'],
    [
      'work-injury-disability-grant',
      { grade: 10, injuryDate: '2026-01-01', wageTable: months(1, 12) },
      'wageTable.0.contribution',
      'required',
    ],
    [
      'work-injury-medical-employment',
      { grade: 4, province: '四川', areaAvgMonthlyWage: 1 },
      'grade',
      'too-small',
    ],
    [
      'work-injury-medical-employment',
      { grade: 9, provinceTable: 'no numbers' },
      'provinceTable',
      'table-invalid',
    ],
    [
      'work-injury-suspension-pay',
      { originalMonthlyWage: 1, months: 1, payDivisor: 0 },
      'payDivisor',
      'number-invalid',
    ],
    ['work-death-benefits', { item: 'lump-sum' }, 'deathYear', 'required'],
    [
      'work-death-benefits',
      { item: 'dependants-pension', ownWage: 1, dependants: ['spouse', 'spouse'] },
      'dependants',
      'one-spouse-only',
    ],
    ['illegal-unit-injury-lump', { areaAvgAnnualWage: 1 }, 'grade', 'required'],
    ['late-interest-lpr', { principal: 1, from: '2026-02-01', to: '2026-01-01' }, 'to', 'end-before-start'],
    [
      'delayed-performance-interest',
      { principal: 1, performanceDeadline: '2026-02-01', paidDate: '2026-01-01' },
      'paidDate',
      'end-before-start',
    ],
    ['court-fee', { type: 'payment-order' }, 'amount', 'required'],
    ['legal-aid-means', { rule: 'half of it' }, 'rule', 'percent-missing'],
    ['wage-crime-threshold', { workers: 0, monthsUnpaid: 1, amount: 1 }, 'workers', 'too-small'],
    [
      'social-insurance-loss',
      { kind: 'maternity', enrolmentPossible: false, birth: 'birth' },
      'preLeaveMonthlyWage',
      'required',
    ],
  ])('%s %j', (id, inputs, path, code) => {
    const failure = failureOf(() => run(id, inputs));
    expect(failure.code).toBe('invalid-input');
    expect(failure.issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  test('the holes of a wage table are listed', () => {
    const inputs = {
      hireDate: '2020-01-01',
      lastDay: '2025-12-31',
      wageTable: [...months(1, 3), ...months(6, 12)],
    };
    const failure = failureOf(() => run('economic-compensation', inputs));
    expect(failure.issues?.[0]?.params).toEqual({ months: '2025-04, 2025-05' });
  });
});

describe('missing data is asked for', () => {
  test.each([
    [
      'economic-compensation',
      { hireDate: '2020-01-01', lastDay: '2025-08-31', avgMonthlyWage12m: 1, areaCode: '510104' },
      { table: 'minimumWages' },
      { calendar },
    ],
    [
      'economic-compensation',
      { hireDate: '2020-01-01', lastDay: '2025-08-31', avgMonthlyWage12m: 5000, areaCode: '510104' },
      { table: 'averageWages', area: '510100', year: 2024, reason: 'series-needed' },
      ctx,
    ],
    [
      'economic-compensation',
      {
        hireDate: '2020-01-01',
        lastDay: '2023-08-31',
        avgMonthlyWage12m: 5000,
        localMinWage: 2000,
        areaCode: '510104',
      },
      { table: 'averageWages', area: '510100', date: '2023-08-31', year: 2022 },
      ctx,
    ],
    [
      'late-interest-lpr',
      { principal: 1, from: '2019-01-01', to: '2019-12-01' },
      { table: 'lpr', date: '2019-01-01' },
      ctx,
    ],
    [
      'late-interest-lpr',
      { principal: 1, from: '2026-01-01', to: '2026-06-01' },
      { table: 'lpr', knownThrough: '2026-04-20' },
      ctx,
    ],
    [
      'late-interest-lpr',
      { principal: 1, from: '2026-01-01', to: '2026-12-01', rates: [{ from: '2026-09-21', ratePct: 3 }] },
      { table: 'lpr', knownThrough: '2026-04-20' },
      ctx,
    ],
    [
      'work-death-benefits',
      { item: 'lump-sum', deathYear: 2027 },
      { table: 'disposableIncome', area: '000000', year: 2026 },
      ctx,
    ],
    [
      'work-injury-medical-employment',
      { province: '陕西', grade: 5, areaAvgMonthlyWage: 1 },
      { table: 'injuryLumps', grade: 5 },
      ctx,
    ],
    [
      'work-injury-medical-employment',
      { areaCode: '440300', grade: 9, areaAvgMonthlyWage: 1 },
      { table: 'injuryLumps', area: '440000' },
      ctx,
    ],
    [
      'high-temperature-allowance',
      { areaCode: '510104', unit: 'day', qualifyingDays: 3 },
      { table: 'heatAllowances', reason: 'range' },
      ctx,
    ],
    [
      'high-temperature-allowance',
      { areaCode: '110105', unit: 'day', qualifyingDays: 3 },
      { table: 'heatAllowances', area: '110105' },
      ctx,
    ],
    ['working-time-constants', { date: '2013-12-31' }, { table: 'workingTime', date: '2013-12-31' }, ctx],
    [
      'wage-crime-threshold',
      { workers: 1, monthsUnpaid: 3, amount: 10000 },
      { table: 'wageCrime', reason: 'provinceSingle' },
      ctx,
    ],
    ['court-fee', { type: 'set-aside' }, { table: 'courtFees' }, { calendar }],
    ['admin-division', { code: '510104' }, { table: 'divisions' }, { calendar }],
    [
      'medical-treatment-period',
      { totalServiceYears: 5, unitServiceYears: 5 },
      { table: 'medicalPeriod' },
      { calendar },
    ],
    [
      'work-injury-disability-grant',
      { grade: 5, ownWage: 1 },
      { table: 'injuryRates.disabilityGrantMonths' },
      { calendar },
    ],
  ])('%s %j', (id, inputs, details, law) => {
    expect(failureOf(() => run(id, inputs, law))).toMatchObject({ code: 'no-data', details });
  });

  test('a quote after the last known one is said to be missing, as one before the first is', () => {
    for (const [date, code] of [
      ['2026-04-21', 'lpr-missing'],
      ['2019-08-19', 'before-lpr'],
    ]) {
      const { result, warnings } = run('lpr-lookup', { date });
      expect(result).toBeNull();
      expect(warnings).toMatchObject([{ code, field: 'date' }]);
    }
  });

  test('what rests on a day to come, or on a year without its notice, is provisional', () => {
    const of = (id: string, inputs: object) => {
      const { provisional, warnings } = run(id, inputs);
      return [provisional, warnings.find((w) => w.code === 'date-to-come')?.field];
    };
    const n = { hireDate: '2025-01-01', avgMonthlyWage12m: 5000 };
    // Today is 21 November 2026.
    expect(of('economic-compensation', { ...n, lastDay: '2026-11-21' })).toEqual([false, undefined]);
    expect(of('economic-compensation', { ...n, lastDay: '2026-11-22' })).toEqual([true, 'lastDay']);
    const monthly = { areaCode: '510104', gross: 2000 };
    expect(of('minimum-wage-differential', { ...monthly, month: '2026-11' })).toEqual([false, undefined]);
    expect(of('minimum-wage-differential', { ...monthly, month: '2026-12' })).toEqual([true, 'month']);
    const unknownYear = { hireDate: '2019-10-15', lastWorkDay: '2020-01-03', monthlyWage: 6000 };
    expect(of('double-wage-no-contract', unknownYear)).toEqual([true, undefined]);
  });

  test('a reckoning that leaves the known years names the field that led there', () => {
    // Where nobody says what day it is, no day is too far ahead.
    const { asOf: _, ...timeless } = ctx;
    const issue = (id: string, inputs: object) => failureOf(() => run(id, inputs, timeless)).issues?.[0];
    const code = 'date-out-of-range';
    expect(issue('double-wage-no-contract', { hireDate: '2199-12-31', monthlyWage: 1 })).toMatchObject({
      path: 'hireDate',
      code,
    });
    const service = { hireDate: '2190-01-31', lastDay: '2199-12-31', avgMonthlyWage12m: 5000 };
    expect(issue('economic-compensation', service)).toMatchObject({ path: 'lastDay', code });
  });

  test('the amount that no province could contest needs no provincial figure', () => {
    const at = (amount: number) =>
      run('wage-crime-threshold', { workers: 1, monthsUnpaid: 3, amount }).result;
    expect(at(20000)).toMatchObject({ reached: true });
    expect(at(4999)).toMatchObject({ reached: false });
  });

  test('a figure entered with its source replaces the table and is printed', () => {
    const outcome = run('economic-compensation', {
      serviceYears: 3,
      avgMonthlyWage12m: 50000,
      localAvgMonthlyWage: 9000,
      localAvgMonthlyWageSource: '市统计局2025年公报',
    });
    expect(outcome.result).toMatchObject({ base: 27000 });
    expect(outcome.lines.map((l) => l.zh).join()).toContain('市统计局2025年公报');
  });

  test('the table serves the place and year, and warns of what was not checked', () => {
    const outcome = run('economic-compensation', {
      hireDate: '2020-01-01',
      lastDay: '2025-08-31',
      avgMonthlyWage12m: 50000,
      areaCode: '510104',
      averageWageSeries: 'non-private',
    });
    // 125512 a year ÷ 12 × 3, exact.
    expect(outcome.result).toMatchObject({ base: 31378, months: 6, amount: 188268 });
    expect(outcome.warnings.map((w) => w.code)).toContain('reference-not-verified');
  });

  test('the office’s own region is a default, and what its table lacks only a warning', () => {
    const region = { ...ctx, region: '230800' };
    const inputs = { hireDate: '2020-01-01', lastDay: '2025-08-31', avgMonthlyWage12m: 5000 };
    const codes = run('economic-compensation', inputs, region).warnings.map((w) => w.code);
    expect(codes).toContain('cap-not-checked');
  });

  test('quotes that are missing may be entered', () => {
    const rates = [{ from: '2026-04-20', ratePct: 3 }];
    const inputs = { principal: 36500, from: '2026-04-01', to: '2026-06-10', rates, ratesSource: '央行公告' };
    expect(run('late-interest-lpr', inputs).result).toMatchObject({
      amount: 210,
      segments: [{ days: 70, ratePct: 3 }],
    });
  });
});

test.each(listCalculators().map((c) => [c.id] as const))('%s refuses what is no object', (id) => {
  for (const inputs of [null, 5, 'x', [], { nonsense: 1 }]) {
    expect(failureOf(() => run(id, inputs)).code).toBe('invalid-input');
  }
});

describe('what cannot be is refused by its field, and what is rare is not', () => {
  const issue = (id: string, inputs: object) => failureOf(() => run(id, inputs)).issues?.[0];
  const pay = { hourRate: 20, scheme: 'standard' };
  const service = { hireDate: '2019-03-01', avgMonthlyWage12m: 5000 };

  test.each([
    ['overtime-pay', { ...pay, workdayHours: 99_999_999 }, 'workdayHours', { max: 527_040 }],
    ['overtime-pay', { ...pay, period: 'month', restDayHours: 745 }, 'restDayHours', { max: 744 }],
    ['overtime-pay', { ...pay, period: 'year', holidayHours: '8784.5' }, 'holidayHours', { max: 8784 }],
    ['overtime-pay', { ...pay, restDays: 21_961 }, 'restDays', { max: 21_960 }],
    [
      'overtime-legal-limit',
      { workdayOvertimeHoursInMonth: 745 },
      'workdayOvertimeHoursInMonth',
      { max: 744 },
    ],
    ['unpaid-wages', { dayRate: 260, daysWorked: 99_999_999 }, 'daysWorked', { max: 21_960 }],
    ['unpaid-wages', { monthlyWage: 5000, unpaidMonths: 721 }, 'unpaidMonths', { max: 720 }],
    ['unpaid-wages', { monthlyWage: 5000, unpaidMonths: 1, partMonthDays: 32 }, 'partMonthDays', { max: 31 }],
    [
      'medical-treatment-period',
      { totalServiceYears: 81, unitServiceYears: 1 },
      'totalServiceYears',
      { max: 80 },
    ],
    [
      'minimum-wage-differential',
      { type: 'part-time-hourly', areaCode: '510104', month: '2026-03', hours: 745, hourlyPaid: 1 },
      'hours',
      { max: 744 },
    ],
  ])('%s %j', (id, inputs, path, params) => {
    expect(issue(id, inputs)).toEqual({ path, code: 'number-too-large', params });
  });

  test('the most that a period holds is taken', () => {
    for (const inputs of [
      { ...pay, workdayHours: 527_040 },
      { ...pay, period: 'month', restDayHours: 744 },
      { ...pay, period: 'year', holidayHours: 8784 },
    ])
      expect(run('overtime-pay', inputs).amountFen).toBeGreaterThan(0);
  });

  test('an amount above what a case can hold', () => {
    expect(issue('unpaid-wages', { due: '100000000000.01' })).toEqual({
      path: 'due',
      code: 'amount-too-large',
    });
    expect(run('unpaid-wages', { due: '100000000000' }).amountFen).toBe(1e13);
  });

  test('a day more than ten years ahead, and work begun more than eighty years ago', () => {
    expect(issue('economic-compensation', { ...service, lastDay: '2062-03-01' })).toEqual({
      path: 'lastDay',
      code: 'date-too-far',
      params: { latest: '2036-11-21' },
    });
    expect(
      issue('economic-compensation', { ...service, hireDate: '1920-01-01', lastDay: '2026-03-01' }),
    ).toEqual({
      path: 'hireDate',
      code: 'date-too-early',
      params: { earliest: '1946-11-21' },
    });
    expect(run('economic-compensation', { ...service, lastDay: '2036-11-21' }).provisional).toBe(true);
    const old = { ...service, hireDate: '1970-01-01', lastDay: '2026-03-01' };
    expect(run('economic-compensation', old).amountFen).toBeGreaterThan(0);
  });
});
