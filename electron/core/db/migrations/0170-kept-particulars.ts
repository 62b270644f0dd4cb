import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which of the fields typed for papers stand although a record of the case tells another value. */
export const keptParticulars: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table particular add column kept text not null default '[]'`.execute(db);
  },
};
