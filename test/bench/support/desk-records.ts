import { type Kysely, sql } from 'kysely';
import { fillRecovered } from '../../../electron/core/db/recovered.ts';
import type { Database } from '../../../electron/core/db/schema.ts';

const numbered = sql`(select row_number() over (order by id) as rowid, * from case_file)`;

/**
 * What an office has beside its cases, made by one statement each, so that the cases alone decide how many there are: a
 * task for each, half of them done; an enquiry for every second one; two entries of the record for each; a hearing for
 * every tenth; something in the bin for every fifth; what was recovered for every worker; and every tenth case a matter
 * of legal aid with its lawyer, visit and subsidy.
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
    from ${numbered}`.execute(db);
  await sql`insert into enquiry
    (id, number, received_at, received_by, received_by_name, self, other, name, other_name, cause, about, status,
      result, case_id, conclusion, settled_at, version)
    select id, '咨' || number, created_at, ${user.id}, ${user.name},
      json_object('name', first_applicant, 'phone', '13800000000', 'number', '', 'address', ''),
      json_object('name', first_respondent, 'phone', '', 'number', '', 'address', ''),
      first_applicant, first_respondent, cause, '样例咨询', case when rowid % 4 = 1 then 'open' else 'became-case' end,
      null, id, 'clear', created_at, 1
    from ${numbered} where rowid % 2 = 1`.execute(db);
  for (const verb of ['case.created', 'case.updated'])
    await sql`insert into audit (at, verb, actor_id, actor_name, case_id, details, hash)
      select created_at, ${verb}, ${user.id}, ${user.name}, id, '{}', '' from case_file`.execute(db);
  await sql`insert or replace into counter (name, value) select 'audit', max(sequence) from audit`.execute(
    db,
  );
  await sql`insert into hearing
    (id, case_id, kind, date, start_time, end_time, mode, people, state, set_on, result_event_ids, results,
      attendance, open_on, handler_id, track, sequence, created_at, created_by, updated_at, version)
    select id, id, 'hearing', coalesce(next_date, received_on), '09:00', '11:30', 'in-person', '[]',
      case when next_date is null then 'held' else 'scheduled' end, received_on, '[]', '[]', '[]', next_date, ${user.id},
      track, 0, created_at, ${user.name}, created_at, 1
    from ${numbered} where rowid % 10 = 1`.execute(db);
  await sql`insert into undo_act
    (id, at, verb, actor_id, actor_name, case_id, scope, kind, label, row_count, deleted_count)
    select id, created_at, 'evidence.removed', ${user.id}, ${user.name}, id, id, 'evidence', '样例证据', 1, 1
    from ${numbered} where rowid % 5 = 2`.execute(db);
  await sql`insert into recovery (member_id, case_id, claimed_fen, computed_fen, granted_fen, paid_fen, owed_fen, over_fen)
    select id, case_id, owed_fen, owed_fen, owed_fen / 2, owed_fen / 4, owed_fen - owed_fen / 4, 0
    from case_member`.execute(db);
  await insertAid(db, user);
  await fillRecovered(db);
}

async function insertAid(db: Kysely<Database>, user: { readonly name: string }): Promise<void> {
  const stages = ['applied', 'granted', 'assigned', 'active', 'closing', 'file-review', 'closed', 'refused'];
  await sql`update case_file set track = 'legal-aid', stage = json_extract(${JSON.stringify(stages)},
      '$[' || (rowid % ${sql.lit(stages.length)}) || ']') from (select id as other, rowid / 10 as rowid from ${numbered}
      where rowid % 10 = 3) where id = other`.execute(db);
  const lawyer = { name: '示例律师', firm: '示例律师事务所', specialities: ['wages'] };
  const standard = {
    name: '样例仲裁代理',
    baseFen: 120_000,
    perWorkerFen: 10_000,
    validFrom: '2018-01-01',
    source: '样例',
  };
  const standardId = '9'.padStart(26, '0');
  const lawyers = Array.from({ length: 20 }, (_, i) => ({
    id: String(i).padStart(26, '0'),
    ...lawyer,
    name: `示例律师${i}`,
  }));
  for (const { id, ...body } of lawyers)
    await db
      .insertInto('aid_lawyer')
      .values({ id, name: body.name, user_id: null, body: JSON.stringify(body), deleted_at: null })
      .execute();
  await db
    .insertInto('aid_standard')
    .values({ id: standardId, name: standard.name, body: JSON.stringify(standard), deleted_at: null })
    .execute();
  // An id of its own for each step of a case: its first letter is changed.
  const steps = [
    [
      'assignment',
      sql`json_object('kind', 'assignment', 'lawyerId', printf('%026d', rowid / 10 % 20), 'assignedOn', received_on)`,
      'A',
    ],
    [
      'visit',
      sql`json_object('kind', 'visit', 'visitedOn', received_on, 'how', 'call', 'followUp', '样例',
      'followUpOn', received_on, 'followUpDoneOn', case when status = 'closed' then received_on end)`,
      'B',
    ],
    [
      'subsidy',
      sql`json_object('kind', 'subsidy', 'standardId', ${standardId}, 'workers', 1,
      'approvedOn', case when status = 'closed' then received_on end,
      'paidOn', case when status = 'closed' then received_on end)`,
      'C',
    ],
  ] as const;
  for (const [kind, body, mark] of steps)
    await sql`insert into aid_record
      (id, case_id, kind, title, on_date, lawyer_id, body, events, created_by, updated_by)
      select ${mark} || substr(id, 2), id, ${kind}, ${kind}, received_on,
        case when ${kind} = 'assignment' then printf('%026d', rowid / 10 % 20) end, ${body}, '[]', ${user.name}, ${user.name}
      from ${numbered} where track = 'legal-aid'`.execute(db);
}
