import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Events that the mediation track and the legal aid track knew when each got states of its own. */
const own: Readonly<Record<string, readonly string[]>> = {
  mediation: [
    'mediation-applied',
    'mediation-agreed',
    'mediation-failed',
    'right-known',
    'employment-ended',
    'demand-made',
    'promise-made',
    'complaint-made',
    'suit-filed',
    'limitation-suspended',
    'limitation-resumed',
  ],
  'legal-aid': [
    'aid-applied',
    'aid-granted',
    'aid-refused',
    'right-known',
    'employment-ended',
    'demand-made',
    'promise-made',
    'complaint-made',
    'suit-filed',
    'limitation-suspended',
    'limitation-resumed',
  ],
};
const quoted = (types: readonly string[]): string => types.map((t) => `'${t}'`).join(', ');

const statements: readonly string[] = [
  'alter table case_event add column days integer',
  'alter table case_event add column until_date text',
  'alter table case_event add column set_on text',
  'alter table case_event add column reason text',
  `create table date_choice (
    id text primary key,
    case_id text not null references case_file(id),
    rule_id text not null,
    variant text,
    readings text not null,
    reason text not null,
    user_id text not null references app_user(id),
    user_name text not null,
    chosen_at text not null,
    chosen_on text not null,
    withdrawn_at text
  ) strict`,
  'create index date_choice_by_case on date_choice (case_id, rule_id)',
  // Until now every case was dated as an arbitration. One whose steps are an arbitration's is one: put elsewhere, it
  // would lose its dates.
  ...Object.entries(own).map(
    ([track, types]) =>
      `update case_file set track = 'arbitration' where track = '${track}' and exists (
        select 1 from case_event where case_event.case_id = case_file.id and case_event.deleted_at is null
        and case_event.type not in (${quoted(types)}))`,
  ),
  // The others have states of another track: an empty stage is derived anew when the office is next opened.
  `update case_file set stage = '' where track in ('mediation', 'legal-aid')`,
];

export const everyTrack: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
