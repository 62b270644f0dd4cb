// Mutation testing of the law engine: `npm run mutate` for all of shared/law, `npm run mutate -- counting claims` for
// parts. Reports lie in out/mutation; the table at the end sums every part measured so far.
import fs from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const root = path.resolve(import.meta.dirname, '..');
const law = path.join(root, 'shared/law');

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

interface Score {
  killed: number;
  timeout: number;
  survived: number;
  uncovered: number;
  ignored: number;
}

const asked = process.argv.slice(2);
const tables = asked.includes('--tables');
const reports = tables ? 'out/mutation/tables' : 'out/mutation';
const wanted = asked.filter((word) => word !== '--tables');

/** The folders of shared/law; `core` is the files beside them. */
const parts = ['core', ...fs.readdirSync(law).filter((name) => !name.includes('.'))];

function filesOf(part: string): string {
  return part === 'core' ? 'shared/law/*.ts' : `shared/law/${part}/**/*.ts`;
}

async function measure(part: string): Promise<void> {
  await new Stryker({
    mutate: [filesOf(part)],
    testRunner: 'in-process',
    plugins: [path.join(root, 'test/mutation/runner.ts')],
    // Texts are data: wording in two languages, ids, citations. A comparison with a text is mutated by its operator.
    mutator: { excludedMutations: ['StringLiteral'] },
    // What runs only while a module loads is mostly tables; `--tables` measures it, too, and takes far longer.
    ignoreStatic: !tables,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    ignorePatterns: ['*', '!shared/**', '!test/**', '!resources/law/**', '!package.json'],
    tempDirName: 'out/mutation/sandbox',
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: `${reports}/${part}.html` },
    jsonReporter: { fileName: `${reports}/${part}.json` },
  }).runMutationTest();
}

function scoreOf(part: string): Score | null {
  const file = path.join(root, reports, `${part}.json`);
  if (!fs.existsSync(file)) return null;
  const { files } = JSON.parse(fs.readFileSync(file, 'utf8')) as Report;
  const states = Object.values(files).flatMap((f) => f.mutants.map((m) => m.status));
  const count = (status: string): number => states.filter((s) => s === status).length;
  return {
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    ignored: count('Ignored'),
  };
}

function percent({ killed, timeout, survived, uncovered }: Score): number {
  const found = killed + timeout;
  return (100 * found) / Math.max(1, found + survived + uncovered);
}

/** Prints one row a part and returns the score of the whole. */
function summarise(): number {
  const total: Score = { killed: 0, timeout: 0, survived: 0, uncovered: 0, ignored: 0 };
  const rows: Record<string, object> = {};
  const row = (score: Score): object => ({ 'score %': percent(score).toFixed(1), ...score });
  for (const part of parts) {
    const score = scoreOf(part);
    if (!score) continue;
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
    rows[part] = row(score);
  }
  rows.total = row(total);
  console.table(rows);
  return percent(total);
}

const unknown = wanted.filter((part) => !parts.includes(part) && part !== 'summary');
if (unknown.length > 0) {
  console.error(
    `no such part of shared/law: ${unknown.join(', ')}; there are ${parts.join(', ')}, and summary`,
  );
  process.exit(2);
}
for (const part of wanted.length > 0 ? wanted : parts) if (part !== 'summary') await measure(part);
process.exitCode = summarise() >= 85 ? 0 : 1;
