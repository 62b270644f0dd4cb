import type { RowChange, RowImage, WatchedTable } from '../../db/changes.ts';
import type { WriteHandle } from '../../kernel/context.ts';
import type { SettledAct } from '../../kernel/pipeline.ts';
import { ownPageOf, pageOfVerb } from './undo.pages.ts';
import { keptNot } from './undo.reach.ts';
import { caseIdOf, currentRows, imageHash, ownColumns, undoables } from './undo.rows.ts';

/** Of what hangs on no case, or on several: the person's page that it hangs on, or the list that shows it. */
const elsewhere = (rows: readonly KeptRow[]): string => {
  const people = new Set(rows.map((r) => (r.table === 'task' || r.table === 'note') && r.after.person_id));
  const [only] = people.size === 1 ? people : [];
  if (typeof only === 'string') return only;
  return rows.every((r) => r.table === 'task') ? 'tasks' : 'cases';
};

interface KeptRow {
  readonly table: WatchedTable;
  readonly id: string;
  readonly before: RowImage | null;
  readonly after: RowImage;
}

/** A note names itself by how it begins. */
const cutLabel = (text: string): string => {
  const [head = ''] = text.split('\n');
  return [...head].length > 60 ? `${[...head].slice(0, 60).join('')}…` : head;
};

const isDeleted = (row: RowImage | null): boolean => row !== null && row.deleted_at !== null;

/**
 * Keeps what a change did to its rows, so that it can be taken back. Runs in the change's own transaction.
 * @returns the id of the act; null where nothing was changed, undefined for a change that is not kept.
 */
export async function recordAct(
  db: WriteHandle,
  act: SettledAct,
  changes: readonly RowChange[],
  newId: () => string,
): Promise<string | null | undefined> {
  if (act.verb === null || keptNot.has(act.verb)) return undefined;
  const rows = await keptRows(db, changes);
  const deleted = rows.filter((r) => isDeleted(r.after) && !isDeleted(r.before));
  const cases = new Set(
    rows.flatMap((r) => [caseIdOf(r.table, r.after), ...(r.before ? [caseIdOf(r.table, r.before)] : [])]),
  );
  const first =
    rows.find((r) => ownPageOf(undoables[r.table].kind)) ??
    deleted.find((r) => r.table === 'case_file') ??
    deleted[0] ??
    rows[0];
  if (!first) return null;
  const { kind, label } = undoables[first.table];
  const [only = null] = cases.size === 1 ? cases : [];
  const removesCase = deleted.some((r) => r.table === 'case_file');
  const id = newId();
  // An act on several cases is taken back on the page of the one that it was about.
  const scope = removesCase
    ? 'cases'
    : (pageOfVerb[act.verb] ?? ownPageOf(kind) ?? only ?? act.caseId ?? elsewhere(rows));
  await db
    .insertInto('undo_act')
    .values({
      id,
      at: act.at,
      verb: act.verb,
      actor_id: act.actor.userId,
      actor_name: act.actor.userName,
      case_id: only,
      scope,
      kind,
      label: label === null ? '' : cutLabel(String(first.after[label] ?? '')),
      row_count: rows.length,
      deleted_count: deleted.length,
      undone_at: null,
      undone_by: null,
      undone_act: null,
    })
    .execute();
  // SQLite binds a bounded number of values in one statement.
  for (let i = 0; i < rows.length; i += 200)
    await db
      .insertInto('undo_row')
      .values(
        rows.slice(i, i + 200).map((r, n) => ({
          act_id: id,
          seq: i + n,
          tbl: r.table,
          row_id: r.id,
          before: r.before && JSON.stringify(ownColumns(r.table, r.before)),
          after_hash: imageHash(r.table, r.after),
        })),
      )
      .execute();
  const back = rows.filter((r) => isDeleted(r.before) && !isDeleted(r.after)).map((r) => r.id);
  if (back.length > 0) await settleDeletions(db, act, back);
  return id;
}

async function keptRows(db: WriteHandle, changes: readonly RowChange[]): Promise<KeptRow[]> {
  const rows: KeptRow[] = [];
  for (const table of new Set(changes.map((c) => c.table))) {
    const own = changes.filter((c) => c.table === table);
    const current = await currentRows(
      db,
      table,
      own.map((c) => c.id),
    );
    for (const { id, before } of own) {
      const after = current.get(id);
      if (!after) continue;
      // The image leaves out what is not watched; what is neither watched nor derived does not exist.
      if (before && imageHash(table, before) === imageHash(table, after)) continue;
      rows.push({ table, id, before, after });
    }
  }
  return rows;
}

/** A deletion whose records are all back, on whatever way, is no longer in the bin. */
async function settleDeletions(db: WriteHandle, act: SettledAct, ids: readonly string[]): Promise<void> {
  const acts = await db
    .selectFrom('undo_row')
    .innerJoin('undo_act', 'undo_act.id', 'undo_row.act_id')
    .select('undo_act.id')
    .distinct()
    .where('undo_row.row_id', 'in', ids.slice(0, 500))
    .where('undo_act.deleted_count', '>', 0)
    .where('undo_act.undone_at', 'is', null)
    .execute();
  for (const { id } of acts) {
    const rows = await db.selectFrom('undo_row').select(['tbl', 'row_id']).where('act_id', '=', id).execute();
    let left = 0;
    for (const table of new Set(rows.map((r) => r.tbl as WatchedTable))) {
      const current = await currentRows(
        db,
        table,
        rows.filter((r) => r.tbl === table).map((r) => r.row_id),
      );
      left += [...current.values()].filter((row) => isDeleted(row)).length;
    }
    if (left === 0)
      await db
        .updateTable('undo_act')
        .set({ undone_at: act.at, undone_by: act.actor.userName })
        .where('id', '=', id)
        .execute();
  }
}
