import { dateError, isPlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, formatYuan } from '../../kernel/money.ts';
import { compare, decimal, ofFen, rational, times } from '../numbers/rational.ts';
import { type OwedInput, owedAmounts, owedLine, sumLine } from './amounts.ts';
import { employmentChecks } from './employment.ts';
import { plausibilityChecks } from './plausible.ts';
import type { ArrearsCheck, ArrearsOptions, ArrearsResult, ArrearsRow, ArrearsRowResult } from './types.ts';

/**
 * What one worker is owed over several pay periods. Every row stands alone: an overpaid period never reduces another.
 * @throws AppError `invalid-input` naming the field (`rows.2.quantity`): bad dates, negative amounts, no plain decimal.
 */
export function computeArrears(rows: readonly ArrearsRow[], options: ArrearsOptions = {}): ArrearsResult {
  const results: ArrearsRowResult[] = [];
  const checks: ArrearsCheck[] = [];
  let cumulative = 0 as Fen;
  rows.forEach((row, i) => {
    checkRow(row, `rows.${i}`);
    const input = owedInput(row);
    const amounts = owedAmounts(input, `rows.${i}.quantity`);
    cumulative = addFen(cumulative, amounts.owedFen);
    results.push({
      ...amounts,
      deductFen: input.deductFen,
      paidFen: input.paidFen,
      cumulativeFen: cumulative,
      line: owedLine(input, amounts),
    });
    checks.push(
      ...rowChecks(row, i, amounts.grossFen, input, options),
      ...plausibilityChecks(row, i, amounts.grossFen),
    );
  });
  checks.push(...overlapChecks(rows));
  if (options.employment) {
    checks.push(
      ...employmentChecks(
        rows.map((row) => row.period),
        options.employment,
      ),
    );
  }
  checks.sort((a, b) => a.row - b.row);
  const sum = (pick: (r: ArrearsRowResult) => Fen): Fen => addFen(...results.map(pick));
  return {
    rows: results,
    grossFen: sum((r) => r.grossFen),
    deductFen: sum((r) => r.deductFen),
    paidFen: sum((r) => r.paidFen),
    owedFen: cumulative,
    overpaidFen: sum((r) => r.overpaidFen),
    totalLine: sumLine(results.map((r) => r.owedFen)),
    checks,
  };
}

function owedInput(row: ArrearsRow): OwedInput {
  return {
    unit: row.unit,
    quantity: row.quantity,
    rateFen: row.rateFen,
    otherFen: row.otherFen,
    deductFen: addFen(...row.deductions.map((d) => d.amountFen)),
    paidFen: addFen(...row.paid.map((p) => p.amountFen)),
  };
}

function checkRow(row: ArrearsRow, path: string): void {
  if (!isPlainDate(row.period.from)) throw dateError(row.period.from, `${path}.period.from`);
  if (!isPlainDate(row.period.to)) throw dateError(row.period.to, `${path}.period.to`);
  if (row.period.to < row.period.from) throw fieldError(`${path}.period.to`, 'end-before-start');
  if (decimal(row.quantity, `${path}.quantity`).n < 0n)
    throw fieldError(`${path}.quantity`, 'number-negative');
  const amounts: [string, Fen][] = [
    ['rateFen', row.rateFen],
    ['otherFen', row.otherFen],
    ...row.deductions.map((d, i): [string, Fen] => [`deductions.${i}.amountFen`, d.amountFen]),
    ...row.paid.map((p, i): [string, Fen] => [`paid.${i}.amountFen`, p.amountFen]),
  ];
  for (const [field, amount] of amounts) {
    if (!Number.isSafeInteger(amount)) throw fieldError(`${path}.${field}`, 'amount-invalid');
    if (amount < 0) throw fieldError(`${path}.${field}`, 'amount-negative');
  }
}

function rowChecks(
  row: ArrearsRow,
  index: number,
  grossFen: Fen,
  input: OwedInput,
  options: ArrearsOptions,
): ArrearsCheck[] {
  const out: ArrearsCheck[] = [];
  const add = (code: string, field: string, zh: string, en: string): void => {
    out.push({ code, row: index, field, text: { zh, en } });
  };
  if (decimal(row.quantity).n === 0n) {
    add('quantity-zero', 'quantity', '数量为零，本期没有应得工资。', 'The quantity is zero: nothing is due.');
  }
  row.deductions.forEach((d, i) => {
    if (d.amountFen > 0 && !d.basis?.trim()) {
      const amount = formatYuan(d.amountFen);
      add(
        'deduction-without-basis',
        `deductions.${i}.basis`,
        `扣款${amount}元没有写明依据；无法律或约定依据的扣款可以不予扣除。`,
        `The deduction of ${amount} names no basis; without one in law or contract it need not be accepted.`,
      );
    }
  });
  if (input.deductFen > grossFen) {
    add(
      'deduction-above-gross',
      'deductions',
      '扣款超过本期应得工资。',
      'Deductions exceed the pay of the period.',
    );
  }
  if (options.asOf !== undefined && row.period.to > options.asOf) {
    add('period-in-future', 'period', '工资所属期间尚未结束。', 'The pay period has not ended yet.');
  }
  const below = belowMinimum(row, options);
  if (below) {
    add(
      'below-minimum-wage',
      'rateFen',
      `约定工资低于当地最低工资（${formatYuan(below)}元），可另请求差额。`,
      `The agreed pay is below the local minimum wage (${formatYuan(below)}); the difference may be claimed.`,
    );
  }
  return out;
}

// A day's pay is compared over the month's 21.75 paid days (人社部发〔2025〕2号).
const paidDays = rational(2175n, 100n);

/** The minimum that the agreed rate falls below, or null. Piece and fixed pay say nothing about time worked. */
function belowMinimum(row: ArrearsRow, options: ArrearsOptions): Fen | null {
  const standard = options.minimumWage?.(row.period.from);
  if (!standard || row.rateFen === 0) return null;
  const rate = ofFen(row.rateFen);
  if (row.unit === 'hour') {
    const hourly = standard.hourlyFen;
    return hourly !== null && compare(rate, ofFen(hourly)) < 0 ? hourly : null;
  }
  const monthly = standard.monthlyFen;
  if (monthly === null || (row.unit !== 'month' && row.unit !== 'day')) return null;
  const perMonth = row.unit === 'month' ? rate : times(rate, paidDays);
  return compare(perMonth, ofFen(monthly)) < 0 ? monthly : null;
}

function overlapChecks(rows: readonly ArrearsRow[]): ArrearsCheck[] {
  const order = rows.map((row, index) => ({ row, index }));
  order.sort((a, b) => a.row.period.from.localeCompare(b.row.period.from));
  const out: ArrearsCheck[] = [];
  let widest = order[0];
  for (const current of order.slice(1)) {
    if (widest && current.row.period.from <= widest.row.period.to) {
      const [first, second] = [widest.index, current.index].sort((a, b) => a - b) as [number, number];
      out.push({
        code: 'period-overlap',
        row: second,
        field: 'period',
        text: {
          zh: `与第${first + 1}行的期间重叠，请核对是否重复计算。`,
          en: `Overlaps the period of row ${first + 1}: check that nothing is counted twice.`,
        },
      });
    }
    if (!widest || current.row.period.to > widest.row.period.to) widest = current;
  }
  return out;
}
