import { addDays, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Calendar } from '../calendar/types.ts';

/**
 * The `count`-th working day after (or, negative, before) a day; the day itself is not counted and zero returns it.
 * @throws AppError `invalid-input` when `count` is no whole number within ±1000.
 */
export function addWorkingDays(date: PlainDate, count: number, calendar: Calendar): PlainDate {
  if (!Number.isInteger(count) || Math.abs(count) > 1000)
    throw fieldError('count', 'length-out-of-range', { count });
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (calendar.isWorkingDay(day)) left--;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let n = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) n++;
  return n;
}
