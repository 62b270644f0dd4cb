import { describe, expect, test } from 'vitest';
import { calculate, citation, listCalculators } from '../../shared/law/index.ts';
import { calendar, ctx, failureOf } from './support.ts';

const run = (id: string, inputs: unknown) => calculate(id, inputs, ctx);

describe.each(listCalculators().map((c) => [c.id, c] as const))('%s', (_, info) => {
  test('has both languages, sources and a schema that closes', () => {
    for (const text of [info.title, info.summary]) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).toMatch(/^[^\u4e00-\u9fff]+$/);
    }
    expect(info.sources.length).toBeGreaterThan(0);
    expect(info.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(JSON.parse(JSON.stringify(info.inputSchema))).toEqual(info.inputSchema);
  });
});

describe('bad input names its field', () => {
  test.each([
    ['unpaid-wages', {}, 'due', 'required'],
    ['unpaid-wages', { dayRate: 260 }, 'daysWorked', 'required'],
    ['unpaid-wages', { dayRate: 260, daysWorked: 1, monthlyWage: 5000 }, 'dayRate', 'one-form-only'],
    ['unpaid-wages', { dayRate: -1, daysWorked: 1 }, 'dayRate', 'amount-negative'],
    ['unpaid-wages', { dayRate: 1.005, daysWorked: 1 }, 'dayRate', 'amount-too-precise'],
    ['unpaid-wages', { dayRate: '26o', daysWorked: 1 }, 'dayRate', 'amount-invalid'],
    ['unpaid-wages', { dayRate: 260, daysWorked: -1 }, 'daysWorked', 'quantity-invalid'],
    ['unpaid-wages', { months: [{ ym: '2026-13', due: 1 }] }, 'months.0.ym', 'month-invalid'],
    ['unpaid-wages', { months: [{ ym: '2026-03', due: 1 }], paid: 5 }, 'paid', 'one-form-only'],
    [
      'unpaid-wages',
      {
        months: [
          { ym: '2026-03', due: 1 },
          { ym: '2026-03', due: 1 },
        ],
      },
      'months.1.ym',
      'month-twice',
    ],
    ['unpaid-wages-roster', { workers: [{ name: '甲' }] }, 'workers.0.due', 'required'],
    ['unpaid-wages', { due: 1, nonsense: 1 }, 'nonsense', 'unknown-field'],
    ['final-award-test', { items: [{ type: 'unpaid-wages', amount: 1 }] }, 'monthlyMinWage', 'required'],
    ['final-award-test', { monthlyMinWage: 2000 }, 'items', 'required'],
    ['limitation', { claim: 'other', filingDate: '2026-01-01' }, 'knownDate', 'required'],
    ['minimum-wage-differential', { areaCode: '510104', month: '2026-03' }, 'gross', 'required'],
    ['wage-deduction-cap', { monthlyWage: 1 }, 'localMinWage', 'required'],
  ])('%s %j', (id, inputs, path, code) => {
    const failure = failureOf(() => run(id, inputs));
    expect(failure.code).toBe('invalid-input');
    expect(failure.issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  test('an unknown calculator is not found', () => {
    expect(failureOf(() => run('nothing', {})).code).toBe('not-found');
  });
});

test('a part month on monthly pay divides by 21.75 and says so', () => {
  const outcome = run('unpaid-wages', { monthlyWage: 6000, partMonthDays: 9 });
  expect(outcome.result).toBe(2482.76);
  expect(outcome.lines[0]?.zh).toBe('6,000.00元 ÷ 21.75天 × 9天 = 2,482.76元');
});

test('two workers of one name keep both overpayments', () => {
  const inputs = {
    workers: [
      { name: '王某', due: 1, paid: 2 },
      { name: '王某', due: 1, paid: 3 },
    ],
  };
  const outcome = run('unpaid-wages-roster', inputs);
  expect(outcome.result).toMatchObject({ overpaid: { 王某: 1, '王某（2）': 2 }, total: 0, workersOwed: 0 });
  expect(outcome.warnings.map((w) => w.code)).toContain('same-name');
});

test('a worker with one item above the limit and one below has a mixed case', () => {
  const outcome = run('final-award-test', {
    monthlyMinWage: 2330,
    workers: [{ unpaidWages: 30000, overtimePay: 100 }],
  });
  expect(outcome.result).toMatchObject({ workers: ['mixed'] });
  expect(outcome.warnings.map((w) => w.code)).toContain('separate-awards');
});

test('the final-award limit can come from the table of the place', () => {
  const inputs = { areaCode: '610103', date: '2026-03-01', items: [{ type: 'unpaid-wages', amount: 28512 }] };
  expect(run('final-award-test', inputs).result).toEqual({ threshold: 28512, items: ['final'] });
});

test('Zhejiang awards on injury benefits are final, unless the local rule is set aside with a reason', () => {
  const items = [
    { type: 'work-injury-benefits', amount: 300_000 },
    { type: 'unpaid-wages', amount: 300_000 },
  ];
  const inputs = { monthlyMinWage: 2490, items };
  const at = (region: string, more: object = {}) =>
    calculate('final-award-test', { ...inputs, ...more }, { ...ctx, region });
  const verdicts = (outcome: ReturnType<typeof at>) => (outcome.result as { items: string[] }).items;
  const local = at('330106');
  expect(verdicts(local)).toEqual(['final', 'non-final']);
  expect(local.warnings.map((w) => w.code)).toContain('local-rule-applied');
  expect(verdicts(at('510104'))).toEqual(['non-final', 'non-final']);
  expect(verdicts(at('510104', { areaCode: '330106' }))).toEqual(['final', 'non-final']);
  const aside = at('330106', { localRule: 'national', localRuleReason: '当地法院不认可' });
  expect(verdicts(aside)).toEqual(['non-final', 'non-final']);
  expect(aside.warnings.find((w) => w.code === 'local-rule')?.text.zh).toContain('当地法院不认可');
  expect(failureOf(() => at('330106', { localRule: 'national' })).issues).toEqual([
    { path: 'localRuleReason', code: 'required' },
  ]);
  const group = { monthlyMinWage: 2490, workers: [{ workInjuryBenefits: 300_000 }] };
  const outcome = calculate('final-award-test', group, { ...ctx, region: '330106' });
  expect(outcome.result).toMatchObject({ workers: ['final'] });
});

test('pay claimed during employment is never out of time', () => {
  const outcome = run('limitation', { claim: 'unpaid-wages', filingDate: '2026-08-01' });
  expect(outcome.result).toEqual({ timeBarred: false, lastDay: null });
});

test('suspended time moves the last day', () => {
  const inputs = {
    claim: 'unpaid-wages',
    employmentEnd: '2025-03-10',
    filingDate: '2026-03-20',
    suspensions: [{ from: '2025-06-01', to: '2025-06-16' }],
  };
  expect(run('limitation', inputs).result).toEqual({ timeBarred: false, lastDay: '2026-03-25' });
});

test('a month in which the standard changes is pointed out', () => {
  const inputs = { areaCode: '510104', month: '2025-06', gross: 2000, tier: 2 };
  const codes = run('minimum-wage-differential', inputs).warnings.map((w) => w.code);
  expect(codes).not.toContain('minimum-wage-changed-in-month');
  const shaanxi = { areaCode: '610103', month: '2023-05', gross: 2000, tier: 1 };
  expect(run('minimum-wage-differential', shaanxi).result).toBe(160);
});

test('without a table the missing data is named', () => {
  const inputs = { areaCode: '510104', month: '2026-03', gross: 2000 };
  expect(failureOf(() => calculate('minimum-wage-differential', inputs, { calendar }))).toMatchObject({
    code: 'no-data',
    details: { table: 'minimumWages' },
  });
});

describe('a value of a table is named with the notice that set it', () => {
  const region = { ...ctx, region: '510104' };
  const dataOf = (id: string, inputs: unknown, context = ctx): string[] =>
    calculate(id, inputs, context).sources.flatMap((s) => (s.data ? [citation(s).zh] : []));

  test.each([
    [
      'minimum-wage-differential',
      { areaCode: '510104', month: '2026-03', gross: 2000 },
      /最低工资：成府规〔2025〕4号/,
    ],
    [
      'high-temperature-allowance',
      { areaCode: '610103', unit: 'day', qualifyingDays: 68 },
      /高温津贴标准：陕西高温津贴标准/,
    ],
    [
      'work-injury-medical-employment',
      { province: '浙江', grade: 9, areaAvgMonthlyWage: 7646 },
      /伤残就业补助金标准：《浙江省工伤保险条例》/,
    ],
    ['lpr-lookup', { date: '2025-03-01' }, /一年期LPR：中国银行网站/],
    [
      'late-interest-lpr',
      { principal: 50000, from: '2024-07-01', to: '2025-07-01' },
      /一年期LPR：中国银行网站/,
    ],
    ['court-fee', { type: 'labour-dispute' }, /诉讼费用交纳办法（国务院令第481号/],
    ['medical-treatment-period', { totalServiceYears: 8, unitServiceYears: 6 }, /劳部发〔1994〕479号/],
  ])('%s', (id, inputs, wanted) => {
    expect(dataOf(id, inputs).join('\n')).toMatch(wanted);
  });

  test('a figure of the person’s own has no source of a table, and each value is named once', () => {
    expect(
      dataOf('high-temperature-allowance', { unit: 'day', rate: 12, qualifyingDays: 30 }, region),
    ).toEqual([]);
    const lump = dataOf('work-death-benefits', { item: 'lump-sum', deathYear: 2025 });
    expect(lump).toEqual([
      expect.stringMatching(/^工伤待遇标准：工伤保险条例/),
      expect.stringMatching(/^全国城镇居民2024年人均可支配收入：/),
    ]);
  });
});

test.each([
  [
    'limitation',
    { claim: 'other', knownDate: '2025-03-10', filingDate: '2026-03-01' },
    '未过时效，最后一日2026-03-10',
  ],
  [
    'limitation',
    { claim: 'other', knownDate: '2025-03-10', filingDate: '2026-08-01' },
    '已过时效，最后一日2026-03-10',
  ],
  ['wage-crime-threshold', { workers: 1, monthsUnpaid: 3, amount: 20000 }, '达到“数额较大”'],
  ['final-award-test', { monthlyMinWage: 2376, items: [{ type: 'unpaid-wages', amount: 28513 }] }, '非终局'],
  ['overtime-legal-limit', { workdayOvertimeHoursInMonth: 43.5 }, '超过每月上限7.5小时'],
  ['probation-limit', { contractTermMonths: 36 }, '法定试用期最长6个月'],
])('%s answers in a sentence: %j', (id, inputs, headline) => {
  expect(run(id, inputs).headline?.zh).toBe(headline);
});

test('beside an amount there is no sentence', () => {
  expect(run('unpaid-wages', { due: 100 }).headline).toBeNull();
});

test('the yearly average wage of an unlicensed employer’s place is looked up, or asked for', () => {
  const at = { grade: 9, areaCode: '510104', date: '2025-09-01', averageWageSeries: 'non-private' };
  const stated = run('illegal-unit-injury-lump', { grade: 9, areaAvgAnnualWage: 91752 });
  expect(stated.lines).toHaveLength(1);
  expect(failureOf(() => run('illegal-unit-injury-lump', { grade: 9 })).issues).toEqual([
    { path: 'areaAvgAnnualWage', code: 'required' },
  ]);
  expect(failureOf(() => run('illegal-unit-injury-lump', { ...at, areaCode: '659001' }))).toMatchObject({
    code: 'no-data',
    issues: [{ path: 'areaAvgAnnualWage' }],
  });
  const found = run('illegal-unit-injury-lump', at);
  expect(found.sources.some((s) => s.data && s.instrument.zh.includes('平均工资'))).toBe(true);
});
