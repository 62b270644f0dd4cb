// @vitest-environment jsdom
import { useState } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { PersonFields } from '../../renderer/features/case/worker/WorkerFields.tsx';
import { emptyWorker, type WorkerForm } from '../../renderer/features/case/worker/worker-form.ts';
import { leave, render, startChinese, type } from './render.tsx';

beforeAll(startChinese);

let page: Awaited<ReturnType<typeof render>>;
afterEach(() => page.remove());

function Fields({ start = {} }: { readonly start?: Partial<WorkerForm> }) {
  const [worker, setWorker] = useState<WorkerForm>({ ...emptyWorker(), ...start });
  return <PersonFields worker={worker} onChange={setWorker} />;
}

const place = (path: string): HTMLElement => {
  const found = page.host.querySelector<HTMLElement>(`[data-field="${path}"]`);
  if (!found) throw new Error(`no field ${path}`);
  return found;
};
const inputOf = (path: string): HTMLInputElement => {
  const input = place(path).querySelector('input');
  if (!input) throw new Error(`no input in ${path}`);
  return input;
};
const doubt = (path: string): string => place(path).querySelector('.gd-amber')?.textContent?.trim() ?? '';

it('says what is doubtful about an ID number once the field is left, and takes it all the same', async () => {
  page = await render(<Fields />);
  const input = inputOf('idNumber');
  await type(input, '110101199001010016');
  expect(doubt('idNumber')).toBe('');
  await leave(input);
  expect(doubt('idNumber')).toContain('校验码不符');
  expect(input.value).toBe('110101 19900101 0016');
  expect(input.getAttribute('aria-invalid')).toBeNull();
  expect(input.getAttribute('aria-describedby')).not.toBeNull();
  await type(input, '110101199001010015');
  await leave(input);
  expect(doubt('idNumber')).toBe('');
});

it.each([
  ['11010119900101001', '应为18位'],
  ['110101900101001', '15位'],
  ['110101199002300017', '出生日期不存在'],
  ['990101199001010013', '地区码不存在'],
  ['110101219901010018', '出生日期在将来'],
])('names the reason for %s, also when the record already holds it', async (idNumber, words) => {
  page = await render(<Fields start={{ idNumber }} />);
  expect(doubt('idNumber')).toContain(words);
});

it('leaves a passport number alone and points out a short mobile number', async () => {
  page = await render(<Fields start={{ idType: 'passport', idNumber: 'E12345678', phone: '1380000000' }} />);
  expect(doubt('idNumber')).toBe('');
  expect(doubt('phone')).toContain('11位');
});
