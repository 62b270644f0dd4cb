import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { SearchHit, SearchKind } from '../../../../shared/features/search/search.contract.ts';
import { matches } from '../../db/fulltext.ts';
import type { QueryContext, ReadHandle } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { show } from './match.ts';
import type { SearchQuery } from './query.ts';
import { casesInSight } from './sight.ts';
import type { SearchSource, SourceText } from './source.ts';
import { sources } from './sources/index.ts';
import { matchOf, type Tier } from './tokens.ts';

export interface FoundGroup {
  readonly kind: SearchKind;
  readonly hits: SearchHit[];
  readonly more: boolean;
}

async function rowids(db: ReadHandle, match: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('search_index')
    .select('rowid')
    .where(matches(match))
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => r.rowid);
}

/** The records in which a query is found, by kind, best first and later before earlier. */
export async function findRecords(
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  query: SearchQuery,
  options: { kinds: readonly SearchKind[] | null; limit: number },
): Promise<FoundGroup[]> {
  const { db, actor } = ctx;
  const asked = sources.filter((s) => (options.kinds?.includes(s.kind) ?? true) && may(actor, s.permission));
  if (asked.length === 0 || query.words.length === 0) return [];
  const groups: FoundGroup[] = [];
  for (const source of asked) {
    const ids = await rank(db, query, source, seesAssignedOnly(actor.role) ? outOfSight : options.limit);
    const hits = await load(ctx, source, ids, query, options.limit + 1);
    if (hits.length > 0)
      groups.push({
        kind: source.kind,
        hits: hits.slice(0, options.limit),
        more: hits.length > options.limit,
      });
  }
  return groups;
}

/** Rowids of a kind, best first. More than are shown, because some may be out of sight. */
async function rank(
  db: ReadHandle,
  query: SearchQuery,
  source: SearchSource,
  limit: number,
): Promise<number[]> {
  const wanted = limit * 2 + 10;
  const find = (tier: Tier) => rowids(db, matchOf(query, tier, source.number), wanted);
  // To look for one character everywhere walks all pairs that begin with it. Names have it by itself; the rest is
  // looked through when no name has it.
  const single = query.words.some((w) => w.pieces.some((p) => p.length === 1));
  const all = single ? [] : await find('any');
  if (!single && all.length < 2) return all;
  // What a name is or begins with, it also contains: where no name has the word, no more need be asked.
  const titled = await find('title');
  const ids = new Set<number>();
  if (titled.length > 1)
    for (const tier of ['exact', 'edge'] as const) {
      for (const id of await find(tier)) ids.add(id);
      if (ids.size >= wanted) break;
    }
  for (const id of titled) ids.add(id);
  if (ids.size < wanted) for (const id of single && ids.size === 0 ? await find('any') : all) ids.add(id);
  return [...ids];
}

/** Ids of one statement: SQLite takes only so many. */
const atOnce = 500;

/** Looked through for somebody to whom most of an office is out of sight, so that their own are not missed behind it. */
const outOfSight = 100_000;

/** Reads the records behind rowids until `wanted` of them are found fit to be shown to this person. */
async function load(
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  source: SearchSource,
  ids: readonly number[],
  query: SearchQuery,
  wanted: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  const step = seesAssignedOnly(ctx.actor.role) ? atOnce : Math.min(wanted, atOnce);
  for (let i = 0; i < ids.length && hits.length < wanted; i += step) {
    const part = ids.slice(i, i + step);
    const refs = await ctx.db
      .selectFrom('search_text')
      .select(['id', 'ref_id'])
      .where('id', 'in', part)
      .execute();
    const refOf = new Map(refs.map((r) => [r.id, r.ref_id]));
    const texts = new Map(
      (await source.texts(ctx.db, [...refOf.values()])).map((t): [string, SourceText] => [t.id, t]),
    );
    const cases = await casesInSight(
      ctx,
      [...texts.values()].map((t) => t.caseId),
    );
    for (const id of part) {
      const text = texts.get(refOf.get(id) ?? '');
      const file = text && cases.get(text.caseId);
      const shown = text && file ? show(text, query) : null;
      if (!text || !file || !shown) continue;
      const { id: ref, caseId, title, what } = text;
      hits.push({ kind: source.kind, id: ref, caseId, title, what, case: file, ...shown });
      if (hits.length === wanted) break;
    }
  }
  return hits;
}
