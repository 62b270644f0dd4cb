import { describe, expect, test } from 'vitest';
import { type Fen, fen } from '../../shared/kernel/money.ts';
import {
  type ArrearsRow,
  arrearsRowSchema,
  type BaseRequest,
  computeArrears,
  computeRoster,
  deriveBase,
  minimumWageAt,
  minimumWageName,
  parseMinimumWages,
  type WageMonth,
  wageHistory,
  wageMonthSchema,
} from '../../shared/law/index.ts';
import { outsideEmployment } from '../../shared/law/wages/employment.ts';
import { wageOfMonth } from '../../shared/law/wages/history.ts';
import { beyondPeriod, quantityBounds } from '../../shared/law/wages/plausible.ts';
import { d, failureOf } from './support.ts';

const yuan = (n: number): Fen => fen(Math.round(n * 100));

function row(over: Partial<ArrearsRow> = {}): ArrearsRow {
  return {
    period: { from: d('2026-03-01'), to: d('2026-03-31') },
    unit: 'day',
    quantity: '26',
    rateFen: yuan(260),
    otherFen: yuan(0),
    deductions: [],
    paid: [],
    ...over,
  };
}

describe('what a period can hold', () => {
  const march = { from: d('2026-03-01'), to: d('2026-03-31') };
  const turn = { from: d('2025-12-20'), to: d('2026-01-19') };
  test.each([
    ['hour', march, { days: 31, usual: 372, most: 744 }],
    ['day', march, { days: 31, usual: 31, most: 93 }],
    ['month', march, { days: 31, usual: 1, most: 3 }],
    ['month', turn, { days: 31, usual: 2, most: 6 }],
    ['day', { from: march.from, to: march.from }, { days: 1, usual: 1, most: 3 }],
    ['piece', march, null],
    ['fixed', march, null],
  ] as const)('%s', (unit, period, bounds) => {
    expect(quantityBounds(unit, period)).toEqual(bounds);
  });

  test('just what it can hold is kept, the next bit more is refused', () => {
    const of = (unit: ArrearsRow['unit'], quantity: string) =>
      beyondPeriod({ period: march, unit, quantity });
    expect(of('hour', '744')).toBeNull();
    expect(of('hour', '744.0001')).toEqual({ days: 31, most: 744 });
    expect(of('day', '93')).toBeNull();
    expect(of('day', '93.5')).toEqual({ days: 31, most: 93 });
    expect(of('month', '3')).toBeNull();
    expect(of('month', '4')).toEqual({ days: 31, most: 3 });
    expect(of('piece', '999999999')).toBeNull();
  });

  const odd = (over: Partial<ArrearsRow>) =>
    computeArrears([row(), row({ period: { from: d('2026-04-01'), to: d('2026-04-30') }, ...over })]).checks;

  test('what is odd is kept and pointed out', () => {
    expect(odd({ quantity: '30' })).toEqual([]);
    expect(odd({ quantity: '30.5' })).toEqual([
      {
        code: 'quantity-above-period',
        row: 1,
        field: 'quantity',
        text: {
          zh: '第2行的数量30.5对这段期间（30天）偏大：超过期间的天数，加班折算成工的请在备注写明，请核对。',
          en: 'Row 2: 30.5 is much for a period of 30 days, more than it has days: note how they were counted. Please check.',
        },
      },
    ]);
    expect(odd({ unit: 'hour', quantity: '360', rateFen: yuan(30) })).toEqual([]);
    expect(odd({ unit: 'hour', quantity: '361', rateFen: yuan(30) })[0]?.text).toEqual({
      zh: '第2行的数量361对这段期间（30天）偏大：平均每天超过12小时，请核对。',
      en: 'Row 2: 361 is much for a period of 30 days, more than 12 hours on every day. Please check.',
    });
    expect(odd({ unit: 'month', quantity: '1.5' })[0]?.text).toEqual({
      zh: '第2行的数量1.5对这段期间（30天）偏大：期间只涉及1个月，请核对。',
      en: 'Row 2: 1.5 is much for a period of 30 days, it touches 1 month(s) only. Please check.',
    });
    // A row from before the bound was drawn is still computed, so that it can be opened and mended.
    expect(odd({ quantity: '400' }).map((c) => c.code)).toEqual(['quantity-above-period']);
  });

  test('so is a rate or an amount that looks like a slip, once', () => {
    expect(odd({ rateFen: yuan(5000), quantity: '1' })).toEqual([]);
    expect(odd({ rateFen: yuan(5000.01), quantity: '1' })).toEqual([
      {
        code: 'rate-doubtful',
        row: 1,
        field: 'rateFen',
        text: {
          zh: '第2行的单价超过5000元，请核对计价单位或是否多写了零。',
          en: 'Row 2: the rate is above 5000 yuan. Check its unit, or an extra zero.',
        },
      },
    ]);
    expect(odd({ rateFen: yuan(90_000), quantity: '30' }).map((c) => c.code)).toEqual(['rate-doubtful']);
    expect(odd({ unit: 'fixed', quantity: '1', rateFen: yuan(2_000_000) })).toEqual([]);
    expect(odd({ unit: 'fixed', quantity: '1', rateFen: yuan(2_000_000.01) })).toEqual([
      {
        code: 'amount-doubtful',
        row: 1,
        field: 'rateFen',
        text: {
          zh: '第2行的应付金额超过2000000元，请核对是否多写了零。',
          en: 'Row 2: what is due is above 2000000 yuan. Check for an extra zero.',
        },
      },
    ]);
  });
});

