import { z } from 'zod';
import { addDays, type PlainDate, partsOf, weekday } from '../../kernel/date.ts';
import { AppError, fieldError } from '../../kernel/errors.ts';
import type { Bilingual } from '../common.ts';
import { bilingualSchema, dateSchema, parseInput } from '../input.ts';
import { fixedHoliday } from './fixed-holidays.ts';
import type { Calendar, DayInfo, HolidayNotice } from './types.ts';

const yearSchema = z.object({
  year: z.int().min(1900).max(2199),
  notice: z.object({
    title: z.string().min(1),
    number: z.string().optional(),
    url: z.string().optional(),
  }),
  holidays: z.array(
    z.object({
      name: bilingualSchema,
      from: dateSchema,
      to: dateSchema,
      makeUpDays: z.array(dateSchema),
    }),
  ),
  /** Who compared an imported year with the notice, and when; shipped years have none. */
  signOff: z
    .object({ by: z.string().min(1).max(60), on: dateSchema, source: z.string().min(1).max(300) })
    .optional(),
});

export const calendarFileSchema = z.object({ years: z.array(yearSchema) });

/** One year as it stands in the file. */
export type CalendarYear = z.output<typeof yearSchema>;

interface Special {
  readonly kind: 'holiday' | 'make-up';
  readonly name: Bilingual;
  readonly notice: string;
}

interface Year {
  readonly notice: HolidayNotice;
  readonly days: ReadonlyMap<PlainDate, Special>;
}

const longestHoliday = 31;

function readYear(year: z.output<typeof yearSchema>, path: string): Year {
  const days = new Map<PlainDate, Special>();
  const put = (date: PlainDate, kind: Special['kind'], name: Bilingual, field: string): void => {
    if (partsOf(date).year !== year.year)
      throw fieldError(field, 'date-outside-year', { date, year: year.year });
    if (days.has(date)) throw fieldError(field, 'date-twice', { date });
    days.set(date, { kind, name, notice: year.notice.title });
  };
  year.holidays.forEach((holiday, i) => {
    const field = `${path}.holidays.${i}`;
    if (holiday.to < holiday.from) throw fieldError(`${field}.to`, 'end-before-start');
    if (holiday.to > addDays(holiday.from, longestHoliday))
      throw fieldError(`${field}.to`, 'period-too-long');
    for (let d = holiday.from; d <= holiday.to; d = addDays(d, 1)) put(d, 'holiday', holiday.name, field);
    holiday.makeUpDays.forEach((d, j) => {
      const makeUpField = `${field}.makeUpDays.${j}`;
      if (!isWeekend(d)) throw fieldError(makeUpField, 'make-up-not-weekend', { date: d });
      put(d, 'make-up', holiday.name, makeUpField);
    });
  });
  const notice: { title: string; number?: string; url?: string } = { title: year.notice.title };
  if (year.notice.number !== undefined) notice.number = year.notice.number;
  if (year.notice.url !== undefined) notice.url = year.notice.url;
  return { notice, days };
}

function isWeekend(date: PlainDate): boolean {
  const d = weekday(date);
  return d === 0 || d === 6;
}

/**
 * Reads `resources/law/holidays.json`: one entry per year with the State Council notice, its days off and its make-up
 * working days. Days off need not list the ordinary weekends beside them.
 * @throws AppError `invalid-input` naming the bad entry: `date-invalid`, `date-outside-year`, `date-twice`,
 * `make-up-not-weekend`, `end-before-start`, `year-twice`.
 */
export function parseCalendar(data: unknown): Calendar {
  const years = new Map<number, Year>();
  parseInput(calendarFileSchema, data).years.forEach((entry, i) => {
    const path = `years.${i}`;
    if (years.has(entry.year)) throw fieldError(`${path}.year`, 'year-twice', { year: entry.year });
    years.set(entry.year, readYear(entry, path));
  });
  return calendarOf(years);
}

/** What is sure of a day before the notice of its year is loaded. */
function unannounced(date: PlainDate): Special | undefined {
  const fixed = fixedHoliday(date);
  return fixed ? { kind: 'holiday', ...fixed } : undefined;
}

function calendarOf(years: ReadonlyMap<number, Year>): Calendar {
  // A period looks at the same days as the one before it. Plain dates end in 2199, so this cannot grow without end.
  const seen = new Map<PlainDate, DayInfo>();
  const dayOf = (date: PlainDate): DayInfo => {
    const known = seen.get(date);
    if (known) return known;
    const year = years.get(partsOf(date).year);
    const special = year ? year.days.get(date) : unannounced(date);
    const kind = special?.kind ?? (isWeekend(date) ? 'weekend' : 'workday');
    const day: DayInfo = {
      date,
      kind,
      working: kind === 'workday' || kind === 'make-up',
      name: special?.name ?? null,
      notice: special?.notice ?? null,
      known: year !== undefined,
    };
    seen.set(date, day);
    return day;
  };
  const ends = new Map<PlainDate, PlainDate | null>();
  const runEnd = (date: PlainDate): PlainDate | null => {
    const known = ends.get(date);
    if (known !== undefined) return known;
    let end: PlainDate | null = null;
    for (let day = date; dayOf(day).kind === 'workday'; day = addDays(day, 1)) {
      end = day;
      if (day.endsWith('12-31')) break;
    }
    ends.set(date, end);
    return end;
  };
  return {
    years: [...years.keys()].sort((a, b) => a - b),
    knows: (date) => years.has(partsOf(date).year),
    dayOf,
    runEnd,
    isWorkingDay: (date) => dayOf(date).working,
    isRestDay: (date) => !dayOf(date).working,
    noticeOf: (year) => years.get(year)?.notice ?? null,
  };
}

// No run of rest days is longer than about two weeks; a longer walk means damaged data, not a long holiday.
const longestRest = 60;

/** The day itself when it is a working day, otherwise the next one (民法典 art. 203). */
export function rollForward(date: PlainDate, calendar: Calendar): PlainDate {
  return walk(date, 1, calendar);
}

/** The day itself when it is a working day, otherwise the one before: a pay day (工资支付暂行规定 art. 7). */
export function rollBack(date: PlainDate, calendar: Calendar): PlainDate {
  return walk(date, -1, calendar);
}

function walk(date: PlainDate, step: 1 | -1, calendar: Calendar): PlainDate {
  let day = date;
  for (let i = 0; i < longestRest; i++) {
    if (calendar.isWorkingDay(day)) return day;
    day = addDays(day, step);
  }
  throw new AppError('internal', { details: { noWorkingDayFrom: date } });
}
