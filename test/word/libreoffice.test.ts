import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuresOf } from '../../electron/paper/layout/measures.ts';
import type { PaperModel } from '../../electron/paper/model/blocks.ts';
import { findWordProgram } from '../../scripts/word-program.ts';
import { unifyRadicals } from '../../shared/kernel/text.ts';
import { runs } from '../documents/support/read.ts';
import { engine, info } from '../paper/support/engine.ts';
import { everyPaper } from './support/papers.ts';

const program = findWordProgram();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-word-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Drawn in a font of their own after the rest of their line, so that their place in the text says nothing. */
const symbols = /[☐☑★]/g;

const dense = (text: string): string => unifyRadicals(text.normalize('NFKC')).replace(/[\s\u00a0]+/g, '');

/** The text between the margins, page after page, without what every page repeats around it. */
async function bodyText(bytes: Uint8Array, model: PaperModel): Promise<string> {
  const { top, bottom, height, width, right } = measuresOf(model);
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      const [x, y] = [Number(item.transform[4]), height - Number(item.transform[5])];
      // The seam's letters stand beside the text, the page's number under it.
      if (y > top - 6 && y < height - bottom + 6 && x < width - right + 6) texts.push(item.str);
    }
  }
  await task.destroy();
  return dense(texts.join(''));
}

/** Each paragraph, cell and signature line as it should be found; a repeated table head is passed over. */
function missing(model: PaperModel, text: string): string[] {
  let from = 0;
  return runs(model).flatMap((run) => {
    const wanted = dense(
      run.map((p) => (p.kind === 'text' ? p.text : p.kind === 'gap' ? (p.hint ?? '') : '')).join(''),
    ).replace(symbols, '');
    const at = text.indexOf(wanted, from);
    if (at < 0) return [wanted];
    from = at + wanted.length;
    return [];
  });
}

const withoutBoxes = (model: PaperModel): PaperModel => ({
  ...model,
  blocks: model.blocks.map((b) =>
    b.kind === 'table' && b.showHeader === false
      ? { ...b, columns: b.columns.map((c) => ({ ...c, header: '' })) }
      : b,
  ),
});

describe.skipIf(program === null)('in LibreOffice', () => {
  const papers = everyPaper();

  beforeAll(() => {
    for (const { name, model } of papers)
      fs.writeFileSync(path.join(folder, `${name}.docx`), engine.renderWord(model, info).bytes);
    // A profile of its own: a LibreOffice that somebody has open would take the call and answer nothing.
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    const files = papers.map(({ name }) => path.join(folder, `${name}.docx`));
    const { status, stderr } = spawnSync(
      program ?? '',
      ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', folder, ...files],
      { encoding: 'utf8', timeout: 400_000 },
    );
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
  }, 420_000);

  it.each(papers)('$name opens and says every block in order', async ({ name, model }) => {
    const opened = fs.readFileSync(path.join(folder, `${name}.pdf`));
    const text = (await bodyText(opened, model)).replace(symbols, '');
    expect(missing(withoutBoxes(model), text)).toEqual([]);
  });
});
