import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `create table outcome (
    id text primary key,
    case_id text not null references case_file(id),
    kind text not null,
    state text not null,
    title text not null,
    body text not null,
    replaced_by text,
    created_at text not null,
    updated_at text not null,
    deleted_at text,
    version integer not null default 0
  ) strict`,
  'create index outcome_by_case on outcome (case_id, id)',
  `create table payment (
    id text primary key,
    case_id text not null references case_file(id),
    paid_on text not null,
    amount_fen integer not null,
    over_fen integer not null,
    payer text not null,
    body text not null,
    created_at text not null,
    deleted_at text,
    version integer not null default 0
  ) strict`,
  'create index payment_by_case on payment (case_id, id)',
  `create table recovery (
    member_id text primary key references case_member(id),
    case_id text not null references case_file(id),
    claimed_fen integer not null,
    computed_fen integer not null,
    granted_fen integer not null,
    paid_fen integer not null,
    owed_fen integer not null,
    over_fen integer not null
  ) strict`,
  'create index recovery_by_case on recovery (case_id)',
  `insert into recovery
    select id, case_id, owed_fen + items_fen, owed_fen + items_fen, 0, 0, 0, 0
    from case_member where deleted_at is null`,
];

export const outcomes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
