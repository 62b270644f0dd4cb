import fs from 'node:fs';
import { expect, test } from 'vitest';
import { divisionOf, divisionRank, findDivisions, listDivisions } from '../../shared/law/index.ts';

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

test('how well a place answers: its own name or code, a beginning, a part, its path, the characters in order', () => {
  const place = { code: '510107', name: '武侯区', path: '四川省成都市武侯区' };
  const ranks = (...typed: string[]) => typed.map((text) => divisionRank(place, text));
  expect(ranks('510107', '武侯区', '四川省成都市武侯区', ' 武侯 区 ', '５１０１０７')).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(ranks('5101', '武侯')).toEqual([1, 1]);
  expect(ranks('侯区', '成都市武', '成都武侯', '都侯')).toEqual([2, 3, 4, 4]);
  expect(ranks('0107', '510108', '武侯成都', '成成', '510107区', '区510107', '', ' ')).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a code is six digits and nothing else; places come in the order of their codes', () => {
  const few = { '51': '四川省', '5107': '绵阳市', '5101': '成都市', '510107': '武侯区', '9999': '县' };
  expect(
    ['510107', '5101071', 'x510107', '51010', '519900'].map((c) => divisionOf(few, c)?.path ?? null),
  ).toEqual(['四川省成都市武侯区', null, null, null, null]);
  expect(listDivisions(few).map((x) => x.code)).toEqual(['510000', '510100', '510107', '510700']);
  expect(divisionOf({ '510107': '武侯区' }, '510107')?.path).toBe('武侯区');
});
