import type { AidRecord } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { canRecord } from '../../../../shared/law/index.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { loadEventRows, putEvent, toEvent } from '../cases/index.ts';
import { toCaseEvent } from '../deadlines/index.ts';

interface Wanted {
  /** What it tells of the step. */
  readonly slot: string;
  readonly types: readonly string[];
  readonly date: PlainDate;
}

const at = (slot: string, date: PlainDate | null, ...types: string[]): Wanted[] =>
  date === null ? [] : [{ slot, types, date }];

/** The days of a step as events of the case. Of several types the first that the procedure takes is recorded. */
function wantedEvents(r: AidRecord): Wanted[] {
  switch (r.kind) {
    case 'application':
      return [
        ...at('received', r.receivedOn, 'aid-applied'),
        ...at('asked', r.supplementAskedOn, 'aid-supplement-requested'),
        ...at('supplied', r.supplementedOn, 'aid-supplemented'),
        ...at('lapsed', r.lapsedOn, 'aid-deemed-withdrawn'),
        ...at('urgent', r.urgentOn, 'aid-urgent'),
      ];
    case 'decision':
      return at('decided', r.decidedOn, `aid-${r.result}`);
    case 'objection':
      return [
        ...at('objected', r.objectedOn, 'aid-objected'),
        ...(r.upheld === null
          ? []
          : at('reviewed', r.decidedOn, r.upheld ? 'aid-objection-upheld' : 'aid-objection-refused')),
      ];
    case 'assignment':
      return at('assigned', r.assignedOn, 'aid-assigned', 'aid-urgent-assigned', 'aid-lawyer-changed');
    case 'engagement':
      return at('signed', r.signedOn, 'aid-signed');
    case 'closing':
      return [
        ...at('result', r.resultOn, 'aid-result-received'),
        ...at('submitted', r.submittedOn, 'aid-file-submitted'),
        ...at('accepted', r.acceptedOn, 'aid-closed'),
      ];
    default:
      return [];
  }
}

/** An assignment that the procedure has no event for (neither decided on nor given at once) stands without one. */
const lenient = (r: AidRecord): boolean => r.kind === 'assignment';

/**
 * Brings the case's events in line with the days of a step.
 * @param made events that the step has recorded so far, by slot.
 * @param reason why a day is recorded although the procedure does not provide for it.
 * @returns those it has now.
 * @throws AppError `rule-violation` with `rule: event-refused`.
 */
export async function recordAidDays(
  ctx: MutationContext,
  caseId: string,
  r: AidRecord,
  made: Readonly<Record<string, string>>,
  reason: string | null,
): Promise<Record<string, string>> {
  const wanted = wantedEvents(r);
  const now: Record<string, string> = {};
  for (const [slot, id] of Object.entries(made))
    if (!wanted.some((w) => w.slot === slot)) await setGone(ctx, id, true);
  for (const w of wanted) {
    const events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
    const own = events.find((e) => e.id === made[w.slot]);
    const others = events.filter((e) => e.id !== own?.id);
    // Recorded by hand, or by the step before: the same fact is not entered twice.
    if (others.some((e) => w.types.includes(e.type) && e.date === w.date)) continue;
    const taken = own && w.types.includes(own.type) ? own.type : undefined;
    const fits = w.types.find(
      (type) =>
        canRecord('legal-aid', others.map(toCaseEvent), toCaseEvent(eventOf(own?.id ?? '', type, w.date))).ok,
    );
    const type = taken ?? fits ?? (lenient(r) && reason === null ? undefined : w.types[0]);
    if (type === undefined) continue;
    const { id: _, ...event } = eventOf('', type, w.date);
    now[w.slot] = await putEvent(ctx, caseId, own?.id ?? null, { ...event, reason });
  }
  return now;
}

const eventOf = (id: string, type: string, date: PlainDate) => ({
  id,
  type,
  date,
  method: null,
  addressee: null,
  note: null,
  days: null,
  until: null,
  setOn: null,
  reason: null,
});

/** Takes an event that a step recorded out of the case, or puts it back. */
export async function setGone(ctx: MutationContext, eventId: string, gone: boolean): Promise<void> {
  const result = await ctx.db
    .updateTable('case_event')
    .set((eb) => ({ deleted_at: gone ? ctx.now : null, version: eb('version', '+', 1) }))
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'event' } });
}
