import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { overlapsOf } from '../../shared/features/claims/claim-items.rules.ts';
import {
  type ClaimItem,
  calculate,
  checkOverlaps,
  type LawContext,
  parseReferenceTables,
  type ReferenceFile,
  recheckClaims,
  referenceFiles,
} from '../../shared/law/index.ts';
import { ctx, d, failureOf } from './support.ts';

const item = (calculator: string, over: Partial<ClaimItem> = {}): ClaimItem => ({ calculator, ...over });
const found = (...items: ClaimItem[]) => checkOverlaps(items).map((o) => `${o.severity} ${o.code}`);
const notice = item('payment-in-lieu-notice', { ground: 'art40-1' });

describe('overlaps', () => {
  test.each([
    ['block 2n-excludes-n', 'unlawful-termination', 'economic-compensation'],
    ['block reinstatement-or-damages', 'unlawful-termination', 'reinstatement-wages'],
    ['block reinstatement-or-compensation', 'economic-compensation', 'reinstatement-wages'],
    ['block illegal-unit-replaces', 'illegal-unit-injury-lump', 'work-injury-disability-grant'],
    ['note injury-lumps-beside-n', 'work-injury-medical-employment', 'economic-compensation'],
    ['warn minimum-inside-unpaid', 'unpaid-wages', 'minimum-wage-differential'],
    ['warn special-pay-inside-unpaid', 'unpaid-wages', 'sick-leave-pay'],
    ['warn suspension-or-sick', 'work-injury-suspension-pay', 'sick-leave-pay'],
    ['warn item-twice', 'economic-compensation', 'economic-compensation'],
  ])('%s: %s and %s, in either order', (expected, a, b) => {
    expect(found(item(a), item(b))).toEqual([expected]);
    expect(found(item(b), item(a))).toEqual([expected]);
  });

  test('notice pay needs article 40, and never joins 2N', () => {
    expect(found(notice)).toEqual([]);
    expect(found(item('payment-in-lieu-notice'))).toEqual(['warn notice-needs-art-40']);
    expect(found(item('payment-in-lieu-notice', { ground: 'mutual-agreement' }))).toEqual([
      'block notice-needs-art-40',
    ]);
    expect(found(notice, item('unlawful-termination'))).toEqual(['block 2n-excludes-notice']);
  });

  test('additional compensation needs an order', () => {
    const extra = (orderIssued?: boolean) =>
      item('additional-compensation-85', orderIssued === undefined ? {} : { orderIssued });
    expect(found(extra(true))).toEqual([]);
    expect(found(extra())).toEqual(['warn order-needed']);
    expect(found(extra(false))).toEqual(['block order-needed']);
  });

  test('different workers and different months do not meet', () => {
    const two = [
      item('unlawful-termination', { worker: 'a' }),
      item('economic-compensation', { worker: 'b' }),
    ];
    expect(found(...two)).toEqual([]);
    const march = { from: d('2026-03-01'), to: d('2026-03-31') };
    const april = { from: d('2026-04-01'), to: d('2026-04-30') };
    expect(found(item('unpaid-wages', march), item('minimum-wage-differential', april))).toEqual([]);
    expect(found(item('unpaid-wages', march), item('unpaid-wages', march))).toEqual(['warn item-twice']);
  });

  test('periods that meet on one day overlap; a period that is not known may overlap', () => {
    const until = (to: string) => item('unpaid-wages', { from: d('2026-03-01'), to: d(to) });
    const april = { from: d('2026-04-01'), to: d('2026-04-30') };
    const minimum = item('minimum-wage-differential', april);
    expect(found(until('2026-04-01'), minimum)).toEqual(['warn minimum-inside-unpaid']);
    expect(found(until('2026-03-31'), minimum)).toEqual([]);
    expect(found(minimum, until('2026-03-31'))).toEqual([]);
    expect(found(item('unpaid-wages'), minimum)).toEqual(['warn minimum-inside-unpaid']);
    expect(found(item('unpaid-wages', { from: d('2026-05-01') }), minimum)).toEqual([]);
    expect(found(item('unpaid-wages', { to: d('2026-03-01') }), minimum)).toEqual([]);
    expect(found(item('unpaid-wages', { from: d('2026-03-01') }), minimum)).toHaveLength(1);
  });

  test('an item twice: what a worker has once, always; pay where periods meet, or neither item states one', () => {
    const grant = (worker: string) => item('work-injury-disability-grant', { worker });
    expect(found(grant('a'), grant('a'))).toEqual(['warn item-twice']);
    expect(found(grant('a'), grant('b'))).toEqual([]);
    const pay = (from?: string) => item('overtime-pay', from ? { from: d(from), to: d(from) } : {});
    expect(found(pay(), pay())).toEqual(['warn item-twice']);
    expect(found(pay('2026-03-01'), pay())).toEqual(['warn item-twice']);
    const leave = (...years: number[]) =>
      item('annual-leave-pay', {
        from: d(`${Math.min(...years)}-01-01`),
        to: d(`${Math.max(...years)}-12-31`),
        years,
      });
    expect(found(leave(2023, 2025), leave(2024))).toEqual([]);
    expect(found(leave(2023, 2025), leave(2025))).toEqual(['warn item-twice']);
    expect(found(pay('2026-03-01'), pay('2026-03-02'))).toEqual([]);
    expect(found(pay('2026-03-01'), pay('2026-03-01'))).toEqual(['warn item-twice']);
    expect(found(pay('2026-03-01'), item('unpaid-wages', { from: d('2026-03-01') }))).toEqual([]);
  });

  test('a finding names its items by their place', () => {
    const list = [item('court-fee'), notice, item('overtime-pay'), notice, item('payment-in-lieu-notice')];
    const named = checkOverlaps(list).map((o) => [o.code, o.items, o.text.zh]);
    const twice = '同一劳动者的该项请求出现两次。';
    expect(named).toEqual([
      ['item-twice', [1, 3], twice],
      ['item-twice', [1, 4], twice],
      ['item-twice', [3, 4], twice],
      ['notice-needs-art-40', [4], '代通知金仅适用于第40条且未提前三十日书面通知的解除。'],
    ]);
    const late = checkOverlaps([item('social-insurance-late-fee'), item('additional-compensation-85')]);
    expect(late.map((o) => [o.code, o.items, o.text.en])).toEqual([
      ['not-for-worker', [0], 'The late fee goes to the agency and is no claim of the worker.'],
      [
        'order-needed',
        [1],
        'Additional compensation needs an order of the labour authority that was not obeyed in time.',
      ],
    ]);
    const [unstated] = checkOverlaps([item('overtime-pay'), item('overtime-pay')]);
    expect(unstated?.text.zh).toBe('两项同类请求都没有写明期间，请核对是否重复。');
    const march = { from: d('2026-03-01'), to: d('2026-03-31') };
    const [half] = checkOverlaps([item('overtime-pay', march), item('overtime-pay')]);
    expect(half?.text.zh).toBe('两项同类请求中有一项没有写明期间，请核对是否重复。');
    const [same] = checkOverlaps([item('overtime-pay', march), item('overtime-pay', march)]);
    expect(same?.text).toEqual({
      zh: '两项同类请求的期间重叠。',
      en: 'Two items of one kind cover the same time.',
    });
  });

  test('each finding says why in both languages', () => {
    const all = checkOverlaps([
      item('unlawful-termination'),
      item('economic-compensation'),
      notice,
      item('social-insurance-late-fee'),
    ]);
    expect(all).toHaveLength(3);
    for (const { text, items } of all) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).toMatch(/^[^\u4e00-\u9fff]+$/);
      expect(items.length).toBeGreaterThan(0);
    }
  });
});

