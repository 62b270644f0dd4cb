// Pictures of every page of every form from invented cases, for review: an HTML page to browse, sheets of thumbnails
// as PNG and PDF.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { FormLanguage } from '../electron/core/features/documents/forms/index.ts';
import { forms } from '../electron/core/features/documents/forms/index.ts';
import { createPaperEngine, packagedFonts } from '../electron/paper/index.ts';
import { type FormId, formIds } from '../shared/features/documents/form-ids.ts';
import { sampleOf, type Variant, variants } from '../test/documents/support/variants.ts';
import { findOrInstallBrowser } from './browser.ts';

const usage = `npm run contact-sheet -- [--form ID]… [--lang zh-CN|en]… [--variant ${variants.join('|')}]… [--dpi 60] [--out DIR]
Pictures of every page of every form from invented cases: DIR/index.html to browse, sheets as PNG and PDF. Without options
all forms in both languages, complete cases of one worker, at 60 dpi, into out/contact-sheet. 110 dpi reads like paper.`;
const root = path.resolve(import.meta.dirname, '..');
const languages = ['zh-CN', 'en'] as const;

function refuse(why: string): never {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
}

function chosen<T extends string>(
  given: readonly string[] | undefined,
  all: readonly T[],
  name: string,
): readonly T[] {
  if (!given) return all;
  return given.map((value) => {
    const found = all.find((one) => one === value || (value === 'zh' && one === 'zh-CN'));
    if (!found) refuse(`--${name} ${value} is none of: ${all.join(', ')}`);
    return found;
  });
}

