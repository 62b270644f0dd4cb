/**
 * A TrueType outline font, opened without parsing more than its directory: character map, advance widths and glyph
 * data are read in place. No shaping: one code point gives one glyph, which is how Chinese office papers are set.
 * Metrics are in 1/1000 em. Keyed by code point throughout, so that 一 never turns into the radical ⼀ that
 * shares its glyph.
 */

interface TableRange {
  readonly offset: number;
  readonly length: number;
}

/** One glyph's outline, padded to four bytes as a subset needs it. */
export interface Outline {
  readonly bytes: Buffer;
  readonly checksum: number;
  /** Made of other glyphs, which it names by number. */
  readonly composite: boolean;
}

/** TrueType table checksum: the sum of all 32-bit words. The length must be a multiple of four. */
export function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readInt32BE(i)) | 0;
  return sum;
}

interface TableDirectory {
  readonly [tag: string]: TableRange | undefined;
}

/** OS/2 fsType bit 1: the maker forbids embedding. */
const restrictedLicence = 2;

export class TrueTypeFont {
  readonly bytes: Buffer;
  readonly tables: TableDirectory;
  readonly unitsPerEm: number;
  readonly postscriptName: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  /** Left, bottom, right, top in 1/1000 em. */
  readonly box: readonly [number, number, number, number];
  readonly glyphCount: number;
  readonly advanceCount: number;
  readonly embeddable: boolean;
  private readonly scale: number;
  private readonly longOffsets: boolean;
  private readonly outlines = new Map<number, Outline>();
  private readonly segments12: number | null;
  private readonly segments4: number | null;

  /**
   * Opens a `.ttf`, or the first face of a `.ttc`.
   * @throws Error when the file is no TrueType font or holds PostScript (CFF) outlines.
   */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    let start = 0;
    const signature = bytes.readUInt32BE(0);
    if (signature === 0x74746366) start = bytes.readUInt32BE(12);
    else if (signature !== 0x00010000 && signature !== 0x74727565) throw new Error('not a TrueType font');
    const tables: Record<string, TableRange> = {};
    const count = bytes.readUInt16BE(start + 4);
    for (let i = 0; i < count; i++) {
      const entry = start + 12 + 16 * i;
      tables[bytes.toString('latin1', entry, entry + 4)] = {
        offset: bytes.readUInt32BE(entry + 8),
        length: bytes.readUInt32BE(entry + 12),
      };
    }
    this.tables = tables;
    if (!tables.glyf) throw new Error('font has no TrueType outlines');

    const head = this.table('head').offset;
    this.unitsPerEm = bytes.readUInt16BE(head + 18);
    this.scale = 1000 / this.unitsPerEm;
    this.longOffsets = bytes.readInt16BE(head + 50) === 1;
    const k = this.scale;
    this.box = [
      bytes.readInt16BE(head + 36) * k,
      bytes.readInt16BE(head + 38) * k,
      bytes.readInt16BE(head + 40) * k,
      bytes.readInt16BE(head + 42) * k,
    ];
    const hhea = this.table('hhea').offset;
    this.ascent = bytes.readInt16BE(hhea + 4) * k;
    this.descent = bytes.readInt16BE(hhea + 6) * k;
    this.advanceCount = bytes.readUInt16BE(hhea + 34);
    this.glyphCount = bytes.readUInt16BE(this.table('maxp').offset + 4);
    const os2 = tables['OS/2'];
    this.embeddable = !os2 || (bytes.readUInt16BE(os2.offset + 8) & 0x000f) !== restrictedLicence;
    const hasCapHeight = os2 !== undefined && bytes.readUInt16BE(os2.offset) >= 2;
    this.capHeight = (hasCapHeight ? bytes.readInt16BE(os2.offset + 88) : 700) * k;
    this.italicAngle = bytes.readInt32BE(this.table('post').offset + 4) / 65536;
    this.postscriptName = this.readPostscriptName();

