import type { PdfOutline } from 'pdfkit';
import type { TrueTypeFont } from '../fonts/truetype.ts';
import type { Bookmark, LaidOutPage, LaidOutPaper, Op, TextOp } from '../layout/laid-out.ts';
import { CompactDocument } from './document.ts';
import { PdfFont } from './font.ts';
import { StructureTree } from './structure.ts';

export interface PdfPaintInfo {
  readonly creationDate: Date;
  readonly author?: string;
}

/** Paints a laid-out paper as PDF 1.7, PDF/A-2b, tagged. The same input gives the same bytes. */
export function paintPdf(paper: LaidOutPaper, info: PdfPaintInfo): Uint8Array {
  const document = openDocument(paper, info);
  const painter = new Painter(document, new StructureTree(document, paper.nodes));
  painter.pages(paper.pages);
  addBookmarks(document.outline, paper);
  painter.finish();
  document.end();
  return document.bytes();
}

/**
 * Many papers in one file of the same kind as `paintPdf` makes: each keeps its own page numbers and has a bookmark. A
 * paper's pages are packed as soon as they are painted, and each font stands in the file once.
 */
export class MergedPdf {
  private readonly document: CompactDocument;
  private readonly structure: StructureTree;
  private readonly painter: Painter;
  private count = 0;

  constructor(facts: Pick<LaidOutPaper, 'title' | 'language'>, info: PdfPaintInfo) {
    this.document = openDocument(facts, info);
    this.structure = new StructureTree(this.document, null);
    this.painter = new Painter(this.document, this.structure);
  }

  add(paper: LaidOutPaper, bookmark: string): void {
    const { document } = this;
    this.structure.next(paper.nodes);
    this.painter.pages(paper.pages);
    document.outline.addItem(bookmark, {
      pageNumber: this.count,
      top: 0,
      left: paper.pages[0]?.width ?? 0,
      zoom: 0,
      expanded: false,
    });
    this.count += paper.pages.length;
    document.flushPages();
  }

  /** Nothing may be added afterwards. */
  finish(): Uint8Array {
    this.painter.finish();
    this.document.end();
    return this.document.bytes();
  }
}

function openDocument(
  facts: Pick<LaidOutPaper, 'title' | 'language' | 'subject'>,
  info: PdfPaintInfo,
): CompactDocument {
  return new CompactDocument({
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: facts.language,
    displayTitle: true,
    info: {
      Title: facts.title,
      ...(facts.subject === undefined ? {} : { Subject: facts.subject }),
      ...(info.author === undefined ? {} : { Author: info.author }),
      Creator: 'Gongdao',
      Producer: 'Gongdao',
      CreationDate: info.creationDate,
    },
  });
}

function addBookmarks(outline: PdfOutline, paper: LaidOutPaper): void {
  const path: { level: number; item: PdfOutline }[] = [];
  for (const bookmark of paper.bookmarks) {
    while (path.length > 0 && (path[path.length - 1]?.level ?? 0) >= bookmark.level) path.pop();
    const parent = path[path.length - 1]?.item ?? outline;
    path.push({ level: bookmark.level, item: addBookmark(parent, bookmark, paper) });
  }
}

function addBookmark(parent: PdfOutline, bookmark: Bookmark, paper: LaidOutPaper): PdfOutline {
  // The library measures `left` from the right edge: the page's width means its left edge.
  const left = paper.pages[bookmark.page]?.width ?? 0;
  return parent.addItem(bookmark.title, {
    pageNumber: bookmark.page,
    top: bookmark.y,
    left,
    zoom: 0,
    expanded: true,
  });
}

const black = '0 g';
/** The red of official heads, in the space of the file's output intent. */
const red = '0.8 0 0 rg';

/** Stroke around a glyph that stands in for a bold one, in em: about half the difference of the two weights. */
const boldStroke = 0.028;

class Painter {
  private readonly document: CompactDocument;
  private readonly structure: StructureTree;
  private readonly fonts = new Map<TrueTypeFont, PdfFont>();
  /** What the pages draw that are being painted; a font builds its subset by those of the paper that first uses it. */
  private drawn: ReadonlyMap<TrueTypeFont, ReadonlySet<number>> = new Map();
  private height = 0;

  constructor(document: CompactDocument, structure: StructureTree) {
    this.document = document;
    this.structure = structure;
  }

  pages(pages: readonly LaidOutPage[]): void {
    this.drawn = glyphsOf(pages);
    for (const page of pages) this.page(page);
  }

  private page(page: LaidOutPage): void {
    const { document } = this;
    document.addPage({ size: [page.width, page.height], margin: 0 });
    this.structure.startPage(document.page.dictionary);
    this.height = page.height;
    // Back to PDF's own axes: the library turned the page upside down.
    const out = [`1 0 0 -1 0 ${num(page.height)} cm`];
    for (const mark of page.marks) {
      if (mark.node === null) out.push('/Artifact BMC');
      else out.push(this.structure.open(mark.node));
      this.ops(mark.ops, mark.node, out);
      out.push('EMC');
    }
    document.addContent(Buffer.from(out.join('\n'), 'latin1'));
  }

  finish(): void {
    this.structure.finish();
    for (const font of this.fonts.values()) font.embed();
  }

