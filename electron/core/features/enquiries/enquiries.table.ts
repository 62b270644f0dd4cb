export interface EnquiryTable {
  id: string;
  number: string;
  received_at: string;
  received_by: string;
  received_by_name: string;
  /** JSON: name, phone, number, address of who asks. */
  self: string;
  /** JSON: the same of the other side. */
  other: string;
  name: string;
  other_name: string;
  cause: string;
  about: string | null;
  status: string;
  result: string | null;
  case_id: string | null;
  conclusion: string;
  settled_at: string | null;
  deleted_at: string | null;
  version: number;
}

export interface ConflictReportTable {
  id: string;
  enquiry_id: string;
  at: string;
  user_id: string;
  user_name: string;
  /** JSON: what was looked for. */
  sought: string;
  /** JSON: whom it found, as they were then. */
  matches: string;
  conclusion: string;
  note: string | null;
  /** What the enquiry said at that moment. */
  cause: string | null;
  about: string | null;
}
