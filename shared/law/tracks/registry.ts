import { AppError } from '../../kernel/errors.ts';
import type { TrackId } from '../common.ts';
import type { LawContext } from '../context.ts';
import { arbitrationTrack } from './arbitration.ts';
import { deriveIn } from './derive.ts';
import { enforcementTrack } from './enforcement.ts';
import { inspectionTrack } from './inspection.ts';
import { legalAidTrack } from './legal-aid.ts';
import { litigationTrack } from './litigation.ts';
import { stageIn } from './machine.ts';
import { mediationTrack } from './mediation.ts';
import { paymentOrderTrack } from './payment-order.ts';
import { confirmationTrack, reviewTrack } from './review.ts';
import { setAsideTrack } from './set-aside.ts';
import type { CaseEvent, CaseFacts, DerivedDates, Stage, TrackDefinition } from './types.ts';
import { capacityTrack, workInjuryTrack } from './work-injury.ts';

const tracks: readonly TrackDefinition[] = [
  mediationTrack,
  arbitrationTrack,
  reviewTrack,
  confirmationTrack,
  paymentOrderTrack,
  litigationTrack,
  setAsideTrack,
  enforcementTrack,
  legalAidTrack,
  inspectionTrack,
  workInjuryTrack,
  capacityTrack,
];

/** Every procedure that has states of its own, in the order a dispute meets them. */
export function listTracks(): readonly TrackDefinition[] {
  return tracks;
}

/** @throws AppError `not-found` for a track without states, such as `wage-duties`. */
export function trackOf(id: TrackId): TrackDefinition {
  const found = tracks.find((t) => t.id === id);
  if (!found) throw new AppError('not-found', { details: { track: id } });
  return found;
}

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
