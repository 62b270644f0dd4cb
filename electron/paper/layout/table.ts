import { type Fen, formatYuan } from '../../../shared/kernel/money.ts';
import type { Align, Inline, Table, TableCell } from '../model/blocks.ts';
import { breakLines, type Line, widestWord } from './breaker.ts';
import type { PageStack, TableFlow, Unit } from './flow.ts';
import type { LineOp, Role } from './laid-out.ts';
import { mm } from './measures.ts';
import { middle, placeLine, round } from './place.ts';
import { type TextContext, type TextRun, textRun } from './text.ts';

const padX = 4;
const innerRule = 0.5;
const outerRule = 1;
const headerAlign: Align = 'center';

interface CellLayout {
  readonly run: TextRun;
  readonly lines: readonly Line[];
  readonly column: number;
  readonly span: number;
  readonly align: Align;
  readonly size: number;
}

interface Grid {
  readonly left: number;
  /** Edges of the columns, one more than there are columns. */
  readonly edges: readonly number[];
  readonly size: number;
  readonly pitch: number;
  readonly padY: number;
  readonly minHeight: number;
  readonly oneLine: number;
}

type RowKind = 'header' | 'body' | 'foot';

/** Lays a table out as units: a header row that repeats, body rows, foot rows glued to the last body row. */
export function tableUnits(context: TextContext, table: Table, pages: PageStack, room: number): Unit[] {
  const grid = gridOf(table, pages);
  const layRow = (cells: readonly TableCell[], kind: RowKind): CellLayout[] =>
    layCells(context, table, grid, cells, kind);

  const headerCells: readonly TableCell[] = table.columns.map((c) => ({
    content: [{ kind: 'text', text: c.header }],
  }));
  const header = table.showHeader === false ? null : layRow(headerCells, 'header');
  const body = table.rows.map((cells) => layRow(cells, 'body'));
  const foot = (table.footRows ?? []).map((cells) => layRow(cells, 'foot'));
  const headerHeight = header ? rowHeight(header, grid) : 0;
  const heights = [
    ...body.map((row) => rowHeight(row, grid)),
    ...foot.map((row) => rowHeight(row, grid, 'foot')),
  ];
  const total = heights.reduce((sum, height) => sum + height, headerHeight);
  const sums = table.pageSums && total > room ? new PageSums(table.pageSums, layRow, grid) : null;

  const flow = new TableRun(grid, header, headerHeight, sums, pages.node('Table'));
  const before = pages.measures.pitch * (pages.measures.english ? 0.45 : 0.25);
  const units: Unit[] = [];
  if (header) units.push(flow.unit(header, 'header', before));
  body.forEach((row, i) => {
    units.push({ ...flow.unit(row, 'body', units.length === 0 ? before : 0, i), row: i });
  });
  const closing = units.length - 1;
  if (sums && foot.length > 0) units.push(flow.sumUnit());
  for (const row of foot) units.push(flow.unit(row, 'foot', units.length === 0 ? before : 0));
  const last = units[units.length - 1];
  if (last) last.after = pages.measures.pitch * 0.35;
  const whole = table.columns.length;
  const spans = (row: number): boolean => (table.rows[row]?.[0]?.span ?? 1) >= whole;
  const first = header ? 1 : 0;
  units.forEach((unit, i) => {
    const row = i - first;
    // A row that names the group below it must not stand alone at a page's foot.
    const heads = whole > 1 && row >= 0 && row + 1 < body.length && spans(row) && !spans(row + 1);
    unit.keep = heads || (i === 0 && header !== null) || (i >= closing && i < units.length - 1);
  });
  return units;
}

function gridOf(table: Table, pages: PageStack): Grid {
  const { measures } = pages;
  const width = measures.width - measures.left - measures.right;
  const shares = table.columns.map((c) => (c.share > 0 ? c.share : 0));
  const whole = shares.reduce((sum, s) => sum + s, 0) || 1;
  const edges = [measures.left];
  for (const share of shares) edges.push((edges[edges.length - 1] as number) + (width * share) / whole);
  const size = table.sizePt ?? measures.tableSize;
  const oneLine = size * 1.4 + 2 * measures.cellPad;
  return {
    left: measures.left,
    edges,
    size,
    pitch: round(size * (measures.english ? 1.3 : 1.4)),
    padY: measures.cellPad,
    minHeight: Math.max((table.minRowHeightMm ?? 0) * mm, oneLine),
    oneLine,
  };
}

