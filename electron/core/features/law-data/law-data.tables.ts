import {
  type LawDataFile,
  type LawTable,
  lawDataFileSchema,
} from '../../../../shared/features/law-data/law-data.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { parseInput } from '../../kernel/failures.ts';
import { type LawData, type LawFiles, parseLawFiles } from '../../kernel/law-data.ts';

export type Row = Readonly<Record<string, unknown>>;

interface TableDefinition {
  /** File under `resources/law`, and the list in it. */
  readonly file: string;
  readonly list: string;
  /** What tells one row from another: a new row of the same key replaces the old one. */
  readonly key: readonly string[];
  /** The day or year a row is of, for order and for people. */
  readonly since: (row: Row) => string;
  /** Rows of this table carry source and status of their own; a year of holidays carries its notice. */
  readonly sourced: boolean;
  readonly sorted: boolean;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const fromDay = (row: Row): string => text(row.validFrom) || text(row.asOf);
const ofYear = (row: Row): string => text(row.year);
const table = (
  file: string,
  list: string,
  key: readonly string[],
  more: Partial<TableDefinition> = {},
): TableDefinition => ({ file, list, key, since: fromDay, sourced: true, sorted: false, ...more });

export const definitions: Readonly<Record<LawTable, TableDefinition>> = {
  holidays: table('holidays.json', 'years', ['year'], { since: ofYear, sourced: false, sorted: true }),
  'minimum-wages': table('minimum-wages.json', 'minimumWages', ['area', 'validFrom', 'asOf']),
  'average-wages': table('average-wages.json', 'averageWages', ['area', 'year', 'series'], { since: ofYear }),
  lpr: table('lpr.json', 'lpr', ['validFrom'], { sorted: true }),
  'disposable-income': table('disposable-income.json', 'disposableIncome', ['area', 'year'], {
    since: ofYear,
  }),
  'injury-lumps': table('injury-lumps.json', 'injuryLumps', ['area', 'validFrom', 'grade']),
  'heat-allowance': table('heat-allowance.json', 'heatAllowances', ['area', 'validFrom']),
  'working-time': table('working-time.json', 'workingTime', ['validFrom'], { sorted: true }),
  'legal-aid-means': table('aid-and-crime.json', 'legalAidMeans', ['area', 'validFrom']),
  'wage-crime': table('aid-and-crime.json', 'wageCrimeFigures', ['area', 'validFrom']),
};

const record = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});

/** The rows of a table. */
export function rowsOf(files: LawFiles, kind: LawTable): Row[] {
  const { file, list } = definitions[kind];
  const rows = record(files[file])[list];
  return Array.isArray(rows) ? rows.map(record) : [];
}

/** The last day up to which the quotes are complete; null for tables that have no such day. */
function verifiedThroughOf(files: LawFiles, kind: LawTable): string | null {
  return kind === 'lpr' ? text(record(files[definitions[kind].file]).verifiedThrough) || null : null;
}

/** `2027`, `510104 2027-01-01`: the name of a row for people and for comparing. */
export function keyOf(kind: LawTable, row: Row): string {
  return definitions[kind].key
    .map((name) => text(row[name]))
    .filter((part) => part !== '')
    .join(' ');
}

const seriesNames: Readonly<Record<string, string>> = {
  'all-units': '全口径',
  'non-private': '城镇非私营单位',
  private: '城镇私营单位',
  'non-private-on-post': '城镇非私营单位在岗职工',
};

/** The same for people, with the name of the place: `锦江区（510104） 2027-01-01`. */
export function labelOf(kind: LawTable, row: Row): string {
  const place = text(record(row.name).zh);
  return definitions[kind].key
    .map((name) => {
      const part = text(row[name]);
      if (name === 'grade') return part && `${part}级`;
      if (name === 'series') return seriesNames[part] ?? part;
      return name === 'area' && place !== '' ? `${place}（${part}）` : part;
    })
    .filter((part) => part !== '')
    .join(' ');
}

/** Rows as they are stored in the table: what they leave out comes from the file. */
function completed(file: LawDataFile): Row[] {
  if (!definitions[file.kind].sourced) return file.rows;
  return file.rows.map((row) => ({
    ...row,
    source: row.source ?? file.source,
    status: row.status ?? 'verified',
    ...(row.validFrom === undefined && row.asOf === undefined ? { validFrom: file.validFrom } : {}),
  }));
}

