import type { TextRange } from '../../../../shared/features/search/search.contract.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { foldText, type Segment, segmentsOf, soundIn, soundKeys } from '../../text/index.ts';
import { type QueryWord, type SearchQuery, waysOf } from './query.ts';
import type { SourceText } from './source.ts';
import { amountsIn, type Tier, tiers } from './tokens.ts';

const around = 24;

export interface Shown {
  readonly titleRanges: TextRange[];
  readonly excerpt: string | null;
  readonly excerptRanges: TextRange[];
}

/**
 * Where the words are in a record, to be shown; null when one of them is nowhere, as when it sounds alike in another
 * tone.
 */
export function show(text: SourceText, query: SearchQuery): Shown | null {
  // First as it was typed: to take every text apart for what differs in a fold costs more than the search.
  const plain = placesOf(text, query, plainRanges);
  const found = plain.seen.size === query.words.length ? plain : placesOf(text, query, rangesIn);
  const { title, seen } = found;
  let { best } = found;
  for (const [i, word] of query.words.entries()) {
    if (word.fen === null || seen.has(i) || !text.amounts.includes(word.fen)) continue;
    seen.add(i);
    const shown = formatYuan(word.fen as Fen);
    best ??= { text: shown, ranges: [[0, shown.length]], words: 1 };
  }
  if (seen.size < query.words.length) return null;
  const cut = best && crop(best.text, best.ranges);
  return {
    titleRanges: title.ranges,
    excerpt: cut?.text ?? null,
    excerptRanges: cut?.ranges ?? [],
  };
}

interface Found {
  readonly ranges: TextRange[];
  /** Indexes of the words. */
  readonly words: Set<number>;
}
type Finder = (text: string, query: SearchQuery, named: boolean) => Found;

/** Where the words stand in a record: in its title, and in the place that adds most to the title. */
function placesOf(text: SourceText, query: SearchQuery, find: Finder) {
  const title = rangesIn(text.title, query, text.names.includes(text.title));
  let best: { text: string; ranges: TextRange[]; words: number } | null = null;
  const seen = new Set(title.words);
  const look = (place: string, named: boolean): void => {
    if (place === text.title) return;
    const found = find(place, query, named);
    const added = [...found.words].filter((w) => !title.words.has(w)).length;
    if (added > (best?.words ?? 0)) best = { text: place, ranges: found.ranges, words: added };
    for (const word of found.words) seen.add(word);
  };
  for (const name of text.names) look(name, true);
  for (const words of text.texts) look(words, false);
  return { title, best: best as { text: string; ranges: TextRange[]; words: number } | null, seen };
}

/** Words of Chinese characters that stand in the text letter by letter; others are left to `rangesIn`. */
function plainRanges(text: string, query: SearchQuery): Found {
  const ranges: TextRange[] = [];
  const words = new Set<number>();
  for (const [i, word] of query.words.entries()) {
    const [wanted = ''] = word.texts;
    if (word.texts.length > 1 || word.fen !== null || !chineseOnly.test(wanted)) continue;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      ranges.push([at, at + wanted.length]);
      words.add(i);
    }
  }
  return { ranges: joined(ranges), words };
}

const chineseOnly = /^\p{Script=Han}+$/u;

function rangesIn(text: string, query: SearchQuery, named: boolean): Found {
  const segments = segmentsOf(text);
  const ranges: TextRange[] = [];
  const words = new Set<number>();
  for (const [i, word] of query.words.entries()) {
    const found = wordIn(segments, word, named);
    if (found.length === 0 && !namesAmount(text, word)) continue;
    words.add(i);
    ranges.push(...found);
  }
  return { ranges: joined(ranges), words };
}

const namesAmount = (text: string, word: QueryWord): boolean =>
  word.fen !== null && amountsIn(text).includes(word.fen);

function allIn(segments: readonly Segment[], pieces: readonly (readonly string[])[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const piece of pieces) {
    const found = segments.flatMap((s) => [...places(s, piece)].map(([a, b]) => rangeOf(s, a, b)));
    const short = found.length > 0 ? found : shortNumber(segments, piece);
    if (short.length === 0) return [];
    ranges.push(...short);
  }
  return ranges;
}

/** All pieces of a word, or nothing. */
function wordIn(segments: readonly Segment[], word: QueryWord, named: boolean): TextRange[] {
  for (const pieces of waysOf(word)) {
    const ranges = allIn(segments, pieces);
    if (ranges.length > 0) return ranges;
  }
  if (!named || !word.sound) return [];
  for (const segment of segments) {
    const sounded = soundIn(segment.chars, word.sound);
    if (sounded) return [rangeOf(segment, sounded.from, sounded.to)];
  }
  return [];
}

