import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveFile, inventedWage, inventedYear } from '../support/law-files.ts';
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
const acceptanceOf = async (caseId: string) =>
  (await call('deadlines.forCase', { caseId })).find((d) => d.ruleId === acceptance);
const through = async () => (await call('office.state', {})).calendarThrough;

test('a loaded year moves the dates that it changes, and their provisional mark goes', async () => {
  const caseId = await caseOverNewYear();
  const before = await acceptanceOf(caseId);
  expect(before).toMatchObject({ provisional: true, due: '2027-01-06' });
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
  expect(done).toMatchObject({ casesDated: 1, datesMoved: 1 });
  expect(await through()).toBe(2027);
  expect(await acceptanceOf(caseId)).toMatchObject({ provisional: false, due: '2027-01-07' });
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
  expect(await acceptanceOf(caseId)).toMatchObject({ provisional: false });
});

test('an import can be taken out and put back', async () => {
  const caseId = await caseOverNewYear();
  const { id } = await call('lawData.import', { token: await giveFile(app, inventedYear) });
  expect(await call('lawData.remove', { id })).toMatchObject({ casesDated: 1, datesMoved: 1 });
  expect(await through()).toBe(2026);
  expect(await acceptanceOf(caseId)).toMatchObject({ provisional: true, due: '2027-01-06' });
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
  expect(await acceptanceOf(caseId)).toMatchObject({ provisional: true });
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
    verifiedThrough: '2026-11-20',
    newest: { since: '2026-11-20', source: '虚构：测试用报价', status: 'secondary' },
  });
  expect((await failureOf(call('lawData.setValue', { value }))).issues).toMatchObject([
    { path: 'value', code: 'value-present' },
  ]);
  const place = { area: '510104', source: '虚构：测试用' };
  for (const other of [
    { kind: 'minimum-wages', ...place, validFrom: '2031-01-01', monthlyFen: 100_050, hourlyFen: null },
    { kind: 'average-wages', ...place, year: 2031, series: 'non-private', annualFen: 1_000_000 },
    { kind: 'disposable-income', ...place, year: 2031, annualFen: 1_000_000 },
    { kind: 'heat-allowance', ...place, validFrom: '2031-01-01', unit: 'day', rateFen: 1500 },
  ] as const)
    await call('lawData.setValue', { value: other });
  const { packs } = await call('lawData.state', {});
  expect(packs.map((p) => [p.kind, p.origin, p.usable, p.addedBy])).toEqual(
    ['heat-allowance', 'disposable-income', 'average-wages', 'minimum-wages', 'lpr'].map((kind) => [
      kind,
      'hand',
      true,
      testUser,
    ]),
  );
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
