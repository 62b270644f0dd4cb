import { dropAllTokens, dropTokens, isIndexSound, mergeTokens } from '../../db/fulltext.ts';
import type { MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import { idsAfter, indexRows, rowidRange } from './search.index.ts';
import type { SearchSource } from './source.ts';
import { sources } from './sources/index.ts';

export interface FillState {
  /** Rows of all tables that were looked at, and of how many. */
  readonly done: number;
  readonly total: number;
  /** The index was emptied before: until it is full, a search may miss something. */
  readonly emptied: boolean;
}

/** How far a filling has come; null when none is under way. */
export async function fillState(db: ReadHandle): Promise<FillState | null> {
  const row = await db.selectFrom('search_fill').select(['done', 'total', 'emptied']).executeTakeFirst();
  return row ? { done: row.done, total: row.total, emptied: row.emptied === 1 } : null;
}

/**
 * Begins to fill the index from the records. `keep` leaves what it holds and mends it, so that a search stays right
 * meanwhile; an index that contradicts itself is emptied all the same.
 */
export async function beginFill(db: WriteHandle, keep: boolean): Promise<FillState> {
  const emptied = !keep || !(await isIndexSound(db));
  if (emptied) {
    await dropAllTokens(db);
    await db.deleteFrom('search_text').execute();
  }
  let total = 0;
  for (const source of sources) {
    const row = await db
      .selectFrom(source.table as 'case_file')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    total += Number(row.n);
  }
  const before = await fillState(db);
  const state = { emptied: emptied || before?.emptied === true, done: 0, total };
  await db.deleteFrom('search_fill').execute();
  await db
    .insertInto('search_fill')
    .values({ id: 1, kind: 0, after: '', done: 0, total, emptied: state.emptied ? 1 : 0 })
    .execute();
  return state;
}

/** Pages of the index that are joined in one slice. */
const mergedAtOnce = 100;

/** Records of one slice: few enough for a list that is asked for meanwhile to come at once. */
const batch = 100;

/**
 * One slice of a filling, short enough for others to work between two of them. Records go in oldest first, so that
 * later ones stand before them; then the pieces that the slices have left are joined.
 * @returns the state after it; null when nothing is left to do.
 */
export async function fillSlice(ctx: MutationContext): Promise<FillState | null> {
  const { db } = ctx;
  const at = await db.selectFrom('search_fill').selectAll().executeTakeFirst();
  if (!at) return null;
  const state = (done: number): FillState => ({ done, total: at.total, emptied: at.emptied === 1 });
  const source = sources[at.kind];
  if (!source) {
    if (await mergeTokens(db, at.kind === sources.length ? -mergedAtOnce : mergedAtOnce)) {
      await db
        .updateTable('search_fill')
        .set({ kind: sources.length + 1 })
        .execute();
      return state(at.done);
    }
    await db.deleteFrom('search_fill').execute();
    return null;
  }
  const ids = await idsAfter(db, source, at.after, batch);
  const last = ids.at(-1);
  await dropStrays(db, source, at.after, last, new Set(ids));
  await indexRows(db, source, ids);
  const done = at.done + ids.length;
  await db
    .updateTable('search_fill')
    .set(
      ids.length < batch || last === undefined
        ? { kind: at.kind + 1, after: '', done }
        : { after: last, done },
    )
    .execute();
  return state(done);
}

/** Entries without a record, and those that the index itself has lost, which then are filled in as new. */
async function dropStrays(
  db: WriteHandle,
  source: SearchSource,
  after: string,
  last: string | undefined,
  ids: ReadonlySet<string>,
): Promise<void> {
  let query = db
    .selectFrom('search_text')
    .leftJoin('search_index_docsize', 'search_index_docsize.id', 'search_text.id')
    .select(['search_text.id', 'ref_id', 'search_index_docsize.id as held'])
    .where('kind', '=', source.kind)
    .where('ref_id', '>', after);
  if (ids.size === batch && last !== undefined) query = query.where('ref_id', '<=', last);
  const { from, to } = rowidRange(source);
  for (const entry of await query.execute()) {
    const fits = entry.held !== null && entry.id >= from && entry.id <= to;
    if (fits && ids.has(entry.ref_id)) continue;
    if (entry.held !== null) await dropTokens(db, entry.id);
    await db.deleteFrom('search_text').where('id', '=', entry.id).execute();
  }
}
