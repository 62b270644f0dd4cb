import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table office_face (
    version integer primary key,
    body text not null,
    saved_at text not null,
    saved_by text not null
  ) strict`,
  `create table form_template (
    id text primary key,
    form_id text not null,
    version integer not null,
    file_name text not null,
    byte_length integer not null,
    sha256 text not null,
    blob_id text not null,
    findings text not null,
    added_at text not null,
    added_by text not null,
    removed_at text,
    removed_by text
  ) strict, without rowid`,
  'create index form_template_form on form_template (form_id, version)',
];

/** How the office's papers look, each version kept, and its own Word templates. */
export const faceAndTemplates: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
