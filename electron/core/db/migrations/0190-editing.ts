import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // What the papers that were made before say is not known as text: they cannot be compared.
  'alter table document add column content text',
  "alter table document add column state text not null default 'draft'",
  'alter table document add column version_no integer not null default 1',
  'alter table document add column marked integer not null default 0',
  'alter table document add column predecessor_id text',
  'alter table document add column reason text',
  'alter table document add column finalised_at text',
  'alter table document add column finalised_by text',
  `create table paper_service (
    id text primary key,
    case_id text not null references case_file(id),
    document_id text not null references document(id),
    party text not null,
    party_id text,
    recipient text not null,
    route text not null,
    acted_on text not null,
    served_on text not null,
    rule_id text not null,
    body text not null,
    event_id text,
    recorded_at text not null,
    recorded_by text not null,
    deleted_at text,
    version integer not null default 1
  ) strict, without rowid`,
  'create index paper_service_case on paper_service (case_id)',
  'create index paper_service_document on paper_service (document_id)',
  `create table text_draft (
    case_id text not null references case_file(id),
    field text not null,
    user_id text not null,
    body text not null,
    base text not null,
    saved_at text not null,
    primary key (case_id, field, user_id)
  ) strict, without rowid`,
  `create table text_phrase (
    id text primary key,
    cause text not null,
    title text not null,
    body text not null,
    version integer not null default 1,
    deleted_at text
  ) strict, without rowid`,
];

/** Versions of papers, on whom they were served, texts being written, and the office's phrases for them. */
export const editing: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    // Numbered in the order of making, as later ones are.
    await sql`update document set version_no = (
      select count(*) from document as before
      where before.case_id = document.case_id and before.form_id = document.form_id
        and before.language = document.language and before.member_id is document.member_id
        and (before.made_at < document.made_at or (before.made_at = document.made_at and before.id <= document.id))
    )`.execute(db);
  },
};
