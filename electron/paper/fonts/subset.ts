import type { Lead } from './lead.ts';
import { checksum, type Outline, type TrueTypeFont } from './truetype.ts';

/** A stretch of a font program: outlines as the font has them, a lead, or bytes made for this subset. */
export interface ProgramPart {
  readonly bytes: Buffer;
  readonly kind: 'outline' | 'lead' | 'made';
}

/** How far back a packed outline may point: the window of deflate. */
const reach = 32_768;

// Composite glyph flags (OpenType `glyf` table).
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasXAndYScale = 0x0040;
const hasTwoByTwo = 0x0080;

/**
 * Grows glyph by glyph while a paper is painted, then yields one small TrueType program. Glyph 0 is always first, the
 * lead's glyphs follow if there is one. In a long program the lead returns, as a glyph that nothing draws, before it
 * would be out of an outline's reach.
 */
export class FontSubset {
  private readonly font: TrueTypeFont;
  private readonly lead: Lead | null;
  private readonly glyphs: number[] = [];
  /** By subset number, like the glyphs. */
  private readonly outlines: Outline[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly twins = new Map<string, number>();
  /** Numbers of the glyphs at which the lead returns. */
  private readonly returns = new Set<number>();
  /** Bytes of outlines so far, and of those before the last lead. */
  private end = 0;
  private leadAt = 0;
  /** Text by subset number; empty where nothing is drawn. */
  readonly texts: string[] = [];

  constructor(font: TrueTypeFont, lead: Lead | null = null) {
    this.font = font;
    this.lead = lead;
    const first = lead ?? { glyphs: [0], texts: [''] };
    first.glyphs.forEach((glyph, i) => {
      this.push(glyph, first.texts[i] as string, font.outlineOf(glyph));
    });
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
    const { lead } = this;
    const outline = this.font.outlineOf(glyph);
    if (lead && this.end + outline.bytes.length - this.leadAt > reach) {
      this.leadAt = this.end;
      this.returns.add(this.glyphs.length);
      this.glyphs.push(0);
      this.outlines.push({ bytes: lead.bytes, composite: false });
      this.texts.push(lead.texts[1] as string);
      this.end += lead.bytes.length;
    }
    return this.push(glyph, text, outline);
  }

  private push(glyph: number, text: string, outline: Outline): number {
    const number = this.glyphs.length;
    this.numbers.set(glyph, number);
    this.glyphs.push(glyph);
    this.outlines.push(outline);
    this.texts.push(text);
    this.end += outline.bytes.length;
    return number;
  }

  private component(glyph: number): number {
    return this.numbers.get(glyph) ?? this.append(glyph, '');
  }

  /** Tells apart the subsets of one font, as long as nothing is encoded. */
  key(): string {
    return `${this.glyphs.join(' ')} ${this.texts.join('\0')}`;
  }

  /** Advance widths in 1/1000 em by subset number. */
  widths(): number[] {
    return this.glyphs.map((glyph) => this.font.advanceOf(glyph));
  }

  /** The program in pieces. Components of composite glyphs join the subset here, behind every glyph with a text. */
  encode(): ProgramPart[] {
    const { font, lead } = this;
    const outlines: ProgramPart[] = [];
    const offsets: number[] = [0];
    const leading = lead?.glyphs.length ?? 0;
    let end = 0;
    let sum = 0;
    // The list grows while it is walked: components are appended.
    for (let i = 0; i < this.glyphs.length; i++) {
      const outline = this.outlines[i] as Outline;
      if (lead && i < leading) {
        if (i === 0) outlines.push({ bytes: lead.bytes, kind: 'lead' });
      } else if (outline.bytes.length > 0) {
        outlines.push(
          this.returns.has(i) ? { bytes: outline.bytes, kind: 'lead' } : this.outlinePart(outline),
        );
      }
      end += outline.bytes.length;
      offsets.push(end);
    }
    for (const part of outlines) sum = (sum + sumOf(part)) | 0;
    const count = this.glyphs.length;
    // Half the offset in two bytes while that suffices.
    const short = end <= 0x1fffe;
    const loca = Buffer.allocUnsafe((short ? 2 : 4) * offsets.length);
    offsets.forEach((offset, i) => {
      if (short) loca.writeUInt16BE(offset / 2, 2 * i);
      else loca.writeUInt32BE(offset, 4 * i);
    });
    const { bearingUnits } = font;
    const hmtx = Buffer.allocUnsafe(4 * count);
    this.glyphs.forEach((glyph, i) => {
      hmtx.writeUInt16BE(font.advanceUnits(glyph), 4 * i);
      hmtx.writeInt16BE(bearingUnits, 4 * i + 2);
    });
    const head = font.copyOf('head');
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(short ? 0 : 1, 50);
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

  private outlinePart(outline: Outline): ProgramPart {
    if (!outline.composite) return { bytes: outline.bytes, kind: 'outline' };
    const copy = Buffer.from(outline.bytes);
    let at = 10;
    let flags: number;
    do {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(this.component(copy.readUInt16BE(at + 2)), at + 2);
      const scaleBytes = flags & hasScale ? 2 : flags & hasXAndYScale ? 4 : flags & hasTwoByTwo ? 8 : 0;
      at += 4 + (flags & argumentsAreWords ? 4 : 2) + scaleBytes;
    } while (flags & moreComponents);
    return { bytes: copy, kind: 'made' };
  }
}

const sums = new WeakMap<Buffer, number>();

/** An outline's checksum is counted once for a process. */
function sumOf({ bytes, kind }: ProgramPart): number {
  if (kind === 'made') return checksum(bytes);
  let sum = sums.get(bytes);
  if (sum === undefined) {
    sum = checksum(bytes);
    sums.set(bytes, sum);
  }
  return sum;
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
  return [{ bytes: front, kind: 'made' }, ...glyf.parts];
}
