import type { CellType, RowColumns } from '../../../../shared/features/documents/particulars/particular.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { parseYuan } from '../../../../shared/kernel/money.ts';
import { parseDateText } from '../../../ui/date-text.ts';

/**
 * A block copied from a spreadsheet as rows, its first column going to column `from`. What a column cannot read is
 * left as text where the column takes text, and left out elsewhere.
 */
export function pastedRows(
  text: string,
  columns: RowColumns,
  from: number,
  today: PlainDate,
): readonly Readonly<Record<string, unknown>>[] {
  const keys = Object.keys(columns).slice(from);
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) =>
      Object.fromEntries(
        line
          .split('\t')
          .slice(0, keys.length)
          .map((cell, i) => {
            const key = keys[i] ?? '';
            return [key, cellValue((columns[key] as RowColumns[string]).type, cell.trim(), today)];
          }),
      ),
    );
}

function cellValue(type: CellType, cell: string, today: PlainDate): unknown {
  if (cell === '') return null;
  switch (type.kind) {
    case 'date':
      return parseDateText(cell, today);
    case 'money':
      try {
        return parseYuan(cell);
      } catch {
        return null;
      }
    case 'choice':
      return type.options.find((o) => [o.value, o.label.zh, o.label.en].includes(cell))?.value ?? null;
    case 'yes-no':
      return /^(是|有|yes|y|true|√|✓)$/i.test(cell)
        ? true
        : /^(否|无|no|n|false|×)$/i.test(cell)
          ? false
          : null;
    default:
      return cell;
  }
}