describe('one row', () => {
  const texts = (over: Partial<ArrearsRow>) => {
    const line = computeArrears([row(over)]).rows[0]?.line;
    return [line?.zh, line?.en];
  };

  test('a fixed sum several times, and with other pay', () => {
    expect(texts({ unit: 'fixed', quantity: '3', rateFen: yuan(100) })).toEqual([
      '3次 × 100.00元 = 300.00元；已付0.00元；尚欠300.00元',
      '3 time(s) × 100.00 = 300.00; paid 0.00; owed 300.00',
    ]);
    expect(texts({ unit: 'fixed', quantity: '1', rateFen: yuan(100), otherFen: yuan(50) })).toEqual([
      '约定100.00元 + 其他50.00元 = 150.00元；已付0.00元；尚欠150.00元',
      'agreed 100.00 + other 50.00 = 150.00; paid 0.00; owed 150.00',
    ]);
    expect(texts({ unit: 'month', quantity: '1', rateFen: yuan(100) })[0]).toBe(
      '1个月 × 100.00元/月 = 100.00元；已付0.00元；尚欠100.00元',
    );
  });

  test.each([
    ['period.from', { period: { from: '2026-02-30' as never, to: d('2026-03-31') } }, 'date-invalid'],
    ['period.to', { period: { from: d('2026-03-01'), to: '2026-02-30' as never } }, 'date-invalid'],
    ['otherFen', { otherFen: -1 as Fen }, 'amount-negative'],
    ['deductions.0.amountFen', { deductions: [{ amountFen: -1 as Fen }] }, 'amount-negative'],
    ['rateFen', { rateFen: Number.NaN as Fen }, 'amount-invalid'],
  ] as const)('%s is refused by name', (path, over, code) => {
    const failure = failureOf(() => computeArrears([row(), row(over as Partial<ArrearsRow>)]));
    expect(failure.issues).toEqual([{ path: `rows.1.${path}`, code }]);
  });

  test('a period of one day stands', () => {
    const day = row({ period: { from: d('2026-03-01'), to: d('2026-03-01') }, quantity: '1' });
    expect(computeArrears([day]).owedFen).toBe(26_000);
    expect(arrearsRowSchema.safeParse(day).success).toBe(true);
  });
});

