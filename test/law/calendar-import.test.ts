import { describe, expect, test } from 'vitest';
import { mergeCalendar, parseCalendar, recheck } from '../../shared/law/index.ts';
import { calendar, d, failureOf, holidaysFile } from './support.ts';

const signOff = { by: '王晓岚', on: d('2026-11-25'), source: '国办发明电〔2026〕示例号' };
const names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** A year with one day off for each holiday in the first week of January, and a make-up Sunday. */
function year(number: number, over: object = {}) {
  return {
    year: number,
    notice: { title: `国务院办公厅关于${number}年部分节假日安排的通知` },
    holidays: names.map((zh, i) => ({
      name: { zh, en: 'Holiday' },
      from: `${number}-01-0${i + 1}`,
      to: `${number}-01-0${i + 1}`,
      makeUpDays: i === 0 ? [`${number}-01-10`] : [],
    })),
    ...over,
  };
}
const file = (...years: object[]) => ({ years });
const plain = (number: number, over: object = {}) => ({
  ...year(number),
  holidays: year(number).holidays.map((h) => ({ ...h, makeUpDays: [] })),
  ...over,
});

test('a new year is added with its sign-off, and the days it changes are named', () => {
  const merged = mergeCalendar(holidaysFile, file(year(2027)), signOff);
  expect(merged).toMatchObject({ added: [2027], replaced: [], unchanged: [] });
  expect(merged.calendar.years).toEqual([2024, 2025, 2026, 2027]);
  expect(merged.file.years.at(-1)?.signOff).toEqual(signOff);
  expect(merged.changedDays).toContain('2027-01-01');
  expect(merged.changedDays).toContain('2027-01-10');
  expect(merged.changedDays).not.toContain('2027-01-02');
  expect(parseCalendar(JSON.parse(JSON.stringify(merged.file))).years).toHaveLength(4);
});

test('the same year again changes nothing; a differing one is replaced only on request', () => {
  const once = mergeCalendar(holidaysFile, file(year(2027)), signOff).file;
  expect(mergeCalendar(once, file(year(2027)), signOff)).toMatchObject({
    added: [],
    unchanged: [2027],
    changedDays: [],
  });
  const other = year(2027);
  (other.holidays[0] as { makeUpDays: string[] }).makeUpDays = [];
  expect(failureOf(() => mergeCalendar(once, file(other), signOff))).toMatchObject({
    issues: [{ path: 'years.0.year', code: 'year-present' }],
  });
  expect(mergeCalendar(once, file(other), signOff, { replace: true })).toMatchObject({
    replaced: [2027],
    changedDays: ['2027-01-10'],
  });
});

describe('a bad import is refused by name', () => {
  test.each([
    ['nobody signed', file(year(2027)), { ...signOff, by: ' ' }, 'signOff.by', 'required'],
    ['a blank source', file(year(2027)), { ...signOff, source: '  ' }, 'signOff.source', 'required'],
    ['an empty file', file(), signOff, 'years', 'required'],
    [
      'the notice of another year',
      file(year(2027, { notice: { title: '关于2026年部分节假日安排的通知' } })),
      signOff,
      'years.0.notice.title',
      'notice-year-mismatch',
    ],
    [
      'a holiday left out',
      file(year(2027, { holidays: year(2027).holidays.slice(0, 6) })),
      signOff,
      'years.0.holidays',
      'holiday-missing',
    ],
    [
      'days of another year',
      file({ ...year(2027), year: 2028 }),
      signOff,
      'years.0.holidays.0',
      'date-outside-year',
    ],
  ])('%s', (_, incoming, by, path, code) => {
    expect(failureOf(() => mergeCalendar(holidaysFile, incoming, by))).toMatchObject({
      issues: [{ path, code }],
    });
  });
});

test('the order of holidays and make-up days makes no difference', () => {
  const some = year(2027);
  (some.holidays[0] as { makeUpDays: string[] }).makeUpDays = ['2027-01-10', '2027-01-16'];
  const once = mergeCalendar(holidaysFile, file(some), signOff).file;
  const turned = year(2027, { holidays: [...some.holidays].reverse() });
  (turned.holidays.at(-1) as { makeUpDays: string[] }).makeUpDays = ['2027-01-16', '2027-01-10'];
  expect(mergeCalendar(once, file(turned), signOff).unchanged).toEqual([2027]);
});

test('years are stored in order and their changed days listed in order', () => {
  const merged = mergeCalendar(file(plain(2027), plain(2025)), file(plain(2028), plain(2026)), signOff);
  expect(merged.file.years.map((y) => y.year)).toEqual([2025, 2026, 2027, 2028]);
  expect(merged.added).toEqual([2028, 2026]);
  expect(merged.changedDays).toEqual([...merged.changedDays].sort());
  expect(merged.changedDays[0]).toBe('2026-01-01');
});

test('what is refused quotes the year or the holiday', () => {
  const once = mergeCalendar(holidaysFile, file(year(2027)), signOff).file;
  const paramsOf = (incoming: unknown) =>
    failureOf(() => mergeCalendar(once, incoming, signOff)).issues?.[0]?.params;
  const other = year(2027);
  (other.holidays[0] as { makeUpDays: string[] }).makeUpDays = [];
  expect(paramsOf(file(other))).toEqual({ year: 2027 });
  expect(paramsOf(file(plain(2028, { notice: { title: '关于2026年' } })))).toEqual({ year: 2028 });
  expect(paramsOf(file(plain(2028, { holidays: plain(2028).holidays.slice(1) })))).toEqual({
    holiday: '元旦',
  });
});

test('C50 recheck: a provisional date moves when its year is loaded, others stay', () => {
  const after = mergeCalendar(holidaysFile, file(year(2027)), signOff).calendar;
  const dates = [
    { key: 'suit', ruleId: 'suit-nonfinal', input: { trigger: d('2026-12-18') } },
    { key: 'later', ruleId: 'suit-nonfinal', input: { trigger: d('2027-02-01') } },
    { key: 'earlier', ruleId: 'suit-nonfinal', input: { trigger: d('2026-03-02') } },
  ];
  expect(recheck(dates, calendar, after)).toEqual([
    {
      key: 'suit',
      ruleId: 'suit-nonfinal',
      before: '2027-01-04',
      after: '2027-01-08',
      moved: true,
      provisionalBefore: true,
      provisionalAfter: false,
    },
    {
      key: 'later',
      ruleId: 'suit-nonfinal',
      before: '2027-02-16',
      after: '2027-02-16',
      moved: false,
      provisionalBefore: true,
      provisionalAfter: false,
    },
  ]);
});
