import type { PlainDate } from '../../kernel/date.ts';
import type {
  ParseOptions,
  Period,
  ProblemCode,
  RosterField,
  RosterLayout,
  RowProblem,
  WageUnit,
} from './roster.types.ts';
import { type Cell, columnLetter, emptyCell, type MergedArea, type Sheet } from './sheet.ts';

/** One row of the sheet seen through the layout. It gathers what is wrong with the row. */
export interface RowReader {
  /** 0-based. */
  readonly index: number;
  readonly dateSystem: Sheet['dateSystem'];
  readonly today: PlainDate | null;
  /** Year of dates written without one. */
  readonly year: number | null;
  readonly wageUnit: WageUnit;
  readonly scale: 1 | 10_000;
  readonly period: Period | null;
  readonly problems: RowProblem[];
  /** The field's cell; a cell that only repeats its left neighbour in a merge is empty. */
  cell(field: RosterField): Cell;
  at(column: number): Cell;
  column(field: RosterField): number | null;
  /** True when the cell is merged with rows of other workers, so that its amount belongs to nobody alone. */
  sharedWithOthers(column: number): boolean;
  /** True when the cell repeats the one above it in a merge. */
  repeated(column: number): boolean;
  report(
    field: RosterField | null,
    code: ProblemCode,
    severity: RowProblem['severity'],
    params?: RowProblem['params'],
    column?: number,
  ): void;
}

/** Merged areas of more than one row by their first cell. */
export type VerticalMerges = ReadonlyMap<string, MergedArea>;

export function verticalMerges(sheet: Sheet): VerticalMerges {
  return new Map(sheet.merges.filter((m) => m.bottom > m.top).map((m) => [`${m.top},${m.left}`, m]));
}

/** Reader of row `index`; cells that hold a spreadsheet error are reported at once. */
export function rowReader(
  sheet: Sheet,
  layout: RosterLayout,
  options: ParseOptions,
  index: number,
  merges: VerticalMerges,
): RowReader {
  const area = (column: number): MergedArea | undefined => {
    if (sheet.rows[index]?.[column]?.corrected) return undefined;
    const from = sheet.rows[index]?.[column]?.mergedFrom ?? { row: index, column };
    return merges.get(`${from.row},${from.column}`);
  };
  const cells = sheet.rows[index] ?? [];
  const problems: RowProblem[] = [];
  const year = options.defaultYear ?? layout.titleYear;
  const reader: RowReader = {
    index,
    dateSystem: sheet.dateSystem,
    today: options.today ?? null,
    year,
    wageUnit: layout.wageUnit ?? options.wageUnit ?? 'day',
    scale: layout.amountUnit === 'wan' ? 10_000 : 1,
    period: layout.titlePeriod ?? options.defaultPeriod ?? null,
    problems,
    at: (column) => {
      const cell = cells[column] ?? emptyCell;
      return cell.mergedFrom && cell.mergedFrom.column !== column ? emptyCell : cell;
    },
    repeated: (column) => (cells[column]?.mergedFrom?.row ?? index) !== index,
    sharedWithOthers: (column) => {
      const amount = area(column);
      if (!amount) return false;
      const name = area(layout.fields.name ?? -1);
      return !name || name.top > amount.top || name.bottom < amount.bottom;
    },
    column: (field) => layout.fields[field] ?? null,
    cell: (field) => {
      const column = layout.fields[field];
      return column === null || column === undefined ? emptyCell : reader.at(column);
    },
    report: (field, code, severity, params, column) => {
      const at = column ?? (field === null ? null : (layout.fields[field] ?? null));
      problems.push({
        row: index + 1,
        column: at === null ? null : columnLetter(at),
        field,
        code,
        severity,
        value: at === null ? '' : reader.at(at).text,
        ...(params && { params }),
      });
    },
  };
  for (const [field, column] of Object.entries(layout.fields)) {
    if (column === null || column === undefined) continue;
    if (reader.at(column).kind === 'error') reader.report(field as RosterField, 'cell-error', 'error');
  }
  for (const m of [...layout.months.map((c) => c.column), ...layout.alsoPaid]) {
    if (reader.at(m).kind === 'error') reader.report(null, 'cell-error', 'error', undefined, m);
  }
  return reader;
}
