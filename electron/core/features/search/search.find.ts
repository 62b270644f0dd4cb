import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { SearchHit, SearchKind } from '../../../../shared/features/search/search.contract.ts';
import { matchingRowids } from '../../db/fulltext.ts';
import type { QueryContext, ReadHandle } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { type Found, findAnywhere } from './anywhere.ts';
import { show } from './match.ts';
import type { SearchQuery } from './query.ts';
import { type Records, recordsOf } from './read.ts';
import { casesInSight } from './sight.ts';
import type { SearchSource } from './source.ts';
import { sources } from './sources/index.ts';
import { matchOf, ofKind, type Tier } from './tokens.ts';

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
  const records = recordsOf(db);
  const wanted = (seesAssignedOnly(actor.role) ? outOfSight : options.limit) * 2 + 10;
  const ranked = await rank(db, query, asked, wanted, records);
  await records.know([...ranked.values()].flatMap((ids) => ids.slice(0, options.limit + 1)));
  const groups: FoundGroup[] = [];
  for (const [source, ids] of ranked) {
    const hits = await load(ctx, source, ids, records, query, options.limit + 1);
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

const isToRank = (found: Found | undefined): boolean =>
  found !== undefined && !found.ranked && found.ids.length > 1;

/**
 * Rowids of each kind, best first. More than are shown, because some may be out of sight. A tier is asked of every kind
 * in one statement, because each statement costs as much as the search in most kinds.
 */
async function rank(
  db: ReadHandle,
  query: SearchQuery,
  asked: readonly SearchSource[],
  wanted: number,
  records: Records,
): Promise<Ranked> {
  const find = async (tier: Tier, of: readonly SearchSource[]): Promise<Ranked> => {
    const match = matchOf(query, tier);
    const lists = await matchingRowids(
      db,
      of.map((source) => ofKind(match, source.number)),
      wanted,
    );
    return new Map(of.map((source, i) => [source, lists[i] ?? []]));
  };
  // To look for one character everywhere walks all pairs that begin with it. Names have it by itself; the rest is
  // looked through when no name has it.
  const single = query.words.some((w) => w.pieces.some((p) => p.length === 1));
  const all = single ? new Map() : await findAnywhere(db, query, asked, wanted, records);
  const several = asked.filter((s) => single || isToRank(all.get(s)));
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
    : new Map([...all].map(([source, { ids }]) => [source, ids]));
  const ranked: Ranked = new Map();
  for (const source of asked) {
    const ids = new Set<number>();
    for (const tier of [exact, edge, titled]) for (const id of tier.get(source) ?? []) ids.add(id);
    if (ids.size < wanted) for (const id of rest.get(source) ?? []) ids.add(id);
    if (ids.size > 0) ranked.set(source, [...ids]);
  }
  return ranked;
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
  records: Records,
  query: SearchQuery,
  wanted: number,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  const step = seesAssignedOnly(ctx.actor.role) ? atOnce : Math.min(wanted, atOnce);
  for (let i = 0; i < ids.length && hits.length < wanted; i += step) {
    const part = ids.slice(i, i + step);
    const texts = await records.of(source, part);
    const cases = await casesInSight(
      ctx,
      part.flatMap((id) => texts.get(id)?.caseId ?? []),
    );
    for (const id of part) {
      const text = texts.get(id);
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
