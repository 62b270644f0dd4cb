import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dateSchema, parseInput, quantitySchema, yuanSchema } from '../../shared/law/input.ts';
import { failureOf } from './support.ts';

const issuesOf = (schema: z.ZodType, value: unknown) => failureOf(() => parseInput(schema, value)).issues;

test.each([
  [26, '26'],
  [' 25.5 ', '25.5'],
  ['１２．５', '12.5'],
  [0, '0'],
])('the quantity %o is read as %s', (value, text) => {
  expect(parseInput(quantitySchema, value)).toBe(text);
});

test.each(['12x', 'x12', '1.2345678', '1234567890', '-1', '1,5', ''])('%s is no quantity', (value) => {
  expect(issuesOf(quantitySchema, value)).toEqual([{ path: '', code: 'quantity-invalid' }]);
});

test.each([
  [-0.01, 'amount-negative'],
  ['1.005', 'amount-too-precise'],
  ['12元半', 'amount-invalid'],
])('the amount %o is refused: %s', (value, code) => {
  expect(issuesOf(yuanSchema, value)).toEqual([{ path: '', code }]);
});

describe('what is wrong with an input', () => {
  const schema = z.strictObject({
    day: dateSchema,
    nested: z.object({ count: z.int().min(1) }).optional(),
    list: z.array(z.enum(['a', 'b'])).optional(),
    name: z.string().max(3, 'name-too-long').optional(),
  });

  test('a field that is missing, of the wrong kind, too small or not on the list', () => {
    expect(issuesOf(schema, {})).toEqual([{ path: 'day', code: 'required' }]);
    expect(issuesOf(schema, null)).toEqual([{ path: '', code: 'invalid-type' }]);
    expect(issuesOf(schema, undefined)).toEqual([{ path: '', code: 'required' }]);
    const day = '2026-03-02';
    expect(issuesOf(schema, { day: 5 })).toEqual([{ path: 'day', code: 'invalid-type' }]);
    expect(issuesOf(schema, { day, nested: { count: 0 } })).toEqual([
      { path: 'nested.count', code: 'too-small' },
    ]);
    expect(issuesOf(schema, { day, nested: {} })).toEqual([{ path: 'nested.count', code: 'required' }]);
    expect(issuesOf(schema, { day, list: ['a', 'c'] })).toEqual([{ path: 'list.1', code: 'invalid-value' }]);
  });

  test('each field that is not known, by its own name', () => {
    expect(issuesOf(schema, { day: '2026-03-02', moon: 1, sun: 2 })).toEqual([
      { path: 'moon', code: 'unknown-field' },
      { path: 'sun', code: 'unknown-field' },
    ]);
  });

  test('our own codes pass through, zod’s sentences do not', () => {
    expect(issuesOf(schema, { day: '2026-02-30' })).toEqual([{ path: 'day', code: 'date-invalid' }]);
    expect(issuesOf(schema, { day: '2026-03-02', name: 'long name' })).toEqual([
      { path: 'name', code: 'name-too-long' },
    ]);
  });
});
