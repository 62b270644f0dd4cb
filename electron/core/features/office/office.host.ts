import path from 'node:path';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import type { Actor } from '../../kernel/context.ts';
import type { OpenOffice } from '../../kernel/open-office.ts';
import type { World } from '../../ports/world.ts';
import { openAttempts } from '../../vault/attempts.ts';
import {
  createKeyring,
  currentKdfCost,
  type KdfCost,
  type Keyring,
  needsUpgrade,
  type OfficeKey,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  withPassphrase,
  withRecoveryKey,
} from '../../vault/keyring.ts';
import { formatRecoveryKey } from '../../vault/recovery-key.ts';
import {
  closeFolder,
  officePaths,
  openFolder,
  prepareFolder,
  readKeyring,
  writeKeyring,
} from './office.folder.ts';
import { loadUser } from './office.repo.ts';
import { createRecent } from './recent.ts';

export interface NewOffice {
  readonly folder: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly regionCode: string;
  readonly tribunalName: string | null;
  readonly userName: string;
  readonly passphrase: string;
  readonly isSample: boolean;
}

/** The one office that this program has open, and who may speak to it. */
export interface OfficeHost {
  readonly folder: string | null;
  readonly office: OpenOffice | null;
  readonly recent: string[];
  readonly suggestedFolder: string;
  readonly sampleFolder: string;
  actorOf(sessionId: string): Actor | null;
  create(sessionId: string, input: NewOffice): Promise<{ recoveryKey: string }>;
  choose(folder: string): Promise<void>;
  unlock(sessionId: string, userName: string, passphrase: string): Promise<void>;
  recover(sessionId: string, recoveryKey: string, userName: string, passphrase: string): Promise<void>;
  lock(): Promise<void>;
  leave(): Promise<void>;
  checkRecoveryKey(recoveryKey: string): boolean;
  renewRecoveryKey(actor: Actor, passphrase: string): Promise<string>;
  changePassphrase(actor: Actor, current: string, next: string): Promise<void>;
}

