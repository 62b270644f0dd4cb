import { describe, expect, test } from 'vitest';
import { type CountRequest, countPeriod, type DayStep } from '../../shared/law/index.ts';
import { calendar, d } from './support.ts';

interface Worked {
  readonly name: string;
  readonly request: CountRequest;
  readonly due: string;
  /** `role from to first-last kind | Chinese | English`. */
  readonly working: readonly string[];
}

function printed({ role, from, to, first, last, kind, text }: DayStep): string {
  const numbers = first === undefined ? [] : [`${first}-${last}`];
  return `${[role, from, to, ...numbers, ...(kind ? [kind] : [])].join(' ')} | ${text.zh} | ${text.en}`;
}

// The working is what a person checks by hand against a calendar: every line of it, in both languages.
const worked: readonly Worked[] = [
  {
    name: 'working days pass over weekends and holidays and count a make-up Sunday',
    request: { trigger: d('2025-04-24'), length: 6, unit: 'working-day' },
    due: '2025-05-06',
    working: [
      'trigger 2025-04-24 2025-04-24 | 2025-04-24（星期四）：起算事由发生，当日不计 | 2025-04-24 (Thu): the event; this day is not counted',
      'counted 2025-04-25 2025-04-25 1-1 | 2025-04-25（星期五）：第1日 | 2025-04-25 (Fri): day 1',
      'skipped 2025-04-26 2025-04-26 weekend | 2025-04-26（星期六）：周末，不计 | 2025-04-26 (Sat): weekend, not counted',
      'counted 2025-04-27 2025-04-27 2-2 make-up | 2025-04-27（星期日）：第2日（调休上班日，计入） | 2025-04-27 (Sun): day 2 (make-up working day, counts)',
      'counted 2025-04-28 2025-04-30 3-5 | 2025-04-28（星期一）至2025-04-30（星期三）：第3日至第5日 | 2025-04-28 (Mon) to 2025-04-30 (Wed): days 3–5',
      'skipped 2025-05-01 2025-05-01 holiday | 2025-05-01（星期四）：劳动节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，不计 | 2025-05-01 (Thu): Labour Day holiday, not counted',
      'skipped 2025-05-02 2025-05-02 holiday | 2025-05-02（星期五）：劳动节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，不计 | 2025-05-02 (Fri): Labour Day holiday, not counted',
      'skipped 2025-05-03 2025-05-03 holiday | 2025-05-03（星期六）：劳动节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，不计 | 2025-05-03 (Sat): Labour Day holiday, not counted',
      'skipped 2025-05-04 2025-05-04 holiday | 2025-05-04（星期日）：劳动节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，不计 | 2025-05-04 (Sun): Labour Day holiday, not counted',
      'skipped 2025-05-05 2025-05-05 holiday | 2025-05-05（星期一）：劳动节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，不计 | 2025-05-05 (Mon): Labour Day holiday, not counted',
      'counted 2025-05-06 2025-05-06 6-6 | 2025-05-06（星期二）：第6日 | 2025-05-06 (Tue): day 6',
      'last-day 2025-05-06 2025-05-06 workday | 2025-05-06（星期二）：期间最后一日 | 2025-05-06 (Tue): last day of the period',
      'due 2025-05-06 2025-05-06 | 截止日：2025-05-06（星期二） | due: 2025-05-06 (Tue)',
    ],
  },
  {
    name: 'working days stop for a span that does not count',
    request: {
      trigger: d('2026-03-02'),
      length: 5,
      unit: 'working-day',
      excluded: [{ from: d('2026-03-04'), to: d('2026-03-06'), reason: '鉴定' }],
    },
    due: '2026-03-11',
    working: [
      'trigger 2026-03-02 2026-03-02 | 2026-03-02（星期一）：起算事由发生，当日不计 | 2026-03-02 (Mon): the event; this day is not counted',
      'counted 2026-03-03 2026-03-03 1-1 | 2026-03-03（星期二）：第1日 | 2026-03-03 (Tue): day 1',
      'excluded 2026-03-04 2026-03-05 | 2026-03-04（星期三）至2026-03-05（星期四）：依法不计入期间（鉴定） | 2026-03-04 (Wed) to 2026-03-05 (Thu): excluded from the period',
      'counted 2026-03-06 2026-03-06 2-2 | 2026-03-06（星期五）：第2日 | 2026-03-06 (Fri): day 2',
      'skipped 2026-03-07 2026-03-07 weekend | 2026-03-07（星期六）：周末，不计 | 2026-03-07 (Sat): weekend, not counted',
      'skipped 2026-03-08 2026-03-08 weekend | 2026-03-08（星期日）：周末，不计 | 2026-03-08 (Sun): weekend, not counted',
      'counted 2026-03-09 2026-03-11 3-5 | 2026-03-09（星期一）至2026-03-11（星期三）：第3日至第5日 | 2026-03-09 (Mon) to 2026-03-11 (Wed): days 3–5',
      'last-day 2026-03-11 2026-03-11 workday | 2026-03-11（星期三）：期间最后一日 | 2026-03-11 (Wed): last day of the period',
      'due 2026-03-11 2026-03-11 | 截止日：2026-03-11（星期三） | due: 2026-03-11 (Wed)',
    ],
  },
  {
    name: 'natural days with a span left out and an extension from the unrolled last day',
    request: {
      trigger: d('2024-08-20'),
      length: 45,
      unit: 'natural-day',
      extension: { length: 15, unit: 'natural-day' },
      excluded: [{ from: d('2024-08-22'), to: d('2024-08-27') }],
    },
    due: '2024-10-24',
    working: [
      'trigger 2024-08-20 2024-08-20 | 2024-08-20（星期二）：起算事由发生，当日不计 | 2024-08-20 (Tue): the event; this day is not counted',
      'counted 2024-08-21 2024-08-21 1-1 | 2024-08-21（星期三）：第1日 | 2024-08-21 (Wed): day 1',
      'excluded 2024-08-22 2024-08-26 | 2024-08-22（星期四）至2024-08-26（星期一）：依法不计入期间 | 2024-08-22 (Thu) to 2024-08-26 (Mon): excluded from the period',
      'counted 2024-08-27 2024-10-09 2-45 | 2024-08-27（星期二）至2024-10-09（星期三）：第2日至第45日 | 2024-08-27 (Tue) to 2024-10-09 (Wed): days 2–45',
      'counted 2024-10-10 2024-10-24 46-60 | 2024-10-10（星期四）至2024-10-24（星期四）：第46日至第60日 | 2024-10-10 (Thu) to 2024-10-24 (Thu): days 46–60',
      'extension 2024-10-09 2024-10-24 | 自未顺延的原期满日2024-10-09（星期三）起延长15日，至2024-10-24（星期四） | extended by 15 days from the unrolled last day 2024-10-09 (Wed), to 2024-10-24 (Thu)',
      'last-day 2024-10-24 2024-10-24 workday | 2024-10-24（星期四）：期间最后一日 | 2024-10-24 (Thu): last day of the period',
      'due 2024-10-24 2024-10-24 | 截止日：2024-10-24（星期四） | due: 2024-10-24 (Thu)',
    ],
  },
  {
    name: 'months end on the corresponding date and move by the days left out',
    request: {
      trigger: d('2025-01-31'),
      length: 1,
      unit: 'month',
      excluded: [
        { from: d('2025-02-10'), to: d('2025-02-12') },
        { from: d('2025-03-02'), to: d('2025-03-05') },
      ],
    },
    due: '2025-03-05',
    working: [
      'trigger 2025-01-31 2025-01-31 | 2025-01-31（星期五）：起算事由发生，当日不计 | 2025-01-31 (Fri): the event; this day is not counted',
      'counted 2025-01-31 2025-02-28 | 自2025-01-31（星期五）起1个月，期满日为对应日2025-02-28（星期五）（无对应日的为月末日） | 1 month from 2025-01-31 (Fri) ends on the corresponding date 2025-02-28 (Fri) (or the last day of that month)',
      'excluded 2025-02-10 2025-02-11 | 2025-02-10（星期一）至2025-02-11（星期二）：依法不计入期间 | 2025-02-10 (Mon) to 2025-02-11 (Tue): excluded from the period',
      'excluded 2025-03-02 2025-03-04 | 2025-03-02（星期日）至2025-03-04（星期二）：依法不计入期间 | 2025-03-02 (Sun) to 2025-03-04 (Tue): excluded from the period',
      'last-day 2025-03-05 2025-03-05 workday | 2025-03-05（星期三）：期间最后一日 | 2025-03-05 (Wed): last day of the period',
      'due 2025-03-05 2025-03-05 | 截止日：2025-03-05（星期三） | due: 2025-03-05 (Wed)',
    ],
  },
  {
    name: 'a restart is shown; a year moves off a weekend',
    request: { trigger: d('2025-01-06'), length: 1, unit: 'year', restarts: [d('2025-02-14')] },
    due: '2026-02-14',
    working: [
      'trigger 2025-01-06 2025-01-06 | 2025-01-06（星期一）：起算事由发生，当日不计 | 2025-01-06 (Mon): the event; this day is not counted',
      'restart 2025-02-14 2025-02-14 | 2025-02-14（星期五）：期间重新计算，当日不计 | 2025-02-14 (Fri): the period starts again; this day is not counted',
      'counted 2025-02-14 2026-02-14 | 自2025-02-14（星期五）起1年，期满日为对应日2026-02-14（星期六）（无对应日的为月末日） | 1 year from 2025-02-14 (Fri) ends on the corresponding date 2026-02-14 (Sat) (or the last day of that month)',
      'last-day 2026-02-14 2026-02-14 make-up | 2026-02-14（星期六）：期间最后一日，系调休上班日，不顺延 | 2026-02-14 (Sat): last day of the period, a make-up working day: not moved',
      'due 2026-02-14 2026-02-14 | 截止日：2026-02-14（星期六） | due: 2026-02-14 (Sat)',
    ],
  },
  {
    name: 'only announced days off move the last day',
    request: { trigger: d('2024-08-02'), length: 15, unit: 'natural-day', rollsOver: 'holidays' },
    due: '2024-08-17',
    working: [
      'trigger 2024-08-02 2024-08-02 | 2024-08-02（星期五）：起算事由发生，当日不计 | 2024-08-02 (Fri): the event; this day is not counted',
      'counted 2024-08-03 2024-08-17 1-15 | 2024-08-03（星期六）至2024-08-17（星期六）：第1日至第15日 | 2024-08-03 (Sat) to 2024-08-17 (Sat): days 1–15',
      'last-day 2024-08-17 2024-08-17 weekend | 2024-08-17（星期六）：期间最后一日 | 2024-08-17 (Sat): last day of the period',
      'due 2024-08-17 2024-08-17 | 截止日：2024-08-17（星期六） | due: 2024-08-17 (Sat)',
    ],
  },
  {
    name: 'a last day in a holiday moves past all of it',
    request: { trigger: d('2025-09-20'), length: 15, unit: 'natural-day', rollsOver: 'holidays' },
    due: '2025-10-09',
    working: [
      'trigger 2025-09-20 2025-09-20 | 2025-09-20（星期六）：起算事由发生，当日不计 | 2025-09-20 (Sat): the event; this day is not counted',
      'counted 2025-09-21 2025-10-05 1-15 | 2025-09-21（星期日）至2025-10-05（星期日）：第1日至第15日 | 2025-09-21 (Sun) to 2025-10-05 (Sun): days 1–15',
      'last-day 2025-10-05 2025-10-05 holiday | 2025-10-05（星期日）：期间最后一日 | 2025-10-05 (Sun): last day of the period',
      'rolled-over 2025-10-05 2025-10-05 holiday | 2025-10-05（星期日）：国庆节、中秋节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，期满日顺延 | 2025-10-05 (Sun): National Day and Mid-Autumn Festival holiday, the last day moves on',
      'rolled-over 2025-10-06 2025-10-06 holiday | 2025-10-06（星期一）：国庆节、中秋节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，期满日顺延 | 2025-10-06 (Mon): National Day and Mid-Autumn Festival holiday, the last day moves on',
      'rolled-over 2025-10-07 2025-10-07 holiday | 2025-10-07（星期二）：国庆节、中秋节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，期满日顺延 | 2025-10-07 (Tue): National Day and Mid-Autumn Festival holiday, the last day moves on',
      'rolled-over 2025-10-08 2025-10-08 holiday | 2025-10-08（星期三）：国庆节、中秋节放假，依《国务院办公厅关于2025年部分节假日安排的通知》，期满日顺延 | 2025-10-08 (Wed): National Day and Mid-Autumn Festival holiday, the last day moves on',
      'due 2025-10-09 2025-10-09 | 截止日：2025-10-09（星期四） | due: 2025-10-09 (Thu)',
    ],
  },
  {
    name: 'a make-up Saturday is a working day: not moved',
    request: { trigger: d('2026-01-30'), length: 15, unit: 'natural-day' },
    due: '2026-02-14',
    working: [
      'trigger 2026-01-30 2026-01-30 | 2026-01-30（星期五）：起算事由发生，当日不计 | 2026-01-30 (Fri): the event; this day is not counted',
      'counted 2026-01-31 2026-02-14 1-15 | 2026-01-31（星期六）至2026-02-14（星期六）：第1日至第15日 | 2026-01-31 (Sat) to 2026-02-14 (Sat): days 1–15',
      'last-day 2026-02-14 2026-02-14 make-up | 2026-02-14（星期六）：期间最后一日，系调休上班日，不顺延 | 2026-02-14 (Sat): last day of the period, a make-up working day: not moved',
      'due 2026-02-14 2026-02-14 | 截止日：2026-02-14（星期六） | due: 2026-02-14 (Sat)',
    ],
  },
  {
    name: 'a period that never moves says nothing of moving',
    request: { trigger: d('2026-01-30'), length: 15, unit: 'natural-day', rolls: false },
    due: '2026-02-14',
    working: [
      'trigger 2026-01-30 2026-01-30 | 2026-01-30（星期五）：起算事由发生，当日不计 | 2026-01-30 (Fri): the event; this day is not counted',
      'counted 2026-01-31 2026-02-14 1-15 | 2026-01-31（星期六）至2026-02-14（星期六）：第1日至第15日 | 2026-01-31 (Sat) to 2026-02-14 (Sat): days 1–15',
      'last-day 2026-02-14 2026-02-14 make-up | 2026-02-14（星期六）：期间最后一日 | 2026-02-14 (Sat): last day of the period',
      'due 2026-02-14 2026-02-14 | 截止日：2026-02-14（星期六） | due: 2026-02-14 (Sat)',
    ],
  },
  {
    name: 'a day after the period has passed',
    request: { trigger: d('2026-03-03'), length: 9, unit: 'natural-day', thenDays: 1 },
    due: '2026-03-13',
    working: [
      'trigger 2026-03-03 2026-03-03 | 2026-03-03（星期二）：起算事由发生，当日不计 | 2026-03-03 (Tue): the event; this day is not counted',
      'counted 2026-03-04 2026-03-12 1-9 | 2026-03-04（星期三）至2026-03-12（星期四）：第1日至第9日 | 2026-03-04 (Wed) to 2026-03-12 (Thu): days 1–9',
      'counted 2026-03-13 2026-03-13 | 2026-03-13（星期五）：期间经过后的次日 | 2026-03-13 (Fri): the day after the period has passed',
      'last-day 2026-03-13 2026-03-13 workday | 2026-03-13（星期五）：期间最后一日 | 2026-03-13 (Fri): last day of the period',
      'due 2026-03-13 2026-03-13 | 截止日：2026-03-13（星期五） | due: 2026-03-13 (Fri)',
    ],
  },
  {
    name: 'backward in working days',
    request: { trigger: d('2025-02-10'), length: 2, unit: 'working-day', direction: 'before' },
    due: '2025-02-07',
    working: [
      'trigger 2025-02-10 2025-02-10 | 2025-02-10（星期一）：起算事由发生，当日不计 | 2025-02-10 (Mon): the event; this day is not counted',
      'skipped 2025-02-09 2025-02-09 weekend | 2025-02-09（星期日）：周末，不计 | 2025-02-09 (Sun): weekend, not counted',
      'counted 2025-02-08 2025-02-08 1-1 make-up | 2025-02-08（星期六）：第1日（调休上班日，计入） | 2025-02-08 (Sat): day 1 (make-up working day, counts)',
      'counted 2025-02-07 2025-02-07 2-2 | 2025-02-07（星期五）：第2日 | 2025-02-07 (Fri): day 2',
      'due 2025-02-07 2025-02-07 | 至迟应于2025-02-07（星期五）完成 | to be done on or before 2025-02-07 (Fri)',
    ],
  },
  {
    name: 'a pay day moves back to the working day before',
    request: { trigger: d('2026-05-06'), length: 2, unit: 'natural-day', direction: 'before', rolls: 'back' },
    due: '2026-04-30',
    working: [
      'trigger 2026-05-06 2026-05-06 | 2026-05-06（星期三）：起算事由发生，当日不计 | 2026-05-06 (Wed): the event; this day is not counted',
      'counted 2026-05-04 2026-05-05 1-2 | 2026-05-04（星期一）至2026-05-05（星期二）：第1日至第2日 | 2026-05-04 (Mon) to 2026-05-05 (Tue): days 1–2',
      'rolled-over 2026-05-04 2026-05-04 holiday | 2026-05-04（星期一）：劳动节放假，依《国务院办公厅关于2026年部分节假日安排的通知》，提前到最近的工作日 | 2026-05-04 (Mon): Labour Day holiday, brought forward to the working day before',
      'rolled-over 2026-05-03 2026-05-03 holiday | 2026-05-03（星期日）：劳动节放假，依《国务院办公厅关于2026年部分节假日安排的通知》，提前到最近的工作日 | 2026-05-03 (Sun): Labour Day holiday, brought forward to the working day before',
      'rolled-over 2026-05-02 2026-05-02 holiday | 2026-05-02（星期六）：劳动节放假，依《国务院办公厅关于2026年部分节假日安排的通知》，提前到最近的工作日 | 2026-05-02 (Sat): Labour Day holiday, brought forward to the working day before',
      'rolled-over 2026-05-01 2026-05-01 holiday | 2026-05-01（星期五）：劳动节放假，依《国务院办公厅关于2026年部分节假日安排的通知》，提前到最近的工作日 | 2026-05-01 (Fri): Labour Day holiday, brought forward to the working day before',
      'due 2026-04-30 2026-04-30 | 至迟应于2026-04-30（星期四）完成 | to be done on or before 2026-04-30 (Thu)',
    ],
  },
  {
    name: 'nothing to count back',
    request: { trigger: d('2026-10-10'), length: 0, unit: 'natural-day', direction: 'before' },
    due: '2026-10-10',
    working: [
      'trigger 2026-10-10 2026-10-10 | 2026-10-10（星期六）：事由发生，期限即为当日 | 2026-10-10 (Sat): the event; the limit is this day itself',
      'due 2026-10-10 2026-10-10 | 至迟应于2026-10-10（星期六）完成 | to be done on or before 2026-10-10 (Sat)',
    ],
  },
];

describe('the working of', () => {
  test.each(worked.map((w) => [w.name, w] as const))('%s', (_, { request, due, working }) => {
    const result = countPeriod(request, calendar);
    expect(result.due).toBe(due);
    expect(result.steps.map(printed)).toEqual(working);
  });
});
