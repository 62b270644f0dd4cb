import { dateError, isPlainDate, maxDate, minDate, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { CaseEvent } from './types.ts';

/** A hearing is recorded under its own day, which lies after the day it was fixed. */
export const datedAhead: readonly string[] = ['hearing-set', 'court-hearing-set'];

function checkEvent(event: CaseEvent, path: string): void {
  for (const key of ['date', 'setOn', 'until'] as const) {
    const day = event[key];
    if ((key === 'date' || day !== undefined) && !isPlainDate(day)) throw dateError(day, `${path}.${key}`);
  }
  const { days } = event;
  if (days !== undefined && (!Number.isInteger(days) || days < 0)) {
    throw fieldError(`${path}.days`, 'number-out-of-range', { days });
  }
}

/**
 * Events in the order they happened. A hearing is dated by the hearing, not by the day it was fixed: without `setOn` it
 * keeps its place after the events listed before it.
 * @throws AppError `invalid-input` naming the event (`events.3.date`).
 */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  let latest: PlainDate | null = null;
  const keyed = events.map((event, i) => {
    checkEvent(event, `events.${i}`);
    let key: PlainDate = event.setOn ?? event.date;
    const ahead = datedAhead.includes(event.type);
    if (ahead && !event.setOn && latest !== null) key = minDate(event.date, latest);
    if (!ahead) latest = latest === null ? key : maxDate(latest, key);
    return { event, key };
  });
  return keyed.sort((a, b) => a.key.localeCompare(b.key)).map((k) => k.event);
}
