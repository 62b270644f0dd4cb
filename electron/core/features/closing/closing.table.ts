export interface ClosingTickTable {
  id: string;
  case_id: string;
  item: string;
  note: string | null;
  done_on: string;
  done_by: string;
  deleted_at: string | null;
}

export interface CaseClosingTable {
  id: string;
  case_id: string;
  closed_on: string;
  note: string | null;
  /** JSON: ids of the items that were open at the closing. */
  open_items: string;
  closed_by: string;
  reopened_on: string | null;
  reopened_by: string | null;
  reopen_reason: string | null;
  deleted_at: string | null;
}
