import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  'alter table app_user add column deactivated_at text',
  'alter table app_user add column must_change integer not null default 0',
  'alter table app_user add column version integer not null default 1',
  // How many open cases somebody has, and handing them over, must not read every case.
  'create index case_file_by_handler on case_file (handler_id, status)',
];

export const users: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
