/** What was written before and after, for one text. Typing in one go is one step. */
export interface History {
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** When the last step was taken, and whether typing may still join it. */
  readonly at: number;
  readonly typing: boolean;
}

export const noHistory: History = { past: [], future: [], at: 0, typing: false };

/** A pause after which typing is a step of its own, in milliseconds. */
const pauseMs = 800;
/** All steps of one text together, in UTF-16 units: a long text is not kept a thousand times. */
const room = 5_000_000;

/** Notes that `before` was changed. @param typing false for an insertion, which is always a step of its own. */
export function noteChange(history: History, before: string, now: number, typing: boolean): History {
  const joins = typing && history.typing && now - history.at < pauseMs;
  if (joins) return { ...history, future: [], at: now };
  const past = [...history.past, before];
  let size = past.reduce((sum, text) => sum + text.length, 0);
  let from = 0;
  while (size > room && from < past.length - 1) size -= past[from++]?.length ?? 0;
  return { past: past.slice(from), future: [], at: now, typing };
}

/** The text one step back, or null at the beginning. */
export function stepBack(history: History, current: string): { text: string; history: History } | null {
  const text = history.past.at(-1);
  if (text === undefined) return null;
  return {
    text,
    history: {
      past: history.past.slice(0, -1),
      future: [current, ...history.future],
      at: 0,
      typing: false,
    },
  };
}

/** The text one step on again, or null when nothing was taken back. */
export function stepOn(history: History, current: string): { text: string; history: History } | null {
  const [text, ...future] = history.future;
  if (text === undefined) return null;
  return { text, history: { past: [...history.past, current], future, at: 0, typing: false } };
}

/** Place of the paragraph in which the caret stands, from 0; blank lines before the text do not count. */
export function paragraphAt(text: string, caret: number): number {
  const start = text.length - text.trimStart().length;
  return [...text.slice(start, Math.max(start, caret))].filter((c) => c === '\n').length;
}
