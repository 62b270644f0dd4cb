import { AppError } from '../../../shared/kernel/errors.ts';
import { checkZip } from './zip.ts';

/** Bytes that a chosen file may have. */
const maxFileBytes = 20 * 1024 * 1024;

/**
 * Tells by content, never by extension, what a file is.
 * @throws AppError `file-too-large`, `file-empty`, `file-not-spreadsheet`, `file-encrypted`, `file-old-format`.
 */
export function sniff(bytes: Uint8Array): 'xlsx' | 'ods' | 'text' {
  if (bytes.length > maxFileBytes) throw new AppError('file-too-large');
  if (bytes.length === 0) throw new AppError('file-empty');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw compoundFile(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return zipKind(bytes);
  if (isOldMarkup(bytes)) throw new AppError('file-old-format');
  // BIFF 2–4: a bare worksheet stream without a container, beginning with its BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00) {
    throw new AppError('file-old-format');
  }
  return 'text';
}

function zipKind(bytes: Uint8Array): 'xlsx' | 'ods' {
  const zip = checkZip(bytes);
  const types = zip.text('[Content_Types].xml');
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main/i.test(types)) {
    return 'xlsx';
  }
  if (/ms-excel\.sheet\.binary/i.test(types)) throw new AppError('file-old-format');
  if (/^application\/vnd\.oasis\.opendocument\.spreadsheet/.test(zip.text('mimetype'))) {
    if (/encryption-data/.test(zip.text('META-INF/manifest.xml'))) throw new AppError('file-encrypted');
    if (zip.has('content.xml')) return 'ods';
  }
  throw new AppError('file-not-spreadsheet');
}

/** An OLE2 compound file is an encrypted .xlsx, an old .xls, or an old Word or other document. */
function compoundFile(bytes: Uint8Array): AppError {
  const names = compoundNames(bytes);
  if (names.has('EncryptedPackage')) return new AppError('file-encrypted');
  if (names.has('Workbook') || names.has('Book')) return new AppError('file-old-format');
  return new AppError('file-not-spreadsheet');
}

/** Names of the streams. Directory entries have 128 bytes and lie on multiples of 128 in every sector size. */
function compoundNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const wanted = ['EncryptedPackage', 'Workbook', 'Book'];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    if (length < 4 || length > 64 || length % 2 !== 0) continue;
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2));
    if (wanted.includes(name)) names.add(name);
  }
  return names;
}

/** Web systems save HTML tables, and Excel 2003 saves XML, under the name .xls. */
function isOldMarkup(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^ï»¿/, '').trimStart();
  return (
    /^<(!doctype html|html|table|meta|head)\b/i.test(head) ||
    (head.startsWith('<') && head.includes('urn:schemas-microsoft-com:office:'))
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((b, i) => bytes[i] === b);
}
