import { describe, expect, test } from 'vitest';
import { countSuspended } from '../../shared/law/counting/suspension.ts';
import {
  addWorkingDays,
  type CountRequest,
  countHours,
  countLimitation,
  countPeriod,
  lengthText,
  workingDaysBetween,
} from '../../shared/law/index.ts';
import { calendar, d, failureOf } from './support.ts';

const count = (request: CountRequest) => countPeriod(request, calendar);
const issueOf = (request: CountRequest) => failureOf(() => count(request)).issues?.[0];

describe('the longest and the shortest', () => {
  test.each([
    ['natural-day', 3660],
    ['working-day', 1000],
    ['month', 240],
    ['year', 20],
  ] as const)('%s: up to %i and no further', (unit, most) => {
    const request = { trigger: d('2024-03-01'), unit } as const;
    expect(count({ ...request, length: most }).due > '2027').toBe(true);
    expect(issueOf({ ...request, length: most + 1 })).toEqual({
      path: 'length',
      code: 'length-out-of-range',
      params: { length: most + 1, maximum: most },
    });
  });

  test('hours are counted from a time of day, not here', () => {
    expect(issueOf({ trigger: d('2026-03-02'), length: 48, unit: 'hour' })).toEqual({
      path: 'unit',
      code: 'not-applicable',
      params: { unit: 'hour' },
    });
    expect(countHours(d('2026-03-02'), '10:20', 8784).due).toBe('2027-03-03');
    expect(failureOf(() => countHours(d('2026-03-02'), '10:20', 8785)).issues?.[0]?.path).toBe('length');
  });

  test('nothing to count ends on the day of the trigger, moved off a rest day', () => {
    const zero = count({ trigger: d('2026-05-01'), length: 0, unit: 'working-day' });
    expect([zero.unrolled, zero.due]).toEqual(['2026-05-01', '2026-05-06']);
    expect(zero.steps.some((s) => s.role === 'counted')).toBe(false);
    expect(count({ trigger: d('2026-05-01'), length: 0, unit: 'month' }).steps).toHaveLength(
      zero.steps.length,
    );
  });

  test('an extension keeps the bounds, too, and one of nothing is not shown', () => {
    const base = { trigger: d('2026-03-02'), length: 5, unit: 'working-day' } as const;
    expect(issueOf({ ...base, extension: { length: 1001, unit: 'working-day' } })?.path).toBe(
      'extension.length',
    );
    const none = count({ ...base, extension: { length: 0, unit: 'working-day' } });
    expect(none.steps.map((s) => s.role)).not.toContain('extension');
    expect(none.due).toBe('2026-03-09');
  });
});

describe('spans that do not count', () => {
  const days = { trigger: d('2026-03-02'), length: 45, unit: 'natural-day' } as const;
  const unrolled = (...spans: [string, string][]) =>
    count({ ...days, excluded: spans.map(([from, to]) => ({ from: d(from), to: d(to) })) }).unrolled;

  test('of no day is refused only when it ends before it starts', () => {
    expect(unrolled(['2026-03-10', '2026-03-10'])).toBe('2026-04-16');
  });

  test('are taken in the order of time, whatever the order they are written in', () => {
    expect(unrolled(['2026-04-18', '2026-04-20'], ['2026-03-10', '2026-03-15'])).toBe('2026-04-23');
    expect(unrolled(['2026-03-10', '2026-03-15'], ['2026-04-18', '2026-04-20'])).toBe('2026-04-23');
  });

  test('that touch are one span, and the longer end counts', () => {
    const spans = [
      { from: d('2026-03-10'), to: d('2026-03-15') },
      { from: d('2026-03-15'), to: d('2026-03-18') },
      { from: d('2026-03-11'), to: d('2026-03-12') },
    ];
    const result = count({ ...days, excluded: spans });
    expect(result.unrolled).toBe('2026-04-24');
    expect(result.steps.filter((s) => s.role === 'excluded').map((s) => [s.from, s.to])).toEqual([
      ['2026-03-10', '2026-03-17'],
    ]);
  });

  test('begin on the first counted day at the earliest', () => {
    expect(unrolled(['2026-02-20', '2026-03-03'])).toBe('2026-04-16');
    expect(unrolled(['2026-02-20', '2026-03-04'])).toBe('2026-04-17');
  });

  test('reach a period in months only up to its last day', () => {
    const month = { trigger: d('2026-03-10'), length: 1, unit: 'month' } as const;
    const end = (from: string, to: string) =>
      count({ ...month, excluded: [{ from: d(from), to: d(to) }] }).unrolled;
    expect(end('2026-04-10', '2026-04-13')).toBe('2026-04-13');
    expect(end('2026-04-11', '2026-04-14')).toBe('2026-04-10');
  });

  test('stop working days in the middle, and the first day after them counts', () => {
    const week = { trigger: d('2026-03-02'), length: 5, unit: 'working-day' } as const;
    expect(count({ ...week, excluded: [{ from: d('2026-03-03'), to: d('2026-03-05') }] }).due).toBe(
      '2026-03-11',
    );
  });
});

