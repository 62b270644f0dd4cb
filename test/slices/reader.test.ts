import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { api, type Client, type ProcedureName } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake } from '../support/records.ts';

let app: TestApp;
let reader: Client;
beforeAll(async () => {
  app = await openTestApp();
  const { passphrase } = await app.client.call('users.add', { name: '李看看', role: 'reader' });
  reader = clientOf(app.core, { sessionId: 'reader' });
  await reader.call('office.unlock', { userName: '李看看', passphrase: passphrase ?? '' });
  await reader.call('office.changePassphrase', { current: passphrase ?? '', next: '看看自己的口令八位' });
});
afterAll(() => app.core.close());

/** What changes nothing of the record of any case or person: the reader's own things, and work that derives. */
const ownThings: ReadonlySet<string> = new Set([
  'calendar.remind',
  'calendar.saveFeed',
  'calendar.writeFeed',
  'deadlines.refresh',
  'filters.remove',
  'filters.save',
  'notes.seen',
  'office.changePassphrase',
  'recovered.rebuild',
  'search.fill',
  'search.rebuild',
  'search.repair',
  // Of filters; what it refuses is in a test of its own.
  'undo.undo',
]);
const changing = (Object.keys(api) as ProcedureName[]).filter((name) => api[name].kind === 'mutation');

test('every mutation refuses a reader, but for the reader’s own things', async () => {
  const admitted: string[] = [];
  for (const name of changing) {
    const failure = await failureOf(reader.call(name, {} as never)).catch(() => ({ code: 'done' }));
    if (failure.code !== 'permission-denied') admitted.push(name);
  }
  expect(admitted.filter((name) => !ownThings.has(name))).toEqual([]);
  expect(changing.length).toBeGreaterThan(100);
});

test('what a reader may call keeps to reading permissions', () => {
  const reading = ['none', 'office.read', 'case.read', 'people.read', 'law.use'];
  const open = changing.filter((name) => reading.includes(api[name].permission));
  expect(open.sort()).toEqual([...ownThings].sort());
});

test('a reader takes back the deletion of an own filter, and nothing that others did', async () => {
  const since = '2026-01-01T00:00:00.000Z';
  const body = { filter: { text: '样例' }, sort: { by: 'number', direction: 'asc' } } as const;
  const { id } = await reader.call('filters.save', { name: '我看的', ...body });
  await reader.call('filters.remove', { id });
  const { act } = await reader.call('undo.last', { scope: 'cases', since });
  await reader.call('undo.undo', { actId: act?.id ?? '' });
  expect((await reader.call('filters.list', {})).map((f) => f.name)).toEqual(['我看的']);

  const { caseId, version } = await app.client.call('cases.create', intake());
  await app.client.call('cases.remove', { cases: [{ caseId, expectedVersion: version }] });
  const theirs = (await app.client.call('undo.last', { scope: 'cases', since })).act;
  expect((await failureOf(reader.call('undo.undo', { actId: theirs?.id ?? '' }))).code).toBe(
    'permission-denied',
  );
  const shared = await app.client.call('filters.save', { name: '大家的', shared: true, ...body });
  await app.client.call('filters.remove', { id: shared.id });
  const filter = (await app.client.call('undo.last', { scope: 'cases', since })).act;
  expect((await failureOf(reader.call('undo.undo', { actId: filter?.id ?? '' }))).code).toBe(
    'permission-denied',
  );
});
