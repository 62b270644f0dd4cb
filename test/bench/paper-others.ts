// What a person could use instead, with the same words and table: each answers the milliseconds of one warm document, or
// null where it is not installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { FontSources, PaperEngine } from '../../electron/paper/index.ts';
import type { Inline, PaperModel, TableCell } from '../../electron/paper/model/blocks.ts';
import { findBrowser } from '../../scripts/browser.ts';
import { findWordProgram } from '../../scripts/word-program.ts';
import { info } from '../paper/support/engine.ts';
import { median, timed } from './support/figures.ts';

type Models = readonly PaperModel[];

export const plainText = (content: readonly Inline[]): string =>
  content.map((c) => (c.kind === 'text' ? c.text : c.kind === 'checkbox' ? '□' : '______')).join('');

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

function htmlOf(model: PaperModel): string {
  const cell = (c: TableCell): string => `<td colspan="${c.span ?? 1}">${escaped(plainText(c.content))}</td>`;
  return model.blocks
    .map((block) => {
      if (block.kind === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
      if (block.kind === 'paragraph')
        return `<p>${block.content.map((c) => (c.kind === 'text' && c.bold ? `<b>${escaped(c.text)}</b>` : escaped(plainText([c])))).join('')}</p>`;
      if (block.kind === 'signature')
        return block.lines.map((line) => `<p class="right">${escaped(plainText(line))}</p>`).join('');
      if (block.kind !== 'table') return '';
      const head = block.columns.map((c) => `<th>${escaped(c.header)}</th>`).join('');
      const rows = [...block.rows, ...(block.footRows ?? [])].map((r) => `<tr>${r.map(cell).join('')}</tr>`);
      return `<table><thead><tr>${head}</tr></thead>${rows.join('')}</table>`;
    })
    .join('');
}

/**
 * One page that stays open with both faces loaded: new words, and their PDF with page numbers, tags and bookmarks, as
 * ours has them.
 */
export async function chromiumPage(models: Models, fonts: FontSources): Promise<number | null> {
  const executablePath = findBrowser();
  if (executablePath === null) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-bench-'));
  const file = path.join(folder, 'paper.html');
  const face = (source: string, weight: number): string =>
    `@font-face{font-family:S;src:url(${pathToFileURL(source).href});font-weight:${weight}}`;
  fs.writeFileSync(
    file,
    `<!doctype html><html lang="zh-CN"><style>${face(fonts.files.song, 400)}${face(fonts.files.songBold, 700)}
     @page{size:A4;margin:25mm 26mm 25mm 28mm;@bottom-center{font:9pt S;content:"第" counter(page) "页 共" counter(pages) "页"}} body{font:11pt/21pt S;margin:0} h1{font:bold 22pt S;text-align:center;margin:0 0 12pt}
     h2{font:bold 14pt S;text-align:center;margin:6pt 0} p{text-indent:2em;margin:0;text-align:justify} .right{text-align:right}
     table{border-collapse:collapse;width:100%;font-size:10.5pt} td,th{border:.5pt solid;padding:3pt 4pt;line-height:14.7pt}</style><body>`,
  );
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const times: number[] = [];
    let bytes: Uint8Array = new Uint8Array();
    for (const [i, model] of models.entries()) {
      const html = htmlOf(model);
      const time = await timed(async () => {
        await page.evaluate(
          `document.body.innerHTML = ${JSON.stringify(html)}; document.fonts.ready.then(() => 1)`,
        );
        bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
      });
      if (i >= 3) times.push(time);
    }
    assertSameJob(bytes);
    return median(times);
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  }
}

/** Two pages, two faces, tagged, with bookmarks: anything else would not be compared with ours. */
function assertSameJob(pdf: Uint8Array): void {
  const raw = Buffer.from(pdf).toString('latin1');
  const programs = raw.match(/\/FontFile[23]?\b/g)?.length;
  const pages = /\/Type \/Pages\s+\/Count (\d+)/.exec(raw)?.[1];
  if (programs !== 2 || pages !== '2' || !/\/StructTreeRoot/.test(raw) || !/\/Outlines/.test(raw))
    throw new Error(`Chromium made ${pages} pages with ${programs} fonts`);
}

/** One more paper in a batch that LibreOffice turns into PDF: its own start is not counted. */
export function libreOffice(models: Models, engine: PaperEngine): number | null {
  const program = findWordProgram();
  if (program === null) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-bench-'));
  const files = models.map((model, i) => {
    const file = path.join(folder, `${i}.docx`);
    fs.writeFileSync(file, engine.renderWord(model, info).bytes);
    return file;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const convert = (some: readonly string[]): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      program,
      ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...some],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  };
  // The first call makes the profile.
  const first = files.slice(0, 1);
  convert(first);
  const one = convert(first);
  const all = convert(files);
  fs.rmSync(folder, { recursive: true });
  return (all - one) / (files.length - 1);
}

interface TypstCompiler {
  pdf(source: { mainFileContent: string }): Uint8Array;
  evictCache(maxAge: number): void;
}

/** The package is no dependency: it is found where somebody installed it, or where `GONGDAO_TYPST` says. */
export async function typst(models: Models, fonts: FontSources): Promise<number | null> {
  const name = process.env.GONGDAO_TYPST ?? '@myriaddreamin/typst-ts-node-compiler';
  const found = await import(name).catch(() => null);
  if (found === null) return null;
  const compilers = found.NodeCompiler ?? found.default.NodeCompiler;
  const folders = [path.dirname(fonts.files.song), path.dirname(fonts.files.songBold)];
  const compiler: TypstCompiler = compilers.create({ fontArgs: [{ fontPaths: folders }] });
  const times: number[] = [];
  for (const [i, model] of models.entries()) {
    const mainFileContent = typstOf(model);
    const time = await timed(() => compiler.pdf({ mainFileContent }));
    if (i >= 3) times.push(time);
    compiler.evictCache(10);
  }
  return median(times);
}

function typstOf(model: PaperModel): string {
  const text = (t: string): string => t.replace(/[\\#$*_@<>[\]`~=/+-]/g, (c) => `\\${c}`);
  const cell = (c: TableCell): string => `table.cell(colspan: ${c.span ?? 1})[${text(plainText(c.content))}]`;
  const body = model.blocks.map((block) => {
    if (block.kind === 'heading') return `${'='.repeat(block.level)} ${text(block.text)}`;
    if (block.kind === 'paragraph')
      return block.content
        .map((c) => (c.kind === 'text' && c.bold ? `#strong[${text(c.text)}]` : text(plainText([c]))))
        .join('');
    if (block.kind === 'signature')
      return block.lines.map((l) => `#align(right)[${text(plainText(l))}]`).join('\n');
    if (block.kind !== 'table') return '';
    const shares = block.columns.map((c) => `${c.share}fr`).join(',');
    const head = block.columns.map((c) => `[${text(c.header)}]`).join(',');
    const rows = [...block.rows, ...(block.footRows ?? [])].flat().map(cell).join(',');
    return `#table(columns:(${shares}), table.header(${head}), ${rows})`;
  });
  return `#set page("a4", margin: (x: 27mm, y: 25mm), numbering: "1")
#set text(font: "Noto Serif SC", size: 11pt, lang: "zh")
#set par(first-line-indent: 2em, justify: true)
${body.join('\n\n')}`;
}
