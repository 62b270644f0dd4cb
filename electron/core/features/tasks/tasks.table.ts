import type { Generated } from 'kysely';

export interface TaskTable {
  id: string;
  /** One of the two is set. */
  case_id: string | null;
  person_id: string | null;
  title: string;
  detail: string | null;
  /** Null: nobody has it yet. */
  assignee_id: string | null;
  due_on: string | null;
  done_at: string | null;
  done_by: string | null;
  created_at: string;
  created_by: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface TaskTemplateTable {
  id: string;
  track: string;
  name: string;
  /** JSON: title and days after the day of use. */
  items: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface NoteTable {
  id: string;
  case_id: string | null;
  person_id: string | null;
  body: string;
  author_id: string;
  author_name: string;
  written_at: string;
  edited_at: string | null;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface NoteMentionTable {
  note_id: string;
  user_id: string;
  seen_at: string | null;
}

export interface TimeEntryTable {
  id: string;
  case_id: string;
  worked_on: string;
  minutes: number;
  cause: string;
  detail: string | null;
  user_id: string;
  user_name: string;
  deleted_at: string | null;
  version: Generated<number>;
}