describe('what is pointed out', () => {
  const checks = (rows: ArrearsRow[], options = {}) => computeArrears(rows, options).checks;
  const codes = (rows: ArrearsRow[], options = {}) => checks(rows, options).map((c) => `${c.row} ${c.code}`);

  test('a deduction of nothing or with a reason is not; a blank reason is none', () => {
    expect(codes([row({ deductions: [{ amountFen: yuan(0) }] })])).toEqual([]);
    expect(codes([row({ deductions: [{ amountFen: yuan(1), basis: '  ' }] })])).toEqual([
      '0 deduction-without-basis',
    ]);
    const [check] = checks([
      row({ deductions: [{ amountFen: yuan(1), basis: '合同' }, { amountFen: yuan(50) }] }),
    ]);
    expect(check).toMatchObject({
      field: 'deductions.1.basis',
      text: {
        zh: '扣款50.00元没有写明依据；无法律或约定依据的扣款可以不予扣除。',
        en: 'The deduction of 50.00 names no basis; without one in law or contract it need not be accepted.',
      },
    });
    expect(codes([row({ deductions: [{ amountFen: yuan(6760), basis: '合同' }] })])).toEqual([]);
  });

  test('a period that ends today has ended', () => {
    expect(codes([row()], { asOf: d('2026-03-31') })).toEqual([]);
    expect(codes([row()], { asOf: d('2026-03-30') })).toEqual(['0 period-in-future']);
    expect(codes([row()])).toEqual([]);
  });

  test('pay exactly at the minimum wage, by the hour and by the month, is not below it', () => {
    const minimumWage = () => ({ monthlyFen: yuan(2330), hourlyFen: yuan(23) });
    const below = (over: Partial<ArrearsRow>) => codes([row(over)], { minimumWage });
    expect(below({ unit: 'hour', rateFen: yuan(23) })).toEqual([]);
    expect(below({ unit: 'month', quantity: '1', rateFen: yuan(2330) })).toEqual([]);
    expect(below({ unit: 'piece', rateFen: yuan(1) })).toEqual([]);
    expect(below({ unit: 'fixed', rateFen: yuan(1) })).toEqual([]);
    expect(below({ unit: 'month', quantity: '1', rateFen: yuan(0) })).toEqual([]);
    const unknown = () => ({ monthlyFen: null, hourlyFen: null });
    expect(codes([row({ unit: 'hour', rateFen: yuan(1) })], { minimumWage: unknown })).toEqual([]);
    expect(
      codes([row({ unit: 'month', quantity: '1', rateFen: yuan(1) })], { minimumWage: unknown }),
    ).toEqual([]);
    const [check] = checks([row({ unit: 'hour', rateFen: yuan(22) })], { minimumWage });
    expect(check?.text.zh).toBe('约定工资低于当地最低工资（23.00元），可另请求差额。');
  });

  test('overlaps name the other row, whichever period is longer', () => {
    const period = (from: string, to: string) => row({ period: { from: d(from), to: d(to) }, quantity: '1' });
    const [check] = checks([period('2026-03-01', '2026-03-31'), period('2026-03-20', '2026-04-20')]);
    expect(check).toMatchObject({
      row: 1,
      field: 'period',
      text: {
        zh: '与第1行的期间重叠，请核对是否重复计算。',
        en: 'Overlaps the period of row 1: check that nothing is counted twice.',
      },
    });
    const three = [
      period('2026-04-15', '2026-04-16'),
      period('2026-03-01', '2026-03-10'),
      period('2026-03-05', '2026-04-30'),
    ];
    expect(codes(three)).toEqual(['2 period-overlap', '2 period-overlap']);
    const nested = [
      period('2026-01-01', '2026-12-31'),
      period('2026-02-01', '2026-02-28'),
      period('2026-05-01', '2026-05-31'),
    ];
    expect(checks(nested).map((c) => c.text.zh.slice(0, 4))).toEqual(['与第1行', '与第1行']);
  });

  test('checks stand in the order of the rows', () => {
    const rows = [
      row({ period: { from: d('2026-05-01'), to: d('2026-05-31') }, quantity: '0' }),
      row(),
      row({ period: { from: d('2026-04-01'), to: d('2026-04-30') }, quantity: '0' }),
    ];
    const employment = { start: d('2026-03-02'), end: d('2026-05-30') };
    expect(codes(rows, { employment })).toEqual([
      '0 quantity-zero',
      '0 period-after-employment',
      '1 period-before-employment',
      '2 quantity-zero',
    ]);
  });

  test('outside the employment, in both languages', () => {
    const list = checks([row()], { employment: { start: d('2026-03-02'), end: d('2026-03-30') } });
    expect(list.map((c) => c.text)).toEqual([
      {
        zh: '第1行的期间自2026-03-01起，早于入职（进场）日期2026-03-02，请核对。',
        en: 'The period of row 1 begins on 2026-03-01, before the first day of work, 2026-03-02: check the dates.',
      },
      {
        zh: '第1行的期间至2026-03-31止，晚于离职（离场）日期2026-03-30，请核对。',
        en: 'The period of row 1 ends on 2026-03-31, after the last day of work, 2026-03-30: check the dates.',
      },
    ]);
  });

  test('what is not known is not doubted', () => {
    const open = { from: null, to: null };
    const employed = { start: d('2026-03-02'), end: d('2026-03-30') };
    expect(outsideEmployment(open, employed)).toEqual({ beforeStart: null, afterEnd: null });
    const long = { from: d('2026-01-01'), to: d('2026-12-31') };
    expect(outsideEmployment(long, { start: null, end: null })).toEqual({
      beforeStart: null,
      afterEnd: null,
    });
  });
});

