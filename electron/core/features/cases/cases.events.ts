import type { z } from 'zod';
import type { eventSchema } from '../../../../shared/features/cases/case.schemas.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { checkEvent, toCaseEvent, trackOfRow } from '../deadlines/index.ts';
import { fromEvent, toEvent } from './cases.mappers.ts';
import { loadCaseRow, loadEventRows } from './cases.repo.ts';

/**
 * Records an event of a case, or changes one, held against the procedure; the caller derives the case anew afterwards.
 * @returns its id.
 * @throws AppError `rule-violation` with `rule: event-refused`, `not-found`.
 */
export async function putEvent(
  ctx: MutationContext,
  caseId: string,
  eventId: string | null,
  event: z.output<typeof eventSchema>,
): Promise<string> {
  const row = await loadCaseRow(ctx.db, caseId);
  const id = eventId ?? ctx.newId();
  const events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
  const was = events.find((e) => e.id === id);
  const moved = was?.type !== event.type || was.date !== event.date || was.setOn !== event.setOn;
  const others = events.filter((e) => e.id !== id).map(toCaseEvent);
  // A note may be put right even where the step itself stands against the procedure.
  if (moved) checkEvent(trackOfRow(row), others, toCaseEvent({ id, ...event }), event.reason);
  if (eventId === null) {
    await ctx.db
      .insertInto('case_event')
      .values({ id, case_id: caseId, recorded_at: ctx.now, deleted_at: null, ...fromEvent(event) })
      .execute();
    return id;
  }
  const changed = await ctx.db
    .updateTable('case_event')
    .set((eb) => ({ ...fromEvent(event), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'event' } });
  return id;
}
