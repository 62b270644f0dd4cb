import { unzipSync, zipSync } from 'fflate';
import { AppError, fieldError } from '../../../shared/kernel/errors.ts';

/** Why a file is refused as a template; the key of a sentence in `errors.json`. */
export type TemplateRefusal =
  | 'template-not-word'
  | 'template-old-or-locked'
  | 'template-macros'
  | 'template-too-large'
  | 'template-damaged';

const refuse = (reason: TemplateRefusal): AppError => fieldError('token', reason);

/** Bytes of the file, and of all that it unpacks to: a template of some pages has far less. */
const most = { packed: 10 * 1024 * 1024, unpacked: 80 * 1024 * 1024, parts: 2000 };

const mainType = 'wordprocessingml.document.main+xml';
/** Word's own templates (.dotx) differ in the type of the main part alone. */
const templateType = 'wordprocessingml.template.main+xml';
const relations = /(?:^|\/)_rels\/[^/]+\.rels$/;

export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Opens a person's Word file as one that nothing can come in with: no macros, no controls, nothing that is fetched
 * from elsewhere when it is opened. @throws AppError `invalid-input` with a `TemplateRefusal`.
 */
export function openPackage(bytes: Uint8Array): Parts {
  if (bytes.length > most.packed) throw refuse('template-too-large');
  // The old binary format, and a file under a passphrase, are OLE containers.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw refuse('template-old-or-locked');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuse('template-not-word');
  const files = unpack(bytes);
  const types = textOf(files['[Content_Types].xml']);
  if (
    /macroEnabled|vbaProject|activeX/i.test(types) ||
    Object.keys(files).some((n) => /vbaProject|activeX/i.test(n))
  )
    throw refuse('template-macros');
  if (!types.includes(mainType) && !types.includes(templateType)) throw refuse('template-not-word');
  if (!files['word/document.xml']) throw refuse('template-not-word');
  const safe: Record<string, Uint8Array> = Object.create(null);
  for (const [name, file] of Object.entries(files)) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) {
      safe[name] = file;
      continue;
    }
    const xml = textOf(file);
    // An XML entity can name a file, or unfold without end; Word writes none.
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw refuse('template-damaged');
    safe[name] = new TextEncoder().encode(withoutOutside(name, xml, files));
  }
  return safe;
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts++;
        unpacked += originalSize;
        // The library unpacks into exactly the size that the file states, so a false one cannot burst it.
        if (parts > most.parts || unpacked > most.unpacked) throw refuse('template-too-large');
        return !name.endsWith('/') && !name.split('/').includes('..') && !name.startsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof AppError ? error : refuse('template-damaged');
  }
}

function textOf(file: Uint8Array | undefined): string {
  try {
    return file ? new TextDecoder('utf-8', { fatal: true }).decode(file) : '';
  } catch {
    throw refuse('template-damaged');
  }
}

/** Takes out what points outside the file: linked pictures and templates, fields that fetch. Their text stays. */
function withoutOutside(name: string, xml: string, files: Parts): string {
  if (name === '[Content_Types].xml') return xml.replaceAll(templateType, mainType);
  if (relations.test(name)) return xml.replace(/<Relationship\b[^>]*\bTargetMode="External"[^>]*?\/?>/g, '');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const own = textOf(files[`${folder}_rels/${name.slice(folder.length)}.rels`]);
  let out = xml.replace(
    /(<w:instrText\b[^>]*>)[^<]*\b(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|DATABASE)\b[^<]*/gi,
    '$1',
  );
  for (const [relation] of own.matchAll(/<Relationship\b[^>]*\bTargetMode="External"[^>]*>/g)) {
    const id = /\bId="([^"]+)"/.exec(relation)?.[1];
    if (!id) continue;
    const quoted = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    out = out
      .replace(new RegExp(`<w:attachedTemplate\\b[^>]*"${quoted}"[^>]*/>`, 'g'), '')
      .replace(new RegExp(`\\sr:(?:id|link|embed|href)="${quoted}"`, 'g'), '');
  }
  return out;
}

/** The same parts give the same bytes. */
export function closePackage(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { level: 6, mtime: '2000-01-01T00:00:00' });
}
