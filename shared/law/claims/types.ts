import type { z } from 'zod';
import type { Fen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning, LegalSource, VerificationStatus } from '../common.ts';
import type { LawContext } from '../context.ts';

/** One printed line of arithmetic. */
export interface CalculationLine extends Bilingual {
  readonly amountFen?: Fen;
}

/** A statutory ceiling or floor that was looked at, and whether it bit. */
export interface CapNote {
  readonly code: string;
  readonly limitFen: Fen;
  readonly applied: boolean;
  readonly text: Bilingual;
}

export interface Computation {
  /** JSON-safe result; amounts in yuan. `amountFen` is the figure to store. */
  readonly result: unknown;
  /** Null when the calculator answers a question rather than an amount, or has no one total. */
  readonly amountFen: Fen | null;
  readonly lines: readonly CalculationLine[];
  readonly warnings: readonly LawWarning[];
  readonly caps: readonly CapNote[];
}

export interface CalculationResult extends Computation {
  readonly calculator: string;
  readonly sources: readonly LegalSource[];
}

export interface Calculator<Schema extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly input: Schema;
  readonly sources: readonly LegalSource[];
  readonly status: VerificationStatus;
  readonly compute: (input: z.output<Schema>, ctx: LawContext) => Computation;
}

/** What a list or a form needs to know of a calculator. */
export interface CalculatorInfo {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly sources: readonly LegalSource[];
  readonly status: VerificationStatus;
}
