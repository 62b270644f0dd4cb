import type { Generated } from 'kysely';

/** A settlement, an award or a judgment. */
export interface OutcomeTable {
  id: string;
  case_id: string;
  kind: string;
  /** `draft` or `in-force`; with `replaced_by` it is owed no more. */
  state: string;
  /** What it is called in the bin: the document's number. */
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
