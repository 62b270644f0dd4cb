/** Open dates only, derived from the case's events; the working is recomputed when it is shown. */
export interface DeadlineTable {
  id: string;
  case_id: string;
  rule_id: string;
  due: string;
  /** `right`: lapses when it is not used; `duty`: stays overdue until it is done. */
  nature: string;
  provisional: number;
  /** Of the case: the board filters by it. */
  handler_id: string;
  track: string;
}

/**
 * A person looked at a date and found it right. It holds for that last day only: when the date moves, the row stays as
 * history and is shown no more.
 */
export interface DateConfirmationTable {
  id: string;
  case_id: string;
  rule_id: string;
  trigger_date: string;
  due: string;
  user_id: string;
  user_name: string;
  confirmed_at: string;
  /** The day where the person sat; the instant alone would not tell it. */
  confirmed_on: string;
  withdrawn_at: string | null;
}

/** The reading or local rule that somebody chose for a rule in a case; the newest that is not withdrawn holds. */
export interface DateChoiceTable {
  id: string;
  case_id: string;
  rule_id: string;
  /** `national` or a six-digit division code; null: as the office's region has it. */
  variant: string | null;
  /** JSON: disagreement → reading. */
  readings: string;
  reason: string;
  user_id: string;
  user_name: string;
  chosen_at: string;
  chosen_on: string;
  withdrawn_at: string | null;
}
