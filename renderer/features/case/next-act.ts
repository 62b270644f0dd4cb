import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
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
