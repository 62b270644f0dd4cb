import { residentId } from '../../law/identifiers/resident-id.ts';
import { periodOfValue, readCell } from './group.cells.ts';
import type { GroupRow, WorkerMoney } from './group.contract.ts';
import { type ColumnId, claimColumn, facts, type SharedId, sharedIds } from './group.fields.ts';

/** What is to be looked at in a worker's row; sentences in `locales/…/group.json`. */
export const checkCodes = [
  'id-missing',
  'id-twice',
  'id-doubtful',
  'name-twice',
  'phone-missing',
  'phone-invalid',
  'start-missing',
  'rate-missing',
  'nothing-claimed',
  'arrears-before-start',
  'arrears-after-end',
  'claim-outdated',
  'claim-not-computed',
  'claim-differs',
] as const;
export type CheckCode = (typeof checkCodes)[number];

export interface RowCheck {
  readonly memberId: string;
  readonly column: ColumnId;
  readonly code: CheckCode;
  /** `error` keeps a paper from being right, `warning` wants a look, `note` only says so. */
  readonly severity: 'error' | 'warning' | 'note';
}

const idOf = ({ values }: GroupRow): string | null =>
  typeof values.idNumber === 'string' ? values.idNumber.toUpperCase() : null;

/** Everything to be looked at in the group, row by row in the order of the rows. */
export function checksOf(rows: readonly GroupRow[]): RowCheck[] {
  const ids = countBy(rows.map(idOf));
  const names = countBy(rows.map((r) => String(r.values.name ?? '')));
  return rows.flatMap((row) => rowChecks(row, ids, names));
}

function countBy(keys: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function rowChecks(
  row: GroupRow,
  ids: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, number>,
): RowCheck[] {
  const found: RowCheck[] = [];
  const add = (column: ColumnId, code: CheckCode, severity: RowCheck['severity'] = 'warning'): void =>
    void found.push({ memberId: row.memberId, column, code, severity });
  const { values } = row;
  const id = idOf(row);
  if (id === null) {
    add('idNumber', 'id-missing');
    if ((names.get(String(values.name ?? '')) ?? 0) > 1) add('name', 'name-twice');
  } else {
    if ((ids.get(id) ?? 0) > 1) add('idNumber', 'id-twice', 'error');
    // Other documents have no check digit.
    if (/^\d{17}[\dX]$/.test(id) && !residentId(id).ok) add('idNumber', 'id-doubtful', 'error');
  }
  if (values.phone === null || values.phone === undefined) add('phone', 'phone-missing', 'note');
  else if ('doubt' in readCell('phone', String(values.phone))) add('phone', 'phone-invalid');
  if (!values.start) add('start', 'start-missing');
  if (values.rate === null || values.rate === undefined) add('rate', 'rate-missing');
  if (row.claimedFen === 0) add('arrears', 'nothing-claimed');
  const period = periodOfValue(values.period);
  if (period && row.arrears.owedFen > 0) {
    if (typeof values.start === 'string' && period.from < values.start) add('period', 'arrears-before-start');
    if (typeof values.end === 'string' && period.to > values.end) add('period', 'arrears-after-end');
  }
  for (const [calculator, cell] of Object.entries(row.claims)) {
    const column = claimColumn(calculator);
    if (cell.outdated) add(column, 'claim-outdated');
    if (cell.typed && cell.computedFen === null) add(column, 'claim-not-computed');
    else if (cell.typed) add(column, 'claim-differs', 'note');
  }
  return found;
}

/** Columns in which a worker differs from what holds for the group. */
export function exceptionsOf(row: GroupRow, shared: GroupShared): SharedId[] {
  return sharedIds.filter((field) => {
    const common = shared[field];
    const own = row.values[field];
    return common !== undefined && common !== null && own !== null && own !== undefined && own !== common;
  });
}
export type GroupShared = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const noMoney: WorkerMoney = { settledFen: 0, awardedFen: 0, paidFen: 0, openFen: 0, overFen: 0 };
const moneyKeys = Object.keys(noMoney) as (keyof WorkerMoney)[];

/** Sums of a column or of everything over rows, in fen. */
export interface Totals {
  readonly arrearsFen: number;
  readonly claims: Readonly<Record<string, number>>;
  readonly claimedFen: number;
  readonly computedFen: number;
  readonly money: WorkerMoney;
  readonly count: number;
}

/** What the foot of the matrix shows. The claimed total is the sum of its columns and of its rows alike. */
export function totalsOf(rows: readonly GroupRow[], calculators: readonly string[]): Totals {
  const claims: Record<string, number> = Object.fromEntries(calculators.map((c) => [c, 0]));
  let arrearsFen = 0;
  let claimedFen = 0;
  let computedFen = 0;
  const money = { ...noMoney };
  for (const row of rows) {
    arrearsFen += row.arrears.owedFen;
    claimedFen += row.claimedFen;
    computedFen += row.computedFen;
    for (const key of moneyKeys) money[key] += row.money[key];
    for (const c of calculators) claims[c] = (claims[c] ?? 0) + (row.claims[c]?.claimedFen ?? 0);
  }
  return { arrearsFen, claims, claimedFen, computedFen, money, count: rows.length };
}

/** A value of a row by its column: facts, arrears and claims alike. */
export function cellOf(row: GroupRow, column: ColumnId) {
  if (column === 'arrears') return row.arrears.owedFen === 0 ? null : row.arrears.owedFen;
  if (column.startsWith('claim:')) return row.claims[column.slice(6)]?.claimedFen ?? null;
  return row.values[column] ?? null;
}

/** Why a cell cannot be typed over; null where it can. */
export function lockOf(row: GroupRow, column: ColumnId): 'several-periods' | 'several-items' | null {
  if (column === 'arrears' && !row.arrears.direct) return 'several-periods';
  if (column === 'period' && !row.arrears.direct) return 'several-periods';
  if (column.startsWith('claim:') && (row.claims[column.slice(6)]?.items ?? 0) > 1) return 'several-items';
  return null;
}

export const isExtra = (column: ColumnId): boolean =>
  column in facts && facts[column as SharedId].extra === true;
