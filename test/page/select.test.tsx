// @vitest-environment jsdom
import { act, useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { Select } from '../../renderer/ui/Select.tsx';
import { press, render, startChinese } from './render.tsx';

beforeAll(startChinese);

const options = ['甲', '乙', '丙'].map((value) => ({ value, label: value }));

function One() {
  const [value, setValue] = useState('甲');
  return <Select aria-label="一个" value={value} onChange={setValue} options={options} />;
}
function Several() {
  const [value, setValue] = useState<string[]>([]);
  return <Select<string[]> mode="multiple" value={value} onChange={setValue} options={options} />;
}

const isOpen = (host: HTMLElement): boolean => host.querySelector('.ant-select-open') !== null;
const choose = async (label: string): Promise<void> => {
  const option = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')].find(
    (o) => o.textContent === label,
  );
  await act(async () => option?.click());
};

test('the list closes with the choice, so that the next Tab leaves the field', async () => {
  const page = await render(<One />);
  await press(page.input(), 'Enter', { keyCode: 13 } as KeyboardEventInit);
  expect(isOpen(page.host)).toBe(true);
  await choose('乙');
  expect(isOpen(page.host)).toBe(false);
  expect(page.host.textContent).toContain('乙');
  const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
  await act(async () => {
    page.input().dispatchEvent(tab);
  });
  expect(tab.defaultPrevented).toBe(false);
  await page.remove();
});

test('a list of several stays open at a choice', async () => {
  const page = await render(<Several />);
  await press(page.input(), 'Enter', { keyCode: 13 } as KeyboardEventInit);
  expect(isOpen(page.host)).toBe(true);
  await choose('甲');
  await choose('丙');
  expect(isOpen(page.host)).toBe(true);
  expect(page.host.textContent).toContain('甲');
  expect(page.host.textContent).toContain('丙');
  await page.remove();
});
