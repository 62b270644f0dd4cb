import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen } from '../../shared/kernel/money.ts';
import {
  type ArrearsRow,
  arrearsRowSchema,
  computeArrears,
  computeRoster,
  minimumWageAt,
  parseMinimumWages,
} from '../../shared/law/index.ts';
import { ctx, d, failureOf } from './support.ts';

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

const april = { from: d('2026-04-01'), to: d('2026-04-30') };

describe('arrears', () => {
  test('a day-rate month prints its arithmetic', () => {
    const result = computeArrears([row({ paid: [{ amountFen: yuan(2000) }] })]);
    expect(result.rows[0]).toMatchObject({
      grossFen: 676_000,
      paidFen: 200_000,
      owedFen: 476_000,
      cumulativeFen: 476_000,
    });
    expect(result.rows[0]?.line.zh).toBe('26天 × 260.00元/天 = 6,760.00元；已付2,000.00元；尚欠4,760.00元');
    expect(result.rows[0]?.line.en).toBe('26 day(s) × 260.00/day = 6,760.00; paid 2,000.00; owed 4,760.00');
  });

  test.each([
    ['month', '1', 5000, '1个月 × 5,000.00元/月 = 5,000.00元；已付0.00元；尚欠5,000.00元'],
    ['hour', '7.5', 20.1, '7.5小时 × 20.10元/小时 = 150.75元；已付0.00元；尚欠150.75元'],
    ['piece', '133', 0.37, '133件 × 0.37元/件 = 49.21元；已付0.00元；尚欠49.21元'],
    ['fixed', '1', 6000, '约定6,000.00元；已付0.00元；尚欠6,000.00元'],
  ] as const)('%s', (unit, quantity, rate, zh) => {
    expect(computeArrears([row({ unit, quantity, rateFen: yuan(rate) })]).rows[0]?.line.zh).toBe(zh);
  });

  test('other pay and deductions are in the line', () => {
    const result = computeArrears([
      row({ otherFen: yuan(300), deductions: [{ amountFen: yuan(60), basis: '宿舍水电，合同第5条' }] }),
    ]);
    expect(result.rows[0]?.line.zh).toBe(
      '26天 × 260.00元/天 + 其他300.00元 = 7,060.00元；扣款60.00元；已付0.00元；尚欠7,000.00元',
    );
    expect(result.checks).toEqual([]);
  });

  test('half a fen rounds up, once', () => {
    expect(computeArrears([row({ quantity: '0.5', rateFen: fen(101) })]).owedFen).toBe(51);
    expect(computeArrears([row({ quantity: '0.333333', rateFen: fen(100) })]).owedFen).toBe(33);
  });

  test('an overpaid period never reduces another', () => {
    const result = computeArrears([
      row({ paid: [{ amountFen: yuan(7000) }] }),
      row({ period: april, paid: [{ amountFen: yuan(1000) }] }),
    ]);
    expect(result).toMatchObject({ owedFen: 576_000, overpaidFen: 24_000 });
    expect(result.rows.map((r) => r.cumulativeFen)).toEqual([0, 576_000]);
    expect(result.rows[0]?.line.zh).toContain('多付240.00元（不抵扣其他各期）');
  });

  test('the total line adds up what can be read', () => {
    const result = computeArrears([row(), row({ period: april, quantity: '10.5' })]);
    expect(result.totalLine.zh).toBe('合计：6,760.00 + 2,730.00 = 9,490.00元');
  });

  test('no rows owe nothing', () => {
    expect(computeArrears([])).toMatchObject({ owedFen: 0, totalLine: { zh: '合计：0.00元' }, checks: [] });
  });

  test('nothing is ever negative and the rows make the total', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 }).map(fen);
    const anyRow = fc
      .record({
        quantity: fc.integer({ min: 0, max: 310 }),
        rate: amount,
        other: amount,
        deduct: amount,
        paid: amount,
      })
      .map((r) =>
        row({
          quantity: `${Math.floor(r.quantity / 10)}.${r.quantity % 10}`,
          rateFen: r.rate,
          otherFen: r.other,
          deductions: [{ amountFen: r.deduct, basis: 'x' }],
          paid: [{ amountFen: r.paid }],
        }),
      );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const result = computeArrears(rows);
        let sum = 0;
        for (const r of result.rows) {
          expect(Math.min(r.grossFen, r.dueFen, r.owedFen, r.overpaidFen)).toBeGreaterThanOrEqual(0);
          expect(r.owedFen - r.overpaidFen).toBe(r.dueFen - r.paidFen);
          sum += r.owedFen;
          expect(r.cumulativeFen).toBe(sum);
        }
        expect(result.owedFen).toBe(sum);
      }),
    );
  });
});