describe('years without a notice', () => {
  const year = (request: CountRequest) => {
    const { provisional, warnings } = count(request);
    return [provisional, ...warnings.map((w) => `${w.code} ${w.text.zh.slice(0, 5)}`)];
  };

  test('a last day there is provisional, and each year is named once, in order', () => {
    expect(year({ trigger: d('2026-12-20'), length: 15, unit: 'natural-day' })).toEqual([
      true,
      'calendar-missing 2027年',
    ]);
    expect(year({ trigger: d('2026-12-25'), length: 280, unit: 'working-day' })).toEqual([
      true,
      'calendar-missing 2027年',
      'calendar-missing 2028年',
    ]);
  });

  test('backward, too: in working days and where a pay day moves back', () => {
    const before = { trigger: d('2027-01-08'), direction: 'before' } as const;
    expect(year({ ...before, length: 3, unit: 'working-day' })).toEqual([true, 'calendar-missing 2027年']);
    expect(year({ ...before, length: 3, unit: 'natural-day' })).toEqual([false]);
    expect(year({ ...before, length: 3, unit: 'natural-day', rolls: 'back' })).toEqual([
      true,
      'calendar-missing 2027年',
    ]);
    const december = { trigger: d('2023-12-31'), length: 0, unit: 'natural-day', rolls: 'back' } as const;
    expect(year({ ...december, trigger: d('2024-01-01'), direction: 'before' })).toEqual([
      true,
      'calendar-missing 2023年',
    ]);
    expect(year({ ...december, trigger: d('2024-01-02'), direction: 'before' })).toEqual([false]);
  });

  test('28 December waits for the notice of the next year, 25 December does not', () => {
    const next = (trigger: string) =>
      count({ trigger: d(trigger), length: 15, unit: 'natural-day' }).warnings.map((w) => w.text);
    expect(next('2026-12-13')).toEqual([
      {
        zh: '2027年放假安排可能调整2026年12月末的工作日，公布后请复核。',
        en: 'The notice for 2027 may still change the last working days of December 2026; check again then.',
      },
    ]);
    expect(next('2026-12-10')).toEqual([]);
    const fixed = { trigger: d('2026-12-13'), length: 15, unit: 'natural-day', rolls: false } as const;
    expect(count(fixed).warnings).toEqual([]);
  });

  test('what is missing is said in both languages', () => {
    const [warning] = count({ trigger: d('2026-12-20'), length: 15, unit: 'natural-day' }).warnings;
    expect(warning?.text).toEqual({
      zh: '2027年放假安排尚未载入，结果为暂定，只按周六、周日推算。',
      en: 'The holiday notice for 2027 is not loaded: provisional, counting only Saturdays and Sundays as rest days.',
    });
  });
});

describe('restarts and what does not go with counting back', () => {
  const week = { trigger: d('2026-03-02'), length: 5, unit: 'natural-day' } as const;

  test('a restart before the trigger is not used and said so; one on it is no restart', () => {
    const early = count({ ...week, restarts: [d('2026-03-01')] });
    expect(early).toMatchObject({ base: '2026-03-02', unrolled: '2026-03-07' });
    expect(early.warnings).toEqual([
      {
        code: 'restart-before-trigger',
        field: 'restarts',
        text: {
          zh: '重新计算日2026-03-01早于起算日2026-03-02，未采用。',
          en: 'The restart 2026-03-01 is before the trigger 2026-03-02 and was not used.',
        },
      },
    ]);
    const same = count({ ...week, restarts: [d('2026-03-02')] });
    expect(same.warnings).toEqual([]);
    expect(same.steps.map((s) => s.role)).not.toContain('restart');
  });

  test.each([
    ['restarts', { restarts: [d('2026-03-03')] }, undefined],
    ['excluded', { excluded: [{ from: d('2026-03-03'), to: d('2026-03-04') }] }, undefined],
    ['extension', { extension: { length: 1, unit: 'natural-day' } }, undefined],
    ['unit', { unit: 'month' }, { unit: 'month' }],
    ['unit', { unit: 'year' }, { unit: 'year' }],
  ] as const)('%s', (path, extra, params) => {
    const request = { ...week, direction: 'before', ...extra } as CountRequest;
    expect(issueOf(request)).toEqual({ path, code: 'not-applicable', ...(params ? { params } : {}) });
  });
});

