import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table paper_batch (
    id text primary key,
    started_at text not null,
    started_by text not null,
    finished_at text,
    state text not null,
    stop text,
    day text not null,
    asked text not null,
    title text not null,
    language text not null,
    format text not null,
    one_file integer not null,
    gaps text not null,
    pattern text not null,
    folder text not null
  ) strict, without rowid`,
  'create index paper_batch_by on paper_batch (started_by, started_at)',
  `create table paper_batch_item (
    id text primary key,
    batch_id text not null references paper_batch(id),
    position integer not null,
    case_id text not null references case_file(id),
    form_id text not null,
    member_id text,
    name text not null,
    title text not null,
    file_name text not null,
    state text not null,
    fault text,
    gaps integer not null,
    pages integer,
    byte_length integer,
    sha256 text
  ) strict, without rowid`,
  'create index paper_batch_item_batch on paper_batch_item (batch_id, position)',
  'create index paper_batch_item_case on paper_batch_item (case_id)',
];

/** Batches of papers: what was asked for, what of it is made, and what is still to do. */
export const batches: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
