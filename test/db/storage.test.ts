import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdLock, type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { migrations } from '../../electron/core/db/migrations/index.ts';
import { migrate } from '../../electron/core/db/migrator.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-db-'));
const key = Buffer.alloc(32, 7);
const fileOf = (name: string): string => path.join(folder, `${name}.db`);
const never = (): never => {
  throw new Error('no copy is due');
};
let db: OpenDatabase;

async function fresh(name: string): Promise<OpenDatabase> {
  const made = openSqlite(fileOf(name), key, { create: true });
  await migrate(made, { create: true, beforeChange: never });
  return made;
}

type Row = Record<string, unknown>;
const rows = async (on: OpenDatabase['read'], text: string): Promise<Row[]> =>
  (await sql.raw<Row>(text).execute(on)).rows;
const pragma = async (on: OpenDatabase['read'], name: string): Promise<unknown> =>
  Object.values((await rows(on, `pragma ${name}`))[0] ?? {})[0];
const schemaOf = (on: OpenDatabase): Promise<Row[]> =>
  rows(
    on.read,
    "select type, name, sql from sqlite_master where name not like 'schema_migration%' order by type, name",
  );
const office = (id: string): string =>
  `insert into office (id, name, kinds, region_code, case_number_pattern, recovery_confirmed, is_sample, created_at, version)
   values ('${id}', 'n', '[]', '510104', '{seq}', 0, 0, '2026', 1)`;

beforeAll(async () => {
  db = await fresh('office');
});
afterAll(async () => {
  await db.close();
  fs.rmSync(folder, { recursive: true });
});

test('both handles have the settings that the record relies on', async () => {
  for (const handle of [db.write, db.read]) {
    expect(await pragma(handle, 'journal_mode')).toBe('wal');
    expect(await pragma(handle, 'foreign_keys')).toBe(1);
    expect(await pragma(handle, 'temp_store')).toBe(2);
    expect(await pragma(handle, 'cipher')).toBe('aegis');
  }
  expect(await pragma(db.write, 'synchronous')).toBe(2);
});

test('every table is strict, and refuses a number for a text and an unknown owner', async () => {
  const tables = await rows(db.read, 'pragma table_list');
  const own = tables.filter(
    (t) => t.schema === 'main' && !/^(sqlite_|schema_migration|search_index)/.test(String(t.name)),
  );
  expect(own.length).toBeGreaterThanOrEqual(13);
  expect(own.filter((t) => t.strict !== 1)).toEqual([]);
  await expect(rows(db.write, "insert into counter values ('a', 'b')")).rejects.toThrow(/INTEGER/);
  await expect(rows(db.write, "insert into draft values ('nobody', '', '')")).rejects.toThrow(/FOREIGN KEY/);
});

test('the reading handle cannot write', async () => {
  await expect(rows(db.read, office('x'))).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  await expect(rows(db.read, 'drop table office')).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
});

