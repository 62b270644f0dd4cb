import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { AppError, type FailureDetails } from '../../kernel/errors.ts';
import { bilingualSchema, dateSchema } from '../input.ts';

export const areaSchema = z.string().regex(/^\d{6}$/, 'area-code-invalid');
export const statusSchema = z.enum(['verified', 'secondary', 'from-memory']);

/** What every row of a reference table carries. `validFrom` is null when the first day in force is not known. */
export const sourced = {
  area: areaSchema,
  validFrom: dateSchema.nullable(),
  source: z.string().min(1),
  status: statusSchema,
  note: z.string().optional(),
};

export const named = { ...sourced, name: bilingualSchema };

/** Plain decimal text, kept as text so that a rate never passes through float arithmetic. */
export const decimalSchema = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'number-invalid'));

/** Missing data is asked for, never guessed. */
export function noData(table: string, details: FailureDetails = {}): AppError {
  return new AppError('no-data', { details: { table, ...details } });
}

/** The part of a division code that names the place: `510000` → `51`, `510100` → `5101`. */
export function areaStem(area: string): string {
  return area === '000000' ? '' : area.replace(/(00)+$/, '');
}

/** The prefecture of a place, the province where none is named. Municipalities count as one place. */
export function cityOf(area: string): string {
  if (/^(11|12|31|50)/.test(area)) return `${area.slice(0, 2)}0000`;
  return `${area.slice(0, 4)}00`;
}

export function provinceOf(area: string): string {
  return `${area.slice(0, 2)}0000`;
}

/** The row in force on a day: the latest first day not after it; a row without first day comes last. */
export function inForce<R extends { readonly validFrom: PlainDate | null }>(
  rows: readonly R[],
  date: PlainDate,
): R | undefined {
  let best: R | undefined;
  for (const row of rows) {
    if (row.validFrom !== null && row.validFrom > date) continue;
    if (!best || (row.validFrom ?? '') > (best.validFrom ?? '')) best = row;
  }
  return best;
}
