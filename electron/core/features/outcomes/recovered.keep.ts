import type { RowChange } from '../../db/changes.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { RecoveredCaseTable, RecoveredGroupTable, RecoveredTotalTable } from './outcomes.table.ts';
import { caseGroupings, liveCases, liveGroups, sumColumns } from './recovered.live.ts';

/** Numbers of a row that is kept; what is added to or taken from them keeps the sums of sums right. */
const groupNumbers = ['cases', 'workers', ...sumColumns] as const;
const totalNumbers = ['n', ...sumColumns] as const;

/** Workers by id, of whom `recovery` or the directory says something else than before. */
interface Touched {
  readonly caseIds: ReadonlySet<string>;
  readonly memberIds: ReadonlySet<string>;
  /** Keys under which workers stood before. */
  readonly keys: ReadonlySet<string>;
}

/** Follows rows that have changed, in their own transaction. The handle sees the whole office. */
export async function keepRecoveredOf(db: WriteHandle, changes: readonly RowChange[]): Promise<void> {
  const caseIds = new Set<string>();
  const memberIds = new Set<string>();
  const keys = new Set<string>();
  const parties: string[] = [];
  for (const { table, id, before } of changes) {
    if (table === 'case_file') caseIds.add(id);
    if (table !== 'case_member' && table !== 'respondent') continue;
    if (before) caseIds.add(String(before.case_id));
    if (table === 'respondent') parties.push(id);
    else {
      memberIds.add(id);
      if (before) keys.add(String(before.person_id ?? id));
    }
  }
  for (const [table, ids] of [
    ['respondent', parties],
    ['case_member', [...memberIds]],
  ] as const)
    for (const part of portions(ids))
      for (const { case_id } of await db
        .selectFrom(table as 'case_member')
        .select('case_id')
        .distinct()
        .where('id', 'in', part)
        .execute())
        caseIds.add(case_id);
  await keepRecovered(db, { caseIds, memberIds, keys });
}

/** Brings the kept sums up to date with what the rows say of these cases and workers. */
export async function keepRecovered(db: WriteHandle, touched: Touched): Promise<void> {
  if (touched.caseIds.size === 0) return;
  const sums = new Sums();
  const memberIds = new Set(touched.memberIds);
  for (const id of await keepCases(db, touched.caseIds, sums)) memberIds.add(id);
  await keepWorkers(db, new Set([...touched.keys, ...(await keysOf(db, memberIds))]), sums);
  await sums.save(db);
}

/** @returns the workers of every case that came, went, was closed or reopened. */
async function keepCases(db: WriteHandle, ids: ReadonlySet<string>, sums: Sums): Promise<string[]> {
  const groups = new Map<string, RecoveredGroupTable>();
  const moved: string[] = [];
  for (const part of portions([...ids])) {
    const live = new Map((await liveCases(db, part)).map((r) => [r.case_id, r]));
    const rows = await db.selectFrom('recovered_case').selectAll().where('case_id', 'in', part).execute();
    const kept = new Map(rows.map((r) => [r.case_id, r]));
    for (const id of part) {
      const [was, is] = [kept.get(id), live.get(id)];
      if (same(was, is)) continue;
      if (was?.status !== is?.status) moved.push(id);
      if (was) await db.deleteFrom('recovered_case').where('case_id', '=', id).execute();
      if (is) await db.insertInto('recovered_case').values(is).execute();
      for (const [row, sign] of [
        [was, -1],
        [is, 1],
      ] as const)
        for (const status of row ? ['all', row.status] : []) {
          if (!row) continue;
          sums.count('case', status, row, sign);
          for (const grouping of caseGroupings) addTo(groups, grouping, status, row, sign);
        }
    }
  }
  await changeGroups(db, [...groups.values()], sums);
  const members: string[] = [];
  for (const part of portions(moved))
    for (const { id } of await db
      .selectFrom('case_member')
      .select('id')
      .where('case_id', 'in', part)
      .execute())
      members.push(id);
  return members;
}

/** Adds to groups what has come or gone in their cases; one without a case is no more. */
async function changeGroups(
  db: WriteHandle,
  changes: readonly RecoveredGroupTable[],
  sums: Sums,
): Promise<void> {
  for (const grouping of caseGroupings) {
    const own = changes.filter((c) => c.grouping === grouping);
    for (const part of portions(own)) {
      const kept = new Map(
        (await keptGroups(db, grouping, [...new Set(part.map((c) => c.key))])).map((g) => [idOf(g), g]),
      );
      for (const change of part) {
        const was = kept.get(idOf(change));
        const is = { ...change };
        for (const name of groupNumbers) is[name] += was?.[name] ?? 0;
        sums.replace(was, is.cases > 0 ? is : undefined);
      }
    }
  }
}

const idOf = ({ grouping, status, key }: RecoveredGroupTable): string =>
  JSON.stringify([grouping, status, key]);

export const keptGroups = (db: ReadHandle, grouping: string, keys: readonly string[]) =>
  db
    .selectFrom('recovered_group')
    .selectAll()
    .where('grouping', '=', grouping)
    .where('status', 'in', ['all', 'open', 'closed'])
    .where('key', 'in', keys)
    .execute();

