import type { ProgramPart } from '../fonts/subset.ts';
import type { Outline, TrueTypeFont } from '../fonts/truetype.ts';

/**
 * Font programs as Flate streams, packed glyph by glyph. Deflating two fresh font subsets costs more than everything
 * else in a paper together, although most of their glyphs were in the paper before. Here each font has one Huffman
 * code for good, taken from a sample of its own outlines; every outline is coded once for a process, and a program is
 * the coded outlines joined bit by bit into one deflate block (RFC 1951, dynamic Huffman). The code depends on the
 * font file alone, so the bytes never depend on what was printed before.
 */
export interface PackedProgram {
  readonly packed: Uint8Array;
  /** Bytes before packing. */
  readonly length: number;
}

/** Packs the parts of a font's program. */
export function packProgram(font: TrueTypeFont, parts: readonly ProgramPart[]): PackedProgram {
  let coder = coders.get(font);
  if (coder === undefined) {
    coder = new OutlineCoder(font);
    coders.set(font, coder);
  }
  return coder.pack(parts);
}

const coders = new WeakMap<TrueTypeFont, OutlineCoder>();

/** Coded bytes, first bit lowest, with what the stream's Adler-32 check needs. */
interface Coded {
  readonly words: Uint32Array;
  readonly bits: number;
  readonly length: number;
  readonly sum: number;
  /** Sum of the running sums. */
  readonly sumOfSums: number;
}

const endOfBlock = 256;
const adlerModulus = 65_521;

class OutlineCoder {
  private readonly codes: Uint16Array;
  private readonly lengths: Uint8Array;
  private readonly header: BitWriter;
  private readonly coded = new Map<Outline, Coded>();

  constructor(font: TrueTypeFont) {
    this.lengths = codeLengths(countBytes(font));
    this.codes = canonicalCodes(this.lengths);
    this.header = blockHeader(this.lengths);
  }

  pack(parts: readonly ProgramPart[]): PackedProgram {
    const coded = parts.map((part) => this.codedPart(part));
    const bits = coded.reduce((total, c) => total + c.bits, this.header.bits + 15);
    const out = new BitWriter(bits);
    out.append(this.header.words, this.header.bits);
    let length = 0;
    let sum = 1;
    let sumOfSums = 0;
    for (const part of coded) {
      out.append(part.words, part.bits);
      sumOfSums = (sumOfSums + part.length * sum + part.sumOfSums) % adlerModulus;
      sum = (sum + part.sum) % adlerModulus;
      length += part.length;
    }
    out.put(this.codes[endOfBlock] as number, this.lengths[endOfBlock] as number);
    const body = out.bytes();
    const packed = Buffer.alloc(body.length + 6);
    // RFC 1950: deflate with a 32 kB window, no preset dictionary.
    packed.writeUInt16BE(0x7801, 0);
    packed.set(body, 2);
    packed.writeUInt16BE(sumOfSums, body.length + 2);
    packed.writeUInt16BE(sum, body.length + 4);
    return { packed, length };
  }

  private codedPart(part: ProgramPart): Coded {
    if (part.outline === null) return this.code(part.bytes);
    let coded = this.coded.get(part.outline);
    if (coded === undefined) {
      coded = this.code(part.bytes);
      this.coded.set(part.outline, coded);
    }
    return coded;
  }

  private code(bytes: Uint8Array): Coded {
    const { codes, lengths } = this;
    let bits = 0;
    for (const byte of bytes) bits += lengths[byte] as number;
    const out = new BitWriter(bits);
    let sum = 0;
    let sumOfSums = 0;
    for (const byte of bytes) {
      out.put(codes[byte] as number, lengths[byte] as number);
      sum = (sum + byte) % adlerModulus;
      sumOfSums = (sumOfSums + sum) % adlerModulus;
    }
    return { words: out.words, bits, length: bytes.length, sum, sumOfSums };
  }
}

/** Bits in the order of RFC 1951: the first one is the lowest of the first byte. */
class BitWriter {
  readonly words: Uint32Array;
  bits = 0;

  constructor(capacity: number) {
    this.words = new Uint32Array((capacity >>> 5) + 2);
  }

  /** Writes at most 16 bits, lowest first. */
  put(value: number, count: number): void {
    const { words } = this;
    const word = this.bits >>> 5;
    const shift = this.bits & 31;
    words[word] = (words[word] as number) | (value << shift);
    if (shift + count > 32) words[word + 1] = value >>> (32 - shift);
    this.bits += count;
  }

