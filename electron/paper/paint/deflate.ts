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
  return { level: 5, windowBits, chunkSize: 1024 + (length >> 1) };
}

/** A Flate stream (RFC 1950). */
export function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, options(bytes.length));
}

/** Deflate blocks (RFC 1951) that end with a whole byte, for others to follow. */
export function openlyDeflated(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { ...options(bytes.length), finishFlush: constants.Z_SYNC_FLUSH });
}
