import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { parseLawFiles, readLawFiles } from '../../electron/core/kernel/law-data.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { calculate } from '../../shared/law/index.ts';
import { giveFile, inventedAverage, inventedWage, inventedYear } from '../support/law-files.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { days, failureOf, intake, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.core.close());

const acceptance = 'arb-accept-decision';

/** Applied for on the last working days of 2026: the commission's five days reach into 2027. */
async function caseOverNewYear(): Promise<string> {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: [worker('样例甲', { arrears: [days('10')] })],
      events: [{ type: 'application-submitted', date: '2026-12-29' }],
    }),
  );
  return caseId;
}
const acceptanceOf = async (caseId: string) => {
  const date = (await call('deadlines.forCase', { caseId })).find((d) => d.ruleId === acceptance);
  return date && { ...date, noCalendar: date.warnings.some((w) => w.zh.includes('放假安排尚未载入')) };
};
const through = async () => (await call('office.state', {})).calendarThrough;

test('a loaded year moves the dates that it changes, and their provisional mark goes', async () => {
  const caseId = await caseOverNewYear();
  const before = await acceptanceOf(caseId);
  expect(before).toMatchObject({ noCalendar: true, provisional: true, due: '2027-01-06' });
  expect(await through()).toBe(2026);

  const token = await giveFile(app, inventedYear);
  const preview = await call('lawData.preview', { token });
  expect(preview).toMatchObject({
    file: { kind: 'holidays', signedOffBy: '样例核对人' },
    added: ['2027'],
    replaced: [],
    unchanged: [],
    effects: { casesChecked: 1, claimsChanged: 0 },
  });
  expect(preview.effects.dates.find((d) => d.ruleId === acceptance)).toMatchObject({
    caseId,
    before: '2027-01-06',
    after: '2027-01-07',
    provisionalBefore: true,
    provisionalAfter: false,
  });
  // A look changes nothing.
  expect(await through()).toBe(2026);
  expect(await acceptanceOf(caseId)).toEqual(before);

  const { version } = await call('cases.get', { caseId });
  const done = await call('lawData.import', { token });
  expect(preview.effects.datesMoved).toBeGreaterThan(0);
  // Dates in both, never cases: one case here has several.
  expect(done).toMatchObject({ casesDated: 1, datesMoved: preview.effects.datesMoved });
  expect(await through()).toBe(2027);
  // Its first day, 29 December, is still to come: that keeps it provisional, no longer the missing calendar.
  expect(await acceptanceOf(caseId)).toMatchObject({
    noCalendar: false,
    due: '2027-01-07',
    provisional: true,
  });
  const board = await call('deadlines.board', {});
  expect(board.later.find((d) => d.ruleId === acceptance)).toMatchObject({
    due: '2027-01-07',
    provisional: false,
  });
  expect(await call('cases.get', { caseId })).toMatchObject({ version });
  expect(app.events).toContainEqual({ type: 'changed', topic: 'office', ids: ['law-data'] });
  const audit = await call('audit.list', { cursor: null });
  expect(audit.items[0]).toMatchObject({ verb: 'law-data.imported' });
});

test('imported data leave with the office and come back with it', async () => {
  const caseId = await caseOverNewYear();
  await call('lawData.import', { token: await giveFile(app, inventedYear) });
  await call('office.lock', {});
  expect(await through()).toBe(2026);
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  expect(await through()).toBe(2027);
  expect(await acceptanceOf(caseId)).toMatchObject({ noCalendar: false });
});

test('an import can be taken out and put back', async () => {
  const caseId = await caseOverNewYear();
  const { id, datesMoved } = await call('lawData.import', { token: await giveFile(app, inventedYear) });
  expect(datesMoved).toBe(3);
  expect(await call('lawData.remove', { id })).toMatchObject({ casesDated: 1, datesMoved });
  expect(await through()).toBe(2026);
  expect(await acceptanceOf(caseId)).toMatchObject({ noCalendar: true, due: '2027-01-06' });
  expect((await failureOf(call('lawData.remove', { id }))).code).toBe('not-found');
  expect((await call('lawData.state', {})).packs).toMatchObject([{ id, removedBy: testUser }]);
  await call('lawData.restore', { id });
  expect(await through()).toBe(2027);
  expect((await call('lawData.state', {})).packs).toMatchObject([{ id, removedAt: null, usable: true }]);
});

