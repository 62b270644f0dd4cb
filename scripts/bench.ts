// Measures and compares in one run; never a gate, so it always ends with 0.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../electron/shells/cli/text-table.ts';
import { keepHeapSmall } from '../electron/shells/common/memory.ts';
import { benchCases } from '../test/bench/cases.bench.ts';
import { benchLaw } from '../test/bench/law.bench.ts';
import { type BenchRow, benchColdPaper } from '../test/bench/paper.bench.ts';
import { benchRoster } from '../test/bench/roster.bench.ts';
import { benchSearch } from '../test/bench/search.bench.ts';
import { type Figure, isMet, median, repeated } from '../test/bench/support/figures.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } },
});
const quick = values.quick === true;
const sizes = quick
  ? { small: 500, large: 5000, repeats: 20, documents: 8, roster: 1000, texts: 5000 }
  : { small: 10_000, large: 100_000, repeats: 50, documents: 25, roster: 10_000, texts: 100_000 };

const machine = {
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model.trim() ?? '',
  memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
};

/** What the warm application is held against: how many times faster it must be. */
const timesFaster: Readonly<Record<string, number>> = {
  'library, font file per document': 15,
  'Chromium, reused page': 100,
  'LibreOffice, one more in a batch': 25,
  'Typst (npm)': 4,
};

// As the application runs.
keepHeapSmall();
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-bench-'));
try {
  if (!values.json)
    console.log(
      `${Object.entries(machine)
        .map(([k, v]) => `${k} ${v}`)
        .join(', ')}${quick ? ' (--quick)' : ''}\n`,
    );
  const figures = [
    ...(await part('paper', async () => [...(await papers()), ...batch(quick ? 100 : 500, quick ? 1 : 3)])),
    ...(await part('law', law)),
    ...(await part('roster', () => benchRoster(home, sizes.roster))),
    ...(await part('search', () => benchSearch(home, sizes.texts, quick ? 40 : 100))),
    ...(await part('cases', () => benchCases(home, sizes.small, sizes.large, sizes.repeats))),
  ];
  if (values.json)
    console.log(JSON.stringify({ machine, quick, figures: figures.map((f) => ({ ...f, met: isMet(f) })) }));
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}

async function part(name: string, work: () => Promise<Figure[]>): Promise<Figure[]> {
  if (values.only !== undefined && values.only !== name) return [];
  const start = performance.now();
  const figures = await work();
  if (!values.json)
    console.log(`${name} (${((performance.now() - start) / 1000).toFixed(0)} s)\n${table(figures)}\n`);
  return figures;
}

async function papers(): Promise<Figure[]> {
  const rows = [warmPaper(), benchColdPaper(5)];
  const repeats = quick ? 3 : 7;
  // Every command of the project keeps its compiled sources (scripts/run.mjs); the first run fills the folder.
  const kept = { NODE_COMPILE_CACHE: path.join(home, 'compiled') };
  await coldDocument(kept);
  const usual = await repeated(repeats, () => coldDocument(kept));
  return [
    ...rows.flatMap((row): Figure[] => [
      { name: row.name, value: row.ours, unit: 'ms', sizes: row.sizes },
      ...Object.entries(row.alternatives).map(
        ([name, value]): Figure => ({ name: `  ${name}`, value, unit: 'ms' }),
      ),
      ...Object.entries(row.ratios).map(
        ([name, value]): Figure => ({
          name: `  times faster than: ${name}`,
          value,
          unit: '×',
          ...(row.name === 'paper.warm-application' && { target: { least: timesFaster[name] ?? 1 } }),
        }),
      ),
      ...row.skipped.map((name): Figure => ({ name: `  not installed: ${name}`, value: 0, unit: 'skipped' })),
      ...(row.sizes.bytes === undefined
        ? []
        : [{ name: '  file', value: row.sizes.bytes / 1000, unit: 'kB', target: { most: 95 } } as const]),
    ]),
    {
      name: 'paper.first-document-of-a-process',
      value: median(usual),
      unit: 'ms',
      sizes: { processes: usual.length },
      target: { most: 250 },
    },
    ...memory(quick ? 200 : 2000),
  ];
}

/**
 * Target: ten thousand of each within a second on one core, the other readings of each date and its JSON included. A
 * machine busy with other work slows them all alike: the last figure of a row says how many single readings it costs.
 */
async function law(): Promise<Figure[]> {
  const rows = benchLaw(quick ? 1000 : 10_000);
  const [single] = rows;
  return rows.flatMap((row): Figure[] => [
    { name: `${row.name}, one`, value: row.oneMs, unit: 'ms' },
    {
      name: `${row.name}, ten thousand`,
      value: (row.totalMs / row.count) * 10_000,
      unit: 'ms',
      sizes: { counted: row.count },
      target: { most: 1000 },
    },
    ...(single && row !== single && row.name.startsWith(single.name)
      ? [{ name: `${row.name}, in single readings`, value: row.totalMs / single.totalMs, unit: '×' as const }]
      : []),
  ]);
}

/**
 * The warm application and its alternatives on one core, where `taskset` can be had: a browser that spreads over all cores
 * is no measure for one thread of ours.
 */
function warmPaper(): BenchRow {
  const script = path.join(root, 'test/bench/support/warm-papers.ts');
  const node = [process.execPath, script, String(sizes.documents)];
  const pin = ['-c', String(machine.cores - 1)];
  const isPinned = spawnSync('taskset', [...pin, process.execPath, '-v']).status === 0;
  const [program, ...args] = isPinned ? ['taskset', ...pin, ...node] : node;
  const child = spawnSync(program as string, args, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const row: BenchRow = JSON.parse(child.stdout);
  return { ...row, sizes: { ...row.sizes, cores: isPinned ? 1 : machine.cores } };
}

/** In a process of its own: the memory that it tells of is that of an office which makes papers, and of nothing else. */
function batch(papers: number, rounds: number): Figure[] {
  const script = path.join(root, 'test/bench/support/batch-alone.ts');
  const child = spawnSync(process.execPath, [script, home, String(papers), String(rounds)], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout.trimEnd().split('\n').at(-1) ?? '[]');
}

/** What one process holds after fifty papers, after a thousand and at the end. */
function memory(most: number): Figure[] {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', path.join(root, 'test/bench/support/paper-memory.ts'), String(most)],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  const seen: Record<string, { rss: number; heap: number }> = JSON.parse(child.stdout);
  return Object.entries(seen).map(([papers, { rss, heap }]) => ({
    name: 'paper.memory',
    value: rss,
    unit: 'MB',
    sizes: { papers, heap: Math.round(heap) },
    target: { most: 250 },
  }));
}

/** From the start of a process to the finished document, the start of Node included. */
function coldDocument(env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'test/bench/support/cold-document.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('error', reject);
    child.once(
      'exit',
      (code) => code !== 0 && reject(new Error(`The document's process ended with ${code}`)),
    );
  });
}

function table(figures: readonly Figure[]): string {
  return textTable(
    ['what', 'value', '', 'target', '', 'on'],
    figures.map((f) => {
      const met = isMet(f);
      const { most, least } = f.target ?? {};
      return [
        f.name,
        f.unit === 'skipped' ? '' : f.value.toFixed(f.value < 100 ? 2 : 0),
        f.unit,
        most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '',
        met === null ? '' : met ? 'met' : 'NOT MET',
        Object.entries(f.sizes ?? {})
          .map(([k, v]) => `${k} ${v}`)
          .join(', '),
      ];
    }),
    [1],
  );
}
