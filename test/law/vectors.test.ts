import { expect, test } from 'vitest';
import { calculate } from '../../shared/law/index.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };
import { ctx } from './support.ts';

interface Vector {
  readonly id: string;
  readonly calculator: string;
  readonly inputs: unknown;
  readonly expected: unknown;
}

for (const { id, calculator, inputs, expected } of vectors as Vector[]) {
  test(`${id} ${calculator}`, () => {
    const outcome = calculate(calculator, inputs, ctx);
    expect(JSON.stringify(outcome)).not.toMatch(/NaN|undefined|null元/);
    expect(outcome.sources.length).toBeGreaterThan(0);
    const form = expected as { anyOf?: string[]; canonical?: string };
    if (form.canonical !== undefined) {
      const result = outcome.result as { canonical: string; anyOf: string[] };
      expect(result.canonical).toBe(form.canonical);
      expect(result.anyOf).toEqual(expect.arrayContaining(form.anyOf ?? [form.canonical]));
    } else if (typeof expected === 'number') {
      expect(outcome.result).toBe(expected);
      expect(outcome.amountFen).toBe(Math.round(expected * 100));
    } else expect(outcome.result).toMatchObject(expected as object);
  });
}
