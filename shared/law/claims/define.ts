import type { z } from 'zod';
import { type Fen, formatYuan } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { CalculationLine, Calculator, Computation } from './types.ts';

/** Keeps a calculator's input type while the registry holds many kinds. */
export function calculator<S extends z.ZodType>(definition: Calculator<S>): Calculator {
  return definition as unknown as Calculator;
}

/**
 * Fen as a JSON number of yuan, only for results that leave the engine: the division by 100 gives the same number as
 * reading the decimal text, and nothing computes with it.
 */
export function yuan(amount: Fen): number {
  return amount / 100;
}

export function line(zh: string, en: string, amountFen?: Fen): CalculationLine {
  return amountFen === undefined ? { zh, en } : { zh, en, amountFen };
}

export function warning(code: string, zh: string, en: string, field?: string): LawWarning {
  const text: Bilingual = { zh, en };
  return field === undefined ? { code, text } : { code, text, field };
}

/** A computation with empty lists filled in. */
export function computed(part: Partial<Computation> & Pick<Computation, 'result'>): Computation {
  return { amountFen: null, lines: [], warnings: [], caps: [], ...part };
}

/** `1,234.50元`. */
export function yuanText(amount: Fen): string {
  return `${formatYuan(amount)}元`;
}
