import { afterEach, beforeEach, expect, test } from 'vitest';
import { locales } from '../../renderer/app/locales.ts';
import type { WorkerInput } from '../../shared/features/cases/case.schemas.ts';
import { checkOverlaps, listCalculators } from '../../shared/law/index.ts';
import { pageTexts } from '../paper/support/read.ts';
import { giveFile, inventedAverage } from '../support/law-files.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.core.close());

const job = {
  start: '2023-03-01',
  end: '2026-08-31',
  wageUnit: 'month',
  rateFen: 600_000,
  endKind: 'left-for-arrears',
} as const;

async function newCase(...workers: WorkerInput[]): Promise<string> {
  const { caseId } = await call('cases.create', intake({ workers, respondents: [respondent] }));
  return caseId;
}
const versionOf = async (caseId: string) => (await call('cases.get', { caseId })).version;
const claimsOf = (caseId: string) => call('claims.forCase', { caseId });
const memberIds = async (caseId: string) => (await call('cases.members', { caseId })).map((m) => m.id);

async function add(
  caseId: string,
  memberId: string,
  calculator: string,
  inputs: Record<string, never> | object,
  more: { method?: string; methodReason?: string; itemId?: string } = {},
) {
  return call('claims.saveItem', {
    caseId,
    expectedVersion: await versionOf(caseId),
    itemId: null,
    memberId,
    calculator,
    inputs: inputs as Record<string, never>,
    ...more,
  });
}

const n = {
  hireDate: '2023-03-01',
  lastDay: '2026-08-31',
  avgMonthlyWage12m: '6000',
  reason: 'forced-resignation',
};

test('an item joins every total, and taking it out takes it from each', async () => {
  const caseId = await newCase(worker('样例甲', { job, arrears: [days('10')] }));
  const [memberId = ''] = await memberIds(caseId);
  const { id, amountFen } = await add(caseId, memberId, 'economic-compensation', n);
  // Three years and six months: 3.5 counts as four months, because six months and more are a whole one.
  expect(amountFen).toBe(2_400_000);
  const claims = await claimsOf(caseId);
  expect(claims).toMatchObject({
    arrearsFen: 300_000,
    itemsFen: 2_400_000,
    totalFen: 2_700_000,
    workersOwed: 1,
  });
  expect(claims.members[0]?.items[0]).toMatchObject({
    id,
    amountFen: 2_400_000,
    counts: true,
    lawVersion: 'shipped',
    now: null,
    verdict: 'final',
  });
  expect(claims.members[0]?.items[0]?.kept.sources.map((s) => s.article).join()).toContain('46');
  const list = async () =>
    (await call('cases.list', { filter: {}, sort: { by: 'number', direction: 'asc' } })).items[0]?.amountFen;
  expect(await list()).toBe(2_700_000);
  expect((await call('cases.members', { caseId }))[0]).toMatchObject({
    owedFen: 300_000,
    itemsFen: 2_400_000,
  });

  await call('claims.removeItems', { caseId, expectedVersion: await versionOf(caseId), itemIds: [id] });
  expect(await list()).toBe(300_000);
  await call('claims.restoreItems', { caseId, expectedVersion: await versionOf(caseId), itemIds: [id] });
  expect(await list()).toBe(2_700_000);
  // A worker who is gone takes the items along, and brings them back.
  await call('cases.removeMembers', {
    caseId,
    expectedVersion: await versionOf(caseId),
    memberIds: [memberId],
  });
  expect(await list()).toBe(0);
  await call('cases.restoreMembers', {
    caseId,
    expectedVersion: await versionOf(caseId),
    memberIds: [memberId],
  });
  expect(await list()).toBe(2_700_000);
  const verbs = (await call('audit.list', { cursor: null })).items.map((a) => a.verb);
  expect(verbs).toEqual(
    expect.arrayContaining(['claims.item-saved', 'claims.items-removed', 'claims.items-restored']),
  );
});

test('the law’s exclusions are refused by name, also by way of a restore', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const first = await add(caseId, memberId, 'economic-compensation', n);
  const { reason: _, ...twoN } = n;
  expect(await failureOf(add(caseId, memberId, 'unlawful-termination', twoN))).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: 'calculator', code: 'overlap-2n-excludes-n' }],
  });
  const change = async () => ({ caseId, expectedVersion: await versionOf(caseId), itemIds: [first.id] });
  await call('claims.removeItems', await change());
  await add(caseId, memberId, 'unlawful-termination', twoN);
  expect((await failureOf(call('claims.restoreItems', await change()))).issues).toMatchObject([
    { path: 'calculator', code: 'overlap-2n-excludes-n' },
  ]);
  expect((await claimsOf(caseId)).members[0]?.items.map((i) => i.calculator)).toEqual([
    'unlawful-termination',
  ]);
});

