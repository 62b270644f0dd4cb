import { z } from 'zod';
import { daysBetween, maxDate, minDate, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, formatYuan } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, lifetimeMonths, yuanSchema } from '../input.ts';
import {
  compare,
  decimal,
  ofFen,
  over,
  plus,
  type Rational,
  rational,
  times,
  toFen,
} from '../numbers/rational.ts';
import { type LprQuote, lprOf, lprQuotes, noteLpr } from '../reference/lpr.ts';
import { decimalSchema, noData } from '../reference/row.ts';
import { cite } from '../sources.ts';
import { calculator, claim, computed, line, warning, yuan } from './define.ts';
import type { CalculationMethod, Computation } from './types.ts';
import { sourceText } from './values.ts';

export const lprLookup = calculator({
  id: 'lpr-lookup',
  title: { zh: 'LPR查询', en: 'Loan prime rate of a day' },
  summary: {
    zh: '某日适用的一年期贷款市场报价利率：当日或之前最近一次公布的报价。',
    en: 'The one-year LPR of a day: the latest quote published on or before it.',
  },
  input: z.strictObject({ date: dateSchema, term: z.literal('1Y').optional() }),
  group: 'money',
  finality: 'none',
  sources: [cite('lprNotice', '')],
  status: 'verified',
  example: { date: '2026-04-20', term: '1Y' },
  compute: ({ date }, ctx) => {
    const rate = lprOf(ctx, date);
    if (rate.state === 'before-first') {
      return computed({
        result: null,
        lines: [
          line(
            `${date}尚无LPR，应适用同期贷款基准利率`,
            `no LPR on ${date}: the benchmark lending rate of the time applies`,
          ),
        ],
        warnings: [
          warning(
            'before-lpr',
            `${rate.first}以前适用中国人民银行贷款基准利率，请自行填写。`,
            `Before ${rate.first} the PBOC benchmark lending rate applies: enter it.`,
            'date',
          ),
        ],
      });
    }
    if (rate.state === 'missing') {
      return computed({
        result: null,
        lines: [
          line(
            `${date}的LPR未收录（收录至${rate.knownThrough}），不以此前的报价代替`,
            `the LPR of ${date} is not on file (known through ${rate.knownThrough}); an earlier quote does not stand in`,
          ),
        ],
        warnings: [
          warning(
            'lpr-missing',
            `收录至${rate.knownThrough}，请填写其后逐月公布的报价。`,
            `Known through ${rate.knownThrough}: enter the quotes published each month since.`,
            'date',
          ),
        ],
      });
    }
    const { percent } = rate;
    return computed({
      result: Number(percent),
      lines: [line(`${date}一年期LPR为${percent}%`, `one-year LPR on ${date}: ${percent}%`)],
    });
  },
});

const methods = ['floating', 'fixed', 'months/12'] as const;
type MethodId = (typeof methods)[number];
const methodNames = {
  floating: { zh: '分段：每日按当时有效的LPR', en: 'floating: each day at the LPR then in force' },
  fixed: { zh: '固定：按起算日LPR', en: 'fixed: the LPR of the first day' },
  'months/12': { zh: '按月：年利率 ÷ 12 × 月数', en: 'by month: yearly rate ÷ 12 × months' },
} as const;

const lateSchema = z
  .strictObject({
    principal: yuanSchema,
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    method: z.enum(methods).optional(),
    dayBase: z.union([z.literal(365), z.literal(360)]).optional(),
    /** The convention used: the first day counts, the last does not. */
    countStartNotEnd: z.literal(true).optional(),
    months: lifetimeMonths.optional(),
    /** A rate of the user's own instead of the LPR. */
    annualRatePct: decimalSchema.optional(),
    /** Quotes missing from the table, with where they come from. */
    rates: z
      .array(z.strictObject({ from: dateSchema, ratePct: decimalSchema }))
      .max(400)
      .optional(),
    ratesSource: sourceText,
  })
  .superRefine((input, ctx) => {
    const need = (path: keyof typeof input): void => {
      if (input[path] === undefined) ctx.addIssue({ code: 'custom', path: [path], message: 'required' });
    };
    if (input.method === 'months/12') {
      need('months');
      need('annualRatePct');
      return;
    }
    need('from');
    need('to');
    if (input.from && input.to && input.to < input.from)
      ctx.addIssue({ code: 'custom', path: ['to'], message: 'end-before-start' });
  });
type Late = z.output<typeof lateSchema>;

interface Segment {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  readonly percent: string;
}

/** Every day from which a rate holds, the user's own quotes winning over the table's on the same day. */
function quotes(
  input: Late,
  ctx: LawContext,
): { from: PlainDate; percent: string; known: LprQuote | null }[] {
  const own = (input.rates ?? []).map((r) => ({ from: r.from, percent: r.ratePct, known: null }));
  const listed = (ctx.lpr ? lprQuotes(ctx.lpr) : []).map((quote) => ({
    from: quote.from,
    percent: quote.percent,
    known: quote,
  }));
  const days = new Set(own.map((r) => r.from));
  return [...own, ...listed.filter((r) => !days.has(r.from))].sort((a, b) => a.from.localeCompare(b.from));
}

/**
 * Days from `from` (counted) to `to` (not counted), cut where the rate changes.
 * @throws AppError `no-data` naming the first day without a known rate.
 */
