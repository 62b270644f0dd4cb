import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { MergedArea } from '../../../shared/features/transfer/sheet.ts';

export interface SheetToWrite {
  readonly name: string;
  /** Every cell is written as text, so that long numbers keep their digits and nothing becomes a formula. */
  readonly rows: readonly (readonly string[])[];
  /** Column widths in characters. */
  readonly widths?: readonly number[];
  readonly merges?: readonly MergedArea[];
  /** 0-based row below which the sheet scrolls. */
  readonly frozenRows?: number;
}

/**
 * Makes an .xlsx. Cells that begin with = + - @ stay text: each cell is a string with the text format, so neither
 * opening nor editing it starts a formula. The same sheets give the same bytes.
 */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toLibrary),
    defaultFont: { name: '宋体', size: 11 },
    // A fixed date: the clock must not enter the bytes.
    properties: { created: new Date(0), modified: new Date(0) },
  });
}

function toLibrary(sheet: SheetToWrite): WriteSheet {
  const width = Math.max(1, ...sheet.rows.map((r) => r.length));
  return {
    name: sheetName(sheet.name),
    rows: sheet.rows.map((row) => row.map((v): CellValue => (v === '' ? null : v))),
    columns: Array.from({ length: width }, (_, c) => ({
      width: sheet.widths?.[c] ?? 14,
      style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
    })),
    ...(sheet.merges && {
      merges: sheet.merges.map((m) => ({
        startRow: m.top,
        startCol: m.left,
        endRow: m.bottom,
        endCol: m.right,
      })),
    }),
    ...(sheet.frozenRows && { freezePane: { rows: sheet.frozenRows } }),
  };
}

/** A sheet name has at most 31 UTF-16 units and none of \ / ? * [ ] :. */
function sheetName(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  let short = '';
  for (const c of clean) {
    if (short.length + c.length > 31) break;
    short += c;
  }
  return short || 'Sheet1';
}
