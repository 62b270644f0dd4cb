/** Sight of a case that somebody was given whose role sees only what is assigned to them. */
export interface CaseSightTable {
  id: string;
  case_id: string;
  user_id: string;
  /** `assigned`, `family` (a case that follows one in sight) or `made` (by themselves, for another handler). */
  reason: string;
  given_on: string;
  given_by: string;
  ended_on: string | null;
  deleted_at: string | null;
}
