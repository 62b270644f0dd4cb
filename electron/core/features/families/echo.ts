import { canRecord, knowsEvent, routeOf } from '../../../../shared/law/index.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadCaseRow, loadEventRows, refreshCase, toEvent } from '../cases/index.ts';
import { toCaseEvent, trackOfRow } from '../deadlines/index.ts';
import { keepSources } from './families.repo.ts';

/** What cases that are heard together have in common: everything else each goes through by itself. */
const heardTogether = [
  'tribunal-formed',
  'hearing-set',
  'hearing-postponed',
  'hearing-held',
  'court-hearing-set',
  'court-hearing-postponed',
  'court-hearing-held',
];

/**
 * After an event of a case was recorded: the same fact is recorded in the cases of its family that it concerns, so that
 * nobody enters it twice. The step that begins a following procedure is one in the case before it, where it meets or
 * interrupts a limit; a hearing of a leading case is one of every case that is heard with it. A closed case is left alone,
 * and so is one whose procedure does not provide for it at that point.
 */
export async function echoRecorded(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  eventId: string,
): Promise<void> {
  const row = await ctx.db.selectFrom('case_event').selectAll().where('id', '=', eventId).executeTakeFirst();
  if (!row || row.deleted_at !== null) return;
  const links = await ctx.db
    .selectFrom('case_link')
    .selectAll()
    .where((eb) => eb.or([eb('case_id', '=', caseId), eb('to_case_id', '=', caseId)]))
    .where('deleted_at', 'is', null)
    .execute();
  const wanted = links.flatMap((link) => {
    if (link.kind === 'consolidated' && link.case_id === caseId && heardTogether.includes(row.type))
      return [{ linkId: link.id, caseId: link.to_case_id, type: row.type }];
    if (link.kind !== 'handover' || link.route === null || link.to_case_id !== caseId) return [];
    const { opening, mark } = routeOf(link.route);
    return opening === row.type && mark ? [{ linkId: link.id, caseId: link.case_id, type: mark }] : [];
  });
  if (wanted.length === 0) return;
  const { number } = await loadCaseRow(ctx.db, caseId);
  for (const { linkId, caseId: otherId, type } of wanted) {
    const other = await ctx.db
      .selectFrom('case_file')
      .selectAll()
      .where('id', '=', otherId)
      .executeTakeFirst();
    if (other?.status !== 'open') continue;
    const track = trackOfRow(other);
    const events = (await loadEventRows(ctx.db, otherId)).map(toEvent).map(toCaseEvent);
    const id = ctx.newId();
    const same = events.some((e) => e.type === type && (e.date === row.date || type !== row.type));
    if (same || !knowsEvent(track, type)) continue;
    if (!canRecord(track, events, toCaseEvent({ ...toEvent(row), id, type })).ok) continue;
    await ctx.db
      .insertInto('case_event')
      .values({
        ...row,
        id,
        case_id: otherId,
        type,
        note: number,
        reason: null,
        recorded_at: ctx.now,
        version: 1,
      })
      .execute();
    await keepSources(ctx.db, linkId, 'echo', new Map([[eventId, id]]));
    await refreshCase(ctx, law, otherId);
  }
}

/**
 * After an event was changed, removed or brought back: what follows it in other cases does the same.
 * @param retyped it is another event now: what followed the former one goes for good.
 */
export async function echoChanged(
  ctx: MutationContext,
  law: LawData,
  eventId: string,
  retyped: boolean,
): Promise<void> {
  const copies = await ctx.db
    .selectFrom('carried_record')
    .innerJoin('case_event', 'case_event.id', 'carried_record.copy_id')
    .innerJoin('case_file', 'case_file.id', 'case_event.case_id')
    .select(['case_event.id', 'case_event.case_id'])
    .where('carried_record.source_id', '=', eventId)
    .where('carried_record.kind', '=', 'echo')
    .where('case_file.status', '=', 'open')
    .execute();
  if (copies.length === 0) return;
  const row = await ctx.db
    .selectFrom('case_event')
    .selectAll()
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  for (const copy of copies) {
    await ctx.db
      .updateTable('case_event')
      .set((eb) => ({
        date: row.date,
        set_on: row.set_on,
        days: row.days,
        until_date: row.until_date,
        deleted_at: retyped ? ctx.now : row.deleted_at,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', copy.id)
      .execute();
    await refreshCase(ctx, law, copy.case_id);
  }
  if (retyped)
    await ctx.db
      .deleteFrom('carried_record')
      .where('source_id', '=', eventId)
      .where('kind', '=', 'echo')
      .execute();
}
