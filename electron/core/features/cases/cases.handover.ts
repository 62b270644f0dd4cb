import type { z } from 'zod';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { casesContract } from '../../../../shared/features/cases/cases.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { checkVersion, handlerName, refreshCase } from './cases.service.ts';

type HandOver = (typeof casesContract)['cases.handOver'];

/**
 * Gives cases to another handler, and with each case the open tasks in it of whoever had it. All or none.
 * @throws AppError `permission-denied` for somebody who sees assigned cases only, `invalid-input` naming `toId`,
 * `conflict`, `not-found`, `rule-violation` for a closed case.
 */
export async function handOverCases(
  ctx: MutationContext,
  law: LawData,
  { cases, toId }: z.output<HandOver['input']>,
): Promise<z.output<HandOver['output']>> {
  // Who hands a case on would lose sight of it, and give somebody else sight that is not theirs to give.
  if (seesAssignedOnly(ctx.actor.role)) throw new AppError('permission-denied');
  const name = await handlerName(ctx.db, toId).catch(() => {
    throw fieldError('toId', 'user-unknown');
  });
  let tasks = 0;
  for (const { caseId, expectedVersion } of cases) {
    const row = await checkVersion(ctx.db, caseId, expectedVersion);
    if (row.handler_id === toId) continue;
    await ctx.db
      .updateTable('case_file')
      .set({ handler_id: toId, handler_name: name })
      .where('id', '=', caseId)
      .execute();
    const moved = await ctx.db
      .updateTable('task')
      .set((eb) => ({ assignee_id: toId, version: eb('version', '+', 1) }))
      .where('case_id', '=', caseId)
      .where('assignee_id', '=', row.handler_id)
      .where('done_at', 'is', null)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    tasks += Number(moved.numUpdatedRows);
    await refreshCase(ctx, law, caseId);
    await ctx.breathe();
  }
  const [only] = cases;
  ctx.about(cases.length === 1 ? (only?.caseId ?? null) : null, {
    to: toId,
    cases: cases.map((c) => c.caseId),
    tasks,
  });
  ctx.changed('task', '');
  return { cases: cases.length, tasks };
}
