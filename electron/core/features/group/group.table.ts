/** What holds for the workers of a case together; a case has at most one. */
export interface CaseGroupTable {
  id: string;
  case_id: string;
  /** JSON of the shared facts by column. */
  shared: string;
  /** JSON of how the representatives were elected; null where nothing is recorded. */
  election: string | null;
  deleted_at: string | null;
}

/** Some of the workers settled, withdrew, were split off or came back. */
export interface GroupActTable {
  id: string;
  case_id: string;
  kind: string;
  acted_on: string;
  note: string | null;
  /** JSON of the workers' ids. */
  member_ids: string;
  recorded_at: string;
  deleted_at: string | null;
}
