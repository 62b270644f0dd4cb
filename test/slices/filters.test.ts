import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
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
