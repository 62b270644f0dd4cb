import { AppError } from '../../../../shared/kernel/errors.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { plainCaseNumber } from '../../../../shared/law/index.ts';
import { type SoundWord, segmentsOf, soundWord } from '../../text/index.ts';

/** One word of a query: all of its pieces must be found. */
export interface QueryWord {
  /** Folded, each a list of characters. */
  readonly pieces: readonly (readonly string[])[];
  /** The pieces, each in one. */
  readonly texts: readonly string[];
  /** The same as a register writes it today, where the word holds a case number in other figures: 第十二号 → 第12号. */
  readonly asNumber: readonly (readonly string[])[] | null;
  readonly sound: SoundWord | null;
  /** The amount that the word may mean, in fen. */
  readonly fen: number | null;
}

export interface SearchQuery {
  readonly words: readonly QueryWord[];
  /** More was typed than is looked for. */
  readonly cut: boolean;
}

const longest = 100;
const mostWords = 8;

/** Reads what a person typed. No sign in it has a meaning of its own: `NEAR`, `*` and quotes are text like any other. */
export function parseQuery(text: string): SearchQuery {
  // Counted in code points, and without looking at all of a book.
  const chars = [...text.slice(0, longest * 4).trim()];
  const typed = chars
    .slice(0, longest)
    .join('')
    .split(/[\s\u3000]+/);
  const words = typed.flatMap((word): QueryWord[] => {
    const pieces = segmentsOf(word).map((s) => s.chars);
    const sound = soundWord(word);
    return pieces.length === 0 && sound === null
      ? []
      : [{ pieces, texts: pieces.map((p) => p.join('')), asNumber: asNumber(word), sound, fen: fenOf(word) }];
  });
  return {
    words: words.slice(0, mostWords),
    cut: chars.length > longest || words.length > mostWords || text.trim().length > longest * 4,
  };
}

function asNumber(word: string): QueryWord['asNumber'] {
  // Figures and brackets of full width are those of the keyboard here.
  const typed = word.normalize('NFKC').replaceAll('號', '号');
  if (!/[号>\p{Pe}\p{Pf}]/u.test(typed)) return null;
  // 〔2026〕12, as people say it to each other, is 〔2026〕第12号, and so is 2026年第12号.
  const whole = typed.replace(
    /^[<\p{Ps}\p{Pi}]?((?:19|20)\d{2})(?:年?[>\p{Pe}\p{Pf}]第?|年第)(\d{1,6})号?$/u,
    (_all, year: string, number: string) => `〔${year}〕第${number}号`,
  );
  const plain = plainCaseNumber(whole).replace(/第0+(?=\d+号)/gu, '第');
  const [own, other] = [word, plain].map((text) => segmentsOf(text).map((s) => s.chars));
  return other && other.length > 0 && JSON.stringify(own) !== JSON.stringify(other) ? other : null;
}

/** Both ways to look for a word. */
export const waysOf = ({ pieces, asNumber }: QueryWord): (readonly (readonly string[])[])[] =>
  [pieces, asNumber].filter((way) => way !== null && way.length > 0) as (readonly (readonly string[])[])[];

function fenOf(word: string): number | null {
  if (!/[0-9０-９]/.test(word)) return null;
  try {
    return parseYuan(word);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
