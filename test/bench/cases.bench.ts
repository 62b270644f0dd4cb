import fs from 'node:fs';
import path from 'node:path';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { migrate } from '../../electron/core/db/migrator.ts';
import { boardPage, itemsBetween } from '../../electron/core/features/calendar/calendar.board.ts';
import { listCaseRows } from '../../electron/core/features/cases/cases.list.ts';
import { listEnquiries } from '../../electron/core/features/enquiries/enquiries.list.ts';
import { officePaths, readKeyring } from '../../electron/core/features/office/office.folder.ts';
import { loadOffice } from '../../electron/core/features/office/office.repo.ts';
import { checkPeople } from '../../electron/core/features/people/people.check.ts';
import { listPeople } from '../../electron/core/features/people/people.list.ts';
import { listTasks } from '../../electron/core/features/tasks/tasks.repo.ts';
import { currentKdfCost, deriveKey, unlockWithPassphrase } from '../../electron/core/vault/keyring.ts';
import type { Client, Input, Output } from '../../shared/contract/api.ts';
import { calendarContract } from '../../shared/features/calendar/calendar.contract.ts';
import { caseSortKeys, casesContract } from '../../shared/features/cases/cases.contract.ts';
import { enquiriesContract } from '../../shared/features/enquiries/enquiries.contract.ts';
import { peopleContract } from '../../shared/features/people/people.contract.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { testKdfCost, testWorld } from '../support/open-test-app.ts';
import { insertDeskRecords } from './support/desk-records.ts';
import { type Figure, median, percentile, repeated, timed } from './support/figures.ts';
import { furtherLists } from './support/lists.ts';
import { generator, insertManyCases } from './support/many-cases.ts';

const user = '测试员';
const passphrase = 'bench-passphrase';
type ListInput = Input<'cases.list'>;

const firstPage = (by: (typeof caseSortKeys)[number], direction: 'asc' | 'desc', text = ''): ListInput => ({
  filter: { text },
  sort: { by, direction },
  limit: 50,
});
const everyOrder = caseSortKeys.flatMap((by) =>
  (['asc', 'desc'] as const).map((direction) => firstPage(by, direction)),
);

interface Office {
  readonly folder: string;
  readonly plain: string;
  readonly cases: number;
  readonly megabytes: number;
  /** Dates that the board chooses from. */
  readonly dates: number;
}

/** An encrypted office with many cases and, as the yardstick, the same database without encryption. */
async function makeOffice(home: string, cases: number): Promise<Office> {
  const folder = path.join(home, `office-${cases}`);
  const plain = path.join(home, `plain-${cases}.db`);
  const core = createCore(testWorld(home), { kdfCost: testKdfCost });
  const client = clientOf(core, { sessionId: 'bench' });
  await client.call('office.create', {
    folder,
    name: '测试区调解委员会',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    userName: user,
    passphrase,
  });
  const [owner] = await client.call('office.users', {});
  await core.close();
  if (!owner) throw new Error('The office has no user');
  const unlocked = await unlockWithPassphrase(readKeyring(folder), user, passphrase);
  if (!unlocked) throw new Error('The office does not open');
  const { database } = officePaths(folder);
  const encrypted = openSqlite(database, deriveKey(unlocked.key, 'database'), { create: false });
  const row = await loadOffice(encrypted.read);
  await fill(encrypted, cases, owner);
  const yardstick = openSqlite(plain, null, { create: true });
  await migrate(yardstick, { create: true, beforeChange: () => undefined });
  await yardstick.write.insertInto('office').values(row).execute();
  await yardstick.write
    .insertInto('app_user')
    .values({
      id: owner.id,
      name: owner.name,
      role: 'manager',
      created_at: '2018-01-01T00:00:00.000Z',
      deactivated_at: null,
      must_change: 0,
      version: 1,
    })
    .execute();
  await fill(yardstick, cases, owner);
  const counted = openSqlite(plain, null, { create: false });
  let dates = 0;
  for (const table of ['predate', 'deadline'] as const) {
    const row = await counted.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst();
    dates += Number(row?.n ?? 0);
  }
  await counted.close();
  return { folder, plain, cases, dates, megabytes: fs.statSync(database).size / 1024 / 1024 };
}

async function fill(db: OpenDatabase, cases: number, owner: { id: string; name: string }): Promise<void> {
  await insertManyCases(db.write, cases, owner);
  await insertDeskRecords(db.write, owner);
  await db.close();
}

