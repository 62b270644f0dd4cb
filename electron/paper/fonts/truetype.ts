/**
 * A TrueType outline font, opened without parsing more than its directory: character map and advance widths are read
 * in place, and outlines from the file when they are drawn first, because a Chinese font has 15 MB and a paper needs
 * a hundredth of them. No shaping: one code point gives one glyph, which is how Chinese office papers are set.
 * Metrics are in 1/1000 em. Keyed by code point throughout, so that 一 never turns into the radical ⼀ that
 * shares its glyph.
 */

interface TableRange {
  readonly offset: number;
  readonly length: number;
}

/** Any stretch of a font file. Beyond its end there are no bytes. */
export type FontReader = (offset: number, length: number) => Buffer;

/**
 * One glyph's outline, padded to four bytes as a subset needs it. Its box is the font's, which holds every glyph: the
 * points alone decide what is drawn, and ten bytes that differ in each glyph would not pack.
 */
export interface Outline {
  readonly bytes: Buffer;
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
  private readonly read: FontReader;
  /** Tables that were needed so far: all but the outlines, under 1 MB in a Chinese font. */
  private readonly kept = new Map<string, Buffer>();
  private readonly hmtx: Buffer;
  private readonly loca: Buffer;
  private readonly cmap: Buffer;
  /** Offsets in the `cmap` table. */
  private readonly segments12: number | null;
  private readonly segments4: number | null;

  /**
   * Opens a `.ttf`, or the first face of a `.ttc`.
   * @throws Error when the file is no TrueType font or holds PostScript (CFF) outlines.
   */
  constructor(read: FontReader) {
    this.read = read;
    const start = startOf(read);
    const count = read(start, 12).readUInt16BE(4);
    const directory = read(start + 12, 16 * count);
    const tables: Record<string, TableRange> = {};
    for (let entry = 0; entry < 16 * count; entry += 16) {
      tables[directory.toString('latin1', entry, entry + 4)] = {
        offset: directory.readUInt32BE(entry + 8),
        length: directory.readUInt32BE(entry + 12),
      };
    }
    this.tables = tables;
    if (!tables.glyf) throw new Error('font has no TrueType outlines');

    const head = this.bytesOf('head');
    this.unitsPerEm = head.readUInt16BE(18);
    this.scale = 1000 / this.unitsPerEm;
    this.longOffsets = head.readInt16BE(50) === 1;
    const k = this.scale;
    this.box = [
      head.readInt16BE(36) * k,
      head.readInt16BE(38) * k,
      head.readInt16BE(40) * k,
      head.readInt16BE(42) * k,
    ];
    const hhea = this.bytesOf('hhea');
    this.ascent = hhea.readInt16BE(4) * k;
    this.descent = hhea.readInt16BE(6) * k;
    this.advanceCount = hhea.readUInt16BE(34);
    this.glyphCount = this.bytesOf('maxp').readUInt16BE(4);
    const os2 = tables['OS/2'] ? this.bytesOf('OS/2') : null;
    this.embeddable = !os2 || (os2.readUInt16BE(8) & 0x000f) !== restrictedLicence;
    this.capHeight = (os2 && os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : 700) * k;
    this.italicAngle = this.bytesOf('post').readInt32BE(4) / 65536;
    this.postscriptName = postscriptNameIn(this.bytesOf('name'));

    this.hmtx = this.bytesOf('hmtx');
    this.loca = this.bytesOf('loca');
    this.cmap = this.bytesOf('cmap');
    let segments12: number | null = null;
    let segments4: number | null = null;
    for (let i = 0; i < this.cmap.readUInt16BE(2); i++) {
      const at = this.cmap.readUInt32BE(4 + 8 * i + 4);
      const format = this.cmap.readUInt16BE(at);
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

  /** A table's bytes, the caller's to change. */
  copyOf(tag: string): Buffer {
    return Buffer.from(this.bytesOf(tag));
  }

  private bytesOf(tag: string): Buffer {
    let bytes = this.kept.get(tag);
    if (bytes === undefined) {
      const { offset, length } = this.table(tag);
      bytes = this.read(offset, length);
      this.kept.set(tag, bytes);
    }
    return bytes;
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
    return this.hmtx.readUInt16BE(4 * index);
  }

  /** Left side bearing of every glyph in font units: where its box begins, or readers would move its points. */
  get bearingUnits(): number {
    return this.bytesOf('head').readInt16BE(36);
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
    const { loca } = this;
    const [from, to] = this.longOffsets
      ? [loca.readUInt32BE(4 * glyph), loca.readUInt32BE(4 * glyph + 4)]
      : [2 * loca.readUInt16BE(2 * glyph), 2 * loca.readUInt16BE(2 * glyph + 2)];
    const bytes = Buffer.alloc((to - from + 3) & ~3);
    if (to > from) {
      bytes.set(this.read(this.table('glyf').offset + from, to - from));
      this.bytesOf('head').copy(bytes, 2, 36, 44);
    }
    const composite = bytes.length > 0 && bytes.readInt16BE(0) < 0;
    return { bytes, composite };
  }

  private lookUp12(table: number, codePoint: number): number {
    const bytes = this.cmap;
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
    const bytes = this.cmap;
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
}

/** Where the table directory of a `.ttf`, or of the first face of a `.ttc`, begins. */
function startOf(read: FontReader): number {
  const bytes = read(0, 16);
  const signature = bytes.readUInt32BE(0);
  if (signature === 0x74746366) return bytes.readUInt32BE(12);
  if (signature !== 0x00010000 && signature !== 0x74727565) throw new Error('not a TrueType font');
  return 0;
}

function postscriptNameIn(name: Buffer): string {
  const storage = name.readUInt16BE(4);
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const record = 6 + 12 * i;
    if (name.readUInt16BE(record + 6) !== 6) continue;
    const at = storage + name.readUInt16BE(record + 10);
    const raw = name.toString('latin1', at, at + name.readUInt16BE(record + 8));
    // Windows records are UTF-16BE; a PostScript name is ASCII, so the zero bytes drop out.
    const text = raw.replace(/[^\x21-\x7e]/g, '').replace(/[[\](){}<>/%]/g, '');
    if (text) return text;
  }
  return 'Font';
}