    const cmap = this.table('cmap').offset;
    let segments12: number | null = null;
    let segments4: number | null = null;
    for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
      const at = cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4);
      const format = bytes.readUInt16BE(at);
      if (format === 12) segments12 = at;
      else if (format === 4) segments4 = at;
    }
    if (segments12 === null && segments4 === null) throw new Error('font has no Unicode character map');
    this.segments12 = segments12;
    this.segments4 = segments4;
  }

  /** @throws Error when the font lacks a table that every TrueType font must have. */
  table(tag: string): TableRange {
    const range = this.tables[tag];
    if (!range) throw new Error(`font lacks its ${tag} table`);
    return range;
  }

  /** Glyph number of a code point, 0 when the font has none. */
  glyphOf(codePoint: number): number {
    if (this.segments12 !== null) return this.lookUp12(this.segments12, codePoint);
    return this.segments4 !== null && codePoint <= 0xffff ? this.lookUp4(this.segments4, codePoint) : 0;
  }

  /** Advance width of a glyph in 1/1000 em. */
  advanceOf(glyph: number): number {
    return this.advanceUnits(glyph) * this.scale;
  }

  /** Advance width of a glyph in font units. */
  advanceUnits(glyph: number): number {
    const index = Math.min(glyph, this.advanceCount - 1);
    return this.bytes.readUInt16BE(this.table('hmtx').offset + 4 * index);
  }

  /** Left side bearing of a glyph in font units. */
  bearingUnits(glyph: number): number {
    const hmtx = this.table('hmtx').offset;
    const at =
      glyph < this.advanceCount ? 4 * glyph + 2 : 4 * this.advanceCount + 2 * (glyph - this.advanceCount);
    return this.bytes.readInt16BE(hmtx + at);
  }

  /** Outline data of a glyph, empty for a blank. Read once; the same object every time. */
  outlineOf(glyph: number): Outline {
    let outline = this.outlines.get(glyph);
    if (outline === undefined) {
      outline = this.readOutline(glyph);
      this.outlines.set(glyph, outline);
    }
    return outline;
  }

  private readOutline(glyph: number): Outline {
    const loca = this.table('loca').offset;
    const glyf = this.table('glyf').offset;
    const [from, to] = this.longOffsets
      ? [this.bytes.readUInt32BE(loca + 4 * glyph), this.bytes.readUInt32BE(loca + 4 * glyph + 4)]
      : [2 * this.bytes.readUInt16BE(loca + 2 * glyph), 2 * this.bytes.readUInt16BE(loca + 2 * glyph + 2)];
    const bytes = Buffer.alloc((to - from + 3) & ~3);
    this.bytes.copy(bytes, 0, glyf + from, glyf + to);
    const composite = bytes.length > 0 && bytes.readInt16BE(0) < 0;
    return { bytes, checksum: checksum(bytes), composite };
  }

  private lookUp12(table: number, codePoint: number): number {
    const { bytes } = this;
    let low = 0;
    let high = bytes.readUInt32BE(table + 12) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + 12 * middle;
      const first = bytes.readUInt32BE(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > bytes.readUInt32BE(group + 4)) low = middle + 1;
      else return bytes.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  }

  private lookUp4(table: number, codePoint: number): number {
    const { bytes } = this;
    const count = bytes.readUInt16BE(table + 6) >> 1;
    const ends = table + 14;
    const starts = ends + 2 * count + 2;
    const deltas = starts + 2 * count;
    const offsets = deltas + 2 * count;
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const first = bytes.readUInt16BE(starts + 2 * middle);
      if (codePoint > bytes.readUInt16BE(ends + 2 * middle)) low = middle + 1;
      else if (codePoint < first) high = middle - 1;
      else {
        const offset = bytes.readUInt16BE(offsets + 2 * middle);
        const delta = bytes.readInt16BE(deltas + 2 * middle);
        if (offset === 0) return (codePoint + delta) & 0xffff;
        const glyph = bytes.readUInt16BE(offsets + 2 * middle + offset + 2 * (codePoint - first));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
    }
    return 0;
  }

  private readPostscriptName(): string {
    const { bytes } = this;
    const name = this.table('name').offset;
    const storage = name + bytes.readUInt16BE(name + 4);
    for (let i = 0; i < bytes.readUInt16BE(name + 2); i++) {
      const record = name + 6 + 12 * i;
      if (bytes.readUInt16BE(record + 6) !== 6) continue;
      const at = storage + bytes.readUInt16BE(record + 10);
      const raw = bytes.toString('latin1', at, at + bytes.readUInt16BE(record + 8));
      // Windows records are UTF-16BE; a PostScript name is ASCII, so the zero bytes drop out.
      const text = raw.replace(/[^\x21-\x7e]/g, '').replace(/[[\](){}<>/%]/g, '');
      if (text) return text;
    }
    return 'Font';
  }
}
