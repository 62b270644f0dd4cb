import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { parseDateText } from '../../../ui/date-text.ts';
import type { FieldSpec } from './fields.ts';
import type { RawRow } from './values.ts';

/** Words that stand for a column or a choice in a heading or cell, in any language of the program. */
export interface PasteWords {
  readonly column: (field: FieldSpec) => readonly string[];
  readonly option: (field: FieldSpec, value: string) => readonly string[];
}

export interface PastedTable {
  readonly rows: readonly RawRow[];
  /** Lines that were no data: totals. */
  readonly skipped: number;
}

/** True when pasted text is a block of cells or lines rather than the content of one cell. */
export const looksLikeTable = (text: string): boolean => /[\t\n]/.test(text.trim());

const plain = (text: string): string => text.normalize('NFKC').trim();
const bare = (text: string): string =>
  plain(text)
    .replace(/[\s()（）:：]/g, '')
    .toLowerCase();

/** `2026年3月`, `2026.3`, `202603` → `2026-03`; what is no month stays as it is, for the form to say so. */
export function monthText(text: string): string {
  const m = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?$/.exec(plain(text));
  const month = Number(m?.[2]);
  return m && month >= 1 && month <= 12 ? `${m[1]}-${String(month).padStart(2, '0')}` : text;
}

/** A cell as the column writes it. */
export function cellText(field: FieldSpec, text: string, today: PlainDate, words: PasteWords): string {
  const value = plain(text);
  switch (field.kind) {
    case 'month':
      return monthText(value);
    case 'date':
      return parseDateText(value, today) ?? value;
    case 'choice':
    case 'boolean': {
      const values = field.kind === 'boolean' ? ['true', 'false'] : field.options.map(String);
      return (
        values.find((v) => v === value || words.option(field, v).some((w) => bare(w) === bare(value))) ??
        value
      );
    }
    case 'text':
      return text.trim();
    default:
      return value.replace(/[,，¥￥\s]/g, '').replace(/(元|天|小时|个月|月|日)$/, '');
  }
}

function headingOf(
  cells: readonly string[],
  columns: readonly FieldSpec[],
  words: PasteWords,
): (FieldSpec | null)[] | null {
  const found = cells.map((cell) => {
    const text = bare(cell);
    if (text === '') return null;
    const names = (c: FieldSpec) => [c.name, ...words.column(c)].map(bare);
    return (
      columns.find((c) => names(c).includes(text)) ??
      columns.find((c) =>
        names(c).some((n) => n.length > 1 && text.length > 1 && (text.includes(n) || n.includes(text))),
      ) ??
      null
    );
  });
  const known = found.filter((c) => c !== null).length;
  return known > 0 && known * 2 >= cells.filter((c) => plain(c) !== '').length ? found : null;
}

/**
 * Reads a block copied from a spreadsheet. With a heading the columns are matched by their words; without one they
 * follow `shown`, the columns as the table shows them.
 */
export function parseTable(
  text: string,
  columns: readonly FieldSpec[],
  shown: readonly FieldSpec[],
  today: PlainDate,
  words: PasteWords,
): PastedTable {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => l.split('\t'));
  const hasNumber = (lines[0] ?? []).some((c) => /^[¥￥]?[\d,.]+$/.test(plain(c)));
  const heading = hasNumber ? null : headingOf(lines[0] ?? [], columns, words);
  const order: readonly (FieldSpec | null)[] = heading ?? shown;
  const rows: RawRow[] = [];
  let skipped = 0;
  for (const cells of heading ? lines.slice(1) : lines) {
    if (/^(合计|总计|小计|total)/i.test(plain(cells.find((c) => plain(c) !== '') ?? ''))) {
      skipped += 1;
      continue;
    }
    const row = cells.flatMap((cell, i) => {
      const column = order[i];
      return column && plain(cell) !== ''
        ? [[column.name, cellText(column, cell, today, words)] as const]
        : [];
    });
    if (row.length > 0) rows.push(Object.fromEntries(row));
  }
  return { rows, skipped };
}
