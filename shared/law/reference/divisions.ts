import { areaStem } from './row.ts';

/** Names by stem: two digits a province, four a prefecture, six a county. */
export type DivisionNames = Readonly<Record<string, string>>;

/** A place of GB/T 2260 that can be chosen. */
export interface Division {
  /** Six digits; `510100` is a whole prefecture. */
  readonly code: string;
  /** Its own name, such as `武侯区`. */
  readonly name: string;
  /** Province, prefecture and county: `四川省成都市武侯区`. */
  readonly path: string;
}

// Rows that only hold the counties of a province together; nobody says them.
const fillers: ReadonlySet<string> = new Set([
  '市辖区',
  '县',
  '省直辖县级行政区划',
  '自治区直辖县级行政区划',
]);

/** Null for a code that the table does not have. */
export function divisionOf(names: DivisionNames, code: string): Division | null {
  if (!/^\d{6}$/.test(code)) return null;
  const stem = areaStem(code);
  const name = Object.hasOwn(names, stem) ? names[stem] : undefined;
  if (name === undefined) return null;
  const parents = [stem.slice(0, 2), stem.slice(0, 4)].filter((s) => s.length < stem.length);
  const above = parents.flatMap((s) => names[s] ?? []).filter((n) => !fillers.has(n));
  return { code, name, path: [...above, name].join('') };
}

/** Every place of the table in the order of its code, without the rows that only hold counties together. */
export function listDivisions(names: DivisionNames): Division[] {
  const codes = Object.keys(names)
    .filter((stem) => stem.length !== 4 || !fillers.has(names[stem] ?? ''))
    .map((stem) => stem.padEnd(6, '0'));
  // A prefecture without counties, such as 东莞, stands in the table under four digits and under six.
  return [...new Set(codes)].sort().flatMap((code) => divisionOf(names, code) ?? []);
}

/** How well a place answers what was typed, 0 best; null when it does not. Blanks do not count. */
export function divisionRank(division: Division, typed: string): number | null {
  const needle = typed.normalize('NFKC').replace(/\s/g, '');
  const { code, name, path } = division;
  if (needle === '') return null;
  if (/^\d+$/.test(needle)) return code === needle ? 0 : code.startsWith(needle) ? 1 : null;
  if (name === needle || path === needle) return 0;
  if (name.startsWith(needle)) return 1;
  if (name.includes(needle)) return 2;
  if (path.includes(needle)) return 3;
  return inOrder(needle, path) ? 4 : null;
}

/**
 * Places that a name or a code means, the closest meaning alone: `成都武侯` is one place, `朝阳区` is two, and
 * an unknown name none.
 */
export function findDivisions(names: DivisionNames, typed: string): Division[] {
  let best: { rank: number; found: Division[] } = { rank: Number.POSITIVE_INFINITY, found: [] };
  for (const division of listDivisions(names)) {
    const rank = divisionRank(division, typed);
    if (rank === null || rank > best.rank) continue;
    if (rank < best.rank) best = { rank, found: [] };
    best.found.push(division);
  }
  return best.found;
}

/** `成都武侯` stands in `四川省成都市武侯区`: every character, in this order. */
function inOrder(needle: string, text: string): boolean {
  let from = 0;
  for (const character of needle) {
    const at = text.indexOf(character, from);
    if (at === -1) return false;
    from = at + character.length;
  }
  return true;
}
