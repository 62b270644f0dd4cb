import { fstatSync, openSync, readSync } from 'node:fs';
import type { FontReader } from './truetype.ts';

/**
 * A font file that stays open for the process's life and is read where it is needed.
 * @throws Error when the file cannot be opened.
 */
export function fontFile(path: string): FontReader {
  const handle = openSync(path, 'r');
  const { size } = fstatSync(handle);
  return (offset, wanted) => {
    // A damaged directory may ask for gigabytes.
    const length = Math.max(0, Math.min(wanted, size - offset));
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
  };
}
