export interface PaperBatchTable {
  id: string;
  started_at: string;
  /** Id of the user. */
  started_by: string;
  finished_at: string | null;
  state: string;
  stop: string | null;
  /** The day that its papers bear, also those that are made later. */
  day: string;
  /** JSON: which papers were asked for. */
  asked: string;
  /** JSON: what the batch is called in both languages. */
  title: string;
  language: string;
  format: string;
  /** 1: all papers in one PDF. */
  one_file: number;
  gaps: string;
  pattern: string;
  folder: string;
}

export interface PaperBatchItemTable {
  id: string;
  batch_id: string;
  position: number;
  case_id: string;
  form_id: string;
  /** Whose own paper it is. */
  member_id: string | null;
  name: string;
  title: string;
  file_name: string;
  state: string;
  fault: string | null;
  gaps: number;
  pages: number | null;
  byte_length: number | null;
  sha256: string | null;
}
