import type { FontReader } from '../../../electron/paper/fonts/truetype.ts';

/** A font that is in memory, for tests that change its bytes. */
export function inMemory(bytes: Buffer): FontReader {
  return (offset, length) => Buffer.from(bytes.subarray(offset, offset + length));
}
