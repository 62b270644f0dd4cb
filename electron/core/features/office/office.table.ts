export interface OfficeTable {
  id: string;
  name: string;
  kinds: string;
  region_code: string;
  tribunal_name: string | null;
  case_number_pattern: string;
  recovery_confirmed: number;
  is_sample: number;
  created_at: string;
  version: number;
  /** JSON: the rule on supervision visits in legal aid. */
  aid_visits: string | null;
}

export interface AppUserTable {
  id: string;
  name: string;
  role: string;
  created_at: string;
  deactivated_at: string | null;
  must_change: number;
  version: number;
}

export interface CounterTable {
  name: string;
  value: number;
}
