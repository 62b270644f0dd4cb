import { addDays, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { parseInput } from '../input.ts';
import { type CalendarYear, calendarFileSchema, parseCalendar } from './calendar.ts';
import type { Calendar } from './types.ts';

/** Who compared the imported days with the notice. `source` names the notice: title, number or address. */
export interface SignOff {
  readonly by: string;
  readonly on: PlainDate;
  readonly source: string;
}

export interface MergedCalendar {
  /** The file to store: every year, the imported ones with their sign-off. */
  readonly file: { readonly years: readonly CalendarYear[] };
  readonly calendar: Calendar;
  readonly added: readonly number[];
  readonly replaced: readonly number[];
  readonly unchanged: readonly number[];
  /** Days whose standing differs from what was assumed before. */
  readonly changedDays: readonly PlainDate[];
}

// Every yearly notice names these; a file without one is incomplete or was typed wrongly.
const yearly = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

/**
 * Adds years of holidays to those that are loaded. A year that is already there is replaced only on request.
 * @param base the file in use, as `parseCalendar` reads it.
 * @param incoming the file to import, in the same format.
 * @throws AppError `invalid-input`: what `parseCalendar` throws; `signOff.by`/`signOff.source` `required`;
 * `years` `required` for an empty file; `years.0.notice.title` `notice-year-mismatch`; `years.0.holidays`
 * `holiday-missing` with its name; `years.0.year` `year-present` for a differing year without `replace`.
 */
export function mergeCalendar(
  base: unknown,
  incoming: unknown,
  signOff: SignOff,
  options: { readonly replace?: boolean } = {},
): MergedCalendar {
  const before = parseCalendar(base);
  parseCalendar(incoming);
  if (!signOff.by.trim()) throw fieldError('signOff.by', 'required');
  if (!signOff.source.trim()) throw fieldError('signOff.source', 'required');
  const years = new Map(parseInput(calendarFileSchema, base).years.map((y) => [y.year, y]));
  const imported = parseInput(calendarFileSchema, incoming).years;
  if (imported.length === 0) throw fieldError('years', 'required');
  const added: number[] = [];
  const replaced: number[] = [];
  const unchanged: number[] = [];
  imported.forEach((year, i) => {
    checkYear(year, `years.${i}`);
    const present = years.get(year.year);
    if (present && sameDays(present, year)) {
      unchanged.push(year.year);
      return;
    }
    if (present && !options.replace) throw fieldError(`years.${i}.year`, 'year-present', { year: year.year });
    (present ? replaced : added).push(year.year);
    years.set(year.year, { ...year, signOff: { by: signOff.by, on: signOff.on, source: signOff.source } });
  });
  const file = { years: [...years.values()].sort((a, b) => a.year - b.year) };
  const calendar = parseCalendar(file);
  return {
    file,
    calendar,
    added,
    replaced,
    unchanged,
    changedDays: [...added, ...replaced].sort().flatMap((y) => changedIn(y, before, calendar)),
  };
}

function checkYear(year: CalendarYear, path: string): void {
  if (!year.notice.title.includes(String(year.year))) {
    throw fieldError(`${path}.notice.title`, 'notice-year-mismatch', { year: year.year });
  }
  const names = year.holidays.map((h) => h.name.zh).join('、');
  const missing = yearly.find((name) => !names.includes(name));
  if (missing !== undefined) throw fieldError(`${path}.holidays`, 'holiday-missing', { holiday: missing });
}

function sameDays(a: CalendarYear, b: CalendarYear): boolean {
  const days = (y: CalendarYear): string =>
    JSON.stringify(y.holidays.map((h) => [h.from, h.to, [...h.makeUpDays].sort()]).sort());
  return days(a) === days(b);
}

function changedIn(year: number, before: Calendar, after: Calendar): PlainDate[] {
  const out: PlainDate[] = [];
  for (let day = `${year}-01-01` as PlainDate; day.startsWith(String(year)); day = addDays(day, 1)) {
    if (before.isWorkingDay(day) !== after.isWorkingDay(day)) out.push(day);
  }
  return out;
}
