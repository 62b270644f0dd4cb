export interface UndoActTable {
  id: string;
  at: string;
  /** Audit verb of the call. */
  verb: string;
  actor_id: string;
  actor_name: string;
  case_id: string | null;
  /** The page on which a person expects to take it back: a case's id, `cases` or `office`. */
  scope: string;
  /** Table of the first row that was deleted or changed. */
  kind: string;
  /** Name of what was deleted or changed. */
  label: string;
  row_count: number;
  deleted_count: number;
  undone_at: string | null;
  undone_by: string | null;
  /** The act that took it back. */
  undone_act: string | null;
}

export interface UndoRowTable {
  act_id: string;
  seq: number;
  tbl: string;
  row_id: string;
  /** JSON of the row before; null when the act made it. */
  before: string | null;
  /** Of the row after: a later change is noticed by it. */
  after_hash: string;
}
