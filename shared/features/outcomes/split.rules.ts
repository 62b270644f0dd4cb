import { addMonths, type PlainDate } from '../../kernel/date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import { type Calendar, rollBack, rollForward } from '../../law/index.ts';

/**
 * Shares of a sum by weights that add up to it to the fen: each gets the whole fen of its exact share, the fen left over
 * go to the largest fractions, at equal fractions to the earlier. No share is above its weight as long as the sum is not
 * above all weights together.
 * @param total fen, not negative. @param weights fen, not negative.
 */
export function apportion(total: Fen, weights: readonly number[]): Fen[] {
  const whole = weights.reduce((sum, w) => sum + BigInt(w), 0n);
  if (whole === 0n) {
    if (total !== 0) throw new AppError('internal', { details: { apportion: 'no-weights' } });
    return weights.map(() => fen(0));
  }
  const exact = weights.map((w) => BigInt(total) * BigInt(w));
  const shares = exact.map((e) => Number(e / whole));
  let left = total - shares.reduce((sum, s) => sum + s, 0);
  const byFraction = exact
    .map((e, i) => ({ i, fraction: e % whole }))
    .sort((a, b) => (a.fraction === b.fraction ? a.i - b.i : a.fraction > b.fraction ? -1 : 1));
  for (const { i } of byFraction) {
    if (left === 0) break;
    shares[i] = (shares[i] ?? 0) + 1;
    left -= 1;
  }
  return shares.map(fen);
}

export const remainders = ['first', 'last'] as const;
export type Remainder = (typeof remainders)[number];

/**
 * A sum in equal parts. Each part is rounded down to `step` fen (1 or 100); what is left goes to the first or the last.
 * @param count at least 1.
 */
export function splitEqually(total: Fen, count: number, remainder: Remainder, step: 1 | 100 = 1): Fen[] {
  const part = Math.floor(total / count / step) * step;
  const parts = Array.from({ length: count }, () => fen(part));
  const at = remainder === 'first' ? 0 : count - 1;
  parts[at] = fen(total - part * (count - 1));
  return parts;
}

/** The same day of every `every`-th month; where a month has no such day, its last (民法典 art. 202). */
export function monthlyDates(first: PlainDate, count: number, every = 1): PlainDate[] {
  return Array.from({ length: count }, (_, i) => addMonths(first, i * every));
}

/**
 * What of each instalment is whose. Every instalment is shared out by what is still owed to each, so rows add up to the
 * instalments and columns to the workers' sums.
 * @param instalments fen; together as much as `owed` together.
 * @returns one row an instalment, one column a worker.
 */
export function shareOut(instalments: readonly Fen[], owed: readonly Fen[]): Fen[][] {
  const left = [...owed];
  return instalments.map((amount) => {
    const row = apportion(amount, left);
    for (const [i, share] of row.entries()) left[i] = fen((left[i] ?? 0) - share);
    return row;
  });
}

/** `next`: the working day after; `previous`: the one before; `same`: the day as it stands, rest day or not. */
export const restDays = ['next', 'previous', 'same'] as const;
export type RestDay = (typeof restDays)[number];

/**
 * The last day on which a payment is in time. Where nothing was agreed of rest days the next working day is
 * (民法典 art. 203); the parties may agree otherwise (art. 204).
 */
export function lastDayOf(due: PlainDate, restDay: RestDay, calendar: Calendar): PlainDate {
  if (restDay === 'same') return due;
  return restDay === 'next' ? rollForward(due, calendar) : rollBack(due, calendar);
}
