import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // One row for each text in the index: which record it stands for, and a hash of what was indexed.
  `create table search_text (
    id integer primary key,
    kind text not null,
    ref_id text not null,
    hash text not null
  ) strict`,
  'create unique index search_text_by_ref on search_text (kind, ref_id)',
  // The texts themselves stay in their tables (contentless). Tokens are made by the app, parted by blanks; of the
  // built-in tokenizers `ascii` alone takes every character beyond ASCII for a letter, also those that are younger
  // than SQLite's tables (𬭎).
  `create virtual table search_index using fts5(
    tokens, content='', contentless_delete=1, tokenize='ascii'
  )`,
  // What a person did, with the rows as they were before: kept for thirty days.
  `create table undo_act (
    id text primary key,
    at text not null,
    verb text not null,
    actor_id text not null,
    actor_name text not null,
    case_id text,
    scope text not null,
    kind text not null,
    label text not null,
    row_count integer not null,
    deleted_count integer not null,
    undone_at text,
    undone_by text,
    undone_act text
  ) strict`,
  `create table undo_row (
    act_id text not null references undo_act(id),
    seq integer not null,
    tbl text not null,
    row_id text not null,
    before text,
    after_hash text not null,
    primary key (act_id, seq)
  ) strict`,
  'create index undo_act_by_scope on undo_act (actor_id, scope, id)',
  'create index undo_act_by_deleted on undo_act (deleted_count, id)',
  'create index undo_row_by_row on undo_row (row_id, tbl, act_id)',
  'alter table case_file add column deleted_at text',
  'alter table document add column deleted_at text',
  `create table saved_filter (
    id text primary key,
    user_id text not null references app_user(id),
    name text not null,
    body text not null,
    is_shared integer not null,
    created_at text not null
  ) strict`,
];

export const searchAndUndo: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
