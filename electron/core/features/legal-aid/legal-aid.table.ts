import type { Generated } from 'kysely';

/** One step of legal aid. */
export interface AidRecordTable {
  id: string;
  case_id: string;
  kind: string;
  /** What it is called in the bin and found by: the kind and the day. */
  title: string;
  on_date: string;
  /** Of an assignment: `aid_lawyer`. */
  lawyer_id: string | null;
  /** JSON of the step. */
  body: string;
  /** JSON: events of the case that its days made, by what they tell. */
  events: string;
  created_by: string;
  updated_by: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface AidLawyerTable {
  id: string;
  name: string;
  user_id: string | null;
  body: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface AidStandardTable {
  id: string;
  name: string;
  body: string;
  deleted_at: string | null;
  version: Generated<number>;
}
