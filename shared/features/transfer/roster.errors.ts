import type { ParsedRoster, RosterLayout, RowProblem } from './roster.types.ts';
import { columnLetter, type Sheet } from './sheet.ts';

/** Sentences by problem code, with `{{value}}` placeholders: `locales/<locale>/import.json`. */
export type Sentences = Readonly<Record<string, string>>;

export const problemHeader = '问题 / Problem';

/** A problem in one language. An unknown placeholder stays visible. */
export function problemSentence(problem: RowProblem, sentences: Sentences): string {
  const facts: Readonly<Record<string, string | number>> = { ...problem.params, value: problem.value };
  const sentence = sentences[problem.code] ?? problem.code;
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/**
 * The rows that cannot be imported as a table to mend and bring in again: title lines and header as in the original,
 * the bad rows cell by cell, and a last column that says in Chinese and English what is wrong. Null when all is well.
 */
export function rosterErrors(
  sheet: Sheet,
  layout: RosterLayout,
  parsed: ParsedRoster,
  zh: Sentences,
  en: Sentences,
): { readonly name: string; readonly rows: string[][]; readonly frozenRows: number } | null {
  const bad = parsed.rows.filter((r) => !r.importable);
  if (bad.length === 0) return null;
  const width = Math.max(layout.headers.length, ...bad.map((r) => sheet.rows[r.sourceRow - 1]?.length ?? 0));
  // Titles carry the year, the period and the unit of money: without them the mended file would read differently.
  const titles = sheet.rows
    .slice(0, layout.headerTop)
    .map((row) => row.map((c) => (c.mergedFrom ? '' : c.text)))
    .filter((row) => row.some((t) => t !== ''));
  const header = Array.from({ length: width }, (_, c) => layout.headers[c] ?? '');
  const body = bad.map((row) => {
    const cells = sheet.rows[row.sourceRow - 1] ?? [];
    const texts = Array.from({ length: width }, (_, c) => cells[c]?.text ?? '');
    const lines = row.problems.map((p) => describe(p, layout, zh, en));
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
