import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import type { Client, Output } from '../../shared/contract/api.ts';
import { recoveryGroups } from '../../shared/features/outcomes/outcomes.contract.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
/** Handles every case of the office but one, and is shown sums of those alone. */
let lawyer: Client;
let lawyerId: string;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);

beforeAll(async () => {
  app = await openTestApp();
  const { id, passphrase } = await call('users.add', { name: '林指派', role: 'lawyer' });
  lawyerId = id;
  lawyer = clientOf(app.core, { sessionId: 'lawyer' });
  await lawyer.call('office.unlock', { userName: '林指派', passphrase: passphrase ?? '' });
  await lawyer.call('office.changePassphrase', { current: passphrase ?? '', next: '林指派自己的口令' });
});
afterAll(() => app.core.close());

const change = async (caseId: string) => ({
  caseId,
  expectedVersion: (await call('cases.get', { caseId })).version,
});
const newCase = async (names: readonly string[], more: Parameters<typeof intake>[0] = {}) => {
  const { caseId } = await call(
    'cases.create',
    intake({
      workers: names.map((name, i) => worker(name, { arrears: [days(String(10 * (i + 1)))] })),
      respondents: [respondent],
      project: { name: '样例花园', site: null, teamLeader: null },
      handlerId: lawyerId,
      ...more,
    }),
  );
  return { caseId, members: (await call('cases.members', { caseId })).map((m) => m.id) };
};

type Listed = Output<'recovered.list'>;
const byKey = ({ rows, ...sums }: Listed) => ({
  ...sums,
  rows: [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)),
});

/** The kept sums fit the rows, and every list says what is put together from the rows themselves. */
async function check(): Promise<void> {
  expect(await call('recovered.verify', {})).toMatchObject({ faults: 0 });
  for (const by of recoveryGroups)
    for (const narrowed of [
      {},
      { status: 'open' },
      { status: 'closed' },
      { owedOnly: true },
      { text: '样例' },
    ] as const) {
      const asked = { by, ...narrowed };
      const kept = await call('recovered.list', asked);
      const summed = await lawyer.call('recovered.list', asked);
      expect(byKey(kept), JSON.stringify(asked)).toEqual(byKey(summed));
      const owed = kept.rows.map((r) => r.owedFen);
      expect(owed).toEqual([...owed].sort((a, b) => b - a));
    }
}

test('the sums are right after every kind of change, and after each is undone', async () => {
  const first = await newCase(['样例甲', '样例乙']);
  const second = await newCase(['样例丙'], {
    project: { name: null, site: null, teamLeader: null },
    respondents: [],
  });
  await newCase(['样例丁'], { project: { name: '样例花园二期', site: null, teamLeader: null } });
  await check();
  const [a = '', b = ''] = first.members;
  const line = (memberId: string, claimedFen: number, amountFen: number) => ({
    ...{ memberId, item: 'arrears', claimedFen, amountFen },
  });
  await call('outcomes.save', {
    ...(await change(first.caseId)),
    outcomeId: null,
    outcome: {
      kind: 'settlement',
      state: 'in-force',
      form: 'mediation',
      madeOn: '2026-10-08',
      lines: [line(a, 300_000, 150_000), line(b, 600_000, 300_000)],
      performBy: '2026-12-01',
      plan: { instalments: [] },
    },
  });
  expect((await call('recovered.list', { by: 'employer', owedOnly: true })).totals).toMatchObject({
    grantedFen: 450_000,
    owedFen: 450_000,
  });
  await check();
  const payment = { date: '2026-11-01', amountFen: 150_000, payer: '样例', allocation: 'oldest' } as const;
  await call('outcomes.savePayment', { ...(await change(first.caseId)), paymentId: null, payment });
  await check();
  await call('cases.removeMembers', { ...(await change(first.caseId)), memberIds: [b] });
  await check();
  await call('cases.restoreMembers', { ...(await change(first.caseId)), memberIds: [b] });
  await check();
  await call('closing.close', { ...(await change(second.caseId)), closedOn: '2026-11-20', note: '样例' });
  expect((await call('recovered.list', { by: 'worker', status: 'closed' })).rows).toMatchObject([
    { label: '样例丙', cases: 1, caseId: second.caseId },
  ]);
  await check();
  const undoLast = async (scope: string) => {
    const { act } = await call('undo.last', { scope, since: '2026-01-01T00:00:00.000Z' });
    await call('undo.undo', { actId: act?.id ?? '' });
  };
  await undoLast(second.caseId);
  await check();
  await call('cases.remove', { cases: [await change(first.caseId)] });
  expect((await call('recovered.list', { by: 'case' })).count).toBe(2);
  await check();
  await undoLast('cases');
  expect((await call('recovered.list', { by: 'case' })).count).toBe(3);
  await check();
});

