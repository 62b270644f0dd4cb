import fs from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { Database } from '../schema.ts';

/**
 * SQLite runs DDL inside transactions; Kysely's adapter says it does not, and a failed migration would leave its half
 * behind.
 */
class TransactionalSqliteDialect extends SqliteDialect {
  readonly #database: BetterSqlite3.Database;

  constructor(database: BetterSqlite3.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new CarefulSqliteDriver(this.#database, withKeptStatements(this.#database));
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * On a full disk SQLite rolls back by itself. A second rollback then fails with "no transaction is active", and that
 * would be all that anybody hears of it.
 */
class CarefulSqliteDriver extends SqliteDriver {
  readonly #database: BetterSqlite3.Database;

  constructor(database: BetterSqlite3.Database, kept: KeptStatements) {
    super({ database: kept });
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

type KeptStatements = Pick<BetterSqlite3.Database, 'prepare' | 'close'>;

const mostStatements = 300;

/**
 * Keeps the statements that were prepared last: to parse one, and to make the function that builds its rows, takes
 * longer than most of them run. What changes the schema empties the store, because a kept `select *` would go on with
 * the columns it knew.
 */
function withKeptStatements(database: BetterSqlite3.Database): KeptStatements {
  const kept = new Map<string, BetterSqlite3.Statement>();
  return {
    prepare: ((text: string) => {
      const known = kept.get(text);
      if (known && !known.busy) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const made = database.prepare(text);
      if (/^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/i.test(text)) {
        kept.set(text, made);
        if (kept.size > mostStatements) kept.delete(kept.keys().next().value ?? '');
      } else kept.clear();
      return made;
    }) as BetterSqlite3.Database['prepare'],
    close: () => {
      kept.clear();
      return database.close();
    },
  };
}

export interface OpenDatabase {
  readonly write: Kysely<Database>;
  /** A connection of its own that cannot write: queries run beside a long transaction. */
  readonly read: Kysely<Database>;
  /**
   * Encrypted copy of the whole file, consistent, with the same key, flushed and read through once. The target must
   * not exist, or be empty.
   * @throws AppError `database-damaged` when the copy is not sound.
   */
  copyTo(file: string): void;
  close(): Promise<void>;
}

/**
 * Opens or makes the office's database. `key` is 32 raw bytes; null opens an unencrypted file, which only the
 * benchmark does, as its yardstick.
 * @throws AppError `database-damaged` when the file is not readable with the key or is cut short.
 */
export function openSqlite(file: string, key: Buffer | null, options: { create: boolean }): OpenDatabase {
  const main = connect(file, key, { readonly: false, create: options.create });
  let reader: BetterSqlite3.Database | undefined;
  try {
    // WAL keeps readers and the writer apart; FULL makes a commit survive a power cut.
    const mode = main.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new AppError('office-read-only', { details: { journal: String(mode) } });
    main.pragma('synchronous = FULL');
    main.pragma('wal_autocheckpoint = 1000');
    reader = connect(file, key, { readonly: true, create: false });
  } catch (error) {
    reader?.close();
    main.close();
    throw error;
  }
  const readerConnection = reader;
  // The caller wipes its own; a copy has to be read back with it.
  const readKey = key && Buffer.from(key);
  const write = new Kysely<Database>({ dialect: new TransactionalSqliteDialect(main) });
  const read = new Kysely<Database>({
    dialect: new TransactionalSqliteDialect(readerConnection),
  });
  return {
    write,
    read,
    // db.backup() refuses keyed files; VACUUM INTO inherits cipher and key.
    copyTo(target) {
      main.prepare('VACUUM INTO ?').run(target);
      verifyCopy(target, readKey);
    },
    async close() {
      readKey?.fill(0);
      // Kysely lets go only of what it has used. The writer last: closing the last connection empties the WAL into the
      // file.
      try {
        await read.destroy();
      } finally {
        if (readerConnection.open) readerConnection.close();
        try {
          await write.destroy();
        } finally {
          if (main.open) main.close();
        }
      }
    },
  };
}

function verifyCopy(file: string, key: Buffer | null): void {
  const fd = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  const copy = connect(file, key, { readonly: true, create: false });
  try {
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new AppError('database-damaged', { details: { part: 'copy' } });
  } finally {
    copy.close();
  }
}

function connect(
  file: string,
  key: Buffer | null,
  options: { readonly: boolean; create: boolean },
): BetterSqlite3.Database {
  const db = new BetterSqlite3(file, {
    readonly: options.readonly,
    fileMustExist: !options.create,
    timeout: 5000,
  });
  try {
    if (key) {
      // Order matters: cipher, key, first read, then the rest. A wrong order is "not a database".
      db.pragma("cipher = 'aegis'");
      const hex = key.toString('hex');
      // Any other length would silently be taken for a passphrase.
      if (!/^[0-9a-f]{64}$/.test(hex)) throw new AppError('internal', { details: { keyLength: key.length } });
      db.pragma(`key = "x'${hex}'"`);
    }
    db.prepare('select count(*) from sqlite_master').get();
    assertWhole(db, file);
    // Without this, sorts spill to temporary files in plain text.
    db.pragma('temp_store = memory');
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    return db;
  } catch (error) {
    db.close();
    if (isSqliteError(error) && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code))
      throw new AppError('database-damaged', { details: { part: 'database' } }, { cause: error });
    throw error;
  }
}

// SQLite notices missing pages only when it comes to them; a file cut short must be noticed at the door.
function assertWhole(db: BetterSqlite3.Database, file: string): void {
  if (fs.existsSync(`${file}-wal`) && fs.statSync(`${file}-wal`).size > 0) return;
  const pages = Number(db.pragma('page_count', { simple: true }));
  const size = Number(db.pragma('page_size', { simple: true }));
  if (pages > 0 && fs.statSync(file).size < pages * size)
    throw new AppError('database-damaged', { details: { part: 'database', cutShort: true } });
}

export function isSqliteError(error: unknown): error is Error & { code: string } {
  return error instanceof BetterSqlite3.SqliteError;
}

/**
 * Holds an office for one process. The operating system lets go when the process dies, so a crash leaves no stale
 * lock. The lock file is an empty database without content.
 * @throws AppError `office-in-use`.
 */
export function holdLock(file: string): { release(): void } {
  const db = new BetterSqlite3(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.prepare('BEGIN EXCLUSIVE').run();
  } catch (error) {
    db.close();
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('office-in-use', {}, { cause: error });
    throw error;
  }
  return {
    release: () => {
      if (db.open) db.close();
    },
  };
}
