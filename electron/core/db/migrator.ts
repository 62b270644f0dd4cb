import { Migrator } from 'kysely/migration';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { OpenDatabase } from './dialects/sqlite.ts';
import { migrations } from './migrations/index.ts';

const names = Object.keys(migrations).sort();

/** Number of the newest migration this program knows. */
export const schemaVersion = Number(names.at(-1)?.slice(0, 4));

/**
 * Brings the database to this program's version, all steps in one transaction.
 * `beforeChange` is called once when an existing database is about to be changed: it makes the copy to fall back on.
 * @throws AppError `database-newer` when a newer program has been at this database.
 */
export async function migrate(db: OpenDatabase, beforeChange: () => void): Promise<void> {
  const migrator = new Migrator({
    db: db.write,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
  const applied = await appliedNames(db);
  const newer = applied.filter((name) => !(name in migrations));
  if (newer.length > 0) {
    const found = Math.max(...newer.map((name) => Number(name.slice(0, 4)) || 0));
    throw new AppError('database-newer', { details: { found, known: schemaVersion } });
  }
  if (applied.length === names.length) return;
  if (applied.length > 0) beforeChange();
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
