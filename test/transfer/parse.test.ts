import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/core/spreadsheet/index.ts';
import { rosterErrors } from '../../shared/features/transfer/roster.errors.ts';
import { groupByWorker } from '../../shared/features/transfer/roster.identity.ts';
import { parseRoster } from '../../shared/features/transfer/roster.parse.ts';
import { problemCodes, rowReasons } from '../../shared/features/transfer/roster.types.ts';
import { plainDate } from '../../shared/kernel/date.ts';
import { inventedId, makeSampleRoster, samplePath } from '../support/make-sample-roster.ts';
import { codes, first, matched, merge, parsed, sheetOf } from './sheets.ts';

const id = inventedId('1980-01-01', 101);
const sentences = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../resources/locales/${locale}/import.json`, import.meta.url), 'utf8'));

describe('amounts', () => {
  it.each([
    ['3,500元', 350_000],
    ['１２０００', 1_200_000],
    ['1.2万', 1_200_000],
    ['¥3 500.50', 350_050],
    [3500.1, 350_010],
    [0.1 + 0.2, 30],
    ['—', null],
  ])('%s', async (value, fen) => {
    const roster = await parsed([
      ['姓名', '应发', '电话'],
      ['赵甲', value, '13800000001'],
    ]);
    expect(roster.rows[0]?.arrears[0]?.gross ?? null).toBe(fen);
    expect(codes(roster)).toEqual(['2 id-missing warning']);
  });

  it.each([
    ['三千五', 'B2 amount-invalid error'],
    [-5, 'B2 amount-negative error'],
    ['3500.126元', 'B2 amount-rounded warning'],
    [9_000_000, 'B2 amount-absurd warning'],
    [new Date('2026-03-01'), 'B2 amount-invalid error'],
  ])('doubts %s', async (value, code) => {
    expect(
      codes(
        await parsed([
          ['姓名', '应发'],
          ['赵甲', value],
        ]),
      ),
    ).toContain(code);
  });

  it('compares what is owed, and refuses what is less than nothing', async () => {
    const roster = await parsed([
      ['姓名', '应发', '扣款', '已付', '欠付'],
      ['赵甲', 5000, 200, 1000, 3900],
      ['钱乙', 5000, null, 6000, -1000],
      ['孙丙', 5000, '-200', 1000, 3800],
      ['李丁', 5000, null, 6000, 0],
    ]);
    expect(codes(roster).filter((c) => !c.includes('id-missing'))).toEqual([
      'E2 owed-differs warning',
      'E3 owed-negative error',
      'D3 overpaid warning',
      'C4 deduction-sign warning',
      'D5 overpaid warning',
    ]);
    expect(roster.rows.map((r) => r.importable)).toEqual([true, false, true, true]);
    expect(roster.problems.find((p) => p.code === 'owed-differs')?.params).toEqual({
      stated: '3,900.00',
      computed: '3,800.00',
    });
    expect(roster.rows.map((r) => r.arrears[0]?.owed)).toEqual([390_000, 0, 380_000, 0]);
  });

  it('adds advances to payments unless the balance shows that they are in', async () => {
    const roster = await parsed([
      ['姓名', '应发', '已付', '生活费', '欠付'],
      ['赵甲', 5000, 1000, 500, 3500],
      ['钱乙', 5000, 1500, 500, 3500],
    ]);
    expect(roster.rows.map((r) => r.arrears[0]?.paid)).toEqual([150_000, 150_000]);
    expect(codes(roster)).toEqual(['2 id-missing warning', '3 id-missing warning']);
  });

  it('computes wages from rate and quantity, exactly', async () => {
    const roster = await parsed([
      ['姓名', '单价', '出勤', '应发'],
      ['赵甲', '300元/天', '22.5天', null],
      ['钱乙', '33.33元/小时', 7.5, null],
      ['孙丙', '8000/月', 20, null],
      ['李丁', 300, 10, 3500],
      ['周戊', null, 10, 3500],
    ]);
    expect(roster.rows.map((r) => [r.worker.wageUnit, r.arrears[0]?.gross])).toEqual([
      ['day', 675_000],
      ['hour', 24_998],
      ['month', null],
      ['day', 350_000],
      [null, 350_000],
    ]);
    expect(codes(roster)).toContain('D5 gross-differs warning');
  });

  it('doubts improbable rates and quantities, and refuses impossible quantities', async () => {
    const roster = await parsed(
      [
        ['姓名', '日工资', '出勤天数'],
        ['赵甲', 100_000, 400],
      ],
      { defaultPeriod: { from: plainDate('2026-03-01'), to: plainDate('2026-03-31') } },
    );
    expect(codes(roster)).toEqual(
      expect.arrayContaining(['B2 rate-absurd warning', 'C2 quantity-absurd error']),
    );
    expect(roster.rows[0]?.importable).toBe(false);
    const march = { defaultPeriod: { from: plainDate('2026-03-01'), to: plainDate('2026-03-31') } };
    const found = async (rate: string, unit: string, quantity: number) => {
      const rows = [
        ['姓名', rate, unit],
        ['赵甲', 30, quantity],
      ];
      return codes(await parsed(rows, march)).filter((c) => c.startsWith('C'));
    };
    expect(await found('日工资', '出勤天数', 31)).toEqual([]);
    expect(await found('日工资', '出勤天数', 45)).toEqual(['C2 quantity-above-period warning']);
    expect(await found('日工资', '出勤天数', 94)).toEqual(['C2 quantity-absurd error']);
    expect(await found('小时工资', '工时', 372)).toEqual([]);
    expect(await found('小时工资', '工时', 744)).toEqual(['C2 quantity-above-period warning']);
    expect(await found('小时工资', '工时', 745)).toEqual(['C2 quantity-absurd error']);
    expect(await found('计件单价', '件数', 99_999)).toEqual([]);
    // Without a rate nothing says that it is time.
    expect(await found('欠付', '数量', 99_999)).toEqual(['C2 quantity-above-period warning']);
  });

  it('refuses an amount merged over several workers, but not over one worker’s rows', async () => {
    const header = ['姓名', '月份', '欠付'];
    const rows = [header, ['赵甲', '2026年3月', 5000], ['钱乙', '2026年3月', null]];
    expect(codes(await parsed(rows, {}, [merge(1, 2, 2, 2)])).filter((c) => c.startsWith('C'))).toEqual([
      'C2 amount-merged error',
      'C3 amount-merged error',
    ]);
    const own = [header, ['赵甲', '2026年3月', 5000], [null, '2026年4月', null]];
    const roster = await parsed(own, {}, [merge(1, 0, 2, 0), merge(1, 2, 2, 2)]);
    expect(roster.rows.map((r) => [r.worker.name, r.arrears[0]?.owed ?? null])).toEqual([
      ['赵甲', 500_000],
      ['赵甲', null],
    ]);
  });
});

describe('dates and periods', () => {
  it.each([
    ['2026.3.1', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['3月1日', '2026-03-01'],
    [20260301, '2026-03-01'],
    ['２０２６－０３－０１', '2026-03-01'],
    [46082, '2026-03-01'],
    [new Date('2026-03-01'), '2026-03-01'],
    ['2026年3月', null],
    ['至今', null],
  ])('%s', async (value, date) => {
    const roster = await parsed(
      [
        ['姓名', '离场时间'],
        ['赵甲', value],
      ],
      { defaultYear: 2026 },
    );
    expect(roster.rows[0]?.worker.endDate).toBe(date);
    expect(roster.rows[0]?.importable).toBe(true);
  });

  it('refuses dates that do not exist, lack a year or run backwards', async () => {
    const roster = await parsed(
      [
        ['姓名', '进场时间', '离场时间'],
        ['赵甲', '2026.2.30', null],
        ['钱乙', '3月1日', null],
        ['孙丙', '2026.3.5', '2026.3.1'],
        ['李丁', '2026.3', '2027.1.1'],
      ],
      { today: plainDate('2026-06-01') },
    );
    expect(codes(roster).filter((c) => c.includes('date'))).toEqual([
      'B2 date-invalid error',
      'B3 date-year-missing error',
      'C4 dates-reversed error',
      'B5 date-day-missing warning',
      'C5 date-future warning',
    ]);
  });

  it.each([
    ['2026年3月', '2026-03-01', '2026-03-31'],
    [202602, '2026-02-01', '2026-02-28'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['3月', '2026-03-01', '2026-03-31'],
    ['2026.3-2026.5', '2026-03-01', '2026-05-31'],
    ['2026年3月至5月', '2026-03-01', '2026-05-31'],
    ['3-5月', '2026-03-01', '2026-05-31'],
    ['2026年11月至1月', '2026-11-01', '2027-01-31'],
    ['2026.3.1-2026.3.20', '2026-03-01', '2026-03-20'],
    ['2026-03-01至2026-04-15', '2026-03-01', '2026-04-15'],
  ])('period %s', async (value, from, to) => {
    const roster = await parsed(
      [
        ['姓名', '欠薪期间', '欠付'],
        ['赵甲', value, 5],
      ],
      { defaultYear: 2026 },
    );
    expect(roster.rows[0]?.arrears[0]?.period).toEqual({ from, to });
  });

  it('spreads one payment over the months, earliest first', async () => {
    const roster = await parsed([
      ['姓名', '2026年1月', '2月', '3月', '合计', '已付'],
      ['赵甲', 5000, 5000, 5000, 15000, 6000],
      ['钱乙', 5000, null, 4000, 9500, null],
    ]);
    expect(roster.rows[0]?.arrears.map((a) => a.owed)).toEqual([0, 400_000, 500_000]);
    expect(roster.rows[1]?.arrears.map((a) => [a.period?.from, a.owed])).toEqual([
      ['2026-01-01', 500_000],
      ['2026-03-01', 400_000],
    ]);
    expect(codes(roster).filter((c) => !c.includes('id-missing'))).toEqual([
      'F2 paid-spread warning',
      'E3 months-differ-from-total warning',
    ]);
  });
});

describe('people', () => {
  it('checks identity numbers', async () => {
    const bad = id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
    const values = [
      id,
      ` ${id.slice(0, 6)} ${id.slice(6)} `,
      bad,
      '110101800101101',
      '11010119801301101X',
      '12',
      'E12345678',
      Number(id),
      '1.10101E+17',
    ];
    const roster = await parsed([
      ['姓名', '身份证号'],
      ...values.map((v, i) => [`甲${'一二三四五六七八九'[i]}`, v]),
    ]);
    expect(codes(roster)).toEqual([
      'B3 id-other-name error',
      'B4 id-checksum error',
      'B5 id-15-digits error',
      'B6 id-birth-invalid error',
      'B7 id-invalid error',
      'B8 id-other-document warning',
      'B9 id-number-lost-digits error',
      'B10 id-number-lost-digits error',
    ]);
    expect(roster.rows[0]?.worker).toMatchObject({ sex: 'male', birth: '1980-01-01', idNumber: id });
  });

  it('accepts a lower-case x', async () => {
    const withX = Array.from({ length: 60 }, (_, i) => inventedId('1980-01-01', 101 + i)).find((v) =>
      v.endsWith('X'),
    );
    const roster = await parsed([
      ['姓名', '身份证号'],
      ['赵甲', withX?.toLowerCase() ?? ''],
    ]);
    expect(roster.rows[0]?.worker.idNumber).toBe(withX);
    expect(withX).toBeDefined();
  });

  it('keeps names whole and cleans what is not part of them', async () => {
    const long = '𠮷'.repeat(40);
    const given = [
      '王 二',
      '买买提•艾力',
      'John  Smith',
      '王五（班长）',
      long,
      '王😀',
      '李\uE863',
      '𬭎\u3000𠮷',
    ];
    const roster = await parsed([['姓名', '电话'], ...given.map((n, i) => [n, `1380000000${i}`])]);
    expect(roster.rows.map((r) => r.worker.name)).toEqual([
      '王二',
      '买买提·艾力',
      'John Smith',
      '王五',
      long,
      '王😀',
      '李\uE863',
      '𬭎𠮷',
    ]);
    expect(roster.rows[3]?.worker.note).toBe('班长');
    expect(codes(roster).filter((c) => c.startsWith('A'))).toEqual([
      'A5 name-note-split warning',
      'A7 name-odd warning',
      'A8 name-private-character warning',
    ]);
  });

  it('compares sex and birth with the identity number, and checks telephones', async () => {
    const roster = await parsed([
      ['姓名', '性别', '身份证号', '出生日期', '电话', '卡号'],
      ['赵甲', '女', id, '1981.1.1', '1380000', '62220000'],
      ['钱乙', '男', null, null, '+86 138-0000-0002 / 010-88880000', Number('6222000011112222333')],
    ]);
    expect(codes(roster)).toEqual([
      'B2 sex-differs-from-id warning',
      'D2 birth-differs-from-id warning',
      'E2 phone-invalid warning',
      'C3 id-missing warning',
      'F3 bank-account-lost-digits warning',
    ]);
    expect(roster.rows[1]?.worker.phone).toBe('13800000002');
  });

  it('finds repetitions, and tells months of one person from them', async () => {
    const other = inventedId('1981-01-01', 101);
    const roster = await parsed([
      ['姓名', '身份证号', '电话', '月份', '欠付'],
      ['赵甲', id, null, '2026年1月', 1],
      ['赵甲', id, null, '2026年2月', 2],
      ['赵甲', id, null, '2026年2月', 2],
      ['钱乙', null, '13800000002', '2026年1月', 1],
      ['钱乙', null, '13800000002', '2026年1月', 1],
      ['孙丙', null, null, '2026年1月', 1],
      ['孙丙', null, null, '2026年1月', 1],
      ['李丁', id, null, '2026年1月', 1],
      ['赵甲', other, null, '2026年1月', 1],
    ]);
    expect(codes(roster).filter((c) => !c.includes('id-missing'))).toEqual([
      'B4 duplicate-id error',
      'C6 duplicate-name-phone warning',
      'A8 duplicate-name-no-id warning',
      'B9 id-other-name error',
    ]);
    const groups = groupByWorker(roster.rows);
    expect(groups.map((g) => [g.worker.name, g.sourceRows, g.repeatedRows, g.arrears.length])).toEqual([
      ['赵甲', [2, 3], [], 2],
      ['钱乙', [5, 6], [6], 1],
      ['孙丙', [7, 8], [8], 1],
      ['赵甲', [10], [], 1],
    ]);
  });
});

describe('rows', () => {
  it('leaves out totals, signatures, sections and repeated headers', async () => {
    const roster = await parsed(
      [
        ['姓名', '身份证号', '班组', '欠付'],
        ['木工班：某某', null, null, null],
        ['赵甲', id, null, 100],
        ['木工班小计', null, null, 100],
        ['姓名', '身份证号', '班组', '欠付'],
        ['钱乙', inventedId('1981-01-01', 101), '钢筋班', 100],
        [null, null, null, null],
        ['合 计', null, null, 200],
        ['制表人：样例', null, '审核：', '2026年4月1日'],
      ],
      {},
      [merge(1, 0, 1, 3)],
    );
    expect(roster.rows.map((r) => [r.sourceRow, r.worker.name, r.worker.team])).toEqual([
      [3, '赵甲', '木工班'],
      [6, '钱乙', '钢筋班'],
    ]);
    expect(roster.skipped.map((s) => [s.row, s.reason])).toEqual([
      [2, 'section'],
      [4, 'total'],
      [5, 'repeated-header'],
      [8, 'total'],
      [9, 'footer'],
    ]);
  });

  it('reports rows without a name and cells with errors', async () => {
    const sheet = await sheetOf([
      ['姓名', '身份证号', '欠付'],
      [null, id, 5],
      ['赵甲', inventedId('1981-01-01', 101), 1],
    ]);
    const broken = {
      ...sheet,
      hiddenRows: [2],
      rows: sheet.rows.map((r, i) =>
        i === 2 ? [...r.slice(0, 2), { kind: 'error' as const, text: '#REF!' }] : r,
      ),
    };
    const roster = parseRoster(broken, matched(sheet));
    expect(codes(roster)).toEqual(['A2 name-missing error', 'C3 cell-error error', '3 row-hidden warning']);
    expect(parseRoster(sheet, { ...matched(sheet), fields: {} }).problems.map((p) => p.code)).toEqual([
      'column-name-missing',
    ]);
  });

  it('reads ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [
      '赵甲',
      inventedId(`19${70 + (i % 30)}-0${1 + (i % 9)}-11`, Math.floor(i / 90)),
      3500 + i,
    ]);
    const roster = await parsed([['姓名', '身份证号', '欠付'], ...rows]);
    expect(roster.rows).toHaveLength(10_000);
    expect(roster.rows.at(-1)?.arrears[0]?.owed).toBe((3500 + 9_999) * 100);
  });
});

describe('sentences', () => {
  it('exist in both languages for every code, with the same placeholders', () => {
    const [zh, en] = [sentences('zh-CN'), sentences('en')];
    const codes = [...problemCodes, ...rowReasons].sort();
    expect(Object.keys(zh).sort()).toEqual(codes);
    expect(Object.keys(en).sort()).toEqual(codes);
    const holes = (s: string): string[] => [...new Set(s.match(/\{\{\w+\}\}/g))].sort();
    for (const code of codes) expect([code, holes(en[code] ?? '')]).toEqual([code, holes(zh[code] ?? '')]);
  });
});

describe('the sample', () => {
  it('is what its maker makes and has 21 good rows of 24', async () => {
    const book = await readSpreadsheet('样例.xlsx', readFileSync(samplePath));
    expect(book).toEqual(await readSpreadsheet('样例.xlsx', await makeSampleRoster()));
    const sheet = first(book.sheets);
    const roster = parseRoster(sheet, matched(sheet));
    expect(roster.rows).toHaveLength(24);
    expect(roster.rows.filter((r) => r.importable)).toHaveLength(21);
    expect(codes(roster)).toEqual([
      'D11 id-checksum error',
      'H15 date-year-assumed warning',
      'D16 id-missing warning',
      'D19 id-number-lost-digits error',
      'D28 duplicate-id error',
    ]);
    expect(roster.rows.map((r) => r.worker.name)).toContain('施𬭎');
    expect(roster.rows[1]?.worker.startDate).toBe('2026-01-01');
  });

  it('gives its bad rows back as a sheet that can be mended and read again', async () => {
    const sheet = first((await readSpreadsheet('样例.xlsx', readFileSync(samplePath))).sheets);
    const layout = matched(sheet);
    const roster = parseRoster(sheet, layout);
    const errors = rosterErrors(sheet, layout, roster, new Map(), sentences('zh-CN'), sentences('en'));
    if (!errors) throw new Error('the sample has errors');
    const again = first((await readSpreadsheet('坏行.xlsx', await writeSpreadsheet([errors]))).sheets);
    const problem = again.rows[errors.frozenRows]?.at(-1)?.text;
    expect(problem).toContain('第 11 行');
    expect(problem).toContain('校验码');
    expect(problem).toContain('check digit');
    expect(problem).not.toMatch(/\{\{/);
    const mended = {
      ...again,
      rows: again.rows.map((r, i) =>
        i < errors.frozenRows
          ? r
          : r.map((c, k) =>
              k === 3 ? { kind: 'text' as const, text: inventedId('1990-01-01', 101 + 2 * i) } : c,
            ),
      ),
    };
    const reread = parseRoster(mended, matched(mended));
    expect(reread.rows.map((r) => [r.importable, r.worker.team, r.arrears[0]?.period])).toEqual(
      roster.rows.filter((r) => !r.importable).map((r) => [true, r.worker.team, r.arrears[0]?.period]),
    );
  });
});
