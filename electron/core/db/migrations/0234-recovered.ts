import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const sums = ['claimed', 'computed', 'granted', 'paid', 'owed', 'over'].map((name) => `${name}_fen`);
const sumColumns = sums.map((name) => `${name} integer not null`).join(', ');
const summed = sums.map((name) => `sum(${name})`).join(', ');
const summedLines = sums.map((name) => `sum(recovery.${name})`).join(', ');
const statuses = ['all', 'open', 'closed'].map((s) => [s, s === 'all' ? 'true' : `status = '${s}'`] as const);

const tables: readonly string[] = [
  // One row for each case that is not in the bin and has workers with sums.
  `create table recovered_case (
    case_id text primary key,
    label text not null,
    status text not null,
    employer text not null,
    project text not null,
    workers integer not null,
    ${sumColumns}
  ) strict`,
  'create index recovered_case_by_owed on recovered_case (owed_fen desc, label, case_id)',
  'create index recovered_case_of_status on recovered_case (status, owed_fen desc, label, case_id)',
  'create index recovered_case_by_employer on recovered_case (employer, status)',
  'create index recovered_case_by_project on recovered_case (project, status)',
  // The same by worker, employer and project, for open cases, closed ones and both.
  `create table recovered_group (
    grouping text not null,
    status text not null,
    key text not null,
    label text not null,
    cases integer not null,
    workers integer not null,
    ${sumColumns},
    primary key (grouping, status, key)
  ) strict`,
  'create index recovered_group_by_owed on recovered_group (grouping, status, owed_fen desc, label, key)',
  // Sums of all rows of a list, apart for those to whom something is owed.
  `create table recovered_total (
    grouping text not null,
    status text not null,
    owes integer not null,
    n integer not null,
    ${sumColumns},
    primary key (grouping, status, owes)
  ) strict`,
];

const lines = `recovery
  join case_file on case_file.id = recovery.case_id and case_file.deleted_at is null
  join case_member on case_member.id = recovery.member_id and case_member.deleted_at is null`;

/** From the rows themselves, into empty tables. */
export const recoveredFill: readonly string[] = [
  `insert into recovered_case
    select case_file.id, case_file.number, case_file.status,
      coalesce((select name from respondent where respondent.case_id = case_file.id and standing = 'party'
        and respondent.deleted_at is null
        order by case when capacity = 'employer' then 0 else 1 end, position limit 1), ''),
      coalesce(case_file.project_name, ''), count(*), ${summedLines}
    from ${lines} group by case_file.id`,
  ...statuses.flatMap(([status, where]) => [
    `insert into recovered_group
      select 'worker', '${status}', coalesce(case_member.person_id, case_member.id), max(case_member.name),
        count(distinct case_file.id), count(*), ${summedLines}
      from ${lines} where ${where} group by 3`,
    ...['employer', 'project'].map(
      (key) => `insert into recovered_group
        select '${key}', '${status}', ${key}, ${key}, count(*), sum(workers), ${summed}
        from recovered_case where ${where} group by ${key}`,
    ),
    `insert into recovered_total
      select 'case', '${status}', owed_fen > 0, count(*), ${summed}
      from recovered_case where ${where} group by owed_fen > 0`,
  ]),
  `insert into recovered_total
    select grouping, status, owed_fen > 0, count(*), ${summed}
    from recovered_group group by grouping, status, owed_fen > 0`,
];

/** What was recovered is listed from sums that are kept, not put together anew from every worker of the office. */
export const recovered: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, ...recoveredFill]) await sql.raw(statement).execute(db);
  },
};
