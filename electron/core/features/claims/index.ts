import type { z } from 'zod';
import type { arrearsRowSchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { ArrearsResult, ArrearsRow } from '../../../../shared/law/index.ts';
import { computeArrears } from '../../../../shared/law/wages/arrears.ts';
import type { LawData } from '../../kernel/law-data.ts';

type RecordRow = z.output<typeof arrearsRowSchema>;

/** The record's pay periods as the law engine takes them: what is unknown is absent, not null. */
export function toLawRows(rows: readonly RecordRow[]): ArrearsRow[] {
  return rows.map((row) => ({
    period: row.period,
    unit: row.unit,
    quantity: row.quantity,
    rateFen: row.rateFen,
    otherFen: row.otherFen,
    deductions: row.deductions.map((d) => ({
      amountFen: d.amountFen,
      ...(d.basis !== null && { basis: d.basis }),
    })),
    paid: row.paid.map((p) => ({
      amountFen: p.amountFen,
      ...(p.date !== null && { date: p.date }),
      ...(p.method !== null && { method: p.method }),
    })),
    ...(row.note !== null && { note: row.note }),
  }));
}

/** Wage arrears of one worker with the working. */
export function arrearsOf(rows: readonly RecordRow[], _law: LawData, today: PlainDate): ArrearsResult {
  return computeArrears(toLawRows(rows), { asOf: today });
}

/** Fen owed over all rows of one worker. */
export function owedBy(rows: readonly RecordRow[], law: LawData, today: PlainDate): number {
  return arrearsOf(rows, law, today).owedFen;
}
