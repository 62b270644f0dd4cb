import type { Clock, Random } from '../ports/world.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes time-ordered ids (ULID): 48 bits of milliseconds, 80 random bits that only rise within one millisecond. */
export function createIds(clock: Clock, random: Random): () => string {
  let lastTime = -1;
  let tail = 0n;
  return () => {
    const now = clock.now();
    if (now > lastTime) {
      lastTime = now;
      tail = 0n;
      for (const b of random.bytes(10)) tail = (tail << 8n) | BigInt(b);
      // Leaves room to count up within this millisecond.
      tail >>= 1n;
    } else {
      tail += 1n;
    }
    return encode(BigInt(lastTime), 10) + encode(tail, 16);
  };
}

function encode(value: bigint, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i++) {
    text = `${alphabet[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return text;
}