test('what may count the same money twice is said and kept', async () => {
  const caseId = await newCase(worker('样例甲', { job, arrears: [days('10', '2026-03')] }));
  const [memberId = ''] = await memberIds(caseId);
  await add(caseId, memberId, 'sick-leave-pay', { localMinWage: '2330', months: '1' });
  const [claim] = (await claimsOf(caseId)).members;
  expect(claim?.overlaps).toMatchObject([{ code: 'special-pay-inside-unpaid', severity: 'warn' }]);
  expect(claim?.overlaps[0]?.itemIds).toEqual(expect.arrayContaining([null, claim?.items[0]?.id]));
});

test('every exclusion of the law has its sentence', () => {
  const all = listCalculators().map((c) => c.id);
  const blocked = all
    .flatMap((a) =>
      all.flatMap((b) =>
        checkOverlaps([{ calculator: a, ground: 'none', orderIssued: false }, { calculator: b }]),
      ),
    )
    .filter((o) => o.severity === 'block');
  const sentences: Readonly<Record<string, string>> = locales['zh-CN'].errors;
  expect(new Set(blocked.map((o) => o.code)).size).toBeGreaterThan(5);
  for (const { code } of blocked) expect(sentences[`overlap-${code}`], code).toBeTruthy();
});

test('inputs come from the record, the wage table before the agreed rate', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const known = async (calculator: string) =>
    (await call('claims.prefill', { caseId, memberId, calculator })).inputs;
  expect(await known('double-wage-no-contract')).toMatchObject({
    hireDate: '2023-03-01',
    lastWorkDay: '2026-08-31',
    monthlyWage: '6000.00',
    filingDate: '2026-11-23',
  });
  const month = (m: string, base: number, overtimeFen = 0) => ({
    month: m,
    baseFen: base,
    subsidyFen: 0,
    overtimeFen,
    bonusFen: 0,
  });
  const months = Array.from({ length: 12 }, (_, i) => {
    const at = i < 4 ? `2025-${String(i + 9).padStart(2, '0')}` : `2026-${String(i - 3).padStart(2, '0')}`;
    return month(at, 550_000, 50_000);
  });
  await call('claims.saveWages', { caseId, expectedVersion: await versionOf(caseId), memberId, months });
  const inputs = await known('economic-compensation');
  expect(inputs).toMatchObject({
    reason: 'forced-resignation',
    hireDate: '2023-03-01',
    lastDay: '2026-08-31',
  });
  expect((inputs.wageTable as object[]).length).toBe(12);
  expect(await known('double-wage-no-contract')).not.toHaveProperty('monthlyWage');
  const { amountFen } = await add(caseId, memberId, 'economic-compensation', inputs);
  expect(amountFen).toBe(2_400_000);
  expect((await claimsOf(caseId)).members[0]?.items[0]?.kept.wageBase).toMatchObject({
    id: 'average-12-months',
    amountFen: 600_000,
  });
  // Another month in the record: the item stays as kept and says that the record has moved on.
  const raised = months.map((m) => (m.month === '2026-08' ? month('2026-08', 950_000) : m));
  await call('claims.saveWages', {
    caseId,
    expectedVersion: await versionOf(caseId),
    memberId,
    months: raised,
  });
  expect((await claimsOf(caseId)).members[0]?.items[0]).toMatchObject({
    amountFen: 2_400_000,
    outdated: ['wageTable'],
  });
});

test('months of the pay periods need not be typed again', async () => {
  const caseId = await newCase(
    worker('样例甲', {
      job: { ...job, start: '2026-03-01', end: '2026-04-30' },
      arrears: [days('20', '2026-03'), days('22', '2026-04')],
    }),
  );
  const [memberId = ''] = await memberIds(caseId);
  const { inputs } = await call('claims.prefill', { caseId, memberId, calculator: 'unlawful-termination' });
  expect(inputs.wageTable).toEqual([
    { month: '2026-03', gross: '6000.00', days: '20' },
    { month: '2026-04', gross: '6600.00', days: '22' },
  ]);
});

