import {
  distanceBits,
  distanceSymbol,
  type FlateCodes,
  lengthExtraBits,
  lengthSymbols,
  longestMatch,
  shortestMatch,
} from './flate.ts';

/** A way to write bytes: each step is one byte, or a match of some length. */
export interface Parse {
  /** Bytes that each step covers. */
  readonly lengths: readonly number[];
  /** Per step: 0 for a byte, a distance back for a match within, and minus (1 + place) for one in the lead. */
  readonly sources: readonly number[];
}

const hashSize = 1 << 13;
/** Earlier places that are looked at for each byte. */
const leadTries = 24;
const ownTries = 8;

const hashAt = (bytes: Uint8Array, i: number): number =>
  (Math.imul(
    (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16),
    0x9e3779b1,
  ) >>>
    19) &
  (hashSize - 1);

/** Finds the shortest way to write an outline with the bytes of a lead before it and its own. */
export class Matcher {
  private readonly codes: FlateCodes;
  private readonly lead: Uint8Array;
  private readonly leadHeads = new Int32Array(hashSize).fill(-1);
  private readonly leadNext: Int32Array;
  private readonly heads = new Int32Array(hashSize).fill(-1);
  private next = new Int32Array(0);
  private costs = new Float64Array(0);
  private steps = new Int32Array(0);
  private from = new Int32Array(0);

  constructor(codes: FlateCodes, lead: Uint8Array) {
    this.codes = codes;
    this.lead = lead;
    this.leadNext = new Int32Array(lead.length);
    for (let i = 0; i + shortestMatch <= lead.length; i++) {
      const hash = hashAt(lead, i);
      this.leadNext[i] = this.leadHeads[hash] as number;
      this.leadHeads[hash] = i;
    }
  }

  parse(bytes: Uint8Array): Parse {
    const count = bytes.length;
    this.reserve(count + 1);
    const { costs, steps, from, heads, next, lead, leadHeads, leadNext } = this;
    const { sizes, distanceSizes } = this.codes;
    costs.fill(Number.POSITIVE_INFINITY, 0, count + 1);
    costs[0] = 0;
    const offer = (
      at: number,
      longest: number,
      known: number,
      source: number,
      distanceCost: number,
    ): void => {
      for (let length = known + 1; length <= longest; length++) {
        const symbol = lengthSymbols[length] as number;
        const cost =
          (costs[at] as number) +
          (sizes[symbol] as number) +
          (lengthExtraBits[length] as number) +
          distanceCost;
        if (cost < (costs[at + length] as number)) {
          costs[at + length] = cost;
          steps[at + length] = length;
          from[at + length] = source;
        }
      }
    };
    for (let at = 0; at < count; at++) {
      const cost = (costs[at] as number) + (sizes[bytes[at] as number] as number);
      if (cost < (costs[at + 1] as number)) {
        costs[at + 1] = cost;
        steps[at + 1] = 1;
        from[at + 1] = 0;
      }
      if (at + shortestMatch > count) continue;
      const most = Math.min(longestMatch, count - at);
      const hash = hashAt(bytes, at);
      let longest = shortestMatch - 1;
      for (
        let i = heads[hash] as number, tries = ownTries;
        i >= 0 && tries > 0;
        i = next[i] as number, tries--
      ) {
        let length = 0;
        while (length < most && bytes[i + length] === bytes[at + length]) length++;
        if (length <= longest) continue;
        const symbol = distanceSymbol(at - i);
        offer(at, length, longest, at - i, (distanceSizes[symbol] as number) + distanceBits(symbol));
        longest = length;
      }
      next[at] = heads[hash] as number;
      heads[hash] = at;
      let place = -1;
      let reach = shortestMatch - 1;
      for (
        let i = leadHeads[hash] as number, tries = leadTries;
        i >= 0 && tries > 0;
        i = leadNext[i] as number, tries--
      ) {
        let length = 0;
        while (length < most && lead[i + length] === bytes[at + length]) length++;
        if (length <= reach) continue;
        reach = length;
        place = i;
      }
      if (place >= 0) offer(at, reach, shortestMatch - 1, -1 - place, leadCost);
    }
    for (let at = 0; at + shortestMatch <= count; at++) heads[hashAt(bytes, at)] = -1;
    return this.read(count);
  }

  private read(count: number): Parse {
    const lengths: number[] = [];
    const sources: number[] = [];
    for (let at = count; at > 0; at -= this.steps[at] as number) {
      lengths.push(this.steps[at] as number);
      sources.push(this.from[at] as number);
    }
    return { lengths: lengths.reverse(), sources: sources.reverse() };
  }

  private reserve(count: number): void {
    if (count <= this.costs.length) return;
    this.next = new Int32Array(2 * count);
    this.costs = new Float64Array(2 * count);
    this.steps = new Int32Array(2 * count);
    this.from = new Int32Array(2 * count);
  }
}

/** Bits that a distance to the lead takes on average: it is not known before the outline has its place. */
const leadCost = 15;
