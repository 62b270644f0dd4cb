import { expect, it } from 'vitest';
import { pastedRows } from '../../renderer/features/documents/particulars/paste.ts';
import {
  choice,
  count,
  day,
  line,
  money,
  quantity,
} from '../../shared/features/documents/particulars/particular.ts';
import { plainDate } from '../../shared/kernel/date.ts';

const today = plainDate('2026-09-03');
const columns = {
  name: line('姓名', 'Name'),
  due: day('支付日期', 'Payable on'),
  amount: money('金额', 'Amount'),
  role: choice('职务', 'Office', { sole: ['独任仲裁员', 'Sole arbitrator'] }),
  pages: count('页数', 'Pages'),
  days: quantity('天数', 'Days'),
};

it('reads a block of cells from the column it was pasted into', () => {
  expect(pastedRows('2026年9月30日\t1.2万\t独任仲裁员\n2026/10/8\t坏\t别的\r\n', columns, 1, today)).toEqual([
    { due: '2026-09-30', amount: 1_200_000, role: 'sole' },
    { due: '2026-10-08', amount: null, role: null },
  ]);
});

it('leaves out cells beyond the last column and keeps empty ones empty', () => {
  expect(pastedRows('3\t21.5\t余', columns, 4, today)).toEqual([{ pages: '3', days: '21.5' }]);
  expect(pastedRows('\t2026-09-04', columns, 0, today)).toEqual([{ name: null, due: '2026-09-04' }]);
});