/** A program that has just started opens the office: each time a core of its own. */
async function opened<T>(
  home: string,
  office: Office,
  work: (client: Client) => Promise<T>,
  /** Whether the daily work begins with the unlocking. */
  daily = true,
): Promise<T> {
  const core = createCore(testWorld(home), { kdfCost: testKdfCost, daily });
  const client = clientOf(core, { sessionId: 'bench' });
  try {
    await client.call('office.choose', { folder: office.folder });
    return await work(client);
  } finally {
    await core.close();
  }
}

async function openTimes(home: string, office: Office): Promise<{ open: number; first: number }> {
  const open: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < 9; i++)
    await opened(home, office, async (client) => {
      open.push(await timed(() => client.call('office.unlock', { userName: user, passphrase })));
      first.push(await timed(() => client.call('cases.list', firstPage('nextDate', 'asc'))));
    });
  return { open: median(open), first: median(first) };
}

interface Measured {
  /** By order: `nextDate asc` and so on. */
  readonly orders: ReadonlyMap<string, number[]>;
  readonly texts: ReadonlyMap<string, number[]>;
  readonly deep: number[];
  readonly board: number[];
  readonly dates: number[];
  readonly mine: number[];
  readonly counts: number[];
  readonly count: number[];
  readonly add: number[];
  readonly people: number[];
  readonly check: number[];
  readonly calendar: number[];
  readonly tasks: number[];
  readonly enquiries: number[];
  /** By name, as `furtherLists` has them. */
  readonly further: ReadonlyMap<string, number[]>;
}

/** The other lists, each measured alone, against the yardstick and in a small office. */
const lists = {
  people: 'people.first-page.p95',
  check: 'people.conflict-check.p95',
  calendar: 'calendar.month.p95',
  tasks: 'tasks.first-page.p95',
  enquiries: 'enquiries.first-page.p95',
} as const;

/** Searches by what they find: many, one, nothing; and one for a number typed whole. */
const searches = { common: '王', company: '样例甲乙', rare: '罕见样', nothing: '查无此人' } as const;

async function measure(home: string, office: Office, repeats: number): Promise<Measured> {
  // Without the daily work: an office that was written straight into its tables has no search index, and to fill one
  // for everything it holds would run beside the first lists and be counted as theirs.
  const work = async (client: Client): Promise<Measured> => {
    await client.call('office.unlock', { userName: user, passphrase });
    const list = (input: ListInput): Promise<Output<'cases.list'>> => client.call('cases.list', input);
    const me = (await client.call('office.state', {})).user?.id ?? null;
    const orders = new Map<string, number[]>();
    // Round by round, so that no order pays for what is compiled once, and a pause of the machine falls on any of them.
    for (let round = -1; round < repeats; round++)
      for (const input of everyOrder) {
        const name = `${input.sort.by} ${input.sort.direction}`;
        const ms = await timed(() => list(input));
        if (round >= 0) orders.set(name, [...(orders.get(name) ?? []), ms]);
      }
    const texts = new Map<string, number[]>();
    for (const [name, text] of Object.entries(searches))
      texts.set(name, await repeated(repeats, () => list(firstPage('nextDate', 'asc', text))));
    let cursor: string | null = null;
    for (let row = 0; row < office.cases / 4; row += 200) {
      const page: Output<'cases.list'> = await list({ ...firstPage('nextDate', 'asc'), limit: 200, cursor });
      if (page.next === null) break;
      cursor = page.next;
    }
    const deep = await repeated(repeats, () => list({ ...firstPage('nextDate', 'asc'), cursor }));
    const board = await repeated(10, () => client.call('deadlines.board', {}));
    const dates = await repeated(repeats, () => client.call('calendar.board', {}));
    const mine = await repeated(repeats, () =>
      client.call('calendar.board', { handlerId: me, scope: 'week' }),
    );
    const counts = await repeated(10, () => client.call('calendar.counts', {}));
    const count = await repeated(10, () => client.call('cases.count', { filter: {} }));
    const add = await repeated(20, (i) => client.call('cases.create', oneCase(i)));
    const people = await repeated(repeats, () => client.call('people.list', {}));
    const check = await repeated(repeats, (i) =>
      client.call('people.check', checks[i % checks.length] as Checked),
    );
    const calendar = await repeated(repeats, () => client.call('calendar.range', month));
    const tasks = await repeated(repeats, () => client.call('tasks.list', { view: 'mine' }));
    const enquiries = await repeated(repeats, () => client.call('enquiries.list', {}));
    const further = new Map<string, number[]>();
    for (const [name, { call }] of Object.entries(furtherLists))
      further.set(name, await repeated(repeats, () => call(client)));
    const lists = { people, check, calendar, tasks, enquiries, further };
    return { orders, texts, deep, board, dates, mine, counts, count, add, ...lists };
  };
  return opened(home, office, work, false);
}

