import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // One step each: application, means, decision, objection, assignment, engagement, visit, subsidy, closing.
  `create table aid_record (
    id text primary key,
    case_id text not null references case_file(id),
    kind text not null,
    title text not null,
    on_date text not null,
    lawyer_id text,
    body text not null,
    events text not null,
    created_by text not null,
    updated_by text not null,
    deleted_at text,
    version integer not null default 1
  ) strict`,
  'create index aid_record_by_case on aid_record (case_id, kind)',
  'create index aid_record_by_lawyer on aid_record (lawyer_id) where lawyer_id is not null',
  'create index aid_record_by_kind on aid_record (kind, on_date)',
  `create table aid_lawyer (
    id text primary key,
    name text not null,
    user_id text references app_user(id),
    body text not null,
    deleted_at text,
    version integer not null default 1
  ) strict`,
  `create table aid_standard (
    id text primary key,
    name text not null,
    body text not null,
    deleted_at text,
    version integer not null default 1
  ) strict`,
];

export const legalAid: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
