import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table person (
    id text primary key,
    kind text not null,
    name text not null,
    aliases text not null,
    id_type text not null,
    id_number text,
    uscc text,
    sex text,
    birth text,
    ethnicity text,
    phone text,
    phones text not null,
    domicile text,
    residence text,
    mail_address text,
    representative_name text,
    representative_title text,
    bank_holder text,
    bank_name text,
    bank_account text,
    guardian text,
    interpreter text,
    note text,
    sort_key text not null,
    status text not null,
    merged_into text,
    version integer not null,
    created_at text not null,
    updated_at text not null
  ) strict`,
  'create index person_by_name on person (status, sort_key, id)',
  'create index person_by_kind on person (status, kind, sort_key, id)',
  'create index person_by_id_number on person (id_number) where id_number is not null',
  'create index person_by_uscc on person (uscc) where uscc is not null',
  // What a person is found by, one row each; the key is the table, so that a search reads one place only.
  `create table person_key (
    kind text not null,
    value text not null,
    person_id text not null references person(id),
    primary key (kind, value, person_id)
  ) strict, without rowid`,
  'create index person_key_by_person on person_key (person_id)',
  `create table person_change (
    id text primary key,
    person_id text not null references person(id),
    at text not null,
    user_name text not null,
    what text not null,
    fields text not null
  ) strict`,
  'create index person_change_by_person on person_change (person_id, id)',
  `create table person_merge (
    id text primary key,
    kept_id text not null references person(id),
    gone_id text not null references person(id),
    at text not null,
    user_name text not null,
    before_kept text not null,
    after_kept text not null,
    links text not null,
    undone_at text
  ) strict`,
  'create index person_merge_by_kept on person_merge (kept_id)',
  ...['case_member', 'respondent', 'agent'].flatMap((table) => [
    `alter table ${table} add column person_id text references person(id)`,
    // 1: written since it was last compared with the directory; what an earlier version wrote begins so.
    `alter table ${table} add column person_stale integer not null default 1`,
    `create index ${table}_by_person on ${table} (person_id, id) where person_id is not null`,
    `create index ${table}_by_stale on ${table} (case_id) where person_stale = 1`,
  ]),
];

export const people: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
