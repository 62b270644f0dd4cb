import path from 'node:path';
import type { Kysely } from 'kysely';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import type { Database } from '../../electron/core/db/schema.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { parseQuery } from '../../electron/core/features/search/query.ts';
import { findRecords } from '../../electron/core/features/search/search.find.ts';
import { foldText } from '../../electron/core/text/index.ts';
import { deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import type { Client, Input } from '../../shared/contract/api.ts';
import { fillIndex } from '../../shared/features/search/fill.ts';
import { testKdfCost, testWorld } from '../support/open-test-app.ts';
import { days, intake, respondent, worker } from '../support/records.ts';
import { type Figure, median, percentile, timed } from './support/figures.ts';
import { generator, insertManyCases, insertRows } from './support/many-cases.ts';

const user = '测试员';
const passphrase = 'bench-passphrase';

// Words as they stand in such files, some in nearly every text and some in few.
const words =
  '被申请人|申请人|拖欠|工资|项目经理|木工班组|考勤表|口头约定|日工资|微信群|转账记录|欠条|样例花园|二期工程|总包|分包|实际施工人|劳动关系|解除|加班|节假日|证明|确认|签字|盖章|催要|多次|承诺|年底|结清|未支付|社会保险|工伤|住院|鉴定|停工留薪|伙食补助|护理|交通费|监察大队|投诉|受理|调解|仲裁|开庭|送达|邮寄|退回|公告|撤回|和解|分期|履行|逾期|违约金'.split(
    '|',
  );

/** Evidence whose description is 60 to 200 characters: words in any order, with rare signs between them. */
async function insertTexts(db: Kysely<Database>, count: number): Promise<Map<string, string>> {
  const pick = generator(7);
  const cases = (await db.selectFrom('case_file').select('id').orderBy('id').execute()).map((c) => c.id);
  const texts = new Map<string, string>();
  for (let from = 0; from < count; from += 2000) {
    const rows: (string | number | null)[][] = [];
    for (let i = from; i < Math.min(from + 2000, count); i++) {
      let text = '';
      const length = 60 + pick(140);
      while (text.length < length)
        text += pick(3) === 0 ? String.fromCodePoint(0x4e00 + pick(3500)) : words[pick(words.length)];
      const id = `E${String(i).padStart(25, '0')}`;
      texts.set(id, text);
      const caseId = cases[i % cases.length] ?? '';
      rows.push([id, caseId, i, 'arrears', '欠薪证据', 'documentary', 'copy', 1, 1, null, text, null, null]);
    }
    await insertRows(db, 'evidence', rows);
  }
  return texts;
}

const oneCase = (i: number): Input<'cases.create'> =>
  intake({
    workers: [worker(`新增样${i}`, { arrears: [days('40')] })],
    respondents: [respondent],
    events: [{ type: 'demand-made', date: '2026-09-30', note: '微信催要，答应月底结清' }],
  });

async function office(home: string, name: string): Promise<{ folder: string }> {
  const folder = path.join(home, name);
  const core = createCore(testWorld(home), { kdfCost: testKdfCost });
  await clientOf(core, { sessionId: 'bench' }).call('office.create', {
    folder,
    name: '测试区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    userName: user,
    passphrase,
  });
  await core.close();
  return { folder };
}

async function database(folder: string) {
  const unlocked = await unlockWithPassphrase(readKeyring(folder), user, passphrase);
  if (!unlocked) throw new Error('The office does not open');
  return openSqlite(officePaths(folder).database, deriveKey(unlocked.key, 'database'), { create: false });
}

async function opened(home: string, folder: string, index: boolean) {
  // The daily work checks the index: its processor time would be counted as that of whatever is measured beside it.
  const core = createCore(testWorld(home), { kdfCost: testKdfCost, index, daily: false });
  const client = clientOf(core, { sessionId: 'bench' });
  await client.call('office.choose', { folder });
  await client.call('office.unlock', { userName: user, passphrase });
  return { core, client };
}

/** Milliseconds of processor time, whatever else the machine does meanwhile. */
async function coreTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user: own, system } = process.cpuUsage(before);
  return (own + system) / 1000;
}

