import type { PlainDate } from '../../kernel/date.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';

export const wageUnits = ['month', 'day', 'hour', 'piece', 'fixed'] as const;
export type WageUnit = (typeof wageUnits)[number];

export interface Deduction {
  readonly amountFen: Fen;
  /** The agreement or law that allows it; a deduction without one is pointed out. */
  readonly basis?: string;
}

export interface Payment {
  readonly amountFen: Fen;
  readonly date?: PlainDate;
  readonly method?: string;
}

/** One pay period of one worker. All amounts are gross. */
export interface ArrearsRow {
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  readonly unit: WageUnit;
  /** Plain decimal text such as `26` or `25.5`; for `fixed` write `1`. */
  readonly quantity: string;
  /** Fen per unit. */
  readonly rateFen: Fen;
  /** Allowances and other pay of the period, not per unit. */
  readonly otherFen: Fen;
  readonly deductions: readonly Deduction[];
  readonly paid: readonly Payment[];
  readonly note?: string;
}

export interface ArrearsRowResult {
  readonly grossFen: Fen;
  readonly deductFen: Fen;
  /** Gross less deductions, never negative. */
  readonly dueFen: Fen;
  readonly paidFen: Fen;
  /** Never negative. */
  readonly owedFen: Fen;
  /** Paid above what was due; shown, never set off against another row or worker. */
  readonly overpaidFen: Fen;
  /** Owed up to and including this row. */
  readonly cumulativeFen: Fen;
  readonly line: Bilingual;
}

/** A check that found something; `row` counts from 0. */
export interface ArrearsCheck extends LawWarning {
  readonly row: number;
}

export interface ArrearsResult {
  readonly rows: readonly ArrearsRowResult[];
  readonly grossFen: Fen;
  readonly deductFen: Fen;
  readonly paidFen: Fen;
  readonly owedFen: Fen;
  readonly overpaidFen: Fen;
  readonly totalLine: Bilingual;
  readonly checks: readonly ArrearsCheck[];
}

/** First and last day of work as far as they are known. */
export interface Employment {
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
}

export interface ArrearsOptions {
  /** With it, pay periods outside the employment are pointed out. */
  readonly employment?: Employment;
  /** Today for the reader: periods that end later are pointed out. */
  readonly asOf?: PlainDate;
  /** Minimum wage in force on a day at the place of work, null when not known. */
  readonly minimumWage?: (
    date: PlainDate,
  ) => { readonly monthlyFen: Fen | null; readonly hourlyFen: Fen | null } | null;
}

export interface RosterWorker {
  /** The caller's own key. */
  readonly id: string;
  readonly name: string;
  readonly idNumber?: string;
  readonly rows: readonly ArrearsRow[];
}

export interface RosterWorkerResult {
  readonly id: string;
  readonly name: string;
  readonly arrears: ArrearsResult;
}

export interface RosterCheck extends LawWarning {
  /** Keys of the workers concerned. */
  readonly workers: readonly string[];
  readonly row?: number;
}

export interface RosterResult {
  readonly workers: readonly RosterWorkerResult[];
  readonly owedFen: Fen;
  readonly overpaidFen: Fen;
  readonly workersOwed: number;
  readonly totalLine: Bilingual;
  readonly checks: readonly RosterCheck[];
}
