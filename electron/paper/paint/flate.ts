import { BitWriter } from './bits.ts';

/** One fixed set of deflate codes (RFC 1951): for bytes and lengths, and for distances. */
export interface FlateCodes {
  /** By symbol: 0–255 a byte, 256 the block's end, then the lengths. */
  readonly codes: Uint16Array;
  readonly sizes: Uint8Array;
  readonly distanceCodes: Uint16Array;
  readonly distanceSizes: Uint8Array;
  /** The head of a block in these codes that is the last of its stream. */
  readonly header: BitWriter;
}

export const endOfBlock = 256;
export const shortestMatch = 3;
export const longestMatch = 258;

/** @param sizes a code's length in bits as one hexadecimal digit, for 286 symbols and then for 30 distances. */
export function flateCodes(sizes: string): FlateCodes {
  const all = Uint8Array.from(sizes, (digit) => Number.parseInt(digit, 16));
  const own = all.subarray(0, 286);
  const distances = all.subarray(286);
  return {
    codes: canonicalCodes(own),
    sizes: own,
    distanceCodes: canonicalCodes(distances),
    distanceSizes: distances,
    header: blockHeader(own, distances),
  };
}

/** RFC 1951, 3.2.5: the symbol of each length, and how many more bits follow it with what value. */
export const lengthSymbols = new Uint16Array(longestMatch + 1);
export const lengthExtraBits = new Uint8Array(longestMatch + 1);
export const lengthExtra = new Uint8Array(longestMatch + 1);
for (let length = shortestMatch; length < longestMatch; length++) {
  const above = length - shortestMatch;
  const bits = above < 8 ? 0 : 31 - Math.clz32(above) - 2;
  lengthSymbols[length] = 257 + (bits << 2) + (above >>> bits);
  lengthExtraBits[length] = bits;
  lengthExtra[length] = above & ((1 << bits) - 1);
}
lengthSymbols[longestMatch] = 285;

/** RFC 1951, 3.2.5: the symbol of a distance; it is followed by `distanceBits` lowest bits of what is above its least. */
export function distanceSymbol(distance: number): number {
  const above = distance - 1;
  if (above < 4) return above;
  const bits = 31 - Math.clz32(above) - 1;
  return 2 * bits + (above >>> bits);
}

export const distanceBits = (symbol: number): number => (symbol < 4 ? 0 : (symbol >>> 1) - 1);

/** Writes the second half of a match: how far back it lies. */
export function putDistance(
  out: BitWriter,
  { distanceCodes, distanceSizes }: FlateCodes,
  distance: number,
): void {
  const symbol = distanceSymbol(distance);
  const bits = distanceBits(symbol);
  out.put(distanceCodes[symbol] as number, distanceSizes[symbol] as number);
  if (bits > 0) out.put((distance - 1) & ((1 << bits) - 1), bits);
}

/** Writes the first half of a match. */
export function putLength(out: BitWriter, { codes, sizes }: FlateCodes, length: number): void {
  const symbol = lengthSymbols[length] as number;
  out.put(codes[symbol] as number, sizes[symbol] as number);
  const bits = lengthExtraBits[length] as number;
  if (bits > 0) out.put(lengthExtra[length] as number, bits);
}

const maxCodeSize = 15;

/** RFC 1951, 3.2.2, with each code's bits reversed: deflate sends a code's highest bit first. */
function canonicalCodes(sizes: Uint8Array): Uint16Array {
  const perSize = new Array<number>(maxCodeSize + 2).fill(0);
  for (const size of sizes) perSize[size] = (perSize[size] as number) + 1;
  perSize[0] = 0;
  const next = new Array<number>(maxCodeSize + 2).fill(0);
  for (let size = 1; size <= maxCodeSize; size++) {
    next[size] = ((next[size - 1] as number) + (perSize[size - 1] as number)) << 1;
  }
  const codes = new Uint16Array(sizes.length);
  sizes.forEach((size, symbol) => {
    const code = next[size] as number;
    next[size] = code + 1;
    codes[symbol] = reversed(code, size);
  });
  return codes;
}

function reversed(code: number, size: number): number {
  let out = 0;
  for (let i = 0; i < size; i++) out |= ((code >>> i) & 1) << (size - 1 - i);
  return out;
}

/** RFC 1951, 3.2.7: one final dynamic block whose code sizes are sent as plain four-bit numbers. */
function blockHeader(sizes: Uint8Array, distances: Uint8Array): BitWriter {
  const sizeCodes = 19;
  const out = new BitWriter(3 + 14 + 3 * sizeCodes + 4 * (sizes.length + distances.length));
  out.put(0b101, 3);
  out.put(sizes.length - 257, 5);
  out.put(distances.length - 1, 5);
  out.put(sizeCodes - 4, 4);
  // In the order 16, 17, 18, 0, 8, 7, …: the three repeat codes are unused, the sixteen sizes get four bits each.
  for (let i = 0; i < sizeCodes; i++) out.put(i < 3 ? 0 : 4, 3);
  for (const size of [...sizes, ...distances]) out.put(reversed(size, 4), 4);
  return out;
}
