import { foldText, type Segment, segmentsOf, soundKeys } from '../../text/index.ts';
import { type QueryWord, type SearchQuery, waysOf } from './query.ts';
import type { SourceText } from './source.ts';

// Signs that no folded text contains, and that the index takes for letters.
const start = '‹';
const end = '›';
// Before every pair of a name: what stands in names is found without a walk through all texts that hold the pair.
const nameSign = '¹';
const soundSign = '♪';
const amountSign = '¥';

const longestText = 4000;

/** Overlapping pairs with a sign at either end: 张三 → ‹张 张三 三›. A phrase of them is a substring. */
function pairs(chars: readonly string[]): string[] {
  const out = [`${start}${chars[0]}`];
  for (let i = 0; i + 1 < chars.length; i++) out.push(`${chars[i]}${chars[i + 1]}`);
  out.push(`${chars.at(-1)}${end}`);
  return out;
}

const named = (tokens: Iterable<string>): string[] => [...tokens].map((token) => nameSign + token);

/** Before every token of a kind (①②…): a search within one kind never walks through another's texts. */
const kindSign = (kind: number): string => String.fromCodePoint(0x245f + kind);

/** What is written into the index for a text: tokens parted by blanks. */
export function tokensOf(text: Pick<SourceText, 'names' | 'texts' | 'amounts'>, kind: number): string {
  const sign = kindSign(kind);
  const tokens: string[] = [];
  const extra = new Set<string>();
  for (const name of text.names)
    for (const segment of withShortNumber(segmentsOf(name))) {
      tokens.push(...named(pairs(segment)));
      // A single character of a name is looked for often and must not cost a walk through all pairs.
      tokens.push(...named(new Set(segment)));
      for (const key of soundKeys(segment)) extra.add(soundSign + key);
    }
  for (const words of text.texts) {
    for (const segment of segmentsOf(words.slice(0, longestText))) tokens.push(...pairs(segment.chars));
    for (const fen of amountsIn(words)) extra.add(amountSign + fen);
  }
  for (const fen of text.amounts) if (fen > 0) extra.add(amountSign + fen);
  return [...tokens, ...extra].map((token) => sign + token).join(' ');
}

/** 第0012号 is also looked for as 第12号. */
function withShortNumber(segments: readonly Segment[]): (readonly string[])[] {
  return segments.flatMap(({ chars }) => {
    const short = shortNumber(chars.join(''));
    return short === null ? [chars] : [chars, [...short]];
  });
}

/** Null when there is nothing to shorten. */
function shortNumber(text: string): string | null {
  const short = text.replace(/(\D)0+(?=\d)/g, '$1');
  return short === text ? null : short;
}

const amount = /(\d[\d,，]{0,14}(?:\.\d{1,4})?)\s*(万|千)?(?:元|块)/g;

/** Amounts that a text speaks of, in fen: 欠1.2万元. */
export function amountsIn(text: string): number[] {
  const found: number[] = [];
  for (const [, number = '', unit] of text.normalize('NFKC').matchAll(amount)) {
    const [whole = '', decimals = ''] = number.replace(/[,，]/g, '').split('.');
    const scale = 2 + (unit === '万' ? 4 : unit === '千' ? 3 : 0);
    if (decimals.length <= scale) found.push(Number(whole + decimals.padEnd(scale, '0')));
  }
  return found;
}

/** How closely a record fits, best first. */
export const tiers = ['exact', 'edge', 'title', 'any'] as const;
export type Tier = (typeof tiers)[number];

/** Stands in an expression for the sign of the kind that it is asked of; no text has it. */
const anyKind = kindSign(0);

/** The expression that `matchOf` and `nearMatch` give, for one kind: put together once for all of them. */
export const ofKind = (match: string, kind: number): string => match.replaceAll(anyKind, kindSign(kind));

/**
 * The expression of FTS5 for a query. `exact`: a name is the word. `edge`: a name begins or ends with it, as an ID
 * number ends with its tail. `title`: a name contains it, sounds like it, or the amount is it. `any`: it is anywhere.
 */
export const matchOf = (query: SearchQuery, tier: Tier): string =>
  query.words.map((word) => `(${wordMatch(word, tier)})`).join(' AND ');

const quoted = (tokens: readonly string[]): string => `"${tokens.map((t) => anyKind + t).join(' ')}"`;

/** Asked how rare they are; of a longer query every second or third pair says as much. */
const mostPairs = 16;

