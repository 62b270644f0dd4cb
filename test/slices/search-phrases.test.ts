import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { sightOf } from '../../electron/core/db/sight.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { parseQuery } from '../../electron/core/features/search/query.ts';
import { findRecords } from '../../electron/core/features/search/search.find.ts';
import type { Actor } from '../../electron/core/kernel/context.ts';
import { foldText } from '../../electron/core/text/index.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import { fillIndex } from '../../shared/features/search/fill.ts';
import { generator } from '../bench/support/many-cases.ts';
import { openTestApp, type TestApp, testPassphrase, testUser } from '../support/open-test-app.ts';
import { intake, worker } from '../support/records.ts';

// However the index is asked, it must answer as a plain scan through all texts does: every hit, in the same order.

interface Text {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly fields: readonly string[];
}

const manager: Actor = { userId: '', userName: '', role: 'manager', mustChangePassphrase: false };
const pick = generator(20_261_122);
const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;

const common = ['人', '人人', '工资', '拖欠工资', '微信群', '项目经理', '拖欠', '木工班组', '实际施工人'];
const seldom = [
  '𠮷野家',
  '𬭎',
  '５月３０日',
  '12楼3室',
  '工資',
  '（甲）',
  '、',
  '。',
  ' ',
  'A座',
  '第3号',
  '人·人',
  '①',
];
const rareSign = (): string => String.fromCodePoint(0x4e00 + pick(3000));
const phrase = '冰糖葫芦摊主作证';
const scattered = '冰糖炒栗子，葫芦丝，摊主不在，主作与作证';

let app: TestApp;
let db: OpenDatabase;
let texts: Text[] = [];

function words(length: number): string {
  let text = '';
  while (text.length < length) text += pick(9) > 0 ? one(common) : pick(3) > 0 ? one(seldom) : rareSign();
  return text;
}

beforeAll(async () => {
  app = await openTestApp();
  const create = (name: string) => app.client.call('cases.create', intake({ workers: [worker(name)] }));
  const caseIds = [(await create('样例甲')).caseId, (await create('样例乙')).caseId];
  await app.client.call('office.lock', {});
  const unlocked = await unlockWithPassphrase(readKeyring(app.folder), testUser, testPassphrase);
  if (!unlocked) throw new Error('The office does not open');
  const key = deriveKey(unlocked.key, 'database');
  db = openSqlite(officePaths(app.folder).database, key, { create: false });
  texts = Array.from({ length: 2600 }, (_, i): Text => {
    const fields = [words(20 + pick(60)), words(pick(12)), words(pick(6))];
    // Seldom at first, so that what was judged by the latest is wrong of the others.
    if (i % 23 === 0 && i < 2500) fields[0] = `${words(10)}${phrase}${words(10)}`;
    else if (i % 5 === 0) fields[0] = `${words(10)}${scattered}${words(10)}`;
    else if (i % 29 === 0) fields[0] = `${words(2500)}欠条上的指印是谁的${words(20)}`;
    else if (i % 31 === 0) fields[1] = '甲乙丙';
    if (i % 31 === 0) fields[2] = '丁戊己庚';
    if (i % 103 === 0) fields[1] = `关于${phrase}一事`;
    if (i === 14) fields[0] = words(300).replace(/[^\p{Script=Han}]/gu, '');
    if (i === 7) fields[0] = `某月某日某。某地。地某事。${'工资'.repeat(2000)}某月某日某地某事`;
    return {
      id: `E${String(i).padStart(25, '0')}`,
      caseId: caseIds[i % 9 === 0 ? 1 : 0] ?? '',
      name: i % 37 === 0 ? one([phrase, `关于${phrase}`, `${phrase}的材料`, `关于${phrase}的`]) : '欠薪证据',
      fields,
    };
  });
  for (let i = 0; i < texts.length; i += 200)
    await db.write
      .insertInto('evidence')
      .values(
        texts
          .slice(i, i + 200)
          .map(({ id, caseId, name, fields: [proves = '', source = '', holder = ''] }, n) => ({
            id,
            case_id: caseId,
            number: i + n,
            item_group: 'arrears',
            name,
            kind: 'documentary',
            form: 'copy',
            copies: 1,
            pages: 1,
            source,
            proves,
            holder,
            covers: null,
            deleted_at: null,
          })),
      )
      .execute();
  await app.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  await app.client.call('search.rebuild', {});
  await fillIndex(app.client);
});
afterAll(async () => {
  await db.close();
  await app.core.close();
});