describe('a roster', () => {
  const worker = (id: string, name: string, idNumber?: string, over: Partial<ArrearsRow> = {}) => ({
    id,
    name,
    rows: [row(over)],
    ...(idNumber === undefined ? {} : { idNumber }),
  });
  const found = (...workers: ReturnType<typeof worker>[]) =>
    computeRoster(workers).checks.map((c) => [c.code, c.workers, c.text.zh]);

  test('a check of a row names its worker', () => {
    const result = computeRoster([worker('a', '甲', undefined, { quantity: '0' })]);
    expect(result.checks).toMatchObject([{ code: 'quantity-zero', workers: ['a'], row: 0 }]);
    expect(result.workersOwed).toBe(0);
  });

  test('one number twice, blanks and small letters aside', () => {
    expect(found(worker('a', '甲', ' t-1x '), worker('b', '乙', 'T-1X'))).toEqual([
      ['worker-twice', ['a', 'b'], '甲的身份证号出现2次，请核对是否重复登记。'],
    ]);
    expect(found(worker('a', '甲', ' '), worker('b', '乙', ' '))).toEqual([]);
  });

  test('one name: two numbers, or one that is missing, are told apart; the same number is not', () => {
    const text = '有2名工人都叫甲，请按身份证号区分。';
    expect(found(worker('a', '甲', 'T-1'), worker('b', ' 甲 ', 'T-2'))).toEqual([
      ['same-name', ['a', 'b'], text],
    ]);
    expect(found(worker('a', '甲'), worker('b', '甲'))).toEqual([['same-name', ['a', 'b'], text]]);
    expect(found(worker('a', '甲', 'T-1'), worker('b', '甲')).map((c) => c[0])).toEqual(['same-name']);
    expect(found(worker('a', '甲', 't-1'), worker('b', '甲', 'T-1 ')).map((c) => c[0])).toEqual([
      'worker-twice',
    ]);
    const [check] = computeRoster([worker('a', '甲'), worker('b', '甲')]).checks;
    expect(check?.text.en).toBe('2 workers are called 甲: tell them apart by ID number.');
  });

  test('a failure that names no field passes as it is', () => {
    const broken = { id: 'a', name: '甲', rows: null as unknown as ArrearsRow[] };
    expect(() => computeRoster([broken])).toThrow(TypeError);
  });
});