/** A query that can be met in one way only: by its pieces themselves. */
export interface PlainQuery {
  readonly pieces: readonly {
    readonly text: string;
    /** It stands in most texts as it is: to fold it changes nothing. */
    readonly steady: boolean;
  }[];
  /** What stands in every record where the query does, each once; of a very long query a part. */
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly text: string;
  readonly piece: number;
  /** Its place among the pairs of the piece. */
  readonly at: number;
}

/** Null when a query can also be met by sound, as an amount or as another number. */
export function plainQuery(query: SearchQuery): PlainQuery | null {
  if (query.words.some((word) => word.sound || word.asNumber || word.fen !== null)) return null;
  const pieces = query.words.flatMap((word) => word.pieces);
  const all = new Map<string, Pair>();
  for (const [piece, chars] of pieces.entries())
    for (const [at, text] of pairs(chars).slice(1, -1).entries())
      if (!all.has(text)) all.set(text, { text, piece, at });
  const step = Math.ceil(all.size / mostPairs);
  return {
    pieces: query.words.flatMap(({ texts }) =>
      texts.map((text) => ({ text, steady: foldText(text) === text })),
    ),
    pairs: [...all.values()].filter((_, i) => i % step === 0),
  };
}

/**
 * The expression of FTS5 for texts that hold pairs of a query as near to each other as they stand there: hardly ever
 * another text than is looked for.
 */
export function nearMatch(wanted: readonly Pair[]): string {
  const pieces = [...new Set(wanted.map((pair) => pair.piece))];
  const matches = pieces.map((piece) => {
    const own = wanted.filter((pair) => pair.piece === piece);
    const at = own.map((pair) => pair.at);
    const between = Math.max(...at) - Math.min(...at) - 1;
    return inNamesOrTexts((sign) => {
      const tokens = own.map((pair) => quoted([sign + pair.text])).join(' ');
      return own.length > 1 ? `NEAR(${tokens}, ${between})` : tokens;
    });
  });
  return matches.map((match) => `(${match})`).join(' AND ');
}

const inNamesOrTexts = (match: (sign: string) => string): string => `${match(nameSign)} OR ${match('')}`;

/** How closely a text fits a plain query; null when it does not: what the index would say of it. */
export function closenessOf(text: Pick<SourceText, 'names' | 'texts'>, query: PlainQuery): Tier | null {
  const names = text.names
    .flatMap((name) => foldText(name).split(' '))
    .flatMap((name) => [name, shortNumber(name) ?? name]);
  let worst = 0;
  for (const { text: wanted, steady } of query.pieces) {
    const tier = names.includes(wanted)
      ? 'exact'
      : names.some((n) => n.startsWith(wanted) || n.endsWith(wanted))
        ? 'edge'
        : names.some((n) => n.includes(wanted))
          ? 'title'
          : text.texts.some((words) => standsIn(words.slice(0, longestText), wanted, steady))
            ? 'any'
            : null;
    if (tier === null) return null;
    worst = Math.max(worst, tiers.indexOf(tier));
  }
  return tiers[worst] ?? null;
}

// Most texts that hold it hold it as it is, and need not be folded.
const standsIn = (words: string, wanted: string, steady: boolean): boolean =>
  (steady && words.includes(wanted)) || foldText(words).includes(wanted);

function wordMatch(word: QueryWord, tier: Tier): string {
  const ways: string[] = [];
  for (const pieces of waysOf(word))
    ways.push(`(${pieces.map((piece) => `(${pieceMatch(piece, tier)})`).join(' AND ')})`);
  if (tier !== 'edge' && word.fen !== null && word.fen > 0) ways.push(quoted([amountSign + word.fen]));
  if ((tier === 'title' || tier === 'any') && word.sound && word.sound.letters.length > 1)
    ways.push(`${quoted([soundSign + word.sound.letters])} *`);
  // A tone mark alone, say: nothing to look up.
  return ways.length > 0 ? ways.join(' OR ') : quoted([soundSign]);
}

function pieceMatch(piece: readonly string[], tier: Tier): string {
  const whole = pairs(piece);
  const part = piece.length === 1 ? piece : whole.slice(1, -1);
  switch (tier) {
    case 'exact':
      return quoted(named(whole));
    case 'edge':
      return `${quoted(named(whole.slice(0, -1)))} OR ${quoted(named(whole.slice(1)))}`;
    case 'title':
      return quoted(named(part));
    case 'any':
      return `${quoted(named(part))} OR ${quoted(part)}${piece.length === 1 ? ' *' : ''}`;
  }
}
