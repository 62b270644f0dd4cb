import { eventSchema } from '../../../../shared/features/cases/case.schemas.ts';
import { type HearingKind, hearingLaw } from '../../../../shared/features/hearings/hearings.rules.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { noteEntries } from '../calendar/index.ts';
import { type CaseFileRow, putEvent, refreshCase, setRemoved } from '../cases/index.ts';
import { trackOfRow } from '../deadlines/index.ts';
import { echoChanged, echoRecorded } from '../families/index.ts';
import { loadOffice } from '../office/index.ts';
import { checkHearing } from './hearings.check.ts';
import { fromHearing, type HearingData, kindOf, listOf, movedFor } from './hearings.mappers.ts';
import type { HearingTable } from './hearings.table.ts';

const refuse = (rule: string, details: Record<string, string> = {}): AppError =>
  new AppError('rule-violation', { details: { rule, ...details } });

/** @throws AppError `rule-violation` with `rule: hearing-settled` once it was held, put off or cancelled. */
export function assertScheduled(row: HearingTable): void {
  if (row.state !== 'scheduled') throw refuse('hearing-settled');
}

/** @throws AppError `rule-violation` with `rule: hearing-clash`, naming the first, unless the person accepts it. */
export async function assertFree(
  ctx: MutationContext,
  law: LawData,
  file: CaseFileRow,
  hearing: HearingData,
  own: HearingTable | null,
  accept: boolean,
): Promise<void> {
  if (hearing.roomId !== null) {
    const room = await ctx.db
      .selectFrom('room')
      .select('deleted_at')
      .where('id', '=', hearing.roomId)
      .executeTakeFirst();
    if (!room || (room.deleted_at !== null && own?.room_id !== hearing.roomId))
      throw fieldError('roomId', 'room-unknown');
  }
  if (accept) return;
  const { region_code: region } = await loadOffice(ctx.db);
  const { findings } = await checkHearing(
    { db: ctx.db, office: wholeOffice(ctx).db },
    { ...law, region },
    {
      caseId: file.id,
      hearingId: own?.id ?? null,
      track: trackOfRow(file),
      hearing,
      noticeOn: own?.notice_on ?? null,
      today: ctx.today,
    },
  );
  const clash = findings.find((f) => f.severity === 'clash');
  if (clash) throw refuse('hearing-clash', { clash: clash.code });
}

interface Procedure {
  /** False: the case's procedure does not hear of it. */
  readonly record: boolean;
  readonly reason: string | null;
}

const eventOf = (type: string, date: string, more: Record<string, unknown> = {}) =>
  eventSchema.parse({ type, date, ...more });

/** Sets a hearing down, with its event. @returns its id. */
export async function createHearing(
  ctx: MutationContext,
  file: CaseFileRow,
  hearing: HearingData,
  procedure: Procedure,
  followsId: string | null,
): Promise<string> {
  const id = ctx.newId();
  const { set } = hearingLaw(trackOfRow(file), hearing.kind);
  const setEvent =
    set && procedure.record
      ? await putEvent(
          ctx,
          file.id,
          null,
          eventOf(set, hearing.date, { setOn: ctx.today, reason: procedure.reason }),
        )
      : null;
  await ctx.db
    .insertInto('hearing')
    .values({
      id,
      case_id: file.id,
      ...fromHearing(hearing),
      state: 'scheduled',
      set_on: ctx.today,
      notice_on: null,
      reason: null,
      follows_id: followsId,
      set_event_id: setEvent,
      notice_event_id: null,
      result_event_ids: '[]',
      results: '[]',
      attendance: '[]',
      handler_id: file.handler_id,
      track: file.track,
      sequence: 0,
      created_at: ctx.now,
      created_by: ctx.actor.userName,
      updated_at: ctx.now,
      version: 1,
      deleted_at: null,
    })
    .execute();
  await noteEntries(ctx, file.id, [
    { kind: 'hearing', ref: hearing.kind, trigger: null, due: hearing.date, before: null },
  ]);
  return id;
}

/** Changes one that is still to come. A day whose notice has gone out is put off, not moved. */
export async function changeHearing(
  ctx: MutationContext,
  file: CaseFileRow,
  row: HearingTable,
  hearing: HearingData,
  procedure: Procedure,
): Promise<void> {
  assertScheduled(row);
  const track = trackOfRow(file);
  const { set, notice } = hearingLaw(track, hearing.kind);
  if (row.date !== hearing.date || row.start_time !== hearing.start || row.kind !== hearing.kind) {
    const served = row.notice_on ?? (await servedSince(ctx, file.id, notice, row));
    if (served !== null) throw refuse('hearing-notice-served', { on: served });
  }
  let setEvent = row.set_event_id;
  if (set && procedure.record)
    setEvent = await putEvent(
      ctx,
      file.id,
      row.set_event_id,
      eventOf(set, hearing.date, { setOn: row.set_on, reason: procedure.reason }),
    );
  else if (setEvent !== null) {
    await dropEvents(ctx, file.id, [setEvent]);
    setEvent = null;
  }
  await ctx.db
    .updateTable('hearing')
    .set({
      ...fromHearing(hearing),
      set_event_id: setEvent,
      sequence: row.sequence + (movedFor(row, hearing) ? 1 : 0),
      ...touch(ctx, row),
    })
    .where('id', '=', row.id)
    .execute();
  if (row.date !== hearing.date)
    await noteEntries(ctx, file.id, [
      { kind: 'hearing', ref: hearing.kind, trigger: null, due: hearing.date, before: row.date },
    ]);
}

