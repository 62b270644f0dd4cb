import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Tasks are read by their day; without the id in it the index could not give a page without sorting all of them.
const statements: readonly string[] = [
  'drop index task_open',
  'create index task_open on task (assignee_id, due_on, id) where done_at is null and deleted_at is null',
  'create index task_open_by_day on task (due_on, id) where done_at is null and deleted_at is null',
];

export const taskOrder: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
