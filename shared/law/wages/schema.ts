import { z } from 'zod';
import type { Fen } from '../../kernel/money.ts';
import { dateSchema } from '../input.ts';
import { type ArrearsRow, wageUnits } from './types.ts';

const fenSchema = z
  .int()
  .min(0)
  .transform((n) => n as Fen)
  .meta({ description: 'fen' });

/** One pay period as JSON carries it; contracts and imports build on it. */
export const arrearsRowSchema = z.object({
  period: z
    .object({ from: dateSchema, to: dateSchema })
    .refine((p) => p.from <= p.to, { path: ['to'], error: 'end-before-start' }),
  unit: z.enum(wageUnits),
  quantity: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'quantity-invalid'),
  rateFen: fenSchema,
  otherFen: fenSchema,
  deductions: z
    .array(z.object({ amountFen: fenSchema, basis: z.string().max(500).exactOptional() }))
    .max(100),
  paid: z
    .array(
      z.object({
        amountFen: fenSchema,
        date: dateSchema.exactOptional(),
        method: z.string().max(100).exactOptional(),
      }),
    )
    .max(1000),
  note: z.string().max(2000).exactOptional(),
}) satisfies z.ZodType<ArrearsRow>;