describe('checks', () => {
  const codes = (rows: ArrearsRow[], options = {}) =>
    computeArrears(rows, options).checks.map((c) => `${c.row} ${c.code}`);

  test.each([
    ['quantity-zero', row({ quantity: '0' })],
    ['deduction-without-basis', row({ deductions: [{ amountFen: yuan(50) }] })],
    ['deduction-above-gross', row({ deductions: [{ amountFen: yuan(9000), basis: '合同' }] })],
    ['period-in-future', row({ period: { from: d('2026-12-01'), to: d('2026-12-31') } })],
    ['below-minimum-wage', row({ unit: 'month', quantity: '1', rateFen: yuan(2329) })],
    ['below-minimum-wage', row({ rateFen: yuan(107.12) })],
    ['below-minimum-wage', row({ unit: 'hour', rateFen: yuan(22.99) })],
  ] as const)('%s', (code, bad) => {
    const options = {
      asOf: d('2026-11-21'),
      minimumWage: () => ({ monthlyFen: yuan(2330), hourlyFen: yuan(23) }),
    };
    expect(codes([bad], options)).toEqual([`0 ${code}`]);
  });

  test('at the minimum wage nothing is said, nor when it is not known', () => {
    const minimumWage = () => ({ monthlyFen: yuan(2330), hourlyFen: yuan(23) });
    expect(codes([row({ rateFen: yuan(107.13) })], { minimumWage })).toEqual([]);
    expect(codes([row({ rateFen: yuan(1) })], { minimumWage: () => null })).toEqual([]);
  });

  test('a period outside the employment is pointed out, its first and last day are within', () => {
    const employment = (start: string | null, end: string | null) => ({
      employment: { start: start && d(start), end: end && d(end) },
    });
    expect(codes([row()], employment('2026-03-01', '2026-03-31'))).toEqual([]);
    expect(codes([row()], employment(null, null))).toEqual([]);
    expect(codes([row()], employment('2026-03-02', null))).toEqual(['0 period-before-employment']);
    expect(codes([row()], employment(null, '2026-03-30'))).toEqual(['0 period-after-employment']);
  });

  test('overlapping periods are pointed out on the later row, neighbours are not', () => {
    const late = row({ period: { from: d('2026-03-31'), to: d('2026-04-15') }, quantity: '10' });
    expect(codes([row(), late])).toEqual(['1 period-overlap']);
    expect(codes([late, row()])).toEqual(['1 period-overlap']);
    expect(codes([row(), row({ period: april })])).toEqual([]);
    const inside = row({ period: { from: d('2026-03-20'), to: d('2026-03-25') }, quantity: '6' });
    const year = row({ period: { from: d('2026-01-01'), to: d('2026-12-31') } });
    expect(codes([year, row(), inside])).toEqual(['1 period-overlap', '2 period-overlap']);
  });

  test.each([
    ['rows.0.quantity', row({ quantity: '1e3' })],
    ['rows.0.quantity', row({ quantity: '-1' })],
    ['rows.0.rateFen', row({ rateFen: -1 as Fen })],
    ['rows.0.paid.0.amountFen', row({ paid: [{ amountFen: 0.5 as Fen }] })],
    ['rows.0.period.to', row({ period: { from: d('2026-03-02'), to: d('2026-03-01') } })],
  ])('%s is refused', (path, bad) => {
    expect(failureOf(() => computeArrears([bad]))).toMatchObject({
      code: 'invalid-input',
      issues: [{ path }],
    });
  });
});

