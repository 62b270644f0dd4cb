import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../shared/kernel/date.ts';
import { parseCalendar, rollBack, rollForward } from '../../shared/law/index.ts';
import { calendar, d, failureOf, holidaysFile } from './support.ts';

const year = (over: object = {}) => ({
  years: [
    {
      year: 2030,
      notice: { title: '关于2030年部分节假日安排的通知' },
      holidays: [
        { name: { zh: '元旦', en: 'New Year' }, from: '2030-01-01', to: '2030-01-01', makeUpDays: [] },
      ],
      ...over,
    },
  ],
});

const holiday = (over: object) =>
  year({
    holidays: [
      { name: { zh: '元旦', en: 'New Year' }, from: '2030-01-01', to: '2030-01-01', makeUpDays: [], ...over },
    ],
  });

test('the loaded years are 2024 to 2026, each with its notice', () => {
  expect(calendar.years).toEqual([2024, 2025, 2026]);
  for (const y of calendar.years) expect(calendar.noticeOf(y)?.title).toContain(`${y}年部分节假日安排`);
});

test('every year has the days off and make-up days of its notice', () => {
  const count = (y: number, kind: string): number => {
    let n = 0;
    for (let day = d(`${y}-01-01`); day < `${y + 1}-01-01`; day = addDays(day, 1)) {
      if (calendar.dayOf(day).kind === kind) n++;
    }
    return n;
  };
  expect([2024, 2025, 2026].map((y) => count(y, 'holiday'))).toEqual([28, 28, 33]);
  expect([2024, 2025, 2026].map((y) => count(y, 'make-up'))).toEqual([8, 5, 6]);
});

test.each([
  ['2025-02-08', 'make-up', true],
  ['2025-02-04', 'holiday', false],
  ['2025-02-15', 'weekend', false],
  ['2025-02-14', 'workday', true],
  ['2026-10-10', 'make-up', true],
] as const)('%s is %s', (date, kind, working) => {
  const day = calendar.dayOf(d(date));
  expect(day).toMatchObject({ kind, working, known: true });
  expect(calendar.isRestDay(d(date))).toBe(!working);
});

test('a day of a year that is not loaded knows only weekends', () => {
  expect(calendar.dayOf(d('2027-01-01'))).toMatchObject({ kind: 'workday', known: false, notice: null });
  expect(calendar.dayOf(d('2027-01-02'))).toMatchObject({ kind: 'weekend', known: false });
});

test('rolling forward and back', () => {
  expect(rollForward(d('2024-10-04'), calendar)).toBe('2024-10-08');
  expect(rollForward(d('2025-10-11'), calendar)).toBe('2025-10-11');
  expect(rollBack(d('2024-10-07'), calendar)).toBe('2024-09-30');
  expect(rollBack(d('2025-02-15'), calendar)).toBe('2025-02-14' as PlainDate);
});

describe('a bad file is refused with the field that is wrong', () => {
  test.each([
    ['no years', {}, 'years', 'required'],
    [
      'a date that does not exist',
      holiday({ from: '2030-02-30' }),
      'years.0.holidays.0.from',
      'date-invalid',
    ],
    [
      'a day of another year',
      holiday({ to: '2031-01-01', from: '2031-01-01' }),
      'years.0.holidays.0',
      'date-outside-year',
    ],
    ['an end before the start', holiday({ from: '2030-01-02' }), 'years.0.holidays.0.to', 'end-before-start'],
    [
      'a make-up day in the week',
      holiday({ makeUpDays: ['2030-01-03'] }),
      'years.0.holidays.0.makeUpDays.0',
      'make-up-not-weekend',
    ],
    [
      'a day named twice',
      holiday({ from: '2030-01-05', to: '2030-01-06', makeUpDays: ['2030-01-05'] }),
      'years.0.holidays.0.makeUpDays.0',
      'date-twice',
    ],
    ['no notice', year({ notice: {} }), 'years.0.notice.title', 'required'],
    ['a year twice', { years: [...year().years, ...year().years] }, 'years.1.year', 'year-twice'],
  ])('%s', (_, data, path, code) => {
    expect(failureOf(() => parseCalendar(data))).toMatchObject({
      code: 'invalid-input',
      issues: [{ path, code }],
    });
  });

  test('the shipped file is good', () => {
    expect(parseCalendar(holidaysFile).years).toHaveLength(3);
  });
});
