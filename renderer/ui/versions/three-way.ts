/** A field in three versions. */
export interface Difference {
  /** Keys from the outside in; a row of a list by what names it. */
  readonly path: readonly string[];
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** Both sides' changes; where both changed the same field, mine until somebody has chosen. */
  readonly value: T;
  /** Fields that only the other side changed. */
  readonly taken: readonly Difference[];
  /** Fields that both sides changed, each to something else. */
  readonly differences: readonly Difference[];
}

/** Which lists have rows that can be told apart: key of the form → what names a row. */
export type RowNames = Readonly<Record<string, (row: never) => string>>;

type Fields = Readonly<Record<string, unknown>>;

/** React's own key of a row is no part of what was typed. */
const ownKey = 'key';

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two pieces of a form say the same. Nothing and a blank text are the same: nobody can see the difference. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((v, i) => sameValue(v, b[i]));
  if (!isFields(a) || !isFields(b)) return false;
  return keysOf(a, b).every((key) => sameValue(a[key], b[key]));
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

function keysOf(...all: readonly Fields[]): string[] {
  return [...new Set(all.flatMap((fields) => Object.keys(fields)))].filter((key) => key !== ownKey);
}

/** Rows by name; null where a name is blank or stands twice, so that nothing is mixed up. */
function named(rows: readonly unknown[], name: (row: never) => string): Map<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const row of rows) {
    // A row that was only just added and says nothing yet.
    if (sameValue(row, {})) continue;
    const own = name(row as never);
    if (own === '' || found.has(own)) return null;
    found.set(own, row);
  }
  return found;
}

/**
 * Brings two changes of the same form together: what only one side touched is taken from it without asking. Lists are
 * one field, unless `rows` says how their rows are told apart; then each row is one.
 * @param base what both sides started from.
 */
export function threeWay<T>(base: T, mine: T, theirs: T, rows: RowNames = {}): Merged<T> {
  const taken: Difference[] = [];
  const differences: Difference[] = [];

  /** Names what they changed, field by field. */
  const take = (path: readonly string[], b: unknown, t: unknown): void => {
    if (sameValue(b, t)) return;
    if (isFields(b) && isFields(t)) for (const key of keysOf(b, t)) take([...path, key], b[key], t[key]);
    else taken.push({ path, base: b, mine: b, theirs: t });
  };

  const merge = (path: readonly string[], b: unknown, m: unknown, t: unknown): unknown => {
    if (sameValue(m, t) || sameValue(b, m)) {
      if (!sameValue(m, t)) take(path, b, t);
      return t;
    }
    if (sameValue(b, t)) return m;
    if (isFields(b) && isFields(m) && isFields(t)) {
      return Object.fromEntries(
        keysOf(b, m, t).map((key) => [key, merge([...path, key], b[key], m[key], t[key])]),
      );
    }
    const name = rows[path.join('.')];
    if (name && Array.isArray(b) && Array.isArray(m) && Array.isArray(t)) {
      const [before, own, other] = [named(b, name), named(m, name), named(t, name)];
      if (before && own && other) return mergeRows(path, before, own, other);
    }
    differences.push({ path, base: b, mine: m, theirs: t });
    return m;
  };

  /** In the order of theirs; what I added follows. A row that one side removed and the other changed is a difference. */
  const mergeRows = (
    path: readonly string[],
    b: ReadonlyMap<string, unknown>,
    m: ReadonlyMap<string, unknown>,
    t: ReadonlyMap<string, unknown>,
  ): unknown[] =>
    [...new Set([...t.keys(), ...m.keys()])].flatMap((row) => {
      const at = [...path, row];
      const [was, own, other] = [b.get(row), m.get(row), t.get(row)];
      if (sameValue(was, own) || sameValue(own, other)) {
        if (!sameValue(own, other)) taken.push({ path: at, base: was, mine: own, theirs: other });
        return other === undefined ? [] : [other];
      }
      if (!sameValue(was, other)) differences.push({ path: at, base: was, mine: own, theirs: other });
      return own === undefined ? [] : [own];
    });

  const value = merge([], base, mine, theirs) as T;
  return { value, taken, differences };
}

/** The merged form with the other side's version of the chosen fields. */
export function withTheirs<T>(
  merged: Merged<T>,
  chosen: (path: readonly string[]) => boolean,
  rows: RowNames = {},
): T {
  return merged.differences
    .filter((d) => chosen(d.path))
    .reduce((value, d) => put(value, d.path, d, rows), merged.value as unknown) as T;
}

/** The differences as they are when a text keeps both versions: theirs, which stood first, then mine. */
export function withBoth<T>(merged: Merged<T>, chosen: (path: readonly string[]) => boolean): Merged<T> {
  return {
    ...merged,
    differences: merged.differences.map((d) =>
      chosen(d.path) ? { ...d, theirs: oneAfterTheOther(String(d.theirs ?? ''), String(d.mine ?? '')) } : d,
    ),
  };
}

/** Two versions of a text in one: what both begin or end with stands once. */
export function oneAfterTheOther(theirs: string, mine: string): string {
  const [a, b] = [theirs.split('\n'), mine.split('\n')];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [...a.slice(0, a.length - tail), ...b.slice(head)].join('\n');
}

function put(
  value: unknown,
  path: readonly string[],
  difference: Difference,
  rows: RowNames,
  done: readonly string[] = [],
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return difference.theirs;
  if (Array.isArray(value)) {
    const name = rows[done.join('.')];
    const at = name ? value.findIndex((row) => name(row as never) === key) : -1;
    if (difference.theirs === undefined) return value.filter((_, i) => i !== at);
    return at < 0
      ? [...value, difference.theirs]
      : value.map((row, i) => (i === at ? difference.theirs : row));
  }
  const fields = value as Fields;
  return { ...fields, [key]: put(fields[key], rest, difference, rows, [...done, key]) };
}
