import fs from 'node:fs';
import path from 'node:path';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { holdLock, type OpenDatabase, openSqlite } from '../../db/dialects/sqlite.ts';
import { migrate } from '../../db/migrator.ts';
import type { OpenOffice } from '../../kernel/open-office.ts';
import type { World } from '../../ports/world.ts';
import { writeFileDurably } from '../../vault/durable.ts';
import { openFileStore } from '../../vault/file-store.ts';
import { deriveKey, type Keyring, type OfficeKey, parseKeyring } from '../../vault/keyring.ts';

/** What lies where in an office's folder. */
export function officePaths(folder: string) {
  return {
    keyring: path.join(folder, 'keyring.json'),
    database: path.join(folder, 'gongdao.db'),
    files: path.join(folder, 'files'),
    lock: path.join(folder, 'office.lock'),
    attempts: path.join(folder, 'attempts.json'),
    copies: path.join(folder, 'copies'),
  };
}

/** @throws AppError `office-not-found`, `database-damaged`. */
export function readKeyring(folder: string): Keyring {
  const file = officePaths(folder).keyring;
  if (!fs.existsSync(file)) throw new AppError('office-not-found');
  return parseKeyring(fs.readFileSync(file, 'utf8'));
}

export function writeKeyring(folder: string, keyring: Keyring): void {
  writeFileDurably(officePaths(folder).keyring, `${JSON.stringify(keyring, null, 2)}\n`);
}

const leftovers = /^(gongdao\.db(-wal|-shm|-journal)?|office\.lock(-journal)?|files|keyring\.json\.new)$/;

/** @throws AppError when the folder cannot become an office: relative, holds one already, or holds other things. */
export function prepareFolder(folder: string): string {
  if (!path.isAbsolute(folder)) throw fieldError('folder', 'folder-not-absolute');
  const target = path.normalize(folder);
  if (fs.existsSync(officePaths(target).keyring)) throw new AppError('office-exists');
  if (fs.existsSync(target)) {
    if (!fs.statSync(target).isDirectory()) throw fieldError('folder', 'folder-is-file');
    // What an interrupted creation left: no keyring, so nobody can ever have opened it.
    const entries = fs.readdirSync(target);
    if (!entries.every((name) => leftovers.test(name))) throw fieldError('folder', 'folder-not-empty');
    for (const name of entries) fs.rmSync(path.join(target, name), { recursive: true });
  }
  fs.mkdirSync(target, { recursive: true });
  fs.accessSync(target, fs.constants.W_OK);
  return target;
}

/**
 * Opens lock, database and file store with the unwrapped key, and brings the database up to date.
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
  if (!input.create && !fs.existsSync(paths.database))
    throw new AppError('database-damaged', { details: { part: 'database', missing: true } });
  const lock = holdLock(paths.lock);
  let db: OpenDatabase | undefined;
  try {
    const databaseKey = deriveKey(input.key, 'database');
    const opened = openSqlite(paths.database, databaseKey, { create: input.create });
    db = opened;
    databaseKey.fill(0);
    await migrate(opened, () => {
      fs.mkdirSync(paths.copies, { recursive: true });
      opened.copyTo(path.join(paths.copies, `before-update-${input.newId()}.db`));
    });
    fs.mkdirSync(paths.files, { recursive: true });
    const files = openFileStore(paths.files, deriveKey(input.key, 'files'), input.world.random, input.newId);
    return { folder: input.folder, db: opened, files, key: input.key, keyring: input.keyring, lock };
  } catch (error) {
    await db?.close();
    lock.release();
    throw error;
  }
}

/** Closes everything and wipes the key. */
export async function closeFolder(office: OpenOffice): Promise<void> {
  await office.db.close();
  office.key.fill(0);
  office.files.forget();
  office.lock.release();
}
