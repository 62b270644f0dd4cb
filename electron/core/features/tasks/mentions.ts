interface Colleague {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom a text calls with `@`. Chinese names follow without a blank, so the longest name that stands there counts: of
 * 李明 and 李明华, `@李明华，请看` calls the second only.
 */
export function mentionsIn<T extends Colleague>(text: string, colleagues: readonly T[]): T[] {
  const byLength = [...colleagues].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<T>();
  for (let at = nextSign(text, 0); at >= 0; at = nextSign(text, at + 1)) {
    const rest = text.slice(at + 1);
    const called = byLength.find((c) => rest.startsWith(c.name));
    if (called) found.add(called);
  }
  return [...found];
}

/** `@`, or the wide one of Chinese keyboards. */
function nextSign(text: string, from: number): number {
  const rest = text.slice(from).search(/[@＠]/u);
  return rest < 0 ? -1 : from + rest;
}