/** The case list in the first seconds after an office was opened, while the daily work goes through all of it. */
async function besideDailyWork(home: string, office: Office, repeats: number): Promise<number[]> {
  return opened(home, office, async (client) => {
    await client.call('office.unlock', { userName: user, passphrase });
    const times: number[] = [];
    for (let i = 0; i < repeats; i++) {
      // As long as a person needs to look up, and longer than a step of that work.
      await new Promise((resolve) => setTimeout(resolve, 50));
      times.push(await timed(() => client.call('cases.list', firstPage('nextDate', 'asc'))));
    }
    return times;
  });
}

/** A month of the calendar, as the screen asks for it. */
const month = { from: '2026-11-01', to: '2026-12-05' } as const;

const oneCase = (i: number): Input<'cases.create'> => ({
  receivedOn: '2026-11-21',
  project: {},
  facts: {},
  workers: [
    {
      name: `新增${i}`,
      idNumber: null,
      job: { start: '2025-03-01', end: '2026-09-30' },
      arrears: [
        {
          period: { from: '2026-07-01', to: '2026-09-30' },
          unit: 'day',
          quantity: '60',
          rateFen: 32_000,
          otherFen: 0,
          deductions: [],
          paid: [],
        },
      ],
    },
  ],
  respondents: [{ kind: 'organisation', name: '样例公司', capacity: 'employer', footing: 'principal' }],
  events: [{ type: 'employment-ended', date: '2026-09-30' }],
});

type Checked = Input<'people.check'>;
const side = (more: Partial<Checked['self']>) => ({ name: '', phone: '', number: '', address: '', ...more });
/** What is typed at the desk: a common name, a company, a phone and the end of a number, pinyin, somebody unknown. */
const checks: readonly Checked[] = [
  { self: side({ name: '王甲' }), other: side({ name: '样例甲乙建筑劳务有限公司' }) },
  { self: side({ name: '罕见样', phone: '13800001234' }), other: side({ name: '物流' }) },
  { self: side({ name: 'wangjia', number: '1234' }), other: side({ address: '样例大道1号' }) },
  { self: side({ name: '查无此人', phone: '13700000000' }), other: side({ name: '丙丁装饰' }) },
];

/** How many times longer a query takes: than on the same office without encryption, and than in the small office. */
interface Ratios {
  readonly toPlain: number;
  readonly growth: number;
}
type Named = 'list' | 'people' | 'check' | 'dates' | 'calendar' | 'tasks' | 'enquiries';

interface Side {
  readonly db: OpenDatabase;
  readonly userId: string;
}

async function encryptedSide(office: Office): Promise<Side> {
  const unlocked = await unlockWithPassphrase(readKeyring(office.folder), user, passphrase);
  if (!unlocked) throw new Error('The office does not open');
  const key = deriveKey(unlocked.key, 'database');
  const db = openSqlite(officePaths(office.folder).database, key, { create: false });
  const owner = await db.read.selectFrom('app_user').select('id').executeTakeFirstOrThrow();
  return { db, userId: owner.id };
}

