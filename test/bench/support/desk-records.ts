import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../electron/core/db/schema.ts';

/**
 * Tasks and enquiries of an office that has had its cases: a task for each, half of them done, and an enquiry for every
 * second one. Made by one statement each, so that the cases alone decide how many there are.
 */
export async function insertDeskRecords(
  db: Kysely<Database>,
  user: { readonly id: string; readonly name: string },
): Promise<void> {
  await sql`insert into task
    (id, case_id, person_id, title, detail, assignee_id, due_on, done_at, done_by, created_at, created_by)
    select id, id, null, '样例待办 ' || number, null, ${user.id}, coalesce(next_date, received_on),
      case when rowid % 2 = 0 then created_at end, case when rowid % 2 = 0 then ${user.name} end,
      created_at, ${user.name}
    from (select row_number() over (order by id) as rowid, * from case_file)`.execute(db);
  await sql`insert into enquiry
    (id, number, received_at, received_by, received_by_name, self, other, name, other_name, cause, about, status,
      result, case_id, conclusion, settled_at, version)
    select id, '咨' || number, created_at, ${user.id}, ${user.name},
      json_object('name', first_applicant, 'phone', '13800000000', 'number', '', 'address', ''),
      json_object('name', first_respondent, 'phone', '', 'number', '', 'address', ''),
      first_applicant, first_respondent, cause, '样例咨询', case when rowid % 4 = 1 then 'open' else 'became-case' end,
      null, id, 'clear', created_at, 1
    from (select row_number() over (order by id) as rowid, * from case_file) where rowid % 2 = 1`.execute(db);
}
