import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { foldText } from '../../electron/core/text/index.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import type { Output } from '../../shared/contract/api.ts';
import { fillIndex } from '../../shared/features/search/fill.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { agent, days, failureOf, intake, respondent, worker } from '../support/records.ts';

let app: TestApp;
let caseId: string;

beforeAll(async () => {
  app = await openTestApp();
  ({ caseId } = await app.client.call(
    'cases.create',
    intake({
      project: { name: '样例花园二期', site: null, teamLeader: null },
      workers: [
        worker('张样三', { idNumber: '110101197001011237', phone: '13800001234', arrears: [days('40')] }),
        worker('曾样贤', { arrears: [days('1')] }),
        worker('𠮷田𬭎'),
      ],
      respondents: [respondent],
      agents: [agent],
      evidence: [
        {
          group: 'arrears',
          name: '工资欠条',
          kind: 'documentary',
          form: 'copy',
          proves: '证明被申请人欠付工资1.2万元（含加班费）',
        },
      ],
      events: [{ type: 'demand-made', date: '2026-10-01', note: '微信催要 "工资" (第二次) NEAR 工地*' }],
    }),
  ));
  await app.client.call('cases.create', intake({ workers: [worker('李样四')] }));
});
afterAll(() => app.core.close());

type Found = Output<'search.find'>;
const find = (text: string, more: object = {}): Promise<Found> =>
  app.client.call('search.find', { text, ...more });
const titles = (found: Found): string[] => found.groups.flatMap((g) => g.hits.map((h) => h.title));
const marked = (found: Found): string[] =>
  found.groups.flatMap((g) =>
    g.hits.flatMap((h) => [
      ...h.titleRanges.map(([a, b]) => h.title.slice(a, b)),
      ...h.excerptRanges.map(([a, b]) => h.excerpt?.slice(a, b) ?? ''),
    ]),
  );

test.each([
  ['张样三', '张样三', '张样三'],
  ['样三', '张样三', '样三'],
  ['张', '张样三', '张'],
  ['張樣三', '张样三', '张样三'],
  ['１２３７', '张样三', '1237'],
  ['1237', '张样三', '1237'],
  ['00001234', '张样三', '00001234'],
  ['zhangyangsan', '张样三', '张样三'],
  ['zys', '张样三', '张样三'],
  ['yangsan', '张样三', '样三'],
  ['zhāngyàng', '张样三', '张样'],
  ['zhang1yang4', '张样三', '张样'],
  ['zengyang', '曾样贤', '曾样'],
  ['𠮷', '𠮷田𬭎', '𠮷'],
  ['田𬭎', '𠮷田𬭎', '田𬭎'],
  ['12,000.00', '张样三', '12,000.00'],
  ['1.2万', '张样三', '12,000.00'],
  ['12000元', '张样三', '12,000.00'],
  ['示例律师', '示例律师', '示例律师'],
  ['建筑劳务', '样例建筑劳务有限公司', '建筑劳务'],
  ['欠付工资', '工资欠条', '欠付工资'],
  ['催要', '2026-10-01', '催要'],
  ['NEAR', '2026-10-01', 'NEAR'],
  ['工地*', '2026-10-01', '工地'],
])('%s finds %s and marks %s', async (text, title, part) => {
  const found = await find(text);
  expect(titles(found)).toContain(title);
  expect(marked(found)).toContain(part);
});

test.each([
  '〔2026〕第0001号',
  '(2026)第0001号',
  '（2026）第0001号',
  '[2026]第1号',
  '【2026】第1号',
  '2026第1号',
  '〔二〇二六〕第一号',
  '（二〇二六年）第一号',
  '〔2026〕第00001号',
  '[2026]0001',
  '（2026）1',
  '（２０２６）０００１',
  '【２０２６】1',
  '〔2026〕1号',
  '{2026}0001',
  '《2026》0001',
  '「2026」1',
  '2026年第0001号',
])('the case number %s in any brackets finds its case first', async (text) => {
  const { groups } = await find(text);
  expect(groups[0]).toMatchObject({ kind: 'case', hits: [{ id: caseId, title: '〔2026〕第0001号' }] });
});

