import {
  addMonths,
  dateOf,
  daysBetween,
  maxDate,
  minDate,
  type PlainDate,
  partsOf,
} from '../../shared/kernel/date.ts';
import type { Calendar, DayStep } from '../../shared/law/index.ts';
import type { DayMark } from './MonthGrid.tsx';

const kindOf: Readonly<Record<DayStep['role'], DayMark['kind']>> = {
  trigger: 'trigger',
  restart: 'trigger',
  counted: 'counted',
  extension: 'counted',
  skipped: 'skipped',
  excluded: 'skipped',
  'rolled-over': 'skipped',
  'last-day': 'counted',
  due: 'due',
};

/** How a day looks in the drawing of a counted period; later steps say more than earlier ones. */
export function markFrom(
  steps: readonly DayStep[],
  calendar: Calendar,
  pick: (text: { zh: string; en: string }) => string,
): (day: PlainDate) => DayMark | null {
  return (day) => {
    const step = steps.findLast((s) => s.from <= day && day <= s.to);
    if (step) return { kind: kindOf[step.role], label: pick(step.name ?? step.text) };
    const info = calendar.dayOf(day);
    return info.working ? null : { kind: 'rest', label: info.name ? pick(info.name) : '' };
  };
}

/**
 * The months a drawing shows: all from the first to the last date when they are at most four, otherwise those of both
 * ends.
 */
export function monthsOf(a: PlainDate, b: PlainDate): PlainDate[] {
  const monthOf = (date: PlainDate): PlainDate => dateOf(partsOf(date).year, partsOf(date).month, 1);
  const [first, last] = [monthOf(minDate(a, b)), monthOf(maxDate(a, b))];
  const months: PlainDate[] = [];
  for (let month = first; month <= last && months.length < 5; month = addMonths(month, 1)) months.push(month);
  if (months.length <= 4 && daysBetween(first, last) <= 124) return months;
  return [first, last];
}