test('an import that is stopped leaves everything as it was', async () => {
  const caseId = await caseOverNewYear();
  for (let i = 0; i < 30; i++) await caseOverNewYear();
  const token = await giveFile(app, inventedYear);
  const callId = 'import-1';
  const stop = app.core.subscribe((event) => {
    if (event.type === 'progress' && event.callId === callId) void call('system.cancel', { callId });
  });
  const outcome = await failureOf(app.client.call('lawData.import', { token }, { callId }));
  stop();
  expect(outcome.code).toBe('cancelled');
  expect(await through()).toBe(2026);
  expect((await call('lawData.state', {})).packs).toEqual([]);
  expect(await acceptanceOf(caseId)).toMatchObject({ noCalendar: true });
});

test('what a file would add is named in words', async () => {
  const { added, replaced } = await call('lawData.preview', { token: await giveFile(app, inventedAverage) });
  const names = [...added, ...replaced].join();
  expect(names).toMatch(/（510100） 2025 (全口径|城镇)/);
  expect(names).not.toMatch(/all-units|private/);
});

test('a new minimum wage tells which ceilings of final awards change', async () => {
  const { caseId } = await call(
    'cases.create',
    intake({ workers: [worker('样例乙', { arrears: [days('10')] })] }),
  );
  const before = (await call('claims.forCase', { caseId })).finality;
  const preview = await call('lawData.preview', { token: await giveFile(app, inventedWage) });
  expect(preview.effects.claims).toMatchObject([
    {
      caseId,
      beforeFen: before?.limitFen ?? null,
      afterFen: 120_000,
      differenceFen: before ? 120_000 - before.limitFen : null,
    },
  ]);
  await call('lawData.import', { token: await giveFile(app, inventedWage) });
  expect((await call('claims.forCase', { caseId })).finality).toMatchObject({
    limitFen: 120_000,
    finalCount: 0,
    nonFinalCount: 1,
  });
});

test('one missing value is remembered with its source, and nothing that is loaded is overwritten', async () => {
  const value = {
    kind: 'lpr',
    validFrom: '2026-11-20',
    percent: '2.95',
    source: '虚构：测试用报价',
  } as const;
  const lprOf = async () => (await call('lawData.state', {})).tables.find((t) => t.kind === 'lpr');
  const before = await lprOf();
  await call('lawData.setValue', { value });
  const after = await lprOf();
  expect(after).toMatchObject({
    rows: (before?.rows ?? 0) + 1,
    byHand: 1,
    imported: 0,
    // The quotes between are still missing: one quote does not stand in for seven months.
    verifiedThrough: '2026-04-20',
    newest: { since: '2026-11-20', source: '虚构：测试用报价', status: 'secondary' },
  });
  expect((await failureOf(call('lawData.setValue', { value }))).issues).toMatchObject([
    { path: 'value', code: 'value-present' },
  ]);
  for (const other of eachKind) await call('lawData.setValue', { value: other });
  const { packs } = await call('lawData.state', {});
  expect(packs.map((p) => [p.kind, p.origin, p.usable, p.addedBy])).toEqual(
    [...eachKind.map((v) => v.kind).reverse(), 'lpr'].map((kind) => [kind, 'hand', true, testUser]),
  );
  expect(packs.map((p) => [p.keys.join(), p.figure?.zh])).toEqual([
    ['湖北省（420000） 2025-01-01', '单人8000.00元、多人50000.00元'],
    ['湖南省（430000） 2025-01-01', '家庭人均月收入低于900.00元'],
    ['湖北省（420000） 2025-01-01', '家庭人均收入低于当地城镇居民人均可支配收入月平均数的60%'],
    ['湖南省（430000） 2025-01-01 8级', '医疗80000.00元、就业90000.00元'],
    ['湖北省（420000） 2025-01-01 7级', '医疗14个月、就业18.5个月'],
    ['锦江区（510104） 2031-01-01', '每日15.00元'],
    ['锦江区（510104） 2031', '全年10000.00元'],
    // Published by city.
    ['成都市（510100） 2031 城镇非私营单位', '全年10000.00元'],
    ['锦江区（510104） 2031-01-01', '每月1000.50元'],
    ['2026-11-20', '年利率2.95%'],
  ]);
});

