import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import type { Glyph } from '../fonts/book.ts';
import { FontSubset } from '../fonts/subset.ts';
import type { TrueTypeFont } from '../fonts/truetype.ts';
import { packProgram } from './pack.ts';

/** One font inside one PDF: collects the glyphs that are drawn and embeds exactly these. */
export class PdfFont {
  readonly name: string;
  readonly dictionary: PdfReference;
  private readonly document: PDFDocument;
  private readonly font: TrueTypeFont;
  private readonly subset: FontSubset;
  private readonly codes = new Map<Glyph, string>();
  /** Text by subset number; number 0 is the unused .notdef. */
  private readonly texts: string[] = [''];
  private readonly tag: string;

  constructor(document: PDFDocument, font: TrueTypeFont, index: number) {
    this.document = document;
    this.font = font;
    this.name = `F${index + 1}`;
    this.subset = new FontSubset(font);
    this.dictionary = document.ref({});
    this.tag = `GD${letters(index)}`;
  }

  /** The glyph's code as four hexadecimal digits. */
  code(glyph: Glyph): string {
    let code = this.codes.get(glyph);
    if (code === undefined) {
      const number = this.subset.include(glyph.id, glyph.text);
      this.texts[number] = glyph.text;
      code = hex4(number);
      this.codes.set(glyph, code);
    }
    return code;
  }

  /** Writes the font's objects. Nothing may be drawn with it afterwards. */
  embed(): void {
    const { document, font } = this;
    const program = packProgram(font, this.subset.encode());
    const file = document.ref({ Length1: program.length, Filter: 'FlateDecode' });
    file.end(program.packed);
    const name = `${this.tag}+${font.postscriptName}`;
    const descriptor = document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: font.box.map(Math.round),
      ItalicAngle: font.italicAngle,
      Ascent: Math.round(font.ascent),
      Descent: Math.round(font.descent),
      CapHeight: Math.round(font.capHeight),
      StemV: 80,
      FontFile2: file,
    });
    descriptor.end();
    const descendant = document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, this.subset.widths()],
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const toUnicode = document.ref({});
    toUnicode.end(toUnicodeMap(this.texts));
    Object.assign(this.dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    this.dictionary.end();
  }
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

export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** UTF-16BE in hexadecimal. */
export function utf16Hex(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}

/** At most this many entries fit in one bfchar section (Adobe technical note 5014). */
const sectionSize = 100;

function toUnicodeMap(texts: readonly string[]): string {
  const entries: string[] = [];
  texts.forEach((text, number) => {
    if (number > 0) entries.push(`<${hex4(number)}> <${utf16Hex(text)}>`);
  });
  const sections: string[] = [];
  for (let i = 0; i < entries.length; i += sectionSize) {
    const section = entries.slice(i, i + sectionSize);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
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
