import { z } from 'zod';
import { clockTime } from '../counting/hours.ts';
import { dateSchema } from '../input.ts';
import type { DueInput, RuleDefinition } from './types.ts';

const spanSchema = z
  .object({
    from: dateSchema.meta({ description: '不计入的第一日' }),
    to: dateSchema.meta({ description: '恢复计算之日，当日计入' }),
    reason: z.string().max(200).optional(),
  })
  .refine((span) => span.to >= span.from, { path: ['to'], error: 'end-before-start' });
const interruptionSchema = z.union(
  [
    dateSchema,
    z
      .object({
        date: dateSchema.meta({ description: '中断之日' }),
        ended: dateSchema.meta({ description: '有关程序终结之日' }).optional(),
      })
      .refine(({ date, ended }) => ended === undefined || ended >= date, {
        path: ['ended'],
        error: 'end-before-start',
      }),
  ],
  { error: 'date-invalid' },
);

/** The input one rule takes: always `trigger`, and only the options that the rule's text allows. */
export function dueInputSchema(rule: RuleDefinition): z.ZodType<DueInput> {
  const shape: z.ZodRawShape = {
    trigger: dateSchema.meta({ description: rule.trigger.words.zh }),
    ...(rule.period?.unit === 'hour'
      ? { triggerTime: z.string().regex(clockTime, 'time-invalid').optional() }
      : {}),
    ...(rule.fixed ? { length: z.int().min(0).max(3660).optional(), lastDay: dateSchema.optional() } : {}),
    ...(rule.extension
      ? { extensionDays: z.int().min(0).max(rule.extension.max.length, 'extension-too-long').optional() }
      : {}),
    ...(rule.openExtension ? { extendedTo: dateSchema.optional() } : {}),
    ...(rule.restartable ? { restarts: z.array(dateSchema).max(50).optional() } : {}),
    ...(rule.excludable ? { excluded: z.array(spanSchema).max(50).optional() } : {}),
    ...(rule.interruptible ? { interruptions: z.array(interruptionSchema).max(200).optional() } : {}),
  };
  return z.strictObject(shape) as unknown as z.ZodType<DueInput>;
}