describe('minimum wages by place and day', () => {
  const entry = (area: string, over: object = {}) => ({
    area,
    name: { zh: `${area}最低工资`, en: `minimum ${area}` },
    validFrom: '2025-01-01',
    monthly: [2000],
    hourly: [20],
    source: '某通知',
    status: 'verified',
    ...over,
  });
  const table = (...rows: object[]) => parseMinimumWages({ minimumWages: rows });
  const at = (rows: object[], area: string, date: string, tier?: number) =>
    minimumWageAt(table(...rows), area, d(date), tier);

  test('the most local wins over the latest, and of one place the latest', () => {
    const rows = [
      entry('510000', { validFrom: '2026-01-01', monthly: [2100] }),
      entry('510100', { monthly: [2200] }),
      entry('510100', { validFrom: '2025-07-01', monthly: [2300] }),
      entry('510100', { validFrom: '2024-07-01', monthly: [1900] }),
    ];
    expect(at(rows, '510104', '2026-03-01').monthlyFen).toBe(230_000);
    expect(at(rows, '510104', '2025-06-30').monthlyFen).toBe(220_000);
    expect(at(rows, '510704', '2026-03-01').monthlyFen).toBe(210_000);
    expect(failureOf(() => at(rows, '510704', '2025-12-31'))).toEqual({
      code: 'no-data',
      details: { table: 'minimumWages', area: '510704', date: '2025-12-31' },
    });
  });

  test('a city whose own notice came later than the province’s is pointed out', () => {
    const rows = [
      entry('510000', { validFrom: '2022-04-01', monthly: [2100] }),
      entry('510000', { monthly: [2330] }),
      entry('510100', { validFrom: '2025-06-03', monthly: [2330] }),
    ];
    const codes = (area: string, date: string) => at(rows, area, date).warnings.map((w) => w.code);
    expect(codes('510104', '2025-01-01')).toEqual(['minimum-wage-local-later']);
    expect(codes('510104', '2025-06-02')).toEqual(['minimum-wage-local-later']);
    expect(at(rows, '510104', '2025-06-02').warnings[0]?.text.zh).toContain('2025-06-03');
    expect(codes('510104', '2025-06-03')).toEqual([]);
    // The notice for an earlier standard of the province is another one; the neighbour city has none.
    expect(codes('510104', '2024-12-31')).toEqual([]);
    expect(codes('510704', '2025-05-01')).toEqual([]);
  });

  test('zeros inside a code are part of the place', () => {
    expect(at([entry('100100')], '100104', '2026-03-01').monthlyFen).toBe(200_000);
    expect(failureOf(() => at([entry('100100')], '110104', '2026-03-01')).code).toBe('no-data');
  });

  test('tiers: as listed, as chosen, or asked for', () => {
    const tiers = entry('510000', { monthly: [2300, 2200], hourly: [23], tiers: { '510104': 1 } });
    expect(at([tiers], '510104', '2026-03-01')).toMatchObject({ tier: 1, warnings: [] });
    expect(at([tiers], '510104', '2026-03-01', 1).warnings).toEqual([]);
    const other = at([tiers], '510104', '2026-03-01', 2);
    expect(other).toMatchObject({ tier: 2, monthlyFen: 220_000, hourlyFen: null });
    expect(other.warnings).toEqual([
      {
        code: 'minimum-wage-tier-differs',
        text: {
          zh: '文件列明该地适用第1档，现按所选第2档计算。',
          en: 'The notice puts this place in tier 1; tier 2 was chosen.',
        },
      },
    ]);
    expect(at([tiers], '510107', '2026-03-01', 2).warnings).toEqual([]);
    const asked = { code: 'no-data', details: { reason: 'tier-needed', tiers: 2, area: '510107' } };
    expect(failureOf(() => at([tiers], '510107', '2026-03-01'))).toMatchObject(asked);
    expect(failureOf(() => at([tiers], '510107', '2026-03-01', 3))).toMatchObject(asked);
    const first = entry('510000', { firstTierOnly: true, hourly: null });
    expect(failureOf(() => at([first], '510107', '2026-03-01')).code).toBe('no-data');
    expect(at([first], '510107', '2026-03-01', 1).hourlyFen).toBeNull();
  });

  test('a snapshot says of when it is, and is named by that day', () => {
    const snapshot = entry('510000', { validFrom: null, asOf: '2025-10-01' });
    const found = at([snapshot], '510104', '2026-03-01');
    expect(found.warnings).toEqual([
      {
        code: 'minimum-wage-snapshot',
        text: {
          zh: '仅知2025-10-01时的标准，此后可能已调整，请核对当地最新文件。',
          en: 'Only the standard as of 2025-10-01 is known; it may have changed since. Check the local notice.',
        },
      },
    ]);
    expect(minimumWageName(found.row)).toEqual({
      zh: '510000最低工资（2025-10-01起）',
      en: 'minimum 510000 (from 2025-10-01)',
    });
    const both = entry('510000', { asOf: '2025-10-01' });
    expect(minimumWageName(at([both], '510104', '2026-03-01').row).en).toBe(
      'minimum 510000 (from 2025-01-01)',
    );
  });
});

