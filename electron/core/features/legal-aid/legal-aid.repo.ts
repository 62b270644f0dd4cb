import { type Selectable, sql } from 'kysely';
import {
  type AidKind,
  type AidLawyer,
  type AidRecord,
  type AidRecordOf,
  type AidStandard,
  type AidVisitRule,
  aidLawyerSchema,
  aidRecordSchema,
  aidStandardSchema,
  aidVisitRuleSchema,
} from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { VisitDays } from '../../../../shared/features/legal-aid/visit.rules.ts';
import { type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { loadOffice } from '../office/index.ts';
import type { AidRecordTable } from './legal-aid.table.ts';

export interface StoredAid {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly record: AidRecord;
  /** Events of the case that its days made, by what they tell. */
  readonly events: Readonly<Record<string, string>>;
  readonly title: string;
  readonly createdBy: string;
  readonly updatedBy: string;
}

function toStored(row: Selectable<AidRecordTable>): StoredAid {
  return {
    id: row.id,
    caseId: row.case_id,
    version: row.version,
    record: aidRecordSchema.parse(JSON.parse(row.body)),
    events: JSON.parse(row.events) as Record<string, string>,
    title: row.title,
    createdBy: row.created_by,
    updatedBy: row.updated_by,
  };
}

/** Steps of a case in the order of their days; those in the bin are left out. */
export async function loadAid(db: ReadHandle, caseId: string): Promise<StoredAid[]> {
  const rows = await db
    .selectFrom('aid_record')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('on_date')
    .orderBy('id')
    .execute();
  return rows.map(toStored);
}

/** What still asks for something, as the indexes of the lists say it (migrations 0224 and 0235). */
const pendingOf = {
  /** Not paid. */
  subsidy: sql<boolean>`aid_record.kind = 'subsidy' and json_extract(body, '$.paidOn') is null`,
  /** Whose follow-up is not done. */
  visit: sql<boolean>`aid_record.kind = 'visit' and json_extract(body, '$.followUpDoneOn') is null`,
  /** Not ended. */
  assignment: sql<boolean>`aid_record.kind = 'assignment' and json_extract(aid_record.body, '$.endedOn') is null`,
} as const;
/** Of an assignment that is not ended. */
export const assignmentStands = pendingOf.assignment;
const followUp = sql<string | null>`json_extract(body, '$.followUpOn')`;

const inSight = (db: ReadHandle, kind: keyof typeof pendingOf) =>
  db
    .selectFrom('aid_record')
    .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
    .where(pendingOf[kind])
    .where('aid_record.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null);

const approvedOn = sql<string | null>`json_extract(body, '$.approvedOn')`;

const unpaid = (db: ReadHandle, approved: boolean, most: number) =>
  inSight(db, 'subsidy')
    // A comparison, because for `is not null` the index would be passed over.
    .where(approvedOn, approved ? '>' : 'is', approved ? '' : null)
    .orderBy('aid_record.id')
    .limit(most);

/** Subsidies that are not paid, approved or not, of cases in sight and not in the bin; at most so many. */
export async function loadUnpaid(db: ReadHandle, approved: boolean, most: number): Promise<StoredAid[]> {
  return (await unpaid(db, approved, most).selectAll('aid_record').execute()).map(toStored);
}

const toFollow = (db: ReadHandle, until: PlainDate, most: number) =>
  inSight(db, 'visit')
    .where(followUp, '>', '')
    .where(followUp, '<=', until)
    .where('case_file.status', '=', 'open')
    .where('case_file.track', '=', 'legal-aid')
    .orderBy(followUp)
    .orderBy('aid_record.id')
    .limit(most);

/** Visits of open cases whose follow-up falls on or before a day, the earliest first, at most so many. */
export async function loadToFollow(db: ReadHandle, until: PlainDate, most: number): Promise<StoredAid[]> {
  return (await toFollow(db, until, most).selectAll('aid_record').execute()).map(toStored);
}

/** How many those lists have, counted no further than `most`. */
export async function countPending(
  db: ReadHandle,
  until: PlainDate,
  most: number,
): Promise<{ toApprove: number; toPay: number; toFollow: number }> {
  const count = async (rows: ReturnType<typeof unpaid>): Promise<number> => {
    const row = await db
      .selectFrom(rows.select('aid_record.id').as('pending'))
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return {
    toApprove: await count(unpaid(db, false, most)),
    toPay: await count(unpaid(db, true, most)),
    toFollow: await count(toFollow(db, until, most)),
  };
}

/** Of each open case in a lawyer's hands the days from which its next visit is counted. */
export async function loadVisitDays(db: ReadHandle): Promise<(VisitDays & { readonly caseId: string })[]> {
  const rows = await db
    .selectFrom('case_file')
    .innerJoin('aid_record', 'aid_record.case_id', 'case_file.id')
    .select([
      'case_file.id',
      sql<string | null>`min(case when ${pendingOf.assignment} then aid_record.on_date end)`.as('assigned'),
      sql<string | null>`max(case when aid_record.kind = 'engagement' then aid_record.on_date end)`.as(
        'signed',
      ),
      sql<string | null>`max(case when aid_record.kind = 'visit' then aid_record.on_date end)`.as('visited'),
    ])
    .where('case_file.status', '=', 'open')
    .where('case_file.track', '=', 'legal-aid')
    .where('case_file.stage', 'in', ['urgent', 'assigned', 'active'])
    .where('case_file.deleted_at', 'is', null)
    .where('aid_record.deleted_at', 'is', null)
    .groupBy('case_file.id')
    .execute();
  const day = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
  return rows.map((r) => ({
    caseId: r.id,
    assigned: day(r.assigned),
    signed: day(r.signed),
    visited: day(r.visited),
  }));
}

/** Whose assignment stands in each of these cases: the lawyer, and what the assignment is called. */
export async function loadStanding(
  db: ReadHandle,
  caseIds: readonly string[],
): Promise<{ caseId: string; lawyerId: string | null; title: string }[]> {
  const found: { caseId: string; lawyerId: string | null; title: string }[] = [];
  for (const part of portions(caseIds))
    found.push(
      ...(await db
        .selectFrom('aid_record')
        .select(['case_id as caseId', 'lawyer_id as lawyerId', 'title'])
        .where('case_id', 'in', part)
        .where(pendingOf.assignment)
        .where('deleted_at', 'is', null)
        .orderBy('id')
        .execute()),
    );
  return found;
}

/** Of each lawyer the cases still open, with their workers, and the day of the last assignment. */
export async function loadLoads(
  db: ReadHandle,
  lawyerIds: readonly string[],
): Promise<Map<string, { readonly open: { readonly workers: number }[]; readonly last: PlainDate | null }>> {
  const found = new Map<string, { open: { workers: number }[]; last: PlainDate | null }>();
  // Cases of a size are counted where they lie: hundreds of them need not be read to be weighed.
  const sizes = await db
    .selectFrom('aid_record')
    .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
    .select((eb) => [
      'aid_record.lawyer_id',
      'case_file.applicant_count as workers',
      eb.fn.count<number>('case_file.id').distinct().as('cases'),
    ])
    .where(pendingOf.assignment)
    .where('aid_record.lawyer_id', 'in', lawyerIds)
    .where('aid_record.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .where('case_file.status', '=', 'open')
    .groupBy(['aid_record.lawyer_id', 'case_file.applicant_count'])
    .execute();
  for (const id of lawyerIds) {
    const last = await db
      .selectFrom('aid_record')
      .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
      .select((eb) => eb.fn.max('aid_record.on_date').as('on'))
      .where('aid_record.kind', '=', 'assignment')
      .where('aid_record.lawyer_id', '=', id)
      .where('aid_record.deleted_at', 'is', null)
      .where('case_file.deleted_at', 'is', null)
      .executeTakeFirst();
    const open = sizes.flatMap((s) =>
      s.lawyer_id === id ? Array.from({ length: s.cases }, () => ({ workers: s.workers })) : [],
    );
    found.set(id, { open, last: last?.on ? plainDate(last.on) : null });
  }
  return found;
}

/** All steps of some kinds in all cases that are in sight and not in the bin. */
export async function loadAidOf(db: ReadHandle, kinds: readonly AidKind[]): Promise<StoredAid[]> {
  const rows = await db
    .selectFrom('aid_record')
    .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
    .selectAll('aid_record')
    .where('aid_record.kind', 'in', kinds)
    .where('aid_record.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .orderBy('aid_record.id')
    .execute();
  return rows.map(toStored);
}

/** The newest step of a kind. */
export function latest<K extends AidKind>(
  records: readonly { readonly record: AidRecord }[],
  kind: K,
): AidRecordOf<K> | null {
  const found = records.filter((r) => r.record.kind === kind).at(-1)?.record;
  return (found as AidRecordOf<K> | undefined) ?? null;
}

/** Assignments that stand. */
export const standing = (records: readonly StoredAid[]): AidRecordOf<'assignment'>[] =>
  records.flatMap(({ record }) => (record.kind === 'assignment' && record.endedOn === null ? [record] : []));

/** How often the office looks in on its cases; null while it has no rule. */
export async function loadVisitRule(db: ReadHandle): Promise<AidVisitRule | null> {
  const { aid_visits } = await loadOffice(db);
  return aid_visits === null ? null : aidVisitRuleSchema.parse(JSON.parse(aid_visits));
}

export type StoredLawyer = AidLawyer & {
  readonly id: string;
  readonly version: number;
  /** Their account can no longer open the office. */
  readonly left: boolean;
};
export type StoredStandard = AidStandard & { readonly id: string; readonly version: number };

export async function loadLawyers(db: ReadHandle): Promise<StoredLawyer[]> {
  const rows = await db
    .selectFrom('aid_lawyer')
    .leftJoin('app_user', 'app_user.id', 'aid_lawyer.user_id')
    .selectAll('aid_lawyer')
    .select('app_user.deactivated_at as left_at')
    .where('aid_lawyer.deleted_at', 'is', null)
    .orderBy('aid_lawyer.id')
    .execute();
  return rows.map((r) => ({
    ...aidLawyerSchema.parse(JSON.parse(r.body)),
    id: r.id,
    version: r.version,
    left: r.left_at !== null,
  }));
}

/** Lawyers who were taken off the roll: their assignments may stand yet. */
export async function loadRemovedLawyers(db: ReadHandle): Promise<string[]> {
  const rows = await db.selectFrom('aid_lawyer').select('id').where('deleted_at', 'is not', null).execute();
  return rows.map((r) => r.id);
}

/** Cases in which an assignment of one of these lawyers stands. */
export async function loadCasesOf(db: ReadHandle, lawyerIds: readonly string[]): Promise<string[]> {
  if (lawyerIds.length === 0) return [];
  const rows = await db
    .selectFrom('aid_record')
    .select('case_id')
    .distinct()
    .where('lawyer_id', 'in', lawyerIds)
    .where(pendingOf.assignment)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((r) => r.case_id);
}

export async function loadStandards(db: ReadHandle): Promise<StoredStandard[]> {
  const rows = await db
    .selectFrom('aid_standard')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((r) => ({
    ...aidStandardSchema.parse(JSON.parse(r.body)),
    id: r.id,
    version: r.version,
  }));
}

/** @throws AppError `not-found`, `conflict`. */
export async function loadForChange(
  db: ReadHandle,
  table: 'aid_lawyer' | 'aid_standard',
  id: string,
  expectedVersion: number,
): Promise<{ version: number; user_id?: string | null }> {
  const row = await db
    .selectFrom(table as 'aid_lawyer')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: table } });
  if (row.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  return row;
}
