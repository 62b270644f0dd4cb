import { addDays, addMonths, type PlainDate, plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import {
  type Bilingual,
  type DerivedBase,
  deriveBase,
  wageHistory,
  wageTableSchema,
} from '../../law/index.ts';
import { parseInput } from '../../law/input.ts';
import { monthOf } from '../../law/wages/history.ts';
import type { ArrearsRowInput } from '../cases/case.schemas.ts';
import { daysOf, type WageMonthRecord } from './wage-months.schemas.ts';

/** A month as a base takes it, and where it comes from. */
export interface EffectiveMonth extends WageMonthRecord {
  /** `own`: entered in the wage table; `periods`: read from the worker's pay periods. */
  readonly origin: 'own' | 'periods';
  /** All pay due for the month. */
  readonly grossFen: Fen;
}

type Period = Pick<ArrearsRowInput, 'period' | 'unit' | 'quantity' | 'rateFen' | 'otherFen'>;

export interface MonthCheck {
  readonly code: string;
  readonly month: string;
  readonly text: Bilingual;
}

/** Above this a month's pay is more likely a slip of the keyboard: a million yuan. */
const unusualFen = 100_000_000;

export function grossOf(
  month: Pick<WageMonthRecord, 'baseFen' | 'subsidyFen' | 'overtimeFen' | 'bonusFen'>,
): Fen {
  return fen(month.baseFen + month.subsidyFen + month.overtimeFen + month.bonusFen);
}

/**
 * A worker's table must name each month once.
 * @throws AppError `invalid-input`: `months.3.month` `month-twice`.
 */
export function checkMonths(months: readonly WageMonthRecord[]): void {
  const seen = new Set<string>();
  months.forEach(({ month }, i) => {
    if (seen.has(month)) throw fieldError(`months.${i}.month`, 'month-twice', { month });
    seen.add(month);
  });
}

/** First and last day lie at the ends of months. */
function wholeMonths({ from, to }: { from: string; to: string }): string[] | null {
  if (!from.endsWith('-01') || !addDays(plainDate(to), 1).endsWith('-01')) return null;
  const out: string[] = [];
  for (let m = monthOf(plainDate(from)); m <= to.slice(0, 7); m = shift(m, 1)) out.push(m);
  return out;
}

function shift(month: string, by: number): string {
  return monthOf(addMonths(plainDate(`${month}-01`), by));
}

/**
 * Months that the pay periods already tell: a period within one month, or whole months at a monthly rate. `grossFen`
 * holds what the arrears computation found for each period, in their order. A period that spans months in any other way
 * says nothing of one month and is left out.
 */
export function monthsOfPeriods(
  periods: readonly Period[],
  grossFen: readonly (Fen | undefined)[],
): EffectiveMonth[] {
  const found = new Map<string, { gross: number; days: string | null; several: boolean }>();
  const put = (month: string, gross: number, days: string | null): void => {
    const before = found.get(month);
    found.set(month, { gross: (before?.gross ?? 0) + gross, days, several: before !== undefined });
  };
  periods.forEach((row, i) => {
    const { from, to } = row.period;
    const gross = grossFen[i];
    if (gross === undefined) return;
    if (from.slice(0, 7) === to.slice(0, 7)) {
      // More 工 than days are long days counted up, not days that were paid.
      const days = row.unit === 'day' && Number(row.quantity) <= daysOf(from) ? row.quantity : null;
      put(from.slice(0, 7), gross, days);
      return;
    }
    const months = wholeMonths({ from, to });
    if (row.unit === 'month' && row.otherFen === 0 && months && row.quantity === String(months.length))
      for (const month of months) put(month, row.rateFen, null);
  });
  return [...found].map(([month, { gross, days, several }]) => ({
    month,
    baseFen: fen(gross),
    subsidyFen: zeroFen,
    overtimeFen: zeroFen,
    bonusFen: zeroFen,
    paidFen: null,
    contributionFen: null,
    // Days of two periods of one month might overlap: then they say nothing.
    days: several ? null : days,
    kind: null,
    origin: 'periods',
    grossFen: fen(gross),
  }));
}

/** The table and, where it has no row, the pay periods; ascending. Nothing has to be typed twice. */
export function effectiveMonths(
  stored: readonly WageMonthRecord[],
  fromPeriods: readonly EffectiveMonth[],
): EffectiveMonth[] {
  const own = new Set(stored.map((m) => m.month));
  return [
    ...stored.map((m): EffectiveMonth => ({ ...m, origin: 'own', grossFen: grossOf(m) })),
    ...fromPeriods.filter((m) => !own.has(m.month)),
  ].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** What a person should look at again; nothing is refused for it. */
export function monthChecks(
  months: readonly EffectiveMonth[],
  fromPeriods: readonly EffectiveMonth[],
  job: { readonly start: PlainDate | null; readonly end: PlainDate | null },
): MonthCheck[] {
  const out: MonthCheck[] = [];
  const add = (code: string, month: string, zh: string, en: string): void => {
    out.push({ code, month, text: { zh, en } });
  };
  for (const m of months) {
    const period = fromPeriods.find((p) => p.month === m.month);
    if (m.origin === 'own' && period && period.grossFen !== m.grossFen)
      add(
        'differs-from-periods',
        m.month,
        `${m.month}应发合计${formatYuan(m.grossFen)}元，与欠薪明细的${formatYuan(period.grossFen)}元不一致。`,
        `${m.month}: ${formatYuan(m.grossFen)} here, ${formatYuan(period.grossFen)} in the pay periods.`,
      );
    if (job.start && m.month < monthOf(job.start))
      add(
        'before-employment',
        m.month,
        `${m.month}早于入职月份。`,
        `${m.month} lies before the first day of work.`,
      );
    if (job.end && m.month > monthOf(job.end))
      add(
        'after-employment',
        m.month,
        `${m.month}晚于离职月份。`,
        `${m.month} lies after the last day of work.`,
      );
    if (m.grossFen > unusualFen)
      add(
        'amount-unusual',
        m.month,
        `${m.month}的金额异常大，请核对。`,
        `${m.month}: the amount is unusually large.`,
      );
    if (m.paidFen !== null && m.paidFen > m.grossFen)
      add(
        'paid-above-due',
        m.month,
        `${m.month}实发多于应发，请核对。`,
        `${m.month}: more was paid than was due.`,
      );
  }
  const first = job.start ? monthOf(job.start) : months[0]?.month;
  const last = job.end ? monthOf(job.end) : months.at(-1)?.month;
  if (first && last) {
    const from = [shift(last, -12), first].sort()[1] ?? first;
    for (const hole of holesBetween(months, from, last)) {
      const to = hole.to === hole.from ? { zh: '', en: '' } : { zh: `至${hole.to}`, en: ` to ${hole.to}` };
      add('month-missing', hole.from, `缺${hole.from}${to.zh}的工资。`, `No pay for ${hole.from}${to.en}.`);
    }
  }
  return out;
}

/** Runs of months without pay: twelve lines for an empty table would say no more than one. */
function holesBetween(
  months: readonly EffectiveMonth[],
  from: string,
  to: string,
): readonly { readonly from: string; readonly to: string }[] {
  const known = new Set(months.map((m) => m.month));
  const out: { from: string; to: string }[] = [];
  for (let month = from; month <= to; month = shift(month, 1)) {
    if (known.has(month)) continue;
    const run = out.at(-1);
    if (run && shift(run.to, 1) === month) run.to = month;
    else out.push({ from: month, to: month });
  }
  return out;
}

const yuanText = (amount: Fen): string => formatYuan(amount, false);

/** The months as calculators take them in `wageTable`: yuan as text. */
export function wageTableOf(months: readonly EffectiveMonth[]): Record<string, string>[] {
  return months.map((m) => ({
    month: m.month,
    gross: yuanText(m.grossFen),
    ...(m.overtimeFen > 0 ? { overtime: yuanText(m.overtimeFen) } : {}),
    ...(m.bonusFen > 0 ? { bonus: yuanText(m.bonusFen) } : {}),
    ...(m.subsidyFen > 0 ? { subsidy: yuanText(m.subsidyFen) } : {}),
    ...(m.contributionFen === null ? {} : { contribution: yuanText(m.contributionFen) }),
    ...(m.days === null ? {} : { days: m.days }),
    ...(m.kind === null ? {} : { kind: m.kind }),
  }));
}

/** The bases that a worker's table gives, in the order in which they are asked for. */
export const tableBases = [
  'average-12-months',
  'average-without-overtime',
  'previous-month',
  'original-pay',
  'contribution-wage',
] as const;

/** @throws AppError `invalid-input` naming what the table lacks for this base. */
export function baseOf(
  months: readonly EffectiveMonth[],
  base: (typeof tableBases)[number],
  until: PlainDate,
  hire: PlainDate | null,
): DerivedBase {
  const table = parseInput(wageTableSchema, wageTableOf(months));
  return deriveBase(wageHistory(table), { base, until, ...(hire ? { hire } : {}) });
}
