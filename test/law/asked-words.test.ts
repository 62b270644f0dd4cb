import { describe, expect, test } from 'vitest';
import { calculate } from '../../shared/law/index.ts';
import { ctx } from './support.ts';

describe('a migrant worker is exempt by what is claimed, as an id or in words', () => {
  const means = (claim: string, migrantWorker = true): unknown =>
    calculate('legal-aid-means', { migrantWorker, claim }, ctx).result;
  test.each([
    'unpaid-wages',
    'unpaid-wages-roster',
    'overtime-pay',
    'minimum-wage-differential',
    'work-injury',
    'work-injury-disability-grant',
    'work-death-benefits',
    'illegal-unit-injury-lump',
    '拖欠工资',
    '工伤赔偿',
  ])('%s', (claim) => expect(means(claim)).toEqual({ meansTest: 'exempt' }));
  test.each([
    'economic-compensation',
    'double-wage',
    '二倍工资差额',
    '未休年休假工资',
    'payment-in-lieu-notice',
  ])('%s is looked at', (claim) => expect(means(claim)).toEqual({ meansTest: 'needs-local-threshold' }));
  test('somebody else is looked at', () =>
    expect(means('unpaid-wages', false)).toEqual({ meansTest: 'needs-local-threshold' }));
});

describe('the heat allowance of a province that is only named', () => {
  const days = (province: string): unknown =>
    calculate('high-temperature-allowance', { unit: 'day', province, qualifyingDays: 11 }, ctx).amountFen;
  test('is that of its table', () => {
    expect(days('陕西省')).toBe(275_00);
    expect(days('陕西')).toBe(275_00);
  });
  test('goes before the office’s own place', () => {
    const result = calculate(
      'high-temperature-allowance',
      { unit: 'day', province: '陕西', qualifyingDays: 2 },
      { ...ctx, region: '510104' },
    );
    expect(result.amountFen).toBe(50_00);
  });
  test('an unknown name is named', () => {
    expect(() => days('某省')).toThrow(expect.objectContaining({ failure: expect.anything() }));
  });
});

describe('whether the base is below the minimum wage', () => {
  const codes = (inputs: object): string[] =>
    calculate(
      'economic-compensation',
      { serviceYears: 2, avgMonthlyWage12m: 6000, ...inputs },
      ctx,
    ).warnings.map((w) => w.code);
  test('is said to be unchecked where the minimum wage is not known', () =>
    expect(codes({})).toEqual(['floor-not-checked', 'cap-not-checked']));
  test('needs no check where the base is at or above the local average', () =>
    expect(codes({ localAvgMonthlyWage: 6000 })).toEqual([]));
  test('does below it', () => expect(codes({ localAvgMonthlyWage: 6000.01 })).toEqual(['floor-not-checked']));
  test('is checked where it is known', () =>
    expect(codes({ localAvgMonthlyWage: 7000, localMinWage: 2000 })).toEqual([]));
});
