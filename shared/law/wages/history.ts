import { z } from 'zod';
import { addDays, addMonths, type PlainDate, plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import { daysOfMonth, hoursOfMonth, yuanSchema } from '../input.ts';
import { decimal, ofFen, over, plus, type Rational, rational, times } from '../numbers/rational.ts';
import type { WageBaseId } from './bases.ts';

/** `2026-03`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month-invalid')
  .refine((m) => m >= '1900-01' && m <= '2199-12', 'month-invalid');

/** One month of pay. `gross` is all pay of the month; overtime, bonus and subsidy are parts of it. */
export const wageMonthSchema = z.strictObject({
  month: monthSchema,
  gross: yuanSchema,
  overtime: yuanSchema.optional(),
  bonus: yuanSchema.optional(),
  subsidy: yuanSchema.optional(),
  deductions: yuanSchema.optional(),
  net: yuanSchema.optional(),
  /** Monthly contribution wage declared to the social insurance agency. */
  contribution: yuanSchema.optional(),
  hours: hoursOfMonth.optional(),
  /** Paid days: weekdays worked and statutory holidays. */
  days: daysOfMonth.optional(),
  /** `part`: hired or left within it; `abnormal`: sick leave, stoppage or unpaid leave. */
  kind: z.enum(['full', 'part', 'abnormal']).optional(),
});

export type WageMonth = z.output<typeof wageMonthSchema>;
export const wageTableSchema = z.array(wageMonthSchema).min(1).max(600);

/** A checked table, months ascending. */
export interface WageHistory {
  readonly months: readonly WageMonth[];
}

/**
 * Checks a worker's month table.
 * @throws AppError `invalid-input` naming the row: `month-twice`, `less-than-parts`, `net-above-gross`.
 */
export function wageHistory(months: readonly WageMonth[], path = 'wageTable'): WageHistory {
  const seen = new Set<string>();
  months.forEach((m, i) => {
    if (seen.has(m.month)) throw fieldError(`${path}.${i}.month`, 'month-twice', { month: m.month });
    seen.add(m.month);
    const parts = addFen(m.overtime ?? zeroFen, m.bonus ?? zeroFen, m.subsidy ?? zeroFen);
    if (parts > m.gross) throw fieldError(`${path}.${i}.gross`, 'less-than-parts');
    if ((m.net ?? zeroFen) > m.gross) throw fieldError(`${path}.${i}.net`, 'net-above-gross');
  });
  return { months: [...months].sort((a, b) => a.month.localeCompare(b.month)) };
}

export const monthOf = (date: PlainDate): string => date.slice(0, 7);

function nextMonth(month: string, by = 1): string {
  return monthOf(addMonths(plainDate(`${month}-01`), by));
}

/** Months from `from` to `to` that the table has no row for. */
export function holesOf(history: WageHistory, from: string, to: string): string[] {
  const known = new Set(history.months.map((m) => m.month));
  const out: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) if (!known.has(month)) out.push(month);
  return out;
}

/** @throws AppError `invalid-input` (`month-missing`) naming the months a computation needs but the table lacks. */
function refuseHoles(history: WageHistory, from: string, to: string, path: string): void {
  const holes = holesOf(history, from, to);
  if (holes.length > 0) throw fieldError(path, 'month-missing', { months: holes.join(', ') });
}

/** The row of one month. @throws AppError `invalid-input` (`month-missing`). */
export function wageOfMonth(history: WageHistory, month: string, path = 'wageTable'): WageMonth {
  const row = history.months.find((m) => m.month === month);
  if (!row) throw fieldError(path, 'month-missing', { months: month });
  return row;
}

export interface BaseRequest {
  readonly base: Extract<
    WageBaseId,
    'average-12-months' | 'average-without-overtime' | 'previous-month' | 'contribution-wage' | 'original-pay'
  >;
  /** Last day of employment, or the day before the injury: months that end by then count. */
  readonly until: PlainDate;
  readonly hire?: PlainDate | undefined;
  /** Leave overtime out of a base that by its text includes it, as some provinces do. */
  readonly withoutOvertime?: boolean | undefined;
  readonly withoutBonus?: boolean | undefined;
  /** Leave months of sick leave, stoppage or unpaid leave out, as many courts do. */
  readonly normalMonthsOnly?: boolean | undefined;
}

export interface DerivedBase {
  readonly id: WageBaseId;
  /** Fen a month, exact. */
  readonly value: Rational;
  /** Months that entered. */
  readonly months: readonly string[];
  readonly lines: readonly (Bilingual & { readonly amountFen?: Fen })[];
  readonly warnings: readonly LawWarning[];
}

/** The last month that had ended on `until`. */
function lastFullMonth(until: PlainDate): string {
  const month = monthOf(until);
  return monthOf(addDays(until, 1)) === month ? nextMonth(month, -1) : month;
}

function payOf(m: WageMonth, request: BaseRequest, path: string): Fen {
  if (request.base === 'contribution-wage') {
    if (m.contribution === undefined)
      throw fieldError(`${path}.contribution`, 'required', { month: m.month });
    return m.contribution;
  }
  const overtime = request.withoutOvertime || request.base === 'average-without-overtime';
  return fen(m.gross - (overtime ? (m.overtime ?? 0) : 0) - (request.withoutBonus ? (m.bonus ?? 0) : 0));
}

