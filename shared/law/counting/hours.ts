import { addDays, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { checkPeriod } from './count.ts';
import { dueStep, hoursStep, triggerStep } from './steps.ts';
import type { CountResult } from './types.ts';

export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A period in hours: it runs from the next full hour (民事诉讼法解释 art. 125) and does not move off rest days. Without
 * the time of day the latest possible end is given, 24:00, with a warning.
 * @param time `HH:MM` at which the event happened on `trigger`.
 * @throws AppError `invalid-input` naming `triggerTime` or `length`.
 */
export function countHours(trigger: PlainDate, time: string | undefined, length: number): CountResult {
  checkPeriod({ length, unit: 'hour' }, 'length');
  if (time !== undefined && !clockTime.test(time)) throw fieldError('triggerTime', 'time-invalid', { time });
  const start = time === undefined ? 24 : Number(time.slice(0, 2)) + 1;
  // An end at midnight is written 24:00 of the day it closes, as a last hour is read.
  const total = start + length;
  const days = total === 0 ? 0 : Math.ceil(total / 24) - 1;
  const due = addDays(trigger, days);
  const end = hour(total - days * 24);
  const steps = [
    triggerStep(trigger),
    hoursStep(trigger, due, length, hour(start), end),
    dueStep(due, false),
  ];
  return {
    trigger,
    base: trigger,
    unrolled: due,
    due,
    time: end,
    steps,
    provisional: false,
    warnings:
      time === undefined
        ? [
            {
              code: 'time-of-day-missing',
              field: 'triggerTime',
              text: {
                zh: '未填写时刻，按当日24时起算，为最晚的届满时间。',
                en: 'The time of day is missing: counted from 24:00, the latest possible end.',
              },
            },
          ]
        : [],
  };
}

function hour(n: number): string {
  return `${String(n).padStart(2, '0')}:00`;
}