function given() {
  try {
    return parseArgs({
      options: {
        form: { type: 'string', multiple: true },
        lang: { type: 'string', multiple: true },
        variant: { type: 'string', multiple: true },
        dpi: { type: 'string', default: '60' },
        out: { type: 'string', default: path.join(root, 'out/contact-sheet') },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function options() {
  const values = given();
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const dpi = Number(values.dpi);
  if (!(dpi >= 20 && dpi <= 300)) refuse(`--dpi ${values.dpi} is no number from 20 to 300`);
  return {
    ids: chosen<FormId>(values.form, formIds, 'form'),
    langs: chosen<FormLanguage>(values.lang, languages, 'lang'),
    kinds: chosen<Variant>(values.variant ?? ['full'], variants, 'variant'),
    dpi,
    out: path.resolve(values.out),
  };
}

interface Shot {
  readonly id: FormId;
  readonly language: FormLanguage;
  readonly variant: Variant;
  /** File names of its pages, from the first. */
  readonly pages: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One paper as PDF and as a picture of each page. */
async function shoot(out: string, dpi: number, paper: Omit<Shot, 'pages'>): Promise<Shot> {
  const { id, language, variant } = paper;
  const { model } = sampleOf(id, variant, language);
  const { bytes } = await engine.renderPdf(model, { creationDate: new Date(Date.UTC(2026, 0, 5)) });
  const number = String(forms[id].number).padStart(2, '0');
  const name = `${number}-${id}.${variant}.${language}`;
  const file = path.join(out, `${name}.pdf`);
  fs.writeFileSync(file, bytes);
  const { status, error, stderr } = spawnSync(
    'pdftoppm',
    ['-png', '-r', String(dpi), file, path.join(out, `${name}.p`)],
    { encoding: 'utf8' },
  );
  if (error) throw new Error('pdftoppm (poppler-utils) turns pages into pictures and is not here');
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const pages = fs.readdirSync(out).filter((f) => f.startsWith(`${name}.p-`) && f.endsWith('.png'));
  return { ...paper, pages: pages.sort() };
}

/** A sheet of thumbnails, in pixels: small enough to be seen whole on a screen. */
const sheetWidth = 1700;
const thumbWidth = 234;
const pagesOnSheet = 18;

const style = `
  body { font: 13px/1.4 sans-serif; margin: 4px; background: #d8d8d8; }
  .papers { display: flex; flex-wrap: wrap; gap: 6px; align-items: flex-start; }
  figure { margin: 0; padding: 3px; background: #f4f4f4; }
  figcaption { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; font-size: 11px; }
  .pages { display: flex; flex-wrap: wrap; gap: 2px; }
  img { display: block; background: #fff; border: 1px solid #888; }
  @media print { body { background: #fff; } figure { break-inside: avoid; } }
`;

function pageOf(title: string, shots: readonly Shot[], width: number): string {
  const figures = shots.map(({ id, language, variant, pages }) => {
    const { number, title: name } = forms[id];
    const label = `${number} ${id} · ${language === 'en' ? name.en : name.zh} · ${variant} · ${pages.length}`;
    const first = (pages[0] ?? '').replace(/\.p-\d+\.png$/, '.pdf');
    const pictures = pages.map(
      (p) => `<a href="${p}"><img src="${p}" loading="eager" width="${width}" alt=""></a>`,
    );
    return `<figure style="max-width: ${pages.length * (width + 6)}px" id="${id}.${variant}.${language}"><figcaption><a href="${first}">${escaped(label)}</a></figcaption><div class="pages">${pictures.join('')}</div></figure>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><style>${style}</style><div class="papers">${figures.join('\n')}</div></html>`;
}

/** Shots in portions of about so many pages, never cutting a paper. */
function portions(shots: readonly Shot[], size: number): readonly (readonly Shot[])[] {
  const out: Shot[][] = [[]];
  let pages = 0;
  for (const shot of shots) {
    if (pages > 0 && pages + shot.pages.length > size) {
      out.push([]);
      pages = 0;
    }
    out.at(-1)?.push(shot);
    pages += shot.pages.length;
  }
  return out;
}

const { ids, langs, kinds, dpi, out } = options();
const engine = createPaperEngine(packagedFonts(path.join(root, 'node_modules')));
fs.mkdirSync(out, { recursive: true });
// Only what an earlier run left: the folder may be one that holds something else.
const made = /^(\d\d-.+\.(pdf|png)|sheet-\d+\.png|index\.html|contact-sheet\.pdf)$/;
for (const name of fs.readdirSync(out)) if (made.test(name)) fs.rmSync(path.join(out, name));
const shots: Shot[] = [];
const papers = kinds.length * langs.length * ids.length;
for (const variant of kinds)
  for (const language of langs)
    for (const id of ids) {
      shots.push(await shoot(out, dpi, { id, language, variant }));
      if (process.stderr.isTTY) process.stderr.write(`\r${shots.length} of ${papers} papers`);
    }
if (process.stderr.isTTY) process.stderr.write('\r');

const title = '文书样张 Contact sheet';
fs.writeFileSync(path.join(out, 'index.html'), pageOf(title, shots, 300));
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage({ viewport: { width: sheetWidth, height: 900 } });
  for (const [i, part] of portions(shots, pagesOnSheet).entries()) {
    const file = path.join(out, `sheet-${String(i + 1).padStart(2, '0')}`);
    fs.writeFileSync(`${file}.html`, pageOf(title, part, thumbWidth));
    await page.goto(pathToFileURL(`${file}.html`).href, { waitUntil: 'load' });
    await page.screenshot({ path: `${file}.png`, fullPage: true });
    fs.rmSync(`${file}.html`);
  }
  fs.writeFileSync(path.join(out, 'print.html'), pageOf(title, shots, 200));
  await page.goto(pathToFileURL(path.join(out, 'print.html')).href, { waitUntil: 'load' });
  await page.pdf({ path: path.join(out, 'contact-sheet.pdf'), format: 'A4', landscape: true });
  fs.rmSync(path.join(out, 'print.html'));
} finally {
  await browser.close();
}
const pages = shots.reduce((n, shot) => n + shot.pages.length, 0);
console.log(`${shots.length} papers, ${pages} pages: ${path.join(out, 'index.html')}`);
