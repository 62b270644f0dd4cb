export interface AuditTable {
  sequence: number;
  at: string;
  verb: string;
  actor_id: string;
  actor_name: string;
  case_id: string | null;
  details: string;
  hash: string;
}
