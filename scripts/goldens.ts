// Compares every form with its blocks and places on record, and says in words what moved; `--accept` puts what is now in
// their stead.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const usage = `npm run goldens              compares every form with what is on record, and says what moved, came or went
npm run goldens -- --accept  puts what is now on record (test/golden, test/documents/golden); commit it when you have
                             read the differences and looked at the papers: npm run contact-sheet -- --form ID`;
const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'out/golden-report');

interface Report {
  readonly snapshot: { readonly added: number };
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function options() {
  try {
    const all = { accept: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ options: all }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Every test file that holds a paper against what is on record. */
function goldenTests(): readonly string[] {
  const all = fs.globSync('test/{documents,paper}/**/*.test.ts', { cwd: root });
  const uses = /from '.*support\/goldens?\.ts'|toMatchFileSnapshot/;
  return all.filter((file) => uses.test(fs.readFileSync(path.join(root, file), 'utf8')));
}

/** What Vitest found; null when it could not even begin. */
function run(accept: boolean): Report | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-goldens-'));
  const file = path.join(folder, 'report.json');
  const { stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...goldenTests(),
      '--reporter=json',
      `--outputFile=${file}`,
      ...(accept ? ['--update'] : []),
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const found = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Report) : null;
  fs.rmSync(folder, { recursive: true });
  if (!found) console.error(stderr);
  return found;
}

/** Papers that differ in the same way stand under one heading, the most papers first. */
function tellDifferences(): number {
  const files = fs.existsSync(reports) ? fs.readdirSync(reports) : [];
  const alike = Map.groupBy(files, (f) => fs.readFileSync(path.join(reports, f), 'utf8').split('\n\n')[1]);
  const most = (names: readonly string[], n: number, of: string): string =>
    names.length > n
      ? `${names.slice(0, n).join(', ')} and ${names.length - n} more ${of}`
      : names.join(', ');
  const groups = [...alike].sort((a, b) => b[1].length - a[1].length);
  for (const [said, papers] of groups.slice(0, 20)) {
    const lines = (said ?? '').trim().split('\n');
    const names = papers.map((f) => f.replace(/\.txt$/, ''));
    console.log(`\n${most(names, 3, 'papers')}:`);
    for (const line of lines.slice(0, 8)) console.log(`  ${line}`);
    if (lines.length > 8) console.log(`  … and ${lines.length - 8} more lines`);
  }
  if (groups.length > 20) console.log(`\n… and ${groups.length - 20} more kinds of differences`);
  return files.length;
}

const { accept = false, help } = options();
if (help) {
  console.log(usage);
  process.exit(0);
}
fs.rmSync(reports, { recursive: true, force: true });
const found = run(accept);
if (!found) process.exit(1);
// What failed for another reason than a paper that changed: such a test says so itself.
const faults = found.testResults.flatMap(({ name, status, message, assertionResults }) => {
  const own = assertionResults.flatMap((one) =>
    one.status === 'failed' && !one.failureMessages.some((m) => m.includes('see out/golden-report'))
      ? [`${path.relative(root, name)}: ${one.fullName}\n  ${one.failureMessages[0]?.split('\n')[0] ?? ''}`]
      : [],
  );
  const whole = status === 'failed' && assertionResults.length === 0;
  return whole ? [`${path.relative(root, name)}: ${message}`] : own;
});
const differing = tellDifferences();
for (const fault of faults) console.log(`\nfailed: ${fault}`);
const checked = found.testResults.reduce((n, file) => n + file.assertionResults.length, 0);
console.log(
  `\n${checked} checks: ${differing} ${differing === 1 ? 'paper differs' : 'papers differ'} from what was on record.`,
);
if (found.snapshot.added > 0) console.log(`${found.snapshot.added} papers were new and are on record now.`);
if (differing > 0)
  console.log(
    accept
      ? 'What is now is on record. Look at it with git diff --stat and npm run contact-sheet before you commit.'
      : `Each in full: ${path.relative(process.cwd(), reports)}\nIf it is meant so: npm run goldens -- --accept`,
  );
if (accept) fs.rmSync(reports, { recursive: true, force: true });
process.exitCode = faults.length > 0 || (differing > 0 && !accept) ? 1 : 0;
