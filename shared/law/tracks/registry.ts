import type { TrackId } from '../common.ts';
import type { LawContext } from '../context.ts';
import { trackOf } from './catalogue.ts';
import { deriveIn } from './derive.ts';
import { stageIn } from './machine.ts';
import type { CaseEvent, CaseFacts, DerivedDates, Stage } from './types.ts';

/**
 * The dated obligations of a case in one procedure, in order of their last days, and the rules that set no date.
 * Statuses do not depend on today; `standingOf` tells what one means on a day.
 * @throws AppError `invalid-input` naming the bad event.
 */
export function deriveDates(
  events: readonly CaseEvent[],
  facts: CaseFacts,
  ctx: LawContext,
  track: TrackId = 'arbitration',
): DerivedDates {
  return deriveIn(trackOf(track), events, facts, ctx);
}

/** Where a procedure stands after these events. */
export function stageOf(events: readonly CaseEvent[], track: TrackId = 'arbitration'): Stage {
  return stageIn(trackOf(track), events);
}
