import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create index case_file_of_stage on case_file (status, track, stage, next_date_sort, id)',
  `create index aid_record_standing on aid_record (lawyer_id, case_id)
    where kind = 'assignment' and deleted_at is null and json_extract(body, '$.endedOn') is null`,
];

/** The lists of the legal-aid office cost what they show, not what the office has ever done. */
export const aidLists: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
