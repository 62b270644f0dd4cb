import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { AppError } from '../../../shared/kernel/errors.ts';
import { cleanLine } from '../../../shared/kernel/text.ts';
import type { Random } from '../ports/world.ts';
import { parseRecoveryKey } from './recovery-key.ts';

/** Cost of one Argon2id derivation. Stored beside each wrapped key, so that it can rise with the years. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's Argon2id floor is 19 MiB and 2 passes; this is above it and takes well under a second. */
export const currentKdfCost: KdfCost = { memoryKiB: 65_536, passes: 3, parallelism: 1 };

const base64 = z.base64();
const slotSchema = z.strictObject({
  /** Keyed hash of the user's name: the file tells nobody who works here. */
  id: z.string(),
  userId: z.string(),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.number().int().min(1024).max(4_194_304),
    passes: z.number().int().min(1).max(64),
    parallelism: z.number().int().min(1).max(16),
    salt: base64,
  }),
  wrapped: base64,
});
const keyringSchema = z.strictObject({
  format: z.literal(1),
  officeId: z.string(),
  /** Recorded, so that another cipher can be chosen for later offices. */
  cipher: z.literal('aegis'),
  nameSalt: base64,
  slots: z.array(slotSchema).min(1),
  recovery: z.strictObject({ salt: base64, wrapped: base64 }),
});

/** What lies in `keyring.json`: wrapped copies of the office key and nothing that names a person. */
export type Keyring = z.output<typeof keyringSchema>;
type Slot = z.output<typeof slotSchema>;

/** The office's random 32-byte key. Everything else is derived from it; it is never written unwrapped. */
export type OfficeKey = Buffer & { readonly __officeKey: true };

/**
 * The keyring as a file. Its checksum keeps no attacker out; it tells a damaged file from a wrong passphrase, so that
 * nobody believes to have forgotten theirs.
 */
export function formatKeyring(keyring: Keyring): string {
  const exact = keyringSchema.parse(keyring);
  return `${JSON.stringify({ ...exact, check: checkOf(exact) }, null, 2)}\n`;
}

/** @throws AppError `database-damaged` when the text is no keyring of this format, or not as it was written. */
export function parseKeyring(text: string): Keyring {
  try {
    const { check, ...keyring } = keyringSchema.extend({ check: z.string() }).parse(JSON.parse(text));
    if (checkOf(keyring) === check) return keyring;
  } catch {
    throw damagedKeyring();
  }
  throw damagedKeyring();
}

function damagedKeyring(): AppError {
  return new AppError('database-damaged', { details: { part: 'keyring' } });
}

function checkOf(keyring: Keyring): string {
  return createHash('sha256').update(JSON.stringify(keyring)).digest('hex');
}

/** Key for one purpose (`database`, `files`), so that no two uses share a key. */
export function deriveKey(key: OfficeKey, purpose: 'database' | 'files'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `gongdao/${purpose}/1`, 32));
}

export async function createKeyring(
  input: {
    officeId: string;
    userId: string;
    userName: string;
    passphrase: string;
    recoveryEntropy: Uint8Array;
    cost: KdfCost;
  },
  random: Random,
): Promise<{ keyring: Keyring; key: OfficeKey }> {
  const key = Buffer.from(random.bytes(32)) as OfficeKey;
  const nameSalt = Buffer.from(random.bytes(32)).toString('base64');
  const base = { officeId: input.officeId, nameSalt };
  const keyring: Keyring = {
    format: 1,
    cipher: 'aegis',
    ...base,
    slots: [await makeSlot(base, { ...input, key }, random)],
    recovery: wrapForRecovery(base.officeId, key, input.recoveryEntropy, random),
  };
  return { keyring, key };
}

/**
 * @returns null for an unknown name and for a wrong passphrase alike; both take the time of one derivation.
 */
export async function unlockWithPassphrase(
  keyring: Keyring,
  userName: string,
  passphrase: string,
): Promise<{ key: OfficeKey; slot: Slot } | null> {
  const id = slotId(keyring.nameSalt, userName);
  const found = keyring.slots.find((s) => equal(s.id, id));
  const slot = found ?? keyring.slots[0];
  if (!slot) return null;
  const wrapping = await derive(passphrase, slot.kdf);
  const key = unwrap(slot.wrapped, wrapping, `${keyring.officeId}/${slot.userId}`);
  wrapping.fill(0);
  return found && key ? { key, slot: found } : null;
}

