import type { WageUnit } from '../../../../shared/law/wages/types.ts';
import { formatPeriod, parsePeriod } from './period.ts';
import { emptyRow, type MonthRow, singleDeduction, singlePayment } from './rows.ts';

type Column = 'period' | 'quantity' | 'rate' | 'other' | 'deduct' | 'paid' | 'gross' | 'note';

const headings: readonly (readonly [Column, RegExp])[] = [
  ['period', /月份|年月|期间|周期|时间|^月$|month|period/i],
  ['deduct', /扣|deduct/i],
  ['paid', /已付|已发|实发|已支付|支付|paid/i],
  ['gross', /应发|应付|工资总额|gross/i],
  ['rate', /单价|标准|日工资|月工资|工价|rate|wage/i],
  ['quantity', /天数|工日|工时|小时|数量|出勤|件数|工程量|days|hours|quantity/i],
  ['other', /其他|补贴|津贴|加班|奖金|other|allowance/i],
  ['note', /备注|说明|note|remark/i],
];

// What a block without a heading most likely holds, by how many numbers stand behind the month.
const byCount: Readonly<Record<number, readonly Column[]>> = {
  1: ['rate'],
  2: ['rate', 'paid'],
  3: ['quantity', 'rate', 'paid'],
  4: ['quantity', 'rate', 'other', 'paid'],
  5: ['quantity', 'rate', 'other', 'deduct', 'paid'],
};

// What the heading of the rate says it is paid by.
const units: readonly (readonly [WageUnit, RegExp])[] = [
  ['day', /日工资|日薪|[每/]\s*[日天]|工日|day/i],
  ['hour', /时薪|小时|[每/]\s*时|hour/i],
  ['piece', /计件|件价|[每/]\s*件|piece/i],
  ['month', /月工资|月薪|[每/]\s*月|month/i],
];
// No monthly wage is as small as this (yuan); beside a count of days it is a daily one.
const belowAnyMonth = 1_000;

export interface PastedMonths {
  readonly rows: readonly MonthRow[];
  /** Lines that held no month: totals, headings, signatures. */
  readonly skipped: number;
}

/** True when pasted text is a block of cells or lines rather than the content of one cell. */
export function looksLikeBlock(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}

function cellsOf(line: string): string[] {
  const cells = line.includes('\t')
    ? line.split('\t')
    : line.split(/\s{2,}|[,，;；]\s*(?=\D|\d{1,6}(?:\.\d+)?\b)/);
  return cells.map((c) => c.normalize('NFKC').trim());
}

function headingOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((c) => headings.find(([, pattern]) => pattern.test(c))?.[0] ?? null);
  const known = columns.filter((c) => c !== null);
  return known.length >= 2 && columns.includes('period') ? columns : null;
}

// A negative one is a number, too: it comes into its column, where it is refused, and not into the note.
const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?(元|万|千)?$/.test(plainNumber(cell));
/** Without marks; accountants put a negative amount in brackets. */
const plainNumber = (cell: string): string =>
  cell
    .replace(/[,¥￥\s]/g, '')
    .replace(/^[\u2212\u2013](?=\d)/, '-')
    .replace(/^\((.*\d.*)\)$/, '-$1');

function guessColumns(cells: readonly string[], periodAt: number): (Column | null)[] {
  const numbers = cells.flatMap((c, i) => (i !== periodAt && i > periodAt && isNumber(c) ? [i] : []));
  const plan = byCount[Math.min(numbers.length, 5)] ?? [];
  return cells.map((c, i) => {
    if (i === periodAt) return 'period';
    const at = numbers.indexOf(i);
    if (at >= 0) return plan[at] ?? null;
    return i > periodAt && c !== '' ? 'note' : null;
  });
}

/**
 * Reads a block copied from a spreadsheet into the months table. With a heading line the columns are matched by
 * their words; without one by position: month, then rate · rate paid · quantity rate paid · quantity rate other
 * paid · quantity rate other deducted paid. A line whose gross amount has no rate becomes a fixed sum.
 */
export function parseMonthsBlock(text: string, unit: WageUnit, defaultYear: number | null): PastedMonths {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((l) => l.trim() !== '');
  let columns: (Column | null)[] | null = null;
  let said: WageUnit | null = null;
  const rows: MonthRow[] = [];
  let skipped = 0;
  for (const line of lines) {
    const cells = cellsOf(line);
    const heading: (Column | null)[] | null = columns === null ? headingOf(cells) : null;
    if (heading) {
      columns = heading;
      const rateHeading = cells[heading.indexOf('rate')] ?? '';
      said = units.find(([, pattern]) => pattern.test(rateHeading))?.[0] ?? null;
      continue;
    }
    const periodAt = columns
      ? columns.indexOf('period')
      : cells.findIndex((c) => parsePeriod(c, defaultYear) !== null);
    const period = parsePeriod(cells[periodAt] ?? '', defaultYear);
    if (!period) {
      skipped += 1;
      continue;
    }
    rows.push(rowOf(cells, columns ?? guessColumns(cells, periodAt), formatPeriod(period), unit, said));
  }
  return { rows, skipped };
}

function rowOf(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  period: string,
  expected: WageUnit,
  said: WageUnit | null,
): MonthRow {
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const amount = (column: Column): string => plainNumber(at(column));
  const base = {
    period,
    other: amount('other'),
    deductions: singleDeduction(amount('deduct')),
    paid: singlePayment(amount('paid')),
    note: at('note'),
  };
  const rate = amount('rate');
  if (rate === '' && amount('gross') !== '') {
    return emptyRow({ ...base, unit: 'fixed', quantity: '1', rate: amount('gross'), other: '' });
  }
  const quantity = amount('quantity');
  const days = Number(quantity) > 2;
  const daily = said === null && expected === 'month' && days && Number(rate) < belowAnyMonth;
  const unit = said ?? (daily ? 'day' : expected);
  // Days beside a monthly wage do not multiply it: the table of a monthly worker lists attendance too.
  const once = quantity === '' || (unit === 'month' && days);
  return emptyRow({ ...base, unit, rate, quantity: once ? '1' : quantity });
}
