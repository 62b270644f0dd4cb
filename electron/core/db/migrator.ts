import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { OpenDatabase } from './dialects/sqlite.ts';
import { migrations } from './migrations/index.ts';

/** Number of the newest migration this program knows. */
export const schemaVersion = newest(migrations);

function newest(list: Readonly<Record<string, Migration>>): number {
  return Number(Object.keys(list).sort().at(-1)?.slice(0, 4));
}

/**
 * Brings the database to this program's version, all steps in one transaction.
 * `beforeChange` is called once when an existing database is about to be changed: it makes the copy to fall back on.
 * @throws AppError `database-newer` when a newer program has been at this database; `database-damaged` when it should
 * hold an office and is empty.
 */
export async function migrate(
  db: OpenDatabase,
  options: {
    create: boolean;
    beforeChange: () => void;
    /** The product's own unless a test gives others. */
    list?: Record<string, Migration>;
  },
): Promise<void> {
  const list = options.list ?? migrations;
  const migrator = new Migrator({
    db: db.write,
    provider: { getMigrations: () => Promise.resolve(list) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
  const applied = await appliedNames(db);
  const newer = applied.filter((name) => !Object.hasOwn(list, name));
  if (newer.length > 0) {
    const found = Math.max(...newer.map((name) => Number(name.slice(0, 4)) || 0));
    throw new AppError('database-newer', { details: { found, known: newest(list) } });
  }
  // A file cut to nothing reads as a new database: to fill it would hide the loss of every case.
  if (applied.length === 0 && !options.create)
    throw new AppError('database-damaged', { details: { part: 'database', empty: true } });
  if (applied.length === Object.keys(list).length) return;
  if (applied.length > 0) options.beforeChange();
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function appliedNames(db: OpenDatabase): Promise<string[]> {
  const tables = await db.write.introspection.getTables();
  if (!tables.some((t) => t.name === 'schema_migration')) return [];
  const rows = await db.write
    .withTables<{ schema_migration: { name: string } }>()
    .selectFrom('schema_migration')
    .select('name')
    .execute();
  return rows.map((r) => r.name);
}
