import type { ArrearsRowInput } from '../../../../shared/features/cases/case.schemas.ts';
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

// Exact: the quantity has at most four decimals, so quantity × rate is an integer of a ten-thousandth of a fen.
function grossOf(row: ArrearsRowInput): number {
  const [whole = '0', decimals = ''] = row.quantity.split('.');
  const scaled = BigInt(whole + decimals.padEnd(4, '0')) * BigInt(row.rateFen);
  return Number((scaled + 5_000n) / 10_000n) + row.otherFen;
}

function computeRow(row: ArrearsRowInput): RowOwed {
  const due = Math.max(0, grossOf(row) - row.deductions.reduce((sum, d) => sum + d.amountFen, 0));
  const paid = row.paid.reduce((sum, p) => sum + p.amountFen, 0);
  return { owedFen: Math.max(0, due - paid), overpaidFen: Math.max(0, paid - due) };
}

/** What the table owes, line by line and in total. Never negative, nothing set off between lines. */
export function owedOf(rows: readonly MonthRow[]): Owed {
  let totalFen = 0;
  let from: string | null = null;
  let to: string | null = null;
  const results = rows.map((typed) => {
    const row = isBlankRow(typed) ? null : readRow(typed).row;
    if (!row) return null;
    if (from === null || row.period.from < from) from = row.period.from;
    if (to === null || row.period.to > to) to = row.period.to;
    const result = computeRow(row);
    totalFen += result.owedFen;
    return result;
  });
  return { rows: results, totalFen, from, to };
}

/** The amount in Chinese capitals, as it stands on a filing. */
export function amountInWords(_fen: number): string {
  return '';
}
