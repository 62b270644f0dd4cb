import type { FontBook, Glyph } from '../fonts/book.ts';
import type { PaperModel } from '../model/blocks.ts';
import { unitsOf } from './blocks.ts';
import { breakLines } from './breaker.ts';
import { fillPages, PageStack } from './flow.ts';
import type { KeptRuns } from './kept-runs.ts';
import type { Bookmark, LaidOutPage, LaidOutPaper, LineOp, Op, PaperWarning } from './laid-out.ts';
import { type Measures, measuresOf, mm, type PageFill, tighterMeasures } from './measures.ts';
import { middle, placeLine } from './place.ts';
import { type TextContext, textRun } from './text.ts';

/**
 * Lays a paper out: the same model and fonts give the same places, whatever was laid out before. Where a last page
 * would hold little, the lines move closer if that saves the page.
 */
export function layOut(model: PaperModel, book: FontBook, kept: KeptRuns): LaidOutPaper {
  const usual = layOutWith(model, book, kept, measuresOf(model));
  const fewer = (measures: Measures): LaidOutPaper | null => {
    const { paper } = layOutWith(model, book, kept, measures);
    return paper.pages.length < usual.paper.pages.length ? paper : null;
  };
  const tries = tighterMeasures(model, usual.fill);
  // The closest first: where even that saves nothing, no other will.
  const closest = tries.length > 0 ? fewer(tries[tries.length - 1] as Measures) : null;
  if (!closest) return usual.paper;
  for (const measures of tries.slice(0, -1)) {
    const paper = fewer(measures);
    if (paper) return paper;
  }
  return closest;
}

function layOutWith(
  model: PaperModel,
  book: FontBook,
  kept: KeptRuns,
  measures: Measures,
): { readonly paper: LaidOutPaper; readonly fill: PageFill } {
  const pages = new PageStack(measures);
  const warnings: PaperWarning[] = [];
  const bookmarks: Bookmark[] = [];
  const { face, english } = measures;
  const context: TextContext = { book, kept, face, english, block: 0, warnings };
  const fill = fillPages(unitsOf(model, context, pages, bookmarks), pages);
  const edge: TextContext = { ...context, face: 'song', block: -1 };
  const laidOut = pages.finish(
    (page, count) => pageEdge(edge, model, measures, page, count),
    model.draftMark ? watermark(edge, model.draftMark, measures) : [],
  );
  const paper: LaidOutPaper = {
    title: model.title,
    language: model.language,
    ...(model.subject === undefined ? {} : { subject: model.subject }),
    pages: laidOut,
    nodes: pages.nodes,
    bookmarks,
    warnings,
    places: pages.places,
    fonts: fontsOf(laidOut),
  };
  return { paper, fill };
}

/** Page number, running head and seam rule. */
function pageEdge(
  context: TextContext,
  model: PaperModel,
  measures: Measures,
  page: number,
  count: number,
): Op[] {
  const { width, height, left, right, bottom } = measures;
  const room = width - left - right;
  const lines = (text: string, baseline: number, size: number, align: 'left' | 'center' | 'right'): Op[] => {
    const run = textRun(context, [{ kind: 'text', text }]);
    return breakLines(run, (room * 1000) / size, (room * 1000) / size).flatMap((line, i) =>
      placeLine(run, line, { x: left, width: room, baseline: baseline + i * size * 1.25, size, align }),
    );
  };
  const ops: Op[] = [];
  if (model.profile === 'gongwen') {
    // GB/T 9704: 4号 between one-em dashes, 7 mm below the text; odd pages right, even left, one character in.
    const size = 14;
    const baseline = height - bottom + 7 * mm + size * middle;
    const text = page % 2 === 0 ? `— ${page + 1} —　` : `　— ${page + 1} —`;
    ops.push(...lines(text, baseline, size, page % 2 === 0 ? 'right' : 'left'));
  } else {
    const text = measures.english ? `Page ${page + 1} of ${count}` : `第 ${page + 1} 页　共 ${count} 页`;
    ops.push(...lines(text, height - 14 * mm, 9, 'center'));
  }
  if (model.signEachPage) {
    // Opposite the page number of an official paper.
    const align = model.profile === 'gongwen' && page % 2 === 1 ? 'right' : 'left';
    const run = textRun(context, [
      { kind: 'text', text: model.signEachPage },
      { kind: 'blank', widthEm: 14 },
    ]);
    const size = 10.5;
    const baseline = height - bottom + 7 * mm + 14 * middle;
    const [line] = breakLines(run, (room * 1000) / size, (room * 1000) / size);
    if (line) ops.push(...placeLine(run, line, { x: left, width: room, baseline, size, align }));
  }
  if (model.runningHead) {
    // At the left: the upper right corner belongs to the archive's page numbers.
    ops.push(...lines(model.runningHead, 13 * mm, 9, 'left'));
  }
  if (model.draftMark) {
    ops.push(...lines(model.draftMark, 13 * mm, 9, 'right'));
  }
  if (model.seam) ops.push(...seam(context, width, height));
  return ops;
}

/** Pale enough to read the text over it, dark enough to survive a copier. */
const watermarkGrey = 0.87;

/** The mark of a draft, twice on each page, across two thirds of its width. */
function watermark(context: TextContext, text: string, { width, height }: Measures): Op[] {
  const run = textRun({ ...context, face: 'hei' }, [{ kind: 'text', text }], { bold: true });
  const [line] = breakLines(run, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (!line) return [];
  const size = Math.min(72, ((width * 2) / 3) * (1000 / line.width));
  return [1 / 3, 2 / 3].flatMap((at) =>
    placeLine(run, line, {
      x: 0,
      width,
      baseline: height * at + size * middle,
      size,
      align: 'center',
    }).map((op) => (op.kind === 'text' ? { ...op, grey: watermarkGrey } : op)),
  );
}

/** Distance of the seam rule from the paper's right edge. */
const seamEdge = 6 * mm;
const seamSize = 8;

/** A dashed rule along the right edge, broken in its middle by 骑缝, so that a seal can straddle the pages. */
function seam(context: TextContext, width: number, height: number): Op[] {
  const x = width - seamEdge;
  const center = height / 2;
  const letters = [...(context.english ? 'SEAL' : '骑缝')];
  const step = seamSize * 1.4;
  const half = (letters.length * step) / 2 + 4;
  const rule = (y1: number, y2: number): LineOp => ({
    kind: 'line',
    x1: x,
    y1,
    x2: x,
    y2,
    thickness: 0.5,
    dashed: true,
  });
  const glyphs: Glyph[] = letters.flatMap(
    (c) => context.book.glyph('song', c.codePointAt(0) as number) ?? [],
  );
  return [
    rule(30 * mm, center - half),
    rule(center + half, height - 20 * mm),
    ...glyphs.map((glyph, i): Op => {
      const y = center - half + 4 + (i + 0.5) * step + seamSize * middle;
      const glyphWidth = (glyph.width * seamSize) / 1000;
      return { kind: 'text', x: x - glyphWidth / 2, y, size: seamSize, glyphs: [glyph], spacing: 0, grey: 0 };
    }),
  ];
}

function fontsOf(pages: readonly LaidOutPage[]): string[] {
  const used = new Map<string, number>();
  const count = (op: Op): void => {
    if (op.kind === 'actual') op.ops.forEach(count);
    if (op.kind !== 'text') return;
    const name = op.glyphs[0]?.font.postscriptName;
    if (name) used.set(name, (used.get(name) ?? 0) + op.glyphs.length);
  };
  for (const page of pages) for (const mark of page.marks) mark.ops.forEach(count);
  return [...used].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