/** The same query on three files in turns, so that whatever else the machine does falls on all. */
async function compared(
  few: Office,
  many: Office,
  repeats: number,
): Promise<Record<Named, Ratios> & { readonly further: ReadonlyMap<string, Ratios> }> {
  const large = await encryptedSide(many);
  const small = await encryptedSide(few);
  const plain = { db: openSqlite(many.plain, null, { create: false }), userId: large.userId };
  const sides = [large, plain, small];
  // In any order: the garbage of one turn is often collected in a fixed rhythm, and would always fall on the same.
  const pick = generator(5);
  const turns = async (
    times: number,
    work: (side: Side, i: number) => Promise<unknown>,
  ): Promise<number[][]> => {
    const found: number[][] = sides.map(() => []);
    for (let i = 0; i < times; i++) {
      const [first, step] = [pick(sides.length), 1 + pick(2)];
      for (let k = 0; k < sides.length; k++) {
        const which = (first + k * step) % sides.length;
        const side = sides[which];
        if (side) found[which]?.push(await timed(() => work(side, i)));
      }
    }
    return found;
  };
  const ratiosOf = (found: readonly number[][]): Ratios => {
    const [ours = Number.NaN, theirs = Number.NaN, before = Number.NaN] = found.map(median);
    return { toPlain: ours / theirs, growth: ours / before };
  };
  const inTurns = async (work: (side: Side, i: number) => Promise<unknown>): Promise<Ratios> =>
    ratiosOf(await turns(repeats * 8, work));
  const listed: number[][] = sides.map(() => []);
  for (const order of everyOrder) {
    const input = casesContract['cases.list'].input.parse(order);
    const found = await turns(repeats, ({ db }) => listCaseRows(db.read, input));
    for (const [i, times] of found.entries()) listed[i]?.push(...times);
  }
  const datesPage = calendarContract['calendar.board'].input.parse({});
  const dates = await inTurns(({ db }) => boardPage(db.read, datesPage, plainDate('2026-11-21')));
  const page = peopleContract['people.list'].input.parse({});
  const people = await inTurns(({ db }) => listPeople(db.read, page));
  const check = await inTurns(({ db }, i) =>
    checkPeople(db.read, peopleContract['people.check'].input.parse(checks[i % checks.length])),
  );
  const span = { from: plainDate(month.from), to: plainDate(month.to) };
  const calendar = await inTurns(({ db }) => itemsBetween(db.read, datesPage, span, 1001));
  const tasks = await inTurns(({ db, userId }) =>
    listTasks(db.read, { view: 'mine', done: false, cursor: null, userId }),
  );
  const asked = enquiriesContract['enquiries.list'].input.parse({});
  const enquiries = await inTurns(({ db }) => listEnquiries(db.read, asked));
  const further = new Map<string, Ratios>();
  for (const [name, { query }] of Object.entries(furtherLists))
    further.set(name, await inTurns(({ db, userId }) => query(db.read, userId)));
  for (const { db } of sides) await db.close();
  return { list: ratiosOf(listed), people, check, dates, calendar, tasks, enquiries, further };
}