/**
 * One of the law's wage bases from the month table, with its working. The window is the twelve months that ended by
 * `until`, or the months worked where fewer (实施条例 art. 27); a month of hire or leaving is left out as long as a full
 * month exists, otherwise its pay is converted at 21.75 paid days.
 * @throws AppError `invalid-input`: `month-missing` naming the holes, `required` for a missing contribution wage or the
 * paid days of a sole part month, `no-full-month`.
 */
export function deriveBase(history: WageHistory, request: BaseRequest, path = 'wageTable'): DerivedBase {
  const end = lastFullMonth(request.until);
  if (request.base === 'previous-month') return previous(history, request, path);
  const first = history.months[0]?.month ?? end;
  const hired = request.hire ? monthOf(request.hire) : first;
  const from = [nextMonth(end, -11), hired].sort()[1] ?? end;
  if (from <= end) refuseHoles(history, from, end, path);
  const window = history.months.filter((m) => m.month >= from && m.month <= end);
  const isPart = (m: WageMonth): boolean =>
    m.kind === 'part' || (request.hire !== undefined && m.month === hired && !request.hire.endsWith('-01'));
  const full = window.filter((m) => !isPart(m));
  const normal = request.normalMonthsOnly ? full.filter((m) => m.kind !== 'abnormal') : full;
  if (normal.length === 0) return solePart(history, from, request, path);
  const warnings: LawWarning[] = [];
  const part = window.filter(isPart).map((m) => m.month);
  if (part.length > 0) {
    warnings.push({
      code: 'part-month-left-out',
      text: {
        zh: `${part.join('、')}为不足整月，未计入平均。`,
        en: `${part.join(', ')}: worked in part, left out of the average.`,
      },
    });
  }
  if (request.hire === undefined && window.length < 12) {
    warnings.push({
      code: 'fewer-than-twelve-months',
      text: {
        zh: `工资表在解除前十二个月内只有${window.length}个月，按此平均；工作满十二个月的请补齐。`,
        en: `The table has only ${window.length} of the twelve months; complete it if the worker worked them all.`,
      },
    });
  }
  const abnormal = full.filter((m) => m.kind === 'abnormal').map((m) => m.month);
  if (abnormal.length > 0) {
    const out = request.normalMonthsOnly === true;
    warnings.push({
      code: 'abnormal-months',
      text: {
        zh: `${abnormal.join('、')}有病假、停工或事假，${out ? '未计入' : '已计入'}平均；不少法院按正常工作月份计算。`,
        en: `${abnormal.join(', ')}: sick leave, stoppage or unpaid leave, ${out ? 'left out' : 'included'}; many courts take normal months only.`,
      },
    });
  }
  const pays = normal.map((m) => payOf(m, request, `${path}.${history.months.indexOf(m)}`));
  const sum = addFen(...pays);
  const value = over(ofFen(sum), rational(BigInt(normal.length)));
  const list = pays.map((p) => formatYuan(p)).join(' + ');
  return {
    id: request.base,
    value,
    months: normal.map((m) => m.month),
    lines: [
      {
        zh: `(${list}) ÷ ${normal.length}个月，取${normal[0]?.month}至${normal.at(-1)?.month}`,
        en: `(${list}) ÷ ${normal.length} months, ${normal[0]?.month} to ${normal.at(-1)?.month}`,
      },
    ],
    warnings,
  };
}

function previous(history: WageHistory, request: BaseRequest, path: string): DerivedBase {
  const month = nextMonth(monthOf(request.until), -1);
  const row = wageOfMonth(history, month, path);
  const pay = payOf(row, request, path);
  return {
    id: 'previous-month',
    value: ofFen(pay),
    months: [month],
    lines: [
      { zh: `${month}工资${formatYuan(pay)}元`, en: `pay of ${month}: ${formatYuan(pay)}`, amountFen: pay },
    ],
    warnings: [],
  };
}

/** Nobody worked a full month: the pay of the part months over their paid days, at 21.75 to the month. */
function solePart(history: WageHistory, from: string, request: BaseRequest, path: string): DerivedBase {
  const to = monthOf(request.until);
  const rows = history.months.filter((m) => m.month >= from && m.month <= to && m.kind !== 'abnormal');
  if (rows.length === 0) throw fieldError(path, 'no-full-month');
  let days = rational(0n);
  const pays = rows.map((m) => {
    const at = `${path}.${history.months.indexOf(m)}`;
    if (m.days === undefined) throw fieldError(`${at}.days`, 'required', { month: m.month });
    days = plus(days, decimal(m.days, `${at}.days`));
    return payOf(m, request, at);
  });
  if (days.n === 0n) throw fieldError(path, 'no-full-month');
  const sum = addFen(...pays);
  return {
    id: request.base,
    value: times(over(ofFen(sum), days), rational(2175n, 100n)),
    months: rows.map((m) => m.month),
    lines: [
      {
        zh: `工作不满一个月：${formatYuan(sum)} ÷ 计薪日 × 21.75天`,
        en: `less than a month worked: ${formatYuan(sum)} ÷ paid days × 21.75`,
      },
    ],
    warnings: [],
  };
}
