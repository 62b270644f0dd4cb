import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table task (
    id text primary key,
    case_id text references case_file(id),
    person_id text references person(id),
    title text not null,
    detail text,
    assignee_id text references app_user(id),
    due_on text,
    done_at text,
    done_by text,
    created_at text not null,
    created_by text not null,
    deleted_at text,
    version integer not null default 1
  ) strict, without rowid`,
  'create index task_case on task (case_id)',
  'create index task_person on task (person_id) where person_id is not null',
  'create index task_open on task (assignee_id, due_on) where done_at is null and deleted_at is null',
  `create table task_template (
    id text primary key,
    track text not null,
    name text not null,
    items text not null,
    deleted_at text,
    version integer not null default 1
  ) strict, without rowid`,
  `create table note (
    id text primary key,
    case_id text references case_file(id),
    person_id text references person(id),
    body text not null,
    author_id text not null references app_user(id),
    author_name text not null,
    written_at text not null,
    edited_at text,
    deleted_at text,
    version integer not null default 1
  ) strict, without rowid`,
  'create index note_case on note (case_id)',
  'create index note_person on note (person_id) where person_id is not null',
  `create table note_mention (
    note_id text not null references note(id),
    user_id text not null references app_user(id),
    seen_at text,
    primary key (user_id, note_id)
  ) strict, without rowid`,
  'create index note_mention_note on note_mention (note_id)',
  `create table time_entry (
    id text primary key,
    case_id text not null references case_file(id),
    worked_on text not null,
    minutes integer not null,
    cause text not null,
    detail text,
    user_id text not null references app_user(id),
    user_name text not null,
    deleted_at text,
    version integer not null default 1
  ) strict, without rowid`,
  'create index time_entry_case on time_entry (case_id)',
];

/** What colleagues have to do, have written down and have spent time on. */
export const tasksAndNotes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
