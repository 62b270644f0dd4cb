import type { ProgramPart } from '../fonts/subset.ts';
import { BitWriter } from './bits.ts';
import { leadSizes, plainSizes } from './codes.ts';
import { openlyDeflated } from './deflate.ts';
import {
  distanceBits,
  distanceSymbol,
  endOfBlock,
  type FlateCodes,
  flateCodes,
  longestMatch,
  putDistance,
  putLength,
  shortestMatch,
} from './flate.ts';
import { Matcher } from './match.ts';

/**
 * Font programs as Flate streams, packed glyph by glyph. Deflating two fresh font subsets costs more than everything
 * else in a paper together, although most of their glyphs were in the paper before. Here the codes are fixed, every
 * outline is coded once for a process, and a program is the coded outlines joined bit by bit into one deflate block
 * (RFC 1951, dynamic Huffman). An outline points back into itself and into the program's lead alone; how far back the
 * lead lies is filled in when the outline has its place. So the bytes never depend on what was printed before.
 */
export interface PackedProgram {
  readonly packed: Uint8Array;
  /** Bytes before packing. */
  readonly length: number;
}

/** Packs the parts of a font's program. */
export function packProgram(parts: readonly ProgramPart[]): PackedProgram {
  const lead = parts.find((part) => part.kind === 'lead')?.bytes ?? null;
  return coderOf(lead).pack(parts);
}

const noLead = Buffer.alloc(0);
const coders = new WeakMap<Buffer, OutlineCoder>();

function coderOf(lead: Buffer | null): OutlineCoder {
  const key = lead ?? noLead;
  let coder = coders.get(key);
  if (coder === undefined) {
    coder = new OutlineCoder(lead);
    coders.set(key, coder);
  }
  return coder;
}

/** Coded bytes, with what the stream's Adler-32 check needs. */
interface Coded {
  /** Runs of bits, each beginning a word and, but for the last, ending with the length of a match in the lead. */
  readonly words: Int32Array;
  readonly runs: Uint32Array;
  /** Per run but the last: the match's place in the outline less its place in the lead. */
  readonly shifts: Int32Array;
  /** At most so many bits when joined. */
  readonly bits: number;
  readonly length: number;
  readonly sum: number;
  /** Sum of the running sums. */
  readonly sumOfSums: number;
}

/** RFC 1950: deflate with a 32 kB window, no preset dictionary. */
const streamHead = Uint8Array.of(0x78, 0x01);
const adlerModulus = 65_521;
/** So many bytes can be summed before the sums outgrow 31 bits. */
const adlerRun = 2048;
/** A distance takes at most a code of 15 bits and 13 more. */
const longestDistance = 28;

class OutlineCoder {
  private readonly codes: FlateCodes;
  private readonly matcher: Matcher;
  /** For the lead itself, which has nothing to point back to. */
  private readonly alone: Matcher;
  private readonly coded = new WeakMap<Buffer, Coded>();

  constructor(lead: Buffer | null) {
    this.codes = flateCodes(lead ? leadSizes : plainSizes);
    this.alone = new Matcher(this.codes, noLead);
    this.matcher = lead ? new Matcher(this.codes, lead) : this.alone;
  }

  pack(parts: readonly ProgramPart[]): PackedProgram {
    const { codes } = this;
    const [tables, ...outlines] = parts as [ProgramPart, ...ProgramPart[]];
    // The tables are this paper's own: packed on the spot, up to a whole byte.
    const front = openlyDeflated(tables.bytes);
    const check = new Adler();
    check.add(sumsOf(tables.bytes));
    const coded = outlines.map((part) => this.codedPart(part));
    const around = 8 * (front.length + streamHead.length + 8);
    const out = new BitWriter(coded.reduce((total, c) => total + c.bits, codes.header.bits + around));
    out.appendBytes(streamHead);
    out.appendBytes(front);
    out.append(codes.header.words, 0, codes.header.bits);
    let leadAt = -1;
    coded.forEach((part, i) => {
      const isLead = outlines[i]?.kind === 'lead';
      if (isLead && leadAt >= 0) this.repeat(out, check.length - leadAt, part.length);
      else this.join(out, part, check.length - leadAt);
      if (isLead) leadAt = check.length;
      check.add(part);
    });
    out.put(codes.codes[endOfBlock] as number, codes.sizes[endOfBlock] as number);
    out.alignToByte();
    for (const half of [check.sumOfSums, check.sum]) out.put((half >>> 8) | ((half & 0xff) << 8), 16);
    return { packed: out.bytes(), length: check.length };
  }

