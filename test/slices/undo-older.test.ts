import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { currentRows, ownColumns } from '../../electron/core/features/undo/undo.rows.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { failureOf, intake, worker } from '../support/records.ts';

let app: TestApp;
const call: TestApp['client']['call'] = (...args) => app.client.call(...args);
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

async function rewrite(work: (db: OpenDatabase['write']) => Promise<unknown>): Promise<void> {
  await call('office.lock', {});
  const unlocked = await unlockWithPassphrase(readKeyring(app.folder), testUser, testPassphrase);
  if (!unlocked) throw new Error('The office does not open');
  const { database } = officePaths(app.folder);
  const db = openSqlite(database, deriveKey(unlocked.key, 'database'), { create: false });
  await work(db.write);
  await db.close();
  await call('office.unlock', { userName: testUser, passphrase: testPassphrase });
}

/** Rewrites an act as an earlier version kept it: with the handler's name among what is a case's own. */
const asKeptEarlier = (actId: string, caseId: string) => rewrite((db) => nameInImage(db, actId, caseId));

async function nameInImage(db: OpenDatabase['write'], actId: string, caseId: string): Promise<void> {
  const row = (await currentRows(db, 'case_file', [caseId])).get(caseId);
  if (!row) throw new Error('No such case');
  const { handler_name } = row;
  const sorted = Object.entries({ ...ownColumns('case_file', row), handler_name }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const older = createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22);
  const kept = await db
    .selectFrom('undo_row')
    .selectAll()
    .where('act_id', '=', actId)
    .where('tbl', '=', 'case_file')
    .executeTakeFirstOrThrow();
  // Today's acts leave the name out: else this would test nothing.
  expect(kept.after_hash).not.toBe(older);
  const before = JSON.stringify({ ...JSON.parse(kept.before ?? 'null'), handler_name });
  await db
    .updateTable('undo_row')
    .set({ after_hash: older, before })
    .where('act_id', '=', actId)
    .where('tbl', '=', 'case_file')
    .execute();
}

async function removedCase(handlerId: string): Promise<{ caseId: string; actId: string }> {
  const { caseId } = await call('cases.create', intake({ workers: [worker('旧样甲')], handlerId }));
  const { version } = await call('cases.get', { caseId });
  await call('cases.remove', { cases: [{ caseId, expectedVersion: version }] });
  const { act } = await call('undo.last', { scope: 'cases', since: '2026-01-01T00:00:00.000Z' });
  const actId = act?.id ?? '';
  await asKeptEarlier(actId, caseId);
  return { caseId, actId };
}

test('an act kept by an earlier version is taken back, be its handler renamed since or not', async () => {
  const { id } = await call('users.add', { name: '样例旧名', role: 'mediator' });
  const first = await removedCase(id);
  await call('undo.undo', { actId: first.actId });
  expect(await call('cases.get', { caseId: first.caseId })).toMatchObject({ handlerName: '样例旧名' });

  const second = await removedCase(id);
  const user = (await call('users.list', {})).find((u) => u.id === id);
  await call('users.change', {
    userId: id,
    expectedVersion: user?.version ?? 0,
    name: '样例新名',
    role: 'mediator',
  });
  await call('undo.undo', { actId: second.actId });
  expect(await call('cases.get', { caseId: second.caseId })).toMatchObject({
    handlerId: id,
    handlerName: '样例新名',
  });
});

test('an act kept by an earlier version is still refused where its case was changed since', async () => {
  const [one = '', two = ''] = await Promise.all(
    ['样例三名', '样例四名'].map(async (name) => (await call('users.add', { name, role: 'mediator' })).id),
  );
  const { caseId } = await call('cases.create', intake({ workers: [worker('旧样乙')] }));
  const giveTo = async (toId: string) =>
    call('cases.handOver', {
      cases: [{ caseId, expectedVersion: (await call('cases.get', { caseId })).version }],
      toId,
    });
  await giveTo(one);
  const { act } = await call('undo.last', { scope: 'cases', since: '2026-01-01T00:00:00.000Z' });
  await asKeptEarlier(act?.id ?? '', caseId);
  await giveTo(two);
  expect((await failureOf(call('undo.undo', { actId: act?.id ?? '' }))).details?.rule).toBe('changed-since');
  expect((await call('cases.get', { caseId })).handlerName).toBe('样例四名');
});

test('an act that an earlier version filed under the list of cases is taken back on its own page', async () => {
  const last = async (scope: 'cases' | 'legal-aid' | 'tasks') =>
    (await call('undo.last', { scope, since: '2026-01-01T00:00:00.000Z' })).act;
  const { caseId } = await call('cases.create', intake({ workers: [worker('旧样丙')] }));
  const before = await last('cases');
  await call('aid.saveLawyer', { lawyer: { name: '旧样律师' } });
  const lawyer = await last('legal-aid');
  await call('tasks.save', { about: { caseId }, title: '旧样任务' });
  const task = await last('tasks');
  const ids = [lawyer?.id ?? '', task?.id ?? ''];
  await rewrite((db) => db.updateTable('undo_act').set({ scope: 'cases' }).where('id', 'in', ids).execute());
  expect(await last('cases')).toEqual(before);
  expect(await last('legal-aid')).toEqual(lawyer);
  expect(await last('tasks')).toEqual(task);
});
