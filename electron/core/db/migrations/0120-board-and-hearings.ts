import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // Whose date it is and in which procedure, beside the date itself: the board filters by both on an index.
  `alter table deadline add column handler_id text not null default ''`,
  `alter table deadline add column track text not null default ''`,
  `update deadline set
    handler_id = (select handler_id from case_file where case_file.id = deadline.case_id),
    track = (select track from case_file where case_file.id = deadline.case_id)`,
  'create index deadline_by_handler on deadline (handler_id, due, id)',
  'create index deadline_by_track on deadline (track, due, id)',
  `create table room (
    id text primary key,
    name text not null,
    place text,
    created_at text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  `create table hearing (
    id text primary key,
    case_id text not null references case_file(id),
    kind text not null,
    date text not null,
    start_time text not null,
    end_time text not null,
    room_id text references room(id),
    place text,
    mode text not null,
    people text not null,
    note text,
    state text not null,
    set_on text not null,
    notice_on text,
    reason text,
    follows_id text,
    set_event_id text,
    notice_event_id text,
    result_event_ids text not null,
    results text not null,
    attendance text not null,
    open_on text,
    handler_id text not null,
    track text not null,
    sequence integer not null,
    created_at text not null,
    created_by text not null,
    updated_at text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  'create index hearing_by_case on hearing (case_id, date)',
  'create index hearing_by_day on hearing (date, start_time)',
  'create index hearing_by_open on hearing (open_on, id)',
  'create index hearing_by_handler on hearing (handler_id, open_on, id)',
  'create index hearing_by_track on hearing (track, open_on, id)',
  `create table minutes (
    id text primary key,
    case_id text not null references case_file(id),
    hearing_id text not null references hearing(id),
    body text not null,
    updated_at text not null,
    updated_by text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  'create unique index minutes_by_hearing on minutes (hearing_id)',
  'create index minutes_by_case on minutes (case_id)',
  `create table phrase (
    id text primary key,
    kind text not null,
    title text not null,
    body text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  `create table predate_rule (
    id text primary key,
    anchor text not null,
    shift integer not null,
    unit text not null,
    title text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  `create table predate (
    id text primary key,
    case_id text not null references case_file(id),
    anchor_kind text not null,
    anchor text not null,
    shift integer not null,
    unit text not null,
    title text not null,
    note text,
    due text,
    open_on text,
    done_on text,
    done_by text,
    handler_id text not null,
    track text not null,
    rule_id text,
    declined integer not null default 0,
    created_at text not null,
    created_by text not null,
    version integer not null,
    deleted_at text
  ) strict`,
  'create index predate_by_case on predate (case_id)',
  'create index predate_by_open on predate (open_on, id)',
  'create index predate_by_handler on predate (handler_id, open_on, id)',
  'create index predate_by_track on predate (track, open_on, id)',
  // Every date that was newly entered or moved, with who did it: the list of a day that a second person signs.
  `create table date_entry (
    id text primary key,
    case_id text not null references case_file(id),
    entered_on text not null,
    entered_at text not null,
    user_name text not null,
    kind text not null,
    ref text not null,
    trigger_date text,
    due text not null,
    before text
  ) strict`,
  'create index date_entry_by_day on date_entry (entered_on, id)',
  'create index date_entry_by_case on date_entry (case_id)',
  `create table reminder_shown (
    user_id text not null references app_user(id),
    key text not null,
    shown_on text not null,
    primary key (user_id, key)
  ) strict`,
  `create table calendar_feed (
    id text primary key,
    user_id text not null references app_user(id),
    folder text not null,
    scope text not null,
    detail text not null,
    written_at text,
    error text,
    version integer not null
  ) strict`,
  'create unique index calendar_feed_by_user on calendar_feed (user_id)',
];

export const boardAndHearings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
