import type { tasksContract } from '../../../../shared/features/tasks/tasks.contract.ts';
import { timeCauses } from '../../../../shared/features/tasks/time-causes.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import { loadForChange, openCase } from './tasks.repo.ts';

type Own = 'time.list' | 'time.save' | 'time.remove';

const minutesOfDay = 1440;

export const timeHandlers: Pick<Handlers<typeof tasksContract>, Own> = {
  async 'time.list'(ctx, { caseId }) {
    const rows = await ctx.db
      .selectFrom('time_entry')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('deleted_at', 'is', null)
      .orderBy('worked_on', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const entries = rows.map((r) => ({
      id: r.id,
      workedOn: r.worked_on as PlainDate,
      minutes: r.minutes,
      cause: timeCauses.find((c) => c === r.cause) ?? ('other' as const),
      detail: r.detail,
      userId: r.user_id,
      userName: r.user_name,
      version: r.version,
    }));
    const sum = (cause: string): number =>
      entries.reduce((total, e) => (e.cause === cause ? total + e.minutes : total), 0);
    return {
      entries,
      totals: timeCauses.map((cause) => ({ cause, minutes: sum(cause) })).filter((t) => t.minutes > 0),
    };
  },

  async 'time.save'(ctx, { id, expectedVersion, caseId, workedOn, minutes, cause, detail }) {
    await openCase(ctx.db, caseId);
    const before = id === null ? null : await loadForChange(ctx.db, 'time_entry', id, expectedVersion);
    if (before) assertOwn(ctx, before);
    if (workedOn > ctx.today) throw fieldError('workedOn', 'date-in-future');
    const made = id ?? ctx.newId();
    await assertDayHasRoom(ctx, workedOn, minutes, made);
    const fields = { worked_on: workedOn, minutes, cause, detail };
    if (before)
      await ctx.db
        .updateTable('time_entry')
        .set({ ...fields, version: before.version + 1 })
        .where('id', '=', made)
        .execute();
    else
      await ctx.db
        .insertInto('time_entry')
        .values({
          id: made,
          case_id: caseId,
          ...fields,
          user_id: ctx.actor.userId,
          user_name: ctx.actor.userName,
          deleted_at: null,
        })
        .execute();
    ctx.about(caseId, { entry: made, minutes });
    ctx.changed('task', caseId);
    return { id: made, version: before ? before.version + 1 : 1 };
  },

  async 'time.remove'(ctx, { id, expectedVersion }) {
    const row = await loadForChange(ctx.db, 'time_entry', id, expectedVersion);
    if (ctx.actor.role !== 'manager') assertOwn(ctx, row);
    await ctx.db
      .updateTable('time_entry')
      .set({ deleted_at: ctx.now, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    ctx.about(row.case_id, { entry: id });
    ctx.changed('task', row.case_id);
    return {};
  },
};

function assertOwn(ctx: MutationContext, row: { readonly user_id: string }): void {
  if (row.user_id !== ctx.actor.userId)
    throw new AppError('rule-violation', { details: { rule: 'not-the-author' } });
}

/** Nobody works more than a day in a day, whatever the number of cases. */
async function assertDayHasRoom(
  ctx: MutationContext,
  day: PlainDate,
  minutes: number,
  except: string,
): Promise<void> {
  const { sum } = await ctx.db
    .selectFrom('time_entry')
    .select((eb) => eb.fn.sum('minutes').as('sum'))
    .where('user_id', '=', ctx.actor.userId)
    .where('worked_on', '=', day)
    .where('id', '!=', except)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(sum ?? 0) + minutes > minutesOfDay) throw fieldError('minutes', 'minutes-of-day');
}