function layCells(
  context: TextContext,
  table: Table,
  grid: Grid,
  cells: readonly TableCell[],
  kind: RowKind,
): CellLayout[] {
  const columns = table.columns.length;
  const laid: CellLayout[] = [];
  let column = 0;
  for (const cell of cells) {
    if (column >= columns) break;
    const span = Math.min(Math.max(1, cell.span ?? 1), columns - column);
    const inner = cellWidth(grid, column, span) - 2 * padX;
    const usual = (inner * 1000) / grid.size;
    const run = textRun(context, cell.content, { bold: kind === 'header', room: usual });
    const size = sizeToFit(run, usual, grid.size);
    const room = (inner * 1000) / size;
    const lines = run.pieces.length === 0 ? [] : breakLines(run, room, room);
    const align = cell.align ?? (kind === 'header' ? headerAlign : (table.columns[column]?.align ?? 'left'));
    laid.push({ run, lines, column, span, align, size });
    column += span;
  }
  // A short row is closed with one empty cell, so that the grid has no hole.
  if (column < columns) {
    const rest = { column, span: columns - column, align: 'left', size: grid.size } as const;
    laid.push({ run: textRun(context, []), lines: [], ...rest });
  }
  return laid;
}

/** The smallest type in a cell against the table's own. */
const smallestCell = 0.75;

/** A sum or word that is a little wider than its column is set smaller: a figure cut in two is misread. */
function sizeToFit(run: TextRun, room: number, size: number): number {
  const widest = widestWord(run);
  if (widest <= room || widest * smallestCell > room) return size;
  return Math.floor(((size * room) / widest) * 100) / 100;
}

function cellWidth(grid: Grid, column: number, span: number): number {
  return (grid.edges[column + span] as number) - (grid.edges[column] as number);
}

/** Rows that hold sums are not written into by hand: the least height is for the others. */
function rowHeight(cells: readonly CellLayout[], grid: Grid, kind: RowKind = 'body'): number {
  const lines = Math.max(1, ...cells.map((c) => c.lines.length));
  const least = kind === 'foot' ? grid.oneLine : grid.minHeight;
  return Math.max(least, lines * grid.pitch + 2 * grid.padY);
}

class TableRun implements TableFlow {
  readonly reserve: number;
  readonly headerHeight: number;
  private readonly grid: Grid;
  private readonly header: readonly CellLayout[] | null;
  private readonly sums: PageSums | null;
  private readonly node: number;
  /** Upper edge of the part on the current page; null while no row of the table is on it. */
  private top: number | null = null;
  /** The part's inner rules so far, and those between columns that the next row may go on with. */
  private rules: LineOp[] = [];
  private readonly open = new Map<number, { from: number; to: number }>();

  constructor(
    grid: Grid,
    header: readonly CellLayout[] | null,
    headerHeight: number,
    sums: PageSums | null,
    node: number,
  ) {
    this.grid = grid;
    this.header = header;
    this.headerHeight = headerHeight;
    this.sums = sums;
    this.node = node;
    this.reserve = sums?.height ?? 0;
  }

  unit(
    cells: readonly CellLayout[],
    kind: RowKind,
    before: number,
    bodyRow?: number,
    rowNode?: number,
  ): Unit {
    const height = rowHeight(cells, this.grid, kind);
    // A row cut over two pages stays one row to a screen reader.
    let node = rowNode;
    const cellNodes: number[] = [];
    return {
      height,
      before,
      keep: false,
      table: this,
      draw: (pages, y) => {
        node ??= pages.node('TR', this.node);
        this.drawRow(pages, y, cells, height, kind === 'header' ? 'TH' : 'TD', node, cellNodes);
        if (bodyRow !== undefined) this.sums?.add(bodyRow);
      },
      split: (room) => {
        const fit = Math.floor((room - 2 * this.grid.padY) / this.grid.pitch);
        if (fit < 1) return null;
        const upper = cells.map((c) => ({ ...c, lines: c.lines.slice(0, fit) }));
        const lower = cells.map((c) => ({ ...c, lines: c.lines.slice(fit) }));
        return [this.unit(upper, kind, before), this.unit(lower, kind, 0, bodyRow)];
      },
    };
  }

  /** The last page's sum, above the rows that close the table. */
  sumUnit(): Unit {
    return {
      height: this.sums?.height ?? 0,
      before: 0,
      keep: true,
      table: this,
      draw: (pages, y) => {
        this.drawSums(pages, y);
      },
    };
  }

