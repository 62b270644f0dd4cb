import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** The dictionaries of all objects and the text of all streams that are text. */
export function plainText(bytes: Uint8Array): string {
  return [...parse(Buffer.from(bytes).toString('latin1')).values()]
    .map(({ dictionary, stream }) => `${dictionary}\n${stream?.toString('latin1') ?? ''}`)
    .join('\n');
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
    if (!/\/Type ?\/Font\b/.test(object.dictionary) || !/\/Subtype ?\/Type0/.test(object.dictionary))
      continue;
    const descendant = get(/\/DescendantFonts ?\[(\d+)/.exec(object.dictionary)?.[1]).dictionary;
    if (!/\/CIDToGIDMap ?\/Identity/.test(descendant)) bad.add('no CIDToGIDMap');
    const descriptor = get(/\/FontDescriptor (\d+)/.exec(descendant)?.[1]).dictionary;
    const program = get(/\/FontFile2 (\d+)/.exec(descriptor)?.[1]).stream as Buffer;
    const glyphs = program.readUInt16BE(tableOf(program, 'maxp') + 4);
    const widths = widthsIn(descendant, glyphs);
    for (const fault of checkProgram(program, widths)) bad.add(fault);
    const map = get(/\/ToUnicode (\d+)/.exec(object.dictionary)?.[1]).stream?.toString('latin1') ?? '';
    const texts = new Map<number, string>();
    for (const m of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[(.*)\]\n/g)) {
      const first = Number.parseInt(m[1] as string, 16);
      const list = [...(m[3] as string).matchAll(/<([0-9a-f]*)>/g)].map(([, units]) => units as string);
      if (Number.parseInt(m[2] as string, 16) - first !== list.length - 1) bad.add('range of texts');
      if (first >> 8 !== (first + list.length - 1) >> 8) bad.add('range over two first bytes');
      list.forEach((hex, i) => {
        const units = hex.match(/.{4}/g) ?? [];
        texts.set(first + i, String.fromCharCode(...units.map((u) => Number.parseInt(u, 16))));
      });
    }
    fonts.set(String(number), { texts, glyphs });
  }
  if (fonts.size === 0) bad.add('no fonts');
  for (const object of objects.values()) {
    if (!/\/Type \/Page\b/.test(object.dictionary)) continue;
    const resources = get(/\/Resources (\d+)/.exec(object.dictionary)?.[1]).dictionary;
    const byName = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1], fonts.get(m[2] ?? '')]),
    );
    const content = get(/\/Contents (\d+)/.exec(object.dictionary)?.[1]).stream?.toString('latin1') ?? '';
    const opened = content.match(/(?:>>BDC| BMC)$/gm)?.length;
    if (opened !== content.match(/^EMC$/gm)?.length) bad.add('marked content not closed');
    let current: { texts: Map<number, string>; glyphs: number } | undefined;
    const strings = /\/(F\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)/gs;
    for (const [, name, escaped] of content.replace(/<feff[^>]*>/g, '').matchAll(strings)) {
      if (name) current = byName.get(name);
      else {
        const string = (escaped ?? '').replace(/\\(.)/gs, (_, c: string) => (c === 'r' ? '\r' : c));
        for (let i = 0; i < string.length; i += 2) {
          const number = (string.charCodeAt(i) << 8) | string.charCodeAt(i + 1);
          if (number === 0) bad.add('.notdef is drawn');
          else if (!current?.texts.get(number)) bad.add(`glyph ${number} has no text`);
          else if (number >= current.glyphs) bad.add(`glyph ${number} not in the subset`);
        }
      }
    }
  }
  return [...bad];
}

