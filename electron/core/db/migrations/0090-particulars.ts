import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table particular (
    case_id text not null references case_file(id),
    topic text not null,
    member_id text not null default '',
    body text not null,
    version integer not null,
    updated_at text not null,
    updated_by text not null,
    primary key (case_id, topic, member_id)
  ) strict, without rowid`,
];

export const particulars: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
