import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Tables whose rows are a person's work. A slice with a table of its own adds it here. */
export const watchedTables = [
  'case_file',
  'case_member',
  'respondent',
  'agent',
  'case_event',
  'evidence',
  'document',
  'paper_service',
  'outcome',
  'payment',
  'claim_item',
  'member_wages',
  'particular',
  'case_group',
  'group_act',
  'hearing',
  'minutes',
  'predate',
  'predate_rule',
  'room',
  'phrase',
  'task',
  'note',
  'time_entry',
  'case_link',
  'closing_tick',
  'case_closing',
  'case_sight',
  'task_template',
  'saved_filter',
  'enquiry',
  'aid_record',
  'aid_lawyer',
  'aid_standard',
] as const satisfies readonly (keyof Database)[];

export type WatchedTable = (typeof watchedTables)[number];

/** Columns that the app derives anew with every change and that nobody looks for. */
const unwatched: { readonly [T in WatchedTable]?: readonly (keyof Database[T])[] } = {
  case_file: [
    'stage',
    'applicant_count',
    'respondent_count',
    'search_text',
    'next_date',
    'next_date_sort',
    'next_rule_id',
    'next_provisional',
    'version',
    'updated_at',
  ],
  hearing: ['open_on', 'handler_id', 'track', 'version', 'updated_at'],
  minutes: ['version', 'updated_at', 'updated_by'],
  predate: ['due', 'open_on', 'handler_id', 'track', 'version'],
  particular: ['version', 'updated_at', 'updated_by'],
};

export type RowImage = Readonly<Record<string, string | number | null>>;

/** What happened to one row within a transaction: `before` is null when it is new. */
export interface RowChange {
  readonly table: WatchedTable;
  readonly id: string;
  readonly before: RowImage | null;
}

/**
 * Makes the writing connection note every change of a watched row, with the row as it was. Temporary triggers into a
 * temporary table: made anew at each opening from the columns that the tables then have, kept in memory, rolled back
 * with the transaction, and no part of the file.
 */
export async function watchChanges(db: Kysely<Database>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('create temp table change_log (seq integer primary key, tbl text, row_id text, before text)');
  for (const table of watchedTables) {
    const leave: readonly string[] = unwatched[table] ?? [];
    const columns = (await columnsOf(db, table)).filter((c) => !leave.includes(c));
    const of = (row: 'old' | 'new') => columns.map((c) => `${row}."${c}"`).join(', ');
    const image = `json_object(${columns.map((c) => `'${c}', old."${c}"`).join(', ')})`;
    const note = (row: 'old' | 'new', before: string) =>
      `begin insert into change_log (tbl, row_id, before) values ('${table}', ${row}.id, ${before}); end`;
    await run(`create temp trigger ${table}_i after insert on main.${table} ${note('new', 'null')}`);
    await run(`create temp trigger ${table}_d after delete on main.${table} ${note('old', image)}`);
    await run(
      `create temp trigger ${table}_u after update on main.${table} when (${of('old')}) is not (${of('new')})
        ${note('old', image)}`,
    );
  }
}

async function columnsOf(db: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
  return rows.map((r) => r.name);
}

/** What has changed since the transaction began, one entry for each row, in the order of its first change. */
export async function takeChanges(db: Transaction<Database>): Promise<RowChange[]> {
  const { rows } = await sql<{ tbl: WatchedTable; row_id: string; before: string | null }>`
    select tbl, row_id, before from change_log order by seq`.execute(db);
  if (rows.length === 0) return [];
  await sql`delete from change_log`.execute(db);
  const first = new Map<string, RowChange>();
  for (const { tbl, row_id: id, before } of rows) {
    const key = `${tbl}/${id}`;
    if (!first.has(key))
      first.set(key, { table: tbl, id, before: before === null ? null : (JSON.parse(before) as RowImage) });
  }
  return [...first.values()];
}