describe('hours', () => {
  test('none at midnight is the day itself', () => {
    expect(countHours(d('2026-03-02'), '23:10', 0)).toMatchObject({ due: '2026-03-02', time: '24:00' });
    expect(countHours(d('2026-03-02'), '08:59', 0)).toMatchObject({ due: '2026-03-02', time: '09:00' });
  });

  test('the working and what is missing, in both languages', () => {
    const result = countHours(d('2026-03-02'), undefined, 48);
    expect(result.provisional).toBe(false);
    expect(result.warnings).toEqual([
      {
        code: 'time-of-day-missing',
        field: 'triggerTime',
        text: {
          zh: '未填写时刻，按当日24时起算，为最晚的届满时间。',
          en: 'The time of day is missing: counted from 24:00, the latest possible end.',
        },
      },
    ]);
    expect(result.steps.map((s) => s.text)).toEqual([
      {
        zh: '2026-03-02（星期一）：起算事由发生，当日不计',
        en: '2026-03-02 (Mon): the event; this day is not counted',
      },
      {
        zh: '自2026-03-02 24:00（次时）起48小时，至2026-03-04 24:00',
        en: '48 hours from the next hour, 2026-03-02 24:00, to 2026-03-04 24:00',
      },
      { zh: '截止日：2026-03-04（星期三）', en: 'due: 2026-03-04 (Wed)' },
    ]);
  });

  test('a bad time is quoted', () => {
    expect(failureOf(() => countHours(d('2026-03-02'), '9点', 1)).issues).toEqual([
      { path: 'triggerTime', code: 'time-invalid', params: { time: '9点' } },
    ]);
  });
});

test.each([
  [1, 'hour', '1小时', '1 hour'],
  [24, 'hour', '24小时', '24 hours'],
  [1, 'natural-day', '1日', '1 day'],
  [15, 'natural-day', '15日', '15 days'],
  [1, 'working-day', '1个工作日', '1 working day'],
  [5, 'working-day', '5个工作日', '5 working days'],
  [1, 'month', '1个月', '1 month'],
  [6, 'month', '6个月', '6 months'],
  [1, 'year', '1年', '1 year'],
  [2, 'year', '2年', '2 years'],
] as const)('%i %s', (length, unit, zh, en) => {
  expect(lengthText(length, unit)).toEqual({ zh, en });
});

describe('working days', () => {
  test('none is the day itself; at most a thousand, either way', () => {
    expect(addWorkingDays(d('2026-05-01'), 0, calendar)).toBe('2026-05-01');
    expect(addWorkingDays(d('2026-05-09'), 1, calendar)).toBe('2026-05-11');
    expect(addWorkingDays(d('2026-05-06'), -1, calendar)).toBe('2026-04-30');
    expect(addWorkingDays(d('2024-01-02'), 1000, calendar) > '2027').toBe(true);
    expect(addWorkingDays(d('2027-12-31'), -1000, calendar) < '2025').toBe(true);
    for (const bad of [1001, -1001, 0.5]) {
      expect(failureOf(() => addWorkingDays(d('2026-03-02'), bad, calendar)).issues).toEqual([
        { path: 'count', code: 'length-out-of-range', params: { count: bad } },
      ]);
    }
  });

  test('between two days: after the first, with the last, and negative backward', () => {
    expect(workingDaysBetween(d('2026-04-29'), d('2026-05-09'), calendar)).toBe(5);
    expect(workingDaysBetween(d('2026-05-09'), d('2026-04-29'), calendar)).toBe(-5);
    expect(Object.is(workingDaysBetween(d('2026-05-09'), d('2026-05-09'), calendar), 0)).toBe(true);
  });
});

describe('limitation', () => {
  const year = { trigger: d('2025-03-10'), length: 1, unit: 'year' } as const;
  const interrupted = (...dates: string[]) =>
    countLimitation({ ...year, interruptions: dates.map(d) }, calendar);

  test('an event before the period began interrupts nothing; on its first day neither, without a word', () => {
    const before = interrupted('2025-03-09');
    expect(before.effective).toEqual([]);
    expect(before.warnings).toEqual([
      {
        code: 'interruption-before-trigger',
        field: 'interruptions',
        text: {
          zh: '2025-03-09的事由发生在时效起算之前，不产生中断。',
          en: 'The event of 2025-03-09 is before the period began and interrupts nothing.',
        },
      },
    ]);
    expect(interrupted('2025-03-10')).toMatchObject({ effective: [], warnings: [], base: '2025-03-10' });
  });

  test('the same day twice interrupts once', () => {
    expect(interrupted('2025-06-03', '2025-06-03')).toMatchObject({
      effective: ['2025-06-03'],
      warnings: [],
      due: '2026-06-03',
    });
  });

  test('three interruptions are all in the working, each once', () => {
    const { steps, due } = interrupted('2025-06-03', '2026-01-05', '2026-08-03');
    expect(steps.map((s) => `${s.role} ${s.from}`).slice(0, 4)).toEqual([
      'trigger 2025-03-10',
      'restart 2025-06-03',
      'restart 2026-01-05',
      'restart 2026-08-03',
    ]);
    expect(due).toBe('2027-08-03');
  });

  test('the day after expiry is too late, and a promise made then is mentioned', () => {
    expect(interrupted('2026-03-11').warnings).toEqual([
      {
        code: 'interruption-after-expiry',
        field: 'interruptions',
        text: {
          zh: '2026-03-11的事由发生在时效届满（2026-03-10）之后，不再中断；对方同意履行的，可另按放弃时效抗辩主张。',
          en: 'The event of 2026-03-11 is after expiry (2026-03-10) and interrupts nothing; a promise to perform made then may waive the defence.',
        },
      },
    ]);
  });
});

