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
  /** JSON: what it says, block by block; null for a paper made before that was kept. */
  content: string | null;
  /** `draft` or `final`; what was served is told by `paper_service`. */
  state: string;
  /** Counts from 1 among the papers of one form, owner and language. */
  version_no: number;
  /** 1: each page says that it is a draft. */
  marked: number;
  /** The final version in whose place it comes, and why. */
  predecessor_id: string | null;
  reason: string | null;
  finalised_at: string | null;
  finalised_by: string | null;
}

/** How a final paper reached one recipient. */
export interface PaperServiceTable {
  id: string;
  case_id: string;
  document_id: string;
  party: string;
  party_id: string | null;
  recipient: string;
  route: string;
  /** The day of the act: handed over, posted, sent. */
  acted_on: string;
  /** The day on which it counts as served, as the law engine found it. */
  served_on: string;
  rule_id: string;
  /** JSON: the facts of the service, as they were entered. */
  body: string;
  /** The event of the case that it recorded. */
  event_id: string | null;
  recorded_at: string;
  recorded_by: string;
  deleted_at: string | null;
  version: number;
}

/** A text that somebody is writing and has not saved into the case. */
export interface TextDraftTable {
  case_id: string;
  /** Path of the record. */
  field: string;
  user_id: string;
  body: string;
  /** What the record said when the writing began. */
  base: string;
  saved_at: string;
}

/** The office's own phrases for papers. */
export interface TextPhraseTable {
  id: string;
  cause: string;
  title: string;
  body: string;
  version: number;
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