/** The case list in a small and in a large office. */
export async function benchCases(
  home: string,
  small: number,
  large: number,
  repeats = 50,
): Promise<Figure[]> {
  const few = await makeOffice(home, small);
  const many = await makeOffice(home, large);
  const openFew = await openTimes(home, few);
  const openMany = await openTimes(home, many);
  const a = await measure(home, few, repeats);
  const b = await measure(home, many, repeats);
  const beside = await besideDailyWork(home, many, repeats * 4);
  const kdf = await unlockCost(home);
  const ratios = await compared(few, many, 10);
  const sizes = { cases: large };
  const flat = (m: ReadonlyMap<string, number[]>): number[] => [...m.values()].flat();
  const worst = [...b.orders].sort((x, y) => percentile(y[1], 0.95) - percentile(x[1], 0.95))[0];
  const growth = (x: number[] | undefined, y: number[] | undefined): number =>
    median(y ?? []) / median(x ?? []);
  return [
    { name: 'office.database-size', value: many.megabytes, unit: 'MB', sizes },
    {
      name: 'office.unlock-derivation',
      value: kdf,
      unit: 'ms',
      sizes: { memoryKiB: currentKdfCost.memoryKiB },
    },
    { name: 'office.open', value: openFew.open, unit: 'ms', sizes: { cases: small } },
    { name: 'office.open', value: openMany.open, unit: 'ms', sizes },
    { name: 'office.open.growth', value: openMany.open / openFew.open, unit: '×', target: { most: 2 } },
    { name: 'list.first-page-after-open', value: openMany.first, unit: 'ms', sizes, target: { most: 50 } },
    {
      name: 'list.first-page.p50',
      value: median(flat(b.orders)),
      unit: 'ms',
      sizes: { ...sizes, rows: 50, orders: b.orders.size, repeats },
    },
    {
      name: 'list.first-page.p95',
      value: percentile(flat(b.orders), 0.95),
      unit: 'ms',
      sizes,
      target: { most: 50 },
    },
    {
      name: 'list.first-page.p95.worst-order',
      value: percentile(worst?.[1] ?? [], 0.95),
      unit: 'ms',
      sizes: { ...sizes, order: worst?.[0] ?? '' },
      target: { most: 50 },
    },
    {
      name: 'list.first-page.p95.beside-daily-work',
      value: percentile(beside, 0.95),
      unit: 'ms',
      sizes: { ...sizes, p50: median(beside).toFixed(1), looks: beside.length },
      target: { most: 50 },
    },
    {
      name: 'list.first-page.growth',
      value: ratios.list.growth,
      unit: '×',
      sizes: { from: small, to: large },
      target: { most: 2 },
    },
    {
      name: 'list.deep-page.p50',
      value: median(b.deep),
      unit: 'ms',
      sizes: { ...sizes, afterRows: large / 4 },
      target: { most: 50 },
    },
    {
      name: 'list.deep-page-to-first',
      value: median(b.deep) / median(b.orders.get('nextDate asc') ?? []),
      unit: '×',
      sizes,
      target: { most: 2 },
    },
    { name: 'list.encrypted-to-plain', value: ratios.list.toPlain, unit: '×', sizes, target: { most: 1.3 } },
    ...(Object.keys(lists) as (keyof typeof lists)[]).flatMap((name): Figure[] => [
      {
        name: lists[name],
        value: percentile(b[name], 0.95),
        unit: 'ms',
        sizes: { cases: large, people: large * 3, dates: many.dates, p50: median(b[name]).toFixed(1) },
        target: { most: 50 },
      },
      { name: '  encrypted to plain', value: ratios[name].toPlain, unit: '×', target: { most: 1.3 } },
      {
        name: '  growth',
        value: ratios[name].growth,
        unit: '×',
        sizes: { from: small, to: large },
        target: { most: 3 },
      },
    ]),
    ...Object.keys(furtherLists).flatMap((name): Figure[] => [
      {
        name: `${name}.first-page.p95`,
        value: percentile(b.further.get(name) ?? [], 0.95),
        unit: 'ms',
        sizes: { ...sizes, p50: median(b.further.get(name) ?? []).toFixed(1) },
        target: { most: 50 },
      },
      {
        name: '  encrypted to plain',
        value: ratios.further.get(name)?.toPlain ?? Number.NaN,
        unit: '×',
        target: { most: 1.3 },
      },
      {
        name: '  growth',
        value: ratios.further.get(name)?.growth ?? Number.NaN,
        unit: '×',
        sizes: { from: small, to: large },
        target: { most: 3 },
      },
    ]),
    ...Object.keys(searches).map(
      (name): Figure => ({
        name: `list.text-${name}.p95`,
        value: percentile(b.texts.get(name) ?? [], 0.95),
        unit: 'ms',
        sizes: { ...sizes, p50: median(b.texts.get(name) ?? []).toFixed(1) },
        target: { most: 50 },
      }),
    ),
    { name: 'cases.count', value: median(b.count), unit: 'ms', sizes },
    ...(['dates', 'mine', 'counts'] as const).map(
      (name): Figure => ({
        name: `board.${name}.p95`,
        value: percentile(b[name], 0.95),
        unit: 'ms',
        sizes: { ...sizes, p50: median(b[name]).toFixed(1) },
        target: { most: 50 },
      }),
    ),
    { name: '  encrypted to plain', value: ratios.dates.toPlain, unit: '×', target: { most: 1.3 } },
    {
      name: '  growth',
      value: ratios.dates.growth,
      unit: '×',
      sizes: { from: small, to: large },
      target: { most: 3 },
    },
    { name: 'deadlines.board', value: median(b.board), unit: 'ms', sizes },
    { name: 'cases.create', value: median(a.add), unit: 'ms', sizes: { cases: small } },
    { name: 'cases.create', value: median(b.add), unit: 'ms', sizes },
    { name: 'cases.create.growth', value: growth(a.add, b.add), unit: '×', target: { most: 2 } },
  ];
}

/** What a person waits for at the passphrase, on purpose: the cost that the app really uses. */
async function unlockCost(home: string): Promise<number> {
  const folder = path.join(home, 'office-kdf');
  const core = createCore(testWorld(home));
  const client = clientOf(core, { sessionId: 'bench' });
  await client.call('office.create', {
    folder,
    name: '测试',
    kinds: ['mediation-committee'],
    regionCode: '510104',
    userName: user,
    passphrase,
  });
  await core.close();
  const keyring = readKeyring(folder);
  return median(await repeated(3, () => unlockWithPassphrase(keyring, user, passphrase)));
}