test('arrears of a few months are no wage history', async () => {
  const caseId = await newCase(worker('样例甲', { job, arrears: [days('20', '2026-03')] }));
  const [memberId = ''] = await memberIds(caseId);
  const { inputs } = await call('claims.prefill', { caseId, memberId, calculator: 'economic-compensation' });
  expect(inputs).not.toHaveProperty('wageTable');
});

test('new data list the items that would change; each changes only when somebody says so', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const high = { ...n, avgMonthlyWage12m: '40000' };
  const { id, amountFen } = await add(caseId, memberId, 'economic-compensation', high);
  expect(amountFen).toBe(16_000_000);
  await add(caseId, memberId, 'annual-leave-pay', { days: '5', avgMonthlyWage12mExclOvertime: '8700' });

  const token = await giveFile(app, inventedAverage);
  const changed = {
    caseId,
    itemId: id,
    worker: '样例甲',
    beforeFen: 16_000_000,
    // Three times 8,000 a month over four months.
    afterFen: 9_600_000,
    differenceFen: -6_400_000,
  };
  const { effects } = await call('lawData.preview', { token });
  expect(effects.claims).toMatchObject([changed]);
  expect(effects.claimsChanged).toBe(1);
  expect((await call('claims.stale', {})).count).toBe(0);

  await call('lawData.import', { token });
  expect((await call('claims.stale', {})).items).toMatchObject([changed]);
  const before = await claimsOf(caseId);
  const kept = before.members[0]?.items.find((i) => i.id === id);
  expect(kept).toMatchObject({ amountFen: 16_000_000, lawVersion: 'shipped', now: { amountFen: 9_600_000 } });

  const done = await call('claims.recompute', {
    caseId,
    expectedVersion: await versionOf(caseId),
    itemIds: [id],
  });
  expect(done.differenceFen).toBe(-6_400_000);
  expect((await call('claims.stale', {})).count).toBe(0);
  const after = await claimsOf(caseId);
  const renewed = after.members[0]?.items.find((i) => i.id === id);
  expect(renewed).toMatchObject({ amountFen: 9_600_000, now: null });
  expect(renewed?.lawVersion).toMatch(/^shipped\+1\./);
  expect(before.totalFen - after.totalFen).toBe(6_400_000);
});

test('a value entered by hand is looked at first, remembered with its source, and taken out again', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const { id } = await add(caseId, memberId, 'economic-compensation', { ...n, avgMonthlyWage12m: '40000' });
  const value = {
    kind: 'average-wages',
    area: '510100',
    year: 2025,
    series: 'all-units',
    annualFen: 9_600_000,
    source: '虚构统计公报；虚构〔2026〕1号；测试',
  } as const;
  const { effects } = await call('lawData.previewValue', { value });
  expect(effects.claims).toMatchObject([{ itemId: id, afterFen: 9_600_000 }]);
  expect((await call('lawData.current', {})).files).toEqual({});
  const set = await call('lawData.setValue', { value });
  expect(Object.keys((await call('lawData.current', {})).files)).toEqual(['average-wages.json']);
  expect((await call('lawData.state', {})).packs[0]).toMatchObject({ origin: 'hand', source: value.source });
  expect(await failureOf(call('lawData.previewValue', { value }))).toMatchObject({
    issues: [{ path: 'value', code: 'value-present' }],
  });
  expect((await call('claims.stale', {})).count).toBe(1);
  await call('lawData.remove', { id: set.id });
  expect((await call('claims.stale', {})).count).toBe(0);
});

test('the application asks for the items with amount and arithmetic', async () => {
  const caseId = await newCase(worker('样例甲', { job, arrears: [days('10')] }));
  const [memberId = ''] = await memberIds(caseId);
  await add(caseId, memberId, 'economic-compensation', n);
  await add(caseId, memberId, 'work-injury-suspension-pay', { originalMonthlyWage: '6000', months: '2' });
  const { token } = await call('documents.preview', {
    caseId,
    paper: { formId: 'arb-application', memberId: null },
  });
  const file = await app.core.fileFor(app.caller, token);
  const text = (await pageTexts(file?.bytes ?? new Uint8Array())).join('');
  expect(text).toContain('3,000.00元');
  expect(text).toContain('经济补偿人民币24,000.00元（大写：贰万肆仟元整）');
  expect(text).toContain('6,000.00元×4个月=24,000.00元');
  expect(text).toContain('停工留薪');
  // Every law once: the paper's own citation and the calculator's would say the same twice.
  expect(text.match(/《[^》]*劳动合同法》/g)?.filter((l) => l === '《劳动合同法》')).toEqual([]);
  expect(text).toContain('工资人民币12,000.00元（大写：壹万贰仟元整）');
  // The sum of everything that is asked for.
  expect(text).toContain('39,000.00元（大写：叁万玖仟元整）');
});

