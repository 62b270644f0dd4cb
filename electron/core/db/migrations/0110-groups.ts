import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // What is asked for where that is another sum than the computed one, or nothing was computed.
  'alter table claim_item add column claimed_fen integer',
  `create table case_group (
    id text primary key,
    case_id text not null unique references case_file(id),
    shared text not null,
    election text,
    deleted_at text
  ) strict`,
  `create table group_act (
    id text primary key,
    case_id text not null references case_file(id),
    kind text not null,
    acted_on text not null,
    note text,
    member_ids text not null,
    recorded_at text not null,
    deleted_at text
  ) strict`,
  'create index group_act_by_case on group_act (case_id, acted_on)',
];

/** What holds for a group of workers, how its representatives came to be, and what parts of it did. */
export const groups: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
