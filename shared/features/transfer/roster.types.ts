import type { PlainDate } from '../../kernel/date.ts';
import type { Fen } from '../../kernel/money.ts';

/** What a roster column may hold. */
export const rosterFields = [
  'name',
  'sex',
  'birth',
  'idNumber',
  'phone',
  'address',
  'mailAddress',
  'trade',
  'team',
  'startDate',
  'endDate',
  'wageUnit',
  'rate',
  'quantity',
  'period',
  'periodFrom',
  'periodTo',
  'gross',
  'deduction',
  'paid',
  'owed',
  'bankHolder',
  'bankName',
  'bankAccount',
  'note',
] as const;

export type RosterField = (typeof rosterFields)[number];

/** Field → 0-based column; null or absent when the sheet has no such column. */
export type ColumnMapping = Readonly<Partial<Record<RosterField, number | null>>>;

export type MonthAmount = 'gross' | 'paid' | 'owed' | 'quantity';

/** A column that belongs to one month: `2026年3月`, `3月工资`, or `应发` under a merged `3月`. */
export interface MonthColumn {
  readonly column: number;
  /** Null when the sheet does not say: then `ParseOptions.defaultYear` is needed. */
  readonly year: number | null;
  /** 1–12. */
  readonly month: number;
  readonly amount: MonthAmount;
}

export type WageUnit = 'month' | 'day' | 'hour' | 'piece';

/** How to read one sheet. `matchColumns` proposes it; the user may change any part. */
export interface RosterLayout {
  /** 0-based first header row. */
  readonly headerTop: number;
  /** 0-based first row after the header. */
  readonly dataTop: number;
  /** Header of each column; the rows of a header of several rows are joined by a blank. */
  readonly headers: readonly string[];
  readonly fields: ColumnMapping;
  /** Further columns of payments (预支, 生活费 beside 已付) that are added to `paid`. */
  readonly alsoPaid: readonly number[];
  readonly months: readonly MonthColumn[];
  /** `wan` when a line above the table says 单位：万元. */
  readonly amountUnit: 'yuan' | 'wan';
  /** Wage unit named by the rate's header (日工资, 元/月); null when the header does not say. */
  readonly wageUnit: WageUnit | null;
  /** Month or span named by the title (2026年3月工资表), used by rows that name none. */
  readonly titlePeriod: Period | null;
  /** Year named by the title or a header. */
  readonly titleYear: number | null;
}

export interface ColumnMatch extends RosterLayout {
  /** 0–1 for each mapped field: 1 is an exact header, below 0.7 deserves the user's eye. */
  readonly confidence: Readonly<Partial<Record<RosterField, number>>>;
}

/** Both ends included. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface ParseOptions {
  /** Year for dates and months written without one. */
  readonly defaultYear?: number;
  /** Unit of the wage rate where neither the cell nor the header says; `day` unless told. */
  readonly wageUnit?: WageUnit;
  /** Period of wages where neither the row nor the title says. */
  readonly defaultPeriod?: Period;
  /** Dates after this day are reported. */
  readonly today?: PlainDate;
}

/** Absent facts are null: nothing is guessed. */
export interface ParsedWorker {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birth: PlainDate | null;
  /** `resident` has a valid checksum; `other` (passport, travel permit) is kept as written. */
  readonly idType: 'resident' | 'other' | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly mailAddress: string | null;
  readonly trade: string | null;
  readonly team: string | null;
  readonly startDate: PlainDate | null;
  readonly endDate: PlainDate | null;
  readonly wageUnit: WageUnit | null;
  /** Fen for one `wageUnit`. */
  readonly rate: Fen | null;
  readonly bankHolder: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly note: string | null;
}

/** Wages of one period. All amounts in fen, never negative. */
export interface ParsedArrears {
  readonly period: Period | null;
  /** Days, hours or pieces (see the worker's `wageUnit`) as plain decimal text, at most four decimals: `22.5`. */
  readonly quantity: string | null;
  readonly gross: Fen | null;
  /** `computed` when the sheet gave no gross amount and it is rate × quantity. */
  readonly grossSource: 'sheet' | 'computed' | null;
  readonly deduction: Fen | null;
  readonly paid: Fen | null;
  /** As the sheet states it, otherwise `owedComputed`. */
  readonly owed: Fen | null;
  /** max(0, gross − deduction − paid); null without a gross amount. */
  readonly owedComputed: Fen | null;
}

export interface ParsedRow {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly sourceRow: number;
  readonly worker: ParsedWorker;
  readonly arrears: readonly ParsedArrears[];
  readonly problems: readonly RowProblem[];
  /** True when no problem of the row is an error. */
  readonly importable: boolean;
  /** Stable identity of the worker, see `workerKey`. */
  readonly key: string;
}

/** Codes of everything that can be wrong in a roster; the sentences are in `locales/<locale>/import.json`. */
export const problemCodes = [
  'amount-absurd',
  'amount-invalid',
  'amount-merged',
  'amount-negative',
  'amount-rounded',
  'bank-account-invalid',
  'bank-account-lost-digits',
  'birth-differs-from-id',
  'cell-error',
  'column-name-missing',
  'date-day-missing',
  'date-future',
  'date-invalid',
  'date-year-assumed',
  'date-year-missing',
  'dates-reversed',
  'deduction-sign',
  'duplicate-id',
  'duplicate-name-no-id',
  'duplicate-name-phone',
  'gross-differs',
  'id-15-digits',
  'id-birth-invalid',
  'id-checksum',
  'id-invalid',
  'id-missing',
  'id-number-lost-digits',
  'id-other-document',
  'id-other-name',
  'months-differ-from-total',
  'name-missing',
  'name-note-split',
  'name-odd',
  'name-private-character',
  'name-too-long',
  'overpaid',
  'owed-differs',
  'owed-negative',
  'paid-spread',
  'period-invalid',
  'phone-invalid',
  'quantity-above-period',
  'quantity-absurd',
  'quantity-invalid',
  'rate-absurd',
  'row-hidden',
  'sex-differs-from-id',
  'sex-invalid',
  'unit-invalid',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Why a whole row stays out although each of its cells can be read; their sentences stand beside those above. */
export const rowReasons = [
  'period-missing',
  'quantity-beyond-period',
  'value-too-large',
  'conflict-id-of-another-name',
  'conflict-several-match',
  'conflict-name-only',
  'conflict-id-differs',
  'conflict-twice-in-file',
] as const;

export type RowReason = (typeof rowReasons)[number];

export interface RowProblem {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Column letter; null when the problem is of the whole row. */
  readonly column: string | null;
  readonly field: RosterField | null;
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** What the cell says. Personal data: for the screen, never for a log. */
  readonly value: string;
  /** Placeholders of the sentence besides `value`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export type SkipReason = 'total' | 'footer' | 'section' | 'repeated-header' | 'no-data';

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
  readonly text: string;
}

export interface ParsedRoster {
  readonly rows: readonly ParsedRow[];
  /** All problems in row order, those of the rows included. */
  readonly problems: readonly RowProblem[];
  /** Rows that hold no worker: totals, signatures, section titles, repeated headers. Blank rows are not listed. */
  readonly skipped: readonly SkippedRow[];
}
