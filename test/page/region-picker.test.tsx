// @vitest-environment jsdom
import i18next from 'i18next';
import { act, useState } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { divisionsFor, divisionText } from '../../renderer/ui/region/divisions.ts';
import { RegionPicker } from '../../renderer/ui/region/RegionPicker.tsx';
import { press, render, startChinese, type } from './render.tsx';

beforeAll(startChinese);

const first = (typed: string, count = 1): string[] =>
  divisionsFor(typed, '')
    .slice(0, count)
    .map((d) => d.path);

describe('what the list shows', () => {
  test.each([
    ['锦江', '四川省成都市锦江区'],
    ['成都锦江', '四川省成都市锦江区'],
    ['510104', '四川省成都市锦江区'],
    ['５１０１０４', '四川省成都市锦江区'],
    ['sichuan', '四川省'],
    ['Inner Mongolia', '内蒙古自治区'],
    ['cqs', '重庆市'],
    ['bjs', '北京市'],
    ['scscdsjjq', '四川省成都市锦江区'],
  ])('%s → %s', (typed, path) => {
    expect(first(typed)).toEqual([path]);
  });

  test('letters find by sound whole names before longer ones', () => {
    expect(first('jjq', 20)).toContain('四川省成都市锦江区');
    expect(first('xms', 20)).toContain('福建省厦门市');
    expect(first('las', 20)).toContain('安徽省六安市');
    expect(first('pyq', 20)).toContain('广东省广州市番禺区');
  });

  test('nothing typed: the provinces, then what lies in the chosen one', () => {
    expect(divisionsFor('', '')).toHaveLength(31);
    const near = divisionsFor('', '510104').map((d) => d.code);
    expect(near).toContain('510100');
    expect(near).toContain('110000');
    expect(near).not.toContain('110105');
  });

  test('an answer is short, an unknown place none', () => {
    expect(divisionsFor('区', '').length).toBe(200);
    expect(divisionsFor('zzzzzzzz', '')).toEqual([]);
    expect(divisionText('999999', false)).toBeNull();
    expect(divisionText('510104', true)).toBe('Sichuan · 四川省成都市锦江区');
  });
});

function Form() {
  const [code, setCode] = useState('999999');
  return (
    <>
      <label htmlFor="place">地区</label>
      <RegionPicker id="place" value={code} onChange={setCode} />
      <output>{code}</output>
    </>
  );
}

test('a place is typed and taken by keyboard; an unknown code is said to be one', async () => {
  const { host, input, remove } = await render(<Form />);
  expect(host.textContent).toContain('代码表中没有 999999');
  expect(input().id).toBe('place');
  expect(input().getAttribute('role')).toBe('combobox');
  await type(input(), '成都武侯');
  await press(input(), 'Enter', { keyCode: 13 } as KeyboardEventInit);
  expect(host.querySelector('output')?.textContent).toBe('510107');
  expect(host.textContent).toContain('四川省成都市武侯区 510107');
  await act(() => i18next.changeLanguage('en'));
  expect(host.textContent).toContain('Sichuan · 四川省成都市武侯区');
  await act(() => i18next.changeLanguage('zh-CN'));
  await remove();
});