/** Independent of the order in which a file writes its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

export interface Merged {
  readonly files: LawFiles;
  readonly added: string[];
  readonly replaced: string[];
  readonly unchanged: string[];
}

/** Puts the rows of a data file among those that are loaded; a row of the same key takes the other's place. */
export function mergeFile(files: LawFiles, file: LawDataFile): Merged {
  const definition = definitions[file.kind];
  const whole = record(files[definition.file]);
  const rows = new Map(rowsOf(files, file.kind).map((row) => [keyOf(file.kind, row), row]));
  const sorted: Merged = { files: {}, added: [], replaced: [], unchanged: [] };
  for (const row of completed(file)) {
    const key = keyOf(file.kind, row);
    const present = rows.get(key);
    const what = !present
      ? sorted.added
      : canonical(present) === canonical(row)
        ? sorted.unchanged
        : sorted.replaced;
    what.push(labelOf(file.kind, row));
    rows.set(key, row);
  }
  const list = [...rows.values()];
  if (definition.sorted) list.sort((a, b) => (definition.since(a) < definition.since(b) ? -1 : 1));
  const before = verifiedThroughOf(files, file.kind);
  // A single quote says nothing of the months before it: only a file that says so makes the table complete up to a day.
  const after = [before, file.verifiedThrough].filter((d) => d).sort();
  return {
    ...sorted,
    files: {
      ...files,
      [definition.file]: {
        ...whole,
        [definition.list]: list,
        ...(before === null ? {} : { verifiedThrough: after.at(-1) }),
      },
    },
  };
}

/** Every yearly notice names these; a file without one is incomplete or was typed wrongly. */
const yearly = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

/**
 * Checks the rows on their own, so that a complaint names the row of the file and not one of the merged table.
 * @throws AppError `invalid-input`: `rows.3.monthly.0` …, `row-twice`, `notice-year-mismatch`, `holiday-missing`.
 */
export function checkRows(shipped: LawFiles, file: LawDataFile): void {
  const { file: name, list, sorted, since } = definitions[file.kind];
  const keys = new Set<string>();
  file.rows.forEach((row, i) => {
    const key = keyOf(file.kind, row);
    if (keys.has(key)) throw fieldError(`rows.${i}`, 'row-twice', { key });
    keys.add(key);
    if (file.kind === 'holidays') checkYear(row, i);
  });
  const rows = completed(file);
  if (sorted) rows.sort((a, b) => (since(a) < since(b) ? -1 : 1));
  try {
    parseLawFiles({ ...shipped, [name]: { ...record(shipped[name]), [list]: rows } });
  } catch (error) {
    throw inRows(error, list);
  }
}

function checkYear(row: Row, i: number): void {
  const year = text(row.year);
  if (!text(record(row.notice).title).includes(year))
    throw fieldError(`rows.${i}.notice.title`, 'notice-year-mismatch', { year });
  const named = (Array.isArray(row.holidays) ? row.holidays : [])
    .map((holiday) => text(record(record(holiday).name).zh))
    .join('、');
  const missing = yearly.find((holiday) => !named.includes(holiday));
  if (missing !== undefined) throw fieldError(`rows.${i}.holidays`, 'holiday-missing', { holiday: missing });
}

/** `minimumWages.3.monthly` of the table is `rows.3.monthly` of the file. */
function inRows(error: unknown, list: string): unknown {
  if (!(error instanceof AppError) || !error.failure.issues) return error;
  return new AppError('invalid-input', {
    issues: error.failure.issues.map((issue) => ({
      ...issue,
      path: issue.path.startsWith(`${list}.`) ? `rows${issue.path.slice(list.length)}` : issue.path,
    })),
  });
}

/** @throws AppError `invalid-input`: `law-file-unknown` when it is no data file, else each bad field. */
export function readDataFile(shipped: LawFiles, bytes: Uint8Array): LawDataFile {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw fieldError('file', 'law-file-unknown');
  }
  if (record(data).format === undefined) throw fieldError('file', 'law-file-unknown');
  const file = parseInput(lawDataFileSchema, data);
  checkRows(shipped, file);
  return file;
}

export interface Layered {
  readonly files: LawFiles;
  readonly law: LawData;
  /** Ids of what this program cannot read any more. */
  readonly unusable: ReadonlySet<string>;
}

/** The shipped data with everything that was added, in the order of adding. One bad file never hides the others. */
export function layer(
  shipped: LawFiles,
  packs: readonly { readonly id: string; readonly body: string }[],
): Layered {
  let files = shipped;
  const unusable = new Set<string>();
  for (const pack of packs) {
    try {
      const file = parseInput(lawDataFileSchema, JSON.parse(pack.body));
      checkRows(shipped, file);
      files = mergeFile(files, file).files;
    } catch (error) {
      if (!(error instanceof AppError || error instanceof SyntaxError)) throw error;
      unusable.add(pack.id);
    }
  }
  return { files, law: parseLawFiles(files), unusable };
}
