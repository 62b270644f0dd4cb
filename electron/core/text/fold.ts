import traditional from 'opencc-js/dict/TSCharacters';
import { unifyRadicals } from '../../../shared/kernel/text.ts';

/**
 * A run of letters and digits as they are compared: half-width, lower case, simplified. `from` and `to` give each
 * character's place (UTF-16) in the text it came from.
 */
export interface Segment {
  readonly chars: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  traditional.split('|').flatMap((pair): [string, string][] => {
    const [from, to] = pair.split(' ');
    return from && to ? [[from, to]] : [];
  }),
);

/** A traditional character as it is written on the mainland; any other as it is. */
export const simplified = (char: string): string => simplifiedOf.get(char) ?? char;

/** Passed over, so that 〔2026〕第0001号 and (2026)第0001号 are one, and 阿依·买买提 is found without its dot. */
const passedOver = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{M}\p{Cf}·・‧•'"_]$/u;
const kept = /^[\p{L}\p{N}]$/u;
const digit = /^\d$/;
const latin = /^[0-9a-z]$/;

const breakHere = '';
const pass = '\u0000';
const folded = new Map<string, string>();

function foldOne(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  let out = '';
  for (const c of unifyRadicals(char).normalize('NFKC').toLowerCase()) {
    const plain = simplified(c);
    if (kept.test(plain)) out += plain;
  }
  if (out === '') out = [...char.normalize('NFKC')].every((c) => passedOver.test(c)) ? pass : breakHere;
  // Bounded by the characters there are; a text of nonsense must not fill the memory all the same.
  if (folded.size < 20_000) folded.set(char, out);
  return out;
}

/** Takes a text apart at blanks and punctuation. Code-point safe: 𠮷 and 𬭎 are one character each. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let chars: string[] = [];
  let from: number[] = [];
  let to: number[] = [];
  const end = (): void => {
    if (chars.length > 0) segments.push({ chars, from, to });
    chars = [];
    from = [];
    to = [];
  };
  let at = 0;
  for (const char of text) {
    const next = at + char.length;
    const out = foldOne(char);
    if (out === breakHere) {
      if (!joins(char, chars.at(-1), text.codePointAt(next))) end();
    } else if (out !== pass) {
      for (const c of out) {
        chars.push(c);
        from.push(at);
        to.push(next);
      }
    }
    at = next;
  }
  end();
  return segments;
}

/** 12,000 is one number and 028-00000001 one telephone. */
function joins(char: string, before: string | undefined, codePoint: number | undefined): boolean {
  if (before === undefined || codePoint === undefined) return false;
  const after = foldOne(String.fromCodePoint(codePoint));
  if (char === ',' || char === '，') return digit.test(before) && digit.test(after);
  if (char === '-' || char === '－' || char === '–') return latin.test(before) && latin.test(after);
  return false;
}

/** The folded text in one piece, its segments parted by blanks: what a plain scan compares. */
export function foldText(text: string): string {
  // As `segmentsOf`, without the places: whoever only compares looks through many texts.
  let out = '';
  let open = false;
  let at = 0;
  for (const char of text) {
    at += char.length;
    const next = foldOne(char);
    if (next === pass) continue;
    if (next !== breakHere) {
      out += open || out === '' ? next : ` ${next}`;
      open = true;
    } else if (open && !joins(char, out.at(-1), text.codePointAt(at))) open = false;
  }
  return out;
}
