import type { PdfReference } from 'pdfkit';
import type { Glyph } from '../fonts/book.ts';
import { leadFor } from '../fonts/lead.ts';
import { FontSubset } from '../fonts/subset.ts';
import type { TrueTypeFont } from '../fonts/truetype.ts';
import { deflated } from './deflate.ts';
import type { CompactDocument } from './document.ts';
import { type PackedProgram, packProgram } from './pack.ts';

/** One font inside one PDF: collects the glyphs that are drawn and embeds exactly these. */
export class PdfFont {
  readonly name: string;
  readonly dictionary: PdfReference;
  private readonly document: CompactDocument;
  private readonly font: TrueTypeFont;
  private readonly subset: FontSubset;
  /** By the glyph's serial; 0 where it has none yet. */
  private codes = new Uint16Array(1024);
  private readonly tag: string;

  /** @param drawn every glyph that will be drawn, so that the subset can choose its build. */
  constructor(document: CompactDocument, font: TrueTypeFont, index: number, drawn: ReadonlySet<number>) {
    this.document = document;
    this.font = font;
    this.name = `F${index + 1}`;
    this.subset = new FontSubset(font, leadFor(font, drawn));
    this.dictionary = document.ref({});
    this.tag = `GD${letters(index)}`;
  }

  /** The glyph's number in this font. */
  code(glyph: Glyph): number {
    const { serial } = glyph;
    // Beyond the array's end there is no number yet either.
    const known = this.codes[serial] ?? 0;
    if (known > 0) return known;
    const code = this.subset.include(glyph.id, glyph.text);
    if (serial >= this.codes.length) {
      const larger = new Uint16Array(2 * serial);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[serial] = code;
    return code;
  }

  /** Writes the font's objects. Nothing may be drawn with it afterwards. */
  embed(): void {
    const { document, font } = this;
    const { program, toUnicodeStream, widths } = packedSubset(font, this.subset);
    const name = `${this.tag}+${font.postscriptName}`;
    const [file, descriptor, descendant, toUnicode] = [0, 0, 0, 0].map(() => document.reserve());
    document.putStream(file as number, `/Length1 ${program.length}`, program.packed);
    document.putStream(toUnicode as number, '', toUnicodeStream);
    const box = font.box.map(Math.round).join(' ');
    document.put(
      descriptor as number,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle ${font.italicAngle}` +
        `/Ascent ${Math.round(font.ascent)}/Descent ${Math.round(font.descent)}` +
        `/CapHeight ${Math.round(font.capHeight)}/StemV 80/FontFile2 ${file} 0 R>>`,
    );
    document.put(
      descendant as number,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}` +
        '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
        `/FontDescriptor ${descriptor} 0 R/DW ${usualWidth}/W[${widths}]/CIDToGIDMap/Identity>>`,
    );
    document.put(
      this.dictionary.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    );
    document.settle(this.dictionary);
  }
}

interface PackedSubset {
  readonly program: PackedProgram;
  readonly toUnicodeStream: Uint8Array;
  readonly widths: string;
}

/** The headings of one form have the same few glyphs in paper after paper: so many such sets, of so many glyphs at most. */
const keptSubsets = 8;
const keptGlyphs = 128;
const kept = new WeakMap<TrueTypeFont, Map<string, PackedSubset>>();

function packedSubset(font: TrueTypeFont, subset: FontSubset): PackedSubset {
  if (subset.texts.length > keptGlyphs) return pack(subset);
  let known = kept.get(font);
  if (known === undefined) {
    known = new Map();
    kept.set(font, known);
  }
  const key = subset.key();
  const packed = known.get(key) ?? pack(subset);
  // The one that was used last is forgotten last.
  known.delete(key);
  known.set(key, packed);
  if (known.size > keptSubsets) known.delete(known.keys().next().value as string);
  return packed;
}

function pack(subset: FontSubset): PackedSubset {
  const program = packProgram(subset.encode());
  // Only now: parts of a glyph join the subset while it is encoded.
  const widths = widthRuns(subset.widths());
  const toUnicodeStream = deflated(Buffer.from(toUnicodeMap(subset.texts), 'latin1'));
  return { program, toUnicodeStream, widths };
}

function letters(index: number): string {
  let rest = index;
  let text = '';
  for (let i = 0; i < 4; i++) {
    text = String.fromCharCode(65 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

const byteHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex4(value: number): string {
  return (byteHex[value >> 8] as string) + byteHex[value & 0xff];
}

/** UTF-16BE in hexadecimal. */
export function utf16Hex(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}

/** Of every Han character. */
const usualWidth = 1000;

/** The widths that are not the usual one, each run behind the number of its first glyph. */
function widthRuns(widths: readonly number[]): string {
  let runs = '';
  let open = false;
  widths.forEach((width, number) => {
    const isUsual = width === usualWidth;
    if (!isUsual) runs += open ? ` ${decimal(width)}` : `${number}[${decimal(width)}`;
    else if (open) runs += ']';
    open = !isUsual;
  });
  return open ? `${runs}]` : runs;
}

const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** At most this many ranges fit in one section (Adobe technical note 5014). */
const sectionSize = 100;

/** The text of each number. A range lists the texts of neighbours; its numbers share their first byte. */
function toUnicodeMap(texts: readonly string[]): string {
  const ranges: string[] = [];
  for (let first = 1; first < texts.length; ) {
    const end = Math.min(texts.length, (first | 0xff) + 1);
    const list = texts.slice(first, end).map((text) => `<${utf16Hex(text)}>`);
    ranges.push(`<${hex4(first)}> <${hex4(end - 1)}> [${list.join('')}]`);
    first = end;
  }
  const sections: string[] = [];
  for (let i = 0; i < ranges.length; i += sectionSize) {
    const section = ranges.slice(i, i + sectionSize);
    sections.push(`${section.length} beginbfrange\n${section.join('\n')}\nendbfrange`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