describe('a table of months', () => {
  const month = (text: string, gross: number, over: object = {}): WageMonth =>
    wageMonthSchema.parse({ month: text, gross, ...over });
  const year = (n: number, gross: number, over: object = {}): WageMonth[] =>
    Array.from({ length: 12 }, (_, i) => month(`${n}-${String(i + 1).padStart(2, '0')}`, gross, over));
  const base = (rows: WageMonth[], until: string, over: Partial<BaseRequest> = {}) =>
    deriveBase(wageHistory(rows), { base: 'average-12-months', until: d(until), ...over });
  const ok = (text: string) => wageMonthSchema.safeParse({ month: text, gross: 1 }).success;

  test('months from 1900 to 2199 are months', () => {
    expect(['1900-01', '2199-12', '1899-12', '2200-01', '2026-13'].map(ok)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('is put in order, and a month may stand in it once', () => {
    const rows = [month('2025-02', 2), month('2025-01', 1)];
    expect(wageHistory(rows).months.map((m) => m.month)).toEqual(['2025-01', '2025-02']);
    expect(failureOf(() => wageHistory([...rows, month('2025-02', 3)])).issues).toEqual([
      { path: 'wageTable.2.month', code: 'month-twice', params: { month: '2025-02' } },
    ]);
  });

  test('the parts of a month may be all of it, and no more', () => {
    const parts = { overtime: 4, bonus: 3, subsidy: 3 };
    expect(wageHistory([month('2025-01', 10, { ...parts, net: 10 })]).months).toHaveLength(1);
    expect(failureOf(() => wageHistory([month('2025-01', 9.99, parts)])).issues).toEqual([
      { path: 'wageTable.0.gross', code: 'less-than-parts' },
    ]);
  });

  test('one month is found, or named as missing', () => {
    const rows = wageHistory([month('2025-01', 1)]);
    expect(wageOfMonth(rows, '2025-01').gross).toBe(100);
    expect(failureOf(() => wageOfMonth(rows, '2025-02')).issues).toEqual([
      { path: 'wageTable', code: 'month-missing', params: { months: '2025-02' } },
    ]);
  });

  test('a missing contribution wage names its month', () => {
    const call = () => base(year(2025, 6000), '2025-12-31', { base: 'contribution-wage' });
    expect(failureOf(call).issues).toEqual([
      { path: 'wageTable.0.contribution', code: 'required', params: { month: '2025-01' } },
    ]);
  });

  test('warnings say which months, in both languages', () => {
    const rows = [month('2025-01', 1000, { kind: 'part' }), ...year(2025, 6000).slice(1)];
    rows[5] = month('2025-06', 1200, { kind: 'abnormal' });
    const texts = (over: Partial<BaseRequest>) =>
      base(rows, '2025-12-31', over).warnings.map((w) => [w.text.zh, w.text.en]);
    expect(texts({})).toEqual([
      ['2025-01为不足整月，未计入平均。', '2025-01: worked in part, left out of the average.'],
      [
        '2025-06有病假、停工或事假，已计入平均；不少法院按正常工作月份计算。',
        '2025-06: sick leave, stoppage or unpaid leave, included; many courts take normal months only.',
      ],
    ]);
    expect(texts({ normalMonthsOnly: true })[1]?.[0]).toContain('未计入平均');
    expect(base(rows.slice(6), '2025-12-31').warnings.map((w) => w.text)).toEqual([
      {
        zh: '工资表在解除前十二个月内只有6个月，按此平均；工作满十二个月的请补齐。',
        en: 'The table has only 6 of the twelve months; complete it if the worker worked them all.',
      },
    ]);
  });

  test('the previous month prints its pay', () => {
    const found = base(year(2025, 6000), '2025-07-15', { base: 'previous-month' });
    expect(found).toMatchObject({
      months: ['2025-06'],
      lines: [{ zh: '2025-06工资6,000.00元', en: 'pay of 2025-06: 6,000.00', amountFen: 600_000 }],
      warnings: [],
    });
  });

  test('several part months are converted together, exactly', () => {
    const rows = [
      month('2026-02', 1000, { kind: 'part', days: '5.5' }),
      month('2026-03', 2000, { kind: 'part', days: '10.25' }),
    ];
    const found = base(rows, '2026-03-20', { hire: d('2026-02-20') });
    // 3,000 ÷ 15.75 days × 21.75
    expect(found.value).toEqual({ n: 2_900_000n, d: 7n });
    expect(found).toMatchObject({ months: ['2026-02', '2026-03'], warnings: [] });
    expect(found.lines).toEqual([
      {
        zh: '工作不满一个月：3,000.00 ÷ 计薪日 × 21.75天',
        en: 'less than a month worked: 3,000.00 ÷ paid days × 21.75',
      },
    ]);
    const none = [month('2026-03', 2000, { kind: 'part', days: 0 })];
    expect(failureOf(() => base(none, '2026-03-20', { hire: d('2026-03-05') })).issues).toEqual([
      { path: 'wageTable', code: 'no-full-month' },
    ]);
    const untold = [month('2026-03', 2000, { kind: 'part' })];
    expect(failureOf(() => base(untold, '2026-03-20', { hire: d('2026-03-05') })).issues).toEqual([
      { path: 'wageTable.0.days', code: 'required', params: { month: '2026-03' } },
    ]);
    const later = [...rows, month('2026-04', 9000, { kind: 'part', days: 20 })];
    expect(base(later, '2026-03-20', { hire: d('2026-02-20') }).months).toHaveLength(2);
  });

  test('a year of sick leave has no normal month, whatever was paid before it', () => {
    const rows = [...year(2024, 6000), ...year(2025, 1200, { kind: 'abnormal' })];
    const call = () => base(rows, '2025-12-31', { normalMonthsOnly: true });
    expect(failureOf(call).issues).toEqual([{ path: 'wageTable', code: 'no-full-month' }]);
  });
});
