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
  const totals = new Totals();
  const memberIds = new Set(touched.memberIds);
  for (const id of await keepCases(db, touched.caseIds, totals)) memberIds.add(id);
  await keepWorkers(db, new Set([...touched.keys, ...(await keysOf(db, memberIds))]), totals);
  await totals.save(db);
}

/** @returns the workers of every case that came, went, was closed or reopened. */
async function keepCases(db: WriteHandle, ids: ReadonlySet<string>, totals: Totals): Promise<string[]> {
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
          totals.count('case', status, row, sign);
          for (const grouping of caseGroupings) addTo(groups, grouping, status, row, sign);
        }
    }
  }
  for (const change of groups.values()) {
    const was = await db
      .selectFrom('recovered_group')
      .selectAll()
      .where('grouping', '=', change.grouping)
      .where('status', '=', change.status)
      .where('key', '=', change.key)
      .executeTakeFirst();
    const is = { ...change };
    for (const name of groupNumbers) is[name] += was?.[name] ?? 0;
    await replaceGroup(db, was, is.cases > 0 ? is : undefined, totals);
  }
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

function addTo(
  groups: Map<string, RecoveredGroupTable>,
  grouping: (typeof caseGroupings)[number],
  status: string,
  row: RecoveredCaseTable,
  sign: 1 | -1,
): void {
  const key = row[grouping];
  const id = JSON.stringify([grouping, status, key]);
  const group = groups.get(id) ?? blankGroup(grouping, status, key);
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

async function keepWorkers(db: WriteHandle, keys: ReadonlySet<string>, totals: Totals): Promise<void> {
  for (const part of portions([...keys])) {
    const live = new Map((await liveGroups(db, 'worker', part)).map((g) => [`${g.status}/${g.key}`, g]));
    const kept = await db
      .selectFrom('recovered_group')
      .selectAll()
      .where('grouping', '=', 'worker')
      .where('status', 'in', ['all', 'open', 'closed'])
      .where('key', 'in', part)
      .execute();
    for (const was of kept) {
      const id = `${was.status}/${was.key}`;
      const is = live.get(id);
      live.delete(id);
      if (!same(was, is)) await replaceGroup(db, was, is, totals);
    }
    for (const is of live.values()) await replaceGroup(db, undefined, is, totals);
  }
}

async function replaceGroup(
  db: WriteHandle,
  was: RecoveredGroupTable | undefined,
  is: RecoveredGroupTable | undefined,
  totals: Totals,
): Promise<void> {
  if (was) {
    totals.count(was.grouping, was.status, was, -1);
    await db
      .deleteFrom('recovered_group')
      .where('grouping', '=', was.grouping)
      .where('status', '=', was.status)
      .where('key', '=', was.key)
      .execute();
  }
  if (!is) return;
  totals.count(is.grouping, is.status, is, 1);
  await db.insertInto('recovered_group').values(is).execute();
}

/** Whether two rows say the same, whatever the order of their columns. */
export function same<T extends object>(a: T | undefined, b: T | undefined): boolean {
  if (!a || !b) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
}

/** What becomes of the sums over whole lists. */
class Totals {
  readonly #changes = new Map<string, RecoveredTotalTable>();

  count(
    grouping: string,
    status: string,
    row: Omit<RecoveredTotalTable, 'n' | 'grouping' | 'status' | 'owes'>,
    sign: 1 | -1,
  ): void {
    const owes = row.owed_fen > 0 ? 1 : 0;
    const id = JSON.stringify([grouping, status, owes]);
    const total = this.#changes.get(id) ?? { grouping, status, owes, n: 0, ...noSums };
    total.n += sign;
    for (const name of sumColumns) total[name] += sign * row[name];
    this.#changes.set(id, total);
  }

  async save(db: WriteHandle): Promise<void> {
    for (const change of this.#changes.values()) {
      if (totalNumbers.every((name) => change[name] === 0)) continue;
      const { grouping, status, owes } = change;
      await db
        .insertInto('recovered_total')
        .values(change)
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
      await db
        .deleteFrom('recovered_total')
        .where('grouping', '=', grouping)
        .where('status', '=', status)
        .where('owes', '=', owes)
        .where('n', '=', 0)
        .execute();
    }
  }
}
