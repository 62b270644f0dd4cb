/** How a character behaves at a line's edge, as bits. No bit: a Han character, which may stand at either edge. */
export const trait = {
  /** Never last in a line. */
  open: 1,
  /** Never first in a line. */
  close: 2,
  /** Letters, digits and the signs inside numbers, dates and identifiers: no break between two of them. */
  word: 4,
  digit: 8,
  space: 16,
  newline: 32,
  /** Stays with the number before it: 年, 元, 条. */
  unit: 64,
  /** Drawn narrow: a small gap sets it off from Han characters. */
  narrow: 128,
  /** Draws nothing: controls, joiners, direction marks, and selectors of a shape that the fonts lack. */
  invisible: 256,
  /** Needs shaping or runs from right to left, which this engine cannot do: never drawn as if it were right. */
  shaped: 512,
} as const;

const openers = new Set('（《「『【〔〈〖“‘［｛([{￥＄$¥＃');
const closers = new Set('。，、；：？！）》」』】〕〉〗”’］｝…—～·％‰℃°.,;:?!)]}%々ー');
const halfEmptyRight = new Set('。，、；：）》」』】〕〉〗”’］｝');
const halfEmptyLeft = new Set('（《「『【〔〈〖“‘［｛');
const wordSigns = new Set("@#&+-_/\\.,:%'=~*$");
const units = new Set('年月日号时分秒元角万亿千百天个周岁条款项页份次人倍级层室栋楼');
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u;

const shaped =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Mongolian}|\p{Script=Tibetan}|\p{Script=Devanagari}|\p{Script=Thai}/u;
const invisible = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;
/** Joins what a person joined on purpose. */
const noBreakSpace = '\u00A0';

const chinese = new Map<string, number>();
const english = new Map<string, number>();

/** Trait bits of one character, in Chinese or in English text. */
export function traitsOf(character: string, inEnglish: boolean): number {
  const known = inEnglish ? english : chinese;
  let bits = known.get(character);
  if (bits === undefined) {
    bits = inEnglish ? englishTraits(character) : chineseTraits(character);
    known.set(character, bits);
  }
  return bits;
}

function chineseTraits(character: string): number {
  if (character === '\n') return trait.newline;
  if (invisible.test(character)) return trait.invisible;
  if (shaped.test(character)) return trait.shaped;
  if (character === noBreakSpace) return trait.word | trait.narrow;
  if (character === ' ') return trait.space | trait.narrow;
  if (character >= '0' && character <= '9') return trait.word | trait.digit | trait.narrow;
  let bits = 0;
  if (openers.has(character)) bits |= trait.open;
  if (closers.has(character)) bits |= trait.close;
  if (units.has(character)) bits |= trait.unit;
  if (wordSigns.has(character)) bits |= trait.word;
  else if (letter.test(character)) bits |= trait.word | trait.narrow;
  return bits;
}

/**
 * English lines break at spaces and hyphens; every other sign belongs to its word. A comma or bracket beside a
 * Chinese name has no word to belong to: it keeps to its side of the name like in Chinese text.
 */
function englishTraits(character: string): number {
  const bits = chineseTraits(character);
  if (
    bits & (trait.space | trait.newline | trait.invisible | trait.shaped) ||
    (character.codePointAt(0) ?? 0) >= 0x2e80
  )
    return bits;
  return trait.word | trait.narrow | (bits & (trait.digit | trait.open | trait.close));
}

/** A full-width closer whose right half is empty, so that it can give up half its width. */
export const isHalfEmptyRight = (character: string): boolean => halfEmptyRight.has(character);

/** A full-width opener whose left half is empty. */
export const isHalfEmptyLeft = (character: string): boolean => halfEmptyLeft.has(character);
