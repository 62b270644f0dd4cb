import fs from 'node:fs';
import path from 'node:path';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { watchChanges } from '../../db/changes.ts';
import { holdLock, type OpenDatabase, openSqlite } from '../../db/dialects/sqlite.ts';
import { migrate } from '../../db/migrator.ts';
import type { OpenOffice } from '../../kernel/open-office.ts';
import type { World } from '../../ports/world.ts';
import { closeToOthers, makeOwnFile, makeOwnFolder, writeFileDurably } from '../../vault/durable.ts';
import { openFileStore } from '../../vault/file-store.ts';
import { deriveKey, formatKeyring, type Keyring, type OfficeKey, parseKeyring } from '../../vault/keyring.ts';

/** What lies where in an office's folder. */
export function officePaths(folder: string) {
  return {
    keyring: path.join(folder, 'keyring.json'),
    database: path.join(folder, 'gongdao.db'),
    files: path.join(folder, 'files'),
    lock: path.join(folder, 'office.lock'),
    attempts: path.join(folder, 'attempts.json'),
    copies: path.join(folder, 'copies'),
    /** There while an office is being made; only then may what lies here be thrown away. */
    unfinished: path.join(folder, 'office.new'),
  };
}

/**
 * Is an existing folder an office's own, or inside one, links followed? What is written there lies unencrypted among
 * what is, and a copy of the office takes it along.
 */
export function isInOffice(folder: string): boolean {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { keyring, database } = officePaths(at);
    if (fs.existsSync(keyring) && fs.existsSync(database)) return true;
    if (at === path.dirname(at)) return false;
  }
}

/** @throws AppError `office-not-found`, `database-damaged`. */
export function readKeyring(folder: string): Keyring {
  const file = officePaths(folder).keyring;
  if (!fs.existsSync(file)) throw new AppError('office-not-found');
  return parseKeyring(fs.readFileSync(file, 'utf8'));
}

export function writeKeyring(folder: string, keyring: Keyring): void {
  writeFileDurably(officePaths(folder).keyring, formatKeyring(keyring));
}

const leftovers =
  /^(gongdao\.db(-wal|-shm|-journal)?|office\.lock(-journal)?|files|keyring\.json\.new|office\.new(\.new)?)$/;

/**
 * Makes the folder ready for a new office.
 * @throws AppError when it cannot become one: relative, holds one already, or holds other things.
 */
export function prepareFolder(folder: string): string {
  if (!path.isAbsolute(folder)) throw fieldError('folder', 'folder-not-absolute');
  const target = path.normalize(folder);
  if (fs.existsSync(officePaths(target).keyring)) throw new AppError('office-exists');
  if (fs.existsSync(target)) {
    if (!fs.statSync(target).isDirectory()) throw fieldError('folder', 'folder-is-file');
    const entries = fs.readdirSync(target);
    // A database whose keyring has gone astray is no leftover: the keyring may still be found.
    const abandoned = fs.existsSync(officePaths(target).unfinished);
    if (entries.length > 0 && !(abandoned && entries.every((name) => leftovers.test(name))))
      throw fieldError('folder', 'folder-not-empty');
    // Somebody may be making it this very moment.
    if (abandoned) holdLock(officePaths(target).lock).release();
    for (const name of entries) fs.rmSync(path.join(target, name), { recursive: true });
  }
  makeFolder(target);
  fs.accessSync(target, fs.constants.W_OK);
  writeFileDurably(officePaths(target).unfinished, '');
  return target;
}

/**
 * Makes a folder and those above it one by one: Node's own recursive way never ends where a file system answers
 * "no such file" to every attempt, and hides that a disk is read-only.
 * @throws AppError `office-read-only` when a folder cannot be made there.
 */
function makeFolder(target: string): void {
  if (fs.existsSync(target)) return;
  const above = path.dirname(target);
  if (above !== target) makeFolder(above);
  try {
    fs.mkdirSync(target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return;
    if (code === 'ENOENT') throw new AppError('office-read-only', {}, { cause: error });
    throw error;
  }
}

/** The keyring comes last: a folder without one is no office, so a crash before this leaves nothing half-made. */
export function finishFolder(folder: string, keyring: Keyring): void {
  writeKeyring(folder, keyring);
  fs.rmSync(officePaths(folder).unfinished, { force: true });
}

/**
 * Opens lock, database and file store with the unwrapped key, and brings the database up to date. The key belongs to
 * the office from here on; when it cannot be opened, the key is wiped.
 * @throws AppError `office-in-use`, `office-read-only`, `database-damaged`, `database-newer`, `disk-full`.
 */
export async function openFolder(input: {
  folder: string;
  keyring: Keyring;
  key: OfficeKey;
  create: boolean;
  world: World;
  newId: () => string;
}): Promise<OpenOffice> {
  const paths = officePaths(input.folder);
  let lock: ReturnType<typeof holdLock>;
  try {
    if (!input.create && !fs.existsSync(paths.database))
      throw new AppError('database-damaged', { details: { part: 'database', missing: true } });
    makeOwnFile(paths.lock);
    lock = holdLock(paths.lock);
  } catch (error) {
    input.key.fill(0);
    throw error;
  }
  let db: OpenDatabase | undefined;
  const databaseKey = deriveKey(input.key, 'database');
  try {
    if (input.create) makeOwnFile(paths.database);
    closeToOthers(input.folder, 1);
    const opened = openSqlite(paths.database, databaseKey, { create: input.create });
    db = opened;
    await migrate(opened, {
      create: input.create,
      beforeChange() {
        makeOwnFolder(paths.copies);
        const copy = path.join(paths.copies, `before-update-${input.newId()}.db`);
        makeOwnFile(copy);
        opened.copyTo(copy);
      },
    });
    await watchChanges(opened.write);
    // Left when the program stopped between the keyring and this file.
    if (!input.create) fs.rmSync(paths.unfinished, { force: true });
    makeOwnFolder(paths.files);
    closeToOthers(paths.files, 0);
    const files = openFileStore(paths.files, deriveKey(input.key, 'files'), input.world.random, input.newId);
    return { folder: input.folder, db: opened, files, key: input.key, keyring: input.keyring, lock };
  } catch (error) {
    input.key.fill(0);
    try {
      await db?.close();
    } finally {
      lock.release();
    }
    throw error;
  } finally {
    databaseKey.fill(0);
  }
}

/** Wipes the key and closes everything. */
export async function closeFolder(office: OpenOffice): Promise<void> {
  office.key.fill(0);
  office.files.forget();
  try {
    await office.db.close();
  } finally {
    office.lock.release();
  }
}
