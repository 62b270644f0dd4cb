import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import type { LawContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { finalAwardTest } from './final-award.ts';
import {
  creditCodeCalculator,
  phoneCalculator,
  residentIdCalculator,
  rmbUppercaseCalculator,
} from './formats.ts';
import { limitationTest } from './limitation.ts';
import { minimumWageDifferential, wageDeductionCap } from './minimum-wage.ts';
import type { CalculationResult, Calculator, CalculatorInfo } from './types.ts';
import { unpaidWages, unpaidWagesRoster } from './unpaid-wages.ts';

const calculators: readonly Calculator[] = [
  unpaidWages,
  unpaidWagesRoster,
  wageDeductionCap,
  minimumWageDifferential,
  finalAwardTest,
  limitationTest,
  rmbUppercaseCalculator,
  residentIdCalculator,
  creditCodeCalculator,
  phoneCalculator,
];

const byId: ReadonlyMap<string, Calculator> = new Map(calculators.map((c) => [c.id, c]));

/** Every calculator with the JSON Schema of its input. */
export function listCalculators(): readonly CalculatorInfo[] {
  return calculators.map(({ id, title, summary, input, sources, status }) => ({
    id,
    title,
    summary,
    inputSchema: z.toJSONSchema(input, { io: 'input' }),
    sources,
    status,
  }));
}

/**
 * Runs one calculator on plain JSON input; amounts in yuan, dates `YYYY-MM-DD`.
 * @throws AppError `not-found` for an unknown id, `invalid-input` naming the field, `no-data` where a table lacks the
 * place or day.
 */
export function calculate(id: string, inputs: unknown, ctx: LawContext): CalculationResult {
  const found = byId.get(id);
  if (!found) throw new AppError('not-found', { details: { calculator: id.slice(0, 60) } });
  const computation = found.compute(parseInput(found.input, inputs), ctx);
  return { calculator: found.id, sources: found.sources, ...computation };
}