const place = { area: '510104', source: '虚构：测试用' };
const hubei = { area: '420000', validFrom: '2025-01-01', source: '虚构：测试用' };
const eachKind = [
  { kind: 'minimum-wages', ...place, validFrom: '2031-01-01', monthlyFen: 100_050, hourlyFen: null },
  { kind: 'average-wages', ...place, year: 2031, series: 'non-private', annualFen: 1_000_000 },
  { kind: 'disposable-income', ...place, year: 2031, annualFen: 1_000_000 },
  { kind: 'heat-allowance', ...place, validFrom: '2031-01-01', unit: 'day', rateFen: 1500 },
  {
    kind: 'injury-lumps',
    ...hubei,
    grade: 7,
    baseScope: 'province',
    lumps: { unit: 'month', medical: 14, employment: 18.5 },
  },
  {
    kind: 'injury-lumps',
    ...hubei,
    area: '430000',
    grade: 8,
    lumps: { unit: 'yuan', medicalFen: 8_000_000, employmentFen: 9_000_000 },
  },
  { kind: 'legal-aid-means', ...hubei, threshold: { unit: 'percent', percent: 60 } },
  { kind: 'legal-aid-means', ...hubei, area: '430000', threshold: { unit: 'yuan', monthlyFen: 90_000 } },
  { kind: 'wage-crime', ...hubei, singleFen: 800_000, groupFen: 5_000_000 },
] as const;

test('what was remembered is what the calculators find, of every kind', async () => {
  for (const value of eachKind) await call('lawData.setValue', { value });
  const { files } = await call('lawData.current', {});
  const law = parseLawFiles({ ...readLawFiles(app.world.resources), ...files });
  const ctx = { ...law, region: '420106', asOf: plainDate('2026-11-21') };
  const of = (id: string, input: object) => calculate(id, input, ctx);
  const lumps = of('work-injury-medical-employment', { grade: 7, areaAvgMonthlyWage: 8000 });
  expect(lumps.result).toEqual({ medical: 112_000, employment: 148_000, total: 260_000 });
  expect(lumps.warnings.map((w) => w.text.zh)).toContainEqual(expect.stringContaining('虚构：测试用'));
  expect(
    of('work-injury-medical-employment', { areaCode: '430102', grade: 8, terminationDate: '2026-01-05' })
      .result,
  ).toEqual({ medical: 80_000, employment: 90_000, total: 170_000 });
  expect(of('legal-aid-means', { annualUrbanIncome: 48_000, monthlyIncome: 2000 }).result).toEqual({
    threshold: 2400,
    meansTest: 'passes',
  });
  expect(of('legal-aid-means', { areaCode: '430102', monthlyIncome: 900 }).result).toEqual({
    threshold: 900,
    meansTest: 'fails',
  });
  expect(of('wage-crime-threshold', { workers: 1, monthsUnpaid: 4, amount: 8000 }).result).toMatchObject({
    reached: true,
  });
  const heat = { areaCode: '510104', unit: 'day', qualifyingDays: 10 };
  expect(of('high-temperature-allowance', { ...heat, date: '2031-07-01' }).amountFen).toBe(15_000);
  expect(() => of('high-temperature-allowance', { ...heat, date: '2026-07-01' })).toThrow('no-data');
});

test('a value that cannot be is refused by name', async () => {
  const wrong: [object, string, string][] = [
    [{ ...eachKind[0], area: '990000' }, 'value.area', 'region-unknown'],
    [{ ...eachKind[0], monthlyFen: 0 }, 'value.monthlyFen', 'value-invalid'],
    [{ ...eachKind[0], monthlyFen: -1 }, 'value.monthlyFen', 'amount-negative'],
    [{ ...eachKind[0], monthlyFen: 10_000_001 }, 'value.monthlyFen', 'amount-too-large'],
    [{ ...eachKind[0], validFrom: '2026-02-29' }, 'value.validFrom', 'date-invalid'],
    [{ ...eachKind[0], source: ' ' }, 'value.source', 'required'],
    [{ ...eachKind[4], grade: 4 }, 'value.grade', 'number-out-of-range'],
    [
      { ...eachKind[4], lumps: { unit: 'month', medical: 0, employment: 1 } },
      'value.lumps.medical',
      'value-invalid',
    ],
    [
      { ...eachKind[6], threshold: { unit: 'percent', percent: 301 } },
      'value.threshold.percent',
      'number-too-large',
    ],
    [{ ...eachKind[8], singleFen: 400_000 }, 'value.singleFen', 'number-out-of-range'],
  ];
  for (const [value, path, code] of wrong)
    for (const name of ['lawData.previewValue', 'lawData.setValue'] as const)
      expect((await failureOf(call(name, { value } as never))).issues?.[0], path).toMatchObject({
        path,
        code,
      });
  expect((await call('lawData.state', {})).packs).toEqual([]);
});

