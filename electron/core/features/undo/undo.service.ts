import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { RowImage, WatchedTable } from '../../db/changes.ts';
import { portions } from '../../db/portions.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { followMembers, loadAgentRows, refreshCase, retireCase } from '../cases/index.ts';
import { settleItemSums } from '../claim-items/index.ts';
import { caseIdOf, currentRows, isAsLeft } from './undo.rows.ts';
import type { UndoActTable, UndoRowTable } from './undo.table.ts';

const refuse = (rule: string): AppError => new AppError('rule-violation', { details: { rule } });

/**
 * Puts every row of an act back as it was. All or nothing: one row that was changed again since, and nothing is touched.
 * @returns the cases that were touched.
 */
export async function undoAct(ctx: MutationContext, law: LawData, act: UndoActTable): Promise<string[]> {
  const { db } = ctx;
  if (act.undone_at !== null) throw refuse('already-undone');
  const rows = await db
    .selectFrom('undo_row')
    .selectAll()
    .where('act_id', '=', act.id)
    .orderBy('seq')
    .execute();
  const cases = new Set<string>();
  for (const table of new Set(rows.map((r) => r.tbl as WatchedTable)))
    for (const id of await putBack(ctx, table, rows)) cases.add(id);
  // Only now: a record that is put back by itself must stand as the act left it.
  await followMembers(
    db,
    rows.filter((r) => r.tbl === 'case_member').map((r) => r.row_id),
  );
  await db
    .updateTable('undo_act')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.userName })
    .where('id', '=', act.id)
    .execute();
  const own = new Set(rows.filter((r) => r.tbl === 'case_file').map((r) => r.row_id));
  for (const caseId of cases) await settleCase(ctx, law, caseId, own.has(caseId), afterClosing.has(act.verb));
  return [...cases];
}

async function putBack(
  ctx: MutationContext,
  table: WatchedTable,
  all: readonly UndoRowTable[],
): Promise<Set<string>> {
  const rows = all.filter((r) => r.tbl === table);
  const current = await currentRows(
    ctx.db,
    table,
    rows.map((r) => r.row_id),
  );
  const cases = new Set<string>();
  for (const row of rows) {
    const now = current.get(row.row_id);
    if (!now) throw refuse('gone-for-good');
    const before = row.before === null ? null : (JSON.parse(row.before) as RowImage);
    if (!isAsLeft(table, now, before, row.after_hash)) throw refuse('changed-since');
    // A record may have been moved to another case, or hang on a person and on none.
    for (const caseId of [caseIdOf(table, now), before && caseIdOf(table, { ...now, ...before })])
      if (caseId !== null) cases.add(caseId);
    // A case in the bin is on no list.
    const gone = { deleted_at: ctx.now, ...(table === 'case_file' && { status: 'removed' }) };
    const { id: _, ...values }: RowImage = before ?? gone;
    await ctx.db
      .updateTable(table as 'case_file')
      // A version never goes back: whoever has the row open must notice that it is another one.
      .set({
        ...values,
        ...(table !== 'case_file' && 'version' in now && { version: Number(now.version) + 1 }),
      } as never)
      .where('id', '=', row.row_id)
      .execute();
  }
  if (table === 'case_file') await followHandlers(ctx, [...current.keys()]);
  return cases;
}

/** A case shows its handler by the name that the account has now. */
async function followHandlers(ctx: MutationContext, caseIds: readonly string[]): Promise<void> {
  for (const part of portions(caseIds))
    await ctx.db
      .updateTable('case_file')
      .from('app_user')
      .set((eb) => ({ handler_name: eb.ref('app_user.name') }))
      .whereRef('app_user.id', '=', 'case_file.handler_id')
      .whereRef('app_user.name', '!=', 'case_file.handler_name')
      .where('case_file.id', 'in', part)
      .execute();
}

/** Done in closed cases too, whose stage and dates they do not touch: a subsidy is paid after its file is accepted. */
const afterClosing: ReadonlySet<string> = new Set(['aid.subsidies-settled']);

/** Stage, dates and sums follow from what is there now. */
async function settleCase(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  isOwn: boolean,
  mayBeClosed: boolean,
): Promise<void> {
  const file = await ctx.db
    .selectFrom('case_file')
    .select(['status', 'deleted_at'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (!file) throw refuse('gone-for-good');
  if (file.deleted_at !== null) {
    if (!isOwn) throw refuse('case-in-bin');
    await retireCase(ctx, law, caseId);
    return;
  }
  if (file.status === 'closed' && mayBeClosed) {
    ctx.changed('case', caseId);
    return;
  }
  if (file.status === 'closed' && !isOwn) throw refuse('case-closed');
  if ((await loadAgentRows(ctx.db, caseId)).length > 2) throw fieldError('agents', 'agents-at-most-two');
  await settleItemSums(ctx, caseId);
  await refreshCase(ctx, law, caseId);
  ctx.changed('document', caseId);
}
