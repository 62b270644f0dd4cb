import { cleanLine } from '../../kernel/text.ts';
import { synonyms } from '../transfer/roster.synonyms.ts';
import type { RosterField } from '../transfer/roster.types.ts';
import { columnLetter } from '../transfer/sheet.ts';
import { compact } from '../transfer/text.values.ts';
import { type CellProblem, readCell } from './group.cells.ts';
import type { CellValue, ColumnId, Values } from './group.fields.ts';

/**
 * Cells of a block as a spreadsheet puts it into the clipboard: tabs between cells, line breaks between rows. A cell
 * with a tab, a break or a quote in it stands in quotes, its own quotes doubled. A quote that is never closed is text.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n');
  const cell = (): string => {
    if (source[at] === '"') {
      const quoted = quotedCell(source, at);
      if (quoted) {
        at = quoted.end;
        return quoted.text;
      }
    }
    const rest = /[\t\n]/.exec(source.slice(at));
    const end = rest ? at + rest.index : source.length;
    const plain = source.slice(at, end);
    at = end;
    return plain;
  };
  while (at <= source.length) {
    row.push(cell());
    const sign = source[at];
    at += 1;
    if (sign === '\t') continue;
    rows.push(row);
    row = [];
    // The break after the last row ends it; it begins no further one.
    if (sign === undefined || at === source.length) break;
  }
  return rows;
}

function quotedCell(source: string, start: number): { text: string; end: number } | null {
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return null;
    text += source.slice(at, quote);
    const next = source[quote + 1];
    if (next === '"') {
      text += '"';
      at = quote + 2;
    } else if (next === undefined || next === '\t' || next === '\n') return { text, end: quote + 1 };
    else return null;
  }
}

/** Cells → the text that a spreadsheet pastes as a block. */
export function formatBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** What can be wrong with a place in a pasted block beyond what one cell tells. */
export const pasteProblems = [
  'column-unknown',
  'column-twice',
  'beyond-columns',
  'beyond-rows',
  'not-editable',
  'id-twice-in-block',
  'id-of-another-name',
  'name-of-several',
  'worker-twice',
  'dates-reversed',
  'period-needed',
  'too-many-workers',
  'date-year-assumed',
] as const;
export type PasteProblem = (typeof pasteProblems)[number] | CellProblem;

/** One worker as the matrix shows it. */
export interface PasteTarget {
  readonly memberId: string;
  readonly values: Values;
  /** Columns that follow from other entries and cannot be typed over. */
  readonly locked: ReadonlySet<ColumnId>;
}

export interface PasteInput {
  readonly block: readonly (readonly string[])[];
  /** Columns that can be typed into, from left to right. */
  readonly columns: readonly ColumnId[];
  /** Words under which a column may be headed, besides those that rosters use. */
  readonly words: ReadonlyMap<ColumnId, readonly string[]>;
  /** Where the block begins: a row of `shown` and an index of `columns`. */
  readonly at: { readonly row: number; readonly column: number };
  /** Rows in the order of the screen; those a filter hides are only in `all`. */
  readonly shown: readonly PasteTarget[];
  readonly all: readonly PasteTarget[];
  /** Whether a period for a sum of arrears is known for the group. */
  readonly hasPeriod: boolean;
}

export interface BlockProblem {
  /** Row of the block from 1, and the letter of its column: as in the spreadsheet that it was copied from. */
  readonly row: number;
  readonly column: string | null;
  /** 0-based column of the block; null where the whole row is meant. */
  readonly at: number | null;
  readonly field: ColumnId | null;
  readonly code: PasteProblem;
  readonly severity: 'error' | 'warning';
  readonly value: string;
  readonly name: string;
  /** Another row that the problem is about. */
  readonly other?: number | string;
}

