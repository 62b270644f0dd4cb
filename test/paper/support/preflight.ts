import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** What a PDF/A-2b reader stumbles over first. No full validator; empty when nothing is wrong. */
export function preflight(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString('latin1');
  const bad = new Set<string>();
  if (!raw.startsWith('%PDF-1.7\n%\xff')) bad.add('header');
  if (!/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/.test(raw)) bad.add('no file identifier');
  if (/\/Encrypt\b/.test(raw)) bad.add('encrypted');
  const objects = parse(raw);
  for (const { dictionary } of objects.values()) {
    if (/\/(JavaScript|JS|Launch)\b/.test(dictionary)) bad.add('active content');
  }
  const get = (reference: string | undefined): PdfObject => {
    const found = objects.get(Number(reference));
    if (!found) throw new Error(`no object ${reference}`);
    return found;
  };
  const catalog = [...objects.values()].find((o) => /\/Type \/Catalog/.test(o.dictionary));
  if (!catalog || !/\/OutputIntents/.test(catalog.dictionary)) bad.add('no output intent');
  if (!catalog || !/\/Lang \(/.test(catalog.dictionary)) bad.add('no language');
  if (!catalog || !/\/StructTreeRoot/.test(catalog.dictionary)) bad.add('no structure');
  const xmp = get(/\/Metadata (\d+)/.exec(catalog?.dictionary ?? '')?.[1]).stream?.toString('utf8') ?? '';
  if (!xmp.includes('<pdfaid:part>2</pdfaid:part>')) bad.add('no PDF/A mark');

  const fonts = new Map<string, { texts: Map<number, string>; glyphs: number }>();
  for (const [number, object] of objects) {
    if (!/\/Type \/Font\b/.test(object.dictionary) || !/\/Subtype \/Type0/.test(object.dictionary)) continue;
    const descendant = get(/\/DescendantFonts \[(\d+)/.exec(object.dictionary)?.[1]).dictionary;
    if (!/\/CIDToGIDMap \/Identity/.test(descendant)) bad.add('no CIDToGIDMap');
    const descriptor = get(/\/FontDescriptor (\d+)/.exec(descendant)?.[1]).dictionary;
    const program = get(/\/FontFile2 (\d+)/.exec(descriptor)?.[1]).stream as Buffer;
    const widths = (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number);
    for (const fault of checkProgram(program, widths)) bad.add(fault);
    const map = get(/\/ToUnicode (\d+)/.exec(object.dictionary)?.[1]).stream?.toString('latin1') ?? '';
    const texts = new Map<number, string>();
    for (const m of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>\n/g)) {
      const units = (m[2] as string).match(/.{4}/g) ?? [];
      texts.set(
        Number.parseInt(m[1] as string, 16),
        String.fromCharCode(...units.map((u) => Number.parseInt(u, 16))),
      );
    }
    fonts.set(String(number), { texts, glyphs: widths.length });
  }
  if (fonts.size === 0) bad.add('no fonts');
  for (const object of objects.values()) {
    if (!/\/Type \/Page\b/.test(object.dictionary)) continue;
    const resources = get(/\/Resources (\d+)/.exec(object.dictionary)?.[1]).dictionary;
    const byName = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1], fonts.get(m[2] ?? '')]),
    );
    const content = get(/\/Contents (\d+)/.exec(object.dictionary)?.[1]).stream?.toString('latin1') ?? '';
    const opened = content.match(/BDC|BMC/g)?.length;
    if (opened !== content.match(/EMC/g)?.length) bad.add('marked content not closed');
    let current: { texts: Map<number, string>; glyphs: number } | undefined;
    for (const m of content.replace(/<feff[^>]*>/g, '').matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]*)>/g)) {
      if (m[1]) current = byName.get(m[1]);
      else
        for (const code of (m[2] ?? '').match(/.{4}/g) ?? []) {
          const number = Number.parseInt(code, 16);
          if (number === 0) bad.add('.notdef is drawn');
          else if (!current?.texts.get(number)) bad.add(`glyph ${number} has no text`);
          else if (number >= current.glyphs) bad.add(`glyph ${number} not in the subset`);
        }
    }
  }
  return [...bad];
}

function parse(raw: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const table = raw.slice(Number(/startxref\n(\d+)/.exec(raw)?.[1]));
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n /gm)].map((m) => Number(m[1]));
  offsets.forEach((offset, i) => {
    if (!raw.startsWith(`${i + 1} 0 obj\n`, offset))
      throw new Error(`cross-reference of object ${i + 1} is wrong`);
    const body = raw.slice(offset + `${i + 1} 0 obj\n`.length);
    const streamAt = body.indexOf('\nstream\n');
    const endAt = body.indexOf('\nendobj');
    if (streamAt < 0 || streamAt > endAt) {
      objects.set(i + 1, { dictionary: body.slice(0, endAt), stream: null });
      return;
    }
    const dictionary = body.slice(0, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = Buffer.from(body.slice(streamAt + 8, streamAt + 8 + length), 'latin1');
    objects.set(i + 1, {
      dictionary,
      stream: dictionary.includes('/FlateDecode') ? inflateSync(data) : data,
    });
  });
  return objects;
}

/** The embedded TrueType program: well-formed tables, right checksums, widths as the PDF states them. */
function checkProgram(program: Buffer, widths: readonly number[]): string[] {
  const bad: string[] = [];
  const tables = new Map<string, number>();
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const tag = program.toString('latin1', entry, entry + 4);
    const offset = program.readUInt32BE(entry + 8);
    const end = offset + program.readUInt32BE(entry + 12);
    let sum = 0;
    for (let at = offset; at < end; at += 4) sum = (sum + program.readUInt32BE(at)) >>> 0;
    if (sum !== program.readUInt32BE(entry + 4)) bad.push(`checksum of ${tag}`);
    tables.set(tag, offset);
  }
  const table = (tag: string): number => tables.get(tag) as number;
  const perEm = program.readUInt16BE(table('head') + 18);
  const glyphs = program.readUInt16BE(table('maxp') + 4);
  if (glyphs !== widths.length) bad.push('widths and glyphs differ in number');
  for (let g = 0; g < glyphs; g++) {
    const advance = (program.readUInt16BE(table('hmtx') + 4 * g) * 1000) / perEm;
    if (Math.abs(advance - (widths[g] as number)) > 0.01) bad.push(`width of glyph ${g}`);
  }
  return bad;
}
