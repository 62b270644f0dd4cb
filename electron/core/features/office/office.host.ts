import fs from 'node:fs';
import path from 'node:path';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import type { Actor } from '../../kernel/context.ts';
import type { Caller } from '../../kernel/core.ts';
import { whileReading } from '../../kernel/failures.ts';
import type { OpenOffice } from '../../kernel/open-office.ts';
import { may } from '../../kernel/permissions.ts';
import type { World } from '../../ports/world.ts';
import { type Attempts, openAttempts } from '../../vault/attempts.ts';
import {
  createKeyring,
  currentKdfCost,
  type KdfCost,
  type Keyring,
  needsUpgrade,
  type OfficeKey,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  withoutUser,
  withPassphrase,
  withRecoveryKey,
  withUserName,
} from '../../vault/keyring.ts';
import { formatRecoveryKey } from '../../vault/recovery-key.ts';
import { appendAudit } from '../audit/index.ts';
import {
  closeFolder,
  finishFolder,
  officePaths,
  openFolder,
  prepareFolder,
  readKeyring,
  writeKeyring,
} from './office.folder.ts';
import { listUsers, loadUser } from './office.repo.ts';
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
  /** True once the sample office was made. */
  readonly hasSample: boolean;
  actorOf(sessionId: string): Actor | null;
  /** Somebody who is in and may write, else null: in that name the daily work is done. */
  present(): Caller | null;
  create(sessionId: string, input: NewOffice): Promise<{ recoveryKey: string }>;
  choose(folder: string): Promise<void>;
  unlock(sessionId: string, userName: string, passphrase: string): Promise<void>;
  recover(sessionId: string, recoveryKey: string, userName: string, passphrase: string): Promise<void>;
  lock(): Promise<void>;
  leave(): Promise<void>;
  checkRecoveryKey(recoveryKey: string): boolean;
  /** The keyring file is no part of a transaction: `undo` puts the former one back when the change is rolled back. */
  renewRecoveryKey(actor: Actor, passphrase: string): Promise<{ recoveryKey: string; undo: () => void }>;
  changePassphrase(actor: Actor, current: string, next: string): Promise<{ undo: () => void }>;
  /** Lets somebody in with this passphrase from now on; the one they had, if any, no longer opens the office. */
  givePassphrase(
    user: { userId: string; userName: string },
    passphrase: string,
  ): Promise<{ undo: () => void }>;
  /** Their passphrase opens the office no more. @throws AppError `internal` when nobody else's would. */
  takePassphrase(userId: string): Promise<{ undo: () => void }>;
  /** The name at the door changes; the passphrase stays. */
  renameInKeyring(user: { userId: string; userName: string }): Promise<{ undo: () => void }>;
  /** What is known of somebody who is in changes at once, in every window. */
  setActor(actor: Actor): void;
  /** Whoever it is, is in no longer. */
  endSessionsOf(userId: string): void;
}