function addTo(
  groups: Map<string, RecoveredGroupTable>,
  grouping: (typeof caseGroupings)[number],
  status: string,
  row: RecoveredCaseTable,
  sign: 1 | -1,
): void {
  const key = row[grouping];
  const blank = blankGroup(grouping, status, key);
  const id = idOf(blank);
  const group = groups.get(id) ?? blank;
  group.cases += sign;
  group.workers += sign * row.workers;
  for (const name of sumColumns) group[name] += sign * row[name];
  groups.set(id, group);
}

const noSums = { claimed_fen: 0, computed_fen: 0, granted_fen: 0, paid_fen: 0, owed_fen: 0, over_fen: 0 };

const blankGroup = (grouping: string, status: string, key: string): RecoveredGroupTable => ({
  ...{ grouping, status, key, label: key, cases: 0, workers: 0 },
  ...noSums,
});

/** Under which keys these workers stand now. */
async function keysOf(db: ReadHandle, memberIds: ReadonlySet<string>): Promise<string[]> {
  const keys: string[] = [];
  // A worker taken into the directory leaves the key of before.
  for (const part of portions([...memberIds]))
    for (const { id, person_id } of await db
      .selectFrom('case_member')
      .select(['id', 'person_id'])
      .where('id', 'in', part)
      .execute())
      keys.push(...(person_id === null ? [id] : [person_id, id]));
  return keys;
}

async function keepWorkers(db: WriteHandle, keys: ReadonlySet<string>, sums: Sums): Promise<void> {
  for (const part of portions([...keys])) {
    const live = new Map((await liveGroups(db, 'worker', part)).map((g) => [idOf(g), g]));
    for (const was of await keptGroups(db, 'worker', part)) {
      const is = live.get(idOf(was));
      live.delete(idOf(was));
      if (!same(was, is)) sums.replace(was, is);
    }
    for (const is of live.values()) sums.replace(undefined, is);
  }
}

/** Whether two rows say the same, whatever the order of their columns. */
export function same<T extends object>(a: T | undefined, b: T | undefined): boolean {
  if (!a || !b) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
}

/** Rows of one statement: each binds a dozen values. */
const rowsAtOnce = 200;

/** What becomes of groups and of the sums over whole lists, written in a few statements at the end. */
class Sums {
  readonly #rows: RecoveredGroupTable[] = [];
  readonly #gone: RecoveredGroupTable[] = [];
  readonly #totals = new Map<string, RecoveredTotalTable>();

  replace(was: RecoveredGroupTable | undefined, is: RecoveredGroupTable | undefined): void {
    if (was) this.count(was.grouping, was.status, was, -1);
    if (is) {
      this.count(is.grouping, is.status, is, 1);
      this.#rows.push(is);
    } else if (was) this.#gone.push(was);
  }

  count(
    grouping: string,
    status: string,
    row: Omit<RecoveredTotalTable, 'n' | 'grouping' | 'status' | 'owes'>,
    sign: 1 | -1,
  ): void {
    const owes = row.owed_fen > 0 ? 1 : 0;
    const id = JSON.stringify([grouping, status, owes]);
    const total = this.#totals.get(id) ?? { grouping, status, owes, n: 0, ...noSums };
    total.n += sign;
    for (const name of sumColumns) total[name] += sign * row[name];
    this.#totals.set(id, total);
  }

  async save(db: WriteHandle): Promise<void> {
    await this.#saveGroups(db);
    const changes = [...this.#totals.values()].filter((t) => totalNumbers.some((name) => t[name] !== 0));
    if (changes.length === 0) return;
    await db
      .insertInto('recovered_total')
      .values(changes)
      .onConflict((oc) =>
        oc
          .columns(['grouping', 'status', 'owes'])
          .doUpdateSet((eb) =>
            Object.fromEntries(
              totalNumbers.map((name) => [
                name,
                eb(`recovered_total.${name}`, '+', eb.ref(`excluded.${name}`)),
              ]),
            ),
          ),
      )
      .execute();
    if (changes.some((t) => t.n < 0)) await db.deleteFrom('recovered_total').where('n', '=', 0).execute();
  }

  async #saveGroups(db: WriteHandle): Promise<void> {
    const gone = new Map<string, RecoveredGroupTable[]>();
    for (const row of this.#gone) {
      const list = JSON.stringify([row.grouping, row.status]);
      gone.set(list, [...(gone.get(list) ?? []), row]);
    }
    for (const rows of gone.values())
      for (const part of portions(rows)) {
        const [first] = part;
        if (first)
          await db
            .deleteFrom('recovered_group')
            .where('grouping', '=', first.grouping)
            .where('status', '=', first.status)
            .where(
              'key',
              'in',
              part.map((r) => r.key),
            )
            .execute();
      }
    for (let i = 0; i < this.#rows.length; i += rowsAtOnce)
      await db
        .insertInto('recovered_group')
        .values(this.#rows.slice(i, i + rowsAtOnce))
        .onConflict((oc) =>
          oc
            .columns(['grouping', 'status', 'key'])
            .doUpdateSet((eb) =>
              Object.fromEntries(
                (['label', ...groupNumbers] as const).map((name) => [name, eb.ref(`excluded.${name}`)]),
              ),
            ),
        )
        .execute();
  }
}
