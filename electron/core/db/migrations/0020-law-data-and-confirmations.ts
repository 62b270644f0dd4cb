import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table law_data (
    id text primary key,
    kind text not null,
    origin text not null,
    file_name text,
    body text not null,
    added_at text not null,
    added_by text not null,
    removed_at text,
    removed_by text
  ) strict`,
  `create table date_confirmation (
    id text primary key,
    case_id text not null references case_file(id),
    rule_id text not null,
    trigger_date text not null,
    due text not null,
    user_id text not null references app_user(id),
    user_name text not null,
    confirmed_at text not null,
    confirmed_on text not null,
    withdrawn_at text
  ) strict`,
  'create index date_confirmation_by_case on date_confirmation (case_id, rule_id)',
];

export const lawDataAndConfirmations: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
