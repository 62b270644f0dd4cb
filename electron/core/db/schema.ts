import type { AuditTable } from '../features/audit/audit.table.ts';
import type {
  AgentTable,
  CaseEventTable,
  CaseFileTable,
  CaseMemberTable,
  DraftTable,
  RespondentTable,
} from '../features/cases/cases.table.ts';
import type { ClaimItemTable, MemberWagesTable } from '../features/claim-items/claim-items.table.ts';
import type { DateConfirmationTable, DeadlineTable } from '../features/deadlines/deadlines.table.ts';
import type { DocumentTable, ParticularTable } from '../features/documents/documents.table.ts';
import type { EvidenceTable } from '../features/evidence/evidence.table.ts';
import type { LawDataTable } from '../features/law-data/law-data.table.ts';
import type { AppUserTable, CounterTable, OfficeTable } from '../features/office/office.table.ts';

/** Row types of every table; each slice owns its own. */
export interface Database {
  office: OfficeTable;
  app_user: AppUserTable;
  counter: CounterTable;
  case_file: CaseFileTable;
  case_member: CaseMemberTable;
  respondent: RespondentTable;
  agent: AgentTable;
  case_event: CaseEventTable;
  claim_item: ClaimItemTable;
  member_wages: MemberWagesTable;
  draft: DraftTable;
  evidence: EvidenceTable;
  deadline: DeadlineTable;
  date_confirmation: DateConfirmationTable;
  law_data: LawDataTable;
  document: DocumentTable;
  particular: ParticularTable;
  audit: AuditTable;
}
