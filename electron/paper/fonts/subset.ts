import { checksum, type Outline, type TrueTypeFont } from './truetype.ts';

/** A stretch of a font program. */
export interface ProgramPart {
  readonly bytes: Buffer;
  /** The outline that these bytes are, unchanged; null for bytes made for this subset. */
  readonly outline: Outline | null;
}

// Composite glyph flags (OpenType `glyf` table).
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasXAndYScale = 0x0040;
const hasTwoByTwo = 0x0080;

/** Grows glyph by glyph while a paper is painted, then yields one small TrueType program. Glyph 0 is always first. */
export class FontSubset {
  private readonly font: TrueTypeFont;
  private readonly glyphs: number[] = [0];
  private readonly numbers = new Map<number, number>([[0, 0]]);
  private readonly texts: string[] = [''];
  private readonly twins = new Map<string, number>();

  constructor(font: TrueTypeFont) {
    this.font = font;
  }

  /**
   * The glyph's number inside the subset. Where one glyph draws two texts (a dash alone and as half of a pair), each
   * text gets a number of its own, so that both copy as they were written.
   */
  include(glyph: number, text: string): number {
    const number = this.numbers.get(glyph);
    if (number === undefined) return this.append(glyph, text);
    if (this.texts[number] === text) return number;
    const key = `${glyph} ${text}`;
    let twin = this.twins.get(key);
    if (twin === undefined) {
      twin = this.append(glyph, text);
      this.twins.set(key, twin);
      this.numbers.set(glyph, number);
    }
    return twin;
  }

  private append(glyph: number, text: string): number {
    const number = this.glyphs.length;
    this.numbers.set(glyph, number);
    this.glyphs.push(glyph);
    this.texts.push(text);
    return number;
  }

  private component(glyph: number): number {
    return this.numbers.get(glyph) ?? this.append(glyph, '');
  }

  /** Advance widths in 1/1000 em by subset number. */
  widths(): number[] {
    return this.glyphs.map((glyph) => this.font.advanceOf(glyph));
  }

  /** The program in pieces. Components of composite glyphs join the subset here, behind every glyph with a text. */
  encode(): ProgramPart[] {
    const { font } = this;
    const outlines: ProgramPart[] = [];
    const offsets: number[] = [0];
    let end = 0;
    let sum = 0;
    // The list grows while it is walked: components are appended.
    for (let i = 0; i < this.glyphs.length; i++) {
      const part = this.outlinePart(this.glyphs[i] as number);
      if (part.bytes.length > 0) outlines.push(part);
      sum = (sum + (part.outline?.checksum ?? checksum(part.bytes))) | 0;
      end += part.bytes.length;
      offsets.push(end);
    }
    const count = this.glyphs.length;
    const loca = Buffer.allocUnsafe(4 * offsets.length);
    offsets.forEach((offset, i) => {
      loca.writeUInt32BE(offset, 4 * i);
    });
    const hmtx = Buffer.allocUnsafe(4 * count);
    this.glyphs.forEach((glyph, i) => {
      hmtx.writeUInt16BE(font.advanceUnits(glyph), 4 * i);
      hmtx.writeInt16BE(font.bearingUnits(glyph), 4 * i + 2);
    });
    const head = font.copyOf('head');
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = font.copyOf('hhea');
    hhea.writeUInt16BE(count, 34);
    const maxp = font.copyOf('maxp');
    maxp.writeUInt16BE(count, 4);
    const tables: [string, Buffer][] = [
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ];
    for (const tag of ['cvt ', 'fpgm', 'prep']) if (font.tables[tag]) tables.push([tag, font.copyOf(tag)]);
    return assemble(tables, { parts: outlines, length: end, checksum: sum });
  }

  private outlinePart(glyph: number): ProgramPart {
    const outline = this.font.outlineOf(glyph);
    if (!outline.composite) return { bytes: outline.bytes, outline };
    const copy = Buffer.from(outline.bytes);
    let at = 10;
    let flags: number;
    do {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(this.component(copy.readUInt16BE(at + 2)), at + 2);
      const scaleBytes = flags & hasScale ? 2 : flags & hasXAndYScale ? 4 : flags & hasTwoByTwo ? 8 : 0;
      at += 4 + (flags & argumentsAreWords ? 4 : 2) + scaleBytes;
    } while (flags & moreComponents);
    return { bytes: copy, outline: null };
  }
}

interface OutlineTable {
  readonly parts: readonly ProgramPart[];
  readonly length: number;
  readonly checksum: number;
}

/** Directory, tables, and the outlines at the end. */
function assemble(tables: readonly [string, Buffer][], glyf: OutlineTable): ProgramPart[] {
  const count = tables.length + 1;
  const log = Math.floor(Math.log2(count));
  const start = 12 + 16 * count;
  const padded = (length: number): number => (length + 3) & ~3;
  const front = Buffer.alloc(tables.reduce((sum, [, data]) => sum + padded(data.length), start));
  front.writeUInt32BE(0x00010000, 0);
  front.writeUInt16BE(count, 4);
  front.writeUInt16BE(16 << log, 6);
  front.writeUInt16BE(log, 8);
  front.writeUInt16BE(16 * count - (16 << log), 10);
  const entries = new Map<string, readonly [sum: number, offset: number, length: number]>();
  let at = start;
  for (const [tag, data] of tables) {
    data.copy(front, at);
    const end = at + padded(data.length);
    entries.set(tag, [checksum(front.subarray(at, end)), at, data.length]);
    at = end;
  }
  entries.set('glyf', [glyf.checksum, at, glyf.length]);
  [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([tag, [sum, offset, length]], i) => {
      const entry = 12 + 16 * i;
      front.write(tag, entry, 'latin1');
      front.writeInt32BE(sum, entry + 4);
      front.writeUInt32BE(offset, entry + 8);
      front.writeUInt32BE(length, entry + 12);
    });
  return [{ bytes: front, outline: null }, ...glyf.parts];
}
