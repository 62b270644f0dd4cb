import type { z } from 'zod';
import type { Fen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning, LegalSource, VerificationStatus } from '../common.ts';
import type { LawContext } from '../context.ts';
import type { WageBaseId } from '../wages/bases.ts';

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

/** One of the ways practice computes an amount, where ways differ; the first is the result's own. */
export interface CalculationMethod {
  readonly id: string;
  readonly name: Bilingual;
  /** Null where this way gives no figure. */
  readonly amountFen: Fen | null;
  readonly lines: readonly CalculationLine[];
}

/** Which of the law's several wages was used, and why this one. */
export interface WageBaseNote {
  readonly id: WageBaseId;
  /** Rounded for print; the computation goes on with the exact value. */
  readonly amountFen: Fen;
  readonly why: Bilingual;
}

/** The claim as computed, and what is left should the other side's limitation defence succeed. */
export interface Totals {
  readonly claimedFen: Fen;
  readonly recoverableFen: Fen;
}

export interface Computation {
  /** JSON-safe result; amounts in yuan. `amountFen` is the figure to store. */
  readonly result: unknown;
  /** Null when the calculator answers a question rather than an amount, or has no one total. */
  readonly amountFen: Fen | null;
  readonly lines: readonly CalculationLine[];
  readonly warnings: readonly LawWarning[];
  readonly caps: readonly CapNote[];
  /** Empty where practice agrees. */
  readonly methods: readonly CalculationMethod[];
  readonly wageBase?: WageBaseNote;
  readonly totals?: Totals;
}

export interface CalculationResult extends Computation {
  readonly calculator: string;
  /** The answer in a sentence where there is no amount; null beside an amount and for the check of a number. */
  readonly headline: Bilingual | null;
  readonly sources: readonly LegalSource[];
  readonly status: VerificationStatus;
  /** It rests on a day that has not come, or on a year whose holiday notice is not loaded. */
  readonly provisional: boolean;
}

export const calculatorGroups = [
  'pay',
  'contract',
  'injury',
  'insurance',
  'money',
  'procedure',
  'format',
] as const;
export type CalculatorGroup = (typeof calculatorGroups)[number];

/**
 * How an award on this item stands under 调解仲裁法 art. 47: `amount` final up to twelve monthly minimum wages,
 * `standard` final whatever the amount, `contested` where practice differs, `never` not final, `none` no claim at all.
 */
export type Finality = 'amount' | 'standard' | 'contested' | 'never' | 'none';

/** `remuneration`: no limit while employed, then one year; `ordinary`: one year; `contested`: both are argued. */
export type LimitationKind = 'remuneration' | 'ordinary' | 'contested';

interface CalculatorFacts {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly group: CalculatorGroup;
  readonly sources: readonly LegalSource[];
  readonly status: VerificationStatus;
  readonly finality: Finality;
  readonly limitation?: LimitationKind;
  /** An input that the calculator accepts, with plainly invented figures. */
  readonly example: Readonly<Record<string, unknown>>;
}

export interface Calculator<Schema extends z.ZodType = z.ZodType> extends CalculatorFacts {
  readonly input: Schema;
  // A method: a property's stricter check would keep the registry from holding calculators of many inputs.
  compute(input: z.output<Schema>, ctx: LawContext): Computation;
}

/** What a list or a form needs to know of a calculator. */
export interface CalculatorInfo extends CalculatorFacts {
  readonly inputSchema: Readonly<Record<string, unknown>>;
}
