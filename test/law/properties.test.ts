import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import { calculate } from '../../shared/law/index.ts';
import { d, ctx as dated } from './support.ts';

// Without a today, so that days of service may run past what a claim of now can hold.
const { asOf: _, ...ctx } = dated;

const run = (id: string, inputs: unknown) => calculate(id, inputs, ctx);
const amount = (id: string, inputs: unknown): number => run(id, inputs).amountFen ?? Number.NaN;
const fenText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const wage = fc.integer({ min: 0, max: 100_000_000 });
const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays(d('2001-01-01'), n));
const quantity = fc.integer({ min: 0, max: 4000 }).map((n) => n / 10);

/** Calculators of one wage: a higher wage never lowers the claim while everything else stays. */
const monotonic: readonly [string, string, Record<string, unknown>][] = [
  [
    'economic-compensation',
    'avgMonthlyWage12m',
    { serviceYears: 7, serviceMonths: 3, localMinWage: 2330, above3x: false },
  ],
  ['unlawful-termination', 'avgMonthlyWage12m', { serviceYears: 11, localAvgMonthlyWage: 8000 }],
  ['payment-in-lieu-notice', 'lastMonthWage', { ground: 'art40-1', noticeGiven: false }],
  ['annual-leave-pay', 'avgMonthlyWage12mExclOvertime', { days: 7 }],
  ['overtime-pay', 'monthlyBase', { workdayHours: 13, restDayHours: 8, holidayHours: 3, alreadyPaid: 100 }],
  [
    'probation-damages',
    'postProbationMonthlyWage',
    { contractTermMonths: 12, performedProbationMonths: 5.5 },
  ],
  ['double-wage-no-contract', 'monthlyWage', { hireDate: '2025-01-15', lastWorkDay: '2025-09-03' }],
  ['reinstatement-wages', 'normalMonthlyWage', { from: '2025-01-15', to: '2025-04-02' }],
  ['non-compete-compensation', 'avgMonthlyWage12m', { localMinWage: 2330, months: 5 }],
  ['work-injury-suspension-pay', 'originalMonthlyWage', { months: 4, extraPaidDays: 9 }],
  ['work-injury-disability-grant', 'ownWage', { grade: 8, areaAvgMonthlyWage: 7646 }],
  ['work-injury-disability-allowance', 'ownWage', { grade: 2, localMinWage: 2330 }],
  ['wage-deduction-cap', 'monthlyWage', { localMinWage: 2330 }],
  ['court-fee', 'amount', { type: 'payment-order' }],
  ['court-fee', 'amount', { type: 'enforcement' }],
  ['late-interest-lpr', 'principal', { from: '2024-01-01', to: '2025-01-01' }],
  ['social-insurance-late-fee', 'arrears', { days: 33 }],
];

// Above three times the average with more than twelve years the law itself falls (the cliff): kept below eleven years.
test.each(monotonic)('%s rises with %s, is never negative and is whole fen', (id, field, rest) => {
  fc.assert(
    fc.property(wage, wage, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [x, y] = [
        amount(id, { ...rest, [field]: fenText(low) }),
        amount(id, { ...rest, [field]: fenText(high) }),
      ];
      expect(Number.isSafeInteger(x)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(x);
    }),
    { numRuns: 60 },
  );
});

test('one more day of service never lowers compensation', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 8000 }), (hireDate, n) => {
      const at = (lastDay: string) =>
        amount('economic-compensation', { hireDate, lastDay, avgMonthlyWage12m: 5000 });
      const last = addDays(hireDate, n);
      const [today, tomorrow] = [at(last), at(addDays(last, 1))];
      expect(tomorrow).toBeGreaterThanOrEqual(today);
      expect(today % 250_000).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('2N is twice N wherever service began after 2008', () => {
  fc.assert(
    fc.property(wage, fc.integer({ min: 0, max: 6000 }), (w, n) => {
      const inputs = {
        hireDate: '2009-02-28',
        lastDay: addDays(d('2009-02-28'), n),
        avgMonthlyWage12m: fenText(w),
        localAvgMonthlyWage: 7646,
      };
      // Both are rounded once: an odd half fen of N may show in 2N.
      const difference = amount('unlawful-termination', inputs) - 2 * amount('economic-compensation', inputs);
      expect(Math.abs(difference)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

test('the total is the sum of the rounded items', () => {
  const worker = fc.record({
    name: fc.constantFrom('甲', '乙', '𠮷'),
    dayRate: wage.map(fenText),
    days: quantity,
    paid: wage.map(fenText),
  });
  fc.assert(
    fc.property(fc.array(worker, { minLength: 1, maxLength: 12 }), (workers) => {
      const outcome = run('unpaid-wages-roster', { workers });
      const result = outcome.result as { perWorker: number[]; total: number };
      const fen = result.perWorker.map((y) => Math.round(y * 100));
      expect(fen.reduce((a, b) => a + b, 0)).toBe(outcome.amountFen);
      expect(fen.every((f) => f >= 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('double wage never passes eleven months and its whole is its parts', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), wage, (hireDate, n, w) => {
      const inputs = { hireDate, lastWorkDay: addDays(hireDate, n), monthlyWage: fenText(w) };
      const outcome = run('double-wage-no-contract', inputs);
      const result = outcome.result as { months: number };
      expect(result.months).toBeLessThanOrEqual(11);
      expect(outcome.amountFen).toBeGreaterThanOrEqual(0);
      const parts = outcome.lines.slice(1, -1).reduce((sum, l) => sum + (l.amountFen ?? 0), 0);
      if (result.months > 0) expect(parts).toBe(outcome.amountFen);
    }),
    { numRuns: 150 },
  );
});

test('leave days lie between nothing and the entitlement', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(5, 10, 15),
      fc.integer({ min: 0, max: 40 }),
      (lastDay, entitlement, taken) => {
        const inputs = { event: 'termination', lastDay, entitlement, taken: taken / 2 };
        const { days } = run('annual-leave-days', inputs).result as { days: number };
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(entitlement);
      },
    ),
    { numRuns: 100 },
  );
});

describe('interest', () => {
  test('a period cut in two gives the same as the whole, but for one rounding', () => {
    fc.assert(
      fc.property(
        wage,
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 0, max: 1200 }),
        (principal, a, b) => {
          const [start, middle] = [d('2019-08-20'), addDays(d('2019-08-20'), a)];
          const end = addDays(middle, b);
          const at = (from: string, to: string) =>
            amount('late-interest-lpr', { principal: fenText(principal), from, to });
          expect(Math.abs(at(start, middle) + at(middle, end) - at(start, end))).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('payments never raise it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), wage, (n, paid) => {
        const inputs = { principal: 100_000, performanceDeadline: '2025-01-01', paidDate: '2025-03-01' };
        const payments = [{ date: addDays(d('2025-01-01'), n), amount: fenText(paid) }];
        const whole = amount('delayed-performance-interest', inputs);
        expect(amount('delayed-performance-interest', { ...inputs, payments })).toBeLessThanOrEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

test('dependants together never pass the wage', () => {
  const kinds = fc.array(fc.constantFrom('child', 'parent', 'other', 'orphan-child', 'childless-elder'), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(wage, kinds, (w, dependants) => {
      const inputs = { item: 'dependants-pension', ownWage: fenText(w), dependants };
      const outcome = run('work-death-benefits', inputs);
      const { each } = outcome.result as { each: number[] };
      expect(outcome.amountFen).toBeLessThanOrEqual(w);
      expect(each.every((y) => y >= 0)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
