/** Bits in the order of RFC 1951: the first one is the lowest of the first byte. */
export class BitWriter {
  words: Int32Array;
  bits = 0;

  constructor(capacity: number) {
    this.words = new Int32Array((capacity >>> 5) + 2);
  }

  /** Makes room for so many more bits. */
  reserve(count: number): void {
    const needed = ((this.bits + count) >>> 5) + 2;
    if (needed <= this.words.length) return;
    const words = new Int32Array(Math.max(needed, this.words.length * 2));
    words.set(this.words);
    this.words = words;
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

  /** Writes `count` bits that begin at a word of the source; what is left of the last word must be nought. */
  append(source: Int32Array, from: number, count: number): void {
    const { words } = this;
    const shift = this.bits & 31;
    let word = this.bits >>> 5;
    const end = from + ((count + 31) >>> 5);
    if (shift === 0) for (let i = from; i < end; i++) words[word++] = source[i] as number;
    else {
      const rest = 32 - shift;
      let carried = words[word] as number;
      for (let i = from; i < end; i++) {
        const value = source[i] as number;
        words[word++] = carried | (value << shift);
        carried = value >>> rest;
      }
      words[word] = carried;
    }
    this.bits += count;
  }

  /** Writes whole bytes, behind whole bytes. */
  appendBytes(bytes: Uint8Array): void {
    if (littleEndian) new Uint8Array(this.words.buffer).set(bytes, this.bits >>> 3);
    else for (const byte of bytes) this.put(byte, 8);
    if (littleEndian) this.bits += 8 * bytes.length;
  }

  /** The next bits begin a byte. */
  alignToByte(): void {
    this.bits = (this.bits + 7) & ~7;
  }

  /** The next bits begin a word. */
  alignToWord(): void {
    this.bits = (this.bits + 31) & ~31;
  }

  bytes(): Uint8Array {
    const count = (this.bits + 7) >>> 3;
    if (littleEndian) return new Uint8Array(this.words.buffer, 0, count);
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i++) bytes[i] = (this.words[i >>> 2] as number) >>> ((i & 3) * 8);
    return bytes;
  }
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
