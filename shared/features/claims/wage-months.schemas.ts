import { z } from 'zod';
import { fenSchema } from '../../contract/schemas.ts';
import { daysInMonth } from '../../kernel/date.ts';
import { quantitySchema } from '../cases/case.schemas.ts';

/** `2026-03`. */
const monthSchema = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'month-invalid');

/** One month of a worker's pay by kind; fen. What is due is the sum of the four kinds. */
export const wageMonthRecordSchema = z.strictObject({
  month: monthSchema,
  baseFen: fenSchema,
  /** Allowances and subsidies. */
  subsidyFen: fenSchema,
  overtimeFen: fenSchema,
  bonusFen: fenSchema,
  /** What was paid for the month; null where not known or told by the pay periods. */
  paidFen: fenSchema.nullable().default(null),
  /** Monthly contribution wage declared to the social insurance agency. */
  contributionFen: fenSchema.nullable().default(null),
  /** Paid days: weekdays worked and statutory holidays. */
  days: quantitySchema.nullable().default(null),
  /** `part`: hired or left within it; `abnormal`: sick leave, stoppage or unpaid leave. */
  kind: z.enum(['full', 'part', 'abnormal']).nullable().default(null),
});
export type WageMonthRecord = z.output<typeof wageMonthRecordSchema>;

/** Calendar days of a month `2026-03`. */
export function daysOf(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}

/** A month on its way into the record: it has no more paid days than the calendar gives it. */
export const wageMonthEntrySchema = wageMonthRecordSchema.superRefine((m, ctx) => {
  const max = daysOf(m.month);
  if (m.days !== null && Number(m.days) > max)
    ctx.addIssue({ code: 'custom', path: ['days'], message: 'number-too-large', params: { max } });
});
