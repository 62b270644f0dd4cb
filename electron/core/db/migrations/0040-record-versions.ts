import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const tables = ['case_member', 'respondent', 'agent', 'case_event', 'evidence'] as const;

/** Each record of a case rises on its own, so that two people may change two of them at once. */
export const recordVersions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables)
      await sql`alter table ${sql.table(table)} add column version integer not null default 1`.execute(db);
  },
};
