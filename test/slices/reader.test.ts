import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../electron/core/client.ts';
import { api, type Client, type ProcedureName } from '../../shared/contract/api.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf } from '../support/records.ts';

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
  'search.fill',
  'search.rebuild',
  'search.repair',
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
