import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RecordKind } from '../../../../shared/features/search/search.contract.ts';
import type { RowChange } from '../../db/changes.ts';
import { addTokens, dropTokens, replaceTokens, type TokenRow } from '../../db/fulltext.ts';
import type { MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { SearchTextTable } from './search.table.ts';
import type { SearchSource, SourceText } from './source.ts';
import { sources } from './sources/index.ts';
import { tokensOf } from './tokens.ts';

const range = 2 ** 40;
/** Records of one step. */
const batch = 400;

/** Raised when the tokens of the same text become others: every office then fills its index anew. */
const tokensVersion = 1;

export const rowidRange = (source: SearchSource): { from: number; to: number } => ({
  from: source.number * range,
  to: (source.number + 1) * range - 1,
});

/** What is indexed of a text, as a hash. */
function hashOf(text: SourceText): string {
  return createHash('sha256')
    .update(JSON.stringify([tokensVersion, text.names, text.texts, text.amounts]))
    .digest('base64url')
    .slice(0, 22);
}

/** Records of one kind, at most a step of them. */
interface Part {
  readonly source: SearchSource;
  readonly ids: readonly string[];
}

/** Brings the index up to date with rows that have changed, in their own transaction. */
export async function indexChanges(db: WriteHandle, changes: readonly RowChange[]): Promise<void> {
  const parts = sources
    .map((source): Part => ({ source, ids: idsOf(changes, source) }))
    .filter((part) => part.ids.length > 0);
  // What one person changes is small and of several kinds: each statement costs more than what it writes.
  if (parts.reduce((sum, part) => sum + part.ids.length, 0) <= batch) await indexParts(db, parts);
  else for (const { source, ids } of parts) await indexRows(db, source, ids);
}

const idsOf = (changes: readonly RowChange[], source: SearchSource): string[] => [
  ...new Set(changes.filter((c) => c.table === source.table).map((c) => c.id)),
];

export async function indexRows(
  db: WriteHandle,
  source: SearchSource,
  ids: readonly string[],
): Promise<number> {
  let held = 0;
  for (let i = 0; i < ids.length; i += batch)
    held += await indexParts(db, [{ source, ids: ids.slice(i, i + batch) }]);
  return held;
}

async function indexParts(db: WriteHandle, parts: readonly Part[]): Promise<number> {
  const entries = await entriesAndLast(db, parts);
  const tokens: TokenRow[] = [];
  const added: SearchTextTable[] = [];
  let held = 0;
  for (const { source, ids } of parts) {
    const own = entries.filter((e) => e.kind === source.kind);
    const known = new Map(own.filter((e) => e.ref_id !== '').map((e) => [e.ref_id, e]));
    let rowid = own.find((e) => e.ref_id === '')?.id ?? rowidRange(source).from;
    const texts = await source.texts(db, ids);
    for (const text of texts) {
      const entry = known.get(text.id);
      known.delete(text.id);
      const hash = hashOf(text);
      if (entry?.hash === hash) continue;
      const row = { rowid: entry?.id ?? ++rowid, tokens: tokensOf(text, source.number) };
      if (entry) {
        await replaceTokens(db, row);
        await db.updateTable('search_text').set({ hash }).where('id', '=', entry.id).execute();
      } else {
        tokens.push(row);
        added.push({ id: row.rowid, kind: source.kind, ref_id: text.id, hash });
      }
    }
    for (const gone of known.values()) {
      await dropTokens(db, gone.id);
      await db.deleteFrom('search_text').where('id', '=', gone.id).execute();
    }
    held += texts.length;
  }
  await addTokens(db, tokens);
  if (added.length > 0) await db.insertInto('search_text').values(added).execute();
  return held;
}

/** What the index holds of records, and the last entry of each kind, under no record: one statement for all. */
async function entriesAndLast(db: ReadHandle, parts: readonly Part[]) {
  const queries = parts.flatMap(({ source, ids }) => {
    const { from, to } = rowidRange(source);
    return [
      db
        .selectFrom('search_text')
        .select(['id', 'kind', 'ref_id', 'hash'])
        .where('kind', '=', source.kind)
        .where('ref_id', 'in', ids),
      db
        .selectFrom('search_text')
        .select(['id', 'kind', sql<string>`''`.as('ref_id'), sql<string>`''`.as('hash')])
        .where('id', '=', (eb) =>
          eb
            .selectFrom('search_text')
            .select((of) => of.fn.max('id').as('last'))
            .where('id', '>=', from)
            .where('id', '<=', to),
        ),
    ];
  });
  const [first, ...others] = queries;
  if (!first) return [];
  return others.reduce((all, one) => all.unionAll(one), first).execute();
}

export async function idsAfter(
  db: ReadHandle,
  source: SearchSource,
  after: string,
  most = batch,
): Promise<string[]> {
  // Every watched table has a text id.
  const rows = await db
    .selectFrom(source.table as 'case_file')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((r) => r.id);
}

export interface IndexFaults {
  readonly texts: number;
  readonly missing: number;
  readonly stale: number;
  readonly orphaned: number;
  readonly faults: { kind: RecordKind; id: string }[];
}

const mostFaults = 1000;

/**
 * Compares every record with what the index holds of it. Reads in small steps with room between them: it may run while
 * somebody works.
 */
export async function verifyIndex(db: ReadHandle, breathe: () => Promise<void>): Promise<IndexFaults> {
  let [texts, missing, stale, orphaned] = [0, 0, 0, 0];
  const faults: IndexFaults['faults'] = [];
  for (const source of sources) {
    const fault = (id: string): void => {
      if (faults.length < mostFaults) faults.push({ kind: source.kind, id });
    };
    const { from, to } = rowidRange(source);
    const rowids = await db
      .selectFrom('search_index_docsize')
      .select('id')
      .where('id', '>=', from)
      .where('id', '<=', to)
      .execute();
    const held = new Set(rowids.map((r) => r.id));
    let after = '';
    for (;;) {
      const ids = await idsAfter(db, source, after);
      const last = ids.at(-1);
      const entries = await entriesOf(db, source, after, last);
      const known = new Map(entries.map((k) => [k.ref_id, k]));
      for (const text of ids.length > 0 ? await source.texts(db, ids) : []) {
        texts++;
        const entry = known.get(text.id);
        known.delete(text.id);
        if (!entry || !held.has(entry.id)) {
          missing++;
          fault(text.id);
        } else if (entry.hash !== hashOf(text)) {
          stale++;
          fault(text.id);
        }
      }
      for (const { ref_id: id } of known.values()) {
        orphaned++;
        fault(id);
      }
      if (last === undefined) break;
      after = last;
      await breathe();
    }
  }
  return { texts, missing, stale, orphaned, faults };
}

/** Entries of the index whose record lies after one id, up to and with another. */
async function entriesOf(db: ReadHandle, source: SearchSource, after: string, last: string | undefined) {
  let query = db
    .selectFrom('search_text')
    .select(['id', 'ref_id', 'hash'])
    .where('kind', '=', source.kind)
    .where('ref_id', '>', after);
  if (last !== undefined) query = query.where('ref_id', '<=', last);
  return query.execute();
}

/** Indexes records anew from nothing, whatever the index says it holds of them. @returns how many. */
export async function repairIndex(
  ctx: MutationContext,
  records: readonly { kind: RecordKind; id: string }[],
): Promise<number> {
  for (const source of sources) {
    const ids = records.filter((r) => r.kind === source.kind).map((r) => r.id);
    if (ids.length === 0) continue;
    const entries = await ctx.db
      .selectFrom('search_text')
      .select('id')
      .where('kind', '=', source.kind)
      .where('ref_id', 'in', ids)
      .execute();
    for (const { id } of entries) {
      await dropTokens(ctx.db, id);
      await ctx.db.deleteFrom('search_text').where('id', '=', id).execute();
    }
    await indexRows(ctx.db, source, ids);
  }
  return records.length;
}
