import { describe, expect, test } from 'vitest';
import { type Fen, fen } from '../../shared/kernel/money.ts';
import type { LawContext } from '../../shared/law/index.ts';
import { heatAllowanceAt, injuryLumpAt, mostLocal, provinceNamed } from '../../shared/law/reference/local.ts';
import {
  averageWageAt,
  disposableIncomeOf,
  injuryRate,
  unverified,
  workingTimeAt,
} from '../../shared/law/reference/lookup.ts';
import { lprOf, lprQuotes } from '../../shared/law/reference/lpr.ts';
import { areaStem, cityOf, inForce, provinceOf } from '../../shared/law/reference/row.ts';
import { calendar, ctx, d, failureOf } from './support.ts';

const bare: LawContext = { calendar };
const sourced = { validFrom: null, source: '某统计公报', status: 'verified' as const };

describe('places', () => {
  test('a code belongs to its prefecture and its province; a municipality is one place', () => {
    expect([cityOf('510104'), cityOf('510100'), provinceOf('510104')]).toEqual([
      '510100',
      '510100',
      '510000',
    ]);
    expect(['110105', '120101', '310101', '500103', '501100'].map(cityOf)).toEqual([
      '110000',
      '120000',
      '310000',
      '500000',
      '500000',
    ]);
    expect(cityOf('421100')).toBe('421100');
    expect(['510000', '510100', '510104', '000000', '100100', '440300'].map(areaStem)).toEqual([
      '51',
      '5101',
      '510104',
      '',
      '1001',
      '4403',
    ]);
  });

  test('the row in force is the latest that had begun; one without a first day comes last', () => {
    const row = (validFrom: string | null, name: string) => ({
      validFrom: validFrom === null ? null : d(validFrom),
      name,
    });
    const rows = [row('2025-01-01', 'b'), row(null, 'none'), row('2024-01-01', 'a'), row('2026-01-01', 'c')];
    const at = (day: string) => inForce(rows, d(day))?.name;
    expect([at('2023-12-31'), at('2024-01-01'), at('2025-12-31'), at('2026-01-01')]).toEqual([
      'none',
      'a',
      'b',
      'c',
    ]);
    expect(inForce([row('2024-01-01', 'a')], d('2023-12-31'))).toBeUndefined();
    const twice = [row('2024-01-01', 'first'), row('2024-01-01', 'second')];
    expect(inForce(twice, d('2024-06-01'))?.name).toBe('first');
  });
});

describe('the average wage of last year', () => {
  const row = (area: string, year: number, over: object = {}) => ({
    ...sourced,
    area,
    name: { zh: '某地', en: 'Somewhere' },
    series: 'all-units' as const,
    year,
    annual: fen(9_000_000),
    ...over,
  });
  const place = (...rows: object[]): LawContext => ({
    calendar,
    averageWages: {
      series: { 'all-units': { zh: '全口径', en: 'all units' } },
      averageWages: rows,
    } as unknown as NonNullable<LawContext['averageWages']>,
  });
  const at = (context: LawContext, date: string, more: object = {}) => {
    const found = averageWageAt(context, { area: '510104', date: d(date), scope: 'city', ...more });
    return [found.row.year, ...found.warnings.map((w) => w.code)];
  };
  const detailsOf = (call: () => unknown) => failureOf(call).details;

  test('of the city, or of the province', () => {
    const both = place(row('510100', 2025), row('510000', 2025, { annual: fen(6_000_000) }));
    const found = averageWageAt(both, { area: '510104', date: d('2026-08-01'), scope: 'city' });
    expect(found.monthly).toEqual({ n: 750_000n, d: 1n });
    expect(found.name).toEqual({
      zh: '某地2025年全口径月平均工资',
      en: 'Somewhere 2025 monthly average wage (all units)',
    });
    const province = averageWageAt(both, { area: '510104', date: d('2026-08-01'), scope: 'province' });
    expect(province.monthly).toEqual({ n: 500_000n, d: 1n });
  });

  test('a monthly figure is taken as it is; a series without a name goes by its id', () => {
    const monthly = place(
      row('510100', 2025, { annual: undefined, monthly: fen(764_600), series: 'private' }),
    );
    const found = averageWageAt(monthly, { area: '510104', date: d('2026-08-01'), scope: 'city' });
    expect(found.monthly).toEqual({ n: 764_600n, d: 1n });
    expect(found.name.zh).toBe('某地2025年private月平均工资');
    const damaged = place(row('510100', 2025, { annual: undefined }));
    expect(detailsOf(() => at(damaged, '2026-08-01'))).toEqual({
      table: 'averageWages',
      area: '510100',
      year: 2025,
    });
  });

  test('before July it may not have been out yet; from July it is', () => {
    const known = place(row('510100', 2025), row('510100', 2024));
    expect(at(known, '2026-06-30')).toEqual([2025, 'average-wage-maybe-unpublished']);
    expect(at(known, '2026-07-01')).toEqual([2025]);
    expect(at(known, '2025-07-01')).toEqual([2024]);
    const [warning] = averageWageAt(known, { area: '510104', date: d('2026-06-30'), scope: 'city' }).warnings;
    expect(warning?.text).toEqual({
      zh: '2025年数据一般在年中公布，此前实务上仍用上一期数据，请核对。',
      en: 'The 2025 figure usually appears mid-year; until then offices use the one before.',
    });
  });

  test('until the end of July the year before stands in, from August it is asked for', () => {
    const old = place(row('510100', 2024));
    expect(at(old, '2026-07-31')).toEqual([2024, 'average-wage-year-before']);
    expect(detailsOf(() => at(old, '2026-08-01'))).toEqual({
      table: 'averageWages',
      area: '510100',
      date: '2026-08-01',
      year: 2025,
    });
    const [warning] = averageWageAt(old, { area: '510104', date: d('2026-07-31'), scope: 'city' }).warnings;
    expect(warning?.text).toEqual({
      zh: '2025年数据未收录，按2024年数据计算；新数据公布后请复核。',
      en: 'No figure for 2025: the one for 2024 was used. Check again once it is published.',
    });
    expect(failureOf(() => at(place(row('510100', 2023)), '2026-03-01')).code).toBe('no-data');
    expect(failureOf(() => at(place(), '2026-03-01')).code).toBe('no-data');
  });

  test('of several series one must be named', () => {
    const two = place(row('510100', 2025), row('510100', 2025, { series: 'private' }));
    expect(detailsOf(() => at(two, '2026-08-01'))).toEqual({
      table: 'averageWages',
      area: '510100',
      date: '2026-08-01',
      year: 2025,
      reason: 'series-needed',
      series: 'all-units, private',
    });
    expect(at(two, '2026-08-01', { series: 'private' })).toEqual([2025]);
  });

  test('a figure that was not checked says so, with its source', () => {
    const second = place(row('510100', 2025, { status: 'secondary' }));
    expect(at(second, '2026-08-01')).toEqual([2025, 'reference-not-verified']);
    expect(unverified({ status: 'verified', source: '某公报' })).toEqual([]);
    expect(unverified({ status: 'secondary', source: '某公报' })[0]?.text.zh).toBe(
      '所用数据未经核对原文，请核实。来源：某公报',
    );
  });

  test('without a table it is asked for', () => {
    expect(detailsOf(() => at(bare, '2026-08-01'))).toEqual({
      table: 'averageWages',
      area: '510100',
      date: '2026-08-01',
      year: 2025,
    });
  });
});

