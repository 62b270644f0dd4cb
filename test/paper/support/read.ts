import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LaidOutPaper, Op } from '../../../electron/paper/layout/laid-out.ts';

/** The text of each page as a reader that knows nothing of us extracts it, blanks removed. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    texts.push(squash(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return texts;
}

export const squash = (text: string): string => text.replace(/\s+/g, '');

/** The lines of one page top down, left to right, as the layout placed them. */
export function linesOf(paper: LaidOutPaper, page: number): string[] {
  const rows = new Map<number, { x: number; text: string }[]>();
  const visit = (op: Op): void => {
    if (op.kind === 'actual') op.ops.forEach(visit);
    if (op.kind !== 'text') return;
    const row = rows.get(op.y) ?? [];
    row.push({ x: op.x, text: op.glyphs.map((g) => g.text).join('') });
    rows.set(op.y, row);
  };
  for (const mark of paper.pages[page]?.marks ?? []) mark.ops.forEach(visit);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, parts]) =>
      parts
        .sort((a, b) => a.x - b.x)
        .map((p) => p.text)
        .join(''),
    );
}
