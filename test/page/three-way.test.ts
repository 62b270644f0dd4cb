import { expect, test } from 'vitest';
import { sameValue, threeWay, withBoth, withTheirs } from '../../renderer/ui/versions/three-way.ts';

const base = {
  name: '样例甲',
  phone: '13800000001',
  job: { post: '木工', team: '', site: '样例工地' },
  stages: ['arbitration'],
  note: null as string | null,
};

test('what only one side changed is taken from it, at any depth', () => {
  const mine = { ...base, phone: '13800000002', job: { ...base.job, post: '瓦工' } };
  const theirs = { ...base, name: '样例乙', job: { ...base.job, team: '样例班' } };
  const merged = threeWay(base, mine, theirs);
  expect(merged.differences).toEqual([]);
  expect(merged.value).toEqual({
    ...base,
    name: '样例乙',
    phone: '13800000002',
    job: { post: '瓦工', team: '样例班', site: '样例工地' },
  });
  expect(merged.taken.map((d) => d.path)).toEqual([['name'], ['job', 'team']]);
});

test('a whole group of fields that only the other side touched is named field by field', () => {
  const theirs = { ...base, job: { ...base.job, post: '瓦工', site: '' } };
  const merged = threeWay(base, { ...base, phone: '1' }, theirs);
  expect(merged.taken.map((d) => d.path.join('.'))).toEqual(['job.post', 'job.site']);
});

test('the same field changed by both is a difference, with all three versions; the same change is none', () => {
  const mine = { ...base, phone: '2', name: '样例丙' };
  const theirs = { ...base, phone: '3', name: '样例丙' };
  const merged = threeWay(base, mine, theirs);
  expect(merged.differences).toEqual([{ path: ['phone'], base: '13800000001', mine: '2', theirs: '3' }]);
  expect(merged.taken).toEqual([]);
  expect(merged.value.phone).toBe('2');
  expect(withTheirs(merged, () => true)).toEqual(theirs);
  expect(withTheirs(merged, () => false)).toEqual(mine);
});

test('a list is one field', () => {
  const mine = { ...base, stages: ['arbitration', 'first-instance'] };
  const theirs = { ...base, stages: ['mediation'] };
  const merged = threeWay(base, mine, theirs);
  expect(merged.differences.map((d) => d.path)).toEqual([['stages']]);
  expect(withTheirs(merged, () => true).stages).toEqual(['mediation']);
  expect(threeWay(base, mine, base).value.stages).toEqual(mine.stages);
});

test('blank and nothing are the same; a key for drawing says nothing', () => {
  expect(sameValue({ note: '' }, {})).toBe(true);
  expect(sameValue({ note: null }, { note: '' })).toBe(true);
  expect(sameValue({ note: 0 }, { note: null })).toBe(false);
  expect(sameValue([{ key: 'r1', a: '1' }], [{ key: 'r9', a: '1' }])).toBe(true);
  expect(sameValue([{ a: '1' }], [{ a: '1' }, { a: '1' }])).toBe(false);
  expect(threeWay(base, { ...base, note: '' }, { ...base, note: '别人写的' }).differences).toEqual([]);
});

const rows = { arrears: (row: { period: string }) => row.period };
const month = (period: string, paid = '') => ({ key: `${period}${paid}`, period, paid });
const sheet = (...arrears: ReturnType<typeof month>[]) => ({ arrears });

test('rows that can be told apart are merged one by one: changed, added and removed by either side', () => {
  const was = sheet(month('2026-01'), month('2026-02'), month('2026-03'), month('2026-04'));
  const mine = sheet(month('2026-01', '5'), month('2026-02'), month('2026-04'), month('2026-05'));
  const theirs = sheet(month('2026-02', '7'), month('2026-01'), month('2026-03'), month('2026-06'));
  const merged = threeWay(was, mine, theirs, rows);
  expect(merged.differences).toEqual([]);
  expect(merged.value.arrears.map((r) => `${r.period} ${r.paid}`.trim())).toEqual([
    '2026-02 7',
    '2026-01 5',
    '2026-06',
    '2026-05',
  ]);
  expect(merged.taken.map((d) => d.path)).toEqual([
    ['arrears', '2026-02'],
    ['arrears', '2026-06'],
    ['arrears', '2026-04'],
  ]);
});

test('a row that one side removed and the other changed is asked about, and comes or goes as chosen', () => {
  const was = sheet(month('2026-01'), month('2026-02'));
  const removed = sheet(month('2026-02'));
  const changed = sheet(month('2026-01', '9'), month('2026-02'));
  const mineGone = threeWay(was, removed, changed, rows);
  expect(mineGone.differences.map((d) => d.path)).toEqual([['arrears', '2026-01']]);
  expect(mineGone.value.arrears.map((r) => r.period)).toEqual(['2026-02']);
  expect(
    withTheirs(mineGone, () => true, rows)
      .arrears.map((r) => r.paid)
      .sort(),
  ).toEqual(['', '9']);
  const theirsGone = threeWay(was, changed, removed, rows);
  expect(withTheirs(theirsGone, () => false, rows).arrears).toHaveLength(2);
  expect(withTheirs(theirsGone, () => true, rows).arrears.map((r) => r.period)).toEqual(['2026-02']);
});

test('rows of which two bear one name are not mixed up: the list is one field', () => {
  const was = sheet(month('2026-01'), month('2026-01', '2'));
  const merged = threeWay(was, sheet(month('2026-01', '3')), sheet(month('2026-01', '4')), rows);
  expect(merged.differences.map((d) => d.path)).toEqual([['arrears']]);
  // A row just added and still blank is no obstacle.
  const blank = { key: 'new', period: '', paid: '' };
  const one = sheet(month('2026-01'));
  const two = threeWay(
    one,
    sheet(month('2026-01', '5'), blank),
    sheet(month('2026-01'), month('2026-02')),
    rows,
  );
  expect(two.differences).toEqual([]);
  expect(two.value.arrears.map((r) => r.paid)).toEqual(['5', '']);
});

test('the form itself may be the list', () => {
  const names = { '': (row: { name: string }) => row.name };
  const merged = threeWay(
    [{ name: '甲', v: 1 }],
    [{ name: '甲', v: 2 }],
    [
      { name: '甲', v: 3 },
      { name: '乙', v: 1 },
    ],
    names,
  );
  expect(merged.differences.map((d) => d.path)).toEqual([['甲']]);
  expect(withTheirs(merged, () => true, names)).toEqual([
    { name: '甲', v: 3 },
    { name: '乙', v: 1 },
  ]);
});

test('of a text both versions can be kept, and what they share stands once', () => {
  const at = (body: string) => ({ body });
  const merged = threeWay(at('开头'), at('开头\n我记的\n结尾'), at('开头\n对方记的𠮷\n结尾'));
  expect(
    withTheirs(
      withBoth(merged, () => true),
      () => true,
    ),
  ).toEqual(at('开头\n对方记的𠮷\n我记的\n结尾'));
  expect(
    withTheirs(
      withBoth(merged, () => false),
      () => true,
    ),
  ).toEqual(at('开头\n对方记的𠮷\n结尾'));
});
