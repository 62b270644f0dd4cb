import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // A worker's month table is the worker's: it needs no id beside it.
  'alter table member_wages add column id text generated always as (member_id) virtual',
  'create unique index member_wages_by_id on member_wages (id)',
  'alter table member_wages add column deleted_at text',
  `alter table particular add column id text not null default ''`,
  'update particular set id = upper(hex(randomblob(13)))',
  'create unique index particular_by_id on particular (id)',
  'alter table particular add column deleted_at text',
];

/** Month tables and papers' facts become records like all others: found by a search, and to be taken back. */
export const wagesAndParticularsBack: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
