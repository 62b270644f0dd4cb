import type { Block, Face, PaperModel } from '../model/blocks.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export interface HeadingMeasure {
  readonly size: number;
  readonly pitch: number;
  readonly face: Face;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
  readonly indentEm: number;
  readonly before: number;
  readonly after: number;
}

export interface Measures {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly face: Face;
  readonly size: number;
  /** Distance of baselines of body text. */
  readonly pitch: number;
  readonly tableSize: number;
  /** White space above and below the text of a table cell. */
  readonly cellPad: number;
  readonly headings: readonly [HeadingMeasure, HeadingMeasure, HeadingMeasure];
  /** Characters left free at the right of a signature. */
  readonly signatureEm: number;
  readonly english: boolean;
}

const a4 = { short: 210 * mm, long: 297 * mm };

/**
 * The page measures of a model. `gongwen` follows GB/T 9704-2012: 版心 156 × 225 mm, 天头 37 mm, 订口 28 mm,
 * 22 lines of 28 characters (hence 15.79 pt, not 16: 28 × 16 pt would overflow 156 mm). `party` has no national
 * rule; 25 mm margins with 28 mm at the binding edge keep text clear of a three-hole binding and leave the upper
 * right corner (15 × 25 mm) empty for archive page numbers.
 */
export function measuresOf(model: PaperModel): Measures {
  const english = model.language.startsWith('en');
  const landscape = model.orientation === 'landscape';
  const page = landscape ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long };
  if (model.profile === 'gongwen') return gongwen(page, landscape, english);
  const usual = party(page, english);
  return model.profile === 'court' ? { ...usual, left: 20 * mm, right: 25 * mm } : usual;
}

/** A last page filled less than this is worth tighter lines. */
const worthTightening = { portrait: 0.35, landscape: 0.65 };

/** A page that the glue of what follows left emptier than this. */
const halfEmpty = 0.6;

/** Two pages that hold no more than this together, as something was kept together, become one with closer lines. */
const almostOnePage = 1.13;

/** How full the emptiest pages are, 0 to 1; 1 where there is no such page. */
export interface PageFill {
  /** Of pages on which text of several pages ends. */
  readonly last: number;
  /** Of pages that another follows because something was kept together. */
  readonly inner: number;
}

/** Shares of the usual line distance, widest first. A landscape page holds a table, whose few lines of text matter less. */
const tighterLines = { portrait: [0.95, 0.91, 0.87], landscape: [0.92, 0.84, 0.76] };

/** Lines are never closer than this, in their own size. */
const closestLines = { chinese: 1.4, english: 1.25 };

/**
 * Measures to try in turn when the last page holds little or a page before it stays half empty: the same page with
 * lines a little closer, as a person would set it to save the sheet. An official paper keeps its 22 lines unless its
 * signature or seal is what does not fit, where GB/T 9704-2012 7.3.5.4 asks for closer lines, or it is a form to fill in.
 * @param fill the filled shares of the emptiest last page and of the emptiest page before one.
 */
export function tighterMeasures(model: PaperModel, fill: PageFill): readonly Measures[] {
  const { orientation } = model;
  const little = fill.last <= worthTightening[orientation] || fill.inner <= halfEmpty;
  if (!little && fill.last + fill.inner > almostOnePage) return [];
  const fixed = (b: Block): boolean => b.kind === 'signature' || b.kind === 'table';
  if (model.profile === 'gongwen' && !model.blocks.some(fixed)) return [];
  const usual = measuresOf(model);
  const closest = usual.size * (usual.english ? closestLines.english : closestLines.chinese);
  const [one, two, three] = usual.headings;
  return tighterLines[orientation].map((share): Measures => {
    const heading = (h: HeadingMeasure): HeadingMeasure => ({
      ...h,
      pitch: Math.max(h.pitch * share, h.size * closestLines.english),
      before: h.before * share,
      after: h.after * share,
    });
    const edge = orientation === 'landscape' ? 18 * mm : usual.top;
    return {
      ...usual,
      top: edge,
      bottom: edge,
      pitch: Math.max(usual.pitch * share, closest),
      cellPad: usual.cellPad * share,
      headings: [heading(one), heading(two), heading(three)],
    };
  });
}

type PageSize = { readonly width: number; readonly height: number };

function party(page: PageSize, english: boolean): Measures {
  const centred = english ? 'left' : 'center';
  return {
    ...page,
    top: 25 * mm,
    bottom: 25 * mm,
    left: 28 * mm,
    right: 26 * mm,
    face: 'song',
    size: english ? 11 : 12,
    pitch: english ? 16.5 : 23,
    tableSize: english ? 9.5 : 10.5,
    cellPad: 3,
    headings: [
      {
        size: english ? 18 : 22,
        pitch: english ? 26 : 36,
        face: 'song',
        bold: true,
        align: 'center',
        indentEm: 0,
        before: 0,
        after: 10,
      },
      {
        size: english ? 13 : 14,
        pitch: english ? 20 : 26,
        face: 'song',
        bold: true,
        align: centred,
        indentEm: 0,
        before: english ? 9 : 6,
        after: 2,
      },
      {
        size: english ? 11 : 12,
        pitch: english ? 17 : 23,
        face: 'song',
        bold: true,
        align: 'left',
        indentEm: english ? 0 : 2,
        before: english ? 8 : 2,
        after: 0,
      },
    ],
    signatureEm: english ? 0 : 2,
    english,
  };
}

function gongwen(page: PageSize, landscape: boolean, english: boolean): Measures {
  const size = 15.79;
  const pitch = (225 * mm) / 22;
  // Turned clockwise, the binding edge of a landscape sheet is its upper edge.
  const margins = landscape
    ? { top: 28 * mm, bottom: 26 * mm, left: 35 * mm, right: 37 * mm }
    : { top: 37 * mm, bottom: 35 * mm, left: 28 * mm, right: 26 * mm };
  const indentEm = english ? 0 : 2;
  return {
    ...page,
    ...margins,
    face: 'fangsong',
    size: english ? 12 : size,
    pitch: english ? 20 : pitch,
    tableSize: english ? 10 : 12,
    cellPad: 3,
    headings: [
      {
        size: 22,
        pitch: 34,
        face: 'song',
        bold: true,
        align: 'center',
        indentEm: 0,
        before: 0,
        after: pitch / 2,
      },
      {
        size: english ? 13 : size,
        pitch: english ? 22 : pitch,
        face: 'hei',
        bold: false,
        align: 'left',
        indentEm,
        // English paragraphs stand apart: a heading stands nearer to its own.
        before: english ? 12 : 0,
        after: 0,
      },
      {
        size: english ? 12 : size,
        pitch: english ? 20 : pitch,
        face: 'kai',
        bold: false,
        align: 'left',
        indentEm,
        before: english ? 9 : 0,
        after: 0,
      },
    ],
    signatureEm: english ? 0 : 4,
    english,
  };
}
