import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// A report also keeps what an enquiry was about, because the enquiry may be corrected afterwards.
const reportStates: readonly string[] = [
  'alter table conflict_report add column cause text',
  'alter table conflict_report add column about text',
  `update conflict_report set
    cause = (select cause from enquiry where enquiry.id = enquiry_id),
    about = (select about from enquiry where enquiry.id = enquiry_id)`,
];

// In which cases somebody stands is answered from the index alone: rows of parties are wide and lie all over the file.
const statements: readonly string[] = ['case_member', 'respondent', 'agent'].flatMap((table) => [
  `drop index ${table}_by_person`,
  `create index ${table}_by_person on ${table} (person_id, case_id, id, deleted_at)
    where person_id is not null`,
]);

export const enquiriesAndParties: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...reportStates, ...statements]) await sql.raw(statement).execute(db);
  },
};
