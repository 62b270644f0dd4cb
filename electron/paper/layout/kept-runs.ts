import type { Inline } from '../model/blocks.ts';
import type { TextRun } from './text.ts';

/** Characters in one generation: two hold a statement of 100,000 characters and what stands around it. */
const generation = 150_000;
/** What an entry costs beside its characters, in characters. */
const overhead = 40;

/**
 * Runs of text that were measured before, by what they say and how it is set: most of a paper's paragraphs and cells
 * are those of the paper before it, or of the same paper one key ago. One is kept when it comes the second time, for
 * names and sums come once and would only be in the way. What was not asked for lately is forgotten. A run that gave a
 * warning is not kept, for a warning belongs to its paper.
 */
export class KeptRuns {
  /** A key without a run came once. */
  private recent = new Map<string, TextRun | null>();
  private older = new Map<string, TextRun | null>();
  private size = 0;

  get(key: string): TextRun | undefined {
    const run = this.recent.get(key);
    if (run !== undefined) return run ?? undefined;
    const old = this.older.get(key);
    if (old) this.put(key, old);
    return old ?? undefined;
  }

  keep(key: string, run: TextRun): void {
    this.put(key, this.recent.has(key) || this.older.has(key) ? run : null);
  }

  private put(key: string, run: TextRun | null): void {
    this.size += key.length + overhead;
    this.recent.set(key, run);
    if (this.size < generation) return;
    this.older = this.recent;
    this.recent = new Map();
    this.size = 0;
  }
}

/** Tells apart all that is measured differently. `setting` is everything that does not stand in the content. */
export function keyOf(setting: string, content: readonly Inline[]): string {
  let key = setting;
  for (const inline of content) {
    // U+0000 is invisible in any text, so none can be taken for another's end.
    if (inline.kind === 'text')
      key += `\0${inline.bold === true ? 'b' : 't'}${inline.face ?? ''} ${inline.text.replaceAll('\0', '')}`;
    else if (inline.kind === 'checkbox') key += `\0${inline.checked ? 'x' : 'o'}`;
    else key += `\0${inline.kind} ${inline.widthEm}`;
  }
  return key;
}