describe('an obstacle, by the three readings', () => {
  const year = { trigger: d('2025-01-06'), length: 1, unit: 'year' } as const;
  const of = (model: 'last-six-months' | 'six-months-after', ...spans: [string, string][]) =>
    countSuspended(
      { ...year, excluded: spans.map(([from, to]) => ({ from: d(from), to: d(to) })) },
      model,
      calendar,
    );

  test('the last six months of a year that ends on 6 January begin on 7 July', () => {
    expect(of('last-six-months', ['2025-06-20', '2025-07-07'])).toMatchObject({
      unrolled: '2026-01-06',
      warnings: [
        {
          code: 'suspension-outside-last-six-months',
          field: 'excluded',
          text: {
            zh: '2025-06-20起的障碍不在期间最后六个月内（2025-07-07起），不发生中止。',
            en: 'The obstacle from 2025-06-20 is outside the last six months (from 2025-07-07) and suspends nothing.',
          },
        },
      ],
    });
    expect(of('last-six-months', ['2025-06-20', '2025-07-08'])).toMatchObject({
      unrolled: '2026-01-07',
      warnings: [],
    });
    expect(of('last-six-months', ['2025-08-01', '2025-08-11']).unrolled).toBe('2026-01-16');
  });

  test('on the last day it still counts, after it no more', () => {
    expect(of('last-six-months', ['2026-01-06', '2026-01-09']).unrolled).toBe('2026-01-09');
    expect(of('last-six-months', ['2026-01-07', '2026-01-09']).warnings).toHaveLength(1);
    expect(of('six-months-after', ['2026-01-06', '2026-01-09']).unrolled).toBe('2026-07-09');
  });

  test('several are taken in the order of time, each against the period as it then stands', () => {
    const late: [string, string] = ['2026-01-20', '2026-01-30'];
    const early: [string, string] = ['2025-12-01', '2025-12-22'];
    expect(of('last-six-months', late, early).unrolled).toBe('2026-02-06');
    expect(of('last-six-months', early, late).unrolled).toBe('2026-02-06');
    expect(of('six-months-after', late, early).unrolled).toBe('2026-07-30');
  });

  test('six months after: the working shows the restart, the days left out and the new six months', () => {
    const { steps, base, trigger } = countSuspended(
      {
        ...year,
        restarts: [d('2025-02-05')],
        excluded: [{ from: d('2025-12-01'), to: d('2025-12-22'), reason: '停工' }],
      },
      'six-months-after',
      calendar,
    );
    expect([trigger, base]).toEqual(['2025-01-06', '2025-02-05']);
    expect(steps.map((s) => `${s.role} ${s.from} ${s.to}`)).toEqual([
      'trigger 2025-01-06 2025-01-06',
      'restart 2025-02-05 2025-02-05',
      'excluded 2025-12-01 2025-12-21',
      'counted 2025-12-22 2026-06-22',
      'last-day 2026-06-22 2026-06-22',
      'due 2026-06-22 2026-06-22',
    ]);
    expect(steps[2]?.text.zh).toContain('（停工）');
    expect(of('six-months-after', ['2025-12-01', '2025-12-22']).steps.map((s) => s.role)).not.toContain(
      'restart',
    );
  });

  test('six months after keep how the period moves', () => {
    const spans = { excluded: [{ from: d('2025-12-01'), to: d('2025-12-20') }] };
    const due = (extra: object) =>
      countSuspended({ ...year, ...spans, ...extra }, 'six-months-after', calendar).due;
    expect([due({}), due({ rolls: false }), due({ rollsOver: 'holidays' })]).toEqual([
      '2026-06-22',
      '2026-06-20',
      '2026-06-22',
    ]);
    const weekend = { excluded: [{ from: d('2025-12-01'), to: d('2025-12-27') }] };
    expect(
      countSuspended({ ...year, ...weekend, rollsOver: 'holidays' }, 'six-months-after', calendar).due,
    ).toBe('2026-06-27');
  });
});
