import type { Generated } from 'kysely';

/** A settlement, an award or a judgment. */
export interface OutcomeTable {
  id: string;
  case_id: string;
  kind: string;
  /** `draft` or `in-force`; with `replaced_by` it is owed no more. */
  state: string;
  /** What it is called in the bin: its number, or else its day, workers and sum when it was saved. */
  title: string;
  /** JSON of the document: lines with what was computed when it was made, plan, clauses, days. */
  body: string;
  replaced_by: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface PaymentTable {
  id: string;
  case_id: string;
  paid_on: string;
  amount_fen: number;
  /** Kept as an overpayment: it is nobody's share. */
  over_fen: number;
  payer: string;
  /** JSON: shares by worker, method, voucher, what it was meant for. */
  body: string;
  created_at: string;
  deleted_at: string | null;
  version: Generated<number>;
}

/** Sums of one worker in one case, derived anew with every change of the case, for reports that read no document. */
export interface RecoveryTable {
  member_id: string;
  case_id: string;
  claimed_fen: number;
  computed_fen: number;
  granted_fen: number;
  paid_fen: number;
  owed_fen: number;
  over_fen: number;
}

/** What was recovered in one case, kept from `recovery`; no row for a case in the bin. */
export interface RecoveredCaseTable extends Omit<RecoveryTable, 'member_id'> {
  /** The case's number. */
  label: string;
  status: string;
  /** The first employer, or else the first party; empty without one. */
  employer: string;
  project: string;
  workers: number;
}

/** The same by worker, employer and project. */
export interface RecoveredGroupTable extends Omit<RecoveryTable, 'member_id' | 'case_id'> {
  grouping: string;
  /** `open`, `closed`, or `all` for both. */
  status: string;
  /** The person, or a worker who is nobody in the directory; else the name itself. */
  key: string;
  label: string;
  cases: number;
  workers: number;
}

/** Sums over the rows of one list, apart for those to whom something is owed. */
export interface RecoveredTotalTable extends Omit<RecoveryTable, 'member_id' | 'case_id'> {
  grouping: string;
  status: string;
  /** 1 for the rows to whom something is owed. */
  owes: number;
  /** Rows. */
  n: number;
}
