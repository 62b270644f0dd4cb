import { describe, expect, test } from 'vitest';
import { calculate, type LawContext, parseDueOptions } from '../../shared/law/index.ts';
import { mostLocal, provinceNamed } from '../../shared/law/reference/local.ts';
import { calendar, ctx, d, failureOf } from './support.ts';

const sourced = { validFrom: null, source: '虚构：测试用', status: 'secondary' as const };
const place = (area: string, zh: string) => ({ ...sourced, area, name: { zh, en: area } });

test('the most local row wins, wherever it stands in the table', () => {
  const row = (area: string, validFrom: string | null, name: string) => ({
    area,
    validFrom: validFrom === null ? null : d(validFrom),
    name,
  });
  const rows = [
    row('510104', '2024-01-01', 'district'),
    row('510100', '2026-06-01', 'city later'),
    row('510100', '2025-01-01', 'city'),
    row('510000', '2026-01-01', 'province'),
    row('510000', null, 'province undated'),
    row('000000', '2026-01-01', 'nation'),
  ];
  const at = (area: string, day?: string) => mostLocal(rows, area, day ? d(day) : null)?.name;
  expect([at('510104'), at('510104', '2026-11-21'), at('510104', '2023-12-31')]).toEqual([
    'district',
    'district',
    'province undated',
  ]);
  expect([at('510107'), at('510107', '2026-01-01'), at('510107', '2024-01-01')]).toEqual([
    'city later',
    'city',
    'province undated',
  ]);
  expect([at('510700'), at('510700', '2025-12-31'), at('110000'), at('110000', '2025-12-31')]).toEqual([
    'province',
    'province undated',
    'nation',
    undefined,
  ]);
});

describe('the means test of a place', () => {
  const percent = {
    ...place('510000', '样例省'),
    percentOfMonthlyUrbanIncome: 50,
    rule: { zh: '半数', en: 'half' },
  };
  const fixed = {
    ...place('510100', '样例市'),
    monthlyThreshold: 150_000 as never,
    rule: { zh: '定额', en: 'fixed' },
  };
  const income = (area: string, year: number, annual: number) => ({
    ...place(area, `样例${year}`),
    year,
    annual: annual as never,
  });
  const at = (input: object, more: Partial<LawContext>) =>
    calculate('legal-aid-means', input, { ...ctx, legalAidMeans: [percent], ...more }).result;

  test('by a share of last year’s income there, of the year before while that is not known', () => {
    const ask = { areaCode: '510700', monthlyIncome: 2000 };
    const last = income('510000', 2025, 4_800_000);
    const before = income('510000', 2024, 3_600_000);
    expect(at(ask, { disposableIncome: [before, last] })).toMatchObject({ threshold: 2000 });
    expect(at(ask, { disposableIncome: [before] })).toMatchObject({ threshold: 1500 });
    // Neither an older figure, nor this year's, nor the national one stands in.
    for (const other of [income('510000', 2023, 1), income('510000', 2026, 1), income('000000', 2025, 1)])
      expect(at(ask, { disposableIncome: [other] })).toEqual({ meansTest: 'needs-local-threshold' });
    const { asOf: _, ...undated } = ctx;
    const without = { ...undated, legalAidMeans: [percent], disposableIncome: [last] };
    expect(calculate('legal-aid-means', ask, without).result).toEqual({ meansTest: 'needs-local-threshold' });
  });

  test('a fixed amount of the city comes before the share of the province', () => {
    const both = { legalAidMeans: [percent, fixed], disposableIncome: [income('510000', 2025, 4_800_000)] };
    expect(at({ areaCode: '510104', monthlyIncome: 1400 }, both)).toMatchObject({ threshold: 1500 });
    expect(at({ areaCode: '510700', monthlyIncome: 1400 }, both)).toMatchObject({ threshold: 2000 });
    expect(at({ areaCode: '510104', monthlyIncome: 1400, provinceThreshold: 1300 }, both)).toMatchObject({
      threshold: 1300,
    });
    // An income that the person gives goes before what is on file.
    const given = { areaCode: '510700', monthlyIncome: 1400, annualUrbanIncome: 24_000 };
    expect(at(given, both)).toMatchObject({ threshold: 1000 });
  });

  test('what comes from a secondary source says so', () => {
    const found = calculate(
      'legal-aid-means',
      { areaCode: '510700', monthlyIncome: 2000 },
      {
        ...ctx,
        legalAidMeans: [percent],
        disposableIncome: [income('510000', 2025, 4_800_000)],
      },
    );
    expect(found.warnings.filter((w) => w.code === 'reference-not-verified')).toHaveLength(2);
    expect(found.lines[0]?.zh).toContain('样例20252025年');
  });
});

