import { plainDate } from '../../kernel/date.ts';
import { addFen, type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import { doubtfulAmountYuan, quantityBounds } from '../../law/wages/plausible.ts';
import { monthColumnPeriod } from './roster.columns.ts';
import type { RowReader } from './roster.reader.ts';
import type {
  MonthAmount,
  ParsedArrears,
  ParsedWorker,
  Period,
  RosterField,
  RosterLayout,
} from './roster.types.ts';
import { readAmount, readPeriod, readQuantity, saysNothing } from './text.values.ts';

/** A period that the file does not name is taken for at most a leap year. */
const longestUnnamed: Period = { from: plainDate('2024-01-01'), to: plainDate('2024-12-31') };

/** What the row says about wages, one entry for each period; empty when it says nothing. */
export function readWages(row: RowReader, layout: RosterLayout, worker: ParsedWorker): ParsedArrears[] {
  const sums = readSums(row, layout);
  const months = readMonths(row, layout, worker);
  if (months.length > 0) return spreadOverMonths(row, months, sums);
  const quantity = quantityOf(row, 'quantity', row.column('quantity'));
  const own = ownPeriod(row);
  if (own === null && quantity === null && Object.values(sums).every((v) => v === null)) return [];
  const period = own ?? row.period;
  checkQuantity(row, 'quantity', row.column('quantity'), quantity, worker, period);
  const product = timesRate(worker, quantity);
  if (sums.gross !== null && product !== null && Math.abs(sums.gross - product) > 100) {
    row.report('gross', 'gross-differs', 'warning', {
      stated: formatYuan(sums.gross),
      computed: formatYuan(product),
    });
  }
  const entry = settle(
    period,
    quantity,
    sums.gross ?? product,
    sums.gross === null,
    sums.deduction,
    sums.paid,
  );
  reportBalance(row, sums.owed, entry.owedComputed, entry.gross, sums.deduction, sums.paid);
  return [{ ...entry, owed: sums.owed ?? entry.owedComputed }];
}

interface Sums {
  readonly gross: Fen | null;
  readonly deduction: Fen | null;
  readonly paid: Fen | null;
  readonly owed: Fen | null;
}

function readSums(row: RowReader, layout: RosterLayout): Sums {
  const gross = amountOf(row, 'gross', row.column('gross'), 'refuse');
  const deduction = amountOf(row, 'deduction', row.column('deduction'), 'turn');
  const owed = amountOf(row, 'owed', row.column('owed'), 'refuse');
  const main = amountOf(row, 'paid', row.column('paid'), 'refuse');
  const further = layout.alsoPaid.map((c) => amountOf(row, 'paid', c, 'refuse')).filter((v) => v !== null);
  let paid = main;
  if (further.length > 0) {
    const all = addFen(main ?? zeroFen, ...further);
    // 已付 sometimes already contains 生活费: the stated balance decides.
    const included = gross !== null && owed !== null && gross - (deduction ?? 0) - (main ?? 0) === owed;
    paid = included ? main : all;
  }
  return { gross, deduction, paid, owed };
}

interface Month {
  readonly period: Period;
  gross: Fen | null;
  paid: Fen | null;
  owed: Fen | null;
  quantity: string | null;
  computed: boolean;
}

function emptyMonth(period: Period): Month {
  return { period, gross: null, paid: null, owed: null, quantity: null, computed: false };
}

function readMonths(row: RowReader, layout: RosterLayout, worker: ParsedWorker): Month[] {
  const months = new Map<string, Month>();
  for (const column of layout.months) {
    const period = monthColumnPeriod(column, row.year);
    const field: RosterField = column.amount;
    const cell = row.at(column.column);
    if (cell.kind === 'empty' || saysNothing(cell.text)) continue;
    if (!period) {
      row.report(field, 'date-year-missing', 'error', undefined, column.column);
      continue;
    }
    const month = months.get(period.from) ?? emptyMonth(period);
    if (column.amount === 'quantity') {
      month.quantity = quantityOf(row, 'quantity', column.column);
      checkQuantity(row, 'quantity', column.column, month.quantity, worker, period);
    } else {
      month[column.amount as Exclude<MonthAmount, 'quantity'>] = amountOf(
        row,
        field,
        column.column,
        'refuse',
      );
    }
    months.set(period.from, month);
  }
  for (const month of months.values()) {
    if (month.gross !== null) continue;
    month.gross = timesRate(worker, month.quantity);
    month.computed = true;
  }
  const some = (m: Month): boolean =>
    [m.gross, m.paid, m.owed].some((v) => v !== null && v > 0) || m.quantity !== null;
  return [...months.values()].filter(some).sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/**
 * One entry for each month. Where payments stand only as one sum for all months they pay the earliest month first, the
 * order of 民法典 art. 560(2) for debts that fall due one after another.
 */
function spreadOverMonths(row: RowReader, months: readonly Month[], sums: Sums): ParsedArrears[] {
  const grossSum = addFen(...months.map((m) => m.gross ?? zeroFen));
  const owedSum = addFen(...months.map((m) => m.owed ?? zeroFen));
  const hasGross = months.some((m) => m.gross !== null);
  const hasPaid = months.some((m) => m.paid !== null);
  const hasOwed = months.some((m) => m.owed !== null);
  compareSum(row, 'gross', sums.gross, hasGross ? grossSum : null);
  if (hasOwed) compareSum(row, 'owed', sums.owed, owedSum);
  let paidLeft = 0;
  let deductionLeft: number = sums.deduction ?? 0;
  if (!hasPaid && !hasOwed && hasGross) {
    const implied = sums.owed === null ? 0 : Math.max(0, grossSum - deductionLeft - sums.owed);
    paidLeft = sums.paid ?? implied;
  } else deductionLeft = 0;
  const spread = paidLeft + deductionLeft;
  if (spread > 0 && months.length > 1) {
    row.report('paid', 'paid-spread', 'warning', { paid: formatYuan(fen(spread)) });
  }
  const entries = months.map((m, i): ParsedArrears => {
    const last = i === months.length - 1;
    const gross = m.gross ?? 0;
    const deduction = Math.min(deductionLeft, gross);
    const paid = last ? paidLeft : Math.min(paidLeft, gross - deduction);
    deductionLeft -= deduction;
    paidLeft -= paid;
    const paidHere = m.paid ?? (sums.paid !== null || paid > 0 ? fen(paid) : null);
    const entry = settle(
      m.period,
      m.quantity,
      m.gross,
      m.computed,
      deduction > 0 ? fen(deduction) : null,
      paidHere,
    );
    return { ...entry, owed: m.owed ?? entry.owedComputed };
  });
  const paidSum = addFen(...entries.map((e) => e.paid ?? zeroFen));
  const computedOwed = hasGross && !hasOwed ? addFen(...entries.map((e) => e.owedComputed ?? zeroFen)) : null;
  reportBalance(
    row,
    hasOwed ? null : sums.owed,
    computedOwed,
    hasGross ? grossSum : null,
    sums.deduction,
    paidSum,
  );
  return entries;
}

function compareSum(row: RowReader, field: RosterField, stated: Fen | null, computed: Fen | null): void {
  if (stated === null || computed === null || stated === computed) return;
  row.report(field, 'months-differ-from-total', 'warning', {
    stated: formatYuan(stated),
    computed: formatYuan(computed),
  });
}

function settle(
  period: Period | null,
  quantity: string | null,
  gross: Fen | null,
  computed: boolean,
  deduction: Fen | null,
  paid: Fen | null,
): Omit<ParsedArrears, 'owed'> {
  const owedComputed = gross === null ? null : fen(Math.max(0, gross - (deduction ?? 0) - (paid ?? 0)));
  const grossSource = gross === null ? null : computed ? 'computed' : 'sheet';
  return { period, quantity, gross, grossSource, deduction, paid, owedComputed };
}

function reportBalance(
  row: RowReader,
  owed: Fen | null,
  computed: Fen | null,
  gross: Fen | null,
  deduction: Fen | null,
  paid: Fen | null,
): void {
  const over = gross === null ? 0 : (paid ?? 0) + (deduction ?? 0) - gross;
  // An overpayment of one worker reduces nobody else's wages: nothing is owed to this one.
  if (over > 0) row.report('paid', 'overpaid', 'warning', { amount: formatYuan(fen(over)) });
  if (owed !== null && computed !== null && owed !== computed) {
    row.report('owed', 'owed-differs', 'warning', {
      stated: formatYuan(owed),
      computed: formatYuan(computed),
    });
  }
}

/** @param negative what a negative amount is: an error, or a deduction written with its sign. */
function amountOf(
  row: RowReader,
  field: RosterField,
  column: number | null,
  negative: 'refuse' | 'turn',
): Fen | null {
  if (column === null) return null;
  const cell = row.at(column);
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text)) return null;
  if (row.sharedWithOthers(column)) {
    row.report(field, 'amount-merged', 'error', undefined, column);
    return null;
  }
  // The amount of a worker with several rows stands once, in the first of them.
  if (row.repeated(column)) return null;
  const reading = readAmount(cell, row.scale);
  if ('problem' in reading) {
    row.report(field, reading.problem, 'error', undefined, column);
    return null;
  }
  if (reading.note)
    row.report(field, reading.note, 'warning', { rounded: formatYuan(reading.value) }, column);
  if (Math.abs(reading.value) > doubtfulAmountYuan * 100) {
    row.report(field, 'amount-absurd', 'warning', { limit: doubtfulAmountYuan }, column);
  }
  if (reading.value >= 0) return reading.value;
  if (negative === 'refuse') {
    row.report(field, field === 'owed' ? 'owed-negative' : 'amount-negative', 'error', undefined, column);
    return null;
  }
  row.report(field, 'deduction-sign', 'warning', undefined, column);
  return fen(-reading.value);
}

