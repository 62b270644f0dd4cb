import type { MutationContext } from '../../kernel/context.ts';

type Reason = 'assigned' | 'family' | 'made';

/** Lets somebody see a case whose role sees only what is assigned to them. Sight that they already have stays as it is. */
export async function giveSight(
  ctx: MutationContext,
  userId: string,
  caseIds: readonly string[],
  reason: Reason,
): Promise<void> {
  for (const caseId of caseIds) {
    const has = await ctx.db
      .selectFrom('case_sight')
      .select('id')
      .where('case_id', '=', caseId)
      .where('user_id', '=', userId)
      .where('ended_on', 'is', null)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (has) continue;
    await ctx.db
      .insertInto('case_sight')
      .values({
        id: ctx.newId(),
        case_id: caseId,
        user_id: userId,
        reason,
        given_on: ctx.today,
        given_by: ctx.actor.userName,
        ended_on: null,
        deleted_at: null,
      })
      .execute();
  }
}

/** Ends somebody's sight of cases; that they had it stays on record. */
export async function endSight(
  ctx: MutationContext,
  userId: string,
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return;
  await ctx.db
    .updateTable('case_sight')
    .set({ ended_on: ctx.today })
    .where('user_id', '=', userId)
    .where('case_id', 'in', caseIds)
    .where('ended_on', 'is', null)
    .where('deleted_at', 'is', null)
    .execute();
}

/** A case that follows another one is seen by whoever sees that one. */
export async function followSight(ctx: MutationContext, fromCaseId: string, toCaseId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('case_sight')
    .select('user_id')
    .where('case_id', '=', fromCaseId)
    .where('ended_on', 'is', null)
    .where('deleted_at', 'is', null)
    .execute();
  for (const { user_id } of rows) await giveSight(ctx, user_id, [toCaseId], 'family');
}
