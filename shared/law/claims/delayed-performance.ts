import { z } from 'zod';
import { daysBetween, maxDate, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import { dateSchema, yuanSchema } from '../input.ts';
import { decimal, minus, ofFen, plus, rational, times, toFen } from '../numbers/rational.ts';
import { decimalSchema } from '../reference/row.ts';
import { cite } from '../sources.ts';
import { claim, computed, line, warning, yuan } from './define.ts';
import { atLeastZero } from './values.ts';

const performanceSchema = z
  .strictObject({
    unpaidPrincipal: yuanSchema.optional(),
    days: z.int().min(0).max(36_600).optional(),
    principal: yuanSchema.optional(),
    /** Last day for performance; the day the document took effect when it sets none. */
    performanceDeadline: dateSchema.optional(),
    paidDate: dateSchema.optional(),
    /** Part payments before `paidDate`; they go to the principal first (解释 art. 4). */
    payments: z
      .array(z.strictObject({ date: dateSchema, amount: yuanSchema }))
      .max(500)
      .optional(),
    /** Days of suspension that the debtor did not seek (解释 art. 3(3)). */
    suspendedDays: z.int().min(0).max(36_600).optional(),
    /** Daily rate of general interest that the document itself grants, such as 0.0005. */
    generalInterestDaily: decimalSchema.optional(),
    generalInterestFrom: dateSchema.optional(),
  })
  .superRefine((input, ctx) => {
    const bad = (path: string, message = 'required'): void =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (input.unpaidPrincipal !== undefined) {
      if (input.days === undefined) bad('days');
      return;
    }
    if (input.principal === undefined) return bad('unpaidPrincipal');
    if (!input.performanceDeadline) bad('performanceDeadline');
    if (!input.paidDate) bad('paidDate');
    if (input.performanceDeadline && input.paidDate && input.paidDate < input.performanceDeadline)
      bad('paidDate', 'end-before-start');
    input.payments?.forEach((payment, i) => {
      // The day of full payment is the end: what came after it would be left out without a word.
      if (input.paidDate && payment.date > input.paidDate)
        ctx.addIssue({ code: 'custom', path: ['payments', i, 'date'], message: 'payment-after-end' });
    });
    if (
      input.generalInterestFrom &&
      input.performanceDeadline &&
      input.generalInterestFrom > input.performanceDeadline
    )
      bad('generalInterestFrom', 'end-before-start');
  });
type Performance = z.output<typeof performanceSchema>;

/** 1.75‱ a day, once and simple (法释〔2014〕8号 art. 1). */
const dailyRate = rational(175n, 1_000_000n);

/**
 * The doubled part of the interest on what is still unpaid (民事诉讼法 art. 264; 法释〔2014〕8号 art. 1): fen, rounded half up.
 * @param deadline last day for performance. @param end the day up to which it is counted; zero if not after `deadline`.
 */
export function doubledInterest(unpaid: Fen, deadline: PlainDate, end: PlainDate): Fen {
  const days = Math.max(0, daysBetween(deadline, end));
  return toFen(times(times(ofFen(unpaid), dailyRate), rational(BigInt(days))));
}

function runs(input: Performance) {
  const start = input.performanceDeadline;
  const end = input.paidDate;
  if (!start || !end) throw fieldError('performanceDeadline', 'required');
  let left: Fen = input.principal ?? zeroFen;
  let from = start;
  const out: { from: PlainDate; to: PlainDate; days: number; principal: Fen }[] = [];
  const push = (to: PlainDate): void => {
    if (to > from && left > 0) out.push({ from, to, days: daysBetween(from, to), principal: left });
    from = maxDate(from, to);
  };
  for (const payment of [...(input.payments ?? [])].sort((a, b) => a.date.localeCompare(b.date))) {
    push(payment.date);
    left = fen(Math.max(0, left - payment.amount));
  }
  push(end);
  return { out, days: daysBetween(start, end), start, end };
}

export const delayedPerformanceInterest = claim({
  id: 'delayed-performance-interest',
  title: { zh: '迟延履行加倍部分债务利息', en: 'Doubled interest for delayed performance' },
  summary: {
    zh: '未付本金 × 日万分之一点七五 × 迟延天数，单利，不再乘二；还款先抵本金。',
    en: 'Unpaid principal × 0.0175% × days of delay, simple, not doubled again; payments go to the principal first.',
  },
  input: performanceSchema,
  group: 'money',
  finality: 'none',
  limitation: 'ordinary',
  sources: [cite('civilProcedureLaw', '264'), cite('delayedInterest', '1, 2, 3, 4')],
  status: 'verified',
  example: { principal: 10000, performanceDeadline: '2025-07-03', paidDate: '2025-09-01' },
  compute: (input) => {
    if (input.unpaidPrincipal !== undefined) {
      const days = input.days ?? 0;
      const amount = toFen(times(times(ofFen(input.unpaidPrincipal), dailyRate), rational(BigInt(days))));
      const text = `${formatYuan(input.unpaidPrincipal)} × 0.0175% × ${days}`;
      return computed({
        result: yuan(amount),
        amountFen: amount,
        lines: [line(`${text}天 = ${formatYuan(amount)}元`, `${text} days = ${formatYuan(amount)}`, amount)],
        warnings: [onceOnly],
      });
    }
    const { out, days, start, end } = runs(input);
    const suspended = input.suspendedDays ?? 0;
    if (suspended > days) throw fieldError('suspendedDays', 'more-than-total');
    // Suspended days come off the principal that stood at the end, the smallest: never more than the debtor owes.
    const last = out.at(-1);
    const exact = out.reduce(
      (sum, r) => plus(sum, times(times(ofFen(r.principal), dailyRate), rational(BigInt(r.days)))),
      rational(0n),
    );
    const off =
      last && suspended > 0
        ? times(times(ofFen(last.principal), dailyRate), rational(BigInt(suspended)))
        : null;
    const doubled = toFen(atLeastZero(off ? minus(exact, off) : exact));
    const general = generalInterest(input, start, end);
    return computed({
      result: {
        days: days - suspended,
        doubledPart: yuan(doubled),
        ...(general ? { generalBefore: yuan(general.before), generalAfter: yuan(general.after) } : {}),
      },
      amountFen: doubled,
      lines: [
        ...out.map((r) => {
          const text = `${formatYuan(r.principal)} × 0.0175% × ${r.days}`;
          return line(`${r.from}次日至${r.to}：${text}天`, `after ${r.from} to ${r.to}: ${text} days`);
        }),
        ...(suspended > 0 ? [line(`扣除中止${suspended}天`, `less ${suspended} days of suspension`)] : []),
        line(`加倍部分${formatYuan(doubled)}元`, `doubled part ${formatYuan(doubled)}`, doubled),
        ...(general
          ? [
              line(
                `一般债务利息：期满前${formatYuan(general.before)}元，期满后${formatYuan(general.after)}元`,
                `general interest: ${formatYuan(general.before)} before the deadline, ${formatYuan(general.after)} after`,
              ),
            ]
          : []),
      ],
      warnings: [onceOnly],
    });
  },
});

/** Interest the document itself grants, up to and including the deadline, and after it. */
function generalInterest(input: Performance, deadline: PlainDate, end: PlainDate) {
  if (input.generalInterestDaily === undefined || input.generalInterestFrom === undefined) return null;
  const daily = times(ofFen(input.principal ?? zeroFen), decimal(input.generalInterestDaily));
  const before = daysBetween(input.generalInterestFrom, deadline) + 1;
  return {
    before: toFen(times(daily, rational(BigInt(before)))),
    after: toFen(times(daily, rational(BigInt(daysBetween(deadline, end))))),
  };
}

const onceOnly = warning(
  'once-only',
  '日万分之一点七五即为加倍部分，不再乘二；基数不含一般债务利息。',
  '0.0175% a day is the doubled part itself: not doubled again, and not on general interest.',
);
