import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen, zeroFen } from '../../../../shared/kernel/money.ts';
import { computeArrears } from '../../../../shared/law/wages/arrears.ts';
import { employmentChecks } from '../../../../shared/law/wages/employment.ts';
import { plausibilityChecks } from '../../../../shared/law/wages/plausible.ts';
import type { ArrearsCheck, ArrearsRow } from '../../../../shared/law/wages/types.ts';
import { rmbUppercase } from '../../../../shared/law/words/rmb.ts';
import { isBlankRow, type MonthRow, readRow } from './rows.ts';

export interface RowOwed {
  readonly owedFen: number;
  readonly overpaidFen: number;
}
export interface Owed {
  /** By line of the table; null while a line cannot be read. */
  readonly rows: readonly (RowOwed | null)[];
  readonly totalFen: number;
  /** First and last day over the lines that can be read; null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Null while the line cannot be read. */
function lawRow(typed: MonthRow): ArrearsRow | null {
  const row = readRow(typed).row;
  if (!row) return null;
  return {
    period: { from: row.period.from as PlainDate, to: row.period.to as PlainDate },
    unit: row.unit,
    quantity: row.quantity,
    rateFen: fen(row.rateFen),
    otherFen: fen(row.otherFen),
    deductions: row.deductions.map((d) => ({ amountFen: fen(d.amountFen) })),
    paid: row.paid.map((p) => ({ amountFen: fen(p.amountFen) })),
  };
}

function computeRow(typed: MonthRow): (RowOwed & { grossFen: Fen; from: string; to: string }) | null {
  const law = isBlankRow(typed) ? null : lawRow(typed);
  if (!law) return null;
  const { from, to } = law.period;
  try {
    const result = computeArrears([law]);
    const { owedFen, overpaidFen, grossFen } = result;
    return { owedFen, overpaidFen, grossFen, from, to };
  } catch (error) {
    // The line is still being typed; saving says what is wrong with it.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** What the table owes, line by line and in total, as the law engine counts it: nothing is set off between lines. */
export function owedOf(rows: readonly MonthRow[]): Owed {
  const results = rows.map(computeRow);
  const read = results.filter((r) => r !== null);
  return {
    rows: results,
    totalFen: read.reduce((sum, r) => sum + r.owedFen, 0),
    from: read.map((r) => r.from).sort()[0] ?? null,
    to:
      read
        .map((r) => r.to)
        .sort()
        .at(-1) ?? null,
  };
}

/**
 * What a person should look at again before saving: pay periods outside the employment as typed, quantities and rates
 * that are odd for their period. Half-typed lines are not doubted.
 */
export function doubtsOf(
  rows: readonly MonthRow[],
  job: { readonly start: string; readonly end: string },
): ArrearsCheck[] {
  const date = (text: string): PlainDate | null => (isPlainDate(text) ? text : null);
  const periods = rows.map((typed) => {
    const period = isBlankRow(typed) ? null : readRow(typed).row?.period;
    return { from: date(period?.from ?? ''), to: date(period?.to ?? '') };
  });
  const odd = rows.flatMap((typed, i) => {
    const row = isBlankRow(typed) ? null : lawRow(typed);
    return row ? plausibilityChecks(row, i, computeRow(typed)?.grossFen ?? zeroFen) : [];
  });
  return [...employmentChecks(periods, { start: date(job.start), end: date(job.end) }), ...odd].sort(
    (a, b) => a.row - b.row,
  );
}

/** The amount in Chinese capitals, as it stands on a filing; blank for nothing. */
export function amountInWords(amountFen: number): string {
  return amountFen === 0 ? '' : rmbUppercase(amountFen as Fen);
}