/** The notice may have been recorded among the dates of the case instead of here. */
async function servedSince(
  ctx: MutationContext,
  caseId: string,
  notice: string | null,
  row: HearingTable,
): Promise<string | null> {
  if (notice === null) return null;
  const found = await ctx.db
    .selectFrom('case_event')
    .select('date')
    .where('case_id', '=', caseId)
    .where('type', '=', notice)
    .where('date', '>=', row.set_on)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found?.date ?? null;
}

const touch = (ctx: MutationContext, row: HearingTable) => ({
  updated_at: ctx.now,
  version: row.version + 1,
});

/** Those of the events that are still there; one that was removed by hand is no reason to fail. */
async function dropEvents(
  ctx: MutationContext,
  caseId: string,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return;
  const rows = await ctx.db
    .selectFrom('case_event')
    .select('id')
    .where('case_id', '=', caseId)
    .where('id', 'in', wanted)
    .where('deleted_at', 'is', null)
    .execute();
  if (rows.length > 0)
    await setRemoved(
      ctx.db,
      'case_event',
      caseId,
      rows.map((r) => r.id),
      ctx.now,
    );
}

/** Puts the day of the written notice on record, or takes it back. */
export async function serveNotice(
  ctx: MutationContext,
  file: CaseFileRow,
  row: HearingTable,
  on: string | null,
): Promise<void> {
  assertScheduled(row);
  if (on !== null && on > ctx.today) throw fieldError('on', 'date-in-future');
  const { notice } = hearingLaw(trackOfRow(file), kindOf(row));
  let event = row.notice_event_id;
  if (on === null) {
    await dropEvents(ctx, file.id, [event]);
    event = null;
  } else if (notice !== null) event = await putEvent(ctx, file.id, event, eventOf(notice, on));
  await ctx.db
    .updateTable('hearing')
    .set({ notice_on: on, notice_event_id: event, ...touch(ctx, row) })
    .where('id', '=', row.id)
    .execute();
}

/** Puts it off or calls it off. The procedure hears of it where it knows the word, else the day is taken out of it. */
export async function endUnheld(
  ctx: MutationContext,
  file: CaseFileRow,
  row: HearingTable,
  state: 'adjourned' | 'cancelled',
  reason: string,
): Promise<void> {
  assertScheduled(row);
  const { postponed } = hearingLaw(trackOfRow(file), kindOf(row));
  const events: string[] = [];
  if (row.set_event_id !== null && postponed !== null)
    events.push(await putEvent(ctx, file.id, null, eventOf(postponed, ctx.today, { note: reason })));
  else await dropEvents(ctx, file.id, [row.set_event_id]);
  await ctx.db
    .updateTable('hearing')
    .set({
      state,
      reason,
      open_on: null,
      result_event_ids: JSON.stringify(events),
      sequence: row.sequence + 1,
      ...touch(ctx, row),
    })
    .where('id', '=', row.id)
    .execute();
}

/**
 * It took place, and what came of it is recorded on its day, one after the other.
 * @throws AppError `invalid-input` for a day to come or an outcome that such a hearing does not have.
 */
export async function holdHearing(
  ctx: MutationContext,
  file: CaseFileRow,
  row: HearingTable,
  results: readonly string[],
  reason: string | null,
): Promise<void> {
  assertScheduled(row);
  if (row.date > ctx.today) throw fieldError('results', 'hearing-to-come');
  const possible = hearingLaw(trackOfRow(file), kindOf(row) satisfies HearingKind).results;
  const ids: string[] = [];
  for (const [i, type] of results.entries()) {
    if (!possible.includes(type)) throw fieldError(`results.${i}`, 'value-not-allowed');
    ids.push(await putEvent(ctx, file.id, null, eventOf(type, row.date, { reason })));
  }
  await ctx.db
    .updateTable('hearing')
    .set({
      state: 'held',
      open_on: null,
      results: JSON.stringify(results),
      result_event_ids: JSON.stringify(ids),
      ...touch(ctx, row),
    })
    .where('id', '=', row.id)
    .execute();
}

/** Entered by mistake: the hearing and every event it recorded go. */
export async function removeHearing(
  ctx: MutationContext,
  file: CaseFileRow,
  row: HearingTable,
): Promise<void> {
  await dropEvents(ctx, file.id, [row.set_event_id, row.notice_event_id, ...listOf(row.result_event_ids)]);
  await setRemoved(ctx.db, 'hearing', file.id, [row.id], ctx.now);
}

/** Whatever was done: the case is derived anew, and those who look at it hear of it. */
export async function finishHearing(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  id: string,
  details: Record<string, unknown> = {},
): Promise<{ id: string; version: number }> {
  await refreshCase(ctx, law, caseId);
  ctx.about(caseId, { hearing: id, ...details });
  const row = await ctx.db.selectFrom('hearing').selectAll().where('id', '=', id).executeTakeFirst();
  // A hearing of a leading case is one of every case that is heard with it.
  const events = row ? [row.set_event_id, ...listOf(row.result_event_ids)] : [];
  for (const event of events)
    if (event !== null) {
      await echoChanged(ctx, law, event, false);
      await echoRecorded(ctx, law, caseId, event);
    }
  return { id, version: row?.version ?? 0 };
}