test('whoever entered a value takes it out and puts it back; what others brought is for the manager', async () => {
  const { passphrase } = await call('users.add', { name: '样例文员', role: 'clerk' });
  const clerk = clientOf(app.core, { sessionId: 'clerk' });
  await clerk.call('office.unlock', { userName: '样例文员', passphrase: passphrase ?? '' });
  await clerk.call('office.changePassphrase', {
    current: passphrase ?? '',
    next: '样例文员自己的口令八位以上',
  });
  const refused = async (outcome: Promise<unknown>) =>
    expect((await failureOf(outcome)).code).toBe('permission-denied');
  const theirs = await call('lawData.setValue', { value: eachKind[3] });
  const file = await call('lawData.import', { token: await giveFile(app, inventedYear) });
  const own = await clerk.call('lawData.setValue', { value: eachKind[8] });
  await refused(clerk.call('lawData.remove', { id: theirs.id }));
  await refused(clerk.call('lawData.remove', { id: file.id }));
  expect((await clerk.call('lawData.state', {})).packs.map((p) => p.mayChange)).toEqual([true, false, false]);
  await clerk.call('lawData.remove', { id: own.id });
  await clerk.call('lawData.restore', { id: own.id });
  await call('lawData.remove', { id: own.id });
  // What the manager took out stays out.
  await refused(clerk.call('lawData.restore', { id: own.id }));
  await call('lawData.restore', { id: own.id });
});

test('what is no data file, or is wrong in one place, is refused by name and changes nothing', async () => {
  const [year] = inventedYear.rows;
  const wrong: [unknown, string, string][] = [
    ['这不是数据文件', 'file', 'law-file-unknown'],
    [{ rows: [] }, 'file', 'law-file-unknown'],
    [{ ...inventedYear, version: 2 }, 'version', 'law-file-newer'],
    [{ ...inventedYear, kind: 'weather' }, 'kind', 'law-table-unknown'],
    [{ ...inventedYear, signedOffBy: ' ' }, 'signedOffBy', 'required'],
    [{ ...inventedYear, rows: [] }, 'rows', 'required'],
    [{ ...inventedYear, rows: [year, year] }, 'rows.1', 'row-twice'],
    [{ ...inventedYear, rows: [{ ...year, year: 2028 }] }, 'rows.0.notice.title', 'notice-year-mismatch'],
    [
      { ...inventedYear, rows: [{ ...year, holidays: year?.holidays.slice(1) }] },
      'rows.0.holidays',
      'holiday-missing',
    ],
    [
      { ...inventedWage, rows: [{ ...inventedWage.rows[0], monthly: [-1] }] },
      'rows.0.monthly.0',
      'amount-negative',
    ],
  ];
  for (const [content, path, code] of wrong) {
    const token = await giveFile(app, content);
    for (const name of ['lawData.preview', 'lawData.import'] as const)
      expect((await failureOf(call(name, { token }))).issues?.[0], path).toMatchObject({ path, code });
  }
  await call('lawData.import', { token: await giveFile(app, inventedYear) });
  expect(
    (await failureOf(call('lawData.import', { token: await giveFile(app, inventedYear) }))).issues,
  ).toMatchObject([{ path: 'file', code: 'law-file-nothing-new' }]);
  expect((await call('lawData.state', {})).packs.length).toBe(1);
  expect((await failureOf(call('lawData.import', { token: 'unknown' }))).code).toBe('file-expired');
});