export interface PasteLine {
  readonly row: number;
  /** Null for a worker who is not in the case yet. */
  readonly memberId: string | null;
  readonly name: string;
  readonly set: Values;
  /** `left-out`: a cell of it is wrong. `skipped`: blank, a heading or a line of totals. */
  readonly outcome: 'add' | 'change' | 'same' | 'left-out' | 'skipped';
}

export interface PastePlan {
  readonly heading: boolean;
  readonly fields: readonly (ColumnId | null)[];
  readonly lines: readonly PasteLine[];
  readonly problems: readonly BlockProblem[];
  readonly counts: Readonly<Record<PasteLine['outcome'] | 'cells', number>>;
}

const rosterColumns: Readonly<Partial<Record<RosterField, ColumnId>>> = {
  name: 'name',
  idNumber: 'idNumber',
  phone: 'phone',
  team: 'team',
  trade: 'post',
  startDate: 'start',
  endDate: 'end',
  wageUnit: 'wageUnit',
  rate: 'rate',
  period: 'period',
  owed: 'arrears',
  bankHolder: 'bankHolder',
  bankName: 'bankName',
  bankAccount: 'bankAccount',
};

const bare = (text: string): string =>
  compact(text)
    .replace(/[（(].*[)）]|[*：:]/gu, '')
    .toLowerCase();

