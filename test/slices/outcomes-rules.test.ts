import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClauseFacts,
  clauseIssues,
  defaultClauses,
  renderClause,
  tokensOf,
} from '../../shared/features/outcomes/clauses.rules.ts';
import { allocate, type DueSum, ledgerOf } from '../../shared/features/outcomes/ledger.rules.ts';
import {
  columnSums,
  givenUpOf,
  partOf,
  percentText,
  type SettlementLine,
  settlementWarnings,
  spread,
} from '../../shared/features/outcomes/settlement.rules.ts';
import {
  apportion,
  monthlyDates,
  shareOut,
  splitEqually,
} from '../../shared/features/outcomes/split.rules.ts';
import { addDays, plainDate } from '../../shared/kernel/date.ts';
import { fen } from '../../shared/kernel/money.ts';

const amount = (max = 10_000_000_000) => fc.integer({ min: 0, max }).map(fen);
const sum = (of: readonly number[]): number => of.reduce((s, v) => s + v, 0);

test('shares add up to the sum, none is negative, none is above its weight', () => {
  fc.assert(
    fc.property(
      fc.array(amount(), { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (w, part) => {
        const all = sum(w);
        const total = fen(Math.floor(all * part));
        const shares = apportion(total, w);
        expect(sum(shares)).toBe(total);
        for (const [i, s] of shares.entries()) {
          expect(s).toBeGreaterThanOrEqual(0);
          expect(s).toBeLessThanOrEqual(w[i] ?? 0);
        }
      },
    ),
  );
});

test('equal weights differ by a fen at most, and the earlier get it', () => {
  expect(apportion(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(apportion(fen(0), [0, 0])).toEqual([0, 0]);
});

test('instalments add up to the sum; only the one with the remainder differs', () => {
  fc.assert(
    fc.property(
      amount(),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('first' as const, 'last' as const),
      fc.constantFrom(1 as const, 100 as const),
      (total, count, remainder, step) => {
        const parts = splitEqually(total, count, remainder, step);
        expect(sum(parts)).toBe(total);
        const rest = remainder === 'first' ? parts.slice(1) : parts.slice(0, -1);
        expect(new Set(rest).size).toBeLessThanOrEqual(1);
        for (const p of rest) expect(p % step).toBe(0);
      },
    ),
  );
  expect(splitEqually(fen(1_000_000), 3, 'last', 100)).toEqual([333_300, 333_300, 333_400]);
  expect(splitEqually(fen(1_000_000), 3, 'first')).toEqual([333_334, 333_333, 333_333]);
});

test('a monthly date keeps its day, or the last of a shorter month', () => {
  expect(monthlyDates(plainDate('2027-01-31'), 3)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
});

test('instalments shared out add up by row and by column', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 12 }),
      (owed, count) => {
        const total = fen(sum(owed));
        const plan = splitEqually(total, count, 'last');
        const shares = shareOut(plan, owed.map(fen));
        for (const [i, row] of shares.entries()) expect(sum(row)).toBe(plan[i]);
        for (const [w, own] of owed.entries()) expect(sum(shares.map((row) => row[w] ?? 0))).toBe(own);
        expect(shares.flat().every((s) => s >= 0)).toBe(true);
      },
    ),
  );
});

const start = plainDate('2026-03-05');
const ledgerCase = fc
  .record({
    owed: fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 8 }),
    count: fc.integer({ min: 1, max: 6 }),
    paid: fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 300 }), amount: fc.integer({ min: 1, max: 1_500_000 }) }),
      {
        maxLength: 8,
      },
    ),
    today: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ owed, count, paid, today }) => {
    const total = fen(sum(owed));
    const plan = splitEqually(total, count, 'last');
    const shares = shareOut(plan, owed.map(fen));
    const dues = plan.map((_, i): DueSum => {
      const due = addDays(start, 30 * i);
      return {
        outcomeId: 'o',
        n: i + 1,
        due,
        lastDay: due,
        acceleration: true,
        shares: new Map(owed.map((_o, w) => [`w${w}`, shares[i]?.[w] ?? fen(0)])),
      };
    });
    return { total, dues, paid, today: addDays(start, today) };
  });