  append(source: Uint32Array, count: number): void {
    const { words } = this;
    const shift = this.bits & 31;
    let word = this.bits >>> 5;
    const end = (count + 31) >>> 5;
    if (shift === 0) for (let i = 0; i < end; i++) words[word++] = source[i] as number;
    else {
      for (let i = 0; i < end; i++) {
        const value = source[i] as number;
        words[word] = (words[word] as number) | (value << shift);
        words[++word] = value >>> (32 - shift);
      }
    }
    this.bits += count;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array((this.bits + 7) >>> 3);
    // Byte by byte, so that the processor's byte order does not matter.
    for (let i = 0; i < bytes.length; i++) bytes[i] = (this.words[i >>> 2] as number) >>> ((i & 3) * 8);
    return bytes;
  }
}

/** Outlines in the sample: enough for a stable code, few enough to read in a millisecond. */
const sampleSize = 500;

/** How often each byte occurs in an even sample of the outlines; every byte and the end mark at least once. */
function countBytes(font: TrueTypeFont): number[] {
  const counts = new Array<number>(endOfBlock + 1).fill(1);
  const step = Math.max(1, Math.floor(font.glyphCount / sampleSize));
  for (let glyph = 1; glyph < font.glyphCount; glyph += step) {
    for (const byte of font.outlineOf(glyph).bytes) counts[byte] = (counts[byte] as number) + 1;
  }
  return counts;
}

const maxCodeLength = 15;

/** Huffman code lengths of at most 15 bits. */
function codeLengths(counts: readonly number[]): Uint8Array {
  let weights = [...counts];
  for (;;) {
    const lengths = huffman(weights);
    if (Math.max(...lengths) <= maxCodeLength) return lengths;
    // Flatter weights give a shallower tree.
    weights = weights.map((w) => (w >>> 1) + 1);
  }
}

interface TreeNode {
  readonly weight: number;
  readonly symbols: readonly number[];
}

function huffman(weights: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const lighter = (a: TreeNode, b: TreeNode): number =>
    a.weight - b.weight || (a.symbols[0] as number) - (b.symbols[0] as number);
  const leaves = weights.map((weight, symbol): TreeNode => ({ weight, symbols: [symbol] })).sort(lighter);
  const joined: TreeNode[] = [];
  // Two sorted queues: leaves, and joined nodes in the order they were made.
  let leaf = 0;
  let join = 0;
  const lightest = (): TreeNode => {
    const a = leaves[leaf];
    const b = joined[join];
    if (a && (!b || a.weight <= b.weight)) {
      leaf++;
      return a;
    }
    join++;
    return b as TreeNode;
  };
  for (let i = 1; i < weights.length; i++) {
    const a = lightest();
    const b = lightest();
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] as number) + 1;
    joined.push({ weight: a.weight + b.weight, symbols });
  }
  return lengths;
}

/** RFC 1951, 3.2.2, with each code's bits reversed: deflate sends a code's highest bit first. */
function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const perLength = new Array<number>(maxCodeLength + 2).fill(0);
  for (const length of lengths) perLength[length] = (perLength[length] as number) + 1;
  perLength[0] = 0;
  const next = new Array<number>(maxCodeLength + 2).fill(0);
  for (let length = 1; length <= maxCodeLength; length++) {
    next[length] = ((next[length - 1] as number) + (perLength[length - 1] as number)) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    const code = next[length] as number;
    next[length] = code + 1;
    codes[symbol] = reversed(code, length);
  });
  return codes;
}

function reversed(code: number, length: number): number {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >>> i) & 1) << (length - 1 - i);
  return out;
}

/** RFC 1951, 3.2.7: one final dynamic block whose code lengths are sent as plain four-bit numbers. */
function blockHeader(lengths: Uint8Array): BitWriter {
  const codeLengthCodes = 19;
  const out = new BitWriter(3 + 14 + 3 * codeLengthCodes + 4 * (lengths.length + 1));
  out.put(0b101, 3);
  out.put(lengths.length - 257, 5);
  out.put(0, 5);
  out.put(codeLengthCodes - 4, 4);
  // In the order 16, 17, 18, 0, 8, 7, …: the three repeat codes are unused, the sixteen lengths get four bits each.
  for (let i = 0; i < codeLengthCodes; i++) out.put(i < 3 ? 0 : 4, 3);
  for (const length of lengths) out.put(reversed(length, 4), 4);
  // One distance code of zero bits: literals only.
  out.put(0, 4);
  return out;
}
