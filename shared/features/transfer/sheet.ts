import { cleanText } from '../../kernel/text.ts';

/**
 * A spreadsheet as plain data: what the reader in the core produces and what the roster rules consume. No library
 * type leaks out.
 */
export type CellKind = 'text' | 'number' | 'date' | 'empty' | 'error';

export interface Cell {
  readonly kind: CellKind;
  /**
   * Cleaned text of the value: a date as `YYYY-MM-DD`, a number as plain decimal digits, an error as its sign
   * (`#REF!`). A formula gives its stored result. Empty for an empty cell.
   */
  readonly text: string;
  /** Set on a cell that got its value from a merged area: the 0-based place of the area's first cell. */
  readonly mergedFrom?: { readonly row: number; readonly column: number };
  /** A number of more than 15 digits: the spreadsheet program has already replaced the last digits by zeros. */
  readonly lostDigits?: true;
  /** Put right by a person in the preview: it stands for its own row alone, whatever it was merged with. */
  readonly corrected?: true;
}

/** 0-based, both ends included. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** `rows[0]` is the row that the spreadsheet program shows as row 1. Rows may differ in length. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly MergedArea[];
  /** What a bare serial number in a date column means. */
  readonly dateSystem: '1900' | '1904';
  readonly hidden: boolean;
  /** 0-based rows that the spreadsheet hides (filtered out or folded away). */
  readonly hiddenRows: readonly number[];
}

export interface Workbook {
  readonly format: 'xlsx' | 'ods' | 'csv';
  readonly sheets: readonly Sheet[];
}

export const emptyCell: Cell = { kind: 'empty', text: '' };

/** Column letters as a spreadsheet shows them: 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  let n = column + 1;
  let letters = '';
  while (n > 0) {
    const rest = (n - 1) % 26;
    letters = String.fromCharCode(65 + rest) + letters;
    n = (n - 1 - rest) / 26;
  }
  return letters;
}

/** Column of letters as a spreadsheet shows them: A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell put right after the file was read. */
export interface Correction {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Column letters. */
  readonly column: string;
  /** What the cell is to say; empty: nothing. */
  readonly text: string;
}

/** The sheet with some of its cells put right; rows that it does not have stay absent. */
export function corrected(sheet: Sheet, corrections: readonly Correction[]): Sheet {
  if (corrections.length === 0) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  for (const { row, column, text } of corrections) {
    const cells = rows[row - 1];
    if (!cells) continue;
    const at = columnIndex(column);
    while (cells.length < at) cells.push(emptyCell);
    const clean = cleanText(text).trim();
    cells[at] = { kind: clean === '' ? 'empty' : 'text', text: clean, corrected: true };
  }
  return { ...sheet, rows };
}