test('whatever is paid in whatever order: owed, paid and left add up, for each worker and in all', () => {
  fc.assert(
    fc.property(ledgerCase, ({ total, dues, paid, today }) => {
      const payments: Parameters<typeof ledgerOf>[1][number][] = [];
      let all = 0;
      for (const [i, p] of paid.entries()) {
        const before = ledgerOf(dues, payments, today);
        const { parts, overFen } = allocate(fen(p.amount), before, null, null);
        expect(sum(parts.map((part) => part.amountFen)) + overFen).toBe(p.amount);
        // Nobody gets more than is owed to him.
        for (const part of parts)
          expect(part.amountFen).toBeLessThanOrEqual(
            before.workers.find((w) => w.memberId === part.memberId)?.openFen ?? 0,
          );
        payments.push({ id: String(i), date: addDays(start, p.day), parts, overFen, toDue: null });
        all += p.amount;
      }
      const { totals, workers, dues: rows } = ledgerOf(dues, payments, today);
      expect(totals.grantedFen).toBe(total);
      expect(totals.paidFen + totals.openFen).toBe(total);
      expect(totals.paidFen + totals.overFen).toBe(all);
      expect(sum(workers.map((w) => w.openFen))).toBe(totals.openFen);
      expect(sum(rows.map((r) => r.amountFen))).toBe(total);
      expect(sum(rows.map((r) => r.paidFen))).toBe(totals.paidFen);
      expect(sum(rows.filter((r) => r.state === 'overdue').map((r) => r.openFen))).toBe(totals.overdueFen);
      // With acceleration one missed instalment makes everything claimable.
      expect(totals.claimableFen).toBe(totals.overdueFen > 0 ? totals.openFen : 0);
      // The oldest is full before the next gets anything.
      const firstOpen = rows.findIndex((r) => r.openFen > 0);
      if (firstOpen >= 0) for (const r of rows.slice(firstOpen + 1)) expect(r.paidFen).toBe(0);
    }),
  );
});

test('a payment goes to the instalment it was meant for, what is left to the oldest', () => {
  const share = new Map([['w', fen(100)]]);
  const due = (n: number, day: string): DueSum => ({
    outcomeId: 'o',
    n,
    due: plainDate(day),
    lastDay: plainDate(day),
    acceleration: false,
    shares: share,
  });
  const dues = [due(1, '2026-01-10'), due(2, '2026-02-10'), due(3, '2026-03-10')];
  const { dues: rows, totals } = ledgerOf(
    dues,
    [
      {
        id: 'p',
        date: plainDate('2026-02-01'),
        parts: [{ memberId: 'w', amountFen: fen(130) }],
        overFen: fen(0),
        toDue: { outcomeId: 'o', n: 2 },
      },
    ],
    plainDate('2026-02-10'),
  );
  expect(rows.map((r) => [r.paidFen, r.state, r.paidOn])).toEqual([
    [30, 'overdue', null],
    [100, 'paid', '2026-02-01'],
    [0, 'upcoming', null],
  ]);
  expect(totals).toMatchObject({ openFen: 170, overdueFen: 70, claimableFen: 70, overFen: 0 });
});

const line = (over: Partial<SettlementLine>): SettlementLine => ({
  memberId: 'w',
  item: 'arrears',
  calculator: 'unpaid-wages',
  claimedFen: fen(100_000),
  computedFen: fen(90_000),
  lowFen: null,
  undisputedFen: null,
  amountFen: null,
  ...over,
});

test('what is given up counts only what was said, and never sets more of one against less of another', () => {
  const lines = [line({ amountFen: fen(60_000) }), line({ amountFen: fen(150_000) }), line({})];
  expect(columnSums(lines)).toEqual({
    claimedFen: 300_000,
    computedFen: 270_000,
    lowFen: 270_000,
    amountFen: 210_000,
    open: 1,
    givenUpFen: 30_000,
    givenUpBp: 1667,
  });
  expect(percentText(1667)).toBe('16.67%');
  expect(percentText(2500)).toBe('25%');
  fc.assert(
    fc.property(fc.array(fc.tuple(amount(1e9), amount(1e9)), { minLength: 1, maxLength: 20 }), (rows) => {
      const all = rows.map(([computedFen, amountFen]) => line({ computedFen, amountFen }));
      const sums = columnSums(all);
      expect(sums.givenUpFen).toBe(sum(all.map(givenUpOf)));
      expect(sums.givenUpFen).toBeGreaterThanOrEqual(sums.computedFen - sums.amountFen);
    }),
  );
});

