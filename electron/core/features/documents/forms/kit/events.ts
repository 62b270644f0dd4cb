import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { PlainDate } from '../../../../../../shared/kernel/date.ts';
import type { Content, Draft, NeedOptions } from './draft.ts';
import { longDate } from './format.ts';

/** The latest day on which an event of the case happened; null when none is recorded. */
export function dayOf(facts: FilingFacts, type: string): PlainDate | null {
  return facts.events.findLast((e) => e.type === type)?.date ?? null;
}

/** The day of an event as text, or a gap that leads to recording it. */
export function eventDay(
  facts: FilingFacts,
  type: keyof Draft['common']['events'],
  draft: Draft,
  options: NeedOptions = {},
): Content {
  const found = dayOf(facts, type);
  return draft.named(
    `events.${type}`,
    found && longDate(found, draft.common),
    draft.common.events[type],
    options,
  );
}
