import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate, listCalculators } from '../../shared/law/index.ts';
import { ctx } from './support.ts';

test('whatever the input, a calculator answers or fails with a named field', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.constantFrom('2024-02-29', '2025-02-29', '510104', -1, '1e9', '１２', true, null, [], {}),
  );
  const infos = listCalculators();
  fc.assert(
    fc.property(
      fc.constantFrom(...infos),
      fc.array(value, { minLength: 12, maxLength: 12 }),
      (info, values) => {
        const keys = Object.keys((info.inputSchema.properties as object | undefined) ?? {});
        const inputs: Record<string, unknown> = { ...info.example };
        values.forEach((v, i) => {
          const key = keys[(i * 7) % Math.max(1, keys.length)];
          if (key !== undefined && i % 4 === 0) inputs[key] = v;
        });
        try {
          const outcome = calculate(info.id, inputs, ctx);
          if (outcome.amountFen !== null) expect(outcome.amountFen).toBeGreaterThanOrEqual(0);
          expect(JSON.stringify(outcome.result)).not.toContain('NaN');
        } catch (error) {
          const failure = (error as { failure?: { code: string; issues?: readonly { path: string }[] } })
            .failure;
          expect(['invalid-input', 'no-data']).toContain(failure?.code);
          if (failure?.code === 'invalid-input') expect(failure.issues?.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 1500 },
  );
});
