import { type Latest, latestRows, matchingRowids } from '../../db/fulltext.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { SearchQuery } from './query.ts';
import type { Records } from './read.ts';
import { rowidRange } from './search.index.ts';
import type { SearchSource, SourceText } from './source.ts';
import {
  closenessOf,
  matchOf,
  nearMatch,
  ofKind,
  type Pair,
  type PlainQuery,
  plainQuery,
  type Tier,
  tiers,
} from './tokens.ts';

/** Rows of one kind in which a query is found. */
export interface Found {
  readonly ids: number[];
  /** They are all that there are, and the best stand first; else the latest stand first. */
  readonly ranked: boolean;
}

/** Latest rows by which the rarity of a pair is judged. */
const judgedBy = 8;
/** Pairs asked for at most, and how many rows there must be for each that holds a third or fourth to be worth it. */
const mostPairs = 4;
const rareFrom = 20;
/** Pairs below which a phrase is asked for as it is. */
const fewestPairs = 4;
/** Records that are looked into at most, how many at once, and characters in all. */
const mostChecked = 64;
const checkedAtOnce = 24;
const mostChars = 20_000;

/**
 * The rows in which a query is found anywhere: at least the latest `wanted`, if there are as many.
 *
 * A phrase is a walk through all texts that hold any of its pairs, and of eight characters some pairs are in every
 * second text. So the index is asked for the rarest pairs only, near each other, and the texts that hold them are
 * looked into.
 */
export async function findAnywhere(
  db: ReadHandle,
  query: SearchQuery,
  asked: readonly SearchSource[],
  wanted: number,
  records: Records,
): Promise<Map<SearchSource, Found>> {
  const found = new Map<SearchSource, Found>();
  const plain = plainQuery(query);
  const rare = plain && plain.pairs.length >= fewestPairs ? await rarePairs(db, plain, asked) : null;
  const phrased: SearchSource[] = [];
  if (plain && rare) {
    const loose = [...rare].filter(([, chosen]) => chosen !== null) as [SearchSource, Pair[]][];
    const lists = await matchingRowids(
      db,
      loose.map(([source, chosen]) => ofKind(nearMatch(chosen), source.number)),
      mostChecked,
    );
    for (const [i, [source]] of loose.entries()) {
      const checked = await check(records, source, lists[i] ?? [], plain, wanted);
      if (checked) found.set(source, checked);
      else phrased.push(source);
    }
    for (const [source, chosen] of rare) if (chosen === null) phrased.push(source);
  } else phrased.push(...asked);
  const phrase = matchOf(query, 'any');
  const lists = await matchingRowids(
    db,
    phrased.map((source) => ofKind(phrase, source.number)),
    wanted,
  );
  for (const [i, source] of phrased.entries()) found.set(source, { ids: lists[i] ?? [], ranked: false });
  return found;
}

/**
 * For each kind that may hold the query, the rarest of its pairs, at least two; null when so many texts hold them all
 * that a phrase is soon found.
 */
async function rarePairs(
  db: ReadHandle,
  { pairs }: PlainQuery,
  asked: readonly SearchSource[],
): Promise<Map<SearchSource, Pair[] | null>> {
  // Most kinds do not even hold its beginning: of these no more need be asked.
  const beginning = nearMatch(pairs.slice(0, 2));
  const begun = await matchingRowids(
    db,
    asked.map((source) => ofKind(beginning, source.number)),
    1,
  );
  const holding = asked.filter((_, i) => (begun[i]?.length ?? 0) > 0);
  const each = pairs.map((pair) => nearMatch([pair]));
  const latest = await latestRows(
    db,
    holding.flatMap((source) => each.map((match) => ofKind(match, source.number))),
    judgedBy,
  );
  const chosen = new Map<SearchSource, Pair[] | null>();
  for (const [i, source] of holding.entries()) {
    const own = latest.slice(i * pairs.length, (i + 1) * pairs.length);
    if (own.every((pair) => pair.held > 0)) chosen.set(source, choose(source, pairs, own));
  }
  return chosen;
}

function choose(source: SearchSource, pairs: readonly Pair[], latest: readonly Latest[]): Pair[] | null {
  const newest = Math.max(...latest.map((pair) => pair.newest));
  const byRarity = pairs
    .map((pair, i) => {
      const { held, oldest } = latest[i] as Latest;
      // Rows for each that holds the pair.
      return { pair, held, rarity: (newest - oldest + 1) / held };
    })
    .sort((a, b) => a.held - b.held || b.rarity - a.rarity);
  const rows = newest - rowidRange(source).from;
  const chosen = byRarity.slice(0, mostPairs).filter(({ rarity }, i) => i < 2 || rarity > rareFrom);
  // As many as that are expected to hold them all, if they stand in the texts without regard to each other.
  const isCommon =
    chosen[0]?.held === judgedBy &&
    chosen.reduce((expected, { rarity }) => expected / rarity, rows) > 4 * mostChecked;
  return isCommon ? null : chosen.map(({ pair }) => pair);
}

/** Those of the rows that hold the query; null when it takes too long to say, or there may be more of them. */
async function check(
  records: Records,
  source: SearchSource,
  rowids: readonly number[],
  query: PlainQuery,
  wanted: number,
): Promise<Found | null> {
  const byTier = new Map<Tier, number[]>(tiers.map((tier) => [tier, []]));
  const ids: number[] = [];
  const isAll = rowids.length < mostChecked;
  let chars = 0;
  for (let i = 0; i < rowids.length; i += checkedAtOnce) {
    const part = rowids.slice(i, i + checkedAtOnce);
    const texts = await records.of(source, part);
    for (const id of part) {
      const text = texts.get(id);
      if (!text) continue;
      chars += lengthOf(text);
      if (chars > mostChars) return null;
      const tier = closenessOf(text, query);
      if (tier === null) continue;
      ids.push(id);
      byTier.get(tier)?.push(id);
    }
    if (!isAll && ids.length >= wanted) return { ids, ranked: false };
  }
  return isAll ? { ids: [...byTier.values()].flat(), ranked: true } : null;
}

const lengthOf = ({ names, texts }: SourceText): number =>
  [...names, ...texts].reduce((sum, words) => sum + words.length, 0);
