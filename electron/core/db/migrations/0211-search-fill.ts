import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How far a filling of the search index has come: a program that was closed meanwhile goes on from there. */
export const searchFill: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table search_fill (
          id integer primary key check (id = 1),
          emptied integer not null,
          kind integer not null,
          after text not null,
          done integer not null,
          total integer not null
        ) strict`,
      )
      .execute(db);
  },
};
