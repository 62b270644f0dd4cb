import { randomFillSync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  createKeyring,
  formatKeyring,
  needsUpgrade,
  parseKeyring,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  withPassphrase,
  withRecoveryKey,
} from '../../electron/core/vault/keyring.ts';
import { formatRecoveryKey, parseRecoveryKey } from '../../electron/core/vault/recovery-key.ts';
import { testKdfCost } from '../support/open-test-app.ts';

const random = { bytes: (n: number) => randomFillSync(new Uint8Array(n)) };
const entropy = random.bytes(19);
const passphrase = 'café 口令 八位以上';
const user = { userId: 'U'.repeat(26), userName: '测试员' };
const make = () =>
  createKeyring(
    { officeId: 'O'.repeat(26), ...user, passphrase, recoveryEntropy: entropy, cost: testKdfCost },
    random,
  );

test('a passphrase composed another way opens the same office', async () => {
  const { keyring, key } = await make();
  expect(passphrase.normalize('NFD')).not.toBe(passphrase);
  const opened = await unlockWithPassphrase(keyring, '测试员', passphrase.normalize('NFD'));
  expect(opened?.key.equals(key)).toBe(true);
  expect(await unlockWithPassphrase(keyring, '测试员', `${passphrase} `)).toBeNull();
});

test('an unknown name fails like a wrong passphrase, after the same derivation', async () => {
  const { keyring } = await make();
  // Derivation reads the salt once: the count stands for the work, where time would only be likely.
  const derivations = async (name: string): Promise<number> => {
    let reads = 0;
    const slots = keyring.slots.map((slot) => ({
      ...slot,
      kdf: Object.defineProperty({ ...slot.kdf }, 'salt', {
        get: () => {
          reads++;
          return slot.kdf.salt;
        },
      }),
    }));
    expect(await unlockWithPassphrase({ ...keyring, slots }, name, 'wrong passphrase')).toBeNull();
    return reads;
  };
  expect(await derivations('无此人')).toBe(await derivations('测试员'));
  expect(await derivations('无此人')).toBe(1);
});

test('a slot made at a lower cost is told, and the stronger one opens', async () => {
  const { keyring, key } = await make();
  const cost = { ...testKdfCost, passes: 2 };
  const [slot] = keyring.slots;
  expect(slot && needsUpgrade(slot, testKdfCost)).toBe(false);
  expect(slot && needsUpgrade(slot, cost)).toBe(true);
  const stronger = await withPassphrase(keyring, { ...user, passphrase, key, cost }, random);
  expect(stronger.slots).toHaveLength(1);
  expect(stronger.slots[0]?.kdf.passes).toBe(2);
  expect((await unlockWithPassphrase(stronger, '测试员', passphrase))?.key.equals(key)).toBe(true);
});

test('a recovery key survives being written down', async () => {
  const { keyring, key } = await make();
  // Bytes whose text holds both a nought and a one, which people write as O, I and l.
  const bytes = new Uint8Array(19).fill(0x04);
  const text = formatRecoveryKey(bytes);
  expect(text).toMatch(/0/);
  expect(text).toMatch(/1|2/);
  for (let n = 0; n < 50; n++) {
    const printed = formatRecoveryKey(random.bytes(19));
    const typed = printed
      .replaceAll('0', n % 2 ? 'O' : 'o')
      .replaceAll('1', ['I', 'l', 'i', 'L'][n % 4] ?? 'I')
      .replaceAll('-', n % 3 ? '  ' : '–')
      .toLowerCase();
    expect(parseRecoveryKey(typed)).toEqual(parseRecoveryKey(printed));
    expect(parseRecoveryKey(printed)).not.toBeNull();
  }
  expect(unlockWithRecoveryKey(keyring, formatRecoveryKey(entropy))?.equals(key)).toBe(true);
  expect(unlockWithRecoveryKey(keyring, formatRecoveryKey(random.bytes(19)))).toBeNull();
  expect(unlockWithRecoveryKey(keyring, '')).toBeNull();
});

test('a new recovery key makes the old one worthless', async () => {
  const { keyring, key } = await make();
  const fresh = random.bytes(19);
  const next = withRecoveryKey(keyring, key, fresh, random);
  expect(unlockWithRecoveryKey(next, formatRecoveryKey(entropy))).toBeNull();
  expect(unlockWithRecoveryKey(next, formatRecoveryKey(fresh))?.equals(key)).toBe(true);
});

test('every damaged byte and every cut of the file is told as damage', async () => {
  const { keyring } = await make();
  const text = formatKeyring(keyring);
  expect(parseKeyring(text)).toEqual(keyring);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at++) {
    const bad = Buffer.from(bytes);
    bad[at] = (bad[at] ?? 0) ^ 1;
    let read: unknown;
    try {
      read = parseKeyring(bad.toString());
    } catch (error) {
      expect(error).toMatchObject({ failure: { code: 'database-damaged', details: { part: 'keyring' } } });
      continue;
    }
    // A line break that became a tab is still the same keyring.
    expect(read).toEqual(keyring);
  }
  for (const length of [0, 1, 100, text.length - 3])
    expect(() => parseKeyring(text.slice(0, length))).toThrow('database-damaged');
});

test('the file names nobody', async () => {
  const { keyring } = await make();
  expect(formatKeyring(keyring)).not.toContain('测试员');
  expect(formatKeyring(keyring)).not.toContain(passphrase);
});
