import type { AuditTable } from '../features/audit/audit.table.ts';
import type {
  CalendarFeedTable,
  DateEntryTable,
  PredateRuleTable,
  PredateTable,
  ReminderShownTable,
} from '../features/calendar/calendar.table.ts';
import type {
  AgentTable,
  CaseEventTable,
  CaseFileTable,
  CaseMemberTable,
  DraftTable,
  RespondentTable,
} from '../features/cases/cases.table.ts';
import type { SavedFilterTable } from '../features/cases/filters.table.ts';
import type { CaseSightTable } from '../features/cases/sight.table.ts';
import type { ClaimItemTable, MemberWagesTable } from '../features/claim-items/claim-items.table.ts';
import type { CaseClosingTable, ClosingTickTable } from '../features/closing/closing.table.ts';
import type {
  DateChoiceTable,
  DateConfirmationTable,
  DeadlineTable,
} from '../features/deadlines/deadlines.table.ts';
import type { PaperBatchItemTable, PaperBatchTable } from '../features/documents/batch.table.ts';
import type {
  DocumentTable,
  PaperServiceTable,
  ParticularTable,
  TextDraftTable,
  TextPhraseTable,
} from '../features/documents/documents.table.ts';
import type { FormTemplateTable, OfficeFaceTable } from '../features/documents/face.table.ts';
import type { ConflictReportTable, EnquiryTable } from '../features/enquiries/enquiries.table.ts';
import type { EvidenceTable } from '../features/evidence/evidence.table.ts';
import type { CarriedRecordTable, CaseLinkTable } from '../features/families/families.table.ts';
import type { CaseGroupTable, GroupActTable } from '../features/group/group.table.ts';
import type {
  HearingTable,
  MinutesTable,
  PhraseTable,
  RoomTable,
} from '../features/hearings/hearings.table.ts';
import type { LawDataTable } from '../features/law-data/law-data.table.ts';
import type {
  AidLawyerTable,
  AidRecordTable,
  AidStandardTable,
} from '../features/legal-aid/legal-aid.table.ts';
import type { AppUserTable, CounterTable, OfficeTable } from '../features/office/office.table.ts';
import type {
  OutcomeTable,
  PaymentTable,
  RecoveredCaseTable,
  RecoveredGroupTable,
  RecoveredTotalTable,
  RecoveryTable,
} from '../features/outcomes/outcomes.table.ts';
import type {
  PersonChangeTable,
  PersonKeyTable,
  PersonMergeTable,
  PersonTable,
} from '../features/people/people.table.ts';
import type {
  SearchFillTable,
  SearchIndexSizeTable,
  SearchIndexTable,
  SearchTextTable,
} from '../features/search/search.table.ts';
import type {
  NoteMentionTable,
  NoteTable,
  TaskTable,
  TaskTemplateTable,
  TimeEntryTable,
} from '../features/tasks/tasks.table.ts';
import type { UndoActTable, UndoRowTable } from '../features/undo/undo.table.ts';

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
  case_group: CaseGroupTable;
  group_act: GroupActTable;
  draft: DraftTable;
  evidence: EvidenceTable;
  outcome: OutcomeTable;
  payment: PaymentTable;
  recovery: RecoveryTable;
  recovered_case: RecoveredCaseTable;
  recovered_group: RecoveredGroupTable;
  recovered_total: RecoveredTotalTable;
  deadline: DeadlineTable;
  date_confirmation: DateConfirmationTable;
  date_choice: DateChoiceTable;
  law_data: LawDataTable;
  document: DocumentTable;
  particular: ParticularTable;
  paper_service: PaperServiceTable;
  paper_batch: PaperBatchTable;
  paper_batch_item: PaperBatchItemTable;
  text_draft: TextDraftTable;
  text_phrase: TextPhraseTable;
  office_face: OfficeFaceTable;
  form_template: FormTemplateTable;
  audit: AuditTable;
  search_text: SearchTextTable;
  search_index: SearchIndexTable;
  search_index_docsize: SearchIndexSizeTable;
  search_fill: SearchFillTable;
  saved_filter: SavedFilterTable;
  undo_act: UndoActTable;
  undo_row: UndoRowTable;
  enquiry: EnquiryTable;
  conflict_report: ConflictReportTable;
  person: PersonTable;
  person_key: PersonKeyTable;
  person_change: PersonChangeTable;
  person_merge: PersonMergeTable;
  room: RoomTable;
  hearing: HearingTable;
  minutes: MinutesTable;
  phrase: PhraseTable;
  predate: PredateTable;
  predate_rule: PredateRuleTable;
  date_entry: DateEntryTable;
  reminder_shown: ReminderShownTable;
  calendar_feed: CalendarFeedTable;
  task: TaskTable;
  task_template: TaskTemplateTable;
  note: NoteTable;
  note_mention: NoteMentionTable;
  time_entry: TimeEntryTable;
  case_link: CaseLinkTable;
  carried_record: CarriedRecordTable;
  closing_tick: ClosingTickTable;
  case_closing: CaseClosingTable;
  case_sight: CaseSightTable;
  aid_record: AidRecordTable;
  aid_lawyer: AidLawyerTable;
  aid_standard: AidStandardTable;
}
