import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  "alter table case_file add column applicant_side text not null default 'workers'",
  "alter table case_file add column unit_claims text not null default '[]'",
  "alter table case_file add column witnesses text not null default '[]'",
  "alter table respondent add column representative_kind text not null default 'legal-representative'",
  "alter table respondent add column standing text not null default 'party'",
  'alter table agent add column relation text',
  'alter table agent add column principal_id text references respondent(id)',
  'alter table case_event add column method text',
  'alter table case_event add column addressee text',
  'alter table evidence add column covers text',
];

/** Who files, for whom an agent acts, how a demand was made, and which wage periods an item of evidence proves. */
export const sidesAndLinks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