describe('after an update of the data', () => {
  const stored = [
    {
      key: 'heat',
      calculator: 'high-temperature-allowance',
      inputs: { areaCode: '610103', unit: 'day', qualifyingDays: 10 },
    },
    {
      key: 'stated',
      calculator: 'high-temperature-allowance',
      inputs: { rate: 25, unit: 'day', qualifyingDays: 10 },
    },
    { key: 'death', calculator: 'work-death-benefits', inputs: { item: 'lump-sum', deathYear: 2027 } },
    { key: 'rate', calculator: 'lpr-lookup', inputs: { date: '2025-06-01' } },
    { key: 'bad', calculator: 'court-fee', inputs: {} },
  ];
  const row = ctx.disposableIncome?.at(-2);
  const after: LawContext = {
    ...ctx,
    heatAllowances:
      ctx.heatAllowances?.map((r) => (r.area === '610000' ? { ...r, rate: 3000 as typeof r.rate } : r)) ?? [],
    disposableIncome: row
      ? [{ ...row, area: '000000', year: 2026, annual: 6_000_000 as typeof row.annual }]
      : [],
  };

  test('only what moved is listed, with the difference', () => {
    expect(recheckClaims(ctx, after, stored)).toMatchObject([
      { key: 'heat', beforeFen: 25_000, afterFen: 30_000, differenceFen: 5_000 },
      {
        key: 'death',
        beforeFen: null,
        afterFen: 120_000_000,
        differenceFen: null,
        beforeFailure: { code: 'no-data' },
      },
    ]);
  });

  test('the other way round: what can no longer be computed, and what has no one amount', () => {
    expect(recheckClaims(after, ctx, stored.slice(2, 3))).toMatchObject([
      {
        key: 'death',
        beforeFen: 120_000_000,
        afterFen: null,
        differenceFen: null,
        afterFailure: { code: 'no-data' },
      },
    ]);
    const rate = ctx.lpr && {
      ...ctx.lpr,
      lpr: ctx.lpr.lpr.map((r) => ({ ...r, percent: '9.9' })),
    };
    const changed = recheckClaims(ctx, { ...ctx, ...(rate ? { lpr: rate } : {}) }, stored.slice(3, 4));
    expect(changed).toEqual([
      { key: 'rate', calculator: 'lpr-lookup', beforeFen: null, afterFen: null, differenceFen: null },
    ]);
  });

  test('the same data moves nothing', () => expect(recheckClaims(ctx, ctx, stored)).toEqual([]));
});

