import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { noFacts } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.core.close());

test('a right that lapses overnight leaves the board without anybody touching the case', async () => {
  const { caseId } = await app.client.call('cases.create', {
    receivedOn: '2026-11-23',
    project: { name: null, site: null, teamLeader: null },
    facts: noFacts,
    workers: [{ name: '样例工人', job: {} }],
    events: [{ type: 'employment-ended', date: '2025-11-25' }],
  });
  const before = await app.client.call('deadlines.board', {});
  expect(before.nextSevenDays).toMatchObject([{ caseId, ruleId: 'lim-wage-ended', due: '2026-11-25' }]);
  const { version } = await app.client.call('cases.get', { caseId });

  app.world.setNow('2026-11-26T02:00:00Z');
  expect(await app.client.call('deadlines.refresh', {})).toEqual({ cases: 1 });
  const after = await app.client.call('deadlines.board', {});
  expect(after.overdue).toEqual([]);
  expect(after.openCasesWithoutDate).toBe(1);
  expect(await app.client.call('cases.get', { caseId })).toMatchObject({ version, nextDate: null });
  const dates = await app.client.call('deadlines.forCase', { caseId });
  expect(dates.find((d) => d.ruleId === 'lim-wage-ended')).toMatchObject({ status: 'lapsed' });
  expect(await app.client.call('deadlines.refresh', {})).toEqual({ cases: 0 });
});

test('unlocking on a new day does it by itself', async () => {
  const { caseId } = await app.client.call('cases.create', {
    receivedOn: '2026-11-26',
    project: { name: null, site: null, teamLeader: null },
    facts: noFacts,
    workers: [{ name: '样例工人二', job: {} }],
    events: [{ type: 'employment-ended', date: '2025-11-28' }],
  });
  await app.client.call('office.lock', {});
  app.world.setNow('2026-12-02T02:00:00Z');
  await app.client.call('office.unlock', { userName: '测试员', passphrase: '四个字的口令 八位以上' });
  await expect
    .poll(async () => (await app.client.call('cases.get', { caseId })).nextDate, { timeout: 5000 })
    .toBeNull();
});

test('a window is answered while the work of the day fills the search index', async () => {
  const { total } = await app.client.call('search.rebuild', {});
  await app.client.call('office.lock', {});
  await app.client.call('office.unlock', { userName: '测试员', passphrase: '四个字的口令 八位以上' });
  const seen = new Set<number>();
  for (let turn = 0; turn < 10_000; turn++) {
    // What comes from a window comes in a turn of its own.
    await new Promise((resolve) => setImmediate(resolve));
    const { filling } = await app.client.call('search.state', {});
    if (!filling) break;
    seen.add(filling.done);
  }
  expect(total).toBeGreaterThan(0);
  expect((await app.client.call('search.state', {})).filling).toBeNull();
  expect(seen.size).toBeGreaterThan(2);
});
