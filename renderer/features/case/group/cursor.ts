/** A cell by its place on the screen. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The cell with the focus, and the other corner of what is selected. */
export interface Cursor {
  readonly at: Spot;
  readonly from: Spot;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export const home: Cursor = { at: { row: 0, column: 0 }, from: { row: 0, column: 0 } };

const clamp = (n: number, count: number): number => Math.max(0, Math.min(count - 1, n));

export function within({ row, column }: Spot, size: Extent): Spot {
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}

export function placed(spot: Spot, size: Extent): Cursor {
  const at = within(spot, size);
  return { at, from: at };
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function areaOf({ at, from }: Cursor): Area {
  return {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };
}

export const isSingle = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right;

const pageRows = 15;

/** Where a key leads; null for a key that does not move. With Shift the selection grows. */
export function moved(
  cursor: Cursor,
  key: string,
  keys: { readonly shift: boolean; readonly mod: boolean },
  size: Extent,
): Cursor | null {
  const { row, column } = cursor.at;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to: Readonly<Record<string, Spot>> = {
    ArrowUp: { row: keys.mod ? 0 : row - 1, column },
    ArrowDown: { row: keys.mod ? last.row : row + 1, column },
    ArrowLeft: { row, column: keys.mod ? 0 : column - 1 },
    ArrowRight: { row, column: keys.mod ? last.column : column + 1 },
    Home: { row: keys.mod ? 0 : row, column: 0 },
    End: { row: keys.mod ? last.row : row, column: last.column },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
  };
  const spot = to[key];
  if (!spot) return null;
  const at = within(spot, size);
  return { at, from: keys.shift ? cursor.from : at };
}
