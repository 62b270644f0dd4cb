import { describe, expect, it } from 'vitest';
import { looksLikeBlock, parseMonthsBlock } from '../../renderer/features/case/arrears/paste.ts';
import { formatPeriod, parsePeriod } from '../../renderer/features/case/arrears/period.ts';
import { findMobile, parsePeople, parsePersonLine } from '../../renderer/features/case/worker/paste.ts';

const id = '990101199001010013';

describe('a pasted line about a person', () => {
  it.each([
    [`张示例 ${id} 13800000001`],
    [`张示例\t${id}\t13800000001`],
    [`姓名：张示例，身份证号：${id}，电话：138 0000 0001`],
    [`13800000001 张示例 990101 19900101 0013`],
    [`张示例（男，${id}），联系电话+86 138-0000-0001。`],
    [`张示例　９９０１０１１９９００１０１００１３　１３８００００００１`],
  ])('reads %j', (text) => {
    const person = parsePersonLine(text);
    expect(person?.name).toBe('张示例');
    expect(person?.idNumber).toBe(id);
  });

  it('keeps rare and dotted names whole', () => {
    expect(parsePersonLine(`𠮷田示例 ${id}`)?.name).toBe('𠮷田示例');
    expect(parsePersonLine(`阿卜杜·示例 13800000001`)?.name).toBe('阿卜杜·示例');
    // A shape chosen by a selector, and a picture: kept for the clerk to see, not dropped.
    expect(parsePersonLine(`葛\u{E0101}示例 13800000001`)?.name).toBe('葛\u{E0101}示例');
    expect(parsePersonLine(`张😀示例 ${id}`)?.name).toBe('张😀示例');
  });

  it('raises a small x to the capital', () => {
    expect(parsePersonLine('张示例 99010119900101001x')?.idNumber).toBe('99010119900101001X');
  });

  it('leaves a lone name, a lone number and a sentence to the field', () => {
    expect(parsePersonLine('张示例')).toBeNull();
    expect(parsePersonLine(id)).toBeNull();
    expect(parsePersonLine('张示例 住在某某路')).toBeNull();
  });

  it('finds no phone inside an ID number', () => {
    expect(findMobile('110101138000000012')).toBeNull();
    expect(findMobile('打他电话13800000001就行')).toBe('13800000001');
  });

  it('reads several people, one a line', () => {
    expect(parsePeople(`姓名\t电话\n张示例\t13800000001\n李示例\t13800000002\n`).map((p) => p.name)).toEqual([
      '张示例',
      '李示例',
    ]);
  });
});

describe('a pay period', () => {
  it.each([
    ['2026-01', '2026-01-01', '2026-01-31'],
    ['2026年2月', '2026-02-01', '2026-02-28'],
    ['202402', '2024-02-01', '2024-02-29'],
    ['2026.1.5至2026.2.28', '2026-01-05', '2026-02-28'],
    ['2026-01-05~2026-01-20', '2026-01-05', '2026-01-20'],
    ['2026年1月~2026年3月', '2026-01-01', '2026-03-31'],
    ['２０２６－０１', '2026-01-01', '2026-01-31'],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to });
  });

  it('refuses what is no period', () => {
    for (const text of ['', '2026-13', '2026-02-30', '张示例', '2026-03~2026-01', '3月', '6000']) {
      expect(parsePeriod(text)).toBeNull();
    }
  });

  it('takes a bare month with a known year, and reads back what it writes', () => {
    const march = parsePeriod('3月', 2026);
    expect(march && formatPeriod(march)).toBe('2026-03');
    for (const text of ['2026-01', '2026-01-05~2026-01-20', '2026-01-05']) {
      const period = parsePeriod(text);
      expect(period && formatPeriod(period)).toBe(text);
    }
  });
});

describe('a pasted block of months', () => {
  it('matches columns by their heading, skips totals', () => {
    const text =
      '月份\t出勤天数\t日工资\t扣款\t已付\t备注\n2026年1月\t26\t300\t50\t2,000.00\t垫付\n2026年2月\t20.5\t300\t\t0\t\n合计\t46.5\t\t\t2000\t';
    const { rows, skipped } = parseMonthsBlock(text, 'day', null);
    expect(skipped).toBe(1);
    expect(
      rows.map((r) => [r.period, r.quantity, r.rate, r.deductions[0]?.amount, r.paid[0]?.amount, r.note]),
    ).toEqual([
      ['2026-01', '26', '300', '50', '2000.00', '垫付'],
      ['2026-02', '20.5', '300', undefined, undefined, ''],
    ]);
  });

  it('reads bare columns by position', () => {
    const { rows } = parseMonthsBlock(
      '2026-01\t6000\n2026-02\t6000\t1000\n2026-03\t20\t300\t500',
      'month',
      null,
    );
    expect(rows.map((r) => [r.rate, r.paid[0]?.amount ?? ''])).toEqual([
      ['6000', ''],
      ['6000', '1000'],
      ['300', '500'],
    ]);
  });

  it('makes a fixed sum of a gross amount without a rate', () => {
    const { rows } = parseMonthsBlock('月份\t应发\t实发\n2026-01\t5800\t800', 'month', null);
    expect(rows[0]).toMatchObject({ unit: 'fixed', quantity: '1', rate: '5800', paid: [{ amount: '800' }] });
  });

  it('believes a heading that names the unit, and small rates beside days', () => {
    const headed = parseMonthsBlock('月份\t天数\t日工资\t已付\n2026年1月\t26\t300\t2000', 'month', null);
    expect(headed.rows[0]).toMatchObject({ unit: 'day', quantity: '26', rate: '300' });
    const bare = parseMonthsBlock('2026-01\t26\t300\t2000', 'month', null);
    expect(bare.rows[0]).toMatchObject({ unit: 'day', quantity: '26', rate: '300' });
  });

  it('brings a negative amount into its column, where it is refused', () => {
    for (const paid of ['-500', '−500', '(500)', '（500）']) {
      const { rows } = parseMonthsBlock(`2026-01\t6000\t${paid}`, 'month', null);
      expect(rows[0]).toMatchObject({ rate: '6000', paid: [{ amount: '-500' }], note: '' });
    }
  });

  it('does not multiply a monthly wage by the days worked', () => {
    const { rows } = parseMonthsBlock('月份\t出勤\t月工资\n2026-01\t26\t6000', 'month', null);
    expect(rows[0]).toMatchObject({ unit: 'month', quantity: '1', rate: '6000' });
  });

  it('tells a block from the content of one cell', () => {
    expect(looksLikeBlock('2026-01\n')).toBe(false);
    expect(looksLikeBlock('2026-01\t6000')).toBe(true);
  });
});
