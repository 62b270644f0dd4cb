import type { Generated } from 'kysely';

export interface EvidenceTable {
  id: string;
  case_id: string;
  number: number;
  item_group: string;
  name: string;
  kind: string;
  form: string;
  copies: number;
  pages: number | null;
  source: string | null;
  proves: string | null;
  holder: string | null;
  /** JSON of the workers and days that it covers. */
  covers: string | null;
  deleted_at: string | null;
  version: Generated<number>;
}