function quantityOf(row: RowReader, field: RosterField, column: number | null): string | null {
  if (column === null) return null;
  const cell = row.at(column);
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text) || row.repeated(column))
    return null;
  const reading = readQuantity(cell);
  if ('value' in reading) return reading.value;
  row.report(field, reading.problem, 'error', undefined, column);
  return null;
}

function checkQuantity(
  row: RowReader,
  field: RosterField,
  column: number | null,
  quantity: string | null,
  worker: ParsedWorker,
  period: Period | null,
): void {
  if (quantity === null || worker.wageUnit === 'piece') return;
  // A roster of monthly pay counts the days worked.
  const unit = worker.wageUnit === 'hour' ? 'hour' : 'day';
  const bounds = quantityBounds(unit, period ?? longestUnnamed);
  if (!bounds || Number(quantity) <= bounds.usual) return;
  const { days, usual, most } = bounds;
  // Without a unit the quantity may be one of pieces.
  if (Number(quantity) > most && worker.wageUnit !== null)
    row.report(field, 'quantity-absurd', 'error', { limit: most, days }, column ?? undefined);
  else row.report(field, 'quantity-above-period', 'warning', { limit: usual, days }, column ?? undefined);
}

function ownPeriod(row: RowReader): Period | null {
  const from = periodAt(row, 'periodFrom');
  const to = periodAt(row, 'periodTo');
  if (from && to) {
    if (from.from <= to.to) return { from: from.from, to: to.to };
    row.report('periodTo', 'period-invalid', 'error');
    return null;
  }
  return periodAt(row, 'period');
}

