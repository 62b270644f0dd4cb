/** Ids of one statement: SQLite binds a bounded number of values. */
const atOnce = 500;

/** The items in the order given, at most five hundred at a time. */
export function* portions<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += atOnce) yield items.slice(i, i + atOnce);
}
