/** Ids of one statement: SQLite binds a bounded number of values. */
const atOnce = 500;

/** The items in the order given, at most five hundred at a time. */
export function* portions<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += atOnce) yield items.slice(i, i + atOnce);
}

/**
 * The items, the last one repeated until there are 1, 2, 4 or a multiple of 8 of them, for the list of an `in`: each
 * length is a statement of its own, to be put together and compiled.
 */
export function inFewLengths<T>(items: readonly T[]): readonly T[] {
  const { length } = items;
  const last = items[length - 1];
  if (last === undefined) return items;
  const wanted = length <= 2 ? length : length <= 4 ? 4 : Math.ceil(length / 8) * 8;
  return length === wanted ? items : [...items, ...new Array<T>(wanted - length).fill(last)];
}
