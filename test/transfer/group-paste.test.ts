import fc from 'fast-check';
import { expect, test } from 'vitest';
import en from '../../resources/locales/en/group.json' with { type: 'json' };
import zh from '../../resources/locales/zh-CN/group.json' with { type: 'json' };
import { cellProblems, cellText, readCell } from '../../shared/features/group/group.cells.ts';
import { checkCodes } from '../../shared/features/group/group.checks.ts';
import { type ColumnId, claimColumn, factIds } from '../../shared/features/group/group.fields.ts';
import {
  formatBlock,
  leftOutBlock,
  type PasteInput,
  type PasteTarget,
  parseBlock,
  pasteProblems,
  planPaste,
} from '../../shared/features/group/group.paste.ts';
import { rosterLines } from '../support/records.ts';

const leave = claimColumn('annual-leave-pay');
const columns: ColumnId[] = [...factIds, 'arrears', leave];
const words = new Map<ColumnId, readonly string[]>([
  ...factIds.map((f) => [f, [zh.column[f]]] as const),
  ['arrears', [zh.column.arrears]],
  [leave, ['未休年休假工资报酬']],
]);

const plan = (block: string[][], more: Partial<PasteInput> = {}) =>
  planPaste({
    block,
    columns,
    words,
    at: { row: 0, column: 0 },
    shown: [],
    all: [],
    hasPeriod: true,
    ...more,
  });

const target = (memberId: string, values: PasteTarget['values'], locked: ColumnId[] = []): PasteTarget => ({
  memberId,
  values,
  locked: new Set(locked),
});

test('a block is read as a spreadsheet writes it, quotes, breaks and tabs inside cells too', () => {
  expect(parseBlock('甲\t1\r\n乙\t2\r\n')).toEqual([
    ['甲', '1'],
    ['乙', '2'],
  ]);
  expect(parseBlock('"一\n二"\t"他说""好"""\t"a\tb"\n')).toEqual([['一\n二', '他说"好"', 'a\tb']]);
  // A quote that is part of a text, or never closed, is a quote.
  expect(parseBlock('"未闭合\t2\n3" 管\t4')).toEqual([
    ['"未闭合', '2'],
    ['3" 管', '4'],
  ]);
  expect(parseBlock('只有一格')).toEqual([['只有一格']]);
  expect(parseBlock('甲\t\n\t乙')).toEqual([
    ['甲', ''],
    ['', '乙'],
  ]);
});