/** Every object by its number: those with a stream of their own, and those that share an object stream. */
function parse(raw: string): Map<number, PdfObject> {
  const at = (offset: number): [number, PdfObject] => {
    const head = /^(\d+) 0 obj\n/.exec(raw.slice(offset, offset + 20));
    if (!head) throw new Error(`no object at ${offset}`);
    const body = raw.slice(offset + head[0].length);
    const streamAt = body.indexOf('\nstream\n');
    const dictionary = body.slice(0, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = Buffer.from(body.slice(streamAt + 8, streamAt + 8 + length), 'latin1');
    const packed = dictionary.includes('/FlateDecode');
    return [Number(head[1]), { dictionary, stream: packed ? inflateSync(data) : data }];
  };
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(raw)?.[1]);
  const [number, table] = at(start);
  const rows = table.stream as Buffer;
  const [, place, count] = (/\/W \[1 (\d) (\d)\]/.exec(table.dictionary) ?? []).map(Number) as [
    number,
    number,
    number,
  ];
  const row = 1 + place + count;
  const size = Number(/\/Size (\d+)/.exec(table.dictionary)?.[1]);
  if (rows.length !== size * row) throw new Error('the cross-reference has another size');
  const placeOf = (i: number): number => rows.readUIntBE(row * i + 1, place);
  const objects = new Map<number, PdfObject>([[number, table]]);
  const shared = new Map<number, [number, string][]>();
  for (let i = 1; i < size; i++) {
    if (rows[row * i] !== 1) continue;
    const [own, object] = at(placeOf(i));
    if (own !== i) throw new Error(`cross-reference of object ${i} is wrong`);
    objects.set(i, object);
    if (object.dictionary.includes('/Type/ObjStm')) shared.set(i, sharedObjects(object));
  }
  for (let i = 1; i < size; i++) {
    if (rows[row * i] !== 2) continue;
    const index = rows.readUIntBE(row * i + 1 + place, count);
    const [own, dictionary] = shared.get(placeOf(i))?.[index] ?? [];
    if (own !== i || dictionary === undefined) throw new Error(`cross-reference of object ${i} is wrong`);
    objects.set(i, { dictionary, stream: null });
  }
  return objects;
}

function sharedObjects({ dictionary, stream }: PdfObject): [number, string][] {
  const text = (stream as Buffer).toString('latin1');
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const head = text.slice(0, first).trim().split(' ').map(Number);
  if (head.length !== 2 * Number(/\/N (\d+)/.exec(dictionary)?.[1])) throw new Error('objects missing');
  return Array.from({ length: head.length / 2 }, (_, i) => {
    const end = head[2 * i + 3];
    return [
      head[2 * i] as number,
      text.slice(first + (head[2 * i + 1] as number), end === undefined ? undefined : first + end),
    ];
  });
}

/** `/DW 1000/W[1[2 3]7[8]]`: a width for each glyph. */
function widthsIn(font: string, glyphs: number): number[] {
  const widths = new Array<number>(glyphs).fill(Number(/\/DW (\d+)/.exec(font)?.[1]));
  for (const m of (/\/W ?\[(.*)\]\//s.exec(font)?.[1] ?? '').matchAll(/(\d+) ?\[([^\]]*)\]/g)) {
    (m[2] as string).split(' ').forEach((width, i) => {
      widths[Number(m[1]) + i] = Number(width);
    });
  }
  return widths;
}

/** Where a table of a font program begins. */
function tableOf(program: Buffer, wanted: string): number {
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    if (program.toString('latin1', entry, entry + 4) === wanted) return program.readUInt32BE(entry + 8);
  }
  throw new Error(`no table ${wanted}`);
}

/** The embedded TrueType program: well-formed tables, right checksums, widths as the PDF states them. */
function checkProgram(program: Buffer, widths: readonly number[]): string[] {
  const bad: string[] = [];
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const tag = program.toString('latin1', entry, entry + 4);
    const offset = program.readUInt32BE(entry + 8);
    const end = offset + program.readUInt32BE(entry + 12);
    let sum = 0;
    for (let at = offset; at < end; at += 4) sum = (sum + program.readUInt32BE(at)) >>> 0;
    if (sum !== program.readUInt32BE(entry + 4)) bad.push(`checksum of ${tag}`);
  }
  const table = (tag: string): number => tableOf(program, tag);
  const perEm = program.readUInt16BE(table('head') + 18);
  const glyphs = program.readUInt16BE(table('maxp') + 4);
  if (glyphs !== widths.length) bad.push('widths and glyphs differ in number');
  for (let g = 0; g < glyphs; g++) {
    const advance = (program.readUInt16BE(table('hmtx') + 4 * g) * 1000) / perEm;
    if (Math.abs(advance - (widths[g] as number)) > 0.01) bad.push(`width of glyph ${g}`);
  }
  return bad;
}
