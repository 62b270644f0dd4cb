/** Open dates only, derived from the case's events; the working is recomputed when it is shown. */
export interface DeadlineTable {
  id: string;
  case_id: string;
  rule_id: string;
  due: string;
  /** `right`: lapses when it is not used; `duty`: stays overdue until it is done. */
  nature: string;
  provisional: number;
}
