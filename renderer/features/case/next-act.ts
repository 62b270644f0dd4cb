import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import type { NextRoute } from '../../../shared/features/families/families.contract.ts';
import { stateOf, trackOf } from '../../../shared/law/tracks/catalogue.ts';
import { type CaseSearch, placeOf } from './case.search.ts';
import { newId } from './field-link.ts';

type Step = CaseFile['nextSteps'][number];

/** The sheet that records what the procedure provides for next, with the date in focus. */
export function recordStep(event: Step['event']): CaseSearch {
  return placeOf('dates', { kind: 'event', id: `${newId}:${event}` }, 'date');
}

export interface NextAct {
  /** Null: make the papers that filing needs. */
  readonly step: Step | null;
  readonly search: CaseSearch;
}

/** The one thing the header offers; null when the procedure provides for nothing more. */
export function nextAct(file: Pick<CaseFile, 'nextSteps' | 'stage' | 'status' | 'track'>): NextAct | null {
  if (file.status === 'closed') return null;
  // The papers that the program makes so far are those of an application for arbitration.
  if (file.track === 'arbitration' && file.stage === 'not-filed')
    return { step: null, search: { tab: 'documents' } };
  const [step] = file.nextSteps;
  return step ? { step, search: recordStep(step.event) } : null;
}

/** Whether the procedure has a result. */
export function isOver(file: Pick<CaseFile, 'stage' | 'track'>): boolean {
  return !stateOf(file.track, file.stage).open;
}

/** The procedure that a finished one goes on in; null while it is pending, and once the case has gone on. */
export function onwardOf(
  file: Pick<CaseFile, 'stage' | 'track'>,
  ways: readonly NextRoute[],
): NextRoute | null {
  if (!isOver(file) || ways.some((way) => way.goneTo)) return null;
  return ways[0] ?? null;
}

/** Whether the act is one that the usual course still has before it, such as the receipt of an award. */
export function isAhead(file: Pick<CaseFile, 'events' | 'track'>, { step }: NextAct): boolean {
  if (step === null) return true;
  return trackOf(file.track).usual.includes(step.event) && !file.events.some((e) => e.type === step.event);
}

/** Whether the procedure has a usual step left that has not been recorded. */
export function mayStillCome(file: Pick<CaseFile, 'events' | 'track' | 'nextSteps'>): boolean {
  return file.nextSteps.some((step) => isAhead(file, { step, search: {} }));
}
