/** The office's own rule: before (or after) each such date, a date of its own. */
export interface PredateRuleTable {
  id: string;
  /** `hearing`, `mediation`, or the id of a rule of law. */
  anchor: string;
  /** Days, negative before it. */
  shift: number;
  unit: string;
  title: string;
  version: number;
  deleted_at: string | null;
}

/** A date that a person or an office rule set, by itself or so many days from another one. */
export interface PredateTable {
  id: string;
  case_id: string;
  /** `date`: on a day of its own. `deadline`, `hearing`, `predate`: counted from that one and moving with it. */
  anchor_kind: string;
  /** The day itself, or the rule, hearing or other date that it is counted from. */
  anchor: string;
  shift: number;
  unit: string;
  title: string;
  note: string | null;
  /** As computed; null while what it is counted from has no open day. */
  due: string | null;
  /** `due` while it is still to be done, else null: what the board reads. */
  open_on: string | null;
  done_on: string | null;
  done_by: string | null;
  handler_id: string;
  track: string;
  /** The office rule that made it. */
  rule_id: string | null;
  /** 1: an office rule made it and a person removed it, so it is not made again. */
  declined: number;
  created_at: string;
  created_by: string;
  version: number;
  deleted_at: string | null;
}

/** A date that was entered or moved, with who did it. */
export interface DateEntryTable {
  id: string;
  case_id: string;
  entered_on: string;
  entered_at: string;
  user_name: string;
  /** `deadline`, `hearing` or `predate`. */
  kind: string;
  /** A rule of law, a kind of hearing, or the title of a date. */
  ref: string;
  trigger_date: string | null;
  due: string;
  /** The day it was on before; null when it is new. */
  before: string | null;
}

export interface ReminderShownTable {
  user_id: string;
  key: string;
  shown_on: string;
}

/** The calendar file outside the office that the program keeps up to date for one person. */
export interface CalendarFeedTable {
  id: string;
  user_id: string;
  folder: string;
  scope: string;
  detail: string;
  written_at: string | null;
  error: string | null;
  version: number;
}