test('a worker’s one sum is spread to the fen over the worker’s items', () => {
  fc.assert(
    fc.property(
      amount(1e9),
      fc.array(fc.tuple(amount(1e8), amount(1e8)), { minLength: 1, maxLength: 9 }),
      (total, rows) => {
        const lines = rows.map(([computedFen, claimedFen]) => line({ computedFen, claimedFen }));
        expect(sum(spread(total, lines).map((l) => l.amountFen))).toBe(total);
      },
    ),
  );
  expect(partOf(fen(333_333), '80')).toBe(266_666);
  expect(partOf(fen(5), '50')).toBe(3);
  expect(partOf(fen(10_000), '33.33')).toBe(3_333);
});

test('the law’s warnings name the lines they are about', () => {
  const codes = (lines: SettlementLine[], workers = 1, dated = true) =>
    settlementWarnings(lines, { workers, dated }).map((w) => [w.code, w.lines]);
  expect(codes([line({ amountFen: fen(90_000) })])).toEqual([]);
  expect(
    codes([line({}), line({ amountFen: fen(50_000), undisputedFen: fen(60_000), lowFen: fen(55_000) })]),
  ).toEqual([
    ['below-undisputed', [1]],
    ['wages-given-up', [1]],
    ['below-lowest', [1]],
  ]);
  expect(codes([line({ calculator: 'economic-compensation', amountFen: fen(1) })])).toEqual([]);
  expect(codes([line({ amountFen: fen(90_000) })], 2, false).map(([code]) => code)).toEqual([
    'no-authority',
    'no-day',
  ]);
});

const facts: ClauseFacts = {
  payer: '样例建筑劳务有限公司',
  workers: [
    { name: '样例甲', amountFen: fen(700_000) },
    { name: '样例乙', amountFen: fen(300_000) },
  ],
  items: [{ title: '拖欠劳动报酬', amountFen: fen(1_000_000) }],
  totalFen: fen(1_000_000),
  plan: {
    instalments: [
      { due: plainDate('2026-12-20'), amountFen: fen(500_000) },
      { due: plainDate('2027-01-20'), amountFen: fen(500_000) },
    ],
    restDay: 'next',
    remainder: 'last',
    acceleration: true,
  },
  performBy: null,
  settlesAll: false,
  form: 'mediation',
};

test('the clauses take every figure from the columns', () => {
  const tokens = tokensOf(facts);
  const text = defaultClauses(facts)
    .map((c) => renderClause(c.text, tokens))
    .join('\n');
  expect(text).toContain('向样例甲等2人支付款项共计10,000.00元（大写：人民币壹万元整）');
  expect(text).toContain('样例甲：7,000.00元；样例乙：3,000.00元');
  expect(text).toContain('第1期5,000.00元，于2026年12月20日前付清；第2期5,000.00元，于2027年1月20日前付清');
  expect(text).not.toMatch(/[{}]/);
  expect(clauseIssues(defaultClauses(facts), tokens)).toEqual([]);
});

test('a typed sum and an unknown name are refused, other words are not', () => {
  const tokens = tokensOf(facts);
  const issues = (text: string) => clauseIssues([{ id: 'x', text }], tokens).map((i) => i.code);
  for (const typed of ['共计10000元', '共计 9,000.5 元', '¥800', '壹万元', '１０００元', '5万元'])
    expect(issues(typed)).toEqual(['clause-figure-typed']);
  expect(issues('共计{总数}')).toEqual(['clause-token-unknown']);
  expect(issues('双方于三日内办理离职手续，{付款方}出具证明。')).toEqual([]);
});
