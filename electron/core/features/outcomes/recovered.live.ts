import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { RecoveredCaseTable, RecoveredGroupTable } from './outcomes.table.ts';

export const sumColumns = [
  'claimed_fen',
  'computed_fen',
  'granted_fen',
  'paid_fen',
  'owed_fen',
  'over_fen',
] as const;
export type Sums = Readonly<Record<(typeof sumColumns)[number], number | string | bigint | null>>;

/** The same sums, in fen, as the lists show them. */
export const shownSums = (r: Sums) => ({
  claimedFen: Number(r.claimed_fen ?? 0),
  computedFen: Number(r.computed_fen ?? 0),
  grantedFen: Number(r.granted_fen ?? 0),
  paidFen: Number(r.paid_fen ?? 0),
  owedFen: Number(r.owed_fen ?? 0),
  overFen: Number(r.over_fen ?? 0),
});

/** Whoever works for the office has sums over all its cases by these. */
export type Grouping = 'worker' | 'employer' | 'project';
export const groupings: readonly Grouping[] = ['worker', 'employer', 'project'];

/** Columns of `recovered_case` by which its rows are grouped: a case belongs to one employer and one project. */
export const caseGroupings = ['employer', 'project'] as const satisfies readonly Grouping[];

/** The one respondent under whom a case's sums stand: the first employer, else the first party. */
export const leadingRespondent = (eb: ExpressionBuilder<Database, 'case_file'>) =>
  eb
    .selectFrom('respondent as party')
    .whereRef('party.case_id', '=', 'case_file.id')
    .where('party.standing', '=', 'party')
    .where('party.deleted_at', 'is', null)
    .orderBy((o) => o.case().when('party.capacity', '=', 'employer').then(0).else(1).end())
    .orderBy('party.position')
    .limit(1);

type Summed = 'recovery' | 'case_file' | 'case_member';
type Lines<O = object> = SelectQueryBuilder<Database, Summed, O>;

/** Every worker with sums, in cases and with workers that are not in the bin. */
function lines(db: ReadHandle): Lines {
  return db
    .selectFrom('recovery')
    .innerJoin('case_file', 'case_file.id', 'recovery.case_id')
    .innerJoin('case_member', 'case_member.id', 'recovery.member_id')
    .where('case_file.deleted_at', 'is', null)
    .where('case_member.deleted_at', 'is', null);
}

const summed = <O>(query: Lines<O>) =>
  query.select((eb) => sumColumns.map((name) => eb.fn.sum<number>(`recovery.${name}`).as(name)));

/** What the rows say of some cases, as `recovered_case` keeps it. */
export async function liveCases(db: ReadHandle, ids: readonly string[]): Promise<RecoveredCaseTable[]> {
  const rows = await summed(lines(db).where('case_file.id', 'in', ids))
    .select((eb) => [
      'case_file.id as case_id',
      'case_file.number as label',
      'case_file.status',
      leadingRespondent(eb).select('party.name').as('employer'),
      'case_file.project_name as project',
      eb.fn.countAll<number>().as('workers'),
    ])
    .groupBy('case_file.id')
    .execute();
  return rows.map((r) => ({ ...r, employer: r.employer ?? '', project: r.project ?? '' }) as never);
}

/** What the rows say of some groups, as `recovered_group` keeps it: one row for each status in which there is any. */
export async function liveGroups(
  db: ReadHandle,
  grouping: Grouping,
  keys: readonly string[],
): Promise<RecoveredGroupTable[]> {
  const parts = grouping === 'worker' ? await workerParts(db, keys) : await caseParts(db, grouping, keys);
  const found = new Map<string, RecoveredGroupTable>();
  for (const part of parts)
    for (const status of new Set(['all', part.status])) {
      const id = `${status}/${part.key}`;
      const before = found.get(id);
      found.set(id, before ? joined(before, part) : { ...part, grouping, status });
    }
  return [...found.values()];
}

type Part = Omit<RecoveredGroupTable, 'grouping'>;

/** A person stands in the directory or, in older files, only in the case: then the worker's own id is the key. */
async function workerParts(db: ReadHandle, keys: readonly string[]): Promise<Part[]> {
  const of = async (column: 'person_id' | 'id'): Promise<Part[]> => {
    let query = lines(db).where(`case_member.${column}`, 'in', keys);
    if (column === 'id') query = query.where('case_member.person_id', 'is', null);
    const rows = await summed(query)
      .select((eb) => [
        'case_file.status',
        `case_member.${column} as key`,
        eb.fn.max('case_member.name').as('label'),
        eb.fn.count<number>('case_file.id').distinct().as('cases'),
        eb.fn.countAll<number>().as('workers'),
      ])
      .groupBy([`case_member.${column}`, 'case_file.status'])
      .execute();
    return rows as never;
  };
  return [...(await of('person_id')), ...(await of('id'))];
}

async function caseParts(
  db: ReadHandle,
  grouping: (typeof caseGroupings)[number],
  keys: readonly string[],
): Promise<Part[]> {
  const rows = await db
    .selectFrom('recovered_case')
    .select((eb) => [
      'status',
      `${grouping} as key`,
      `${grouping} as label`,
      eb.fn.countAll<number>().as('cases'),
      eb.fn.sum<number>('workers').as('workers'),
      ...sumColumns.map((name) => eb.fn.sum<number>(name).as(name)),
    ])
    .where(grouping, 'in', keys)
    .groupBy([grouping, 'status'])
    .execute();
  return rows as never;
}

/** Two parts of one group; no case is in both. */
function joined(a: RecoveredGroupTable, b: Part): RecoveredGroupTable {
  const sum = { ...a, cases: a.cases + b.cases, workers: a.workers + b.workers };
  for (const name of sumColumns) sum[name] = a[name] + b[name];
  // As the database's own max() orders text.
  if (Buffer.compare(Buffer.from(b.label), Buffer.from(a.label)) > 0) sum.label = b.label;
  return sum;
}
