import type { z } from 'zod';
import { type Fen, formatYuan } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import { ofFen, type Rational, toFen } from '../numbers/rational.ts';
import { type WageBaseId, wageBases } from '../wages/bases.ts';
import { timeBarField } from './time-bar.ts';
import type { CalculationLine, Calculator, CapNote, Computation, WageBaseNote } from './types.ts';

/** Keeps a calculator's input type while the registry holds many kinds. */
export function calculator<S extends z.ZodType>(definition: Calculator<S>): Calculator {
  return definition;
}

/** A claim for money: its input may state filing and end dates under `limitation`, which `calculate` then tests. */
export function claim<S extends z.ZodObject>(
  definition: Calculator<S> & Required<Pick<Calculator<S>, 'limitation'>>,
): Calculator {
  return { ...definition, input: definition.input.safeExtend({ limitation: timeBarField }) };
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
  return { amountFen: null, lines: [], warnings: [], caps: [], methods: [], ...part };
}

/** `1,234.50元`. */
export function yuanText(amount: Fen): string {
  return `${formatYuan(amount)}元`;
}

/** `1,234.50`; with `≈` where fen cannot hold the exact value, which the computation goes on with. */
export function exactText(value: Rational): string {
  const amount = toFen(value);
  const exact = ofFen(amount);
  return exact.n === value.n && exact.d === value.d ? formatYuan(amount) : `≈${formatYuan(amount)}`;
}

/** Said beside a product of a value that print rounds: the reader's own multiplication may differ by a fen. */
export function unrounded(value: Rational): Bilingual {
  const exact = ofFen(toFen(value));
  return exact.n === value.n && exact.d === value.d
    ? { zh: '', en: '' }
    : { zh: '（基数未先四舍五入）', en: ' (base not rounded first)' };
}

/** Before the figure of a difference: `=`, or `→` where more was taken off than there was and nothing is left. */
export function differenceMark(overpaid: boolean): '=' | '→' {
  return overpaid ? '→' : '=';
}

/** `= 1,234.50`, or `≈ 1,234.50` where fen cannot hold the exact value. */
export function equalsText(value: Rational): string {
  const text = exactText(value);
  return text.startsWith('≈') ? `≈ ${text.slice(1)}` : `= ${text}`;
}

/** A fraction whose decimals end, such as 3.5 → `3.5`. */
export function decimalText(value: Rational): string {
  const digits = 6;
  const scaled = (value.n * 10n ** BigInt(digits)) / value.d;
  const text = scaled.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
}

export function cap(code: string, limitFen: Fen, applied: boolean, zh: string, en: string): CapNote {
  return { code, limitFen, applied, text: { zh, en } };
}

export function noteOfBase(id: WageBaseId, value: Rational): WageBaseNote {
  return { id, amountFen: toFen(value), why: wageBases[id] };
}