export function createOfficeHost(
  world: World,
  newId: () => string,
  /** Runs before the key is wiped: running calls end, files in hand are dropped. */
  beforeClose: () => Promise<void>,
  cost: KdfCost = currentKdfCost,
): OfficeHost {
  const recent = createRecent(world.configFolder);
  const sessions = new Map<string, Actor>();
  let folder: string | null = null;
  let office: OpenOffice | null = null;
  // Two windows that unlock at once must not open the folder twice.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  async function lock(): Promise<void> {
    sessions.clear();
    if (!office) return;
    await beforeClose();
    const closing = office;
    office = null;
    await closeFolder(closing);
  }

  async function enter(sessionId: string, keyring: Keyring, key: OfficeKey, userId: string): Promise<void> {
    if (!folder) throw new AppError('office-not-found');
    if (!office) office = await openFolder({ folder, keyring, key, create: false, world, newId });
    else key.fill(0);
    sessions.set(sessionId, await loadUser(office.db.read, userId));
    recent.add(folder);
  }

  /** Checks a passphrase with the growing delay. @throws AppError `too-many-attempts`, `wrong-passphrase`. */
  async function prove(
    userName: string,
    passphrase: string,
  ): Promise<{ key: OfficeKey; keyring: Keyring; userId: string }> {
    if (!folder) throw new AppError('office-not-found');
    const keyring = readKeyring(folder);
    const attempts = openAttempts(officePaths(folder).attempts);
    const wait = attempts.waitSeconds(world.clock.now());
    if (wait > 0) throw new AppError('too-many-attempts', { details: { retryAfterSeconds: wait } });
    const unlocked = await unlockWithPassphrase(keyring, userName, passphrase);
    if (!unlocked)
      throw new AppError('wrong-passphrase', {
        details: { retryAfterSeconds: attempts.failed(world.clock.now()) },
      });
    attempts.succeeded();
    const { key, slot } = unlocked;
    if (needsUpgrade(slot, cost)) {
      const stronger = await withPassphrase(
        keyring,
        { userId: slot.userId, userName, passphrase, key, cost },
        world.random,
      );
      writeKeyring(folder, stronger);
      return { key, keyring: stronger, userId: slot.userId };
    }
    return { key, keyring, userId: slot.userId };
  }

  async function setPassphrase(
    at: string,
    keyring: Keyring,
    user: { userId: string; userName: string },
    passphrase: string,
    key: OfficeKey,
  ): Promise<Keyring> {
    const next = await withPassphrase(keyring, { ...user, passphrase, key, cost }, world.random);
    writeKeyring(at, next);
    if (office) office.keyring = next;
    return next;
  }

  return {
    get folder() {
      return folder;
    },
    get office() {
      return office;
    },
    get recent() {
      return recent.list();
    },
    get suggestedFolder() {
      return world.suggestedOfficeFolder;
    },
    get sampleFolder() {
      return path.join(world.configFolder, 'sample-office');
    },
    actorOf: (sessionId) => (office ? (sessions.get(sessionId) ?? null) : null),
    create: (sessionId, input) =>
      inTurn(async () => {
        const target = prepareFolder(input.folder);
        await lock();
        const officeId = newId();
        const userId = newId();
        const recoveryEntropy = world.random.bytes(19);
        const { keyring, key } = await createKeyring(
          { officeId, userId, userName: input.userName, passphrase: input.passphrase, recoveryEntropy, cost },
          world.random,
        );
        const created = await openFolder({ folder: target, keyring, key, create: true, world, newId });
        try {
          await fillNewOffice(created, input, {
            officeId,
            userId,
            now: new Date(world.clock.now()).toISOString(),
          });
          // Last: a folder without a keyring is no office, so a crash before this leaves nothing half-made.
          writeKeyring(target, keyring);
        } catch (error) {
          await closeFolder(created);
          throw error;
        }
        folder = target;
        office = created;
        sessions.set(sessionId, { userId, userName: cleanLine(input.userName), role: 'manager' });
        recent.add(target);
        return { recoveryKey: formatRecoveryKey(recoveryEntropy) };
      }),
    choose: (chosen) =>
      inTurn(async () => {
        if (!path.isAbsolute(chosen)) throw new AppError('office-not-found');
        const target = path.normalize(chosen);
        readKeyring(target);
        if (target !== folder) await lock();
        folder = target;
      }),
    unlock: (sessionId, userName, passphrase) =>
      inTurn(async () => {
        const { key, keyring, userId } = await prove(userName, passphrase);
        await enter(sessionId, keyring, key, userId);
      }),
    recover: (sessionId, recoveryKey, userName, passphrase) =>
      inTurn(async () => {
        if (!folder) throw new AppError('office-not-found');
        const attempts = openAttempts(officePaths(folder).attempts);
        const wait = attempts.waitSeconds(world.clock.now());
        if (wait > 0) throw new AppError('too-many-attempts', { details: { retryAfterSeconds: wait } });
        const keyring = readKeyring(folder);
        const key = unlockWithRecoveryKey(keyring, recoveryKey);
        if (!key)
          throw new AppError('wrong-recovery-key', {
            details: { retryAfterSeconds: attempts.failed(world.clock.now()) },
          });
        attempts.succeeded();
        const copy = Buffer.from(key) as OfficeKey;
        const opened = office ?? (await openFolder({ folder, keyring, key, create: false, world, newId }));
        if (office) key.fill(0);
        office = opened;
        const users = await opened.db.read.selectFrom('app_user').selectAll().execute();
        const name = cleanLine(userName).toLowerCase();
        const user = users.find((u) => cleanLine(u.name).toLowerCase() === name);
        if (!user) {
          await lock();
          throw new AppError('invalid-input', { issues: [{ path: 'userName', code: 'user-unknown' }] });
        }
        await setPassphrase(folder, keyring, { userId: user.id, userName: user.name }, passphrase, copy);
        copy.fill(0);
        sessions.set(sessionId, await loadUser(opened.db.read, user.id));
        recent.add(folder);
      }),
    lock: () => inTurn(lock),
    leave: () =>
      inTurn(async () => {
        await lock();
        folder = null;
      }),
    checkRecoveryKey(recoveryKey) {
      if (!office) throw new AppError('locked');
      const key = unlockWithRecoveryKey(office.keyring, recoveryKey);
      key?.fill(0);
      return key !== null;
    },
    renewRecoveryKey: (actor, passphrase) =>
      inTurn(async () => {
        if (!office || !folder) throw new AppError('locked');
        const { key } = await prove(actor.userName, passphrase);
        const entropy = world.random.bytes(19);
        const next = withRecoveryKey(office.keyring, key, entropy, world.random);
        key.fill(0);
        writeKeyring(folder, next);
        office.keyring = next;
        return formatRecoveryKey(entropy);
      }),
    changePassphrase: (actor, current, next) =>
      inTurn(async () => {
        if (!office || !folder) throw new AppError('locked');
        const { key, keyring } = await prove(actor.userName, current);
        await setPassphrase(folder, keyring, actor, next, key);
        key.fill(0);
      }),
  };
}

async function fillNewOffice(
  office: OpenOffice,
  input: NewOffice,
  ids: { officeId: string; userId: string; now: string },
): Promise<void> {
  await office.db.write.transaction().execute(async (db) => {
    await db
      .insertInto('office')
      .values({
        id: ids.officeId,
        name: input.name,
        kinds: JSON.stringify(input.kinds),
        region_code: input.regionCode,
        tribunal_name: input.tribunalName,
        case_number_pattern: '〔{year}〕第{seq}号',
        recovery_confirmed: input.isSample ? 1 : 0,
        is_sample: input.isSample ? 1 : 0,
        created_at: ids.now,
        version: 1,
      })
      .execute();
    await db
      .insertInto('app_user')
      .values({ id: ids.userId, name: cleanLine(input.userName), role: 'manager', created_at: ids.now })
      .execute();
  });
}
