export interface DocumentTable {
  id: string;
  case_id: string;
  form_id: string;
  member_id: string | null;
  member_name: string | null;
  language: string;
  file_name: string;
  pages: number;
  byte_length: number;
  sha256: string;
  blob_id: string;
  /** JSON of the facts it was made from. */
  facts: string;
  facts_sha256: string;
  warnings: string;
  fonts: string;
  made_at: string;
  made_by: string;
  deleted_at: string | null;
}

export interface ParticularTable {
  id: string;
  case_id: string;
  topic: string;
  /** The worker whose values these are; '' for the case's own. */
  member_id: string;
  /** JSON of what was entered. */
  body: string;
  /** JSON list of fields that stand as typed although a record of the case tells another value. */
  kept: string;
  version: number;
  updated_at: string;
  updated_by: string;
  deleted_at: string | null;
}
