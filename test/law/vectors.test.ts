import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { calculate, listCalculators } from '../../shared/law/index.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };
import { ctx } from './support.ts';

interface Vector {
  readonly id: string;
  readonly calculator: string;
  readonly inputs: Record<string, unknown>;
  readonly expected: unknown;
}
const all = vectors as unknown as Vector[];

/** Results that are no amount of money. */
const notMoney = new Set(['lpr-lookup']);

const infos = listCalculators();
const schemas = new Map(
  infos.map((c) => [c.id, z.fromJSONSchema(c.inputSchema as Parameters<typeof z.fromJSONSchema>[0])]),
);

describe.each(all)('$id $calculator', ({ calculator, inputs, expected }) => {
  test('gives what was worked out', () => {
    const outcome = calculate(calculator, inputs, ctx);
    expect(JSON.stringify(outcome)).not.toMatch(/NaN|undefined|null元|\[object/);
    expect(outcome.sources.length).toBeGreaterThan(0);
    const form = expected as { anyOf?: string[]; canonical?: string } | number | null;
    if (typeof form === 'number' || form === null) {
      expect(outcome.result).toBe(form);
      const fen = form === null || notMoney.has(calculator) ? null : Math.round(form * 100);
      expect(outcome.amountFen).toBe(fen);
      return;
    }
    if (form.canonical === undefined) return expect(outcome.result).toMatchObject(form);
    const result = outcome.result as { canonical: string; anyOf: string[] };
    expect(result.canonical).toBe(form.canonical);
    if (form.anyOf) expect(result.anyOf).toEqual(form.anyOf);
    else expect(result.anyOf[0]).toBe(form.canonical);
  });

  test('its input passes the published schema', () => {
    expect(schemas.get(calculator)?.safeParse(inputs).error?.issues).toBeUndefined();
  });
});

test('all 150 examples are here and every calculator but one has some', () => {
  expect(new Set(all.map((v) => v.id)).size).toBe(150);
  const covered = new Set(all.map((v) => v.calculator));
  expect(infos.map((c) => c.id).filter((id) => !covered.has(id))).toEqual(['social-insurance-loss']);
});

test.each(infos.map((c) => [c.id, c] as const))('%s accepts its own example', (id, info) => {
  expect(schemas.get(id)?.safeParse(info.example).error?.issues).toBeUndefined();
  const outcome = calculate(id, info.example, ctx);
  expect(outcome.calculator).toBe(id);
  expect(JSON.stringify(outcome)).not.toMatch(/NaN|undefined|null元/);
  for (const text of [
    ...outcome.lines,
    ...outcome.warnings.map((w) => w.text),
    ...outcome.caps.map((c) => c.text),
  ]) {
    expect(text.zh.length).toBeGreaterThan(0);
    expect(text.en.length).toBeGreaterThan(0);
  }
  if (outcome.amountFen !== null) expect(Number.isSafeInteger(outcome.amountFen)).toBe(true);
  if (info.status !== 'verified') expect(outcome.warnings.map((w) => w.code)).toContain('rule-not-verified');
});
