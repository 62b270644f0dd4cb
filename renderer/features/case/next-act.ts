import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import type { NextRoute } from '../../../shared/features/families/families.contract.ts';
import { stateOf } from '../../../shared/law/tracks/catalogue.ts';
import { aidStepOf } from '../legal-aid/aid-steps.ts';
import { type CaseSearch, placeOf } from './case.search.ts';
import { newId, type OpenSheet } from './field-link.ts';

type Step = CaseFile['nextSteps'][number];

/**
 * The sheet that records what the procedure provides for next, with the date in focus. What a step of legal aid tells of
 * is entered in that step.
 */
export function recordStep(event: Step['event']): CaseSearch {
  const aid = aidStepOf(event);
  if (aid !== null) return placeOf('aid', { kind: 'aid', id: `${newId}:${aid}` });
  return placeOf('dates', { kind: 'event', id: `${newId}:${event}` }, 'date');
}

/** What the header may offer; it leads to a place on the page, or opens a sheet over the one that is shown. */
export type NextAct =
  | { readonly kind: 'papers'; readonly go: CaseSearch }
  | { readonly kind: 'step'; readonly step: Step; readonly go: CaseSearch }
  | { readonly kind: 'route'; readonly route: NextRoute; readonly show: OpenSheet }
  | { readonly kind: 'close' | 'reopen' | 'payment'; readonly show: OpenSheet };

export type Money = 'none' | 'owed' | 'paid';

const closing: OpenSheet = { kind: 'closing', id: null };

/**
 * What the header offers, the first of them as the one thing to do next. While the procedure runs that is its next step.
 * Once it has a result: what it still asks for, the procedure that follows, or closing the file. A closed file goes on in
 * the procedure that follows, or is opened again; nothing else.
 * @param money what became of the sums granted. Paid: nothing is left to enforce. Owed: nobody records as performed what
 * is not; what comes in is recorded.
 */
export function nextActs(
  file: Pick<CaseFile, 'nextSteps' | 'stage' | 'status' | 'track'>,
  ways: readonly NextRoute[],
  money: Money,
): readonly NextAct[] {
  const route = onwardOf(file, ways, money === 'paid');
  const onward: NextAct[] = route
    ? [{ kind: 'route', route, show: { kind: 'continue', id: route.routeId } }]
    : [];
  if (file.status === 'closed') return [...onward, { kind: 'reopen', show: closing }];
  // The papers that the program makes before anything has happened are those of an application for arbitration.
  if (file.track === 'arbitration' && file.stage === 'not-filed')
    return [{ kind: 'papers', go: { tab: 'documents' } }];
  const step = file.nextSteps.find((s) => s.ahead);
  if (step?.event === 'agreement-performed' && money === 'owed')
    return [{ kind: 'payment', show: { kind: 'payment', id: newId } }, ...onward];
  if (step) return [{ kind: 'step', step, go: recordStep(step.event) }, ...onward];
  return onward.length > 0 ? onward : [{ kind: 'close', show: closing }];
}

/** Whether the procedure has a result. */
export function isOver(file: Pick<CaseFile, 'stage' | 'track'>): boolean {
  return !stateOf(file.track, file.stage).open;
}

/** The procedure in which a finished one goes on; null while it is pending, and once the case has gone on. */
function onwardOf(
  file: Pick<CaseFile, 'stage' | 'track'>,
  ways: readonly NextRoute[],
  paid: boolean,
): NextRoute | null {
  if (!isOver(file) || ways.some((way) => way.goneTo)) return null;
  return ways.find((way) => way.follows && !(paid && way.to === 'enforcement')) ?? null;
}

/** Whether the procedure still asks for a step. */
export function mayStillCome(file: Pick<CaseFile, 'nextSteps'>): boolean {
  return file.nextSteps.some((step) => step.ahead);
}
