import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // Who, beside its handler, may see a case although their role sees assigned cases only.
  `create table case_sight (
    id text primary key,
    case_id text not null references case_file(id),
    user_id text not null references app_user(id),
    reason text not null,
    given_on text not null,
    given_by text not null,
    ended_on text,
    deleted_at text
  ) strict`,
  'create index case_sight_by_user on case_sight (user_id, case_id)',
  'create index case_sight_by_case on case_sight (case_id)',
];

export const caseSight: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
