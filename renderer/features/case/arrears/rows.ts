import type { ArrearsRowInput } from '../../../../shared/features/cases/case.schemas.ts';
import { arrearsEntrySchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, formatYuan, parseYuan, zeroFen } from '../../../../shared/kernel/money.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import type { WageUnit } from '../../../../shared/law/wages/types.ts';
import { paramsOf } from '../../../ui/failure-text.ts';
import { formatPeriod, monthsBetween, nextPeriod, type Period, parsePeriod } from './period.ts';

/** One line of the months table as typed; amounts are yuan text, the period is text that `parsePeriod` reads. */
export interface MonthRow {
  readonly key: string;
  readonly period: string;
  readonly unit: WageUnit;
  readonly quantity: string;
  readonly rate: string;
  readonly other: string;
  /** Of `other`. */
  readonly overtime: OvertimeText;
  readonly deductions: readonly DeductionText[];
  readonly paid: readonly PaymentText[];
  readonly note: string;
}
export interface OvertimeText {
  readonly workday: string;
  readonly restDay: string;
  readonly holiday: string;
}
const noOvertime: OvertimeText = { workday: '', restDay: '', holiday: '' };
export interface DeductionText {
  readonly amount: string;
  readonly basis: string;
}
export interface PaymentText {
  readonly date: string;
  readonly amount: string;
  readonly method: string;
  readonly voucher: string;
}
export const blankPayment: PaymentText = { date: '', amount: '', method: '', voucher: '' };

let rowCount = 0;
/** A key for React only; it never leaves the page. */
export function rowKey(): string {
  rowCount += 1;
  return `r${rowCount}`;
}

export function emptyRow(over: Partial<MonthRow> = {}): MonthRow {
  return {
    key: rowKey(),
    period: '',
    unit: 'month',
    quantity: '1',
    rate: '',
    other: '',
    overtime: noOvertime,
    deductions: [],
    paid: [],
    note: '',
    ...over,
  };
}

/** The row that most likely follows: next month, same unit and rate, nothing paid. */
export function followingRow(last: MonthRow | undefined, unit: WageUnit, rate: string): MonthRow {
  if (!last) return emptyRow({ unit, rate });
  const period = parsePeriod(last.period);
  return emptyRow({
    period: period ? formatPeriod(nextPeriod(period)) : '',
    unit: last.unit,
    quantity: last.unit === 'month' || last.unit === 'fixed' ? last.quantity : '',
    rate: last.rate,
  });
}

export interface QuickFill {
  readonly from: string;
  readonly to: string;
  readonly unit: WageUnit;
  readonly quantity: string;
  readonly rate: string;
  /** Yuan paid in each month; blank: nothing. */
  readonly paid: string;
}

/** One row per month. Empty when the months cannot be read or are reversed. */
export function quickFillRows(fill: QuickFill): MonthRow[] {
  const first = parsePeriod(fill.from);
  const last = parsePeriod(fill.to.trim() === '' ? fill.from : fill.to);
  if (!first || !last) return [];
  return monthsBetween(first, last).map((period) =>
    emptyRow({
      period: formatPeriod(period),
      unit: fill.unit,
      quantity: fill.quantity.trim() === '' ? '1' : fill.quantity,
      rate: fill.rate,
      paid: singlePayment(fill.paid),
    }),
  );
}

/** A cell that holds one amount, or none when it is blank or zero. */
export function singlePayment(amount: string): readonly PaymentText[] {
  return isNothing(amount) ? [] : [{ ...blankPayment, amount }];
}
export function singleDeduction(amount: string): readonly DeductionText[] {
  return isNothing(amount) ? [] : [{ amount, basis: '' }];
}
function isNothing(amount: string): boolean {
  return /^[\s0０.．¥￥-]*$/.test(amount);
}

export function yuanText(amount: number | null): string {
  if (amount === null) return '';
  const text = formatYuan(amount as Fen, false);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
}

const yuanOrBlank = (amount: number | undefined): string => (amount ? yuanText(amount) : '');

export function rowFromContract(row: ArrearsRowInput): MonthRow {
  return {
    key: rowKey(),
    period: formatPeriod(row.period),
    unit: row.unit,
    quantity: row.quantity,
    rate: yuanText(row.rateFen),
    other: row.otherFen === 0 ? '' : yuanText(row.otherFen),
    overtime: {
      workday: yuanOrBlank(row.overtime?.workdayFen),
      restDay: yuanOrBlank(row.overtime?.restDayFen),
      holiday: yuanOrBlank(row.overtime?.holidayFen),
    },
    deductions: row.deductions.map((d) => ({ amount: yuanText(d.amountFen), basis: d.basis ?? '' })),
    paid: row.paid.map((p) => ({
      date: p.date ?? '',
      amount: yuanText(p.amountFen),
      method: p.method ?? '',
      voucher: p.voucher ?? '',
    })),
    note: row.note ?? '',
  };
}

