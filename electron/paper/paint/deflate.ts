import { constants, deflateRawSync, deflateSync, type ZlibOptions } from 'node:zlib';

/** The smallest and the largest window that RFC 1951's readers take, as powers of two. */
const leastWindow = 9;
const mostWindow = 15;

/**
 * A paper has a handful of streams of a few kilobytes. By default each would clear tables for 32 kB and look for matches
 * as long as a file that is packed once and read for ever: this takes half the time for ten bytes more.
 */
function options(length: number): ZlibOptions {
  const windowBits = Math.min(mostWindow, Math.max(leastWindow, 32 - Math.clz32(length)));
  return { level: 3, windowBits, chunkSize: 1024 + (length >> 1) };
}

/** A Flate stream (RFC 1950). */
export function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, options(bytes.length));
}

/** Deflate blocks (RFC 1951) that end with a whole byte, for others to follow. */
export function openlyDeflated(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { ...options(bytes.length), finishFlush: constants.Z_SYNC_FLUSH });
}

/** Streams that paper after paper of one form has alike: how many are kept, and up to what length. */
const keptStreams = 16;
const longestKept = 1 << 16;
const kept = new Map<string, Uint8Array>();

/**
 * The Flate stream of a text that another paper may have had too, packed once for all of them.
 * @param text nothing beyond U+00FF.
 */
export function deflatedOnce(text: string): Uint8Array {
  const known = kept.get(text);
  if (known !== undefined) kept.delete(text);
  const packed = known ?? deflated(Buffer.from(text, 'latin1'));
  if (text.length <= longestKept) kept.set(text, packed);
  if (kept.size > keptStreams) kept.delete(kept.keys().next().value as string);
  return packed;
}
