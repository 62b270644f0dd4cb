import type { ParsedArrears, ParsedRow, ParsedWorker, Period } from './roster.types.ts';

/**
 * Who a row is, so that the same file twice adds nobody twice: the identity number; else name and phone; else name,
 * first day, rate, trade and team. Contains personal data: for comparing, never for a log.
 */
export function workerKey(worker: ParsedWorker): string {
  if (worker.idNumber) return `id:${worker.idNumber}`;
  if (worker.phone) return `phone:${worker.name}|${worker.phone}`;
  return `name:${[worker.name, worker.startDate, worker.rate, worker.trade, worker.team].map((v) => v ?? '').join('|')}`;
}

/** One person of the file with everything that his rows say. */
export interface ImportWorker {
  readonly key: string;
  readonly worker: ParsedWorker;
  readonly arrears: readonly ParsedArrears[];
  readonly sourceRows: readonly number[];
  /** Rows of the same person for a period that an earlier row already told: left out. */
  readonly repeatedRows: readonly number[];
}

/** A person already in the record; `ref` is the caller's id. */
export interface ExistingWorker {
  readonly ref: string;
  readonly worker: ParsedWorker;
  readonly arrears: readonly ParsedArrears[];
}

export interface FieldDifference {
  readonly field: keyof ParsedWorker | 'arrears';
  /** Null where the record has no value. */
  readonly before: string | null;
  readonly after: string;
  /** Months concerned, for `arrears`. */
  readonly period?: Period | null;
}

export type ConflictReason =
  | 'id-of-another-name'
  | 'several-match'
  | 'name-only'
  | 'id-differs'
  | 'twice-in-file';

export interface ImportPlan {
  readonly add: readonly ImportWorker[];
  readonly same: readonly { readonly incoming: ImportWorker; readonly ref: string }[];
  readonly update: readonly {
    readonly incoming: ImportWorker;
    readonly ref: string;
    readonly differences: readonly FieldDifference[];
  }[];
  /** Cannot be decided without a person. */
  readonly conflict: readonly {
    readonly incoming: ImportWorker;
    readonly refs: readonly string[];
    readonly reason: ConflictReason;
  }[];
}

/** True when two periods share a day; an unknown period overlaps everything. */
export function periodsOverlap(a: Period | null, b: Period | null): boolean {
  return a === null || b === null || (a.from <= b.to && b.from <= a.to);
}

/** Rows of one person (several months in several rows) as one. Rows with errors are left out. */
export function groupByWorker(rows: readonly ParsedRow[]): ImportWorker[] {
  const groups = new Map<string, ImportWorker>();
  for (const row of rows) {
    if (!row.importable) continue;
    const group = groups.get(row.key);
    if (!group) {
      const { key, worker, arrears } = row;
      groups.set(key, { key, worker, arrears, sourceRows: [row.sourceRow], repeatedRows: [] });
      continue;
    }
    const clash = row.arrears.some((a) => group.arrears.some((b) => periodsOverlap(a.period, b.period)));
    groups.set(row.key, {
      ...group,
      worker: fillGaps(group.worker, row.worker),
      arrears: clash ? group.arrears : [...group.arrears, ...row.arrears],
      sourceRows: [...group.sourceRows, row.sourceRow],
      repeatedRows:
        clash || row.arrears.length === 0 ? [...group.repeatedRows, row.sourceRow] : group.repeatedRows,
    });
  }
  return [...groups.values()];
}

function fillGaps(first: ParsedWorker, later: ParsedWorker): ParsedWorker {
  const filled = Object.entries(first).map(([k, v]) => [k, v ?? later[k as keyof ParsedWorker]]);
  return Object.fromEntries(filled) as ParsedWorker;
}

/**
 * Compares the file with the record. A blank in the file never erases: only values that the file states can differ.
 * A person is found by identity number, else by name and phone, else by the full weak key.
 */
export function planImport(
  incoming: readonly ImportWorker[],
  existing: readonly ExistingWorker[],
): ImportPlan {
  const index = indexExisting(existing);
  const add: ImportPlan['add'][number][] = [];
  const same: ImportPlan['same'][number][] = [];
  const update: ImportPlan['update'][number][] = [];
  const conflict: ImportPlan['conflict'][number][] = [];
  const claimed = new Set<string>();
  for (const worker of incoming) {
    const match = findMatch(worker, index);
    if (match.kind === 'none') add.push(worker);
    else if (match.kind === 'conflict')
      conflict.push({ incoming: worker, refs: match.refs, reason: match.reason });
    else if (claimed.has(match.found.ref)) {
      conflict.push({ incoming: worker, refs: [match.found.ref], reason: 'twice-in-file' });
    } else {
      claimed.add(match.found.ref);
      const differences = compare(worker, match.found);
      if (differences.length === 0) same.push({ incoming: worker, ref: match.found.ref });
      else update.push({ incoming: worker, ref: match.found.ref, differences });
    }
  }
  return { add, same, update, conflict };
}

