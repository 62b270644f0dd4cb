import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Saved filters and enquiries can be taken back like everything else. */
export const filtersBack: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['saved_filter', 'enquiry'])
      await sql.raw(`alter table ${table} add column deleted_at text`).execute(db);
  },
};
