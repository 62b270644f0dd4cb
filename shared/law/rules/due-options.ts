import { z } from 'zod';
import { parseInput } from '../input.ts';
import type { DueOptions } from './types.ts';

const schema = z.strictObject({
  options: z.strictObject({
    variant: z.string().max(20).optional(),
    reason: z.string().max(500).optional(),
    readings: z.record(z.string(), z.string()).default({}),
    filing: z.enum(['online', 'counter']).optional(),
    closesAt: z.string().max(10).optional(),
  }),
});

/**
 * What a person chose beside a rule's input, from a script or a command line.
 * @throws AppError `invalid-input` naming the member: `options.variant`.
 */
export function parseDueOptions(given: unknown): DueOptions {
  const { variant, reason, readings, filing, closesAt } = parseInput(schema, { options: given }).options;
  return {
    readings,
    ...(variant !== undefined && { variant }),
    ...(reason !== undefined && { reason }),
    ...(filing !== undefined && { filing }),
    ...(closesAt !== undefined && { closesAt }),
  };
}
