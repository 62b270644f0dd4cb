import { describe, expect, test } from 'vitest';
import {
  type BaseRequest,
  deriveBase,
  holesOf,
  type WageMonth,
  wageHistory,
  wageMonthSchema,
} from '../../shared/law/index.ts';
import { yuanSchema } from '../../shared/law/input.ts';
import { toFen } from '../../shared/law/numbers/rational.ts';
import { d, failureOf } from './support.ts';

const month = (text: string, gross: number, over: object = {}): WageMonth =>
  wageMonthSchema.parse({ month: text, gross, ...over });
const year = (n: number, gross: number, from = 1, to = 12, over: object = {}): WageMonth[] =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    month(`${n}-${String(from + i).padStart(2, '0')}`, gross, over),
  );

function base(
  rows: WageMonth[],
  request: Omit<Partial<BaseRequest>, 'until' | 'hire'> & { until: string; hire?: string },
) {
  const { until, hire, ...rest } = request;
  const derived = deriveBase(wageHistory(rows), {
    base: 'average-12-months',
    ...rest,
    until: d(until),
    hire: hire === undefined ? undefined : d(hire),
  });
  return { ...derived, fen: toFen(derived.value), codes: derived.warnings.map((w) => w.code) };
}

describe('the twelve months before', () => {
  test('whole months that had ended by the last day, no more than twelve', () => {
    const rows = [...year(2024, 4000), ...year(2025, 6000, 1, 6)];
    expect(base(rows, { until: '2025-06-30' })).toMatchObject({ fen: 500_000, codes: [] });
    expect(base(rows, { until: '2025-06-29' }).months.at(-1)).toBe('2025-05');
    expect(base(rows, { until: '2025-06-30' }).months[0]).toBe('2024-07');
  });

  test('months worked, where fewer, and a part month of hire is left out', () => {
    const rows = [month('2026-01', 1000), ...year(2026, 6000, 2, 5)];
    const found = base(rows, { until: '2026-05-31', hire: '2026-01-20' });
    expect(found).toMatchObject({ fen: 600_000, codes: ['part-month-left-out'] });
    expect(found.months).toHaveLength(4);
    expect(base(rows, { until: '2026-05-31', hire: '2026-01-01' })).toMatchObject({
      fen: 500_000,
      codes: [],
    });
  });

  test('a short table of unknown hire says so', () => {
    expect(base(year(2026, 6000, 2, 5), { until: '2026-05-31' }).codes).toEqual(['fewer-than-twelve-months']);
  });

  test('less than a month worked is converted at 21.75 paid days, which must be known', () => {
    const rows = (days?: number) => [month('2026-03', 3000, { kind: 'part', ...(days ? { days } : {}) })];
    const request = { until: '2026-03-20', hire: '2026-03-05' };
    expect(base(rows(12), request).fen).toBe(543_750);
    expect(failureOf(() => base(rows(), request)).issues).toMatchObject([
      { path: 'wageTable.0.days', code: 'required' },
    ]);
  });

  test('abnormal months are included and pointed out, or left out on request', () => {
    const rows = [...year(2025, 6000, 1, 11), month('2025-12', 1200, { kind: 'abnormal' })];
    expect(base(rows, { until: '2025-12-31' })).toMatchObject({ fen: 560_000, codes: ['abnormal-months'] });
    expect(base(rows, { until: '2025-12-31', normalMonthsOnly: true }).fen).toBe(600_000);
  });

  test('29 February ends a month in a leap year only', () => {
    const rows = [...year(2027, 6000), ...year(2028, 9000, 1, 2)];
    expect(base(rows, { until: '2028-02-29' }).months.at(-1)).toBe('2028-02');
    expect(base(rows, { until: '2028-02-28' }).months.at(-1)).toBe('2028-01');
  });
});

test('each base reads its own column', () => {
  const rows = year(2025, 8000, 1, 12, { overtime: 1000, bonus: 500, contribution: 5000 });
  const until = '2025-12-31';
  expect(base(rows, { until }).fen).toBe(800_000);
  expect(base(rows, { until, base: 'average-without-overtime' }).fen).toBe(700_000);
  expect(base(rows, { until, withoutOvertime: true, withoutBonus: true }).fen).toBe(650_000);
  expect(base(rows, { until, base: 'contribution-wage' }).fen).toBe(500_000);
  expect(base(rows, { until, base: 'previous-month' })).toMatchObject({ fen: 800_000, months: ['2025-11'] });
});

test('the working can be printed', () => {
  const rows = [month('2025-01', 5000), month('2025-02', 6000.01)];
  const found = base(rows, { until: '2025-02-28', hire: '2025-01-01' });
  expect(found.lines[0]?.zh).toBe('(5,000.00 + 6,000.01) ÷ 2个月，取2025-01至2025-02');
  expect(found.value).toEqual({ n: 1_100_001n, d: 2n });
});

describe('holes', () => {
  const rows = [...year(2025, 6000, 1, 3), ...year(2025, 6000, 6, 12)];

  test('are listed', () => {
    expect(holesOf(wageHistory(rows), '2025-01', '2026-01')).toEqual(['2025-04', '2025-05', '2026-01']);
  });

  test('stop a base that needs them', () => {
    expect(failureOf(() => base(rows, { until: '2025-12-31', hire: '2020-01-01' })).issues).toEqual([
      { path: 'wageTable', code: 'month-missing', params: { months: '2025-04, 2025-05' } },
    ]);
    expect(
      failureOf(() => base(rows, { until: '2025-05-31', base: 'previous-month' })).issues?.[0],
    ).toMatchObject({
      code: 'month-missing',
      params: { months: '2025-04' },
    });
  });

  test('hire after the table leaves nothing to average', () => {
    expect(failureOf(() => base([], { until: '2025-12-31', hire: '2026-01-01' })).issues?.[0]?.code).toBe(
      'no-full-month',
    );
  });
});

test('a table that contradicts itself is refused', () => {
  expect(failureOf(() => wageHistory([month('2025-01', 10, { net: 11 })])).issues?.[0]).toEqual({
    path: 'wageTable.0.net',
    code: 'net-above-gross',
  });
  expect(yuanSchema.safeParse(-1).success).toBe(false);
});
