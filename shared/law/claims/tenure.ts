import { addDays, addMonths, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { decimal, plus, type Rational, rational } from '../numbers/rational.ts';

/** Whole years and what is left, as art. 47 asks: nothing, less than six months, or six months and more. */
export interface Tenure {
  readonly years: number;
  readonly rest: 'none' | 'under-six-months' | 'six-months';
}

/**
 * Service from the first to the last day, both included. The last day belongs to it by convention, not by statute: one
 * day can move compensation by half a month. Anniversaries of the 29th of February fall on the 28th in other years.
 * @throws AppError `invalid-input` (`end-before-start`) naming `endField`.
 */
export function tenureOf(first: PlainDate, last: PlainDate, endField = 'lastDay'): Tenure {
  if (last < first) throw fieldError(endField, 'end-before-start', { from: first, to: last });
  const end = addDays(last, 1);
  let years = 0;
  while (addMonths(first, 12 * (years + 1)) <= end) years++;
  if (addMonths(first, 12 * years) === end) return { years, rest: 'none' };
  return { years, rest: addMonths(first, 12 * years + 6) <= end ? 'six-months' : 'under-six-months' };
}

/** Service stated as years and months (0–11, decimals allowed). */
export function statedTenure(years: number, months: string): Tenure {
  const m = decimal(months, 'serviceMonths');
  if (m.n >= 12n * m.d) throw fieldError('serviceMonths', 'number-too-large', { max: 11 });
  if (m.n === 0n) return { years, rest: 'none' };
  return { years, rest: m.n >= 6n * m.d ? 'six-months' : 'under-six-months' };
}

/** Months of pay under 劳动合同法 art. 47: one a year, one for six months and more, half a month for less. */
export function compensationMonths({ years, rest }: Tenure): Rational {
  const extra = rest === 'none' ? rational(0n) : rest === 'six-months' ? rational(1n) : rational(1n, 2n);
  return plus(rational(BigInt(years)), extra);
}

/** Months of pay before 2008: one a year, and a part of a year counts as a whole one (劳部发〔1994〕481号). */
export function oldRuleMonths({ years, rest }: Tenure): Rational {
  return rational(BigInt(years + (rest === 'none' ? 0 : 1)));
}

export const half = rational(1n, 2n);
