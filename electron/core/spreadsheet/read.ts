import { type Sheet as LibrarySheet, readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import {
  type Cell,
  emptyCell,
  type MergedArea,
  type Sheet,
  type Workbook,
} from '../../../shared/features/transfer/sheet.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import { cleanText } from '../../../shared/kernel/text.ts';
import { readDelimited } from './csv.ts';
import { sniff } from './sniff.ts';

/** Rows with content that a file may have, all sheets together. */
const maxRows = 200_000;
/** Cells that merged areas may fill: a merge over whole columns is a layout, not data. */
const maxMergedCells = 200_000;
/** From here on a spreadsheet's number no longer holds every digit. */
const firstInexact = 1e15;

/**
 * Reads an .xlsx, .ods or delimited text file, told apart by content.
 * @param name the file's name without its folder; only names the single sheet of a text file.
 * @throws AppError `file-not-spreadsheet`, `file-encrypted`, `file-old-format` (.xls, .xlsb, HTML or XML 2003),
 * `file-too-large` (20 MB, 200 MB inflated, 200,000 rows), `file-empty`.
 */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<Workbook> {
  const format = sniff(bytes);
  const workbook = format === 'text' ? readText(name, bytes) : await readPackage(format, bytes);
  const rows = workbook.sheets.reduce((n, s) => n + s.rows.filter((r) => r.length > 0).length, 0);
  if (rows > maxRows) throw new AppError('file-too-large', { details: { rows } });
  if (rows === 0) throw new AppError('file-empty');
  return workbook;
}

function readText(name: string, bytes: Uint8Array): Workbook {
  const rows = readDelimited(bytes).map((row) => trimRow(row.map(textCell)));
  const sheet: Sheet = {
    name: name.replace(/\.[^.]*$/, ''),
    rows: trimRows(rows),
    merges: [],
    dateSystem: '1900',
    hidden: false,
    hiddenRows: [],
  };
  return { format: 'csv', sheets: [sheet] };
}

async function readPackage(format: 'xlsx' | 'ods', bytes: Uint8Array): Promise<Workbook> {
  try {
    const book = format === 'xlsx' ? await readXlsx(bytes) : await readOds(bytes);
    const dateSystem = book.dateSystem === '1904' ? '1904' : '1900';
    return { format, sheets: book.sheets.map((s) => convertSheet(s, dateSystem)) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // The library reports a sheet whose used rectangle is beyond reason by this word only.
    const tooLarge = cause instanceof Error && /\blimit\b/.test(cause.message);
    throw new AppError(tooLarge ? 'file-too-large' : 'file-not-spreadsheet', {}, { cause });
  }
}

function convertSheet(sheet: LibrarySheet, dateSystem: '1900' | '1904'): Sheet {
  const rows: Cell[][] = sheet.rows.map((row, r) =>
    row.map((value, c) => convertValue(value, sheet.cells?.get(`${r},${c}`))),
  );
  const merges = (sheet.merges ?? []).map(
    (m): MergedArea => ({ top: m.startRow, left: m.startCol, bottom: m.endRow, right: m.endCol }),
  );
  const hiddenRows: number[] = [];
  for (const [row, def] of sheet.rowDefs ?? []) if (def.hidden) hiddenRows.push(row);
  const used = trimRows(rows.map(trimRow));
  fillMerges(used, merges);
  return {
    name: sheet.name,
    rows: used,
    merges,
    dateSystem,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenRows,
  };
}

type LibraryValue = LibrarySheet['rows'][number][number];
type LibraryCell = NonNullable<LibrarySheet['cells']> extends Map<string, infer C> ? C : never;

function convertValue(value: LibraryValue, details: LibraryCell | undefined): Cell {
  if (details?.type === 'error') return { kind: 'error', text: String(value ?? '') };
  // A program that is no spreadsheet wrote a formula and no result: nothing here can compute it.
  if (details?.formula && (value === null || value === ''))
    return { kind: 'error', text: `=${details.formula}` };
  if (value === null) return emptyCell;
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return dateCell(value);
  return textCell(value);
}

function textCell(value: string): Cell {
  const text = cleanText(value);
  return text === '' ? emptyCell : { kind: 'text', text };
}

function numberCell(value: number): Cell {
  if (!Number.isFinite(value)) return { kind: 'error', text: String(value) };
  // 15 significant digits are what a spreadsheet shows; more would show binary noise (0.30000000000000004).
  const shown = Number(value.toPrecision(15));
  const plain = Math.abs(shown) >= 1e21 ? BigInt(shown).toString() : String(shown);
  const text = plain.includes('e') ? shown.toFixed(10).replace(/\.?0+$/, '') : plain;
  return Math.abs(value) >= firstInexact
    ? { kind: 'number', text, lostDigits: true }
    : { kind: 'number', text };
}

function dateCell(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '' };
  const iso = value.toISOString();
  const year = value.getUTCFullYear();
  // Below day 1 of the calendar the cell is a time of day; beyond 2199 it is an amount with a date's format.
  if (year < 1900) return { kind: 'text', text: iso.slice(11, 16) };
  const text = iso.slice(0, iso.indexOf('T'));
  return year > 2199 ? { kind: 'error', text } : { kind: 'date', text };
}

/** Gives every cell of a merged area the value of its first cell, marked; limited to the used rows. */
function fillMerges(rows: Cell[][], merges: readonly MergedArea[]): void {
  let budget = maxMergedCells;
  for (const m of merges) {
    const origin = rows[m.top]?.[m.left];
    if (!origin || origin.kind === 'empty') continue;
    const bottom = Math.min(m.bottom, rows.length - 1);
    budget -= (bottom - m.top + 1) * (m.right - m.left + 1);
    if (budget < 0) return;
    const copy: Cell = { ...origin, mergedFrom: { row: m.top, column: m.left } };
    for (let r = m.top; r <= bottom; r++) {
      const row = rows[r];
      if (!row) continue;
      while (row.length <= m.right) row.push(emptyCell);
      for (let c = m.left; c <= m.right; c++) if (r !== m.top || c !== m.left) row[c] = copy;
    }
  }
}

function trimRow(row: Cell[]): Cell[] {
  let end = row.length;
  while (end > 0 && row[end - 1]?.kind === 'empty') end--;
  return row.slice(0, end);
}

/** Spreadsheets often carry formatted but empty rows down to the last one. */
function trimRows(rows: Cell[][]): Cell[][] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.length === 0) end--;
  return rows.slice(0, end);
}
