import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { dateSchema, hoursOfMonth, quantityUpTo } from '../input.ts';
import { compare, decimal, minus, rational, times } from '../numbers/rational.ts';
import { workingTimeAt } from '../reference/lookup.ts';
import { cite } from '../sources.ts';
import { calculator, computed, decimalText, line, warning } from './define.ts';
import { hoursPerDay, overLimit } from './overtime.ts';
import { atLeastZero } from './values.ts';

export const overtimeLegalLimit = calculator({
  id: 'overtime-legal-limit',
  title: { zh: '加班时数法定上限', en: 'Legal limit of overtime' },
  summary: {
    zh: '每日不超过三小时、每月不超过三十六小时；超出部分违法但仍应付费。',
    en: 'Three hours a day and thirty-six a month; hours above are unlawful and still payable.',
  },
  input: z.strictObject({
    workdayOvertimeHoursInMonth: hoursOfMonth,
    monthlyCapHours: hoursOfMonth.optional(),
    longestDayHours: quantityUpTo(24).optional(),
  }),
  group: 'pay',
  finality: 'none',
  sources: [cite('labourLaw', '41')],
  status: 'verified',
  example: { workdayOvertimeHoursInMonth: 43.5 },
  compute: (input) => {
    const limit = input.monthlyCapHours ?? '36';
    const excess = atLeastZero(minus(decimal(input.workdayOvertimeHoursInMonth), decimal(limit)));
    const overDay =
      input.longestDayHours !== undefined && compare(decimal(input.longestDayHours), rational(3n)) > 0;
    const text = `${input.workdayOvertimeHoursInMonth} − ${limit} → ${decimalText(excess)}`;
    return computed({
      result: {
        excessHours: Number(decimalText(excess)),
        ...(input.longestDayHours === undefined ? {} : { dayLimitExceeded: overDay }),
      },
      lines: [line(`超出${text}小时`, `above the limit: ${text} hours`)],
      warnings: excess.n > 0n || overDay ? [overLimit] : [],
    });
  },
});

export const workingTimeConstants = calculator({
  id: 'working-time-constants',
  title: { zh: '工作时间与计薪天数', en: 'Working time and pay divisors' },
  summary: {
    zh: '某日适用的年、季、月工作日，月计薪天数和法定节假日天数。',
    en: 'Working days a year, quarter and month, pay days a month and statutory holidays on a given day.',
  },
  input: z.strictObject({ date: dateSchema }),
  group: 'pay',
  finality: 'none',
  sources: [cite('workingTime', ''), cite('holidayMeasures', '2')],
  status: 'verified',
  example: { date: '2025-06-01' },
  compute: ({ date }, ctx) => {
    const row = workingTimeAt(ctx, date);
    const from: PlainDate = row.validFrom;
    const n = (text: string): number => Number(text);
    return computed({
      result: {
        annualWorkDays: n(row.annualWorkDays),
        quarterWorkDays: n(row.quarterWorkDays),
        monthWorkDays: n(row.monthWorkDays),
        monthWorkHours: n(decimalText(times(decimal(row.monthWorkDays), hoursPerDay))),
        payDaysPerMonth: n(row.payDaysPerMonth),
        payHoursPerMonth: n(row.payHoursPerMonth),
        statutoryHolidays: row.statutoryHolidays,
        holidays: row.holidays,
      },
      lines: [
        line(
          `自${from}起：计薪${row.payDaysPerMonth}天/月，工作${row.monthWorkDays}天/月，法定节假日${row.statutoryHolidays}天`,
          `from ${from}: ${row.payDaysPerMonth} pay days and ${row.monthWorkDays} working days a month, ${row.statutoryHolidays} statutory holidays`,
        ),
      ],
      warnings: [
        warning(
          'two-divisors',
          '折算工资用21.75天，不用月工作日；月工作日只用于综合计算工时。',
          'Pay is divided by 21.75, never by the working days, which serve comprehensive hours only.',
        ),
      ],
    });
  },
});
