import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// A lawyer's load is counted in indexes alone. `kind` stands in them although it is always the same: without it the index of all records of a kind is preferred.
const statements = [
  'drop index aid_record_standing',
  `create index aid_record_in_hand
    on aid_record (lawyer_id, kind, deleted_at, json_extract(body, '$.endedOn'), case_id)
    where kind = 'assignment'`,
  'create index case_file_size on case_file (id, status, deleted_at, applicant_count)',
  `create index aid_record_to_follow on aid_record (kind, json_extract(body, '$.followUpOn'), id, case_id)
    where kind = 'visit' and deleted_at is null and json_extract(body, '$.followUpDoneOn') is null`,
  `create index aid_record_unpaid on aid_record (kind, json_extract(body, '$.approvedOn'), id, case_id)
    where kind = 'subsidy' and deleted_at is null and json_extract(body, '$.paidOn') is null`,
];

/** What is to be followed up or paid is read in its order, as much of it as is shown. */
export const aidPages: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
