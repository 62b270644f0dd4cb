import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // Two cases of one family, from the earlier or leading one to the other.
  `create table case_link (
    id text primary key,
    case_id text not null references case_file(id),
    to_case_id text not null references case_file(id),
    kind text not null,
    route text,
    on_date text not null,
    note text,
    carried text,
    created_at text not null,
    created_by text not null,
    deleted_at text
  ) strict`,
  'create index case_link_by_case on case_link (case_id)',
  'create index case_link_by_other on case_link (to_case_id)',
  // Which record of the one case a record of the other was made from.
  `create table carried_record (
    link_id text not null references case_link(id),
    kind text not null,
    copy_id text not null,
    source_id text not null,
    primary key (link_id, kind, copy_id)
  ) strict, without rowid`,
  'create index carried_record_by_source on carried_record (source_id, kind)',
  // What a person ticked off before a file was closed.
  `create table closing_tick (
    id text primary key,
    case_id text not null references case_file(id),
    item text not null,
    note text,
    done_on text not null,
    done_by text not null,
    deleted_at text
  ) strict`,
  'create index closing_tick_by_case on closing_tick (case_id)',
  // A file's closing, and its reopening with the reason.
  `create table case_closing (
    id text primary key,
    case_id text not null references case_file(id),
    closed_on text not null,
    note text,
    open_items text not null,
    closed_by text not null,
    reopened_on text,
    reopened_by text,
    reopen_reason text,
    deleted_at text
  ) strict`,
  'create index case_closing_by_case on case_closing (case_id, id)',
];

export const families: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
