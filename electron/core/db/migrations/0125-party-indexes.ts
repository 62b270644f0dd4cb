import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// In which cases somebody stands is answered from the index alone: rows of parties are wide and lie all over the file.
const statements: readonly string[] = ['case_member', 'respondent', 'agent'].flatMap((table) => [
  `drop index ${table}_by_person`,
  `create index ${table}_by_person on ${table} (person_id, case_id, id, deleted_at)
    where person_id is not null`,
]);

export const partyIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