function segmentsOf(input: Late, from: PlainDate, to: PlainDate, ctx: LawContext): Segment[] {
  if (input.annualRatePct !== undefined)
    return [{ from, to, days: daysBetween(from, to), percent: input.annualRatePct }];
  const all = quotes(input, ctx);
  const first = all[0];
  if (!first || first.from > from)
    throw noData('lpr', { area: '000000', date: from, reason: 'before-first' });
  const out: Segment[] = [];
  all.forEach((quote, i) => {
    const next = all[i + 1]?.from;
    const start = maxDate(quote.from, from);
    const end = next ? minDate(next, to) : to;
    if (start >= end) return;
    // A quote of the table holds no further than the table is known, whatever the user adds after a gap.
    if (quote.known !== null) {
      const lastKnown = quote.known.knownThrough;
      if (daysBetween(lastKnown, end) > 1)
        throw noData('lpr', { area: '000000', date: end, knownThrough: lastKnown });
      noteLpr(ctx, quote.known);
    }
    const before = out.at(-1);
    if (before && compare(decimal(before.percent), decimal(quote.percent)) === 0) {
      out[out.length - 1] = { ...before, to: end, days: before.days + daysBetween(start, end) };
    } else out.push({ from: start, to: end, days: daysBetween(start, end), percent: quote.percent });
  });
  return out;
}

function interest(principal: Fen, percent: string, days: number, base: number): Rational {
  return times(
    over(times(ofFen(principal), decimal(percent)), rational(100n)),
    rational(BigInt(days), BigInt(base)),
  );
}

function byMonths(input: Late): Computation {
  const [percent, months] = [input.annualRatePct ?? '0', input.months ?? '0'];
  const yearly = over(times(ofFen(input.principal), decimal(percent)), rational(100n));
  const amount = toFen(times(yearly, over(decimal(months), rational(12n))));
  const text = `${formatYuan(input.principal)} × ${percent}% ÷ 12 × ${months} = ${formatYuan(amount)}`;
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [line(`${text}元`, text, amount)],
    warnings: [notGeneral],
  });
}

const notGeneral = warning(
  'interest-not-general',
  '劳动法律未普遍规定欠薪利息；欠条债务或作为损失主张时，法院可予支持。写明计算方法。',
  'Labour law gives no general interest on wages; courts allow it on an IOU or as loss. State the method.',
);

export const lateInterest = claim({
  id: 'late-interest-lpr',
  title: { zh: '逾期利息（LPR）', en: 'Interest for late payment (LPR)' },
  summary: {
    zh: '单利，算头不算尾；分段或固定利率，一年按365天或360天；缺少的报价须填写，不沿用旧值。',
    en: 'Simple interest, first day counted, last not; floating or fixed rate, 365 or 360 days; a missing quote is asked for.',
  },
  input: lateSchema,
  group: 'money',
  finality: 'never',
  limitation: 'ordinary',
  sources: [cite('lprNotice', ''), cite('labourInterpretation1', '15')],
  status: 'verified',
  example: { principal: 50000, from: '2024-07-01', to: '2025-07-01', method: 'floating', dayBase: 365 },
  compute: (input, ctx) => {
    if (input.method === 'months/12') return byMonths(input);
    const { from, to } = input;
    if (!from || !to) throw fieldError('from', 'required');
    const base = input.dayBase ?? 365;
    const floating = segmentsOf(input, from, to, ctx);
    const first = floating[0];
    const fixed: Segment[] = first ? [{ from, to, days: daysBetween(from, to), percent: first.percent }] : [];
    const build = (
      id: MethodId,
      segments: readonly Segment[],
    ): CalculationMethod & { amountFen: Fen; segments: readonly Segment[] } => {
      const exact = segments.reduce(
        (sum, s) => plus(sum, interest(input.principal, s.percent, s.days, base)),
        rational(0n),
      );
      const lines = segments.map((s) => {
        const text = `${formatYuan(input.principal)} × ${s.percent}% × ${s.days} ÷ ${base}`;
        return line(`${s.from}至${s.to}：${text}`, `${s.from} to ${s.to}: ${text}`);
      });
      return { id, name: methodNames[id], amountFen: toFen(exact), lines, segments };
    };
    const both = [build('floating', floating), build('fixed', fixed)];
    if (input.method === 'fixed') both.reverse();
    const main = both[0];
    if (!main) throw fieldError('from', 'required');
    const differ = both.some((m) => m.amountFen !== main.amountFen);
    const source = input.ratesSource;
    return computed({
      result: {
        amount: yuan(main.amountFen),
        segments: main.segments.map((s) => ({
          from: s.from,
          to: s.to,
          days: s.days,
          ratePct: Number(s.percent),
        })),
      },
      amountFen: main.amountFen,
      lines: [
        ...main.lines,
        ...(source ? [line(`自填利率来源：${source}`, `source of the rates entered: ${source}`)] : []),
        line(
          `利息合计${formatYuan(main.amountFen)}元`,
          `interest ${formatYuan(main.amountFen)}`,
          main.amountFen,
        ),
      ],
      methods: differ ? both.map(({ id, name, amountFen, lines }) => ({ id, name, amountFen, lines })) : [],
      warnings: [notGeneral],
    });
  },
});
