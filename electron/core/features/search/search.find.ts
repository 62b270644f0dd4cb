import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { SearchHit, SearchKind } from '../../../../shared/features/search/search.contract.ts';
import { matchingRowids } from '../../db/fulltext.ts';
import { portions } from '../../db/portions.ts';
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

/** The records in which a query is found, by kind, best first and later before earlier. */
export async function findRecords(
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  query: SearchQuery,
  options: { kinds: readonly SearchKind[] | null; limit: number },
): Promise<FoundGroup[]> {
  const { db, actor } = ctx;
  const asked = sources.filter((s) => (options.kinds?.includes(s.kind) ?? true) && may(actor, s.permission));
  if (asked.length === 0 || query.words.length === 0) return [];
  const ranked = await rank(db, query, asked, seesAssignedOnly(actor.role) ? outOfSight : options.limit);
  const refs = await refsOf(
    db,
    [...ranked.values()].map((ids) => ids.slice(0, options.limit + 1)),
  );
  const groups: FoundGroup[] = [];
  for (const [source, ids] of ranked) {
    const hits = await load(ctx, source, ids, refs, query, options.limit + 1);
    if (hits.length > 0)
      groups.push({
        kind: source.kind,
        hits: hits.slice(0, options.limit),
        more: hits.length > options.limit,
      });
  }
  return groups;
}

type Ranked = Map<SearchSource, number[]>;

/**
 * Rowids of each kind, best first. More than are shown, because some may be out of sight. A tier is asked of every kind
 * in one statement, because each statement costs as much as the search in most kinds.
 */
async function rank(
  db: ReadHandle,
  query: SearchQuery,
  asked: readonly SearchSource[],
  limit: number,
): Promise<Ranked> {
  const wanted = limit * 2 + 10;
  const find = async (tier: Tier, of: readonly SearchSource[]): Promise<Ranked> => {
    const lists = await matchingRowids(
      db,
      of.map((source) => matchOf(query, tier, source.number)),
      wanted,
    );
    return new Map(of.map((source, i) => [source, lists[i] ?? []]));
  };
  // To look for one character everywhere walks all pairs that begin with it. Names have it by itself; the rest is
  // looked through when no name has it.
  const single = query.words.some((w) => w.pieces.some((p) => p.length === 1));
  const all: Ranked = single ? new Map() : await find('any', asked);
  const several = single ? asked : asked.filter((s) => (all.get(s)?.length ?? 0) > 1);
  // What a name is or begins with, it also contains: where no name has the word, no more need be asked.
  const titled = await find('title', several);
  const closer = several.filter((s) => (titled.get(s)?.length ?? 0) > 1);
  const exact = await find('exact', closer);
  const edge = await find(
    'edge',
    closer.filter((s) => (exact.get(s)?.length ?? 0) < wanted),
  );
  const rest = single
    ? await find(
        'any',
        asked.filter((s) => titled.get(s)?.length === 0),
      )
    : all;
  const ranked: Ranked = new Map();
  for (const source of asked) {
    const ids = new Set<number>();
    for (const tier of [exact, edge, titled]) for (const id of tier.get(source) ?? []) ids.add(id);
    if (ids.size < wanted) for (const id of rest.get(source) ?? []) ids.add(id);
    if (ids.size > 0) ranked.set(source, [...ids]);
  }
  return ranked;
}

/** The records behind rowids. */
async function refsOf(db: ReadHandle, lists: readonly (readonly number[])[]): Promise<Map<number, string>> {
  const refs = new Map<number, string>();
  for (const part of portions(lists.flat()))
    for (const { id, ref_id } of await db
      .selectFrom('search_text')
      .select(['id', 'ref_id'])
      .where('id', 'in', part)
      .execute())
      refs.set(id, ref_id);
  return refs;
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
  refs: Map<number, string>,
  query: SearchQuery,
  wanted: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  const step = seesAssignedOnly(ctx.actor.role) ? atOnce : Math.min(wanted, atOnce);
  for (let i = 0; i < ids.length && hits.length < wanted; i += step) {
    const part = ids.slice(i, i + step);
    for (const [id, ref] of await refsOf(ctx.db, [part.filter((id) => !refs.has(id))])) refs.set(id, ref);
    const own = part.flatMap((id) => refs.get(id) ?? []);
    const texts = new Map((await source.texts(ctx.db, own)).map((t): [string, SourceText] => [t.id, t]));
    const cases = await casesInSight(
      ctx,
      [...texts.values()].map((t) => t.caseId),
    );
    for (const id of part) {
      const text = texts.get(refs.get(id) ?? '');
      const file = text && cases.get(text.caseId);
      const shown = text && file && !text.hidden ? show(text, query) : null;
      if (!text || !file || !shown) continue;
      const { id: ref, caseId, title, what } = text;
      hits.push({ kind: source.kind, id: ref, caseId, title, what, case: file, ...shown });
      if (hits.length === wanted) break;
    }
  }
  return hits;
}
