import type { Selectable } from 'kysely';
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
import { AppError } from '../../../../shared/kernel/errors.ts';
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

export type StoredLawyer = AidLawyer & { readonly id: string; readonly version: number };
export type StoredStandard = AidStandard & { readonly id: string; readonly version: number };

export async function loadLawyers(db: ReadHandle): Promise<StoredLawyer[]> {
  const rows = await db
    .selectFrom('aid_lawyer')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((r) => ({
    ...aidLawyerSchema.parse(JSON.parse(r.body)),
    id: r.id,
    version: r.version,
  }));
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