/** A running number or a remark tells nothing that is kept; to leave it out is no loss worth a word. */
const ignored = /^(序号|编号|no\.?|#|备注|说明|签名|签字|合计|小计|总计|性别|sex)$/i;

function columnOfHeading(text: string, input: PasteInput): ColumnId | null {
  const word = bare(text);
  if (word === '') return null;
  for (const [column, words] of input.words) if (words.some((w) => bare(w) === word)) return column;
  const allowed = (field: RosterField): ColumnId | null => {
    const column = rosterColumns[field];
    return column && input.columns.includes(column) ? column : null;
  };
  for (const { field, exact } of synonyms) if (exact.includes(word)) return allowed(field);
  for (const { field, part, not } of synonyms)
    if (part?.test(word) && !not?.test(word) && [...word].length <= 12) return allowed(field);
  return null;
}

/** Two columns that the first line names make it a heading, unless its cells are values of such columns. */
function headingOf(input: PasteInput): (ColumnId | null)[] | null {
  const first = input.block[0] ?? [];
  if (first.some((cell) => /\d{4,}/.test(cell))) return null;
  const columns = first.map((cell) => columnOfHeading(cell, input));
  const named = columns.filter((c) => c !== null);
  return named.length >= 2 || (named.length === 1 && first.length === 1 && input.block.length > 1)
    ? columns
    : null;
}

const totals = /^(合计|总计|小计|共计|合计金额|总额|total|subtotal|sum)$/i;

/**
 * What pasting a block would do. Rows under a heading with names or ID numbers find their workers by them; any other
 * block goes cell by cell from where it is put. A blank cell changes nothing. A row with a wrong or doubtful cell is
 * left out as a whole.
 */
export function planPaste(input: PasteInput): PastePlan {
  const heading = headingOf(input);
  const width = Math.max(0, ...input.block.map((r) => r.length));
  const problems: BlockProblem[] = [];
  const fields = heading
    ? headedFields(heading, input, problems)
    : Array.from({ length: width }, (_, i) => input.columns[input.at.column + i] ?? null);
  const byIdentity = heading !== null && (fields.includes('name') || fields.includes('idNumber'));
  const seen = new Map<string, number>();
  const known = indexOf(input.all);
  const taken = new Set<string>();
  const lines: PasteLine[] = [];
  let placed = input.at.row;
  let added = 0;
  for (const [i, cells] of input.block.entries()) {
    const row = i + 1;
    const isHeading = heading !== null && i === 0;
    const isTotal = cells.slice(0, 3).some((cell) => totals.test(compact(cell)));
    if (isHeading || isTotal || cells.every((cell) => cleanLine(cell) === '')) {
      if (!heading && !isTotal) placed += 1;
      lines.push({ row, memberId: null, name: '', set: {}, outcome: 'skipped' });
      continue;
    }
    const own: BlockProblem[] = [];
    const nameAt = fields.indexOf('name');
    const typedName = nameAt < 0 ? '' : cleanLine(cells[nameAt] ?? '');
    const report = (
      at: number | null,
      code: PasteProblem,
      severity: 'error' | 'warning' = 'error',
      other?: number | string,
    ): void =>
      void own.push({
        row,
        column: at === null ? null : columnLetter(at),
        at,
        field: at === null ? null : (fields[at] ?? null),
        code,
        severity,
        value: at === null ? '' : cleanLine(cells[at] ?? ''),
        name: typedName,
        ...(other === undefined ? {} : { other }),
      });
    const set: Partial<Record<ColumnId, CellValue>> = {};
    cells.forEach((text, at) => {
      if (cleanLine(text) === '') return;
      const field = fields[at] ?? null;
      if (field === null) {
        if (!heading) report(at, 'beyond-columns');
        return;
      }
      const read = readCell(field, text);
      if ('problem' in read) report(at, read.problem);
      else if (read.doubt) report(at, read.doubt);
      else {
        if (read.note) report(at, read.note, 'warning');
        if (read.value !== null) set[field] = read.value;
      }
    });
    let target: PasteTarget | null = null;
    if (byIdentity) {
      const found = find(set, known);
      if ('problem' in found) report(fields.indexOf(found.field), found.problem, 'error', found.other);
      else target = found.target;
    } else {
      target = input.shown[placed] ?? null;
      placed += 1;
    }
    const id = typeof set.idNumber === 'string' ? set.idNumber : null;
    const first = id === null ? undefined : seen.get(id);
    if (first !== undefined) report(fields.indexOf('idNumber'), 'id-twice-in-block', 'error', first);
    else if (id !== null) {
      seen.set(id, row);
      const holder = byIdentity ? undefined : known.byId.get(id);
      if (holder && holder.memberId !== target?.memberId)
        report(fields.indexOf('idNumber'), 'id-of-another-name', 'error', String(holder.values.name ?? ''));
    }
    if (target && taken.has(target.memberId)) report(nameAt < 0 ? null : nameAt, 'worker-twice');
    if (target && own.every((p) => p.severity !== 'error')) taken.add(target.memberId);
    const start = set.start ?? target?.values.start ?? null;
    const end = set.end ?? target?.values.end ?? null;
    if ((set.start ?? set.end) && typeof start === 'string' && typeof end === 'string' && end < start)
      report(fields.indexOf(set.end ? 'end' : 'start'), 'dates-reversed');
    if (target) {
      for (const column of Object.keys(set) as ColumnId[]) {
        if (set[column] === target.values[column]) delete set[column];
        else if (target.locked.has(column)) report(fields.indexOf(column), 'not-editable');
      }
    } else if (typeof set.name !== 'string' && own.length === 0)
      report(nameAt < 0 ? null : nameAt, nameAt < 0 ? 'beyond-rows' : 'name-missing');
    const period = set.period ?? target?.values.period ?? (start && end ? true : null);
    if (typeof set.arrears === 'number' && set.arrears > 0 && !period && !input.hasPeriod)
      report(fields.indexOf('arrears'), 'period-needed');
    const wrong = own.some((p) => p.severity === 'error');
    if (!target && !wrong) {
      added += 1;
      if (input.all.length + added > mostWorkers) report(null, 'too-many-workers');
    }
    problems.push(...own);
    const outcome = own.some((p) => p.severity === 'error')
      ? 'left-out'
      : !target
        ? 'add'
        : Object.keys(set).length === 0
          ? 'same'
          : 'change';
    lines.push({
      row,
      memberId: target?.memberId ?? null,
      name: typedName || String(target?.values.name ?? ''),
      set,
      outcome,
    });
  }
  const count = (outcome: PasteLine['outcome']): number => lines.filter((l) => l.outcome === outcome).length;
  return {
    heading: heading !== null,
    fields,
    lines,
    problems,
    counts: {
      add: count('add'),
      change: count('change'),
      same: count('same'),
      'left-out': count('left-out'),
      skipped: count('skipped'),
      cells: lines
        .filter((l) => l.outcome === 'add' || l.outcome === 'change')
        .reduce((sum, l) => sum + Object.keys(l.set).length, 0),
    },
  };
}

/** As many workers as one case holds. */
export const mostWorkers = 2000;

function headedFields(
  heading: readonly (ColumnId | null)[],
  input: PasteInput,
  problems: BlockProblem[],
): (ColumnId | null)[] {
  const used = new Set<ColumnId>();
  return heading.map((column, at) => {
    const value = cleanLine(input.block[0]?.[at] ?? '');
    const report = (code: PasteProblem): null => {
      problems.push({
        row: 1,
        column: columnLetter(at),
        at,
        field: null,
        code,
        severity: 'warning',
        value,
        name: '',
      });
      return null;
    };
    const filled = input.block.slice(1).some((row) => cleanLine(row[at] ?? '') !== '');
    if (column === null) return filled && !ignored.test(bare(value)) ? report('column-unknown') : null;
    if (used.has(column)) return report('column-twice');
    used.add(column);
    return column;
  });
}

interface Known {
  readonly byId: ReadonlyMap<string, PasteTarget>;
  readonly byName: ReadonlyMap<string, readonly PasteTarget[]>;
}

function indexOf(all: readonly PasteTarget[]): Known {
  const byId = new Map<string, PasteTarget>();
  const byName = new Map<string, PasteTarget[]>();
  for (const target of all) {
    const { name, idNumber } = target.values;
    if (typeof idNumber === 'string') byId.set(idNumber.toUpperCase(), target);
    const list = byName.get(String(name ?? ''));
    if (list) list.push(target);
    else byName.set(String(name ?? ''), [target]);
  }
  return { byId, byName };
}

type Found =
  | { readonly target: PasteTarget | null }
  | { readonly problem: PasteProblem; readonly field: ColumnId; readonly other?: string };

/** By ID number, else by a name that only one worker has and nothing contradicts. */
function find(set: Values, known: Known): Found {
  const id = typeof set.idNumber === 'string' ? set.idNumber : null;
  const name = typeof set.name === 'string' ? set.name : null;
  const byId = id === null ? undefined : known.byId.get(id);
  if (byId) {
    const other = String(byId.values.name ?? '');
    return name !== null && other !== name
      ? { problem: 'id-of-another-name', field: 'idNumber', other }
      : { target: byId };
  }
  if (name === null) return { target: null };
  const alike = (known.byName.get(name) ?? []).filter(
    ({ values: v }) => !(id && v.idNumber) && !(set.phone && v.phone && set.phone !== v.phone),
  );
  if (alike.length > 1) return { problem: 'name-of-several', field: 'name' };
  return { target: alike[0] ?? null };
}

/** The rows of a block that were left out, with a column that says why, as a spreadsheet takes it back. */
export function leftOutBlock(
  block: readonly (readonly string[])[],
  plan: PastePlan,
  why: (problem: BlockProblem) => string,
): string[][] {
  const width = Math.max(0, ...block.map((r) => r.length));
  const padded = (row: readonly string[], last: string): string[] => [
    ...Array.from({ length: width }, (_, i) => row[i] ?? ''),
    last,
  ];
  const rows = plan.lines
    .filter((l) => l.outcome === 'left-out')
    .map((l) =>
      padded(
        block[l.row - 1] ?? [],
        plan.problems
          .filter((p) => p.row === l.row && p.severity === 'error')
          .map(why)
          .join('；'),
      ),
    );
  return plan.heading ? [padded(block[0] ?? [], ''), ...rows] : rows;
}
