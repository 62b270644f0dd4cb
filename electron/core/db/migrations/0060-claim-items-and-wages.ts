import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  'alter table case_member add column items_fen integer not null default 0',
  `create table claim_item (
    id text primary key,
    case_id text not null references case_file(id),
    member_id text not null references case_member(id),
    calculator text not null,
    inputs text not null,
    method text,
    method_reason text,
    amount_fen integer,
    result text not null,
    law_version text not null,
    computed_on text not null,
    created_at text not null,
    updated_at text not null,
    deleted_at text
  ) strict`,
  'create index claim_item_by_case on claim_item (case_id, member_id, id)',
  `create table member_wages (
    member_id text primary key references case_member(id),
    case_id text not null references case_file(id),
    months text not null
  ) strict`,
  'create index member_wages_by_case on member_wages (case_id)',
];

export const claimItemsAndWages: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
