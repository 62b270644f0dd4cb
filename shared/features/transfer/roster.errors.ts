import type { ParsedRoster, ParsedRow, RosterLayout, RowProblem, RowReason } from './roster.types.ts';
import { columnLetter, type Sheet } from './sheet.ts';

/** Sentences by problem code, with `{{value}}` placeholders: `locales/<locale>/import.json`. */
export type Sentences = Readonly<Record<string, string>>;

export const problemHeader = '问题 / Problem';
const teamHeader = '班组';

/** Rows that stay out although each of their cells can be read: the row number as the spreadsheet shows it, and why. */
export type RowReasons = ReadonlyMap<number, RowReason>;

/** The rows of the file that importing leaves behind: those with a bad cell, and those of `reasons`. */
export function rowsLeftOut(parsed: ParsedRoster, reasons: RowReasons): ParsedRow[] {
  return parsed.rows.filter((r) => !r.importable || reasons.has(r.sourceRow));
}

/** A problem in one language. An unknown placeholder stays visible. */
export function problemSentence(problem: RowProblem, sentences: Sentences): string {
  const facts: Readonly<Record<string, string | number>> = { ...problem.params, value: problem.value };
  const sentence = sentences[problem.code] ?? problem.code;
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/**
 * The rows left out as a table to mend and bring in again: title lines and header as in the original, the rows cell by
 * cell, the team that a section title gave them, and a last column that says in Chinese and English what is wrong. Null
 * when every row comes in.
 */
export function rosterErrors(
  sheet: Sheet,
  layout: RosterLayout,
  parsed: ParsedRoster,
  reasons: RowReasons,
  zh: Sentences,
  en: Sentences,
): { readonly name: string; readonly rows: string[][]; readonly frozenRows: number } | null {
  const out = rowsLeftOut(parsed, reasons);
  if (out.length === 0) return null;
  const used = out.reduce(
    (most, r) => Math.max(most, sheet.rows[r.sourceRow - 1]?.length ?? 0),
    layout.headers.length,
  );
  // The section titles stay behind with the rows that come in, so the team of a section goes into a cell.
  const teamColumn = layout.fields.team ?? (out.some((r) => r.worker.team !== null) ? used : null);
  const width = Math.max(used, (teamColumn ?? 0) + 1);
  // Titles carry the year, the period and the unit of money: without them the mended file would read differently.
  const titles = sheet.rows
    .slice(0, layout.headerTop)
    .map((row) => row.map((c) => (c.mergedFrom ? '' : c.text)))
    .filter((row) => row.some((t) => t !== ''));
  const header = Array.from({ length: width }, (_, c) =>
    c === used ? teamHeader : (layout.headers[c] ?? ''),
  );
  const body = out.map((row) => {
    const cells = sheet.rows[row.sourceRow - 1] ?? [];
    const texts = Array.from({ length: width }, (_, c) => {
      const text = cells[c]?.text ?? '';
      return c === teamColumn && text === '' ? (row.worker.team ?? '') : text;
    });
    const reason = reasons.get(row.sourceRow);
    const lines = [
      ...(reason === undefined ? [] : [`${zh[reason] ?? reason} / ${en[reason] ?? reason}`]),
      ...row.problems.map((p) => describe(p, layout, zh, en)),
    ];
    return [...texts, [`原表第 ${row.sourceRow} 行 / Row ${row.sourceRow}`, ...lines].join('\n')];
  });
  return {
    name: sheet.name,
    rows: [...titles, [...header, problemHeader], ...body],
    frozenRows: titles.length + 1,
  };
}

function describe(p: RowProblem, layout: RosterLayout, zh: Sentences, en: Sentences): string {
  const column = layout.headers.findIndex((_, c) => columnLetter(c) === p.column);
  const place = p.column === null ? '' : `${layout.headers[column] ?? ''}（${p.column}）`;
  return `${place}${place && '：'}${problemSentence(p, zh)} / ${problemSentence(p, en)}`;
}
