import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchColumns } from '../../shared/features/transfer/roster.columns.ts';
import { groupByWorker, planImport } from '../../shared/features/transfer/roster.identity.ts';
import { parseRoster } from '../../shared/features/transfer/roster.parse.ts';
import type { RosterField } from '../../shared/features/transfer/roster.types.ts';
import { rosterFields } from '../../shared/features/transfer/roster.types.ts';
import type { Cell, Sheet } from '../../shared/features/transfer/sheet.ts';

const pieces =
  '赵甲 2026 年 3 月 1 日 . - / 至 , 元 万 天 半 合计 班 ： （ ） 99999999999999 0 X x 𠮷 😀 1.5 E+17 Infinity 8000/月 〇'.split(
    ' ',
  );
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((p) => p.join(''));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'error', 'date', 'number'), text }) as fc.Arbitrary<Cell>,
  fc
    .double({ noNaN: true, min: -1e18, max: 1e18 })
    .map((n): Cell => ({ kind: 'number', text: n.toFixed(3) })),
  fc.constant<Cell>({ kind: 'empty', text: '' }),
);
const grid = fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 8 });

function sheetOfCells(rows: Cell[][]): Sheet {
  return { name: 'x', rows, merges: [], dateSystem: '1900', hidden: false, hiddenRows: [] };
}

describe('any cells', () => {
  it('are read or reported, never thrown, and never owe less than nothing', () => {
    const fields = Object.fromEntries(rosterFields.map((f, i) => [f, i])) as Record<RosterField, number>;
    const months = [25, 26, 27].map((column, i) => ({
      column,
      year: i === 0 ? 2026 : null,
      month: i + 1,
      amount: 'gross' as const,
    }));
    fc.assert(
      fc.property(grid, fc.boolean(), (rows, byMonth) => {
        const layout = {
          headerTop: 0,
          dataTop: 0,
          headers: [],
          fields,
          alsoPaid: [28],
          months: byMonth ? months : [],
          amountUnit: 'wan' as const,
          wageUnit: null,
          titlePeriod: null,
          titleYear: null,
        };
        const roster = parseRoster(sheetOfCells(rows), layout, { defaultYear: 2026 });
        const amounts = roster.rows.flatMap((r) =>
          r.arrears.flatMap((a) => [a.gross, a.paid, a.deduction, a.owed]),
        );
        expect(amounts.every((a) => a === null || (Number.isSafeInteger(a) && a >= 0))).toBe(true);
        const people = groupByWorker(roster.rows);
        const existing = people.map((p, i) => ({ ref: String(i), worker: p.worker, arrears: p.arrears }));
        expect(planImport(people, existing).add).toEqual([]);
        expect(planImport(people, existing).update).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('may stand in a header', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const sheet = sheetOfCells([
          [{ kind: 'text', text: '姓名' }, { kind: 'text', text: '电话' }, ...(rows[0] ?? [])],
          ...rows,
        ]);
        const layout = matchColumns(sheet);
        if (layout) parseRoster(sheet, layout);
        expect(layout).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});
