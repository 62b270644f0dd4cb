import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../renderer/features/law/calculators/fields.ts';
import { pasteWords } from '../../renderer/features/law/calculators/labels.ts';
import { looksLikeTable, monthText, parseTable } from '../../renderer/features/law/calculators/paste.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { listCalculators } from '../../shared/law/index.ts';

const today = plainDate('2026-11-21');

function paste(calculator: string, path: string, text: string, shown?: readonly string[]) {
  const fields = fieldsOf(listCalculators().find((c) => c.id === calculator)?.inputSchema ?? {});
  const columns = fields.find((f) => f.path === path)?.columns ?? [];
  const visible = shown ? shown.flatMap((n) => columns.filter((c) => c.name === n)) : columns;
  return parseTable(text, columns, visible, today, pasteWords(calculator));
}

describe('a block from a spreadsheet', () => {
  it('is matched by its Chinese heading, in any order', () => {
    const text = '已付金额\t月份\t应发工资\n3,000.00\t2026年3月\t¥6,200\n\t2026.4\t6450.5元\n合计\t\t12650.5';
    expect(paste('unpaid-wages', 'months', text)).toEqual({
      rows: [
        { paid: '3000.00', ym: '2026-03', due: '6200' },
        { ym: '2026-04', due: '6450.5' },
      ],
      skipped: 1,
    });
  });

  it('is matched by its English heading', () => {
    expect(paste('unpaid-wages', 'months', 'Month\tWages due\n2026-03\t6200').rows).toEqual([
      { ym: '2026-03', due: '6200' },
    ]);
  });

  it('without a heading follows the columns as shown', () => {
    const text = '工人甲\t300\t22\n工人乙\t280\t20.5';
    expect(paste('unpaid-wages-roster', 'workers', text, ['name', 'dayRate', 'days']).rows).toEqual([
      { name: '工人甲', dayRate: '300', days: '22' },
      { name: '工人乙', dayRate: '280', days: '20.5' },
    ]);
  });

  it('reads dates and choices in words', () => {
    expect(paste('delayed-performance-interest', 'payments', '2025年7月20日\t1,000').rows).toEqual([
      { date: '2025-07-20', amount: '1000' },
    ]);
    const text = '月份\t应发工资\t类型\n2026-01\t8000\t整月\n2026-02\t3000\tPart';
    expect(paste('economic-compensation', 'wageTable', text).rows).toEqual([
      { month: '2026-01', gross: '8000', kind: 'full' },
      { month: '2026-02', gross: '3000', kind: 'part' },
    ]);
  });

  it('takes one column for a list of amounts', () => {
    expect(paste('economic-compensation', 'wagesByMonth', '8000\n8,100.5\n').rows).toEqual([
      { wagesByMonth: '8000' },
      { wagesByMonth: '8100.5' },
    ]);
  });

  it('leaves what it cannot read for the form to refuse', () => {
    expect(paste('unpaid-wages', 'months', '三月\t很多').rows).toEqual([{ ym: '三月', due: '很多' }]);
  });

  it('is told from the content of one cell', () => {
    expect(looksLikeTable('2026-03')).toBe(false);
    expect(looksLikeTable('2026-03\t6200\n')).toBe(true);
  });

  it.each([
    ['2026年3月', '2026-03'],
    ['2026/12', '2026-12'],
    ['202603', '2026-03'],
    ['2026-13', '2026-13'],
    ['三月', '三月'],
  ])('month %s', (given, read) => {
    expect(monthText(given)).toBe(read);
  });
});
