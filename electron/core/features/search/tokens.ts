import { type Segment, segmentsOf, soundKeys } from '../../text/index.ts';
import type { QueryWord, SearchQuery } from './query.ts';
import type { SourceText } from './source.ts';

// Signs that no folded text contains, and that the index takes for letters.
const start = '‹';
const end = '›';
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

/** What is written into the three columns of the index for a text. */
export function tokensOf(text: Pick<SourceText, 'names' | 'texts' | 'amounts'>): {
  title: string;
  body: string;
  extra: string;
} {
  const title: string[] = [];
  const extra = new Set<string>();
  for (const name of text.names)
    for (const segment of withShortNumber(segmentsOf(name))) {
      title.push(...pairs(segment));
      // A single character of a name is looked for often and must not cost a walk through all pairs.
      if (segment.length > 1) title.push(...new Set(segment));
      for (const key of soundKeys(segment)) extra.add(soundSign + key);
    }
  const body: string[] = [];
  for (const words of text.texts) {
    for (const segment of segmentsOf(words.slice(0, longestText))) body.push(...pairs(segment.chars));
    for (const fen of amountsIn(words)) extra.add(amountSign + fen);
  }
  for (const fen of text.amounts) if (fen > 0) extra.add(amountSign + fen);
  return { title: title.join(' '), body: body.join(' '), extra: [...extra].join(' ') };
}

/** 第0012号 is also looked for as 第12号. */
function withShortNumber(segments: readonly Segment[]): (readonly string[])[] {
  return segments.flatMap(({ chars }) => {
    const short = chars.join('').replace(/(\D)0+(?=\d)/g, '$1');
    return [...short].length === chars.length ? [chars] : [chars, [...short]];
  });
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
export type Tier = 'exact' | 'edge' | 'title' | 'any';

/**
 * The expression of FTS5 for a query. `exact`: a name is the word. `edge`: a name begins or ends with it, as an ID
 * number ends with its tail. `title`: a name contains it, sounds like it, or the amount is it. `any`: it is anywhere.
 */
export function matchOf(query: SearchQuery, tier: Tier): string {
  return query.words.map((word) => `(${wordMatch(word, tier)})`).join(' AND ');
}

const quoted = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;

function wordMatch(word: QueryWord, tier: Tier): string {
  const ways: string[] = [];
  if (word.pieces.length > 0) {
    const all = (column: string, form: (piece: readonly string[]) => string): string =>
      `${column} : (${word.pieces.map(form).join(' AND ')})`;
    if (tier === 'exact') ways.push(all('title', (p) => quoted(pairs(p))));
    else if (tier === 'edge')
      ways.push(all('title', (p) => `(${quoted(pairs(p).slice(0, -1))} OR ${quoted(pairs(p).slice(1))})`));
    else if (tier === 'title') ways.push(all('title', (p) => (p.length === 1 ? quoted(p) : inner(p))));
    else if (word.pieces.some((p) => p.length === 1))
      ways.push(all('{title body}', (p) => (p.length === 1 ? `${quoted(p)} *` : inner(p))));
    else ways.push(all('{title body}', inner));
  }
  if (tier !== 'edge' && word.fen !== null && word.fen > 0)
    ways.push(`extra : ${quoted([amountSign + word.fen])}`);
  if ((tier === 'title' || tier === 'any') && word.sound && word.sound.letters.length > 1)
    ways.push(`extra : ${quoted([soundSign + word.sound.letters])} *`);
  // A word by sound alone, of one letter: nothing to look up.
  return ways.length > 0 ? ways.join(' OR ') : `extra : ${quoted([soundSign])}`;
}

const inner = (chars: readonly string[]): string => quoted(pairs(chars).slice(1, -1));
