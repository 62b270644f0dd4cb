import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import { type CaseSearch, placeOf } from './case.search.ts';
import { newId } from './field-link.ts';

type Stage = CaseFile['stage'];
type EventType = CaseFile['events'][number]['type'];

// The dated fact that most likely comes next at each stage of the arbitration track.
const nextEvent: Partial<Record<Stage, EventType>> = {
  submitted: 'accepted',
  correcting: 'materials-corrected',
  accepted: 'copy-served',
  defence: 'answer-received',
  ready: 'hearing-set',
  scheduled: 'award-received-by-applicant',
  suspended: 'resumed',
  awarded: 'award-performance-due',
};

export type NextAct =
  | { readonly kind: 'papers'; readonly search: CaseSearch }
  | { readonly kind: 'event'; readonly event: EventType; readonly search: CaseSearch };

/** The one thing the header offers; null when nothing is left to do. */
export function nextAct(stage: Stage): NextAct | null {
  if (stage === 'preparing') return { kind: 'papers', search: { tab: 'documents' } };
  const event = nextEvent[stage];
  if (!event) return null;
  return {
    kind: 'event',
    event,
    search: placeOf('dates', { kind: 'event', id: `${newId}:${event}` }, 'date'),
  };
}
