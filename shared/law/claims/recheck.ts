import { AppError, type Failure } from '../../kernel/errors.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import { calculate } from './registry.ts';

/** A calculation as it was stored: the calculator and the inputs it was run with. */
export interface StoredCalculation {
  /** The caller's own key. */
  readonly key: string;
  readonly calculator: string;
  readonly inputs: unknown;
}

export interface RecheckedCalculation {
  readonly key: string;
  readonly calculator: string;
  /** Null when there is no one amount, or that version of the data cannot compute it. */
  readonly beforeFen: Fen | null;
  readonly afterFen: Fen | null;
  /** After less before; null when either is not known. */
  readonly differenceFen: Fen | null;
  readonly beforeFailure?: Failure;
  readonly afterFailure?: Failure;
}

interface Outcome {
  readonly amountFen: Fen | null;
  readonly result: string;
  readonly failure?: Failure;
}

function outcome(stored: StoredCalculation, ctx: LawContext): Outcome {
  try {
    const { amountFen, result } = calculate(stored.calculator, stored.inputs, ctx);
    return { amountFen, result: JSON.stringify(result) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { amountFen: null, result: error.failure.code, failure: error.failure };
  }
}

/**
 * Stored calculations whose outcome differs between two versions of the reference data: after an update of wages, rates
 * or holidays these are the amounts to look at again. Inputs that state their own figures never change.
 */
export function recheckClaims(
  before: LawContext,
  after: LawContext,
  stored: readonly StoredCalculation[],
): RecheckedCalculation[] {
  return stored.flatMap((calculation) => {
    const [a, b] = [outcome(calculation, before), outcome(calculation, after)];
    if (a.amountFen === b.amountFen && a.result === b.result) return [];
    return [
      {
        key: calculation.key,
        calculator: calculation.calculator,
        beforeFen: a.amountFen,
        afterFen: b.amountFen,
        differenceFen: a.amountFen === null || b.amountFen === null ? null : fen(b.amountFen - a.amountFen),
        ...(a.failure ? { beforeFailure: a.failure } : {}),
        ...(b.failure ? { afterFailure: b.failure } : {}),
      },
    ];
  });
}