describe('other tables', () => {
  test('without them the value is asked for, by name', () => {
    const details = (call: () => unknown) => failureOf(call).details;
    expect(details(() => disposableIncomeOf(bare, '000000', 2025))).toEqual({
      table: 'disposableIncome',
      area: '000000',
      year: 2025,
    });
    expect(details(() => lprOf(bare, d('2026-01-01')))).toEqual({
      table: 'lpr',
      area: '000000',
      date: '2026-01-01',
    });
    expect(details(() => workingTimeAt(bare, d('2026-01-01')))).toEqual({
      table: 'workingTime',
      area: '000000',
      date: '2026-01-01',
    });
    expect(details(() => injuryRate(bare, 'deathMonths', 'funeral'))).toEqual({
      table: 'injuryRates.deathMonths',
      area: '000000',
      entry: 'funeral',
    });
    expect(details(() => heatAllowanceAt(bare, '610103', d('2026-07-01')))).toEqual({
      table: 'heatAllowances',
      area: '610103',
      date: '2026-07-01',
    });
  });

  test('income is of the place and the year', () => {
    const incomes = ctx.disposableIncome ?? [];
    const other = incomes.find((r) => r.area !== '000000');
    const national = incomes.find((r) => r.area === '000000');
    expect(other && disposableIncomeOf(ctx, other.area, other.year)).toBe(other);
    expect(national && disposableIncomeOf(ctx, '000000', national.year)).toBe(national);
  });

  test('the last known day of the LPR is known, the next is not, and before the first there was none', () => {
    const table = ctx.lpr ?? expect.unreachable('no table');
    const through = table.verifiedThrough;
    expect(lprOf(ctx, through)).toMatchObject({ state: 'known' });
    expect(lprOf(ctx, d('2199-01-01'))).toEqual({ state: 'missing', knownThrough: through });
    expect(lprOf(ctx, d('2019-08-19'))).toEqual({ state: 'before-first', first: '2019-08-20' });
    expect(lprOf(ctx, d('2019-08-20'))).toEqual({ state: 'known', percent: '4.25' });
  });

  test('a quote after a gap holds on its day alone; month by month the quotes join', () => {
    const quote = (validFrom: string, percent: string) => ({
      ...sourced,
      area: '000000',
      term: '1Y' as const,
      validFrom: d(validFrom),
      percent,
    });
    const table = (...added: [string, string][]): LawContext => ({
      calendar,
      lpr: {
        verifiedThrough: d('2026-04-20'),
        lpr: [quote('2025-05-20', '3.0'), ...added.map(([day, percent]) => quote(day, percent))],
      },
    });
    const of = (context: LawContext, day: string) => lprOf(context, d(day));
    const late = table(['2026-11-20', '2.5']);
    expect(of(late, '2026-04-20')).toEqual({ state: 'known', percent: '3.0' });
    expect(of(late, '2026-04-21')).toEqual({ state: 'missing', knownThrough: '2026-04-20' });
    expect(of(late, '2026-11-19')).toEqual({ state: 'missing', knownThrough: '2026-04-20' });
    expect(of(late, '2026-11-20')).toEqual({ state: 'known', percent: '2.5' });
    expect(of(late, '2026-11-21')).toEqual({ state: 'missing', knownThrough: '2026-11-20' });
    const monthly = table(
      ['2026-05-20', '2.9'],
      ['2026-06-22', '2.8'],
      ['2026-08-06', '2.7'],
      ['2026-09-21', '2.6'],
    );
    expect(lprQuotes(monthly.lpr ?? expect.unreachable()).map((q) => q.knownThrough)).toEqual([
      '2026-05-19',
      '2026-06-21',
      // Forty-five days are still one pause, forty-six are a gap.
      '2026-08-05',
      '2026-08-06',
      '2026-09-21',
    ]);
  });

  test('the most local heat allowance wins; a range is named, not chosen from', () => {
    const row = (area: string, over: object) => ({
      ...sourced,
      area,
      name: { zh: area, en: area },
      unit: 'day' as const,
      ...over,
    });
    const rows = [
      row('510000', { rate: 1000 as Fen }),
      row('510100', { rate: 1200 as Fen }),
      row('440000', { range: [1000 as Fen, 2000 as Fen] }),
      row('420000', {}),
    ];
    const table: LawContext = { calendar, heatAllowances: rows as NonNullable<LawContext['heatAllowances']> };
    expect(heatAllowanceAt(table, '510104').rate).toBe(1200);
    expect(heatAllowanceAt(table, '510704').rate).toBe(1000);
    expect(failureOf(() => heatAllowanceAt(table, '440103')).details).toEqual({
      table: 'heatAllowances',
      area: '440103',
      reason: 'range',
      fromFen: 1000,
      toFen: 2000,
    });
    expect(failureOf(() => heatAllowanceAt(table, '420103')).details).toMatchObject({ fromFen: 0, toFen: 0 });
    expect(failureOf(() => heatAllowanceAt(table, '990103')).details).toEqual({
      table: 'heatAllowances',
      area: '990103',
    });
  });

  test('of rows of one place the one in force, and of these the one added last', () => {
    const row = (area: string, validFrom: string | null, name: string) => ({
      area,
      validFrom: validFrom === null ? null : d(validFrom),
      name,
    });
    const rows = [
      row('000000', '2020-01-01', 'nation'),
      row('510000', null, 'undated'),
      row('510000', '2025-01-01', 'new'),
      row('510000', '2025-01-01', 'newer'),
      row('510100', '2026-01-01', 'city'),
    ];
    const at = (area: string, day?: string) =>
      mostLocal(rows, area, day === undefined ? undefined : d(day))?.name;
    expect([at('510104', '2024-12-31'), at('510104', '2025-01-01'), at('510104', '2026-01-01')]).toEqual([
      'undated',
      'newer',
      'city',
    ]);
    expect([at('510104'), at('510704'), at('110101'), at('110101', '2019-12-31')]).toEqual([
      'city',
      'newer',
      'nation',
      undefined,
    ]);
  });

  test('a lump sum comes from the row that knows the grade', () => {
    const known = injuryLumpAt(ctx, '610103', 7, d('2026-06-01'));
    expect([known.medical.months, known.employment.months]).toEqual([15, 15]);
    expect(failureOf(() => injuryLumpAt(ctx, '610103', 5, d('2026-06-01'))).details).toEqual({
      table: 'injuryLumps',
      area: '610000',
      date: '2026-06-01',
      grade: 5,
    });
    const own = {
      ...known.row,
      grade: 5,
      validFrom: d('2025-01-01'),
      medical: { '5': { months: 20, status: 'secondary' as const } },
      employment: { '5': { months: 40, status: 'secondary' as const } },
    };
    const added: LawContext = { ...ctx, injuryLumps: [...(ctx.injuryLumps ?? []), own] };
    expect(injuryLumpAt(added, '610103', 5, d('2026-06-01')).employment.months).toBe(40);
    expect(injuryLumpAt(added, '610103', 7, d('2026-06-01')).row).toBe(known.row);
    expect(failureOf(() => injuryLumpAt(added, '610103', 5, d('2024-06-01'))).code).toBe('no-data');
  });

  test('a province goes by its name, with or without the word province', () => {
    expect(
      ['四川', '四川省', ' 浙江 ', '北京市', '广西', '内蒙古'].map((n) => provinceNamed(ctx, n)),
    ).toEqual(['510000', '510000', '330000', '110000', '450000', '150000']);
    for (const name of ['', '省', '四', '海外']) {
      expect(failureOf(() => provinceNamed(ctx, name)).issues).toEqual([
        { path: 'province', code: 'region-unknown' },
      ]);
    }
  });
});
