import type { PdfOutline } from 'pdfkit';
import type { Glyph } from '../fonts/book.ts';
import type { TrueTypeFont } from '../fonts/truetype.ts';
import type {
  Bookmark,
  FillOp,
  FrameOp,
  LaidOutPage,
  LaidOutPaper,
  LineOp,
  Op,
  TextOp,
  TickOp,
} from '../layout/laid-out.ts';
import { Content } from './content.ts';
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

/** The red of official heads, in the space of the file's output intent. */
const red = '0.8 0 0 ';

/** Stroke around a glyph that stands in for a bold one, in em: about half the difference of the two weights. */
const boldStroke = 0.028;

/** So many glyphs in a row without the line's spacing are worth taking the spacing back for. */
const tightRun = 4;

/** What stays as it was set until the page ends. */
interface GraphicsState {
  font: PdfFont | null;
  size: number;
  spacing: number;
  /** 0 black … 1 white; -1 red. */
  ink: number;
  thick: boolean;
  lineWidth: number;
}

const freshState = (): GraphicsState => ({
  font: null,
  size: 0,
  spacing: 0,
  ink: 0,
  thick: false,
  lineWidth: 1,
});

class Painter {
  private readonly document: CompactDocument;
  private readonly structure: StructureTree;
  private readonly fonts = new Map<TrueTypeFont, PdfFont>();
  private readonly content = new Content();
  private state = freshState();
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
    const { document, content } = this;
    document.addPage({ size: [page.width, page.height], margin: 0 });
    this.structure.startPage(document.page.dictionary);
    this.height = page.height;
    this.state = freshState();
    for (const mark of page.marks) {
      content.put(mark.node === null ? '/Artifact BMC\n' : this.structure.open(mark.node));
      this.ops(mark.ops, mark.node);
      content.put('EMC\n');
    }
    document.setContent(content.take());
  }

  finish(): void {
    this.structure.finish();
    for (const font of this.fonts.values()) font.embed();
  }

  private ops(ops: readonly Op[], node: number | null): void {
    const { content } = this;
    let inText = false;
    let path: LineOp | null = null;
    // Where the last text began, in thousandths of a point: a text object places each by its distance from the one before.
    let lastX = 0;
    let lastY = 0;
    for (const op of ops) {
      if (path && !(op.kind === 'line' && isAlike(op, path))) {
        this.stroke(path);
        path = null;
      }
      if (op.kind === 'text') {
        if (!inText) content.put('BT\n');
        if (!inText) lastX = lastY = 0;
        inText = true;
        const font = this.font(op.glyphs[0]?.font as TrueTypeFont);
        this.setText(op, font);
        const x = Math.round(op.x * 1000);
        const y = Math.round((this.height - op.y) * 1000);
        content
          .thousandths(x - lastX)
          .thousandths(y - lastY)
          .put('Td ');
        this.show(op, font);
        lastX = x;
        lastY = y;
        continue;
      }
      if (inText) content.put('ET\n');
      inText = false;
      if (op.kind === 'line') {
        if (!path) this.setLine(op);
        path = op;
        content
          .number(op.x1)
          .number(this.height - op.y1)
          .put('m ');
        content
          .number(op.x2)
          .number(this.height - op.y2)
          .put('l ');
      } else if (op.kind !== 'actual') this.shape(op);
      else if (node === null) this.ops(op.ops, null);
      else {
        content.put('EMC\n').put(this.structure.openActual(node, op.text));
        this.ops(op.ops, null);
        content.put('EMC\n').put(this.structure.open(node));
      }
    }
    if (path) this.stroke(path);
    if (inText) content.put('ET\n');
  }

  private setText(op: TextOp, font: PdfFont): void {
    const { content, state } = this;
    if (state.font !== font || state.size !== op.size)
      content.put(`/${font.name} `).number(op.size).put('Tf\n');
    state.font = font;
    state.size = op.size;
    this.setInk(op.red ? -1 : op.grey);
    const thick = op.glyphs[0]?.thicken === true;
    if (thick) this.setWidth(op.size * boldStroke);
    if (thick !== state.thick) content.put(thick ? '2 Tr\n' : '0 Tr\n');
    state.thick = thick;
  }

  private setInk(ink: number): void {
    if (ink === this.state.ink) return;
    this.state.ink = ink;
    if (ink < 0) this.content.put(`${red}rg\n`);
    else this.content.number(ink).put('g\n');
  }

  private setWidth(width: number): void {
    if (width === this.state.lineWidth) return;
    this.state.lineWidth = width;
    this.content.number(width).put('w\n');
  }

  private setSpacing(spacing: number): void {
    if (spacing === this.state.spacing) return;
    this.state.spacing = spacing;
    this.content.number(spacing).put('Tc\n');
  }

  private show({ glyphs, shifts, spacing, size }: TextOp, font: PdfFont): void {
    const { content } = this;
    if (!shifts) {
      this.setSpacing(spacing);
      content.put('(');
      for (const glyph of glyphs) content.glyph(font.code(glyph));
      content.put(') Tj\n');
      return;
    }
    const last = glyphs.length - 1;
    const isTight = (i: number): boolean =>
      spacing !== 0 && i < last && Math.abs((shifts[i] as number) + spacing) < 0.0015;
    let tight = false;
    for (let i = 0; i <= last; i++) {
      let run = 0;
      if (!tight) while (run < tightRun && isTight(i + run)) run++;
      const turns = tight ? i < last && !isTight(i) : run === tightRun;
      if (turns) tight = !tight;
      if (turns && i > 0) content.put(')] TJ\n');
      if (turns || i === 0) {
        this.setSpacing(tight ? 0 : spacing);
        content.put('[(');
      }
      content.glyph(font.code(glyphs[i] as Glyph));
      const shift = i === last || tight ? 0 : (shifts[i] as number);
      if (shift !== 0)
        content
          .put(')')
          .number((-shift * 1000) / size)
          .put('(');
    }
    content.put(')] TJ\n');
  }

  private setLine(op: LineOp): void {
    this.setWidth(op.thickness);
    if (op.red) this.content.put(`${red}RG `);
    if (op.dashed) this.content.put('[3 3] 0 d ');
  }

  private stroke(op: LineOp): void {
    this.content.put(`S${op.dashed ? ' [] 0 d' : ''}${op.red ? ' 0 G' : ''}\n`);
  }

  private shape(op: FillOp | FrameOp | TickOp): void {
    const { content } = this;
    const at = (x: number, y: number): Content => content.number(x).number(this.height - y);
    if (op.kind === 'tick') {
      const { x, y, size } = op;
      this.setWidth(size * 0.13);
      at(x + size * 0.18, y + size * 0.52).put('m ');
      at(x + size * 0.42, y + size * 0.78).put('l ');
      at(x + size * 0.84, y + size * 0.2).put('l S\n');
      return;
    }
    if (op.kind === 'fill') this.setInk(op.grey);
    else this.setWidth(op.thickness);
    at(op.x, op.y + op.height)
      .number(op.width)
      .number(op.height);
    content.put(op.kind === 'fill' ? 're f\n' : 're S\n');
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

/** May both be one path? */
const isAlike = (one: LineOp, other: LineOp): boolean =>
  one.thickness === other.thickness && !one.dashed === !other.dashed && !one.red === !other.red;

/** The glyphs that each font draws. */
function glyphsOf(pages: readonly LaidOutPage[]): Map<TrueTypeFont, Set<number>> {
  const drawn = new Map<TrueTypeFont, Set<number>>();
  // Most glyphs come again and again; one beyond the array's end is only added more than once.
  const seen = new Uint8Array(1 << 13);
  const visit = (op: Op): void => {
    if (op.kind === 'actual') for (const inner of op.ops) visit(inner);
    if (op.kind !== 'text') return;
    const font = op.glyphs[0]?.font as TrueTypeFont;
    let glyphs = drawn.get(font);
    if (glyphs === undefined) {
      glyphs = new Set();
      drawn.set(font, glyphs);
    }
    for (const { serial, id } of op.glyphs) {
      if (seen[serial] === 1) continue;
      seen[serial] = 1;
      glyphs.add(id);
    }
  };
  for (const page of pages) for (const mark of page.marks) for (const op of mark.ops) visit(op);
  return drawn;
}
