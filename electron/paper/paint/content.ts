/** What a page draws, as the bytes of PDF operators. One object serves page after page. */
export class Content {
  private buffer = new Uint8Array(1 << 14);
  private length = 0;

  /** The bytes so far, good until the next one is written; what follows begins anew. */
  take(): Uint8Array {
    const bytes = this.buffer.subarray(0, this.length);
    this.length = 0;
    return bytes;
  }

  /** @param text nothing beyond U+00FF. */
  put(text: string): this {
    const { length } = text;
    this.reserve(length);
    const { buffer } = this;
    let at = this.length;
    for (let i = 0; i < length; i++) buffer[at++] = text.charCodeAt(i);
    this.length = at;
    return this;
  }

  /** A number as PDF wants it, without an exponent and with at most three decimals; and a space. */
  number(value: number): this {
    return this.thousandths(Math.round(value * 1000));
  }

  /** A whole number of thousandths, and a space. */
  thousandths(value: number): this {
    this.reserve(mostDigits);
    const { buffer } = this;
    let at = this.length;
    let rest = value;
    if (rest < 0) {
      buffer[at++] = minus;
      rest = -rest;
    }
    const whole = Math.floor(rest / 1000);
    const part = rest - whole * 1000;
    if (whole < 10) buffer[at++] = zero + whole;
    else {
      const digits = String(whole);
      for (let i = 0; i < digits.length; i++) buffer[at++] = digits.charCodeAt(i);
    }
    if (part > 0) {
      buffer[at++] = point;
      buffer[at++] = zero + ((part / 100) | 0);
      if (part % 100 > 0) {
        buffer[at++] = zero + (((part / 10) | 0) % 10);
        if (part % 10 > 0) buffer[at++] = zero + (part % 10);
      }
    }
    buffer[at++] = space;
    this.length = at;
    return this;
  }

  /** A glyph's number in its font as two bytes of a literal string. */
  glyph(number: number): this {
    this.reserve(4);
    this.literal(number >> 8);
    this.literal(number & 0xff);
    return this;
  }

  private literal(byte: number): void {
    const { buffer } = this;
    if (byte === opening || byte === closing || byte === backslash) buffer[this.length++] = backslash;
    // A bare carriage return would be read as a line feed.
    else if (byte === carriageReturn) {
      buffer[this.length++] = backslash;
      buffer[this.length++] = letterR;
      return;
    }
    buffer[this.length++] = byte;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = new Uint8Array(2 * (this.length + count));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}

/** Of a number that is safe as an integer, with its sign, its point and the space. */
const mostDigits = 20;

const space = 0x20;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const opening = 0x28;
const closing = 0x29;
const backslash = 0x5c;
const carriageReturn = 0x0d;
const letterR = 0x72;
