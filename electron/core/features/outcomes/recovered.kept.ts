import { portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { Asked, Found } from './outcomes.recovered.ts';
import { type Sums, shownSums, sumColumns } from './recovered.live.ts';

interface KeptRow {
  readonly key: string;
  readonly label: string;
  readonly cases: number;
  readonly workers: number;
}

/** The rows of one list, narrowed down as asked. `by` is not `worker` where a text is looked for. */
function rowsOf(db: ReadHandle, { by, text, status, owedOnly }: Asked) {
  // Both tables have the columns that are chosen from; a case is its own key.
  let query = db.selectFrom((by === 'case' ? 'recovered_case' : 'recovered_group') as 'recovered_group');
  if (by !== 'case') query = query.where('grouping', '=', by);
  if (by !== 'case' || status !== 'all') query = query.where('status', '=', status);
  const wanted = text.trim();
  if (wanted !== '') query = query.where('label', 'like', `%${wanted.replace(/[%_]/g, '')}%`);
  return owedOnly ? query.where('owed_fen', '>', 0) : query;
}

/** Reads as many rows as are shown, in the order of an index, and sums that are kept. */
export async function findKept(db: ReadHandle, asked: Asked, limit: number): Promise<Found> {
  const isCase = asked.by === 'case';
  const ordered = rowsOf(db, asked).orderBy('owed_fen', 'desc').orderBy('label').limit(limit);
  const rows: readonly (KeptRow & Sums)[] = isCase
    ? (
        await ordered
          .orderBy('case_id' as 'key')
          .select(['case_id as key', 'label', 'workers', ...sumColumns] as never)
          .execute()
      ).map((r) => ({ ...(r as KeptRow & Sums), cases: 1 }))
    : await ordered
        .orderBy('key')
        .select(['key', 'label', 'cases', 'workers', ...sumColumns])
        .execute();
  const single = isCase
    ? null
    : await singleCases(
        db,
        asked,
        rows.filter((r) => r.cases === 1),
      );
  return {
    rows: rows.map((r) => {
      const only = isCase ? { id: r.key, number: r.label } : single?.get(r.key);
      return {
        key: r.key,
        label: r.label,
        caseId: only?.id ?? null,
        caseNumber: only?.number ?? null,
        cases: r.cases,
        workers: r.workers,
        ...shownSums(r),
      };
    }),
    ...(asked.text.trim() === '' ? await keptTotals(db, asked) : await totalsOf(db, asked)),
  };
}

async function keptTotals(db: ReadHandle, { by, status, owedOnly }: Asked) {
  let query = db
    .selectFrom('recovered_total')
    .select((eb) => [eb.fn.sum('n').as('n'), ...sumColumns.map((name) => eb.fn.sum(name).as(name))])
    .where('grouping', '=', by)
    .where('status', '=', status);
  if (owedOnly) query = query.where('owes', '=', 1);
  const row = await query.executeTakeFirstOrThrow();
  return { count: Number(row.n ?? 0), totals: shownSums(row) };
}

/** Of the rows whose label holds a text. */
async function totalsOf(db: ReadHandle, asked: Asked) {
  const row = await rowsOf(db, asked)
    .select((eb) => [eb.fn.countAll().as('n'), ...sumColumns.map((name) => eb.fn.sum(name).as(name))])
    .executeTakeFirstOrThrow();
  return { count: Number(row.n), totals: shownSums(row) };
}

/** The case of each row that has only one. */
async function singleCases(
  db: ReadHandle,
  { by, status }: Asked,
  rows: readonly KeptRow[],
): Promise<Map<string, { id: string; number: string }>> {
  const found = new Map<string, { id: string; number: string }>();
  const take = (all: readonly { key: string | null; id: string; number: string }[]): void => {
    for (const { key, id, number } of all) found.set(key ?? '', { id, number });
  };
  for (const part of portions(rows.map((r) => r.key))) {
    if (by === 'employer' || by === 'project') {
      let query = db
        .selectFrom('recovered_case')
        .select([`${by} as key`, 'case_id as id', 'label as number'])
        .where(by, 'in', part);
      if (status !== 'all') query = query.where('status', '=', status);
      take(await query.execute());
      continue;
    }
    for (const column of ['person_id', 'id'] as const) {
      let query = db
        .selectFrom('case_member')
        .innerJoin('recovery', 'recovery.member_id', 'case_member.id')
        .innerJoin('recovered_case', 'recovered_case.case_id', 'case_member.case_id')
        .select([
          `case_member.${column} as key`,
          'recovered_case.case_id as id',
          'recovered_case.label as number',
          'recovered_case.status',
        ])
        .where(`case_member.${column}`, 'in', part)
        .where('case_member.deleted_at', 'is', null);
      if (column === 'id') query = query.where('case_member.person_id', 'is', null);
      // Chosen here: the database would begin with every case of that status.
      take((await query.execute()).filter((r) => status === 'all' || r.status === status));
    }
  }
  return found;
}