  private ops(ops: readonly Op[], node: number | null, out: string[]): void {
    let font = '';
    let spacing = 0;
    let ink = black;
    let inText = false;
    let thick = false;
    // Where the last text began, in thousandths of a point: a text object places each by its distance from the one before.
    let lastX = 0;
    let lastY = 0;
    for (const op of ops) {
      if (op.kind === 'text') {
        if (!inText) {
          out.push('BT');
          inText = true;
          font = '';
          lastX = 0;
          lastY = 0;
        }
        const pdfFont = this.font(op.glyphs[0]?.font as TrueTypeFont);
        const select = `/${pdfFont.name} ${num(op.size)} Tf`;
        if (select !== font) out.push(select);
        font = select;
        if (op.spacing !== spacing) out.push(`${num(op.spacing)} Tc`);
        spacing = op.spacing;
        const wanted = op.red ? red : `${num(op.grey)} g`;
        if (wanted !== ink) out.push(wanted);
        ink = wanted;
        const thicken = op.glyphs[0]?.thicken === true;
        if (thicken) out.push(`2 Tr ${num(op.size * boldStroke)} w`);
        else if (thick) out.push('0 Tr');
        thick = thicken;
        const x = Math.round(op.x * 1000);
        const y = Math.round((this.height - op.y) * 1000);
        out.push(`${num((x - lastX) / 1000)} ${num((y - lastY) / 1000)} Td ${this.show(op, pdfFont)}`);
        lastX = x;
        lastY = y;
        continue;
      }
      if (inText) out.push('ET');
      inText = false;
      if (op.kind === 'actual') {
        if (spacing !== 0) out.push('0 Tc');
        spacing = 0;
        if (node === null) this.ops(op.ops, null, out);
        else {
          out.push('EMC', this.structure.openActual(node, op.text));
          this.ops(op.ops, null, out);
          out.push('EMC', this.structure.open(node));
        }
      } else this.shape(op, out);
    }
    if (inText) out.push('ET');
    if (spacing !== 0) out.push('0 Tc');
    if (ink !== black) out.push(black);
    if (thick) out.push('0 Tr');
  }

  private show(op: TextOp, font: PdfFont): string {
    if (!op.shifts) {
      let codes = '';
      for (const glyph of op.glyphs) codes += font.code(glyph);
      return `(${codes}) Tj`;
    }
    let out = '[(';
    op.glyphs.forEach((glyph, i) => {
      out += font.code(glyph);
      const shift = op.shifts?.[i] ?? 0;
      if (shift !== 0 && i < op.glyphs.length - 1) out += `)${num((-shift * 1000) / op.size)}(`;
    });
    return `${out})] TJ`;
  }

  private shape(op: Exclude<Op, TextOp | { kind: 'actual' }>, out: string[]): void {
    const up = (y: number): string => num(this.height - y);
    switch (op.kind) {
      case 'line':
        out.push(
          `${op.red ? `${red.toUpperCase()} ` : ''}${op.dashed ? '[3 3] 0 d ' : ''}${num(op.thickness)} w ${num(op.x1)} ${up(op.y1)} m ${num(op.x2)} ${up(op.y2)} l S${op.dashed ? ' [] 0 d' : ''}${op.red ? ' 0 G' : ''}`,
        );
        break;
      case 'fill':
        out.push(
          `${num(op.grey)} g ${num(op.x)} ${up(op.y + op.height)} ${num(op.width)} ${num(op.height)} re f 0 g`,
        );
        break;
      case 'frame':
        out.push(
          `${num(op.thickness)} w ${num(op.x)} ${up(op.y + op.height)} ${num(op.width)} ${num(op.height)} re S`,
        );
        break;
      case 'tick': {
        const at = (x: number, y: number): string => `${num(op.x + op.size * x)} ${up(op.y + op.size * y)}`;
        out.push(`${num(op.size * 0.13)} w ${at(0.18, 0.52)} m ${at(0.42, 0.78)} l ${at(0.84, 0.2)} l S`);
        break;
      }
    }
  }

  private font(font: TrueTypeFont): PdfFont {
    let known = this.fonts.get(font);
    if (known === undefined) {
      known = new PdfFont(this.document, font, this.fonts.size, this.drawn.get(font) ?? new Set());
      this.fonts.set(font, known);
    }
    this.document.page.fonts[known.name] ??= known.dictionary;
    return known;
  }
}

/** The glyphs that each font draws. */
function glyphsOf(pages: readonly LaidOutPage[]): Map<TrueTypeFont, Set<number>> {
  const drawn = new Map<TrueTypeFont, Set<number>>();
  const visit = (op: Op): void => {
    if (op.kind === 'actual') for (const inner of op.ops) visit(inner);
    if (op.kind !== 'text') return;
    const font = op.glyphs[0]?.font as TrueTypeFont;
    let glyphs = drawn.get(font);
    if (glyphs === undefined) {
      glyphs = new Set();
      drawn.set(font, glyphs);
    }
    for (const glyph of op.glyphs) glyphs.add(glyph.id);
  };
  for (const page of pages) for (const mark of page.marks) for (const op of mark.ops) visit(op);
  return drawn;
}

/** A number as PDF wants it: no exponent, at most three decimals. */
function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}
