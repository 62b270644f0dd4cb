import { expect, test } from 'vitest';
import { AppError } from '../../shared/kernel/errors.ts';
import { type CalculationResult, calculate, citation, listCalculators } from '../../shared/law/index.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };
import { type WorkedInput, workedClaims } from './fixtures/worked-claims.ts';
import { ctx, d } from './support.ts';

/** Every part of an outcome that a reader sees, a line each. */
function printed(outcome: CalculationResult): string[] {
  const { result, amountFen, lines, methods, caps, warnings, wageBase, totals, sources, headline } = outcome;
  return [
    `= ${JSON.stringify(result)} ${amountFen} fen`,
    ...(headline ? [`  # ${headline.zh} | ${headline.en}`] : []),
    ...lines.map((l) => `  ${l.zh} | ${l.en}${l.amountFen === undefined ? '' : ` | ${l.amountFen}`}`),
    ...methods.flatMap((m) => [
      `  or ${m.id}: ${m.name.zh} | ${m.name.en} | ${m.amountFen}`,
      ...m.lines.map((l) => `    ${l.zh} | ${l.en}`),
    ]),
    ...caps.map(
      (c) => `  cap ${c.code} ${c.limitFen}${c.applied ? ' applied' : ''}: ${c.text.zh} | ${c.text.en}`,
    ),
    ...(wageBase ? [`  base ${wageBase.id} ${wageBase.amountFen}`] : []),
    ...(totals ? [`  claimed ${totals.claimedFen}, recoverable ${totals.recoverableFen}`] : []),
    ...sources.filter((s) => s.data).map((s) => `  data ${citation(s).zh} | ${s.version}`),
    ...warnings.map((w) => `  ! ${w.code}${w.field ? ` (${w.field})` : ''}: ${w.text.zh} | ${w.text.en}`),
  ];
}

function worked(id: string, { inputs, region, asOf }: WorkedInput): string {
  const context = { ...ctx, ...(region ? { region } : {}), ...(asOf ? { asOf: d(asOf) } : {}) };
  const head = `> ${JSON.stringify(inputs)}${region ? ` in ${region}` : ''}${asOf ? ` on ${asOf}` : ''}`;
  try {
    return [head, ...printed(calculate(id, inputs, context))].join('\n');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${head}\nrefused: ${JSON.stringify(error.failure)}`;
  }
}

const fromVectors = (id: string): WorkedInput[] =>
  vectors.filter((v) => v.calculator === id).map((v) => ({ inputs: v.inputs }));

// The files under worked/ are read by people: a change of wording or of a figure shows there, to be judged.
test.each(listCalculators().map((c) => [c.id]))('%s, worked out in full', async (id) => {
  const cases = [...fromVectors(id), ...(workedClaims[id] ?? [])];
  const text = cases.map((c) => worked(id, c)).join('\n\n');
  expect(text).not.toMatch(/NaN|undefined|\[object/);
  await expect(`${text}\n`).toMatchFileSnapshot(`./worked/${id}.txt`);
});
