import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '../../shared/kernel/money.ts';
import {
  calculate,
  chineseNumeral,
  chineseYear,
  parseChineseNumeral,
  parseRmbUppercase,
  plainCaseNumber,
  rmbUppercase,
  rmbUppercaseForms,
  rmbWordings,
} from '../../shared/law/index.ts';
import { decimal, plus, rational, times, toFen } from '../../shared/law/numbers/rational.ts';
import { calendar, failureOf } from './support.ts';

describe('amounts in capitals', () => {
  test.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角'],
    [100, '人民币壹元整'],
    [1000, '人民币壹拾元整'],
    [10_500, '人民币壹佰零伍元整'],
    [100_500, '人民币壹仟零伍元整'],
    [1_000_100, '人民币壹万零壹元整'],
    [10_000_000, '人民币壹拾万元整'],
    [10_010_000_100, '人民币壹亿零壹拾万零壹元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [100_000_000_000_000, '人民币壹万亿元整'],
    [100_000_000_000_100, '人民币壹万亿零壹元整'],
    [123_456_789_012_345, '人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
  ])('%i fen', (amount, expected) => {
    expect(rmbUppercase(fen(amount))).toBe(expected);
  });

  test('the printed wordings are among those understood, at most two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (n) => {
        const printed = rmbWordings(fen(n));
        expect(printed[0]).toBe(rmbUppercase(fen(n)));
        expect(printed.length).toBeLessThanOrEqual(2);
        expect(rmbUppercaseForms(fen(n))).toEqual(expect.arrayContaining([...printed]));
      }),
    );
    expect(rmbWordings(fen(3050))).toEqual(['人民币叁拾元零伍角', '人民币叁拾元伍角']);
    expect(rmbWordings(fen(5))).toEqual(['人民币伍分']);
  });

  test('the calculator reads both ways, and names what it cannot read', () => {
    const of = (input: object) => calculate('rmb-uppercase', input, { calendar });
    const read = of({ capitals: '人民币壹拾万零柒仟元伍角叁分' });
    expect(read).toMatchObject({
      amountFen: 10_700_053,
      result: { canonical: '人民币壹拾万柒仟元零伍角叁分' },
    });
    expect(of({ amount: '107000.53' }).result).toEqual(read.result);
    const issues = (input: object) => failureOf(() => of(input)).issues;
    expect(issues({ capitals: '拾元' })).toMatchObject([{ path: 'capitals', code: 'rmb-words-invalid' }]);
    expect(issues({})).toMatchObject([{ path: 'amount', code: 'required' }]);
    expect(issues({ amount: 1, capitals: '壹元整' })).toMatchObject([
      { path: 'capitals', code: 'one-form-only' },
    ]);
  });

  test('every allowed form reads back to the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (n) => {
        for (const form of rmbUppercaseForms(fen(n))) expect(parseRmbUppercase(form)).toBe(n);
      }),
    );
  });

  test('round amounts, where the zeros are, read back too', () => {
    const digits = fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(digits, (list) => {
        const n = Number(list.join(''));
        expect(parseRmbUppercase(rmbUppercase(fen(n)))).toBe(n);
      }),
    );
  });

  test('圆 and 正, with or without 人民币', () => {
    expect(parseRmbUppercase('壹仟圆正')).toBe(100_000);
    expect(parseRmbUppercase('人民币 壹佰元伍角整')).toBe(10_050);
  });

  test.each([
    '',
    '人民币',
    '元',
    '壹佰伍',
    '壹佰伍元',
    '拾元整',
    '壹拾拾元整',
    '壹分壹角',
    '一百元',
    '1000元',
    '壹元壹分整',
  ])('%s is refused', (text) => {
    expect(failureOf(() => parseRmbUppercase(text))).toMatchObject({
      issues: [{ code: 'rmb-words-invalid' }],
    });
  });

  test('a negative amount has no capitals', () => {
    expect(failureOf(() => rmbUppercase(fen(-1))).issues?.[0]?.code).toBe('amount-negative');
  });
});

test.each([
  [1, '一'],
  [10, '十'],
  [19, '十九'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1000, '一千'],
  [1005, '一千零五'],
  [9999, '九千九百九十九'],
])('%i in words', (n, words) => {
  expect(chineseNumeral(n)).toBe(words);
});

test('numerals outside their range are refused; years go digit by digit', () => {
  expect(failureOf(() => chineseNumeral(0)).code).toBe('invalid-input');
  expect(failureOf(() => chineseNumeral(1.5)).code).toBe('invalid-input');
  expect(chineseYear(2026)).toBe('二〇二六');
});

test('every numeral is read back, in capitals too', () => {
  for (let n = 1; n <= 9999; n++) {
    const words = chineseNumeral(n);
    if (parseChineseNumeral(words) !== n) expect(`${words} ${parseChineseNumeral(words)}`).toBe(n);
  }
  for (const [text, n] of [
    ['二〇二六', 2026],
    ['二零二六', 2026],
    ['○七', 7],
    ['壹仟零伍', 1005],
    ['两百', 200],
    ['一十二', 12],
  ] as const)
    expect(parseChineseNumeral(text)).toBe(n);
});

test.each([
  '',
  '零',
  '一百五',
  '十十',
  '一百零零五',
  '百零',
  '五一十',
  '二万',
  '二〇二六七',
  '甲',
  '一千五十',
])('“%s” is no numeral', (text) => {
  expect(failureOf(() => parseChineseNumeral(text))).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: 'number', code: 'number-invalid' }],
  });
});

test.each([
  ['（二〇二六）样劳人仲案字第一百二十三号', '〔2026〕样劳人仲案字第123号'],
  ['(2026)样0104民初五号', '〔2026〕样0104民初五号'],
  ['［二零二五年］样执字第十号之一', '〔2025〕样执字第10号之一'],
  ['【2024】样民终字一千零五号', '〔2024〕样民终字1005号'],
  // Names and places hold numerals that are none of the case number's.
  ['三亚市（一分院）第一百五号', '三亚市（一分院）第一百五号'],
  ['解释（一）字第二号', '解释（一）字第2号'],
])('the case number %s is %s', (text, plain) => {
  expect(plainCaseNumber(text)).toBe(plain);
});

describe('exact numbers', () => {
  test('a third three times is one, and a half rounds away from zero', () => {
    const third = rational(1n, 3n);
    expect(plus(plus(third, third), third)).toEqual(rational(1n));
    expect([5n, -5n, 4n].map((n) => toFen(rational(n, 10n)))).toEqual([1, -1, 0]);
  });

  test('the award that rounding twice gets wrong: 210000 ÷ 21.75 × 2 = 19310.34', () => {
    const daily = times(decimal('210000'), rational(100n, 2175n));
    expect(toFen(times(times(daily, rational(2n)), rational(100n)))).toBe(1_931_034);
  });

  test('what is no decimal is refused by name', () => {
    for (const text of ['', '1e5', 'NaN', '1.', '.5', '1,000']) {
      expect(failureOf(() => decimal(text, 'quantity'))).toMatchObject({ issues: [{ path: 'quantity' }] });
    }
  });
});
