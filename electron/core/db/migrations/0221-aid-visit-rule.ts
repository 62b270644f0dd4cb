import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The office's own rule on supervision visits in legal aid: JSON, null while it has none. */
export const aidVisitRule: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table office add column aid_visits text`.execute(db);
  },
};
