import { describe, expect, it } from 'vitest';
import { matchColumns, overrideColumns } from '../../shared/features/transfer/roster.columns.ts';
import { parseRoster } from '../../shared/features/transfer/roster.parse.ts';
import type { RosterField } from '../../shared/features/transfer/roster.types.ts';
import { matched, merge, parsed, sheetOf } from './sheets.ts';

describe('columns', () => {
  const headers: [string, RosterField][] = [
    ['工人姓名', 'name'],
    ['身份证号码', 'idNumber'],
    ['证件号', 'idNumber'],
    ['手机号', 'phone'],
    ['联系方式', 'phone'],
    ['送达地址', 'mailAddress'],
    ['身份证地址', 'address'],
    ['工 种', 'trade'],
    ['所属班组', 'team'],
    ['进场时间', 'startDate'],
    ['退场日期', 'endDate'],
    ['日工资（元）', 'rate'],
    ['单价', 'rate'],
    ['出勤天数（天）', 'quantity'],
    ['工程量', 'quantity'],
    ['欠薪期间', 'period'],
    ['起止时间', 'period'],
    ['应发工资', 'gross'],
    ['扣款', 'deduction'],
    ['生活费', 'paid'],
    ['已支付金额', 'paid'],
    ['尚欠工资', 'owed'],
    ['剩余未付', 'owed'],
    ['户名', 'bankHolder'],
    ['开户行', 'bankName'],
    ['银行卡号', 'bankAccount'],
    ['计价方式', 'wageUnit'],
    ['备注', 'note'],
  ];
  it.each(headers)('%s holds %s', async (header, field) => {
    const other = field === 'name' ? '电话' : '姓名';
    const match = matched(
      await sheetOf([
        [other, header],
        ['甲', '乙'],
      ]),
    );
    expect(match.fields[field]).toBe(1);
  });

  it('does not take another person’s telephone, a signature or an age', async () => {
    const match = matched(await sheetOf([['姓名', '班组长电话', '年龄', '本人签字', '电话']]));
    expect(match.fields).toEqual({ name: 0, phone: 4 });
  });

  it('skips titles and reads period and unit from them', async () => {
    const sheet = await sheetOf(
      [
        ['某某项目2026年3月工人工资表'],
        ['单位：万元', null, '制表日期：2026年4月2日'],
        ['姓名', '应发', '欠发'],
        ['赵甲', 0.35, '1.2'],
      ],
      [merge(0, 0, 0, 2)],
    );
    const match = matched(sheet);
    expect(match).toMatchObject({
      headerTop: 2,
      dataTop: 3,
      amountUnit: 'wan',
      titlePeriod: { from: '2026-03-01', to: '2026-03-31' },
    });
    expect(parseRoster(sheet, match).rows[0]?.arrears[0]).toMatchObject({ gross: 350_000, owed: 1_200_000 });
  });

  it('joins a header of two rows with merged groups', async () => {
    const rows = [
      ['姓名', '工资', null, null, '备注'],
      [null, '应发', '已发', '欠发', null],
      ['赵甲', 100, 40, 60, null],
    ];
    const merges = [merge(0, 0, 1, 0), merge(0, 1, 0, 3), merge(0, 4, 1, 4)];
    for (const m of [merges, [merge(0, 1, 0, 3)], []]) {
      const match = matched(await sheetOf(rows, m));
      expect(match.dataTop).toBe(2);
      expect(match.fields).toMatchObject({ name: 0, gross: 1, paid: 2, owed: 3 });
    }
  });

  it('reads spans from 起 and 止 under their group', async () => {
    const rows = [
      ['姓名', '务工时间', null, '工资', null, null, '进退场时间', null],
      [null, '起', '止', '日工资', '天数', '欠付金额', '起', '止'],
      ['赵甲', '2026.1.1', new Date('2026-02-28'), 300, 40, 12000, '2025.12.1', '2026.3.1'],
    ];
    const merges = [merge(0, 1, 0, 2), merge(0, 3, 0, 5), merge(0, 6, 0, 7)];
    const roster = await parsed(rows, {}, merges);
    expect(roster.rows[0]?.arrears).toMatchObject([
      { period: { from: '2026-01-01', to: '2026-02-28' }, quantity: '40', gross: 1_200_000, owed: 1_200_000 },
    ]);
    expect(roster.rows[0]?.worker).toMatchObject({
      startDate: '2025-12-01',
      endDate: '2026-03-01',
      rate: 30_000,
    });
  });

  it('finds months and lets the year run on', async () => {
    const match = matched(
      await sheetOf([
        ['姓名', '2025年11月', '12月工资', '1月', '合计'],
        ['赵甲', 1, 2, 3, 6],
      ]),
    );
    expect(match.months).toEqual([
      { column: 1, year: 2025, month: 11, amount: 'gross' },
      { column: 2, year: 2025, month: 12, amount: 'gross' },
      { column: 3, year: 2026, month: 1, amount: 'gross' },
    ]);
    expect(match.fields.gross).toBe(4);
  });

  it('reads months of two rows and dates as months', async () => {
    const rows = [
      ['姓名', new Date('2026-03-01'), null, '4月', null],
      [null, '应发', '已发', '应发', '已发'],
      ['赵甲', 5000, 1000, 6000, 500],
    ];
    const roster = await parsed(rows, {}, [merge(0, 1, 0, 2), merge(0, 3, 0, 4)]);
    expect(roster.rows[0]?.arrears).toMatchObject([
      { period: { from: '2026-03-01' }, gross: 500_000, paid: 100_000, owed: 400_000 },
      { period: { from: '2026-04-01' }, gross: 600_000, paid: 50_000, owed: 550_000 },
    ]);
  });

  it('reads the year from a group above the months, not from a title', async () => {
    const rows = [
      ['某某项目2025年12月至2026年2月工人工资汇总表', null, null],
      ['姓名', '2026年', null],
      [null, '1月', '2月'],
      ['赵甲', 5000, 6000],
    ];
    const match = matched(await sheetOf(rows, [merge(0, 0, 0, 2), merge(1, 1, 1, 2)]));
    expect([match.dataTop, match.months.map((m) => [m.year, m.month])]).toEqual([
      3,
      [
        [2026, 1],
        [2026, 2],
      ],
    ]);
  });

  it('does not take net pay for a payment unless arrears stand beside it', async () => {
    expect(matched(await sheetOf([['姓名', '应发', '扣款', '实发']])).fields.paid).toBeUndefined();
    expect(matched(await sheetOf([['姓名', '应发', '实发', '欠发']])).fields.paid).toBe(2);
  });

  it('bears a header with the days of a month', async () => {
    const days = Array.from({ length: 31 }, (_, i) => i + 1);
    const body = ['赵甲', ...days.map(() => 1), 31, 300];
    const one = matched(await sheetOf([['姓名', ...days, '合计工日', '单价'], body]));
    expect([one.dataTop, one.fields]).toEqual([1, { name: 0, quantity: 32, rate: 33 }]);
    const rows = [
      ['姓名', '考勤', ...days.slice(1).map(() => null), '合计工日', '单价'],
      [null, ...days, null, null],
      body,
    ];
    const roster = await parsed(rows, {}, [merge(0, 0, 1, 0), merge(0, 1, 0, 31)]);
    expect(roster.rows.map((r) => [r.worker.name, r.arrears[0]?.gross])).toEqual([['赵甲', 930_000]]);
  });

  it('obeys the user', async () => {
    const sheet = await sheetOf([
      ['姓名', '号', '数'],
      ['赵甲', '13800000001', 5],
    ]);
    expect(matchColumns(sheet)).toBeNull();
    const found = matched(
      await sheetOf([
        ['姓名', '电话', '备用'],
        ['赵甲', 'x', '13800000001'],
      ]),
    );
    const layout = overrideColumns(found, { phone: 2, note: 1 });
    expect(layout.fields).toEqual({ name: 0, phone: 2, note: 1 });
    expect(overrideColumns(found, { phone: null }).fields.phone).toBeNull();
  });
});
