import type { PlainDate } from '../../kernel/date.ts';
import { maxDate, minDate } from '../../kernel/date.ts';
import type { CaseEvent } from './types.ts';

/**
 * Events in the order they happened. A hearing is dated by the hearing, not by the day it was fixed: without `setOn` it
 * keeps its place after the events listed before it.
 */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  let latest: PlainDate | null = null;
  const keyed = events.map((event) => {
    let key: PlainDate = event.setOn ?? event.date;
    if (event.type === 'hearing-set' && !event.setOn && latest !== null) key = minDate(event.date, latest);
    if (event.type !== 'hearing-set') latest = latest === null ? key : maxDate(latest, key);
    return { event, key };
  });
  return keyed.sort((a, b) => a.key.localeCompare(b.key)).map((k) => k.event);
}
