import { fieldError } from './errors.ts';

/** A calendar date `YYYY-MM-DD` with no time and no zone. Text order is date order. */
export type PlainDate = string & { readonly __plainDate: true };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;
// The character `0` as tens and as ones.
const zeroPair = 48 * 11;

const firstYear = 1900;
const lastYear = 2199;

function outOfRange(year: number): Error {
  return fieldError('date', 'date-out-of-range', { year });
}

/** True for an existing date from year 1900 to 2199; 2025-02-30 is false. */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false;
  const m = pattern.exec(value);
  if (!m) return false;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return y >= firstYear && y <= lastYear && mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo);
}

/**
 * What is wrong with a text that is no PlainDate: a date of another year than 1900 to 2199 is `date-out-of-range`, with the
 * year; anything else is `date-invalid`. Null for a sound one.
 */
export function dateProblem(
  value: unknown,
): { readonly code: 'date-invalid' } | { readonly code: 'date-out-of-range'; readonly year: number } | null {
  if (isPlainDate(value)) return null;
  const [, year = '', month = '', day = ''] = (typeof value === 'string' && pattern.exec(value)) || [];
  const y = Number(year);
  const outside = year !== '' && (y < firstYear || y > lastYear);
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  return outside && exists && Number(day) <= daysInMonth(y, Number(month))
    ? { code: 'date-out-of-range', year: y }
    : { code: 'date-invalid' };
}

/**
 * @throws AppError `invalid-input` naming `field`: `date-out-of-range` for a date beyond the years 1900 to 2199,
 * `date-invalid` when the text is no existing date.
 */
export function plainDate(value: string, field = 'date'): PlainDate {
  if (isPlainDate(value)) return value;
  const known = dateProblem(value)?.code === 'date-out-of-range';
  throw known ? dateError(value, field) : fieldError(field, 'date-invalid', { value });
}

/** A zod refinement: the text is a PlainDate, else `date-invalid` or `date-out-of-range`. */
export function existingDate(
  value: string,
  ctx: { addIssue(issue: { code: 'custom'; message: string; params?: { year: number } }): void },
): void {
  const problem = dateProblem(value);
  if (problem === null) return;
  const { code: message } = problem;
  ctx.addIssue({
    code: 'custom',
    message,
    ...(problem.code === 'date-out-of-range' ? { params: { year: problem.year } } : {}),
  });
}

/** The failure for a text that is no PlainDate, at the field it was given in. */
export function dateError(value: unknown, field: string): Error {
  const problem = dateProblem(value);
  return problem?.code === 'date-out-of-range'
    ? fieldError(field, problem.code, { year: problem.year })
    : fieldError(field, 'date-invalid');
}

/**
 * Month is 1–12.
 * @throws AppError `invalid-input` naming `date`: `date-out-of-range` beyond the years 1900 to 2199, `date-invalid` when
 * year, month and day make no existing date.
 */
export function dateOf(year: number, month: number, day: number): PlainDate {
  if (year < firstYear || year > lastYear) throw outOfRange(year);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return plainDate(text);
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  // Counting periods spends its time here: reading the digits is several times faster than cutting and parsing text.
  const two = (at: number): number => date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - zeroPair;
  return { year: two(0) * 100 + two(2), month: two(5), day: two(8) };
}

/** Number of days in month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Date.UTC is used as pure day arithmetic: no clock and no zone enters.
function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / dayMs;
}

function fromDayNumber(n: number): PlainDate {
  return new Date(n * dayMs).toISOString().slice(0, 10) as PlainDate;
}

// China has kept one zone, UTC+8, without summer time since 1992.
const chinaStandardOffsetMs = 8 * 3_600_000;

/** The day at the office in China of an instant, in milliseconds since 1970 UTC or as ISO text, whatever the computer's zone. */
export function chinaDate(instant: number | string): PlainDate {
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant;
  return fromDayNumber(Math.floor((ms + chinaStandardOffsetMs) / dayMs));
}

/** `days` may be negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const moved = day + days;
  // Counting goes day by day, and most days stay in their month: no Date is needed for those.
  if (moved >= 1 && moved <= 28 && Number.isInteger(moved))
    return `${date.slice(0, 8)}${moved < 10 ? '0' : ''}${moved}` as PlainDate;
  return fromDayNumber(Date.UTC(year, month - 1, day) / dayMs + days);
}

/**
 * Adds calendar months; where the end month has no such day, its last day (民法典 art. 202).
 * `months` may be negative.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return dateOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: PlainDate): number {
  // Days before 1970 are negative, and so is their remainder.
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function minDate(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

export function maxDate(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
