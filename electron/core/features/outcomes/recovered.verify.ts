import { portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { keptGroups, same } from './recovered.keep.ts';
import {
  type caseGroupings,
  type Grouping,
  groupings,
  liveCases,
  liveGroups,
  sumColumns,
} from './recovered.live.ts';

/** Rows of one step. */
const step = 400;
const statuses = ['all', 'open', 'closed'] as const;

export interface RecoveredFaults {
  /** Rows that were compared. */
  readonly checked: number;
  /** Rows that do not say what they are made of, that are missing, or that stand for nothing. */
  readonly faults: number;
}

/**
 * Compares every kept sum with what it is made of: cases with their workers, groups with their cases or workers, totals
 * with their lists. Reads in small steps with room between them: it may run while somebody works.
 */
export async function verifyRecovered(
  db: ReadHandle,
  breathe: () => Promise<void>,
): Promise<RecoveredFaults> {
  let [checked, faults] = [0, 0];
  const compare = async <T extends object>(
    idOf: (row: T) => string,
    kept: () => Promise<readonly T[]>,
    live: () => Promise<readonly T[]>,
  ): Promise<void> => {
    const found = await compared(idOf, kept, live);
    checked += found.checked;
    faults += found.faults;
    await breathe();
  };

  const cases = (ids: readonly string[]): Promise<void> =>
    compare(
      (r) => r.case_id,
      () => db.selectFrom('recovered_case').selectAll().where('case_id', 'in', ids).execute(),
      () => liveCases(db, ids),
    );
  for await (const ids of slices((after) => idsAfter(db, 'case_file', after))) await cases(ids);
  for await (const ids of slices((after) => strayCases(db, after))) await cases(ids);

  for (const grouping of groupings) {
    const seen = new Set<string>();
    const groups = async (keys: readonly string[]): Promise<void> => {
      const fresh = [...new Set(keys)].filter((k) => !seen.has(k));
      for (const key of fresh) seen.add(key);
      for (const part of portions(fresh))
        await compare(
          (r) => `${r.status}/${r.key}`,
          () => keptGroups(db, grouping, part),
          () => liveGroups(db, grouping, part),
        );
    };
    if (grouping === 'worker')
      for await (const ids of slices((after) => idsAfter(db, 'case_member', after)))
        await groups(await workerKeys(db, ids));
    else for await (const keys of slices((after) => namesAfter(db, grouping, after))) await groups(keys);
    for (const status of statuses)
      for await (const keys of slices((after) => keysAfter(db, grouping, status, after))) await groups(keys);
  }

  for (const status of statuses)
    for (const grouping of ['case', ...groupings] as const)
      await compare(
        (r) => String(r.owes),
        () =>
          db
            .selectFrom('recovered_total')
            .selectAll()
            .where('grouping', '=', grouping)
            .where('status', '=', status)
            .execute(),
        () => liveTotals(db, grouping, status),
      );
  return { checked, faults };
}

/** Kept rows read before and after what they are made of: what somebody changes meanwhile is looked at once more. */
async function compared<T extends object>(
  idOf: (row: T) => string,
  kept: () => Promise<readonly T[]>,
  live: () => Promise<readonly T[]>,
): Promise<RecoveredFaults> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = new Map((await kept()).map((r) => [idOf(r), r]));
    const now = await live();
    const after = await kept();
    if (after.length !== before.size || !after.every((r) => same(before.get(idOf(r)), r))) continue;
    let faults = 0;
    for (const row of now) {
      if (!same(before.get(idOf(row)), row)) faults++;
      before.delete(idOf(row));
    }
    return { checked: now.length, faults: faults + before.size };
  }
  return { checked: 0, faults: 0 };
}

/** Lists of texts in their order, each asked for by the last text of the one before. */
async function* slices(next: (after: string | null) => Promise<string[]>): AsyncGenerator<string[]> {
  let after: string | null = null;
  for (;;) {
    const found: string[] = await next(after);
    if (found.length > 0) yield found;
    after = found.at(-1) ?? null;
    if (found.length < step) return;
  }
}

async function idsAfter(db: ReadHandle, table: 'case_file' | 'case_member', after: string | null) {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(step)
    .execute();
  return rows.map((r) => r.id);
}

/** Kept cases that are no case any more. */
async function strayCases(db: ReadHandle, after: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('recovered_case')
    .select('case_id')
    .where('case_id', '>', after ?? '')
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('case_file').select('id').whereRef('id', '=', 'recovered_case.case_id')),
      ),
    )
    .orderBy('case_id')
    .limit(step)
    .execute();
  return rows.map((r) => r.case_id);
}

async function workerKeys(db: ReadHandle, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('case_member')
    .select(['id', 'person_id'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((r) => r.person_id ?? r.id);
}

async function namesAfter(
  db: ReadHandle,
  grouping: (typeof caseGroupings)[number],
  after: string | null,
): Promise<string[]> {
  let query = db
    .selectFrom('recovered_case')
    .select(`${grouping} as key`)
    .distinct()
    .orderBy(grouping)
    .limit(step);
  // A case without an employer or a project has the empty text.
  if (after !== null) query = query.where(grouping, '>', after);
  return (await query.execute()).map((r) => r.key);
}

async function keysAfter(
  db: ReadHandle,
  grouping: Grouping,
  status: string,
  after: string | null,
): Promise<string[]> {
  let query = db
    .selectFrom('recovered_group')
    .select('key')
    .where('grouping', '=', grouping)
    .where('status', '=', status)
    .orderBy('key')
    .limit(step);
  if (after !== null) query = query.where('key', '>', after);
  return (await query.execute()).map((r) => r.key);
}

async function liveTotals(db: ReadHandle, grouping: Grouping | 'case', status: (typeof statuses)[number]) {
  const found = [];
  for (const owes of [0, 1]) {
    let query = db
      .selectFrom(grouping === 'case' ? ('recovered_case' as 'recovered_group') : 'recovered_group')
      .select((eb) => [
        eb.fn.countAll<number>().as('n'),
        ...sumColumns.map((name) => eb.fn.sum<number>(name).as(name)),
      ])
      .where('owed_fen', owes === 1 ? '>' : '<=', 0);
    if (grouping !== 'case') query = query.where('grouping', '=', grouping);
    if (grouping !== 'case' || status !== 'all') query = query.where('status', '=', status);
    const row = await query.executeTakeFirstOrThrow();
    if (row.n > 0) found.push({ ...row, grouping, status, owes });
  }
  return found;
}