/** A line nobody has typed into; it is left out when saving. */
export function isBlankRow(row: MonthRow): boolean {
  return (
    row.period.trim() === '' &&
    row.other.trim() === '' &&
    row.note.trim() === '' &&
    row.deductions.length === 0 &&
    row.paid.length === 0
  );
}

/** Reads a yuan text; a bad one is reported under `path` and counts as 0. Blank is 0. */
export function readFen(text: string, path: string, issues: FieldIssue[]): Fen {
  if (text.trim() === '') return zeroFen;
  try {
    const amount = parseYuan(text, path);
    if (amount < 0) {
      issues.push({ path, code: 'amount-negative' });
      return zeroFen;
    }
    return amount;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    issues.push(...(error.failure.issues ?? [{ path, code: 'amount-invalid' }]));
    return zeroFen;
  }
}

export interface RowReading {
  /** Null while the row has no readable period, rate or quantity. */
  readonly row: ArrearsRowInput | null;
  readonly issues: readonly FieldIssue[];
}

function quantityText(text: string): string {
  return cleanLine(text)
    .replace(/[,，\s]/g, '')
    .replace(/^(\d+)\.$/, '$1');
}

/** One typed line → the contract's row; issues carry the form's paths (`period`, `quantity`, `rate`, `paid.0`). */
export function readRow(row: MonthRow, prefix = ''): RowReading {
  const issues: FieldIssue[] = [];
  const period: Period | null = parsePeriod(row.period);
  if (!period)
    issues.push({ path: `${prefix}period`, code: row.period.trim() === '' ? 'required' : 'period-invalid' });
  if (row.rate.trim() === '') issues.push({ path: `${prefix}rate`, code: 'required' });
  const quantity = row.unit === 'fixed' && row.quantity.trim() === '' ? '1' : quantityText(row.quantity);
  if (quantity === '') issues.push({ path: `${prefix}quantity`, code: 'required' });
  const input = {
    period: period ?? { from: '', to: '' },
    unit: row.unit,
    quantity,
    rateFen: readFen(row.rate, `${prefix}rate`, issues),
    otherFen: readFen(row.other, `${prefix}other`, issues),
    overtime: readOvertime(row.overtime, prefix, issues),
    deductions: row.deductions
      .map((d, i) => ({
        amountFen: readFen(d.amount, `${prefix}deductions.${i}`, issues),
        basis: d.basis.trim() === '' ? null : d.basis,
      }))
      .filter((d) => d.amountFen > 0),
    paid: row.paid
      .map((p, i) => ({
        date: p.date === '' ? null : p.date,
        amountFen: readFen(p.amount, `${prefix}paid.${i}`, issues),
        method: p.method.trim() === '' ? null : p.method,
        voucher: p.voucher.trim() === '' ? null : p.voucher,
      }))
      .filter((p) => p.amountFen > 0),
    note: row.note.trim() === '' ? null : row.note,
  } satisfies ArrearsRowInput;
  if (issues.length > 0) return { row: null, issues };
  const checked = arrearsEntrySchema.safeParse(input);
  if (checked.success) return { row: input, issues: [] };
  return {
    row: null,
    issues: checked.error.issues.map((i) => ({
      path: `${prefix}${formPath(i.path)}`,
      code: i.message,
      ...paramsOf(i),
    })),
  };
}

function readOvertime(
  text: OvertimeText,
  prefix: string,
  issues: FieldIssue[],
): NonNullable<ArrearsRowInput['overtime']> | null {
  const read = (key: keyof OvertimeText): Fen => readFen(text[key], `${prefix}overtime.${key}`, issues);
  const overtime = {
    workdayFen: read('workday'),
    restDayFen: read('restDay'),
    holidayFen: read('holiday'),
  };
  return overtime.workdayFen + overtime.restDayFen + overtime.holidayFen > 0 ? overtime : null;
}

const renamed: Readonly<Record<string, string>> = { rateFen: 'rate', otherFen: 'other' };

function formPath(path: readonly PropertyKey[]): string {
  const [head, second] = path.map(String);
  if (head === 'period') return 'period';
  if (head === 'paid' || head === 'deductions') return `${head}.${second ?? 0}`;
  return renamed[head ?? ''] ?? head ?? '';
}