test('one person in two cases is one row, also once two entries were joined', async () => {
  const of = async () => (await call('recovered.list', { by: 'worker', text: '' })).rows;
  const before = (await of()).length;
  await newCase(['样例戊']);
  await newCase(['样例己']);
  const people = await call('people.list', { text: '样例' });
  const id = (name: string) => people.items.find((p) => p.name === name)?.id ?? '';
  const version = async (personId: string) => (await call('people.get', { personId })).version;
  expect(await of()).toHaveLength(before + 2);
  const [keptId, goneId] = [id('样例戊'), id('样例己')];
  const { mergeId } = await call('people.merge', {
    keepId: keptId,
    keepVersion: await version(keptId),
    goneId,
    goneVersion: await version(goneId),
    take: [],
  });
  const row = (await of()).find((r) => r.key === keptId);
  expect([(await of()).length, row?.cases, row?.workers, row?.caseId]).toEqual([before + 1, 2, 2, null]);
  await check();
  await call('people.unmerge', { mergeId });
  expect(await of()).toHaveLength(before + 2);
  await check();
});

test('whoever sees only some cases has sums of those alone, and keeps the office’s right', async () => {
  const secret = await newCase(['密工人'], {
    handlerId: null,
    respondents: [{ ...respondent, name: '密建筑公司' }],
    project: { name: '密工程', site: null, teamLeader: null },
  });
  for (const by of recoveryGroups) {
    const all = await call('recovered.list', { by });
    const own = await lawyer.call('recovered.list', { by });
    expect(JSON.stringify(own)).not.toContain('密');
    expect(JSON.stringify(own)).not.toContain(secret.caseId);
    expect(all.totals.claimedFen).toBeGreaterThan(own.totals.claimedFen);
    expect([all.count, all.rows.length]).toEqual([own.count + 1, own.rows.length + 1]);
  }
  // What they do in a case of their own follows in sums that they do not see.
  const { rows } = await lawyer.call('recovered.list', { by: 'case' });
  const caseId = rows[0]?.caseId ?? '';
  const { version } = await lawyer.call('cases.get', { caseId });
  const members = await lawyer.call('cases.members', { caseId });
  const before = await call('recovered.list', { by: 'employer' });
  await lawyer.call('cases.removeMembers', {
    caseId,
    expectedVersion: version,
    memberIds: members.slice(0, 1).map((m) => m.id),
  });
  const after = await call('recovered.list', { by: 'employer' });
  expect(after.totals.claimedFen).toBeLessThan(before.totals.claimedFen);
  expect(await call('recovered.verify', {})).toMatchObject({ faults: 0 });
});

test('sums that were tampered with are found out and put together anew', async () => {
  const before = await Promise.all(recoveryGroups.map((by) => call('recovered.list', { by })));
  await call('office.lock', {});
  const unlocked = await unlockWithPassphrase(readKeyring(app.folder), testUser, testPassphrase);
  if (!unlocked) throw new Error('The office does not open');
  const key = deriveKey(unlocked.key, 'database');
  const db = openSqlite(officePaths(app.folder).database, key, { create: false });
  await sql`update recovered_group set owed_fen = owed_fen + 1 where grouping = 'employer'`.execute(db.write);
  await sql`delete from recovered_group where grouping = 'worker' and status = 'open'`.execute(db.write);
  await sql`insert into recovered_case select '00', label, status, employer, project, workers, claimed_fen,
    computed_fen, granted_fen, paid_fen, owed_fen, over_fen from recovered_case limit 1`.execute(db.write);
  await sql`update recovered_total set n = n + 1 where grouping = 'project'`.execute(db.write);
  await db.close();
  const worker = clientOf(app.core, { sessionId: 'test' });
  await worker.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  // The work of the day does it by itself.
  await expect
    .poll(async () => (await worker.call('recovered.verify', {})).faults, { timeout: 5000 })
    .toBe(0);
  const after = await Promise.all(recoveryGroups.map((by) => worker.call('recovered.list', { by })));
  expect(after).toEqual(before);
  const { items } = await worker.call('audit.list', { caseId: null, cursor: null });
  expect(items.map((i) => i.verb)).toContain('recovered.rebuilt');
});