  resume(pages: PageStack, y: number): void {
    this.top = null;
    // The repeated header is decoration: readers heard it once.
    if (this.header) this.drawRow(pages, y, this.header, this.headerHeight, null, null, []);
  }

  suspend(pages: PageStack, y: number): number {
    if (this.top === null) return y;
    const end = this.drawSums(pages, y);
    const { edges } = this.grid;
    const left = edges[0] as number;
    const right = edges[edges.length - 1] as number;
    for (const x of this.open.keys()) this.close(x);
    pages.mark(null, [
      ...this.rules,
      {
        kind: 'frame',
        x: round(left),
        y: round(this.top),
        width: round(right - left),
        height: round(end - this.top),
        thickness: outerRule,
      },
    ]);
    this.top = null;
    this.rules = [];
    return end;
  }

  /** A rule at the left of a cell; it goes on where the row above has one in the same place. */
  private ruleBeside(x: number, y: number, end: number): void {
    const above = this.open.get(x);
    if (above && Math.abs(above.to - y) < 0.01) {
      above.to = end;
      return;
    }
    if (above) this.close(x);
    this.open.set(x, { from: y, to: end });
  }

  private close(x: number): void {
    const { from, to } = this.open.get(x) as { from: number; to: number };
    this.rules.push(rule(x, from, x, to));
    this.open.delete(x);
  }

  private drawSums(pages: PageStack, y: number): number {
    const { sums } = this;
    if (!sums?.pending) return y;
    this.drawRow(pages, y, sums.take(), sums.height, null, null, []);
    return y + sums.height;
  }

  private drawRow(
    pages: PageStack,
    y: number,
    cells: readonly CellLayout[],
    height: number,
    role: Role | null,
    row: number | null,
    cellNodes: number[],
  ): void {
    const { edges, pitch } = this.grid;
    if (this.top === null) this.top = y;
    else this.rules.push(rule(edges[0] as number, y, edges[edges.length - 1] as number, y));
    cells.forEach((cell, i) => {
      const x = edges[cell.column] as number;
      if (cell.column > 0) this.ruleBeside(x, y, y + height);
      const first = y + (height - cell.lines.length * pitch) / 2;
      const ops = cell.lines.flatMap((line, k) =>
        placeLine(cell.run, line, {
          x: x + padX,
          width: cellWidth(this.grid, cell.column, cell.span) - 2 * padX,
          baseline: first + k * pitch + pitch / 2 + cell.size * middle,
          size: cell.size,
          align: cell.align,
        }),
      );
      if (role !== null && row !== null) cellNodes[i] ??= pages.node(role, row, cell.span);
      pages.mark(role === null ? null : (cellNodes[i] ?? null), ops);
    });
  }
}

function rule(x1: number, y1: number, x2: number, y2: number): LineOp {
  return { kind: 'line', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), thickness: innerRule };
}

/** Adds up the body rows of the page in work. */
class PageSums {
  readonly height: number;
  private readonly spec: NonNullable<Table['pageSums']>;
  private readonly layRow: (cells: readonly TableCell[], kind: RowKind) => CellLayout[];
  private rows: number[] = [];

  constructor(
    spec: NonNullable<Table['pageSums']>,
    layRow: (cells: readonly TableCell[], kind: RowKind) => CellLayout[],
    grid: Grid,
  ) {
    this.spec = spec;
    this.layRow = layRow;
    this.height = grid.oneLine;
  }

  get pending(): boolean {
    return this.rows.length > 0;
  }

  add(row: number): void {
    this.rows.push(row);
  }

  /** The sum row of the page; the next page starts from nothing. */
  take(): CellLayout[] {
    const { label, columns, values, format } = this.spec;
    const cells: TableCell[] = [];
    const from = Math.min(...columns);
    const text = (t: string): readonly Inline[] => [{ kind: 'text', text: t }];
    if (from > 0) cells.push({ content: text(label), span: from, align: 'center' });
    const last = Math.max(...columns);
    for (let column = Math.max(from, 0); column <= last; column++) {
      const k = columns.indexOf(column);
      if (k < 0) {
        cells.push({ content: [] });
        continue;
      }
      const sum = this.rows.reduce((s, row) => s + (values[row]?.[k] ?? 0), 0);
      cells.push({ content: text(format === 'count' ? String(sum) : formatYuan(sum as Fen)) });
    }
    this.rows = [];
    return this.layRow(cells, 'foot');
  }
}
