import { z } from 'zod';
import { fenSchema } from '../../contract/schemas.ts';
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
