import { AppError, fieldError } from '../../kernel/errors.ts';
import { type Fen, fen } from '../../kernel/money.ts';

/** An exact fraction in lowest terms with a positive denominator. Money passes through it and is rounded once. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws AppError `internal` when the denominator is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new AppError('internal', { details: { divisionByZero: true } });
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n, d * sign) || 1n;
  return { n: (n * sign) / g, d: (d * sign) / g };
}

/**
 * Decimal text such as `25.5` or `-0.05` → exact fraction.
 * @throws AppError `invalid-input` (`number-invalid`) naming `field`.
 */
export function decimal(text: string, field = 'number'): Rational {
  const m = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text.normalize('NFKC').trim());
  if (!m) throw fieldError(field, 'number-invalid', { value: text.slice(0, 40) });
  const digits = m[3] ?? '';
  const n = BigInt(`${m[2]}${digits}`);
  return rational(m[1] ? -n : n, 10n ** BigInt(digits.length));
}

export function ofFen(amount: Fen): Rational {
  return rational(BigInt(amount));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

export function over(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A number of fen, rounded half away from zero: the one rounding of a claim item.
 * @throws AppError `invalid-input` (`amount-too-large`) beyond safe integers.
 */
export function toFen(value: Rational, field = 'amount'): Fen {
  const negative = value.n < 0n;
  const abs = negative ? -value.n : value.n;
  const rounded = (abs * 2n + value.d) / (value.d * 2n);
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) throw fieldError(field, 'amount-too-large');
  return fen(Number(negative && rounded !== 0n ? -rounded : rounded));
}
