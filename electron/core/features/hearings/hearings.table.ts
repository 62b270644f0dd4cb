/** A place where hearings are held; the office's own list. */
export interface RoomTable {
  id: string;
  name: string;
  place: string | null;
  created_at: string;
  version: number;
  deleted_at: string | null;
}

export interface HearingTable {
  id: string;
  case_id: string;
  kind: string;
  date: string;
  /** `HH:MM`, China Standard Time, within the day of `date`. */
  start_time: string;
  end_time: string;
  room_id: string | null;
  place: string | null;
  mode: string;
  /** JSON: who sits, mediates, keeps the record. */
  people: string;
  note: string | null;
  /** `scheduled`, `held`, `adjourned` or `cancelled`. */
  state: string;
  /** The day on which it was fixed. */
  set_on: string;
  /** The day on which everybody had the written notice; then its day cannot simply be moved. */
  notice_on: string | null;
  /** Why it was adjourned or cancelled. */
  reason: string | null;
  /** The hearing in whose place it came. */
  follows_id: string | null;
  /** Events of the case that it recorded. */
  set_event_id: string | null;
  notice_event_id: string | null;
  /** JSON lists. */
  result_event_ids: string;
  results: string;
  attendance: string;
  /** `date` while it is still to come or to be written up, else null: what the board reads. */
  open_on: string | null;
  handler_id: string;
  track: string;
  /** Rises with each change that a calendar outside must hear of (RFC 5545 SEQUENCE). */
  sequence: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  version: number;
  deleted_at: string | null;
}

/** The record of what was said; one for each hearing. */
export interface MinutesTable {
  id: string;
  case_id: string;
  hearing_id: string;
  body: string;
  updated_at: string;
  updated_by: string;
  version: number;
  deleted_at: string | null;
}

/** The office's own templates and phrases for minutes. */
export interface PhraseTable {
  id: string;
  kind: string;
  title: string;
  body: string;
  version: number;
  deleted_at: string | null;
}
