import { expect, test } from 'vitest';
import { minutesOf } from '../../renderer/features/tasks/minutes.ts';
import { itemsOf, itemsText } from '../../renderer/features/tasks/template-text.ts';

test.each([
  ['90', 90],
  ['1:30', 90],
  ['1：30', 90],
  ['1.5h', 90],
  ['１小时３０分', 90],
  ['2小时', 120],
  ['40分钟', 40],
  ['40 min', 40],
  ['0', null],
  ['', null],
  ['1:75', null],
  ['很久', null],
  ['-5', null],
])('time typed as %j', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test('a list of tasks is written and read alike', () => {
  const text = '核对证据原件 +5\n\n  庭前谈话\n复印 ＋0\n+3';
  const items = itemsOf(text);
  expect(items).toEqual([
    { title: '核对证据原件', afterDays: 5 },
    { title: '庭前谈话', afterDays: null },
    { title: '复印', afterDays: 0 },
    { title: '+3', afterDays: null },
  ]);
  expect(itemsOf(itemsText(items))).toEqual(items);
});
