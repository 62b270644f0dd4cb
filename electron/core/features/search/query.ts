import { AppError } from '../../../../shared/kernel/errors.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { type SoundWord, segmentsOf, soundWord } from '../../text/index.ts';

/** One word of a query: all of its pieces must be found. */
export interface QueryWord {
  /** Folded, each a list of characters. */
  readonly pieces: readonly (readonly string[])[];
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
    return pieces.length === 0 && sound === null ? [] : [{ pieces, sound, fen: fenOf(word) }];
  });
  return {
    words: words.slice(0, mostWords),
    cut: chars.length > longest || words.length > mostWords || text.trim().length > longest * 4,
  };
}

function fenOf(word: string): number | null {
  if (!/[0-9０-９]/.test(word)) return null;
  try {
    return parseYuan(word);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
