import fs from 'node:fs';
import { expect, test } from 'vitest';
import { divisionOf, findDivisions, listDivisions } from '../../shared/law/index.ts';

const { divisions: names } = JSON.parse(fs.readFileSync('resources/law/divisions.json', 'utf8')) as {
  divisions: Record<string, string>;
};
const codes = (typed: string): string[] => findDivisions(names, typed).map((d) => d.code);

test('a place is told in full, without the rows that only hold counties together', () => {
  expect(divisionOf(names, '510104')).toEqual({
    code: '510104',
    name: '锦江区',
    path: '四川省成都市锦江区',
  });
  expect(divisionOf(names, '510000')?.path).toBe('四川省');
  expect(divisionOf(names, '510100')?.path).toBe('四川省成都市');
  expect(divisionOf(names, '110105')?.path).toBe('北京市朝阳区');
  expect(divisionOf(names, '429004')?.path).toBe('湖北省仙桃市');
});

test.each(['999999', '000000', '51', '5101040', '51010x', '', '__proto__', '519999'])(
  'no place: %s',
  (code) => {
    expect(divisionOf(names, code)).toBeNull();
  },
);

test('each place of the list has a code of six digits, once, and can be found again', () => {
  const all = listDivisions(names);
  expect(all.length).toBeGreaterThan(3300);
  expect(new Set(all.map((d) => d.code)).size).toBe(all.length);
  expect(new Set(all.map((d) => d.path)).size).toBe(all.length);
  for (const d of all) expect(divisionOf(names, d.code)).toEqual(d);
  expect(all.some((d) => d.name === '市辖区')).toBe(false);
});

test('a name means the closest places alone', () => {
  expect(codes('锦江区')).toEqual(['510104']);
  expect(codes('成都锦江')).toEqual(['510104']);
  expect(codes('四川省 成都市 锦江区')).toEqual(['510104']);
  expect(codes('成都')).toEqual(['510100']);
  expect(codes('５１０１０４')).toEqual(['510104']);
  expect(codes('朝阳区')).toEqual(['110105', '220104']);
  expect(codes('没有这个地方')).toEqual([]);
  expect(codes(' ')).toEqual([]);
});
