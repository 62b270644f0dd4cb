import type { Bilingual } from '../../../shared/law/index.ts';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** True when every word typed occurs in one of the texts, in either language. */
export function matches(typed: string, texts: readonly (string | Bilingual)[]): boolean {
  const hay = folded(texts.map((t) => (typeof t === 'string' ? t : `${t.zh} ${t.en}`)).join(' '));
  return folded(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => hay.includes(word));
}
