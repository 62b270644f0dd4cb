export interface CaseLinkTable {
  id: string;
  /** The earlier or the leading case. */
  case_id: string;
  to_case_id: string;
  kind: string;
  /** Id of the way from one procedure into the other; null for a link made by hand. */
  route: string | null;
  on_date: string;
  note: string | null;
  /** JSON: how many records of each list were taken over. */
  carried: string | null;
  created_at: string;
  created_by: string;
  deleted_at: string | null;
}

/** `kind`: the table of both records, or `echo` for an event that follows another case's event. */
export interface CarriedRecordTable {
  link_id: string;
  kind: string;
  copy_id: string;
  source_id: string;
}