test('without arrears the application does not ask for wages', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  await add(caseId, memberId, 'economic-compensation', n);
  const plan = await call('documents.plan', { caseId });
  const lacking = plan.find((p) => p.formId === 'arb-application')?.warnings.map((w) => w.field) ?? [];
  expect(lacking).not.toContain('claims');
});

test('a choice among methods is kept with its reason, and never made silently', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const inputs = {
    hireDate: '2024-03-01',
    lastWorkDay: '2025-02-28',
    monthlyWage: '6000',
    filingDate: '2026-01-20',
  };
  const whole = await add(caseId, memberId, 'double-wage-no-contract', inputs);
  expect(whole.amountFen).toBe(6_600_000);
  await call('claims.removeItems', { caseId, expectedVersion: await versionOf(caseId), itemIds: [whole.id] });
  expect(
    await failureOf(add(caseId, memberId, 'double-wage-no-contract', inputs, { method: 'month-by-month' })),
  ).toMatchObject({ issues: [{ path: 'methodReason', code: 'required' }] });
  expect(
    await failureOf(add(caseId, memberId, 'double-wage-no-contract', inputs, { method: 'unheard-of' })),
  ).toMatchObject({
    issues: [{ path: 'method' }],
  });
  await add(caseId, memberId, 'double-wage-no-contract', inputs, {
    method: 'month-by-month',
    methodReason: '本地仲裁委按月起算',
  });
  const [item] = (await claimsOf(caseId)).members[0]?.items ?? [];
  expect(item).toMatchObject({ method: 'month-by-month', methodReason: '本地仲裁委按月起算' });
  expect(item?.amountFen).toBeLessThan(6_600_000);
  expect(item?.amountFen).toBeGreaterThan(0);
  expect(item?.kept.totals?.claimedFen).toBe(6_600_000);
});

test('limitation is flagged beside the whole amount', async () => {
  const caseId = await newCase(worker('样例甲', { job: { ...job, end: '2024-08-31' } }));
  const [memberId = ''] = await memberIds(caseId);
  const { inputs } = await call('claims.prefill', { caseId, memberId, calculator: 'economic-compensation' });
  expect(inputs.limitation).toEqual({ filingDate: '2026-11-23', employmentEnd: '2024-08-31' });
  const { amountFen } = await add(caseId, memberId, 'economic-compensation', {
    ...inputs,
    avgMonthlyWage12m: '6000',
  });
  expect(amountFen).toBe(1_200_000);
  const [item] = (await claimsOf(caseId)).members[0]?.items ?? [];
  expect(item?.kept.totals).toEqual({ claimedFen: 1_200_000, recoverableFen: 0 });
  expect(item?.kept.warnings.map((w) => w.code)).toContain('time-barred');
});

test('one award is final item by item and worker by worker', async () => {
  const caseId = await newCase(
    worker('样例甲', { job, arrears: [days('10')] }),
    worker('样例乙', { job, arrears: [days('10')] }),
  );
  const [memberId = ''] = await memberIds(caseId);
  await add(caseId, memberId, 'economic-compensation', {
    ...n,
    avgMonthlyWage12m: '20000',
    localAvgMonthlyWage: '9000',
  });
  const claims = await claimsOf(caseId);
  expect(claims.members.map((m) => [m.arrearsVerdict, m.verdict])).toEqual([
    ['final', 'mixed'],
    ['final', 'final'],
  ]);
  expect(claims.finality).toMatchObject({ finalCount: 1, nonFinalCount: 1 });
});

