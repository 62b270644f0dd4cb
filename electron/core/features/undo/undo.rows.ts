import { createHash } from 'node:crypto';
import type { BinKind } from '../../../../shared/features/undo/undo.contract.ts';
import type { RowImage, WatchedTable } from '../../db/changes.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';

interface Undoable {
  readonly kind: BinKind;
  /** Column that names a record to a person; null where only its kind does. */
  readonly label: string | null;
  /** Columns that follow from others: neither compared nor, where they are derived anew, put back. */
  readonly derived: readonly string[];
}

/** How the rows of each table are taken back. */
export const undoables: Readonly<Record<WatchedTable, Undoable>> = {
  case_file: {
    kind: 'case',
    label: 'number',
    derived: [
      // Follows the handler's account, also when that is renamed.
      'handler_name',
      'stage',
      'first_applicant',
      'applicant_count',
      'first_respondent',
      'respondent_count',
      'search_text',
      'next_date',
      'next_date_sort',
      'next_rule_id',
      'next_provisional',
      'amount_fen',
      'version',
      'created_at',
      'updated_at',
    ],
  },
  // What the items of a worker come to is summed up anew.
  case_member: { kind: 'member', label: 'name', derived: ['version', 'items_fen'] },
  respondent: { kind: 'respondent', label: 'name', derived: ['version'] },
  agent: { kind: 'agent', label: 'name', derived: ['version'] },
  case_event: { kind: 'event', label: 'type', derived: ['version'] },
  evidence: { kind: 'evidence', label: 'name', derived: ['version'] },
  document: { kind: 'document', label: 'file_name', derived: ['version'] },
  paper_service: { kind: 'service', label: 'recipient', derived: ['version'] },
  // Its case is its worker's: it follows where the worker goes.
  claim_item: { kind: 'claim', label: 'calculator', derived: ['case_id', 'updated_at'] },
  member_wages: { kind: 'wages', label: null, derived: ['id', 'case_id'] },
  particular: {
    kind: 'particulars',
    label: 'topic',
    derived: ['case_id', 'version', 'updated_at', 'updated_by'],
  },
  outcome: { kind: 'outcome', label: 'title', derived: ['version', 'updated_at'] },
  payment: { kind: 'payment', label: 'payer', derived: ['version'] },
  case_group: { kind: 'group', label: 'kind', derived: [] },
  group_act: { kind: 'group-act', label: 'kind', derived: [] },
  // The number of changes only rises: a calendar that took the newer one would not take the older again.
  hearing: {
    kind: 'hearing',
    label: 'date',
    derived: ['open_on', 'handler_id', 'track', 'sequence', 'version', 'updated_at'],
  },
  minutes: { kind: 'minutes', label: 'updated_by', derived: ['version', 'updated_at', 'updated_by'] },
  predate: {
    kind: 'predate',
    label: 'title',
    derived: ['due', 'open_on', 'handler_id', 'track', 'version'],
  },
  predate_rule: { kind: 'predate-rule', label: 'title', derived: ['version'] },
  room: { kind: 'room', label: 'name', derived: ['version'] },
  phrase: { kind: 'phrase', label: 'title', derived: ['version'] },
  task: { kind: 'task', label: 'title', derived: ['version'] },
  note: { kind: 'note', label: 'body', derived: ['version'] },
  time_entry: { kind: 'time', label: 'worked_on', derived: ['version'] },
  case_link: { kind: 'link', label: 'note', derived: [] },
  closing_tick: { kind: 'closing', label: 'note', derived: [] },
  case_closing: { kind: 'closing', label: 'closed_on', derived: [] },
  aid_record: { kind: 'aid', label: 'title', derived: ['version'] },
  aid_lawyer: { kind: 'aid-lawyer', label: 'name', derived: ['version'] },
  aid_standard: { kind: 'aid-standard', label: 'name', derived: ['version'] },
  case_sight: { kind: 'sight', label: 'reason', derived: [] },
  task_template: { kind: 'task-template', label: 'name', derived: ['version'] },
  enquiry: { kind: 'enquiry', label: 'name', derived: ['version'] },
  saved_filter: { kind: 'filter', label: 'name', derived: [] },
};

/** A row without what follows from other rows. */
export function ownColumns(table: WatchedTable, row: RowImage): RowImage {
  const { derived } = undoables[table];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !derived.includes(column)));
}

/** Of the columns in the order of their names, so that a column added later does not disturb the others. */
export const imageHash = (table: WatchedTable, row: RowImage): string => hashOf(ownColumns(table, row));

/**
 * Whether a row is as an act left it. Acts kept by earlier versions counted the handler's name among a case's own: it is
 * the name of now, or, where the account was renamed since and the act left the handler alone, the one from before.
 */
export function isAsLeft(table: WatchedTable, row: RowImage, before: RowImage | null, hash: string): boolean {
  const own = ownColumns(table, row);
  if (hashOf(own) === hash) return true;
  if (table !== 'case_file') return false;
  const names = [row.handler_name, before?.handler_id === row.handler_id ? before?.handler_name : undefined];
  return names.some((name) => name !== undefined && hashOf({ ...own, handler_name: name }) === hash);
}

function hashOf(columns: RowImage): string {
  const sorted = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22);
}

/** Rows as they are now, by id. */
export async function currentRows(
  db: ReadHandle,
  table: WatchedTable,
  ids: readonly string[],
): Promise<Map<string, RowImage>> {
  const found = new Map<string, RowImage>();
  for (const part of portions(ids)) {
    const rows = await db
      .selectFrom(table as 'case_file')
      .selectAll()
      .where('id', 'in', part)
      .execute();
    for (const row of rows) found.set(row.id, row as unknown as RowImage);
  }
  return found;
}

/** Null for what hangs on a person and not on a case. */
export const caseIdOf = (table: WatchedTable, row: RowImage): string | null => {
  const id = table === 'case_file' ? row.id : row.case_id;
  return id === null || id === undefined ? null : String(id);
};
