import type {
  RecordKind,
  SearchHit,
  SearchKind,
} from '../../../../shared/features/search/search.contract.ts';
import { matches } from '../../db/fulltext.ts';
import type { QueryContext, ReadHandle } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { show } from './match.ts';
import type { SearchQuery } from './query.ts';
import { rowidRange } from './search.index.ts';
import { casesInSight } from './sight.ts';
import type { SearchSource, SourceText } from './source.ts';
import { sources } from './sources/index.ts';
import { matchOf, type Tier } from './tokens.ts';

/** Up to so many finds are ranked together; beyond, each kind is asked for its best by itself. */
const fewHits = 300;
const tiers: readonly Tier[] = ['exact', 'edge', 'title', 'any'];

export interface FoundGroup {
  readonly kind: SearchKind;
  readonly hits: SearchHit[];
  readonly more: boolean;
}

async function rowids(
  db: ReadHandle,
  match: string,
  limit: number,
  within?: { from: number; to: number },
): Promise<number[]> {
  let query = db
    .selectFrom('search_index')
    .select('rowid')
    .where(matches(match))
    .orderBy('rowid', 'desc')
    .limit(limit);
  if (within) query = query.where('rowid', '>=', within.from).where('rowid', '<=', within.to);
  return (await query.execute()).map((r) => r.rowid);
}

/** The records in which a query is found, by kind, best first and later before earlier. */
export async function findRecords(
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  query: SearchQuery,
  options: { kinds: readonly SearchKind[] | null; limit: number },
): Promise<FoundGroup[]> {
  const { db, actor } = ctx;
  const asked = sources.filter(
    (s) => (options.kinds?.includes(s.kind) ?? true) && may(actor.role, s.permission),
  );
  if (asked.length === 0 || query.words.length === 0) return [];
  const ranked = await rank(db, query, asked, options.limit);
  const groups: FoundGroup[] = [];
  for (const source of asked) {
    const ids = ranked.get(source.kind) ?? [];
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

/** Rowids by kind, best first. More than are shown, because some may be out of sight. */
async function rank(
  db: ReadHandle,
  query: SearchQuery,
  asked: readonly SearchSource[],
  limit: number,
): Promise<Map<RecordKind, number[]>> {
  const found = new Map<RecordKind, number[]>();
  const matchOfTier = (tier: Tier) => matchOf(query, tier);
  // To look for one character everywhere walks all pairs that begin with it; names have it by itself.
  const single = query.words.some((w) => w.pieces.some((p) => p.length === 1));
  const all = single ? null : await rowids(db, matchOfTier('any'), fewHits + 1);
  if (all && all.length <= fewHits) {
    const place = new Map(all.map((id, i) => [id, tiers.length * fewHits * 2 + i]));
    if (all.length > 1)
      for (const [t, tier] of (['title', 'edge', 'exact'] as const).entries())
        for (const [i, id] of (await rowids(db, matchOfTier(tier), fewHits + 1)).entries())
          place.set(id, (tiers.length - t - 1) * fewHits * 2 + i);
    const order = [...place.entries()].sort((a, b) => a[1] - b[1]).map(([id]) => id);
    for (const source of asked) {
      const { from, to } = rowidRange(source);
      found.set(
        source.kind,
        order.filter((id) => id >= from && id <= to),
      );
    }
    return found;
  }
  const wanted = limit * 2 + 10;
  for (const source of asked) {
    const ids = new Set<number>();
    for (const tier of tiers) {
      for (const id of await rowids(db, matchOfTier(tier), wanted, rowidRange(source))) ids.add(id);
      if (ids.size >= wanted) break;
    }
    found.set(source.kind, [...ids]);
  }
  return found;
}

/** Reads the records behind rowids until `wanted` of them are found fit to be shown to this person. */
async function load(
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  source: SearchSource,
  ids: readonly number[],
  query: SearchQuery,
  wanted: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (let i = 0; i < ids.length && hits.length < wanted; i += wanted) {
    const part = ids.slice(i, i + wanted);
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
