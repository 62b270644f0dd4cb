import { mm } from '../../layout/measures.ts';
import type { Align, Inline, Table, TableCell } from '../../model/blocks.ts';
import type { BodyContext } from './body.ts';
import { inlineRuns } from './runs.ts';
import { cellLine, styleIds } from './styles.ts';
import { element, setting, twips } from './xml.ts';

/** Room between a cell's rule and its text in points, as the laid-out paper has it. */
const padX = 4;

type RowKind = 'header' | 'body' | 'foot';

/**
 * A table with the rules of the printed paper. Its head repeats on each page and no row is cut by a page's end. Sums
 * of pages are left out: where a page ends is Word's to say, and a sum that did not follow would be wrong.
 */
export function tableXml(table: Table, context: BodyContext, glued: boolean): string {
  const shares = table.columns.reduce((sum, c) => sum + c.share, 0);
  const edges = [0];
  let reached = 0;
  for (const { share } of table.columns) {
    reached += share;
    edges.push(twips((context.width * reached) / shares));
  }
  const row = (cells: readonly TableCell[], kind: RowKind, keep: boolean): string =>
    rowXml(table, cells, kind, edges, context, keep);
  const heads = table.columns.map((c): TableCell => ({ content: [{ kind: 'text', text: c.header }] }));
  const foot = table.footRows ?? [];
  const rows = [
    ...(table.showHeader === false ? [] : [row(heads, 'header', true)]),
    ...table.rows.map((cells, i) =>
      row(cells, 'body', i === table.rows.length - 1 && (foot.length > 0 || glued)),
    ),
    ...foot.map((cells, i) => row(cells, 'foot', i < foot.length - 1 || glued)),
  ];
  const grid = table.columns.map((_, i) => element('w:gridCol', { 'w:w': span(edges, i, 1) }));
  return element(
    'w:tbl',
    {},
    tableProperties(edges.at(-1) ?? 0, context) + element('w:tblGrid', {}, grid.join('')) + rows.join(''),
  );
}

const span = (edges: readonly number[], column: number, columns: number): number =>
  (edges[column + columns] as number) - (edges[column] as number);

function tableProperties(width: number, { measures }: BodyContext): string {
  const rule = (name: string, size: number): string =>
    element(`w:${name}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': '000000' });
  // Sizes of rules are eighths of a point.
  const borders = ['top', 'left', 'bottom', 'right'].map((side) => rule(side, 8)).join('');
  const inner = rule('insideH', 4) + rule('insideV', 4);
  const margin = (side: string, points: number): string =>
    element(`w:${side}`, { 'w:w': twips(points), 'w:type': 'dxa' });
  const { cellPad } = measures;
  return element(
    'w:tblPr',
    {},
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }) +
      setting('jc', 'center') +
      element('w:tblBorders', {}, borders + inner) +
      '<w:tblLayout w:type="fixed"/>' +
      element(
        'w:tblCellMar',
        {},
        margin('top', cellPad) + margin('left', padX) + margin('bottom', cellPad) + margin('right', padX),
      ),
  );
}

function rowXml(
  table: Table,
  cells: readonly TableCell[],
  kind: RowKind,
  edges: readonly number[],
  context: BodyContext,
  keep: boolean,
): string {
  const least = kind === 'foot' ? 0 : (table.minRowHeightMm ?? 0) * mm;
  const properties =
    '<w:cantSplit/>' +
    (least > 0 ? element('w:trHeight', { 'w:val': twips(least), 'w:hRule': 'atLeast' }) : '') +
    (kind === 'header' ? '<w:tblHeader/>' : '');
  const columns = table.columns.length;
  const out: string[] = [];
  let column = 0;
  for (const cell of cells) {
    if (column >= columns) break;
    const covered = Math.min(Math.max(1, cell.span ?? 1), columns - column);
    const align = cell.align ?? (kind === 'header' ? undefined : table.columns[column]?.align);
    out.push(cellXml(table, cell.content, kind, align, [column, covered], edges, context, keep));
    column += covered;
  }
  // A short row is closed with one empty cell, so that the grid has no hole.
  if (column < columns)
    out.push(cellXml(table, [], kind, undefined, [column, columns - column], edges, context, keep));
  return element('w:tr', {}, element('w:trPr', {}, properties) + out.join(''));
}

function cellXml(
  table: Table,
  content: readonly Inline[],
  kind: RowKind,
  align: Align | undefined,
  [column, columns]: readonly [number, number],
  edges: readonly number[],
  { measures, numbers }: BodyContext,
  keep: boolean,
): string {
  const width = span(edges, column, columns);
  const usual = table.sizePt ?? measures.tableSize;
  const size = sizeToFit(content, width / 20 - 2 * padX, usual);
  const own = size !== measures.tableSize;
  const paragraph = element(
    'w:pPr',
    {},
    setting('pStyle', kind === 'header' ? styleIds.cellHead : styleIds.cell) +
      (keep ? '<w:keepNext/>' : '') +
      (own ? element('w:spacing', { 'w:line': cellLine(usual, measures), 'w:lineRule': 'exact' }) : '') +
      (align ? setting('jc', align === 'justify' ? 'both' : align) : ''),
  );
  const context = {
    english: measures.english,
    size,
    roomEm: (width / 20 - 2 * padX) / size,
    ...(own ? { style: { size } } : {}),
  };
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }) +
        (columns > 1 ? setting('gridSpan', columns) : '') +
        setting('vAlign', 'center'),
    ) + element('w:p', {}, paragraph + inlineRuns(content, context, numbers)),
  );
}

/** The smallest type in a cell against the table's own. */
const smallestCell = 0.75;
/** Digits, and Latin letters on average, of Times are half an em wide; a margin for capitals. */
const narrowEm = 0.53;
const words = /[!-~]+/g;

/** A sum that is a little wider than its column is set smaller, in half points: a figure cut in two is misread. */
function sizeToFit(content: readonly Inline[], room: number, size: number): number {
  const text = content.map((part) => (part.kind === 'text' ? part.text : ' ')).join('');
  const widest = Math.max(0, ...(text.match(words) ?? []).map((word) => word.length * narrowEm));
  if (widest * size <= room || widest * size * smallestCell > room) return size;
  return Math.floor((room / widest) * 2) / 2;
}