test.each([
  '劳动争议调解仲裁法27',
  '劳动争议调解仲裁法第27条',
  '《劳动争议调解仲裁法》第二十七条',
  '调解仲裁法第二十七條',
  '第二十七条第四款',
])('a rule is found by its article, typed as %s', async (text) => {
  const { groups } = await find(text, { limit: 50 });
  const rules = groups.find((g) => g.kind === 'rule')?.hits ?? [];
  expect(rules.map((r) => r.title)).toContain('劳动报酬时效：劳动关系终止后');
  for (const rule of rules) expect(`${rule.title}${rule.excerpt}`).toMatch(/27|二十七/);
});

test('another tone is another name', async () => {
  expect(titles(await find('zhang4yang4'))).not.toContain('张样三');
  expect(titles(await find('zhǎng'))).not.toContain('张样三');
});

test('an amount in a text is found whatever way it is typed', async () => {
  for (const text of ['1.2万', '12000', '12,000元'])
    expect(titles(await find(text, { kinds: ['evidence'] })), text).toEqual(['工资欠条']);
  expect(titles(await find('11999.99'))).toEqual([]);
});

test('several words must all be found, the best stands first', async () => {
  expect(titles(await find('欠付 加班', { kinds: ['evidence'] }))).toEqual(['工资欠条']);
  expect(titles(await find('欠付 查无', { kinds: ['evidence'] }))).toEqual([]);
  await app.client.call('cases.create', intake({ workers: [worker('样三'), worker('样三郎')] }));
  const { groups } = await find('样三', { kinds: ['member'] });
  expect(groups[0]?.hits.map((h) => h.title)).toEqual(['样三', '样三郎', '张样三']);
});

test.each([
  '',
  ' ',
  '"',
  '*',
  '()',
  '(((',
  '" OR "',
  "'; drop table case_file",
  '^',
  '-',
  'a:b',
  '\u0000',
  'NEAR(',
  '…',
])('the text %j is answered, whatever it is', async (text) => {
  const found = await find(text);
  expect(found.blank).toBe(!/[a-z]/i.test(text));
});

test('five thousand characters are cut, and it says so', async () => {
  const found = await find('张样三'.repeat(1700));
  expect(found).toMatchObject({ cut: true, groups: [] });
  expect(titles(await find(`张样三${' '.repeat(5000)}`))).toContain('张样三');
  expect((await find('张 '.repeat(9))).cut).toBe(true);
  expect(await failureOf(find('张'.repeat(20_001)))).toMatchObject({ code: 'invalid-input' });
});

test('rules of the law and what the caller offers are found by the same means', async () => {
  const rules = await find('shixiao', { kinds: ['rule'] });
  expect(rules.groups[0]?.hits.some((h) => h.title.includes('时效'))).toBe(true);
  const choices = [
    { id: 'new', title: '新建案件', words: 'new case' },
    { id: 'lock', title: '锁定', words: 'lock' },
  ];
  for (const text of ['xjaj', '新建', 'new', 'xinjian'])
    expect(titles(await find(text, { kinds: ['choice'], choices })), text).toEqual(['新建案件']);
});

test('the index follows every change within its transaction', async () => {
  expect(titles(await find('oyy'))).toEqual([]);
  const { id, version } = await app.client.call('cases.saveMember', {
    caseId,
    expectedVersion: (await app.client.call('cases.get', { caseId })).version,
    memberId: null,
    worker: worker('欧样阳'),
  });
  expect(titles(await find('oyy'))).toEqual(['欧样阳']);
  expect(titles(await find('ouyangyang'))).toContain('欧样阳');
  const renamed = await app.client.call('cases.saveMember', {
    caseId,
    expectedVersion: version,
    memberId: id,
    worker: worker('司样马'),
  });
  expect(titles(await find('欧样'))).toEqual([]);
  expect(titles(await find('样马'))).toEqual(['司样马']);
  const gone = await app.client.call('cases.removeMembers', {
    caseId,
    expectedVersion: renamed.version,
    memberIds: [id],
  });
  expect(titles(await find('样马'))).toEqual([]);
  await app.client.call('cases.restoreMembers', { caseId, expectedVersion: gone.version, memberIds: [id] });
  expect(titles(await find('样马'))).toEqual(['司样马']);
  // A change that fails leaves the index as it was.
  await failureOf(
    app.client.call(
      'cases.create',
      intake({ workers: [worker('幻样影')], handlerId: '01KA0000000000000000000000' }),
    ),
  );
  expect(titles(await find('幻样'))).toEqual([]);
  expect(await app.client.call('search.verify', {})).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
});

