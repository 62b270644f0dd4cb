import type { PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import { type Bilingual, dueDate, type Finality, type LawContext, ruleOf } from '../../law/index.ts';
import { type Verdict, verdictOf, workerVerdict } from '../claims/claim-items.rules.ts';
import type { Outcome } from './outcome.schemas.ts';

/** What was not granted; more than was asked refuses nothing. */
export function refusedOf(claimedFen: Fen, awardedFen: Fen | null): Fen {
  return awardedFen === null ? fen(0) : fen(Math.max(0, claimedFen - awardedFen));
}

export interface AwardedItem {
  readonly memberId: string;
  readonly finality: Finality;
  readonly amountFen: Fen | null;
}

/**
 * 一裁终局 by what was awarded (解释（一）第19条: each item by itself), item by item and worker by worker.
 * @param limitFen twelve local monthly minimum wages; null where not known.
 */
export function awardVerdicts(items: readonly AwardedItem[], limitFen: Fen | null) {
  const verdicts = items.map(
    (i): Verdict =>
      i.amountFen === null || i.amountFen === 0 ? 'none' : verdictOf(i.finality, i.amountFen, limitFen),
  );
  const byWorker = new Map<string, Verdict[]>();
  for (const [i, { memberId }] of items.entries())
    byWorker.set(memberId, [...(byWorker.get(memberId) ?? []), verdicts[i] ?? 'none']);
  const workers = new Map([...byWorker].map(([id, own]) => [id, workerVerdict(own)]));
  return { verdicts, workers, whole: workerVerdict(verdicts) };
}

export interface Window {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly who: 'worker' | 'employer';
  readonly from: PlainDate;
  readonly due: PlainDate | null;
  readonly provisional: boolean;
  readonly working: readonly Bilingual[];
}

type Served = Pick<
  Outcome,
  'kind' | 'finality' | 'instance' | 'madeOn' | 'servedWorkerOn' | 'servedEmployerOn'
>;

/**
 * What each side may still do against the document, counted from its own receipt (调解仲裁法 arts 48–50, 民事诉讼法
 * art. 171). Where the document does not say whether it is final, every window that may be is listed.
 */
export function windowsOf(outcome: Served, law: LawContext): Window[] {
  const windows: Window[] = [];
  const add = (ruleId: string, who: Window['who'], from: PlainDate | null): void => {
    if (from === null) return;
    const found = dueDate(ruleId, { trigger: from }, law);
    windows.push({
      ruleId,
      title: ruleOf(ruleId).title,
      who,
      from,
      due: found.due,
      provisional: found.provisional,
      working: found.working.map((s) => s.text),
    });
  };
  if (outcome.kind === 'award') {
    const { finality } = outcome;
    if (finality !== 'non-final') add('suit-final-worker', 'worker', outcome.servedWorkerOn);
    if (finality !== 'final') add('suit-nonfinal', 'worker', outcome.servedWorkerOn);
    if (finality !== 'non-final') add('setaside', 'employer', outcome.servedEmployerOn);
    if (finality !== 'final') add('suit-nonfinal', 'employer', outcome.servedEmployerOn);
  }
  if (outcome.kind === 'judgment' && outcome.instance === 'first') {
    add('lit-appeal', 'worker', outcome.servedWorkerOn);
    add('lit-appeal', 'employer', outcome.servedEmployerOn);
  }
  return windows;
}

/**
 * The day on which the document takes effect by itself: a final award when it is made (调解仲裁法 art. 47), a non-final
 * one and a first judgment on the day after the later window, a second judgment when it is served. Null while unknown.
 */
export function effectiveBy(outcome: Served, law: LawContext): PlainDate | null {
  if (outcome.kind === 'award' && outcome.finality === 'final') return outcome.madeOn;
  const later = [outcome.servedWorkerOn, outcome.servedEmployerOn].sort().at(-1) ?? null;
  if (outcome.servedWorkerOn === null || outcome.servedEmployerOn === null || later === null) return null;
  if (outcome.kind === 'judgment' && outcome.instance === 'second') return later;
  const last = windowsOf(outcome, law)
    .map((w) => w.due)
    .sort()
    .at(-1);
  return last ? addDays(last, 1) : null;
}
