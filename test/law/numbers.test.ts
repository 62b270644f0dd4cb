import { describe, expect, test } from 'vitest';
import { fen } from '../../shared/kernel/money.ts';
import {
  compare,
  decimal,
  minus,
  ofFen,
  over,
  plus,
  rational,
  times,
  toFen,
} from '../../shared/law/numbers/rational.ts';
import { failureOf } from './support.ts';

const half = rational(1n, 2n);
const third = rational(1n, 3n);

describe('exact fractions', () => {
  test('are kept in lowest terms with a positive denominator', () => {
    expect(rational(4n, 6n)).toEqual({ n: 2n, d: 3n });
    expect(rational(4n, -6n)).toEqual({ n: -2n, d: 3n });
    expect(rational(-4n, -6n)).toEqual({ n: 2n, d: 3n });
    expect(rational(0n, -5n)).toEqual({ n: 0n, d: 1n });
    expect(rational(7n)).toEqual({ n: 7n, d: 1n });
    expect(failureOf(() => rational(1n, 0n))).toEqual({
      code: 'internal',
      details: { divisionByZero: true },
    });
    expect(failureOf(() => over(half, rational(0n))).code).toBe('internal');
  });

  test('are added, taken away, multiplied and divided', () => {
    expect(plus(half, third)).toEqual({ n: 5n, d: 6n });
    expect(minus(third, half)).toEqual({ n: -1n, d: 6n });
    expect(times(half, third)).toEqual({ n: 1n, d: 6n });
    expect(over(half, third)).toEqual({ n: 3n, d: 2n });
    expect(over(half, rational(-2n))).toEqual({ n: -1n, d: 4n });
  });

  test('are compared across denominators', () => {
    expect(compare(third, half)).toBe(-1);
    expect(compare(half, third)).toBe(1);
    expect(compare(half, rational(2n, 4n))).toBe(0);
    expect(compare(rational(-1n, 2n), third)).toBe(-1);
    expect(compare(rational(2n, 3n), rational(3n, 4n))).toBe(-1);
  });
});

describe('decimal text', () => {
  test.each([
    ['25.5', 51n, 2n],
    [' ２５．５ ', 51n, 2n],
    ['-0.05', -1n, 20n],
    ['0', 0n, 1n],
    ['000', 0n, 1n],
  ])('%s', (text, n, d) => {
    expect(decimal(text)).toEqual({ n, d });
  });

  test.each(['', '1.', '.5', '1e3', '--1', '1 2', '1,000', 'x1'])('%s is no number', (text) => {
    expect(failureOf(() => decimal(text, 'rate')).issues).toEqual([
      { path: 'rate', code: 'number-invalid', params: { value: text } },
    ]);
  });

  test('what is refused is quoted to forty characters', () => {
    expect(failureOf(() => decimal('x'.repeat(50))).issues).toEqual([
      { path: 'number', code: 'number-invalid', params: { value: 'x'.repeat(40) } },
    ]);
  });
});

describe('one rounding to the fen', () => {
  test('half goes away from zero', () => {
    expect(
      [rational(1n, 2n), rational(49n, 100n), rational(-1n, 2n), rational(5n, 2n)].map((v) => toFen(v)),
    ).toEqual([1, 0, -1, 3]);
    expect(Object.is(toFen(rational(-1n, 3n)), 0)).toBe(true);
    expect(toFen(ofFen(fen(123)))).toBe(123);
  });

  test('as far as whole numbers are exact', () => {
    expect(toFen(rational(BigInt(Number.MAX_SAFE_INTEGER)))).toBe(Number.MAX_SAFE_INTEGER);
    expect(failureOf(() => toFen(rational(BigInt(Number.MAX_SAFE_INTEGER) + 1n), 'wage')).issues).toEqual([
      { path: 'wage', code: 'amount-too-large' },
    ]);
  });
});