export function createOfficeHost(
  world: World,
  newId: () => string,
  /** Runs before the key is wiped: running calls end, files in hand are dropped. */
  beforeClose: () => Promise<void>,
  cost: KdfCost = currentKdfCost,
  /** Runs when the key is in hand, before anybody may speak: what the office adds to the core is taken in. */
  afterOpen: (office: OpenOffice) => Promise<void> = async () => {},
): OfficeHost {
  const recent = createRecent(world.configFolder);
  const sessions = new Map<string, Actor>();
  let folder: string | null = null;
  let office: OpenOffice | null = null;
  let guard: { folder: string; attempts: Attempts } | null = null;
  // Two windows that unlock at once must not open the folder twice.
  const inTurn = oneAtATime();
  // Changes of the keyring file read it, work for a while and write it. Apart from the queue above, because locking
  // waits for calls that are changing it.
  const onKeyring = oneAtATime();

  async function lock(): Promise<void> {
    sessions.clear();
    if (!office) return;
    await beforeClose();
    // A reader that is not waited for (the state of the office) ends before anything else runs.
    await new Promise((resolve) => setImmediate(resolve));
    const closing = office;
    office = null;
    await closeFolder(closing);
  }

  // One per folder for as long as it is chosen: where it cannot be written down, the delay holds at least for this run.
  function attemptsOf(at: string): Attempts {
    if (guard?.folder !== at) guard = { folder: at, attempts: openAttempts(officePaths(at).attempts) };
    return guard.attempts;
  }

  /** @throws AppError `too-many-attempts` while the delay after the last failure runs. */
  function assertMayTry(at: string): Attempts {
    const attempts = attemptsOf(at);
    const wait = attempts.waitSeconds(world.clock.now());
    if (wait > 0) throw new AppError('too-many-attempts', { details: { retryAfterSeconds: wait } });
    return attempts;
  }

  /** Opens the chosen folder, or wipes the key where it is open already. */
  async function ensureOpen(at: string, keyring: Keyring, key: OfficeKey): Promise<OpenOffice> {
    if (office) key.fill(0);
    else {
      office = await openFolder({ folder: at, keyring, key, create: false, world, newId }).catch((error) => {
        throw whileReading(error);
      });
      await afterOpen(office);
    }
    office.keyring = keyring;
    return office;
  }

  /** What is opened for a caller who then cannot come in is closed again; others who are in stay in. */
  async function orCloseAgain<T>(work: () => Promise<T>): Promise<T> {
    const wasOpen = office !== null;
    try {
      return await work();
    } catch (error) {
      if (!wasOpen) await lock();
      throw error;
    }
  }

  /** Checks a passphrase with the growing delay. @throws AppError `too-many-attempts`, `wrong-passphrase`. */
  async function prove(
    at: string,
    userName: string,
    passphrase: string,
  ): Promise<{ key: OfficeKey; keyring: Keyring; userId: string }> {
    const attempts = assertMayTry(at);
    const keyring = readKeyring(at);
    const unlocked = await unlockWithPassphrase(keyring, userName, passphrase);
    if (!unlocked)
      throw new AppError('wrong-passphrase', {
        details: { retryAfterSeconds: attempts.failed(world.clock.now()) },
      });
    attempts.succeeded();
    const { key, slot } = unlocked;
    const user = { userId: slot.userId, userName };
    if (!needsUpgrade(slot, cost)) return { key, keyring, userId: user.userId };
    const stronger = await withPassphrase(keyring, { ...user, passphrase, key, cost }, world.random);
    writeKeyring(at, stronger);
    return { key, keyring: stronger, userId: user.userId };
  }

  /**
   * Replaces the keyring file of the open office.
   * @returns how to put the former one back, for when the change cannot be recorded.
   */
  function replaceKeyring(open: OpenOffice, before: Keyring, after: Keyring): () => void {
    const put = (keyring: Keyring): void => {
      writeKeyring(open.folder, keyring);
      open.keyring = keyring;
    };
    put(after);
    return () => put(before);
  }

  const changeKeyring = (
    change: (open: OpenOffice, before: Keyring) => Promise<Keyring>,
  ): Promise<{ undo: () => void }> =>
    onKeyring(async () => {
      const open = office;
      if (!open) throw new AppError('locked');
      const before = readKeyring(open.folder);
      return { undo: replaceKeyring(open, before, await change(open, before)) };
    });

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
    get hasSample() {
      return fs.existsSync(officePaths(this.sampleFolder).keyring);
    },
    present() {
      for (const [sessionId, actor] of sessions) if (office && may(actor, 'case.write')) return { sessionId };
      return null;
    },
    actorOf: (sessionId) => (office ? (sessions.get(sessionId) ?? null) : null),
    create: (sessionId, input) =>
      inTurn(async () => {
        const target = prepareFolder(input.folder);
        const officeId = newId();
        const userId = newId();
        const recoveryEntropy = world.random.bytes(19);
        const { keyring, key } = await createKeyring(
          { officeId, userId, userName: input.userName, passphrase: input.passphrase, recoveryEntropy, cost },
          world.random,
        );
        const actor: Actor = {
          userId,
          userName: cleanLine(input.userName),
          role: 'manager',
          mustChangePassphrase: false,
        };
        const created = await openFolder({ folder: target, keyring, key, create: true, world, newId });
        try {
          await fillNewOffice(created, input, { officeId, actor, now: nowOf(world) });
          finishFolder(target, keyring);
        } catch (error) {
          await closeFolder(created);
          throw error;
        }
        // Only now: when the new office cannot be made, the one that is open stays open.
        await lock();
        folder = target;
        office = created;
        sessions.set(sessionId, actor);
        recent.add(target);
        return { recoveryKey: formatRecoveryKey(recoveryEntropy) };
      }),
    choose: (chosen) =>
      inTurn(async () => {
        if (!path.isAbsolute(chosen)) throw new AppError('office-not-found');
        const target = path.resolve(chosen);
        readKeyring(target);
        if (target !== folder) await lock();
        folder = target;
      }),
    unlock: (sessionId, userName, passphrase) =>
      inTurn(async () => {
        const at = chosenFolder(folder);
        const { key, keyring, userId } = await onKeyring(() => prove(at, userName, passphrase));
        await orCloseAgain(async () => {
          const open = await ensureOpen(at, keyring, key);
          sessions.set(sessionId, await loadUser(open.db.read, userId));
        });
        recent.add(at);
      }),
    recover: (sessionId, recoveryKey, userName, passphrase) =>
      inTurn(async () => {
        const at = chosenFolder(folder);
        const attempts = assertMayTry(at);
        const keyring = readKeyring(at);
        const key = unlockWithRecoveryKey(keyring, recoveryKey);
        if (!key)
          throw new AppError('wrong-recovery-key', {
            details: { retryAfterSeconds: attempts.failed(world.clock.now()) },
          });
        attempts.succeeded();
        const copy = Buffer.from(key) as OfficeKey;
        try {
          await orCloseAgain(async () => {
            const open = await ensureOpen(at, keyring, key);
            const name = cleanLine(userName).toLowerCase();
            const users = await listUsers(open.db.read);
            const found = users.find((u) => u.active && cleanLine(u.name).toLowerCase() === name);
            if (!found) throw fieldError('userName', 'user-unknown');
            const actor = await loadUser(open.db.read, found.id);
            await recordRecovery(open, actor, nowOf(world), () =>
              onKeyring(async () => {
                const before = readKeyring(at);
                const user = { ...actor, passphrase, key: copy, cost };
                return replaceKeyring(open, before, await withPassphrase(before, user, world.random));
              }),
            );
            // Chosen by the person who holds the recovery key: nobody else's any more.
            sessions.set(sessionId, { ...actor, mustChangePassphrase: false });
          });
        } finally {
          copy.fill(0);
        }
        recent.add(at);
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
      onKeyring(async () => {
        const open = office;
        if (!open) throw new AppError('locked');
        const { key, keyring } = await prove(open.folder, actor.userName, passphrase);
        const entropy = world.random.bytes(19);
        const next = withRecoveryKey(keyring, key, entropy, world.random);
        key.fill(0);
        return { recoveryKey: formatRecoveryKey(entropy), undo: replaceKeyring(open, keyring, next) };
      }),
    givePassphrase: (user, passphrase) =>
      changeKeyring((open, before) =>
        withPassphrase(before, { ...user, passphrase, key: open.key, cost }, world.random),
      ),
    takePassphrase: (userId) => changeKeyring(async (_open, before) => withoutUser(before, userId)),
    renameInKeyring: (user) => changeKeyring(async (_open, before) => withUserName(before, user)),
    setActor(actor) {
      for (const [sessionId, known] of sessions)
        if (known.userId === actor.userId) sessions.set(sessionId, actor);
    },
    endSessionsOf(userId) {
      for (const [sessionId, known] of sessions) if (known.userId === userId) sessions.delete(sessionId);
    },
    changePassphrase: (actor, current, passphrase) =>
      onKeyring(async () => {
        const open = office;
        if (!open) throw new AppError('locked');
        const { key, keyring } = await prove(open.folder, actor.userName, current);
        try {
          const user = { ...actor, passphrase, key, cost };
          return { undo: replaceKeyring(open, keyring, await withPassphrase(keyring, user, world.random)) };
        } finally {
          key.fill(0);
        }
      }),
  };
}

/** Runs what it is given one after the other, in the order of asking. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

function chosenFolder(folder: string | null): string {
  if (folder === null) throw new AppError('office-not-found');
  return folder;
}

const nowOf = (world: World): string => new Date(world.clock.now()).toISOString();

/** A passphrase that was replaced by the recovery key stands in the record, or it was not replaced. */
async function recordRecovery(
  office: OpenOffice,
  actor: Actor,
  at: string,
  replace: () => Promise<() => void>,
): Promise<void> {
  let undo: (() => void) | undefined;
  try {
    await office.db.write.transaction().execute(async (db) => {
      await db.updateTable('app_user').set({ must_change: 0 }).where('id', '=', actor.userId).execute();
      await appendAudit(db, { at, verb: 'office.passphrase-recovered', actor, caseId: null, details: {} });
      undo = await replace();
    });
  } catch (error) {
    undo?.();
    throw error;
  }
}

async function fillNewOffice(
  office: OpenOffice,
  input: NewOffice,
  made: { officeId: string; actor: Actor; now: string },
): Promise<void> {
  await office.db.write.transaction().execute(async (db) => {
    await db
      .insertInto('office')
      .values({
        id: made.officeId,
        name: input.name,
        kinds: JSON.stringify(input.kinds),
        region_code: input.regionCode,
        tribunal_name: input.tribunalName,
        case_number_pattern: '〔{year}〕第{seq}号',
        recovery_confirmed: input.isSample ? 1 : 0,
        is_sample: input.isSample ? 1 : 0,
        created_at: made.now,
        version: 1,
      })
      .execute();
    await db
      .insertInto('app_user')
      .values({
        id: made.actor.userId,
        name: made.actor.userName,
        role: made.actor.role,
        created_at: made.now,
        deactivated_at: null,
        must_change: 0,
        version: 1,
      })
      .execute();
    await appendAudit(db, {
      at: made.now,
      verb: 'office.created',
      actor: made.actor,
      caseId: null,
      details: { office: made.officeId },
    });
  });
}
