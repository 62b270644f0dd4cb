import type { TrueTypeFont } from './truetype.ts';

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

  /** The program. Components of composite glyphs join the subset here, behind every glyph that has a text. */
  encode(): Buffer {
    const { font } = this;
    const outlines: Buffer[] = [];
    const offsets: number[] = [0];
    let end = 0;
    // The list grows while it is walked: components are appended.
    for (let i = 0; i < this.glyphs.length; i++) {
      const outline = this.renumbered(font.outlineOf(this.glyphs[i] as number));
      if (outline.length > 0) {
        outlines.push(outline);
        end += outline.length;
        const padding = -end & 3;
        if (padding > 0) outlines.push(zeros.subarray(0, padding));
        end += padding;
      }
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
    const head = this.copy('head');
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = this.copy('hhea');
    hhea.writeUInt16BE(count, 34);
    const maxp = this.copy('maxp');
    maxp.writeUInt16BE(count, 4);
    const tables: [string, Buffer][] = [
      ['glyf', Buffer.concat(outlines, end)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ];
    for (const tag of ['cvt ', 'fpgm', 'prep']) if (font.tables[tag]) tables.push([tag, this.copy(tag)]);
    return assemble(tables);
  }

  private copy(tag: string): Buffer {
    const { offset, length } = this.font.table(tag);
    return Buffer.from(this.font.bytes.subarray(offset, offset + length));
  }

  private renumbered(outline: Buffer): Buffer {
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
    const copy = Buffer.from(outline);
    let at = 10;
    let flags: number;
    do {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(this.component(copy.readUInt16BE(at + 2)), at + 2);
      const scaleBytes = flags & hasScale ? 2 : flags & hasXAndYScale ? 4 : flags & hasTwoByTwo ? 8 : 0;
      at += 4 + (flags & argumentsAreWords ? 4 : 2) + scaleBytes;
    } while (flags & moreComponents);
    return copy;
  }
}

const zeros = Buffer.alloc(4);

function assemble(tables: [string, Buffer][]): Buffer {
  tables.sort(([a], [b]) => (a < b ? -1 : 1));
  const count = tables.length;
  const log = Math.floor(Math.log2(count));
  const start = 12 + 16 * count;
  const size = tables.reduce((sum, [, data]) => sum + data.length + (-data.length & 3), start);
  const out = Buffer.alloc(size);
  out.writeUInt32BE(0x00010000, 0);
  out.writeUInt16BE(count, 4);
  out.writeUInt16BE(16 << log, 6);
  out.writeUInt16BE(log, 8);
  out.writeUInt16BE(16 * count - (16 << log), 10);
  let at = start;
  tables.forEach(([tag, data], i) => {
    data.copy(out, at);
    const entry = 12 + 16 * i;
    out.write(tag, entry, 'latin1');
    out.writeInt32BE(checksum(out, at, at + data.length), entry + 4);
    out.writeUInt32BE(at, entry + 8);
    out.writeUInt32BE(data.length, entry + 12);
    at += data.length + (-data.length & 3);
  });
  return out;
}

function checksum(bytes: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 4) sum = (sum + bytes.readInt32BE(i)) | 0;
  return sum;
}