test('the figures of a province decide what the range leaves open', () => {
  const figures = { ...place('510000', '样例省'), single: 1_000_000 as never, group: 5_000_000 as never };
  const ask = { areaCode: '510700', workers: 1, monthsUnpaid: 3, amount: 9_999.99, orderIgnored: true };
  const known = { ...ctx, wageCrimeFigures: [figures] };
  expect(calculate('wage-crime-threshold', ask, known).result).toMatchObject({ reached: false });
  expect(calculate('wage-crime-threshold', { ...ask, amount: 10_000 }, known).result).toMatchObject({
    reached: true,
  });
  const { areaCode: _, ...nowhere } = ask;
  expect(calculate('wage-crime-threshold', nowhere, { ...known, region: '510104' }).result).toMatchObject({
    reached: false,
  });
  expect(failureOf(() => calculate('wage-crime-threshold', nowhere, known))).toMatchObject({
    code: 'no-data',
    details: { area: 'province' },
    issues: [{ path: 'provinceSingle', code: 'no-data-field' }],
  });
  expect(failureOf(() => calculate('wage-crime-threshold', ask, ctx)).details).toMatchObject({
    area: '510000',
  });
  expect(failureOf(() => calculate('wage-crime-threshold', ask, { calendar })).details).toMatchObject({
    area: '510700',
  });
  expect(failureOf(() => calculate('wage-crime-threshold', nowhere, { calendar })).details).toMatchObject({
    area: '000000',
  });
});

test('a figure that is missing names what to fill in and keeps what it was looked for', () => {
  const ask = { grade: 5, areaCode: '610103', terminationDate: '2026-06-01', areaAvgMonthlyWage: 7646 };
  expect(failureOf(() => calculate('work-injury-medical-employment', ask, ctx))).toEqual({
    code: 'no-data',
    details: { table: 'injuryLumps', area: '610000', date: '2026-06-01', grade: 5 },
    issues: [{ path: 'medicalMonths', code: 'no-data-field' }],
  });
  const bad = { ...ask, grade: 11 };
  expect(failureOf(() => calculate('work-injury-medical-employment', bad, ctx)).code).toBe('invalid-input');
});

test('a province without a table of divisions is not known', () => {
  expect(failureOf(() => provinceNamed({ calendar }, '四川')).issues).toEqual([
    { path: 'province', code: 'region-unknown' },
  ]);
  expect(failureOf(() => provinceNamed(ctx, '成都市')).issues).toHaveLength(1);
});

describe('what a person chose beside the input of a rule', () => {
  test('is read', () => {
    expect(parseDueOptions({})).toEqual({ readings: {} });
    expect(parseDueOptions({ variant: '330000', reason: '约定', readings: { a: 'b' } })).toEqual({
      variant: '330000',
      reason: '约定',
      readings: { a: 'b' },
    });
  });

  test.each([
    [{ variant: 33 }, 'options.variant', 'invalid-type'],
    [{ reason: 'x'.repeat(501) }, 'options.reason', 'too-big'],
    [{ readings: { a: 1 } }, 'options.readings.a', 'invalid-type'],
    [{ other: 1 }, 'options.other', 'unknown-field'],
  ])('%j is refused by name', (given, path, code) => {
    expect(failureOf(() => parseDueOptions(given))).toEqual({
      code: 'invalid-input',
      issues: [{ path, code }],
    });
  });
});
