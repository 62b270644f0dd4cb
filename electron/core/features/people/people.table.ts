export interface PersonTable {
  id: string;
  kind: string;
  name: string;
  /** JSON: further names. */
  aliases: string;
  id_type: string;
  id_number: string | null;
  uscc: string | null;
  sex: string | null;
  birth: string | null;
  ethnicity: string | null;
  phone: string | null;
  /** JSON: further phones. */
  phones: string;
  domicile: string | null;
  residence: string | null;
  mail_address: string | null;
  representative_name: string | null;
  representative_title: string | null;
  bank_holder: string | null;
  bank_name: string | null;
  bank_account: string | null;
  guardian: string | null;
  interpreter: string | null;
  note: string | null;
  /** Pinyin of the name: the order of a Chinese directory. */
  sort_key: string;
  /** `here` or `merged`. */
  status: string;
  merged_into: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface PersonKeyTable {
  kind: string;
  value: string;
  person_id: string;
}

export interface PersonChangeTable {
  id: string;
  person_id: string;
  at: string;
  user_name: string;
  what: string;
  /** JSON: names of the fields, never their values. */
  fields: string;
}

export interface PersonMergeTable {
  id: string;
  kept_id: string;
  gone_id: string;
  at: string;
  user_name: string;
  /** JSON rows of the kept person before and after. */
  before_kept: string;
  after_kept: string;
  /** JSON: the parties of cases that were moved. */
  links: string;
  undone_at: string | null;
}