describe('reference files', () => {
  const read = (file: ReferenceFile): unknown =>
    JSON.parse(readFileSync(new URL(`../../resources/law/${file}`, import.meta.url), 'utf8'));
  const damaged = (file: ReferenceFile, change: (data: never) => void) => (asked: ReferenceFile) => {
    const data = read(asked);
    if (asked === file) change(data as never);
    return data;
  };

  test.each(referenceFiles)('%s names its source and status everywhere', (file) => {
    const rows = JSON.stringify(read(file)).match(/"status":"[a-z-]+"/g) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/"(verified|secondary|from-memory)"/);
  });

  test.each<[ReferenceFile, (data: never) => void, string]>([
    [
      'average-wages.json',
      (f: { averageWages: { annual: unknown }[] }) =>
        void Object.assign(f.averageWages[0] ?? {}, { annual: -1 }),
      'averageWages.0.annual',
    ],
    [
      'average-wages.json',
      (f: { averageWages: unknown[] }) => void f.averageWages.push(f.averageWages[0]),
      'averageWages.',
    ],
    [
      'lpr.json',
      (f: { lpr: { percent: unknown }[] }) => void Object.assign(f.lpr[0] ?? {}, { percent: 'x' }),
      'lpr.0.percent',
    ],
    ['lpr.json', (f: { lpr: unknown[] }) => void f.lpr.reverse(), 'lpr.1.validFrom'],
    [
      'court-fees.json',
      (f: { courtFees: Record<string, unknown> }) => void delete f.courtFees.setAside,
      'courtFees.setAside',
    ],
    [
      'divisions.json',
      (f: { divisions: Record<string, unknown> }) => void Object.assign(f.divisions, { '5x': 'y' }),
      'divisions',
    ],
  ] as never)('%s: a damaged value is named', (file, change, path) => {
    const failure = failureOf(() => parseReferenceTables(damaged(file, change)));
    expect(failure.code).toBe('invalid-input');
    expect(failure.issues?.some((i) => i.path.startsWith(path))).toBe(true);
  });

  test('the divisions hold cities without districts', () => {
    const table = ctx.divisions?.divisions ?? {};
    expect([table['4419'], table['4604'], table['6202'], table['429004']]).toEqual([
      '东莞市',
      '儋州市',
      '嘉峪关市',
      '仙桃市',
    ]);
  });
});

