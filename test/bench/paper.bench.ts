import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { createPaperEngine, type FontSources } from '../../electron/paper/index.ts';
import type { PaperModel } from '../../electron/paper/model/blocks.ts';
import { info, sources } from '../paper/support/engine.ts';
import { chromiumPage, libreOffice, plainText, typst } from './paper-others.ts';
import { median, timed } from './support/figures.ts';
import { twoPages } from './support/two-pages.ts';

export interface BenchRow {
  readonly name: string;
  /** What was measured, in numbers a reader can weigh. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Median milliseconds of ours. */
  readonly ours: number;
  /** Median milliseconds of each alternative, same content, same run. */
  readonly alternatives: Readonly<Record<string, number>>;
  /** Alternative divided by ours. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Alternatives that are not installed here. */
  readonly skipped: readonly string[];
}

/** The same words and table with the library alone, opening the two font files for the document. */
export function withLibraryAlone(model: PaperModel, fonts: FontSources): Promise<number> {
  const document = new (PDFDocument as unknown as new (options: object) => LibraryDocument)({
    size: 'A4',
    margins: { top: 71, bottom: 71, left: 79, right: 74 },
    font: null,
    info: { CreationDate: info.creationDate },
  });
  let size = 0;
  const done = new Promise<number>((resolve) => {
    document.on('data', (chunk) => {
      size += chunk?.length ?? 0;
    });
    document.on('end', () => resolve(size));
  });
  for (const block of model.blocks) {
    if (block.kind === 'heading')
      document.font(fonts.files.songBold).fontSize(14).text(block.text, { align: 'center' });
    else if (block.kind === 'paragraph') {
      document.font(fonts.files.song).fontSize(12).text(plainText(block.content), { lineGap: 5, indent: 24 });
    } else if (block.kind === 'signature') {
      for (const line of block.lines)
        document.font(fonts.files.song).fontSize(12).text(plainText(line), { align: 'right' });
    } else if (block.kind === 'table') {
      document.font(fonts.files.song).fontSize(10.5);
      const rows = [...block.rows, ...(block.footRows ?? [])].map((cells) =>
        cells.map((c) => ({ text: plainText(c.content), colSpan: c.span ?? 1 })),
      );
      document.table({ data: [block.columns.map((c) => ({ text: c.header })), ...rows] });
    }
  }
  document.end();
  return done;
}

interface LibraryDocument {
  font(path: string): LibraryDocument;
  fontSize(size: number): LibraryDocument;
  text(text: string, options: object): LibraryDocument;
  table(options: object): void;
  on(event: 'data' | 'end', listener: (chunk?: Uint8Array) => void): void;
  end(): void;
}

/** Milliseconds from starting a process to its end. */
function coldRun(script: string, compiled: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

/** The first document of a fresh process, Node's own start included; compiled code is kept, as the programs keep it. */
export function benchColdPaper(rounds: number): BenchRow {
  const ours: number[] = [];
  const theirs: number[] = [];
  const model = `import { application } from '../paper/support/application.ts';
    import { engine, info, sources } from '../paper/support/engine.ts';`;
  const compiled = mkdtempSync(join(tmpdir(), 'gongdao-bench-'));
  // The first of each fills the cache and is not counted.
  for (let i = 0; i <= rounds; i++) {
    const own = coldRun(`${model} await engine.renderPdf(application(1), info);`, compiled);
    const other = coldRun(
      `${model} import { withLibraryAlone } from './paper.bench.ts';
        await withLibraryAlone(application(1), sources);`,
      compiled,
    );
    if (i > 0) ours.push(own);
    if (i > 0) theirs.push(other);
  }
  rmSync(compiled, { recursive: true });
  const own = median(ours);
  const other = median(theirs);
  return {
    name: 'paper.cold-first-document',
    sizes: { processes: rounds },
    ours: own,
    alternatives: { 'library, font file per document': other },
    ratios: { 'library, font file per document': other / own },
    skipped: [],
  };
}

/**
 * One warm application of two pages (about 1,100 Han characters, a twelve-row table, two faces) against what could be used
 * instead, in rounds between theirs. Each is warm in a process of its own: what one leaves to be collected, and what it
 * taught the compiler about the library that both draw with, is no matter of the other's.
 */
export async function benchWarmPaper(rounds: number): Promise<BenchRow> {
  const engine = createPaperEngine(sources);
  const models = Array.from({ length: rounds }, (_, i) => twoPages(i));
  const first = models[0] as PaperModel;
  const own = fork(fileURLToPath(new URL('support/own-papers.ts', import.meta.url)));
  for (let i = 0; i < 3; i++) await withLibraryAlone(first, sources);
  const ours: number[] = [];
  const theirs: number[] = [];
  const round = async (): Promise<void> => {
    own.send(50);
    const [times] = await once(own, 'message');
    ours.push(...(times as number[]));
  };
  for (const model of models) {
    theirs.push(await timed(() => withLibraryAlone(model, sources)));
    await round();
  }
  const measured: Record<string, number | null> = { 'library, font file per document': median(theirs) };
  const few = models.slice(0, Math.max(8, rounds >> 1));
  measured['Chromium, reused page'] = await chromiumPage(few, sources);
  await round();
  measured['LibreOffice, one more in a batch'] = libreOffice(few, engine);
  await round();
  measured['Typst (npm)'] = await typst(models, sources);
  await round();
  own.disconnect();
  const rendered = await engine.renderPdf(first, info);
  assert.equal(rendered.pages, 2);
  const warm = median(ours);
  const known = Object.entries(measured).flatMap(([name, ms]) => (ms === null ? [] : [[name, ms] as const]));
  return {
    name: 'paper.warm-application',
    sizes: {
      documents: ours.length,
      pages: rendered.pages,
      bytes: rendered.bytes.length,
      libraryBytes: await withLibraryAlone(first, sources),
    },
    ours: warm,
    alternatives: Object.fromEntries(known),
    ratios: Object.fromEntries(known.map(([name, ms]) => [name, ms / warm])),
    skipped: Object.keys(measured).filter((name) => measured[name] === null),
  };
}
