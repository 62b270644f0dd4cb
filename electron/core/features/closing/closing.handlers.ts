import type { closingContract } from '../../../../shared/features/closing/closing.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkVersion, refreshCase } from '../cases/index.ts';
import { checkClosing, loadTicks } from './closing.check.ts';

export function closingHandlers(law: LawSource): Handlers<typeof closingContract> {
  return {
    'closing.check': (ctx, { caseId }) => checkClosing(ctx.db, law.current, caseId, ctx.today),

    async 'closing.tick'(ctx, { caseId, expectedVersion, item, done, note }) {
      const { db } = ctx;
      await checkVersion(db, caseId, expectedVersion);
      const { items } = await checkClosing(db, law.current, caseId, ctx.today);
      if (!items.find((i) => i.id === item)?.tickable)
        throw new AppError('rule-violation', { details: { rule: 'tick-not-possible' } });
      const old = (await loadTicks(db, caseId)).filter((t) => t.item === item);
      for (const { id } of old)
        await db.updateTable('closing_tick').set({ deleted_at: ctx.now }).where('id', '=', id).execute();
      if (done)
        await db
          .insertInto('closing_tick')
          .values({
            id: ctx.newId(),
            case_id: caseId,
            item,
            note,
            done_on: ctx.today,
            done_by: ctx.actor.userName,
            deleted_at: null,
          })
          .execute();
      ctx.about(caseId, { item, done });
      return { version: await refreshCase(ctx, law.current, caseId) };
    },

    async 'closing.close'(ctx, { caseId, expectedVersion, closedOn, note }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const { items } = await checkClosing(ctx.db, law.current, caseId, ctx.today);
      const left = items.filter((i) => i.state === 'open').map((i) => i.id);
      if (left.length > 0 && note === null) throw fieldError('note', 'closing-reason-needed');
      await ctx.db
        .insertInto('case_closing')
        .values({
          id: ctx.newId(),
          case_id: caseId,
          closed_on: closedOn,
          note,
          open_items: JSON.stringify(left),
          closed_by: ctx.actor.userName,
          reopened_on: null,
          reopened_by: null,
          reopen_reason: null,
          deleted_at: null,
        })
        .execute();
      await ctx.db.updateTable('case_file').set({ status: 'closed' }).where('id', '=', caseId).execute();
      ctx.about(caseId, { closedOn, open: left });
      return { version: await refreshCase(ctx, law.current, caseId) };
    },

    async 'closing.reopen'(ctx, { caseId, expectedVersion, reason }) {
      const { db } = ctx;
      const row = await checkVersion(db, caseId, expectedVersion, { allowClosed: true });
      if (row.status !== 'closed') throw new AppError('rule-violation', { details: { rule: 'case-open' } });
      const last = await db
        .selectFrom('case_closing')
        .select('id')
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .where('reopened_on', 'is', null)
        .orderBy('id', 'desc')
        .executeTakeFirst();
      if (last)
        await db
          .updateTable('case_closing')
          .set({ reopened_on: ctx.today, reopened_by: ctx.actor.userName, reopen_reason: reason })
          .where('id', '=', last.id)
          .execute();
      await db.updateTable('case_file').set({ status: 'open' }).where('id', '=', caseId).execute();
      ctx.about(caseId, { reason });
      return { version: await refreshCase(ctx, law.current, caseId) };
    },
  };
}