describe('the time an item states', () => {
  const item = (calculator: string, inputs: Record<string, unknown>, i = 0) => ({
    id: `${i}`,
    calculator,
    inputs,
    result: calculate(calculator, inputs, ctx).result,
  });
  const codes = (calculator: string, ...inputs: Record<string, unknown>[]) =>
    overlapsOf(inputs.map((input, i) => item(calculator, input, i))).map((o) => [o.code, o.text.zh]);
  const overlapping = [['item-twice', '两项同类请求的期间重叠。']];
  const overtime = { monthlyBase: 5000, workdayHours: 20 };
  const spring = { ...overtime, from: '2026-03-01', to: '2026-05-31' };

  test('overtime for two times is two claims; for one time, or for none stated, it may be one', () => {
    const summer = { ...overtime, from: '2026-06-01', to: '2026-08-31' };
    expect(codes('overtime-pay', spring, summer)).toEqual([]);
    expect(codes('overtime-pay', spring, { ...summer, from: '2026-05-31' })).toEqual(overlapping);
    expect(codes('overtime-pay', spring, overtime)).toHaveLength(1);
    expect(codes('overtime-pay', overtime, overtime)).toHaveLength(1);
  });

  test('the cycle of averaged hours is a time only where it is the year', () => {
    const averaged = (period: string, year: number) => ({
      scheme: 'comprehensive',
      monthlyBase: 5000,
      period,
      year,
      totalHours: 400,
    });
    expect(codes('overtime-pay', averaged('year', 2024), averaged('year', 2025))).toEqual([]);
    expect(codes('overtime-pay', averaged('year', 2025), averaged('year', 2025))).toEqual(overlapping);
    expect(codes('overtime-pay', averaged('quarter', 2025), averaged('quarter', 2025))).toEqual([
      ['item-twice', '两项同类请求都没有写明期间，请核对是否重复。'],
    ]);
  });

  test('leave is told apart by its years', () => {
    const average = { avgMonthlyWage12mExclOvertime: 8700 };
    const of = (year: number) => ({ ...average, days: 5, year });
    const rows = (...years: number[]) => ({
      ...average,
      claimYears: years.map((year) => ({ year, days: 5 })),
    });
    expect(codes('annual-leave-pay', of(2024), of(2025))).toEqual([]);
    expect(codes('annual-leave-pay', of(2025), of(2025))).toEqual(overlapping);
    expect(codes('annual-leave-pay', rows(2023, 2025), of(2024))).toEqual([]);
    expect(codes('annual-leave-pay', rows(2023, 2025), of(2025))).toEqual(overlapping);
  });

  test('changes no amount, is printed, and is refused where it cannot be', () => {
    const plain = calculate('overtime-pay', overtime, ctx);
    const dated = calculate('overtime-pay', spring, ctx);
    expect(dated.amountFen).toBe(plain.amountFen);
    expect(dated.lines.map((l) => l.zh)).toContain('加班期间：2026-03-01至2026-05-31');
    const bad = (inputs: object) =>
      failureOf(() => calculate('overtime-pay', { ...overtime, ...inputs }, ctx)).issues?.map((i) => [
        i.path,
        i.code,
      ]);
    expect(bad({ from: '2026-03-01' })).toEqual([['to', 'required']]);
    expect(bad({ to: '2026-03-01' })).toEqual([['from', 'required']]);
    expect(bad({ from: '2026-03-02', to: '2026-03-01' })).toEqual([['to', 'end-before-start']]);
    const oneDay = { ...overtime, from: '2026-03-01', to: '2026-03-01', workdayHours: 24 };
    expect(calculate('overtime-pay', oneDay, ctx).amountFen).toBeGreaterThan(0);
    expect(bad({ from: '2026-03-01', to: '2026-03-01', workdayHours: 25 })).toEqual([
      ['workdayHours', 'number-too-large'],
    ]);
  });
});
