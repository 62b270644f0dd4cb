import type { Selectable } from 'kysely';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { CaseFileTable, CaseMemberTable } from './cases.table.ts';

export type CaseFileRow = CaseFileTable;
export type MemberRow = Selectable<CaseMemberTable>;

/** Lists of a case whose records carry a version of their own. */
export type RecordTable =
  | 'case_member'
  | 'respondent'
  | 'agent'
  | 'case_event'
  | 'evidence'
  | 'outcome'
  | 'payment'
  | 'hearing'
  | 'predate'
  | 'aid_record';

/** @throws AppError `not-found`. */
export async function loadCaseRow(db: ReadHandle, caseId: string): Promise<CaseFileRow> {
  const row = await db.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirst();
  if (!row || row.deleted_at !== null)
    throw new AppError('not-found', { details: { what: row ? 'case-in-bin' : 'case' } });
  return row;
}

export async function loadMemberRows(db: ReadHandle, caseId: string): Promise<MemberRow[]> {
  return db
    .selectFrom('case_member')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
}

export async function loadRespondentRows(db: ReadHandle, caseId: string) {
  return db
    .selectFrom('respondent')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
}

export async function loadAgentRows(db: ReadHandle, caseId: string) {
  return db
    .selectFrom('agent')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** Events of one day in the order of recording; a hearing stands at the day on which it was fixed. */
export async function loadEventRows(db: ReadHandle, caseId: string) {
  return db
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('set_on', 'date'))
    .orderBy('id')
    .execute();
}

/** The next free place in a list of a case; removed rows keep theirs, so that a restore finds it. */
export async function nextPosition(
  db: WriteHandle,
  table: 'case_member' | 'respondent' | 'agent',
  caseId: string,
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

/**
 * Marks rows of a case as removed, or brings them back.
 * @throws AppError `not-found` when one of them is not in the case or already is as wanted.
 */
export async function setRemoved(
  db: WriteHandle,
  table: RecordTable,
  caseId: string,
  ids: readonly string[],
  removedAt: string | null,
): Promise<void> {
  let touched = 0;
  // SQLite binds a bounded number of values in one statement.
  for (const part of portions(ids)) {
    const result = await db
      .updateTable(table)
      .set((eb) => ({ deleted_at: removedAt, version: eb('version', '+', 1) }))
      .where('case_id', '=', caseId)
      .where('id', 'in', part)
      .where('deleted_at', removedAt === null ? 'is not' : 'is', null)
      .executeTakeFirst();
    touched += Number(result.numUpdatedRows);
  }
  if (touched !== new Set(ids).size) throw new AppError('not-found', { details: { what: table } });
}

/**
 * Items, months and papers' facts of workers are kept beside the case that the worker is in: brings them along after a
 * worker was moved, or was moved back.
 */
export async function followMembers(db: WriteHandle, memberIds: readonly string[]): Promise<void> {
  for (const ids of portions(memberIds)) {
    for (const table of ['claim_item', 'member_wages', 'particular'] as const)
      await db
        .updateTable(table as 'claim_item')
        .set((eb) => ({
          case_id: eb
            .selectFrom('case_member')
            .select('case_member.case_id')
            .whereRef('case_member.id', '=', eb.ref(`${table}.member_id` as 'claim_item.member_id'))
            .$asScalar()
            .$notNull(),
        }))
        .where('member_id', 'in', ids)
        .execute();
  }
}