interface Index {
  readonly byKey: ReadonlyMap<string, readonly ExistingWorker[]>;
  readonly byPhone: ReadonlyMap<string, readonly ExistingWorker[]>;
  readonly byName: ReadonlyMap<string, readonly ExistingWorker[]>;
}

const phoneKey = (w: ParsedWorker): string | null => (w.phone ? `${w.name}|${w.phone}` : null);

function indexExisting(existing: readonly ExistingWorker[]): Index {
  const byKey = new Map<string, ExistingWorker[]>();
  const byPhone = new Map<string, ExistingWorker[]>();
  const byName = new Map<string, ExistingWorker[]>();
  const put = (map: Map<string, ExistingWorker[]>, key: string | null, value: ExistingWorker): void => {
    if (key === null) return;
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const e of existing) {
    put(byKey, workerKey(e.worker), e);
    put(byPhone, phoneKey(e.worker), e);
    put(byName, e.worker.name, e);
  }
  return { byKey, byPhone, byName };
}

type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly found: ExistingWorker }
  | { readonly kind: 'conflict'; readonly refs: readonly string[]; readonly reason: ConflictReason };

function findMatch(incoming: ImportWorker, index: Index): Match {
  const { worker } = incoming;
  const refs = (list: readonly ExistingWorker[]): string[] => list.map((e) => e.ref);
  const one = (list: readonly ExistingWorker[]): Match =>
    list.length === 1 && list[0]
      ? { kind: 'found', found: list[0] }
      : { kind: 'conflict', refs: refs(list), reason: 'several-match' };
  const exact = index.byKey.get(incoming.key) ?? [];
  if (exact.length > 0) {
    const other = exact.filter((e) => e.worker.name !== worker.name);
    if (other.length > 0) return { kind: 'conflict', refs: refs(other), reason: 'id-of-another-name' };
    return one(exact);
  }
  const byPhone = index.byPhone.get(phoneKey(worker) ?? '') ?? [];
  if (byPhone.length > 0) {
    const differing = byPhone.filter((e) => worker.idNumber && e.worker.idNumber);
    if (differing.length > 0) return { kind: 'conflict', refs: refs(differing), reason: 'id-differs' };
    return one(byPhone);
  }
  // Same name, and nothing on one side to tell the two apart: a person decides. Two identity numbers do tell apart.
  const sameName = (index.byName.get(worker.name) ?? []).filter(
    (e) => !(worker.idNumber && e.worker.idNumber) && !(worker.phone && e.worker.phone),
  );
  return sameName.length > 0
    ? { kind: 'conflict', refs: refs(sameName), reason: 'name-only' }
    : { kind: 'none' };
}

function compare(incoming: ImportWorker, existing: ExistingWorker): FieldDifference[] {
  const differences: FieldDifference[] = [];
  for (const field of Object.keys(incoming.worker) as (keyof ParsedWorker)[]) {
    // The record keeps no remark of a roster.
    if (field === 'note') continue;
    const after = incoming.worker[field];
    const before = existing.worker[field];
    if (after === null || after === before) continue;
    differences.push({ field, before: before === null ? null : String(before), after: String(after) });
  }
  for (const a of incoming.arrears) {
    const before = existing.arrears.find(
      (b) => a.period?.from === b.period?.from && a.period?.to === b.period?.to,
    );
    if (before && saysTheSame(a, before)) continue;
    const was = before ? arrearsText(before) : null;
    differences.push({ field: 'arrears', before: was, after: arrearsText(a), period: a.period });
  }
  return differences;
}

/**
 * True when nothing that the file states about a period differs from the record. A deduction or payment of nothing
 * states nothing: the record may know of a later one. What is owed counts only where it is all that the file states;
 * else it follows from the rest. A quantity counts only where the record reckons with one.
 */
function saysTheSame(file: ParsedArrears, record: ParsedArrears): boolean {
  const agrees = <T>(stated: T | null, known: T | null): boolean => stated === null || stated === known;
  return (
    agrees(file.gross, record.gross) &&
    agrees(file.deduction || null, record.deduction) &&
    agrees(file.paid || null, record.paid) &&
    (file.gross !== null || agrees(file.owed, record.owed)) &&
    (record.quantity === null || agrees(file.quantity, record.quantity))
  );
}

/** The facts of an entry in fen as comparable text: quantity / gross / deduction / paid / owed. */
function arrearsText(a: ParsedArrears): string {
  return [a.quantity, a.gross, a.deduction, a.paid, a.owed].map((v) => v ?? '').join(' / ');
}
