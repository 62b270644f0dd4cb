import { pinyin } from 'pinyin-pro';

/** One character's reading: `zhang` and its tone 1–5 (5 is the neutral one); other characters stand for themselves. */
export interface Syllable {
  readonly letters: string;
  readonly tone: number | null;
}

/**
 * Readings of a name, one for each character, ü written v. A surname at the beginning is read as one (曾 zēng, 单 shàn).
 */
export function syllablesOf(chars: readonly string[], options: { surname: boolean }): readonly Syllable[] {
  const key = `${options.surname ? 's' : 'n'}${chars.join('')}`;
  const known = readings.get(key);
  if (known) return known;
  const syllables = read(chars, options);
  if (readings.size >= mostReadings) readings.clear();
  readings.set(key, syllables);
  return syllables;
}

// The same few names and titles are read again with every key that is typed.
const readings = new Map<string, readonly Syllable[]>();
const mostReadings = 4000;

function read(chars: readonly string[], options: { surname: boolean }): Syllable[] {
  const found = pinyin(chars.join(''), {
    type: 'array',
    toneType: 'num',
    v: true,
    nonZh: 'spaced',
    surname: options.surname ? 'head' : 'off',
  });
  // A character that the tables do not know may come back in pieces: then nothing can be said of any.
  if (found.length !== chars.length) return chars.map((letters) => ({ letters, tone: null }));
  return found.map((syllable, i) => {
    const parts = /^([a-z]+)([0-5])$/.exec(syllable);
    return parts
      ? { letters: parts[1] ?? '', tone: Number(parts[2]) || 5 }
      : { letters: chars[i] ?? '', tone: null };
  });
}
/** Readings as a surname and as a word; what is longer than a person's name is read as words only. */
function waysOf(chars: readonly string[]): (readonly Syllable[])[] {
  const plain = syllablesOf(chars, { surname: false });
  if (chars.length > longestName) return [plain];
  const named = syllablesOf(chars, { surname: true });
  return named.every((s, i) => s.letters === plain[i]?.letters) ? [named] : [named, plain];
}

const longestName = 5;
const han = /\p{Script=Han}/u;
const longest = 24;
const syllablesLooked = 12;

/**
 * What a name is found by when it is typed by sound: from each character on, the syllables run together and the
 * initials (张三丰: zhangsanfeng, zsf, sanfeng, sf, feng, f).
 */
export function soundKeys(chars: readonly string[]): string[] {
  if (!chars.some((c) => han.test(c))) return [];
  const keys = new Set<string>();
  const ways = waysOf(chars);
  for (const syllables of ways)
    for (let i = 0; i < chars.length; i++) {
      if (!han.test(chars[i] ?? '')) continue;
      const rest = syllables.slice(i, i + syllablesLooked);
      keys.add(
        rest
          .map((s) => s.letters)
          .join('')
          .slice(0, longest),
      );
      keys.add(rest.map((s) => s.letters[0] ?? '').join(''));
    }
  return [...keys];
}

/** A word typed by sound: its letters, and the tone wanted at a letter where one was given. */
export interface SoundWord {
  readonly letters: string;
  /** Index of a letter → tone of the syllable that holds it. */
  readonly tones: ReadonlyMap<number, number>;
}

const marks: Readonly<Record<string, number>> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

/** Reads `zhangsan`, `zhang1san1`, `zhāngsān`, `lǜ`, `lv4`, `zs`; null when the word is no pinyin. */
export function soundWord(word: string): SoundWord | null {
  let letters = '';
  const tones = new Map<number, number>();
  for (const c of word.normalize('NFKC').toLowerCase().replaceAll('u:', 'v').normalize('NFD')) {
    const tone = marks[c];
    if (/^[a-z]$/.test(c)) letters += c;
    else if (c === '\u0308' && letters.endsWith('u')) letters = `${letters.slice(0, -1)}v`;
    else if (tone !== undefined && letters !== '') tones.set(letters.length - 1, tone);
    else if (/^[1-5]$/.test(c) && letters !== '' && !tones.has(letters.length - 1))
      tones.set(letters.length - 1, Number(c));
    else if (c !== "'") return null;
  }
  return letters === '' ? null : { letters: letters.slice(0, longest), tones };
}

/**
 * Where in a name the sound is: from and to (exclusive) as indexes of characters; null when it is not, or its tones
 * are others.
 */
export function soundIn(chars: readonly string[], word: SoundWord): { from: number; to: number } | null {
  for (const syllables of waysOf(chars)) {
    for (let start = 0; start < chars.length; start++) {
      if (!han.test(chars[start] ?? '')) continue;
      const end = initialsFrom(syllables, start, word) ?? lettersFrom(syllables, start, word);
      if (end !== null) return { from: start, to: end };
    }
  }
  return null;
}

function initialsFrom(syllables: readonly Syllable[], start: number, word: SoundWord): number | null {
  if (word.tones.size > 0 || word.letters.length < 2) return null;
  const end = start + word.letters.length;
  if (end > syllables.length) return null;
  return [...word.letters].every((letter, i) => syllables[start + i]?.letters[0] === letter) ? end : null;
}

function lettersFrom(syllables: readonly Syllable[], start: number, word: SoundWord): number | null {
  let at = 0;
  for (let i = start; i < syllables.length; i++) {
    const { letters, tone } = syllables[i] as Syllable;
    const part = word.letters.slice(at, at + letters.length);
    if (!letters.startsWith(part)) return null;
    for (const [index, wanted] of word.tones)
      if (index >= at && index < at + part.length && wanted !== tone) return null;
    at += part.length;
    if (at >= word.letters.length) return i + 1;
  }
  return null;
}