test('every substring of every text is found, as by a plain scan', async () => {
  const texts = [
    '证明被申请人欠付工资1.2万元（含加班费）',
    '样例建筑劳务有限公司',
    '微信催要 "工资" (第二次) NEAR 工地*',
  ];
  for (const text of texts)
    for (const piece of foldText(text).split(' ')) {
      const chars = [...piece];
      for (let from = 0; from < chars.length; from++)
        for (let to = from + 1; to <= chars.length; to++) {
          const part = chars.slice(from, to).join('');
          const found = await find(part, { kinds: ['evidence', 'respondent', 'event'] });
          expect(found.groups.length, part).toBeGreaterThan(0);
        }
    }
});

test('an index that was tampered with is found out and repaired', async () => {
  await app.client.call('office.lock', {});
  const unlocked = await unlockWithPassphrase(readKeyring(app.folder), testUser, testPassphrase);
  if (!unlocked) throw new Error('The office does not open');
  const db = openSqlite(officePaths(app.folder).database, deriveKey(unlocked.key, 'database'), {
    create: false,
  });
  await sql`update case_member set name = '改样名' where name = '张样三'`.execute(db.write);
  await sql`delete from search_text where kind = 'agent'`.execute(db.write);
  await sql`update search_text set ref_id = '00' where kind = 'evidence'`.execute(db.write);
  await sql`delete from search_index where rowid in (select id from search_text where kind = 'respondent')`.execute(
    db.write,
  );
  await db.close();
  await app.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  // The work of the day does it by itself.
  await expect.poll(async () => titles(await find('改样名')), { timeout: 5000 }).toEqual(['改样名']);
  await expect
    .poll(async () => (await app.client.call('search.verify', {})).faults.length, { timeout: 5000 })
    .toBe(0);
  expect(titles(await find('zhangyangsan', { kinds: ['member'] }))).toEqual([]);
  expect(titles(await find('示例律师', { kinds: ['agent'] }))).toEqual(['示例律师']);
  expect(titles(await find('欠条', { kinds: ['evidence'] }))).toEqual(['工资欠条']);
  const { items } = await app.client.call('audit.list', { caseId: null, cursor: null });
  expect(items.map((i) => i.verb)).toContain('search.repaired');
});

test('the index is filled anew slice by slice, and others work meanwhile', async () => {
  const before = await app.client.call('search.verify', {});
  const begun = await app.client.call('search.rebuild', {});
  expect(begun).toMatchObject({ done: 0, emptied: true });
  // Nothing is in the index, and it says so.
  expect(await find('样马')).toMatchObject({ groups: [], filling: { done: 0, emptied: true } });
  await app.client.call('search.fill', {});
  await app.client.call('cases.create', intake({ workers: [worker('间样时')] }));
  expect(titles(await find('间样时', { kinds: ['member'] }))).toEqual(['间样时']);
  // The program is closed in the midst; the work of the day goes on with it.
  await app.client.call('office.lock', {});
  await app.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  await expect
    .poll(async () => (await app.client.call('search.state', {})).filling, { timeout: 5000 })
    .toBeNull();
  const after = await app.client.call('search.verify', {});
  expect(after).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
  expect(after.texts).toBeGreaterThan(before.texts);
  expect(await find('样马')).toMatchObject({ filling: null });
  expect(titles(await find('样马'))).toEqual(['司样马']);
});

test('mending keeps what is right, stops when told and goes on from there', async () => {
  await app.client.call('search.rebuild', { keep: true });
  const done: number[] = [];
  expect(
    await fillIndex(app.client, (at) => {
      done.push(at.done);
      return done.length < 2;
    }),
  ).toBe(false);
  expect(titles(await find('样马'))).toEqual(['司样马']);
  expect(await find('样马')).toMatchObject({ filling: { emptied: false } });
  expect(
    await fillIndex(app.client, (at) => {
      done.push(at.done);
      return true;
    }),
  ).toBe(true);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(await app.client.call('search.verify', {})).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
});