test('a copy is encrypted, whole and readable with the same key only', async () => {
  await rows(db.write, office('kept'));
  const target = fileOf('copy');
  db.copyTo(target);
  expect(fs.readFileSync(target).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  expect(() => openSqlite(target, Buffer.alloc(32, 8), { create: false })).toThrow('database-damaged');
  const copy = openSqlite(target, key, { create: false });
  expect(await rows(copy.read, 'select id from office')).toEqual([{ id: 'kept' }]);
  await copy.close();
  expect(() => db.copyTo(target)).toThrow();
  await rows(db.write, 'delete from office');
});

test('a lock is held by one alone and let go', () => {
  const file = path.join(folder, 'office.lock');
  const lock = holdLock(file);
  expect(() => holdLock(file)).toThrow('office-in-use');
  lock.release();
  lock.release();
  holdLock(file).release();
});

test('a database that was cut short or emptied is refused and not filled anew', async () => {
  const made = await fresh('short');
  for (let i = 0; i < 200; i++) await rows(made.write, `insert into counter values ('c${i}', ${i})`);
  await made.close();
  const file = fileOf('short');
  const whole = fs.readFileSync(file);
  for (const length of [whole.length - 4096, 4096, 100]) {
    fs.writeFileSync(file, whole.subarray(0, length));
    expect(() => openSqlite(file, key, { create: false }), String(length)).toThrow('database-damaged');
    expect(fs.statSync(file).size).toBe(length);
  }
  fs.writeFileSync(file, '');
  const empty = openSqlite(file, key, { create: false });
  await expect(migrate(empty, { create: false, beforeChange: never })).rejects.toThrow('database-damaged');
  await empty.close();
});

test('a flipped byte is an error, never another value', async () => {
  const made = await fresh('flipped');
  const name = 'm'.repeat(40);
  for (let i = 0; i < 400; i++) await rows(made.write, `insert into counter values ('${name}${i}', ${i})`);
  const good = await rows(made.read, 'select * from counter order by value');
  await made.close();
  const file = fileOf('flipped');
  const whole = fs.readFileSync(file);
  const pages = whole.length / 4096;
  let refused = 0;
  // The first 16 bytes are a salt that a raw key does not use: no harm there, and no other value either.
  const spots = [3, 20, 60];
  for (let page = 0; page < pages; page++) spots.push(page * 4096 + 100 + ((page * 37) % 3900));
  for (const at of spots) {
    const bad = Buffer.from(whole);
    bad[at] = (bad[at] ?? 0) ^ 0x10;
    fs.writeFileSync(file, bad);
    let opened: OpenDatabase | undefined;
    try {
      opened = openSqlite(file, key, { create: false });
      expect(await rows(opened.read, 'select * from counter order by value')).toEqual(good);
    } catch (error) {
      refused++;
      expect(error).toSatisfy(
        (e: Error & { code?: string }) =>
          e.message === 'database-damaged' || String(e.code).startsWith('SQLITE_CORRUPT'),
      );
    } finally {
      await opened?.close();
    }
  }
  expect(refused).toBeGreaterThan(5);
});

test('a database that was opened and never read from is closed all the same', async () => {
  const made = await fresh('unread');
  await made.close();
  expect(fs.existsSync(`${fileOf('unread')}-wal`)).toBe(false);
  const handles = fs.existsSync('/proc/self/fd') ? fs.readdirSync('/proc/self/fd') : [];
  const open = handles.map((fd) => {
    try {
      return fs.readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  expect(open.filter((target) => target.startsWith(fileOf('unread')))).toEqual([]);
  fs.writeFileSync(fileOf('garbage'), Buffer.alloc(8192, 1));
  expect(() => openSqlite(fileOf('garbage'), key, { create: false })).toThrow('database-damaged');
});

test('a write-ahead log that was flipped or lost costs the last changes, never the rest', async () => {
  const made = await fresh('log');
  await rows(made.write, "insert into counter values ('first', 1)");
  await made.close();
  const again = openSqlite(fileOf('log'), key, { create: false });
  await rows(again.write, "insert into counter values ('second', 2)");
  await rows(again.write, "insert into counter values ('third', 3)");
  // As a crash leaves them: the log is there, nobody has folded it in.
  const [main, log] = [fs.readFileSync(fileOf('log')), fs.readFileSync(`${fileOf('log')}-wal`)];
  await again.close();

  const read = async (name: string, wal: Buffer | null): Promise<unknown[]> => {
    fs.writeFileSync(fileOf(name), main);
    if (wal) fs.writeFileSync(`${fileOf(name)}-wal`, wal);
    const opened = openSqlite(fileOf(name), key, { create: false });
    try {
      expect(await pragma(opened.read, 'integrity_check')).toBe('ok');
      return (await rows(opened.read, 'select name from counter order by value')).map((r) => r.name);
    } finally {
      await opened.close();
    }
  };
  expect(await read('log-whole', log)).toEqual(['first', 'second', 'third']);
  expect(await read('log-lost', null)).toEqual(['first']);
  const last = Buffer.from(log);
  last[last.length - 500] = (last[last.length - 500] ?? 0) ^ 1;
  expect(await read('log-flipped', last)).toEqual(['first', 'second']);
  expect(await read('log-short', log.subarray(0, log.length - 1000))).toEqual(['first', 'second']);
});

const addColumn: Migration = {
  up: async (on) => void (await sql`alter table office add column phone text`.execute(on)),
};
const breaks: Migration = {
  async up(on) {
    await sql`create table half (id text primary key) strict`.execute(on);
    await sql`insert into office (id) values ('broken')`.execute(on);
  },
};

test('an older database is copied first, then changed; a newer one is refused by name', async () => {
  const made = await fresh('older');
  await rows(made.write, office('kept'));
  const copies: string[] = [];
  const list = { ...migrations, '9010-phone': addColumn };
  await migrate(made, {
    create: false,
    list,
    beforeChange() {
      copies.push(fileOf('older-copy'));
      made.copyTo(fileOf('older-copy'));
    },
  });
  expect(copies).toHaveLength(1);
  expect(await rows(made.read, 'select id, phone from office')).toEqual([{ id: 'kept', phone: null }]);
  await migrate(made, { create: false, list, beforeChange: never });
  await expect(migrate(made, { create: false, beforeChange: never })).rejects.toMatchObject({
    failure: { code: 'database-newer', details: { found: 9010 } },
  });
  await made.close();
  const copy = openSqlite(fileOf('older-copy'), key, { create: false });
  await migrate(copy, { create: false, beforeChange: never });
  expect(await rows(copy.read, 'select id from office')).toEqual([{ id: 'kept' }]);
  await copy.close();
});

test('a migration that fails leaves nothing behind, nor do those before it in the same run', async () => {
  const made = await fresh('failing');
  await rows(made.write, office('kept'));
  const before = await schemaOf(made);
  const list = { ...migrations, '9010-phone': addColumn, '9020-breaks': breaks };
  let copies = 0;
  await expect(migrate(made, { create: false, list, beforeChange: () => void copies++ })).rejects.toThrow(
    /NOT NULL/,
  );
  expect(copies).toBe(1);
  expect(await schemaOf(made)).toEqual(before);
  await migrate(made, { create: false, beforeChange: never });
  await migrate(made, {
    create: false,
    list: { ...migrations, '9010-phone': addColumn },
    beforeChange: () => undefined,
  });
  await made.close();
});

test('step by step or at once: the schema is the same', async () => {
  const stepwise = openSqlite(fileOf('stepwise'), key, { create: true });
  const list: Record<string, Migration> = {};
  for (const [name, migration] of Object.entries({ ...migrations, '9010-phone': addColumn })) {
    list[name] = migration;
    await migrate(stepwise, { create: true, list, beforeChange: () => undefined });
  }
  const atOnce = openSqlite(fileOf('at-once'), key, { create: true });
  await migrate(atOnce, { create: true, list, beforeChange: never });
  expect(await schemaOf(stepwise)).toEqual(await schemaOf(atOnce));
  await stepwise.close();
  await atOnce.close();
});