/** One box over `count` texts: how long a search takes, whether it misses anything, and what the index costs. */
export async function benchSearch(home: string, count: number, repeats: number): Promise<Figure[]> {
  const { folder } = await office(home, 'search');
  const filling = await database(folder);
  const owner = await filling.write.selectFrom('app_user').select(['id', 'name']).executeTakeFirstOrThrow();
  await insertManyCases(filling.write, Math.ceil(count / 10), owner);
  const texts = await insertTexts(filling.write, count);
  await filling.close();

  const { core, client } = await opened(home, folder, true);
  let total = 0;
  const rebuild = await timed(async () => {
    await client.call('search.rebuild', {});
    await fillIndex(client);
  });
  const verify = await timed(async () => {
    ({ texts: total } = await client.call('search.verify', {}));
  });
  const sizes = { texts: total };
  const figures: Figure[] = [
    { name: 'search.rebuild', value: rebuild, unit: 'ms', sizes },
    { name: 'search.verify', value: verify, unit: 'ms', sizes },
  ];

  const pick = generator(11);
  const all = [...texts.values()];
  const partOf = (length: number): string => {
    const chars = [...(all[pick(all.length)] ?? '')];
    const from = pick(chars.length - length);
    return chars.slice(from, from + length).join('');
  };
  const lengths = [2, 3, 4, 5, 6, 7, 8];
  // What is read and compiled once for all searches, such as the rules of the law, is no search's own.
  for (const text of ['工资', 'gongzi', '1234']) await client.call('search.find', { text });
  for (let i = 0; i < repeats; i++)
    for (const length of [2, 5, 8]) await client.call('search.find', { text: partOf(length) });
  // In turns, so that whatever else happens falls on all lengths alike.
  const byLength = new Map(lengths.map((length): [number, number[]] => [length, []]));
  for (let i = 0; i < repeats; i++)
    for (const [length, times] of byLength) {
      const text = partOf(length);
      times.push(await coreTime(() => client.call('search.find', { text })));
    }
  const promised = (name: string, times: readonly number[]): Figure => ({
    name: `search.${name}.p95`,
    value: percentile(times, 0.95),
    unit: 'ms',
    sizes: { ...sizes, queries: times.length },
    target: { most: 5 },
  });
  for (const [length, times] of byLength)
    figures.push(
      { name: `search.${length}-characters.p50`, value: median(times), unit: 'ms', sizes },
      promised(`${length}-characters`, times),
    );
  figures.push(promised('2-to-8-characters', [...byLength.values()].flat()));
  for (const [name, text] of [
    ['common-word', '工资'],
    ['part-of-company-names', '建筑劳务有限公司'],
    ['one-character', '资'],
    ['one-character-of-a-name', '王'],
    ['sound', 'wangjia'],
    ['initials', 'wj'],
    ['id-tail', '1234'],
    ['amount', '12000元'],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < repeats; i++) times.push(await coreTime(() => client.call('search.find', { text })));
    figures.push({
      name: `search.${name}.p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      sizes,
      // Of one character, a sound or a number nothing is promised.
      ...((name === 'common-word' || name === 'part-of-company-names') && { target: { most: 5 } }),
    });
  }
  figures.push(await undoOfMany(client));
  await core.close();
  figures.push(await completeness(folder, texts, Math.min(repeats, 40)));
  figures.push(...(await costOfIndex(home, folder, repeats)));
  return figures;
}

/** Five hundred workers deleted at once, and all of them back. */
async function undoOfMany(client: Client): Promise<Figure> {
  const rows = 500;
  const workers = Array.from({ length: rows }, (_, i) => worker(`众样${i}`, { arrears: [days('40')] }));
  const { caseId, version } = await client.call('cases.create', intake({ workers }));
  const members = await client.call('cases.members', { caseId });
  await client.call('cases.removeMembers', {
    caseId,
    expectedVersion: version,
    memberIds: members.map((m) => m.id),
  });
  const { act } = await client.call('undo.last', { scope: caseId, since: '2000-01-01T00:00:00.000Z' });
  const value = await timed(() => client.call('undo.undo', { actId: act?.id ?? '' }));
  return { name: 'undo.of-500-rows', value, unit: 'ms', sizes: { rows }, target: { most: 1000 } };
}

/** Every true hit of a plain scan over all texts, asked for page by page. */
async function completeness(
  folder: string,
  texts: ReadonlyMap<string, string>,
  queries: number,
): Promise<Figure> {
  const db = await database(folder);
  const folded = [...texts].map(([id, text]): [string, string] => [id, foldText(text)]);
  const pick = generator(13);
  let [wanted, found] = [0, 0];
  for (let i = 0; i < queries; i++) {
    const chars = [...(folded[pick(folded.length)]?.[1].replaceAll(' ', '') ?? '')];
    const from = pick(chars.length - 3);
    const text = chars.slice(from, from + 2 + pick(2)).join('');
    const truth = folded.filter(([, t]) => t.includes(text)).map(([id]) => id);
    const groups = await findRecords(
      { db: db.read, actor: { userId: '', userName: '', role: 'manager', mustChangePassphrase: false } },
      parseQuery(text),
      { kinds: ['evidence'], limit: texts.size },
    );
    const ids = new Set(groups.flatMap((g) => g.hits.map((h) => h.id)));
    wanted += truth.length;
    found += truth.filter((id) => ids.has(id)).length;
  }
  await db.close();
  return {
    name: 'search.true-hits-found',
    value: found / wanted,
    unit: '×',
    sizes: { hits: wanted, queries },
    target: { least: 1 },
  };
}

/** The same writes with the index and without it, in turns, so that whatever else happens falls on both. */
async function costOfIndex(home: string, folder: string, repeats: number): Promise<Figure[]> {
  const ways: Record<'with' | 'without', { create: number[]; change: number[] }> = {
    with: { create: [], change: [] },
    without: { create: [], change: [] },
  };
  for (let round = 0; round < 4; round++)
    for (const way of ['with', 'without'] as const) {
      const { core, client } = await opened(home, folder, way === 'with');
      await client.call('cases.create', oneCase(0));
      for (let i = 0; i < repeats / 4; i++) {
        ways[way].create.push(await timed(() => client.call('cases.create', oneCase(i))));
        ways[way].change.push(await change(client, i));
      }
      await core.close();
    }
  return (['create', 'change'] as const).map((kind) => ({
    name: `search.index-share-of-a-write.${kind}`,
    value: median(ways.with[kind]) / median(ways.without[kind]) - 1,
    unit: '×' as const,
    sizes: {
      with: `${median(ways.with[kind]).toFixed(2)} ms`,
      without: `${median(ways.without[kind]).toFixed(2)} ms`,
    },
    target: { most: 0.25 },
  }));
}

async function change(client: Client, i: number): Promise<number> {
  const { items } = await client.call('cases.list', {
    filter: { text: '' },
    sort: { by: 'updated', direction: 'desc' },
    limit: 1,
  });
  const caseId = items[0]?.id ?? '';
  const { version } = await client.call('cases.get', { caseId });
  return timed(() =>
    client.call('cases.recordEvent', {
      caseId,
      expectedVersion: version,
      eventId: null,
      event: { type: 'demand-made', date: '2026-10-01', note: `第${i}次催要，未支付` },
    }),
  );
}
