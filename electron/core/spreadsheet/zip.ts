import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/kernel/errors.ts';

/** Total inflated bytes that a spreadsheet may hold. */
const maxInflated = 200 * 1024 * 1024;
const maxEntries = 5_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly size: number;
}

/** A ZIP that was inflated once, entry by entry, and found to be whole and of bearable size. */
export interface CheckedZip {
  has(name: string): boolean;
  /** Text of a small entry; empty when there is none. */
  text(name: string): string;
}

/**
 * Inflates every entry under a common budget before a parser that keeps everything in memory sees the file. The sizes
 * in the directory are not believed, and entries that overlap are counted each time.
 * @throws AppError `file-too-large` over the budget, `file-not-spreadsheet` when the archive is damaged.
 */
export function checkZip(bytes: Uint8Array): CheckedZip {
  const entries = readDirectory(bytes);
  const byName = new Map<string, Entry>();
  let left = maxInflated;
  for (const entry of entries) {
    left -= inflate(bytes, entry, left).byteLength;
    byName.set(entry.name, entry);
  }
  return {
    has: (name) => byName.has(name),
    text: (name) => {
      const entry = byName.get(name);
      return entry ? new TextDecoder().decode(inflate(bytes, entry, maxInflated)) : '';
    },
  };
}

function inflate(bytes: Uint8Array, entry: Entry, budget: number): Uint8Array {
  const raw = bytes.subarray(entry.start, entry.start + entry.size);
  if (raw.byteLength !== entry.size) throw damaged();
  if (entry.method === 0) {
    if (raw.byteLength > budget) throw new AppError('file-too-large');
    return raw;
  }
  if (entry.method !== 8) throw damaged();
  if (budget < 1) throw new AppError('file-too-large');
  try {
    return inflateRawSync(raw, { maxOutputLength: budget });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new AppError('file-too-large', {}, { cause });
    }
    throw damaged(cause);
  }
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xFFFF marks ZIP64: archives of more than 4 GB or 65,535 entries, which no roster is.
  if (count > maxEntries) throw new AppError('file-too-large');
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) throw damaged();
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  // The end record has 22 bytes and a comment of at most 65,535.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function damaged(cause?: unknown): AppError {
  return new AppError('file-not-spreadsheet', { details: { reason: 'damaged' } }, { cause });
}
