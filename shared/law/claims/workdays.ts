import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { Calendar } from '../calendar/types.ts';
import type { LawWarning } from '../common.ts';
import { workingDaysBetween } from '../counting/working-days.ts';
import { warning } from './define.ts';

/** Working days from `from` to `to`, both included, by the holiday notices. */
export function scheduledWorkdays(
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
): { readonly days: number; readonly warnings: readonly LawWarning[] } {
  const days = workingDaysBetween(addDays(from, -1), to, calendar);
  const known = calendar.knows(from) && calendar.knows(to);
  return {
    days,
    warnings: [
      warning(
        'workdays-from-calendar',
        `未提供实际工作日，按日历${from}至${to}有${days}个工作日计算，请按实际出勤核对。`,
        `Actual working days not given: the calendar has ${days} from ${from} to ${to}. Check against attendance.`,
      ),
      ...(known
        ? []
        : [
            warning(
              'calendar-year-unknown',
              '该年度放假安排未收录，工作日仅扣除周末和元旦、劳动节、国庆节的固定假日。',
              'The year’s holiday notice is not loaded: only weekends and the fixed days of New Year, Labour Day and National Day were left out.',
            ),
          ]),
    ],
  };
}