export function unlockWithRecoveryKey(keyring: Keyring, typed: string): OfficeKey | null {
  const entropy = parseRecoveryKey(typed);
  if (!entropy) return null;
  const wrapping = recoveryWrapping(entropy, keyring.recovery.salt);
  return unwrap(keyring.recovery.wrapped, wrapping, `${keyring.officeId}/recovery`);
}

/** Replaces or adds the slot of one user. The database is never rekeyed: only the wrapping changes. */
export async function withPassphrase(
  keyring: Keyring,
  input: { userId: string; userName: string; passphrase: string; key: OfficeKey; cost: KdfCost },
  random: Random,
): Promise<Keyring> {
  const slot = await makeSlot(keyring, input, random);
  return { ...keyring, slots: [...keyring.slots.filter((s) => s.userId !== input.userId), slot] };
}

/** Without the slot of one user. @throws AppError `internal` when it is the last: nobody could come in any more. */
export function withoutUser(keyring: Keyring, userId: string): Keyring {
  const slots = keyring.slots.filter((s) => s.userId !== userId);
  if (slots.length === 0) throw new AppError('internal', { details: { keyring: 'last-slot' } });
  return { ...keyring, slots };
}

/** The slot is found by another name from now on. The wrapped key is bound to the user's id and stays as it is. */
export function withUserName(keyring: Keyring, user: { userId: string; userName: string }): Keyring {
  const id = slotId(keyring.nameSalt, user.userName);
  return { ...keyring, slots: keyring.slots.map((s) => (s.userId === user.userId ? { ...s, id } : s)) };
}

export function withRecoveryKey(
  keyring: Keyring,
  key: OfficeKey,
  entropy: Uint8Array,
  random: Random,
): Keyring {
  return { ...keyring, recovery: wrapForRecovery(keyring.officeId, key, entropy, random) };
}

/** True when a slot was made at a lower cost than today's and should be wrapped anew at this unlock. */
export function needsUpgrade(slot: Slot, cost: KdfCost): boolean {
  return slot.kdf.memoryKiB < cost.memoryKiB || slot.kdf.passes < cost.passes;
}

async function makeSlot(
  base: { officeId: string; nameSalt: string },
  input: { userId: string; userName: string; passphrase: string; key: OfficeKey; cost: KdfCost },
  random: Random,
): Promise<Slot> {
  const kdf: Slot['kdf'] = {
    name: 'argon2id',
    ...input.cost,
    salt: Buffer.from(random.bytes(32)).toString('base64'),
  };
  const wrapping = await derive(input.passphrase, kdf);
  const wrapped = wrap(input.key, wrapping, `${base.officeId}/${input.userId}`, random);
  wrapping.fill(0);
  return { id: slotId(base.nameSalt, input.userName), userId: input.userId, kdf, wrapped };
}

function slotId(nameSalt: string, userName: string): string {
  return createHmac('sha256', Buffer.from(nameSalt, 'base64'))
    .update(cleanLine(userName).toLowerCase())
    .digest('base64');
}

async function derive(passphrase: string, kdf: Slot['kdf']): Promise<Buffer> {
  const bytes = await argon2id({
    // NFC: the same passphrase typed by another input method gives the same bytes.
    password: Buffer.from(passphrase.normalize('NFC'), 'utf8'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(bytes);
}

function wrapForRecovery(
  officeId: string,
  key: OfficeKey,
  entropy: Uint8Array,
  random: Random,
): Keyring['recovery'] {
  const salt = Buffer.from(random.bytes(32)).toString('base64');
  return { salt, wrapped: wrap(key, recoveryWrapping(entropy, salt), `${officeId}/recovery`, random) };
}

// 152 random bits need no stretching.
function recoveryWrapping(entropy: Uint8Array, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', entropy, Buffer.from(salt, 'base64'), 'gongdao/recovery/1', 32));
}

function wrap(key: OfficeKey, wrapping: Buffer, context: string, random: Random): string {
  const nonce = random.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function unwrap(wrapped: string, wrapping: Buffer, context: string): OfficeKey | null {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length !== 12 + 32 + 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(44));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, 44)), decipher.final()]) as OfficeKey;
  } catch {
    return null;
  }
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
