import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, weekday } from '../../shared/kernel/date.ts';
import { dueDate, parseCalendar, rollBack, rollForward } from '../../shared/law/index.ts';
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

// A calendar keeps the days it has looked at: what it makes of a day is seen on one that is read anew.
const readAnew = () => parseCalendar(holidaysFile);

test('every year has the days off and make-up days of its notice', () => {
  const calendar = readAnew();
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
  const calendar = readAnew();
  const day = calendar.dayOf(d(date));
  expect(day).toMatchObject({ kind, working, known: true });
  expect(calendar.dayOf(d(date))).toBe(day);
  expect(calendar.isRestDay(d(date))).toBe(!working);
});

describe('a year that is not loaded', () => {
  test('knows weekends, and every result is provisional', () => {
    const calendar = readAnew();
    expect(calendar.dayOf(d('2027-01-02'))).toMatchObject({ kind: 'weekend', known: false });
    expect(calendar.dayOf(d('2027-01-04'))).toMatchObject({ kind: 'workday', known: false, notice: null });
  });

  test.each(['2027-01-01', '2028-05-01', '2028-05-02', '2027-10-01', '2029-10-02', '2029-10-03'])(
    '%s is a holiday by the regulation itself',
    (date) => {
      expect(readAnew().dayOf(d(date))).toMatchObject({
        kind: 'holiday',
        working: false,
        known: false,
        notice: '全国年节及纪念日放假办法',
      });
    },
  );

  test.each(['2027-10-04', '2028-05-03', '2023-05-02', '2028-01-26', '2007-10-02'])(
    '%s is left to its notice',
    (date) => expect(readAnew().dayOf(d(date))).toMatchObject({ kind: 'workday', known: false }),
  );

  test.each([
    ['New Year on a Friday', '2026-12-17', '2027-01-01', '2027-01-04'],
    ['National Day on a Friday', '2027-09-16', '2027-10-01', '2027-10-04'],
    ['Labour Day on a Saturday', '2027-04-16', '2027-05-01', '2027-05-03'],
  ])('a suit does not end on %s', (_, trigger, unrolled, due) => {
    expect(dueDate('suit-nonfinal', { trigger }, { calendar })).toMatchObject({
      unrolled,
      due,
      provisional: true,
    });
  });
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
    [
      'days off of more than a month',
      holiday({ to: '2030-02-02' }),
      'years.0.holidays.0.to',
      'period-too-long',
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

test('a day says which holiday and which notice made it what it is', () => {
  const calendar = readAnew();
  const title = '国务院办公厅关于2026年部分节假日安排的通知';
  expect(calendar.dayOf(d('2026-10-10'))).toEqual({
    date: '2026-10-10',
    kind: 'make-up',
    working: true,
    name: { zh: '国庆节', en: 'National Day' },
    notice: title,
    known: true,
  });
  expect(calendar.dayOf(d('2026-10-12'))).toEqual({
    date: '2026-10-12',
    kind: 'workday',
    working: true,
    name: null,
    notice: null,
    known: true,
  });
});

test('a month of days off is the most that is believed', () => {
  expect(parseCalendar(holiday({ to: '2030-02-01' })).isRestDay(d('2030-02-01'))).toBe(true);
});

test('what is wrong quotes the day or the year', () => {
  const paramsOf = (data: unknown) => failureOf(() => parseCalendar(data)).issues?.[0]?.params;
  expect(paramsOf(holiday({ to: '2031-01-01', from: '2031-01-01' }))).toEqual({
    date: '2031-01-01',
    year: 2030,
  });
  expect(paramsOf(holiday({ makeUpDays: ['2030-01-03'] }))).toEqual({ date: '2030-01-03' });
  const twice = { from: '2030-01-05', to: '2030-01-06', makeUpDays: ['2030-01-05'] };
  expect(paramsOf(holiday(twice))).toEqual({ date: '2030-01-05' });
  expect(paramsOf({ years: [...year().years, ...year().years] })).toEqual({ year: 2030 });
});

test('the notice of a year: its title, and number and address where the file has them', () => {
  const notice = { title: '关于2030年部分节假日安排的通知', number: '国办发明电〔2029〕示例号' };
  expect(parseCalendar(year()).noticeOf(2030)).toStrictEqual({ title: notice.title });
  expect(parseCalendar(year({ notice })).noticeOf(2030)).toStrictEqual(notice);
  const withAddress = { title: notice.title, url: 'https://example.test/notice' };
  expect(parseCalendar(year({ notice: withAddress })).noticeOf(2030)).toStrictEqual(withAddress);
  expect(parseCalendar(year()).noticeOf(2031)).toBeNull();
});

test('the years stand in order, whatever the order of the file', () => {
  const later = year({ year: 2031, notice: { title: '关于2031年' }, holidays: [] }).years;
  expect(parseCalendar({ years: [...later, ...year().years] }).years).toEqual([2030, 2031]);
});

test('no working day within two months is damaged data, not a holiday', () => {
  const never = { ...calendar, isWorkingDay: () => false };
  const failure = failureOf(() => rollForward(d('2026-03-02'), never));
  expect(failure).toEqual({ code: 'internal', details: { noWorkingDayFrom: '2026-03-02' } });
  const spring = (day: string) => ({ ...calendar, isWorkingDay: (x: PlainDate) => x === day });
  expect(rollForward(d('2026-03-01'), spring('2026-04-29'))).toBe('2026-04-29');
  expect(failureOf(() => rollForward(d('2026-03-01'), spring('2026-04-30'))).code).toBe('internal');
});

test('days of the week are known back to 1900', () => {
  // 1900-01-01 was a Monday, 1969-12-31 a Wednesday.
  const first = d('1900-01-01');
  expect(Array.from({ length: 7 }, (_, n) => weekday(addDays(first, n)))).toEqual([1, 2, 3, 4, 5, 6, 0]);
  expect([d('1969-12-31'), d('1970-01-01')].map(weekday)).toEqual([3, 4]);
  const { due, working } = dueDate('arb-answer', { trigger: '1965-03-05' }, { calendar });
  expect(due).toBe('1965-03-19');
  expect(working[0]?.text.zh).toContain('1965-03-05（星期五）');
});
