import PDFDocument, { type PdfInfo, type PdfReference } from 'pdfkit';
import { deflated, deflatedOnce } from './deflate.ts';
import { srgbProfile } from './srgb.ts';

/** As many objects share one stream: small enough for a reader to open in one go. */
const perStream = 2000;

interface PlainObject {
  readonly id: number;
  readonly text: string;
}

interface PackedObject {
  readonly id: number;
  readonly stream: number;
  readonly index: number;
}

/**
 * The library's document, written as PDF 1.5 and later allow: objects without a stream of their own go deflated into
 * object streams, and the cross-reference is a stream as well. A tagged paper has a hundred such objects on each page,
 * which make a tenth of the file when they stand there one by one. Chunks are taken as they are pushed: painting is
 * synchronous, and no stream events hold a batch's papers in memory until the loop turns.
 */
export class CompactDocument extends PDFDocument {
  // Filled from the parent's constructor already, so none of these may have an initialiser.
  declare private chunks: Uint8Array[] | undefined;
  declare private plain: PlainObject[] | undefined;
  declare private packed: PackedObject[] | undefined;
  declare private pieces: (string | Uint8Array)[] | undefined;

  /** A number for an object that `put` writes. */
  reserve(): number {
    return this._offsets.push(null);
  }

  /** Writes an object that has no stream. */
  put(id: number, text: string): void {
    this.plain ??= [];
    this.plain.push({ id, text });
  }

  /** Writes an object with a stream that is deflated already. */
  putStream(id: number, dictionary: string, packed: Uint8Array): void {
    this.putPlainStream(id, `${dictionary}/Filter/FlateDecode`, packed);
  }

  private putPlainStream(id: number, dictionary: string, bytes: Uint8Array): void {
    this._offsets[id - 1] = this._offset;
    this.append(`${id} 0 obj\n<<${dictionary}/Length ${bytes.length}>>\nstream`);
    this.append(bytes);
    this.append('\nendstream\nendobj');
  }

  /** The bytes of the operators of the page in work, all at once. */
  setContent(bytes: Uint8Array): void {
    const { content } = this.page;
    content.compress = false;
    content.data.Filter = 'FlateDecode';
    this.addContent(deflated(bytes));
  }

  /** The library would turn each page upside down. */
  override transform(): this {
    return this;
  }

  /** Counts a reference as ended whose object `put` writes. */
  settle(reference: PdfReference): void {
    super._refEnd(reference);
  }

  /** The finished file. */
  bytes(): Uint8Array {
    return Buffer.concat(this.chunks ?? []);
  }

  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= [];
    if (chunk) this.chunks.push(chunk);
    return true;
  }

  /** The library writes an object as its head, its dictionary, its stream if any, and its end. */
  override _write(data: string | Uint8Array): void {
    if (this.pieces !== undefined) this.pieces.push(data);
    else if (typeof data === 'string' && data.endsWith(' obj')) this.pieces = [data];
    else this.append(data);
  }

  override _refEnd(reference: PdfReference): void {
    const pieces = this.pieces ?? [];
    this.pieces = undefined;
    const [, dictionary, second] = pieces;
    if (second === 'endobj') this.put(reference.id, dictionary as string);
    else for (const piece of pieces) this.append(piece);
    super._refEnd(reference);
  }

  /**
   * The library's own profile is three thousand bytes that it packs anew for each document. A field, because the library
   * gives each document a method of this name.
   */
  override _addColorOutputIntent = (): void => {
    const profile = this.ref({ N: 3, Filter: 'FlateDecode' });
    profile.end(srgbProfile());
    const name = 'sRGB IEC61966-2.1';
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: new String(name),
      OutputConditionIdentifier: new String(name),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  };

  /** XML allows no bare & or <, and needs none of the library's indentation. */
  override endMetadata(): void {
    const { info, metadata } = this;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`) : value,
    ]);
    this.info = Object.fromEntries(escaped) as PdfInfo;
    const xml = metadata.getXML.bind(metadata);
    metadata.getXML = () => xml().replace(/>\s+</g, '><');
    super.endMetadata();
    this.info = info;
  }

  /**
   * Writes what `put` was given so far into object streams of its own.
   * @param alike another paper may have the very same.
   */
  packObjects(alike: boolean): void {
    const plain = this.plain ?? [];
    this.packed ??= [];
    for (let from = 0; from < plain.length; from += perStream) {
      const part = plain.slice(from, from + perStream);
      const stream = this.reserve();
      let head = '';
      let texts = '';
      part.forEach(({ id, text }, index) => {
        head += `${id} ${texts.length} `;
        texts += `${text}\n`;
        this.packed?.push({ id, stream, index });
      });
      this.putStream(
        stream,
        `/Type/ObjStm/N ${part.length}/First ${head.length}`,
        alike ? deflatedOnce(head + texts) : deflated(Buffer.from(head + texts, 'latin1')),
      );
    }
    this.plain = [];
  }

  /** The plain objects, and then the table that says where each object is. */
  override _finalize(): void {
    this.packObjects(false);
    const table = this.reserve();
    const start = this._offset;
    this._offsets[table - 1] = start;
    // Three bytes reach 16 MB, and one counts the objects of a stream.
    const isShort = start < 1 << 24 && this._offsets.length < 256;
    const [place, count] = isShort ? [3, 1] : [4, 2];
    const row = 1 + place + count;
    const rows = Buffer.alloc(row * (this._offsets.length + 1));
    rows.fill(0xff, 1 + place, row);
    this._offsets.forEach((offset, i) => {
      rows[row * (i + 1)] = 1;
      rows.writeUIntBE(offset ?? 0, row * (i + 1) + 1, place);
    });
    for (const { id, stream, index } of this.packed ?? []) {
      rows[row * id] = 2;
      rows.writeUIntBE(stream, row * id + 1, place);
      rows.writeUIntBE(index, row * id + 1 + place, count);
    }
    const file = Buffer.from(this._id).toString('hex');
    const dictionary = `/Type/XRef/Size ${this._offsets.length + 1}/W [1 ${place} ${count}]/Root ${this._root}/Info ${this._info}/ID [<${file}> <${file}>]`;
    // A short table is not worth the time of packing it.
    if (isShort) this.putPlainStream(table, dictionary, rows);
    else this.putStream(table, dictionary, deflated(rows));
    this.append(`startxref\n${start}\n%%EOF`);
  }

  private append(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.push(bytes);
    this._offset += bytes.length;
  }
}
