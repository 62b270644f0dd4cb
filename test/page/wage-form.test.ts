import { describe, expect, it } from 'vitest';
import { readMonths, rowOfMonth, wageField } from '../../renderer/features/case/claims/wage-form.ts';
import { parseTable } from '../../renderer/features/law/calculators/paste.ts';
import {
  effectiveMonths,
  monthChecks,
  monthsOfPeriods,
} from '../../shared/features/claims/wage-months.rules.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { fen } from '../../shared/kernel/money.ts';

const words = {
  column: ({ name }: { name: string }) =>
    ({ month: ['月份'], gross: ['应发合计'], overtime: ['加班费'], paid: ['实发'] })[name] ?? [],
  option: () => [],
};
const codes = (row: Record<string, string>) => readMonths([row]).issues.map((i) => `${i.path} ${i.code}`);

describe('the grid of months', () => {
  it('reads a block of a pay sheet; the base is what is left of the total', () => {
    const text =
      '月份\t应发合计\t加班费\t实发\n2026年3月\t6,200\t700\t5000\n2026.4\t5800\t\t\n合计\t12000\t\t';
    const { rows, skipped } = parseTable(
      text,
      wageField.columns,
      wageField.columns,
      plainDate('2026-11-23'),
      words,
    );
    expect(skipped).toBe(1);
    const { months, issues } = readMonths(rows);
    expect(issues).toEqual([]);
    expect(months).toMatchObject([
      { month: '2026-03', baseFen: 550_000, overtimeFen: 70_000, paidFen: 500_000 },
      { month: '2026-04', baseFen: 580_000, overtimeFen: 0, paidFen: null },
    ]);
    expect(readMonths(months.map(rowOfMonth)).months).toEqual(months);
  });

  it('names the row and column of what cannot be read', () => {
    expect(codes({ month: '2026-13', base: '1' })).toEqual(['months.0.month month-invalid']);
    expect(codes({ month: '2026-03', base: '-1' })).toEqual(['months.0.base amount-negative']);
    expect(codes({ month: '2026-03', base: '六千' })).toEqual(['months.0.base amount-invalid']);
    expect(codes({ month: '2026-03' })).toEqual(['months.0.base required']);
    expect(codes({ month: '2026-03', gross: '100', overtime: '200' })).toEqual([
      'months.0.gross less-than-parts',
    ]);
    expect(codes({ month: '2026-03', base: '100', gross: '300' })).toEqual(['months.0.gross gross-not-sum']);
    expect(codes({ month: '2026-03', base: '100', days: '二十' })).toEqual([
      'months.0.days quantity-invalid',
    ]);
    expect(readMonths([{ month: '2026-02', base: '100', days: '28.5' }]).issues).toEqual([
      { path: 'months.0.days', code: 'number-too-large', params: { max: 28 } },
    ]);
    expect(codes({ month: '2024-02', base: '100', days: '29' })).toEqual([]);
    const twice = [
      { month: '2026-03', base: '1' },
      { month: '2026-03', base: '2' },
    ];
    expect(readMonths(twice).issues).toEqual([{ path: 'months.1.month', code: 'month-twice' }]);
  });
});

describe('months and pay periods', () => {
  const period = (from: string, to: string, over: object = {}) => ({
    period: { from: plainDate(from), to: plainDate(to) },
    unit: 'month' as const,
    quantity: '1',
    rateFen: fen(600_000),
    otherFen: fen(0),
    ...over,
  });

  it('a period of whole months tells each; one that cannot be divided tells none', () => {
    const told = monthsOfPeriods(
      [
        period('2026-01-01', '2026-02-28', { quantity: '2' }),
        period('2026-03-10', '2026-04-20', { quantity: '1.4' }),
        period('2026-05-01', '2026-05-15'),
        period('2026-05-16', '2026-05-31'),
      ],
      [fen(1_200_000), fen(840_000), fen(300_000), fen(310_000)],
    );
    expect(told.map((m) => [m.month, m.grossFen])).toEqual([
      ['2026-01', 600_000],
      ['2026-02', 600_000],
      ['2026-05', 610_000],
    ]);
  });

  it('says what is missing, doubled, outside the work or beyond belief', () => {
    const told = monthsOfPeriods([period('2026-03-01', '2026-03-31')], [fen(600_000)]);
    const { months } = readMonths([
      { month: '2026-03', base: '5000' },
      { month: '2026-07', base: '2000000', paid: '3000000' },
    ]);
    const checks = monthChecks(effectiveMonths(months, told), told, {
      start: plainDate('2026-02-01'),
      end: plainDate('2026-05-31'),
    });
    expect(checks.map((c) => `${c.month} ${c.code}`)).toEqual([
      '2026-03 differs-from-periods',
      '2026-07 after-employment',
      '2026-07 amount-unusual',
      '2026-07 paid-above-due',
      '2026-02 month-missing',
      '2026-04 month-missing',
    ]);
    expect(checks.at(-1)?.text.en).toBe('No pay for 2026-04 to 2026-05.');
  });
});