function periodAt(row: RowReader, field: 'period' | 'periodFrom' | 'periodTo'): Period | null {
  const cell = row.cell(field);
  if (cell.kind === 'empty' || cell.kind === 'error' || saysNothing(cell.text)) return null;
  const exact = field !== 'period' && cell.kind === 'date';
  const reading = readPeriod(exact ? { kind: 'text', text: cell.text } : cell, row.year);
  if ('problem' in reading) {
    row.report(field, reading.problem, 'error');
    return null;
  }
  if (reading.note) row.report(field, reading.note, 'warning', reading.params);
  return reading.value;
}

/** Rate × quantity in fen, half a fen up. Null for monthly wages: days of a month need the law's divisor. */
function timesRate(worker: ParsedWorker, quantity: string | null): Fen | null {
  if (quantity === null || worker.rate === null || worker.wageUnit === null || worker.wageUnit === 'month')
    return null;
  const [whole = '0', decimals = ''] = quantity.split('.');
  const scaled = BigInt(whole + decimals.padEnd(4, '0')) * BigInt(worker.rate);
  const rounded = (scaled * 2n + 10_000n) / 20_000n;
  // Beyond a hundred billion yuan one of the two is a slip that is reported by itself.
  return rounded >= 10_000_000_000_000n ? null : fen(Number(rounded));
}
