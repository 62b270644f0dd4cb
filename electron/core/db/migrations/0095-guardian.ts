import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A worker's guardian, as JSON; null where there is none. */
export const guardian: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('alter table case_member add column guardian text').execute(db);
  },
};
