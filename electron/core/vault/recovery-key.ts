import { createHash } from 'node:crypto';

// Crockford's alphabet: no I, L, O, U, so a key read aloud or copied by hand survives.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const entropyBytes = 19;

/**
 * Writes 19 random bytes (152 bits) and one check byte as eight groups of four: `7H2K-…`.
 * The check byte tells a slip of the pen from a wrong key.
 */
export function formatRecoveryKey(entropy: Uint8Array): string {
  const bytes = new Uint8Array(entropyBytes + 1);
  bytes.set(entropy.subarray(0, entropyBytes));
  bytes[entropyBytes] = checkByte(entropy.subarray(0, entropyBytes));
  let bits = 0n;
  for (const b of bytes) bits = (bits << 8n) | BigInt(b);
  let text = '';
  for (let i = 0; i < 32; i++) {
    text = `${alphabet[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** The 19 bytes behind a typed key, or null when it cannot be one (length, letters, check byte). */
export function parseRecoveryKey(text: string): Uint8Array | null {
  const clean = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (clean.length !== 32) return null;
  let bits = 0n;
  for (const c of clean) {
    const value = alphabet.indexOf(c);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = new Uint8Array(entropyBytes + 1);
  for (let i = entropyBytes; i >= 0; i--) {
    bytes[i] = Number(bits & 255n);
    bits >>= 8n;
  }
  const entropy = bytes.subarray(0, entropyBytes);
  return bytes[entropyBytes] === checkByte(entropy) ? entropy : null;
}

function checkByte(entropy: Uint8Array): number {
  return createHash('sha256').update('gongdao-recovery').update(entropy).digest()[0] ?? 0;
}
