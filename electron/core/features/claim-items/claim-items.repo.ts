import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type KeptResult, keptResultSchema } from '../../../../shared/features/claims/claims.contract.ts';
import {
  type WageMonthRecord,
  wageMonthRecordSchema,
} from '../../../../shared/features/claims/wage-months.schemas.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { ClaimItemTable } from './claim-items.table.ts';

const inputsSchema = z.record(z.string(), z.json());

/** An item as the core works with it. */
export interface StoredItem {
  readonly id: string;
  readonly memberId: string;
  readonly calculator: string;
  readonly inputs: z.output<typeof inputsSchema>;
  readonly method: string | null;
  readonly methodReason: string | null;
  /** Asked for: as typed, else as computed. */
  readonly amountFen: number | null;
  /** Null where nothing was computed, or the finding has no amount. */
  readonly computedFen: number | null;
  /** Typed in place of what was computed. */
  readonly claimedFen: number | null;
  readonly kept: KeptResult;
  readonly lawVersion: string;
  readonly computedOn: string;
}

function toItem(row: Selectable<ClaimItemTable>): StoredItem {
  return {
    id: row.id,
    memberId: row.member_id,
    calculator: row.calculator,
    inputs: inputsSchema.parse(JSON.parse(row.inputs)),
    method: row.method,
    methodReason: row.method_reason,
    amountFen: row.claimed_fen ?? row.amount_fen,
    computedFen: row.amount_fen,
    claimedFen: row.claimed_fen,
    kept: keptResultSchema.parse(JSON.parse(row.result)),
    lawVersion: row.law_version,
    computedOn: row.computed_on,
  };
}

/** Items of a case's workers in the order of adding. */
export async function loadItems(db: ReadHandle, caseId: string): Promise<StoredItem[]> {
  const rows = await db
    .selectFrom('claim_item')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toItem);
}

/** What each item asks for, and no more: the results behind are long. */
export async function loadItemAmounts(db: ReadHandle, caseId: string) {
  const rows = await db
    .selectFrom('claim_item')
    .select(['id', 'member_id', 'calculator', 'inputs', 'amount_fen', 'claimed_fen'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    calculator: row.calculator,
    inputs: inputsSchema.parse(JSON.parse(row.inputs)),
    amountFen: row.claimed_fen ?? row.amount_fen,
    computedFen: row.amount_fen,
    claimedFen: row.claimed_fen,
  }));
}

/** Marks items as removed or brings them back. @throws AppError `not-found` when one is not as expected. */
export async function setItemsRemoved(
  db: WriteHandle,
  caseId: string,
  ids: readonly string[],
  removedAt: string | null,
): Promise<void> {
  let touched = 0;
  // SQLite binds a bounded number of values in one statement.
  for (const part of portions(ids)) {
    const result = await db
      .updateTable('claim_item')
      .set({ deleted_at: removedAt })
      .where('case_id', '=', caseId)
      .where('id', 'in', part)
      .where('deleted_at', removedAt === null ? 'is not' : 'is', null)
      .executeTakeFirst();
    touched += Number(result.numUpdatedRows);
  }
  if (touched !== new Set(ids).size) throw new AppError('not-found', { details: { what: 'claim-item' } });
}

/** Entered months by worker; a worker without any is not in the map. */
export async function loadWages(db: ReadHandle, caseId: string): Promise<Map<string, WageMonthRecord[]>> {
  const rows = await db
    .selectFrom('member_wages')
    .select(['member_id', 'months'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((r) => [r.member_id, wageMonthRecordSchema.array().parse(JSON.parse(r.months))]));
}

/** Month tables of some workers, for the search. */
export async function loadWageRows(db: ReadHandle, memberIds: readonly string[]) {
  const rows = await db
    .selectFrom('member_wages')
    .innerJoin('case_member', 'case_member.id', 'member_wages.member_id')
    .select([
      'member_id',
      'member_wages.case_id',
      'months',
      'case_member.name',
      'case_member.deleted_at as gone_at',
    ])
    .where('member_id', 'in', memberIds)
    .where('member_wages.deleted_at', 'is', null)
    .execute();
  return rows.map((r) => ({
    memberId: r.member_id,
    caseId: r.case_id,
    memberName: r.name,
    memberGone: r.gone_at !== null,
    months: wageMonthRecordSchema.array().parse(JSON.parse(r.months)),
  }));
}

export async function saveWages(
  db: WriteHandle,
  caseId: string,
  memberId: string,
  months: readonly WageMonthRecord[],
  now: string,
): Promise<void> {
  if (months.length === 0) {
    await db
      .updateTable('member_wages')
      .set({ deleted_at: now })
      .where('member_id', '=', memberId)
      .where('deleted_at', 'is', null)
      .execute();
    return;
  }
  const row = { case_id: caseId, months: JSON.stringify(months), deleted_at: null };
  await db
    .insertInto('member_wages')
    .values({ member_id: memberId, ...row })
    .onConflict((oc) => oc.column('member_id').doUpdateSet(row))
    .execute();
}

/**
 * Keeps the sum of a worker's items beside the arrears, for lists that never read the items. The row that others look at
 * is another one then: its version moves, so that who types over the old sum is shown the new one.
 */
export async function saveItemSums(
  db: WriteHandle,
  caseId: string,
  sums: ReadonlyMap<string, number>,
): Promise<void> {
  const members = await db
    .selectFrom('case_member')
    .select(['id', 'items_fen'])
    .where('case_id', '=', caseId)
    .execute();
  for (const { id, items_fen } of members) {
    const sum = sums.get(id) ?? 0;
    if (sum !== items_fen)
      await db
        .updateTable('case_member')
        .set((eb) => ({ items_fen: sum, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
  }
}