  /**
   * Writes an outline: thousands of short runs of bits in a paper, so nothing here hangs on a condition that would come out
   * differently from run to run: a processor that guesses wrong loses more than the writing costs.
   * @param fromLead how far behind the lead's beginning the outline stands.
   */
  private join(out: BitWriter, { words, runs, shifts }: Coded, fromLead: number): void {
    const { distanceCodes, distanceSizes } = this.codes;
    const target = out.words;
    let at = out.bits >>> 5;
    let shift = out.bits & 31;
    let next = 0;
    for (let i = 0; i < runs.length; i++) {
      const bits = runs[i] as number;
      const end = next + ((bits + 31) >>> 5);
      let to = at;
      let open = target[at] as number;
      while (next < end) {
        const word = words[next++] as number;
        target[to++] = open | (word << shift);
        open = (word >>> 1) >>> (31 - shift);
      }
      // Nought where all of the run's last word was in the word before.
      target[to] = open;
      at += (shift + bits) >>> 5;
      shift = (shift + bits) & 31;
      if (i === shifts.length) break;
      const distance = fromLead + (shifts[i] as number);
      const symbol = distanceSymbol(distance);
      const size = distanceSizes[symbol] as number;
      const extra = distanceBits(symbol);
      const code = (distanceCodes[symbol] as number) | (((distance - 1) & ((1 << extra) - 1)) << size);
      target[at] = (target[at] as number) | (code << shift);
      target[at + 1] = (code >>> 1) >>> (31 - shift);
      shift += size + extra;
      at += shift >>> 5;
      shift &= 31;
    }
    out.bits = 32 * at + shift;
  }

  /** Writes the lead again, as the same bytes so far back. */
  private repeat(out: BitWriter, distance: number, length: number): void {
    out.reserve(((length / longestMatch) | 0) * 64 + 256);
    for (let rest = length; rest > 0; ) {
      // No rest may be shorter than the shortest match.
      const most =
        rest > longestMatch && rest - longestMatch < shortestMatch
          ? longestMatch - shortestMatch
          : longestMatch;
      const step = Math.min(rest, most);
      putLength(out, this.codes, step);
      putDistance(out, this.codes, distance);
      rest -= step;
    }
  }

  private codedPart({ bytes, kind }: ProgramPart): Coded {
    if (kind === 'made') return this.code(bytes, this.matcher);
    let coded = this.coded.get(bytes);
    if (coded === undefined) {
      coded = this.code(bytes, kind === 'lead' ? this.alone : this.matcher);
      this.coded.set(bytes, coded);
    }
    return coded;
  }

  private code(bytes: Buffer, matcher: Matcher): Coded {
    const { codes } = this;
    const { lengths, sources } = matcher.parse(bytes);
    const out = new BitWriter(bytes.length * 16);
    const runs: number[] = [];
    const shifts: number[] = [];
    let start = 0;
    let at = 0;
    lengths.forEach((length, i) => {
      const source = sources[i] as number;
      out.reserve(64);
      if (length === 1) {
        const byte = bytes[at] as number;
        out.put(codes.codes[byte] as number, codes.sizes[byte] as number);
      } else {
        putLength(out, codes, length);
        if (source > 0) putDistance(out, codes, source);
        else {
          runs.push(out.bits - start);
          shifts.push(at - (-1 - source));
          out.alignToWord();
          start = out.bits;
        }
      }
      at += length;
    });
    runs.push(out.bits - start);
    return {
      words: out.words.slice(0, (out.bits + 31) >>> 5),
      runs: Uint32Array.from(runs),
      shifts: Int32Array.from(shifts),
      bits: out.bits + shifts.length * longestDistance,
      ...sumsOf(bytes),
    };
  }
}

type Sums = Pick<Coded, 'length' | 'sum' | 'sumOfSums'>;

function sumsOf(bytes: Uint8Array): Sums {
  let sum = 0;
  let sumOfSums = 0;
  for (let from = 0; from < bytes.length; from += adlerRun) {
    const end = Math.min(bytes.length, from + adlerRun);
    for (let i = from; i < end; i++) {
      sum += bytes[i] as number;
      sumOfSums += sum;
    }
    sum %= adlerModulus;
    sumOfSums %= adlerModulus;
  }
  return { length: bytes.length, sum, sumOfSums };
}

/** RFC 1950: the check of a stream, put together from those of its parts. */
class Adler {
  sum = 1;
  sumOfSums = 0;
  length = 0;

  add(part: Sums): void {
    this.sumOfSums = (this.sumOfSums + part.length * this.sum + part.sumOfSums) % adlerModulus;
    this.sum = (this.sum + part.sum) % adlerModulus;
    this.length += part.length;
  }
}