function* places(segment: Segment, piece: readonly string[]): Generator<[number, number]> {
  const { chars } = segment;
  for (let i = 0; i + piece.length <= chars.length; i++) {
    let same = 0;
    while (same < piece.length && chars[i + same] === piece[same]) same++;
    if (same === piece.length) yield [i, i + same];
  }
}

/** 第12号 stands in 第0012号: the whole of it is marked. */
function shortNumber(segments: readonly Segment[], piece: readonly string[]): TextRange[] {
  const wanted = piece.join('');
  return segments.flatMap((s): TextRange[] => {
    const short = s.chars.join('').replace(/(\D)0+(?=\d)/g, '$1');
    return short.length < s.chars.length && short.includes(wanted) ? [rangeOf(s, 0, s.chars.length)] : [];
  });
}

const rangeOf = (s: Segment, from: number, to: number): TextRange => [s.from[from] ?? 0, s.to[to - 1] ?? 0];

function joined(ranges: TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The surroundings of the first place, never cut within a character. */
function crop(text: string, ranges: TextRange[]): { text: string; ranges: TextRange[] } {
  if (after(text, 0, around * 3) === text.length) return { text, ranges };
  const first = ranges[0]?.[0] ?? 0;
  const start = before(text, first, around);
  const end = after(text, start, around * 3);
  const lead = start > 0 ? '…' : '';
  const shown = `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const moved = ranges
    .map(([a, b]): TextRange => [a - start + lead.length, b - start + lead.length])
    .filter(([a, b]) => a >= lead.length && b <= lead.length + end - start);
  return { text: shown, ranges: moved };
}

/** The place (UTF-16) so many characters after another, or the end. */
function after(text: string, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count && at < text.length; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** The place (UTF-16) so many characters before another, or the beginning. */
function before(text: string, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count && at > 0; i++) at -= at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** How closely a text that is in no index fits; null when it does not. The same order as the index gives. */
export function tierOf(text: Pick<SourceText, 'names' | 'texts'>, query: SearchQuery): Tier | null {
  let worst = 0;
  for (const word of query.words) {
    const tier = wordTier(text, word);
    if (tier === null) return null;
    worst = Math.max(worst, tiers.indexOf(tier));
  }
  return tiers[worst] ?? null;
}

interface Prepared {
  /** Folded names. */
  readonly names: readonly string[];
  /** Names, texts and sounds, each in one piece, parted by signs that no query has. */
  readonly allNames: string;
  readonly allTexts: string;
  readonly sounds: string;
  readonly segments: readonly Segment[];
}

// The rules of the law are looked through with every key that is typed, and never change.
const prepared = new WeakMap<object, Prepared>();

function prepare(text: Pick<SourceText, 'names' | 'texts'>): Prepared {
  const known = prepared.get(text);
  if (known) return known;
  const segments = text.names.flatMap((name) => segmentsOf(name));
  const names = segments.map((s) => s.chars.join(''));
  const made = {
    names,
    allNames: names.join(' '),
    allTexts: text.texts.map(foldText).join(' '),
    sounds: ` ${segments.flatMap((s) => soundKeys(s.chars)).join(' ')}`,
    segments,
  };
  prepared.set(text, made);
  return made;
}

/** False when a query can fit none of these texts: most have no word in common with what is typed. */
export function mayFit(texts: readonly SourceText[], { words }: SearchQuery): boolean {
  let whole = wholes.get(texts);
  if (!whole) {
    const all = texts.map(prepare);
    whole = {
      words: all.flatMap((t) => [t.allNames, t.allTexts]).join(' '),
      sounds: all.map((t) => t.sounds).join(' '),
    };
    wholes.set(texts, whole);
  }
  const { words: inAll, sounds } = whole;
  return words.every(
    ({ texts: wanted, sound }) =>
      wanted.every((piece) => inAll.includes(piece)) ||
      (sound !== null && sounds.includes(` ${sound.letters}`)),
  );
}

const wholes = new WeakMap<readonly SourceText[], { readonly words: string; readonly sounds: string }>();

function wordTier(text: Pick<SourceText, 'names' | 'texts'>, word: QueryWord): Tier | null {
  const { names, allNames, allTexts, sounds, segments } = prepare(text);
  const pieces = word.texts;
  const [wanted] = pieces;
  if (wanted !== undefined && pieces.every((p) => allNames.includes(p))) {
    if (pieces.length > 1) return 'title';
    if (names.includes(wanted)) return 'exact';
    return names.some((n) => n.startsWith(wanted) || n.endsWith(wanted)) ? 'edge' : 'title';
  }
  if (word.sound && sounds.includes(` ${word.sound.letters}`) && wordIn(segments, word, true).length > 0)
    return 'title';
  return wanted !== undefined && pieces.every((p) => allNames.includes(p) || allTexts.includes(p))
    ? 'any'
    : null;
}