test('one calculator for a group: the record of each, errors by row', async () => {
  const caseId = await newCase(
    worker('样例甲', { job }),
    worker('样例乙', { job: { ...job, start: '2025-03-01' } }),
    worker('样例丙'),
  );
  const ids = await memberIds(caseId);
  const group = {
    caseId,
    calculator: 'economic-compensation',
    inputs: { avgMonthlyWage12m: '6000', reason: 'forced-resignation' },
  };
  const preview = await call('claims.previewGroup', { ...group, memberIds: ids });
  expect(preview.rows.map((r) => r.amountFen)).toEqual([2_400_000, 1_200_000, null]);
  expect(preview.totalFen).toBe(3_600_000);
  expect(preview.rows[2]?.failure?.code).toBe('invalid-input');
  const all = await failureOf(
    call('claims.addGroup', { ...group, expectedVersion: await versionOf(caseId), memberIds: ids }),
  );
  expect(all.issues?.[0]?.path).toMatch(/^memberIds\.2\.inputs\./);
  expect((await claimsOf(caseId)).itemsFen).toBe(0);
  const done = await call('claims.addGroup', {
    ...group,
    expectedVersion: await versionOf(caseId),
    memberIds: ids.slice(0, 2),
  });
  expect(done.itemIds).toHaveLength(2);
  expect((await claimsOf(caseId)).members.map((m) => m.itemsFen)).toEqual([2_400_000, 1_200_000, 0]);
});

test('bad input names its field', async () => {
  const caseId = await newCase(worker('样例甲', { job }));
  const [memberId = ''] = await memberIds(caseId);
  const refused = async (calculator: string, inputs: object) =>
    (await failureOf(add(caseId, memberId, calculator, inputs))).issues?.map((i) => [i.path, i.code]);
  expect(await refused('economic-compensation', { ...n, lastDay: '2022-01-01' })).toEqual([
    ['inputs.lastDay', 'end-before-start'],
  ]);
  expect(await refused('economic-compensation', { ...n, lastDay: '2025-02-29' })).toEqual([
    ['inputs.lastDay', 'date-invalid'],
  ]);
  expect(await refused('economic-compensation', { ...n, avgMonthlyWage12m: '-1' })).toEqual([
    ['inputs.avgMonthlyWage12m', 'amount-negative'],
  ]);
  expect(await refused('economic-compensation', { ...n, avgMonthlyWage12m: '999999999999999' })).toEqual([
    ['inputs.avgMonthlyWage12m', 'amount-too-large'],
  ]);
  const holes = [
    { month: '2026-05', gross: '6000' },
    { month: '2026-07', gross: '6000' },
  ];
  const { avgMonthlyWage12m: _, ...noWage } = n;
  expect(await refused('economic-compensation', { ...noWage, wageTable: holes })).toEqual([
    ['inputs.wageTable', 'month-missing'],
  ]);
  expect(await refused('unpaid-wages', { monthlyWage: '6000', unpaidMonths: '1' })).toEqual([
    ['calculator', 'claim-not-kept'],
  ]);
  expect(await refused('no-such-thing', {})).toEqual([['calculator', 'claim-not-kept']]);
  expect(
    await failureOf(
      add(caseId, memberId, 'sick-leave-pay', { areaCode: '999900', month: '2026-03', months: '1' }),
    ),
  ).toMatchObject({ code: 'no-data', details: { table: 'minimumWages', area: '999900' } });
  const wages = (months: object[]) =>
    failureOf(
      versionOf(caseId).then((expectedVersion) =>
        call('claims.saveWages', { caseId, expectedVersion, memberId, months: months as never }),
      ),
    );
  const row = { month: '2026-03', baseFen: 1, subsidyFen: 0, overtimeFen: 0, bonusFen: 0 };
  expect((await wages([row, row])).issues).toMatchObject([{ path: 'months.1.month', code: 'month-twice' }]);
  expect((await wages([{ ...row, month: '2026-13' }])).issues).toMatchObject([
    { path: 'months.0.month', code: 'month-invalid' },
  ]);
  expect((await wages([{ ...row, baseFen: -1 }])).issues).toMatchObject([
    { path: 'months.0.baseFen', code: 'amount-negative' },
  ]);
  expect((await wages([{ ...row, baseFen: 1e14 }])).issues).toMatchObject([
    { path: 'months.0.baseFen', code: 'amount-too-large' },
  ]);
  expect(
    (
      await failureOf(
        call('cases.saveMember', {
          caseId,
          expectedVersion: await versionOf(caseId),
          memberId,
          worker: worker('样例甲', { job: { ...job, end: '2020-01-01' } }),
        }),
      )
    ).issues,
  ).toMatchObject([{ path: 'worker.job.end', code: 'end-before-start' }]);
  expect((await claimsOf(caseId)).itemsFen).toBe(0);
});
