import type { z } from 'zod';
import type { evidenceSchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { evidenceContract } from '../../../../shared/features/evidence/evidence.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkRecord, refreshCase, setRemoved } from '../cases/index.ts';
import { listEvidence } from './index.ts';

type Item = z.output<typeof evidenceSchema>;

export function evidenceHandlers(law: LawSource): Handlers<typeof evidenceContract> {
  async function finish(ctx: MutationContext, caseId: string, id: string) {
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, { evidence: id });
    return { version };
  }
  return {
    'evidence.list': (ctx, { caseId }) => listEvidence(ctx.db, caseId),
    async 'evidence.save'(ctx, input) {
      const { caseId, evidenceId, item } = input;
      await checkRecord(ctx.db, 'evidence', input, evidenceId);
      const id = evidenceId ?? ctx.newId();
      if (evidenceId === null) {
        const last = await ctx.db
          .selectFrom('evidence')
          .select((eb) => eb.fn.max('number').as('last'))
          .where('case_id', '=', caseId)
          .executeTakeFirst();
        await ctx.db
          .insertInto('evidence')
          .values({
            id,
            case_id: caseId,
            number: Number(last?.last ?? 0) + 1,
            deleted_at: null,
            ...toRow(item),
          })
          .execute();
      } else {
        const result = await ctx.db
          .updateTable('evidence')
          .set((eb) => ({ ...toRow(item), version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .where('case_id', '=', caseId)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'evidence' } });
      }
      return { ...(await finish(ctx, caseId, id)), id };
    },
    async 'evidence.remove'(ctx, input) {
      const { caseId, evidenceId } = input;
      await checkRecord(ctx.db, 'evidence', input, evidenceId);
      await setRemoved(ctx.db, 'evidence', caseId, [evidenceId], ctx.now);
      return finish(ctx, caseId, evidenceId);
    },
    async 'evidence.restore'(ctx, input) {
      const { caseId, evidenceId } = input;
      await checkRecord(ctx.db, 'evidence', input, evidenceId);
      await setRemoved(ctx.db, 'evidence', caseId, [evidenceId], null);
      return finish(ctx, caseId, evidenceId);
    },
  };
}

function toRow(item: Item) {
  return {
    item_group: item.group,
    name: item.name,
    kind: item.kind,
    form: item.form,
    copies: item.copies,
    pages: item.pages,
    source: item.source,
    proves: item.proves,
    holder: item.holder,
    covers: item.covers === null ? null : JSON.stringify(item.covers),
  };
}