test('what is written as a block is read as the same cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '𠮷', '"', '\t', '\n', 'a', ' ', '1') });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
        ),
      (rows) => {
        // A last row of nothing cannot be told from the break that ends the block.
        fc.pre(rows.at(-1)?.some((c) => c !== '') ?? false);
        expect(parseBlock(formatBlock(rows))).toEqual(rows);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

test('a cell reads what it writes', () => {
  for (const [column, value] of [
    ['start', '2026-03-01'],
    ['rate', 623_045],
    ['arrears', 100],
    ['period', '2026-03-01/2026-05-31'],
    ['period', '2026-03-15/2026-04-02'],
    ['wageUnit', 'piece'],
    ['endKind', 'left-for-arrears'],
    ['phone', '13800000001'],
    ['name', '𠮷样例'],
  ] as const)
    expect(readCell(column, cellText(column, value)), column).toMatchObject({ value });
  for (const words of [zh, en]) {
    expect(readCell('contractSigned', words.flag.yes)).toEqual({ value: true });
    expect(readCell('contractSigned', words.flag.no)).toEqual({ value: false });
  }
});

test('every kind of mistake has its sentence in both languages', () => {
  const codes = [...cellProblems, ...pasteProblems].sort();
  expect(Object.keys(zh.problem).sort()).toEqual(codes);
  expect(Object.keys(en.problem).sort()).toEqual(codes);
  expect(Object.keys(zh.check).sort()).toEqual([...checkCodes].sort());
});

const [{ id: someId } = { id: '' }] = rosterLines(1);

test('under a heading workers are found by number or name, whatever the order; others are added', () => {
  const all = [
    target('A', { name: '样例甲', idNumber: someId, phone: null }),
    target('B', { name: '样例乙', idNumber: null, phone: null, rate: 600_000 }),
    target('C', { name: '样例丙' }),
    target('D', { name: '样例丙' }),
  ];
  const { lines, problems, counts } = plan(
    [
      ['序号', '姓名', '身份证号', '月工资', '欠薪金额', '未休年休假工资报酬', '爱好'],
      ['1', '样例乙', '', '6,000.00', '1.2万', '', '钓鱼'],
      ['2', '样例甲', `${someId.slice(0, 17)} ${someId.slice(17)}`, '', '', '1,379.31', ''],
      ['3', '样例丙', '', '', '5000', '', ''],
      ['4', '样例丁', '', '7000', '', '', ''],
      ['5', '样例戊', someId, '', '', '', ''],
      ['', '合计', '', '', '17000', '', ''],
    ],
    { all },
  );
  expect(lines.map((l) => [l.outcome, l.memberId, l.set])).toEqual([
    ['skipped', null, {}],
    ['change', 'B', { arrears: 1_200_000 }],
    ['change', 'A', { [leave]: 137_931 }],
    ['left-out', null, { name: '样例丙', arrears: 500_000 }],
    ['add', null, { name: '样例丁', rate: 700_000 }],
    ['left-out', null, expect.anything()],
    ['skipped', null, {}],
  ]);
  expect(problems.map((p) => [p.row, p.column, p.code, p.severity])).toEqual([
    [1, 'G', 'column-unknown', 'warning'],
    [4, 'B', 'name-of-several', 'error'],
    [6, 'C', 'id-of-another-name', 'error'],
    [6, 'C', 'id-twice-in-block', 'error'],
  ]);
  expect(counts).toMatchObject({ add: 1, change: 2, 'left-out': 2, skipped: 2 });
});

test('without a heading a block goes cell by cell from where it is put; blank cells change nothing', () => {
  const shown = ['A', 'B', 'C'].map((id) =>
    target(id, { name: `样例${id}`, start: '2026-01-01', rate: 100 }, id === 'C' ? ['arrears'] : []),
  );
  const at = { row: 1, column: columns.indexOf('start') };
  const { lines, problems } = plan(
    [
      ['2026-02-01', ''],
      ['', '2025-12-31'],
      ['2026-02-01', ''],
    ],
    { shown, all: shown, at },
  );
  expect(lines.map((l) => [l.memberId, l.outcome, l.set])).toEqual([
    ['B', 'change', { start: '2026-02-01' }],
    ['C', 'left-out', { end: '2025-12-31' }],
    [null, 'left-out', { start: '2026-02-01' }],
  ]);
  expect(problems.map((p) => p.code)).toEqual(['dates-reversed', 'beyond-rows']);
  const sums = plan([['1'], ['2'], ['3']], {
    shown,
    all: shown,
    at: { row: 0, column: columns.indexOf('arrears') },
  });
  expect(sums.problems).toMatchObject([{ row: 3, column: 'A', code: 'not-editable', name: '' }]);
  expect(
    plan([['1', '2', '3']], { shown, all: shown, at: { row: 0, column: columns.length - 2 } }).problems,
  ).toMatchObject([{ column: 'C', code: 'beyond-columns' }]);
});

/** Ten kinds of mistakes in a roster of 2,000; each spoils one row in a known place. */
const mistakes: readonly (readonly [column: number, text: string, code: string])[] = [
  [0, '', 'name-missing'],
  [1, '110101197001011015', 'id-checksum'],
  [1, '1.10101E+17', 'id-lost-digits'],
  [2, '1380000', 'phone-invalid'],
  [3, '2026-02-30', 'date-invalid'],
  [3, '2026年3月', 'date-day-missing'],
  [5, '六千元左右', 'amount-invalid'],
  [5, '-500', 'amount-negative'],
  [5, '#REF!', 'cell-error'],
  [6, '若干', 'unit-invalid'],
  [4, '2020-01-01', 'dates-reversed'],
];

test('of 2,000 rows with ten kinds of mistakes nothing is lost: each is named, and can be copied back', () => {
  const rows = rosterLines(2000).map((l, i) => [
    l.name,
    l.id,
    `138${String(i).padStart(8, '0')}`,
    '2025-03-01',
    '2026-06-30',
    String(5000 + i),
    '月',
  ]);
  const wrong = new Map<number, string>();
  mistakes.forEach(([column, text, code], kind) => {
    for (let n = 0; n < 7; n++) {
      const row = 11 + kind * 150 + n * 17;
      const cells = rows[row];
      if (cells) cells[column] = text;
      wrong.set(row + 2, code);
    }
  });
  // And one number twice, which no cell shows by itself.
  const [first, twice] = [rows[3], rows[1990]];
  if (first && twice) twice[1] = first[1] ?? '';
  wrong.set(1992, 'id-twice-in-block');
  const heading = ['姓名', '身份证号', '电话', '入职日期', '离职日期', '工资标准', '计价方式'];
  const text = formatBlock([heading, ...rows]);
  const block = parseBlock(text);
  const result = plan(block);
  expect(new Map(result.problems.map((p) => [p.row, p.code]))).toEqual(wrong);
  expect(result.counts).toMatchObject({ add: 2000 - wrong.size, 'left-out': wrong.size, skipped: 1 });
  expect(result.problems.find((p) => p.code === 'dates-reversed')).toMatchObject({
    column: 'E',
    field: 'end',
  });
  const left = leftOutBlock(block, result, (p) => p.code);
  expect(left[0]?.slice(0, 7)).toEqual(heading);
  expect(left.slice(1).map((r) => r.slice(0, 7))).toEqual(
    [...wrong.keys()].sort((a, b) => a - b).map((row) => rows[row - 2]),
  );
  // Mended in the spreadsheet and pasted again, they are taken.
  const mended = left
    .slice(1)
    .map((r, i) => [`样补${i}`, '', '', '2025-03-01', '', '6000', '月', ...r.slice(7)]);
  expect(plan([[...heading, '说明'], ...mended]).counts).toMatchObject({ add: wrong.size, 'left-out': 0 });
});

test('whatever is pasted, every row of it is accounted for and nothing throws', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('姓名', '身份证号', '合计', '2026-03-01', '5000', '#N/A', '𠮷样例', '', '1.1E+17', '月'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
      fc.nat(30),
      (block, column) => {
        const all = [target('A', { name: '样例甲' }), target('B', { name: '姓名' })];
        const result = plan(block, { all, shown: all, at: { row: 1, column } });
        expect(result.lines.map((l) => l.row)).toEqual(block.map((_, i) => i + 1));
        for (const line of result.lines.filter((l) => l.outcome === 'left-out'))
          expect(result.problems.some((p) => p.row === line.row && p.severity === 'error')).toBe(true);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});
