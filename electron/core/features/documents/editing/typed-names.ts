import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';
import { partiesOf, partyName } from '../forms/index.ts';

/** Shorter names are too like other words. */
const shortest = 6;

/** Full names of the units of a case, which a text may misspell. */
export function partyNamesOf(facts: FilingFacts): string[] {
  const names = partiesOf(facts).flatMap(({ party }) =>
    party.kind === 'organisation' ? (partyName(party) ?? []) : [],
  );
  return [...new Set(names)].filter((name) => [...name].length >= shortest);
}

export interface AlmostName {
  readonly typed: string;
  readonly name: string;
}

/** Places at which a text has nearly the name of a party: one character wrong, lost or too many, or two wrong. */
export function almostNames(text: string, names: readonly string[]): AlmostName[] {
  const found = new Map<string, AlmostName>();
  for (const name of names) {
    const letters = [...name];
    const tail = letters.slice(-2).join('');
    for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
      const before = [...text.slice(Math.max(0, at - 2 * letters.length), at + tail.length)];
      if (names.some((whole) => before.join('').endsWith(whole))) continue;
      const typed = nearest(before, letters);
      if (typed !== null) found.set(`${typed} ${name}`, { typed, name });
    }
  }
  return [...found.values()];
}

/** The end of `before` that is nearest to the name, if it is near enough to be meant for it. */
function nearest(before: readonly string[], name: readonly string[]): string | null {
  let best: { readonly text: string; readonly distance: number } | null = null;
  for (const length of [name.length, name.length - 1, name.length + 1]) {
    if (length > before.length) continue;
    const typed = before.slice(before.length - length);
    const distance = distanceOf(typed, name);
    if (distance <= (length === name.length ? 2 : 1) && (best === null || distance < best.distance))
      best = { text: typed.join(''), distance };
  }
  return best?.text ?? null;
}

/** Levenshtein distance in code points. */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, x] of a.entries()) {
    const next = [i + 1];
    for (const [j, y] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
