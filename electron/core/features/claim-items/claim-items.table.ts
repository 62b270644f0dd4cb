import type { ColumnType, Generated } from 'kysely';

/** One item of a worker's claim as it was computed and kept: it changes only when somebody saves or recomputes it. */
export interface ClaimItemTable {
  id: string;
  case_id: string;
  member_id: string;
  calculator: string;
  /** JSON of the calculator's inputs. */
  inputs: string;
  /** Id of the chosen method where practice differs; null: the calculator's own. */
  method: string | null;
  method_reason: string | null;
  /** As computed; null for a finding that has no amount, and for a claim that nothing was computed for. */
  amount_fen: number | null;
  /** What is asked for in place of `amount_fen`; null: what was computed. */
  claimed_fen: Generated<number | null>;
  /** JSON of the result: lines, warnings, sources, caps, methods. */
  result: string;
  /** Names the state of the law's data by which it was computed. */
  law_version: string;
  computed_on: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** A worker's pay month by month. */
export interface MemberWagesTable {
  /** The worker's: computed by the database. */
  id: ColumnType<string, never, never>;
  member_id: string;
  case_id: string;
  /** JSON of the months. */
  months: string;
  deleted_at: string | null;
}
