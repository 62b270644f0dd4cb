import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table enquiry (
    id text primary key,
    number text not null unique,
    received_at text not null,
    received_by text not null references app_user(id),
    received_by_name text not null,
    self text not null,
    other text not null,
    name text not null,
    other_name text not null,
    cause text not null,
    about text,
    status text not null,
    result text,
    case_id text references case_file(id),
    conclusion text not null,
    settled_at text,
    version integer not null
  ) strict`,
  'create index enquiry_by_status on enquiry (status, id)',
  'create index enquiry_by_case on enquiry (case_id) where case_id is not null',
  `create table conflict_report (
    id text primary key,
    enquiry_id text not null references enquiry(id),
    at text not null,
    user_id text not null,
    user_name text not null,
    sought text not null,
    matches text not null,
    conclusion text not null,
    note text
  ) strict`,
  'create index conflict_report_by_enquiry on conflict_report (enquiry_id, id)',
];

export const enquiries: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
