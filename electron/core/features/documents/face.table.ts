export interface OfficeFaceTable {
  version: number;
  /** JSON of the face. */
  body: string;
  saved_at: string;
  saved_by: string;
}

export interface FormTemplateTable {
  id: string;
  form_id: string;
  /** Counts the templates of the form from 1; the newest that is not removed is in use. */
  version: number;
  file_name: string;
  byte_length: number;
  sha256: string;
  blob_id: string;
  /** JSON of what its check found. */
  findings: string;
  added_at: string;
  added_by: string;
  removed_at: string | null;
  removed_by: string | null;
}