describe('a row as JSON', () => {
  test('what the schema reads, the calculation takes', () => {
    const text = JSON.stringify([
      row({ paid: [{ amountFen: yuan(2000), date: d('2026-04-10'), method: '现金' }] }),
    ]);
    const rows = arrearsRowSchema.array().parse(JSON.parse(text));
    expect(computeArrears(rows).owedFen).toBe(476_000);
  });

  test.each([
    ['period.to', { period: { from: '2026-03-02', to: '2026-03-01' } }],
    ['quantity', { quantity: '-1' }],
    ['rateFen', { rateFen: 1.5 }],
    ['unit', { unit: 'week' }],
  ])('%s is refused', (path, over) => {
    const parsed = arrearsRowSchema.safeParse({ ...row(), ...over });
    expect(parsed.error?.issues.map((i) => i.path.join('.'))).toEqual([path]);
  });
});

describe('roster', () => {
  const worker = (id: string, name: string, over: Partial<ArrearsRow> = {}, idNumber?: string) => ({
    id,
    name,
    rows: [row(over)],
    ...(idNumber ? { idNumber } : {}),
  });

  test('one worker’s overpayment never pays another', () => {
    const result = computeRoster([
      worker('a', '甲', { paid: [{ amountFen: yuan(7060) }] }),
      worker('b', '乙', { paid: [{ amountFen: yuan(760) }] }),
    ]);
    expect(result).toMatchObject({ owedFen: 600_000, overpaidFen: 30_000, workersOwed: 1 });
    expect(result.totalLine.zh).toBe('合计：6,000.00元');
  });

  test('the same ID twice and the same name with different IDs are two findings', () => {
    const result = computeRoster([
      worker('a', '𠮷某', {}, 'T-1'),
      worker('b', '𠮷某', {}, 'T-2'),
      worker('c', '丙', {}, 't-1'),
    ]);
    expect(result.checks.map((c) => [c.code, c.workers])).toEqual([
      ['worker-twice', ['a', 'c']],
      ['same-name', ['a', 'b']],
    ]);
  });

  test('a bad row names its worker', () => {
    const bad = () => computeRoster([worker('a', '甲'), worker('b', '乙', { quantity: 'x' })]);
    expect(failureOf(bad).issues?.[0]?.path).toBe('workers.1.rows.0.quantity');
  });
});

describe('minimum wages', () => {
  const table = ctx.minimumWages ?? { rows: [] };
  const at = (area: string, date: string, tier?: number) => minimumWageAt(table, area, d(date), tier);

  test('the city notice wins from its own day, by the tier it lists', () => {
    expect(at('510104', '2026-03-01')).toMatchObject({ monthlyFen: 233_000, hourlyFen: 2300, tier: 1 });
    expect(at('510181', '2026-03-01')).toMatchObject({ monthlyFen: 220_000, tier: 2 });
    expect(failureOf(() => at('510104', '2025-06-02'))).toMatchObject({
      code: 'no-data',
      details: { reason: 'tier-needed' },
    });
    expect(at('510104', '2025-06-02', 2).monthlyFen).toBe(220_000);
  });

  test('the standard changes on its day', () => {
    expect(at('610103', '2025-12-31', 1).monthlyFen).toBe(216_000);
    expect(at('610103', '2026-01-01').monthlyFen).toBe(237_600);
  });

  test('a snapshot says so; a place without data has none', () => {
    expect(at('110105', '2026-03-01').warnings.map((w) => w.code)).toEqual(['minimum-wage-snapshot']);
    expect(failureOf(() => at('110105', '2020-01-01')).code).toBe('no-data');
    expect(failureOf(() => at('990101', '2026-01-01')).code).toBe('no-data');
  });

  test('a row without any date is refused', () => {
    const bad = {
      minimumWages: [
        {
          area: '110000',
          name: { zh: '甲', en: 'A' },
          validFrom: null,
          monthly: [1],
          hourly: null,
          source: 's',
          status: 'verified',
        },
      ],
    };
    expect(failureOf(() => parseMinimumWages(bad)).issues?.[0]?.path).toBe('minimumWages.0.validFrom');
  });
});
