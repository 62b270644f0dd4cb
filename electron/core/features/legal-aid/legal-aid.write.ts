import type { AidRecord } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { settleSight } from './legal-aid.assign.ts';
import { recordAidDays } from './legal-aid.events.ts';
import { loadLawyers, type StoredAid } from './legal-aid.repo.ts';

/** The day under which a step stands. */
function dayOf(r: AidRecord): string {
  switch (r.kind) {
    case 'application':
      return r.receivedOn;
    case 'means':
      return r.assessedOn;
    case 'decision':
      return r.decidedOn;
    case 'objection':
      return r.objectedOn;
    case 'assignment':
      return r.assignedOn;
    case 'engagement':
      return r.signedOn;
    case 'visit':
      return r.visitedOn;
    case 'subsidy':
      return r.approvedOn ?? '9999-12-31';
    case 'closing':
      return r.resultOn;
  }
}

/**
 * Keeps a step of a case, new or in place of what it was, with the events that its days make and the sight that an
 * assignment gives or ends. The case is refreshed by whoever calls.
 * @param reason why a day is recorded although the procedure does not provide for it.
 * @returns its id, and what changed of sight, for the record.
 * @throws AppError `rule-violation` with `rule: event-refused`.
 */
export async function putAid(
  ctx: MutationContext,
  caseId: string,
  before: StoredAid | null,
  record: AidRecord,
  reason: string | null,
): Promise<{ readonly id: string; readonly sight: Readonly<Record<string, unknown>> }> {
  const events = await recordAidDays(ctx, caseId, record, before?.events ?? {}, reason);
  const lawyerId = record.kind === 'assignment' ? record.lawyerId : null;
  const lawyer = (await loadLawyers(ctx.db)).find((l) => l.id === lawyerId)?.name;
  const columns = {
    kind: record.kind,
    title: lawyer ?? dayOf(record).replace('9999-12-31', ctx.today),
    on_date: dayOf(record),
    lawyer_id: lawyerId,
    body: JSON.stringify(record),
    events: JSON.stringify(events),
    updated_by: ctx.actor.userName,
  };
  const id = before?.id ?? ctx.newId();
  if (before)
    await ctx.db
      .updateTable('aid_record')
      .set({ ...columns, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else
    await ctx.db
      .insertInto('aid_record')
      .values({ id, case_id: caseId, ...columns, created_by: ctx.actor.userName, deleted_at: null })
      .execute();
  const was = before?.record.kind === 'assignment' ? before.record : null;
  return { id, sight: record.kind === 'assignment' ? await settleSight(ctx, caseId, was, record) : {} };
}
