import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { addDays, plainDate } from '../../shared/kernel/date.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { failureOf, intake, worker } from '../support/records.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await app.client.call('cases.create', intake({ workers: [worker('=甲样'), worker('乙样')] }));
  await app.client.call('cases.create', intake({ workers: [worker('丙样')], cause: 'overtime' }));
});
afterAll(() => app.core.close());

const sort = { by: 'number', direction: 'asc' } as const;

test('a filter is kept under its name, replaced by the same name, and removed', async () => {
  await app.client.call('filters.save', { name: '集体案件', filter: { group: true }, sort });
  const { id } = await app.client.call('filters.save', {
    name: ' 集体案件 ',
    filter: { group: true, cause: 'wages' },
    sort,
  });
  expect(await app.client.call('filters.list', {})).toMatchObject([
    { id, name: '集体案件', own: true, filter: { group: true, cause: 'wages', status: 'open' }, sort },
  ]);
  expect(await failureOf(app.client.call('filters.save', { name: ' ', filter: {}, sort }))).toMatchObject({
    code: 'invalid-input',
  });
  await app.client.call('filters.remove', { id });
  expect(await app.client.call('filters.list', {})).toEqual([]);
  expect(await failureOf(app.client.call('filters.remove', { id }))).toMatchObject({ code: 'not-found' });
});

test('a kept filter of so many days moves on with the day, in list, count and export', async () => {
  const filter = { dueWithin: 30 };
  await app.client.call('filters.save', { name: '三十天内', filter, sort });
  const [kept] = await app.client.call('filters.list', {});
  expect(kept?.filter).toMatchObject({ dueWithin: 30, dueBy: null });
  const made = await app.client.call(
    'cases.create',
    intake({
      track: 'mediation',
      workers: [worker('戊样')],
      events: [
        { type: 'mediation-applied', date: '2026-11-19' },
        { type: 'mediation-accepted', date: '2026-11-20' },
      ],
    }),
  );
  const first = await app.client.call('cases.get', { caseId: made.caseId });
  const due = first.nextDate ?? '';
  const found = async () => {
    const { items } = await app.client.call('cases.list', { filter, sort });
    const { count } = await app.client.call('cases.count', { filter });
    const { rows } = await app.client.call('cases.export', { filter, sort, format: 'csv' });
    expect([count, rows]).toEqual([items.length, items.length]);
    return items.some((row) => row.id === first.id);
  };
  const before = app.world.clock.now();
  // A day on which 31 days are left, and the day after.
  app.world.setNow(`${addDays(plainDate(due), -31)}T02:00:00Z`);
  expect(await found()).toBe(false);
  app.world.setNow(`${addDays(plainDate(due), -30)}T02:00:00Z`);
  expect(await found()).toBe(true);
  app.world.setNow(new Date(before).toISOString());
  await app.client.call('cases.remove', {
    cases: [{ caseId: made.caseId, expectedVersion: made.version }],
  });
  const both = { dueWithin: 3650, dueBy: '2000-01-01' };
  expect(await app.client.call('cases.count', { filter: both })).toEqual({ count: 0 });
  await app.client.call('filters.remove', { id: kept?.id ?? '' });
});

test.each(['xlsx', 'csv'] as const)('the list of a filter is written as %s', async (format) => {
  const { token, fileName, rows } = await app.client.call('cases.export', {
    filter: { group: true },
    sort,
    format,
  });
  expect([fileName, rows]).toEqual([`案件列表-2026-11-23.${format}`, 1]);
  const file = await app.core.fileFor(app.caller, token);
  if (!file) throw new Error('no file');
  if (format === 'csv') {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    expect(text.startsWith('\uFEFF案号,首位申请人')).toBe(true);
    expect(text).toContain("〔2026〕第0001号,'=甲样,2,");
  } else {
    const { sheets } = await readSpreadsheet(fileName, file.bytes);
    expect(sheets[0]?.rows).toHaveLength(2);
    expect(JSON.stringify(sheets[0]?.rows[1])).toContain('=甲样');
  }
});

test('chosen cases are written in the order chosen, without those that have gone', async () => {
  const list = await app.client.call('cases.list', { filter: { status: 'all' }, sort });
  const [first = '', second = ''] = list.items.map((row) => row.id);
  const gone = await app.client.call('cases.create', intake({ workers: [worker('丁样')] }));
  await app.client.call('cases.remove', { cases: [{ caseId: gone.caseId, expectedVersion: gone.version }] });
  const { token, rows } = await app.client.call('cases.export', {
    filter: { text: '别的' },
    sort,
    ids: [second, gone.caseId, first],
    format: 'csv',
  });
  expect(rows).toBe(2);
  const text = new TextDecoder().decode((await app.core.fileFor(app.caller, token))?.bytes);
  expect(text.indexOf('丙样')).toBeGreaterThan(0);
  expect(text.indexOf('=甲样')).toBeGreaterThan(text.indexOf('丙样'));
});
