// @vitest-environment jsdom
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DateInput } from '../../renderer/ui/DateInput.tsx';
import { MoneyInput } from '../../renderer/ui/MoneyInput.tsx';
import { groupPersonId, PersonIdInput, significantPersonId } from '../../renderer/ui/PersonIdInput.tsx';
import type { PlainDate } from '../../shared/kernel/date.ts';
import type { Fen } from '../../shared/kernel/money.ts';
import { leave, press, render, startChinese, type } from './render.tsx';

beforeAll(startChinese);

let page: Awaited<ReturnType<typeof render>>;
afterEach(() => page.remove());

describe('DateInput', () => {
  const seen = vi.fn();
  function Field() {
    const [value, setValue] = useState<PlainDate | null>(null);
    return (
      <DateInput
        value={value}
        onChange={(next) => {
          seen(next);
          setValue(next);
        }}
      />
    );
  }
  beforeEach(async () => {
    seen.mockClear();
    page = await render(<Field />);
  });

  it('reads the text when the field is left, and shows the date as it is kept', async () => {
    await type(page.input(), '2026年4月12日');
    expect(seen).not.toHaveBeenCalled();
    await leave(page.input());
    expect(seen.mock.calls).toEqual([['2026-04-12']]);
    expect(page.input().value).toBe('2026-04-12');
    expect(page.host.textContent).toContain('周日');
  });

  it('reads on Enter, but not on the Enter that picks a candidate of the input method', async () => {
    await type(page.input(), '20260412');
    await press(page.input(), 'Enter', { isComposing: true });
    expect(seen).not.toHaveBeenCalled();
    await press(page.input(), 'Enter', { keyCode: 229 });
    expect(seen).not.toHaveBeenCalled();
    await press(page.input(), 'Enter');
    expect(seen.mock.calls).toEqual([['2026-04-12']]);
  });

  it('keeps unreadable text, says so, and gives no date', async () => {
    await type(page.input(), '20260412');
    await leave(page.input());
    await type(page.input(), '2026-02-30');
    await leave(page.input());
    expect(seen.mock.calls.at(-1)).toEqual([null]);
    expect(page.input().value).toBe('2026-02-30');
    expect(page.input().getAttribute('aria-invalid')).toBe('true');
    expect(page.host.querySelector('[role=alert]')?.textContent).toContain('不是有效日期');
  });

  it('takes an emptied field as no date, without complaint', async () => {
    await type(page.input(), '20260412');
    await leave(page.input());
    await type(page.input(), ' ');
    await leave(page.input());
    expect(seen.mock.calls.at(-1)).toEqual([null]);
    expect(page.host.querySelector('[role=alert]')).toBeNull();
  });
});

describe('MoneyInput', () => {
  const seen = vi.fn();
  function Field() {
    const [value, setValue] = useState<Fen | null>(null);
    return (
      <MoneyInput
        value={value}
        capitals={(amount) => `大写${amount}`}
        onChange={(next) => {
          seen(next);
          setValue(next);
        }}
      />
    );
  }
  beforeEach(async () => {
    seen.mockClear();
    page = await render(<Field />);
  });

  it('turns yuan into fen and groups the figures', async () => {
    await type(page.input(), '１.２万');
    await leave(page.input());
    expect(seen.mock.calls).toEqual([[1_200_000]]);
    expect(page.input().value).toBe('12,000.00');
    expect(page.host.textContent).toContain('大写1200000');
  });

  it.each([
    ['-5', '金额不能为负数'],
    ['3.141', '最多两位小数'],
    ['很多', '不是有效金额'],
  ])('refuses %s in words', async (text, words) => {
    await type(page.input(), text);
    await leave(page.input());
    expect(seen).not.toHaveBeenCalled();
    expect(page.host.querySelector('[role=alert]')?.textContent).toContain(words);
    expect(page.input().value).toBe(text);
  });
});

describe('PersonIdInput', () => {
  function Field() {
    const [value, setValue] = useState('');
    return (
      <>
        <PersonIdInput value={value} onChange={setValue} />
        <output>{value}</output>
      </>
    );
  }
  beforeEach(async () => {
    page = await render(<Field />);
  });

  it('groups 6-8-4 while the value carries no blanks', async () => {
    await type(page.input(), '１１０１０１ 19900101-001x');
    expect(page.input().value).toBe('110101 19900101 001X');
    expect(page.host.querySelector('output')?.textContent).toBe('11010119900101001X');
  });

  it('keeps the caret behind the same figure when a blank is put in', async () => {
    const input = page.input();
    await type(input, '1101011');
    expect(input.value).toBe('110101 1');
    expect(input.selectionStart).toBe(8);
  });

  it('groups what is there and cuts what is too much', () => {
    expect(groupPersonId('110101')).toBe('110101');
    expect(significantPersonId('11010119900101001X99')).toHaveLength(18);
  });
});
