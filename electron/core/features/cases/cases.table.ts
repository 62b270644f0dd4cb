import type { Generated } from 'kysely';

export interface CaseFileTable {
  id: string;
  number: string;
  track: string;
  cause: string;
  stage: string;
  status: string;
  received_on: string;
  handler_id: string;
  handler_name: string;
  tribunal_name: string | null;
  tribunal_case_number: string | null;
  project_name: string | null;
  project_site: string | null;
  team_leader: string | null;
  facts: string;
  applicant_side: string;
  /** JSON of what a unit that files asks for. */
  unit_claims: string;
  /** JSON of the witnesses. */
  witnesses: string;
  first_applicant: string;
  applicant_count: number;
  first_respondent: string;
  respondent_count: number;
  search_text: string;
  next_date: string | null;
  /** `next_date`, or 9999-12-31 where there is none: keyset paging needs a value that compares. */
  next_date_sort: string;
  next_rule_id: string | null;
  next_provisional: number;
  amount_fen: number;
  version: number;
  created_at: string;
  updated_at: string;
  /** In the bin since; `status` is then `removed`, which no list asks for. */
  deleted_at: string | null;
}

export interface CaseMemberTable {
  id: string;
  case_id: string;
  position: number;
  identity_key: string;
  name: string;
  sex: string | null;
  birth: string | null;
  ethnicity: string | null;
  id_type: string;
  id_number: string | null;
  phone: string | null;
  domicile: string | null;
  residence: string | null;
  mail_address: string | null;
  occupation: string | null;
  is_migrant: number | null;
  bank_holder: string | null;
  bank_name: string | null;
  bank_account: string | null;
  /** JSON of the guardian; null where there is none. */
  guardian: string | null;
  /** JSON of the job facts. */
  job: string;
  /** JSON of the pay periods. */
  arrears: string;
  owed_fen: number;
  /** Sum of the claim items that ask for money, beside what the pay periods leave owed. */
  items_fen: number;
  is_representative: number;
  deleted_at: string | null;
  person_id: string | null;
  /** 1: written since it was last compared with the directory of people. */
  person_stale: number;
  version: Generated<number>;
}

export interface RespondentTable {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  name: string;
  capacity: string;
  footing: string;
  uscc: string | null;
  id_number: string | null;
  phone: string | null;
  registered_address: string | null;
  mail_address: string | null;
  representative_name: string | null;
  representative_title: string | null;
  representative_kind: string;
  standing: string;
  registration_status: string;
  deleted_at: string | null;
  person_id: string | null;
  /** 1: written since it was last compared with the directory of people. */
  person_stale: number;
  version: Generated<number>;
}

export interface AgentTable {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  name: string;
  firm: string | null;
  licence_number: string | null;
  id_number: string | null;
  phone: string | null;
  relation: string | null;
  /** Id of a row in `respondent`; null: the workers. */
  principal_id: string | null;
  stages: string;
  special_powers: string;
  valid_from: string | null;
  valid_to: string | null;
  deleted_at: string | null;
  person_id: string | null;
  /** 1: written since it was last compared with the directory of people. */
  person_stale: number;
  version: Generated<number>;
}

export interface CaseEventTable {
  id: string;
  case_id: string;
  type: string;
  date: string;
  method: string | null;
  addressee: string | null;
  note: string | null;
  days: number | null;
  until_date: string | null;
  set_on: string | null;
  /** Why it was recorded although the procedure did not provide for it. */
  reason: string | null;
  recorded_at: string;
  deleted_at: string | null;
  version: Generated<number>;
}

export interface DraftTable {
  user_id: string;
  body: string;
  saved_at: string;
}
