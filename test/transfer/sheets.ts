import { type CellValue, type MergeRange, writeXlsx } from 'hucre/xlsx';
import { readSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { matchColumns } from '../../shared/features/transfer/roster.columns.ts';
import { parseRoster } from '../../shared/features/transfer/roster.parse.ts';
import type { ColumnMatch, ParsedRoster, ParseOptions } from '../../shared/features/transfer/roster.types.ts';
import type { Sheet } from '../../shared/features/transfer/sheet.ts';

/** A sheet that went through a real .xlsx file. */
export async function sheetOf(rows: CellValue[][], merges: MergeRange[] = []): Promise<Sheet> {
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows, merges }] });
  return first((await readSpreadsheet('表.xlsx', bytes)).sheets);
}

export function first<T>(list: readonly T[]): T {
  const [value] = list;
  if (value === undefined) throw new Error('the list is empty');
  return value;
}

export function matched(sheet: Sheet): ColumnMatch {
  const match = matchColumns(sheet);
  if (!match) throw new Error('no header was found');
  return match;
}

export async function parsed(
  rows: CellValue[][],
  options: ParseOptions = {},
  merges: MergeRange[] = [],
): Promise<ParsedRoster> {
  const sheet = await sheetOf(rows, merges);
  return parseRoster(sheet, matched(sheet), options);
}

/** Codes of the problems as `D7 id-checksum error`. */
export function codes(roster: ParsedRoster): string[] {
  return roster.problems.map((p) => `${p.column ?? ''}${p.row} ${p.code} ${p.severity}`);
}

/** 0-based, both ends included. */
export function merge(startRow: number, startCol: number, endRow: number, endCol: number): MergeRange {
  return { startRow, startCol, endRow, endCol };
}