/** What a plain scan finds: names before texts, the later before the earlier. */
function scan(query: string, of: readonly Text[] = texts): string[] {
  const wanted = query.split(/\s+/).map(foldText);
  const tierIn = ({ name, fields }: Text, word: string): number => {
    const names = foldText(name).split(' ');
    if (names.includes(word)) return 0;
    if (names.some((n) => n.startsWith(word) || n.endsWith(word))) return 1;
    if (names.some((n) => n.includes(word))) return 2;
    return fields.some((field) => foldText(field.slice(0, 4000)).includes(word)) ? 3 : 4;
  };
  return of
    .map((text) => ({ id: text.id, tier: Math.max(...wanted.map((word) => tierIn(text, word))) }))
    .filter(({ tier }) => tier < 4)
    .sort((a, b) => a.tier - b.tier || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

async function ask(query: string, limit: number, actor = manager): Promise<{ ids: string[]; more: boolean }> {
  const read = actor === manager ? db.read : db.read.withPlugin(sightOf(actor));
  const [group] = await findRecords({ db: read, actor }, parseQuery(query), { kinds: ['evidence'], limit });
  return { ids: group?.hits.map((h) => h.id) ?? [], more: group?.more ?? false };
}

/** As the search box asks, and as somebody who wants all of them. */
async function expectAsScanned(query: string): Promise<string[]> {
  const truth = scan(query);
  expect(await ask(query, 6), query).toEqual({ ids: truth.slice(0, 6), more: truth.length > 6 });
  expect((await ask(query, texts.length)).ids, query).toEqual(truth);
  return truth;
}

test.each([2, 3, 4, 5, 6, 7, 8, 11, 20])('pieces of %i characters', async (length) => {
  for (let n = 0; n < 25; n++) {
    const segments = foldText(one(one(texts).fields) ?? '').split(' ');
    const chars = [...one(segments)];
    if (chars.length < length) continue;
    const from = pick(chars.length - length + 1);
    const query = chars.slice(from, from + length).join('');
    if (!/^[\d a-z]+$/.test(query)) expect((await expectAsScanned(query)).length).toBeGreaterThan(0);
  }
});

test('what nobody wrote, of pairs that everybody wrote', async () => {
  for (let n = 0; n < 60; n++) await expectAsScanned(words(6 + pick(6)).replace(/[^\p{Script=Han}]/gu, ''));
});

test.each([
  ['a phrase in a hundred texts, and its pairs scattered over many more', phrase],
  ['a part of it', '糖葫芦摊主作证'],
  ['its pairs in another order', '摊主冰糖葫芦作证'],
  ['a phrase at the end of long texts', '欠条上的指印是谁的'],
  ['one pair again and again', '人人人人'],
  ['and more often', '人人人人人人人人人'],
  ['pairs that come twice', '人人工资人人工资'],
  ['signs beyond the first plane', '𠮷野家𠮷野家'],
  ['one of them among common words', '工资𬭎拖欠工资'],
  ['full-width, as it is typed on a phone', '５月３０日工资'],
  ['and half-width', '5月30日工资'],
  ['the traditional sign', '拖欠工資拖欠'],
  ['brackets passed over', '拖欠（甲）拖欠'],
  ['a number among words', '12楼3室拖欠'],
  ['two words', '拖欠工资微信群 指印是谁的'],
  ['two words of which one is short', '人人工资 葫芦'],
  ['two phrases', `${phrase} 拖欠工资拖欠`],
  ['more pairs than are asked for', '拖欠工资微信群项目经理拖欠木工班组实际施工人人'],
])('%s: %s', async (_, query) => {
  await expectAsScanned(query);
});

test('of few that have it all are ranked, names before texts', async () => {
  const found = await expectAsScanned(`关于${phrase}`);
  expect(found.length).toBeGreaterThan(30);
  expect(found.length).toBeLessThan(64);
  // The latest of all is no name.
  expect(found[0]).not.toBe([...found].sort().at(-1));
});

test('what begins in one field and ends in another is no phrase', async () => {
  expect(await expectAsScanned('甲乙丙丁戊己庚')).toEqual([]);
  expect(await expectAsScanned('丙丁戊己庚')).toEqual([]);
  expect((await expectAsScanned('甲乙丙 丁戊己庚')).length).toBeGreaterThan(50);
  expect(await expectAsScanned(`欠薪证据${foldText(texts[0]?.fields[0] ?? '').slice(0, 4)}`)).toEqual([]);
});

test('beyond the four thousand characters that are indexed nothing is found, whichever way is asked', async () => {
  expect(await expectAsScanned('某月某日某地某事')).toEqual([]);
  expect(await expectAsScanned('某月某日某')).toEqual([texts[7]?.id]);
});

test('as much as can be typed, in every kind of record', async () => {
  const typed = [...(texts[14]?.fields[0] ?? '')].slice(20, 120).join('');
  expect(scan(typed)).toEqual([texts[14]?.id]);
  const found = await app.client.call('search.find', { text: typed });
  expect(found.cut).toBe(false);
  expect(found.groups.flatMap((g) => g.hits.map((h) => h.id))).toEqual([texts[14]?.id]);
});

test('every hit shows where the phrase stands', async () => {
  for (const query of [phrase, '５月３０日工资', '拖欠（甲）拖欠', '𠮷野家𠮷野家', '欠条上的指印是谁的']) {
    const found = await app.client.call('search.find', { text: query, kinds: ['evidence'], limit: 50 });
    const hits = found.groups.flatMap((g) => g.hits);
    expect(hits.map((h) => h.id)).toEqual(scan(query).slice(0, 50));
    for (const hit of hits) {
      const marked = [
        ...hit.titleRanges.map(([a, b]) => hit.title.slice(a, b)),
        ...hit.excerptRanges.map(([a, b]) => (hit.excerpt ?? '').slice(a, b)),
      ];
      expect(marked.map(foldText).join('|')).toContain(foldText(query));
      expect(hit.excerpt?.isWellFormed() ?? true).toBe(true);
      expect([...(hit.excerpt ?? '')].length).toBeLessThanOrEqual(74);
    }
  }
});

test('whoever sees some cases finds those texts, however many others there are', async () => {
  const { id: userId } = await app.client.call('users.add', { name: '林指派', role: 'lawyer' });
  const lawyer: Actor = { ...manager, userId, role: 'lawyer' };
  expect(await ask(phrase, 6, lawyer)).toEqual({ ids: [], more: false });
  const own = texts[0]?.caseId ?? '';
  await db.write.updateTable('case_file').set({ handler_id: userId }).where('id', '=', own).execute();
  for (const query of [phrase, '人人工资人人', '拖欠工资', '欠条上的指印是谁的', '人人人人']) {
    const seen = scan(
      query,
      texts.filter((t) => t.caseId === own),
    );
    expect(await ask(query, 6, lawyer), query).toEqual({ ids: seen.slice(0, 6), more: seen.length > 6 });
    expect((await ask(query, texts.length, lawyer)).ids, query).toEqual(seen);
  }
});

test('the index says of itself that it is right, before it is filled anew and after', async () => {
  const right = { missing: 0, stale: 0, orphaned: 0 };
  expect(await app.client.call('search.verify', {})).toMatchObject(right);
  await app.client.call('search.rebuild', { keep: true });
  await fillIndex(app.client);
  expect(await app.client.call('search.verify', {})).toMatchObject(right);
  await expectAsScanned(phrase);
});
