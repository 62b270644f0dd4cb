import { z } from 'zod';
import { addDays, addMonths, minDate, type PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, daysOfMonth, yuanSchema } from '../input.ts';
import { decimal, ofFen, over, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { monthOf, wageHistory, wageOfMonth, wageTableSchema } from '../wages/history.ts';
import { calculator, computed, line, noteOfBase, warning, yuan } from './define.ts';
import { timeBar, timeBarEvents } from './time-bar.ts';
import type { CalculationLine, CalculationMethod, Computation } from './types.ts';
import { lesser, total } from './values.ts';
import { scheduledWorkdays } from './workdays.ts';

const excuses = ['force-majeure', 'worker-refused', 'automatic-extension'] as const;
const methodIds = ['whole-claim', 'month-by-month', 'day-by-day'] as const;
type MethodId = (typeof methodIds)[number];

const schema = z
  .strictObject({
    /** `open-ended`: the duty to make an open-ended contract (art. 82(2)), from the day it fell due. */
    kind: z.enum(['no-contract', 'open-ended']).optional(),
    hireDate: dateSchema,
    openEndedDueDate: dateSchema.optional(),
    /** Null or absent: no written contract was ever signed. */
    contractSignedDate: dateSchema.nullish(),
    lastWorkDay: dateSchema.optional(),
    monthlyWage: yuanSchema.optional(),
    /** Wage of each month of the period, the odd part month last. */
    monthlyWages: z.array(yuanSchema).min(1).max(60).optional(),
    wageTable: wageTableSchema.optional(),
    /** Leave overtime out, as local practice often does. */
    excludeOvertime: z.boolean().optional(),
    partialPeriodActualWorkdays: daysOfMonth.optional(),
    payDivisor: daysOfMonth.optional(),
    excuse: z.enum(excuses).optional(),
    ...timeBarEvents,
    filingDate: dateSchema.optional(),
    limitationMethod: z.enum(methodIds).optional(),
    limitationDefenceRaised: z.boolean().optional(),
  })
  .superRefine((input, ctx) => {
    const bad = (path: string, message: string): void =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (input.contractSignedDate && input.contractSignedDate < input.hireDate)
      bad('contractSignedDate', 'end-before-start');
    if (input.lastWorkDay && input.lastWorkDay < input.hireDate) bad('lastWorkDay', 'end-before-start');
    if (input.kind === 'open-ended' && !input.openEndedDueDate) bad('openEndedDueDate', 'required');
    if (input.kind === 'open-ended' && !input.contractSignedDate && !input.lastWorkDay)
      bad('lastWorkDay', 'required');
    const divisor = input.payDivisor === undefined ? null : decimal(input.payDivisor);
    if (divisor?.n === 0n) bad('payDivisor', 'number-invalid');
  });
type Input = z.output<typeof schema>;

interface Segment {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly whole: boolean;
}

/** Whole months counted from the first day of the claim, then the odd rest. Month ends are counted from the anchor. */
function segmentsOf(anchor: PlainDate, firstMonth: number, to: PlainDate): Segment[] {
  const out: Segment[] = [];
  for (let k = firstMonth; ; k++) {
    const from = addMonths(anchor, k);
    if (from > to) return out;
    const end = addDays(addMonths(anchor, k + 1), -1);
    out.push({ from, to: minDate(end, to), whole: end <= to });
  }
}

/** The claimed period, or null when a contract was signed in time. */
function periodOf(
  input: Input,
  ctx: LawContext,
): { segments: Segment[]; from: PlainDate; to: PlainDate } | null {
  const openEnded = input.kind === 'open-ended';
  const anchor = openEnded && input.openEndedDueDate ? input.openEndedDueDate : input.hireDate;
  const from = openEnded ? anchor : addMonths(anchor, 1);
  const ends: PlainDate[] = [];
  if (input.contractSignedDate) ends.push(addDays(input.contractSignedDate, -1));
  if (input.lastWorkDay) ends.push(input.lastWorkDay);
  // Eleven months at most: after a year the contract is deemed open-ended (实施条例 art. 7).
  if (!openEnded) ends.push(addDays(addMonths(anchor, 12), -1));
  else if (ctx.asOf && ends.length === 0) ends.push(ctx.asOf);
  const to = ends.reduce(minDate);
  if (to < from) return null;
  return { segments: segmentsOf(anchor, openEnded ? 0 : 1, to), from, to };
}

interface Priced {
  readonly segment: Segment;
  readonly amount: Rational;
  readonly line: CalculationLine;
}

function wageFor(input: Input, segment: Segment, index: number): Rational | null {
  if (input.wageTable) {
    const row = wageOfMonth(wageHistory(input.wageTable), monthOf(segment.from));
    return rational(BigInt(row.gross - (input.excludeOvertime ? (row.overtime ?? 0) : 0)));
  }
  if (input.monthlyWages) {
    const wage = input.monthlyWages[index];
    if (wage === undefined) throw fieldError(`monthlyWages.${index}`, 'required');
    return ofFen(wage);
  }
  return input.monthlyWage === undefined ? null : ofFen(input.monthlyWage);
}

function price(input: Input, segments: readonly Segment[], ctx: LawContext) {
  const warnings: LawWarning[] = [];
  const priced: Priced[] = [];
  for (const [i, segment] of segments.entries()) {
    const wage = wageFor(input, segment, i);
    if (!wage) return { priced: null, warnings };
    const span = { zh: `${segment.from}至${segment.to}`, en: `${segment.from} to ${segment.to}` };
    if (segment.whole) {
      const fen = toFen(wage);
      priced.push({
        segment,
        amount: wage,
        line: line(`${span.zh}：一个月${formatYuan(fen)}元`, `${span.en}: one month ${formatYuan(fen)}`, fen),
      });
      continue;
    }
    // 法释〔2025〕12号 art. 6: the rest by actual working days. The divisor is not in the article; 21.75 is the pay divisor.
    const counted = scheduledWorkdays(segment.from, segment.to, ctx.calendar);
    const days = input.partialPeriodActualWorkdays ?? String(counted.days);
    if (input.partialPeriodActualWorkdays === undefined) warnings.push(...counted.warnings);
    const divisor = input.payDivisor ?? '21.75';
    const amount = times(over(wage, decimal(divisor)), decimal(days));
    const text = `${formatYuan(toFen(wage))} ÷ ${divisor} × ${days}`;
    priced.push({
      segment,
      amount,
      line: line(
        `${span.zh}：${text}个实际工作日 = ${formatYuan(toFen(amount))}元`,
        `${span.en}: ${text} working days = ${formatYuan(toFen(amount))}`,
        toFen(amount),
      ),
    });
    warnings.push(
      warning(
        'part-month-divisor',
        '不满一个月部分按实际工作日计算，日工资按21.75天折算；司法解释未写明除数。',
        'The odd part month goes by actual working days at 21.75 to the month; the interpretation names no divisor.',
        'payDivisor',
      ),
    );
  }
  return { priced, warnings };
}

const methodName: Readonly<Record<MethodId, Bilingual>> = {
  'whole-claim': {
    zh: '时效自二倍工资期间届满之日整体起算',
    en: 'one year from the end of the whole period',
  },
  'month-by-month': { zh: '时效按月分别起算', en: 'one year for each month by itself' },
  'day-by-day': { zh: '自主张之日往前逐日计算一年', en: 'one year counted back day by day from the claim' },
};

/** 京高法发〔2024〕534号 answer 41 counts one year back from the claim, day by day: what lies before it is lost. */
const inBeijing = (ctx: LawContext): boolean => ctx.region?.startsWith('11') ?? false;

/** Part of a month: 法释〔2025〕12号 art. 6 counts its actual working days at the pay divisor. */
function partOf(input: Input, whole: Priced, from: PlainDate, wage: Rational, ctx: LawContext): Priced {
  const { to } = whole.segment;
  const counted = scheduledWorkdays(from, to, ctx.calendar).days;
  const given = whole.segment.whole ? undefined : input.partialPeriodActualWorkdays;
  const days = given !== undefined && Number(given) < counted ? given : String(counted);
  const divisor = input.payDivisor ?? '21.75';
  const share = times(over(wage, decimal(divisor)), decimal(days));
  // A month of twenty-three working days comes to more than the month at 21.75: never more than what was claimed.
  const amount = lesser(share, whole.amount);
  const text = `${formatYuan(toFen(wage))} ÷ ${divisor} × ${days}`;
  const sum = formatYuan(toFen(amount));
  return {
    segment: { from, to, whole: false },
    amount,
    line: line(
      `${from}至${to}：${text}个工作日 = ${sum}元`,
      `${from} to ${to}: ${text} working days = ${sum}`,
      toFen(amount),
    ),
  };
}

interface Limited {
  readonly id: MethodId;
  readonly kept: readonly Priced[];
  readonly timeBarred: boolean;
  readonly recoverable: Fen | null;
  readonly warnings: readonly LawWarning[];
}

function limit(
  input: Input,
  to: PlainDate,
  segments: readonly Segment[],
  priced: readonly Priced[] | null,
  ctx: LawContext,
) {
  const filingDate = input.filingDate;
  if (filingDate === undefined) return [];
  const events = {
    ...input,
    filingDate,
    defenceRaisedInArbitration: input.defenceRaisedInArbitration ?? input.limitationDefenceRaised,
  };
  const test = (day: PlainDate) => timeBar('ordinary', { knownDate: day }, events, ctx);
  const whole = test(to);
  const inTime = segments.map((s) => !test(s.to).timeBarred);
  const sum = (keep: readonly boolean[]): Fen | null =>
    priced ? toFen(total(...priced.filter((_, i) => keep[i]).map((p) => p.amount))) : null;
  const build = (id: MethodId, keep: readonly boolean[]): Limited => ({
    id,
    kept: priced?.filter((_, i) => keep[i]) ?? [],
    timeBarred: keep.some((k) => !k),
    recoverable: keep.some(Boolean) ? sum(keep) : zeroFen,
    warnings: whole.warnings,
  });
  const byDay = (): Limited => {
    const kept = segments.flatMap((segment, i): Priced[] => {
      const own = priced?.[i];
      const wage = wageFor(input, segment, i);
      if (!own || !wage || test(segment.to).timeBarred) return [];
      let first = segment.from;
      while (test(first).timeBarred) first = addDays(first, 1);
      return [first === segment.from ? own : partOf(input, own, first, wage, ctx)];
    });
    return {
      id: 'day-by-day',
      kept,
      timeBarred: segments.some((s) => test(s.from).timeBarred),
      recoverable: inTime.some(Boolean) ? priced && toFen(total(...kept.map((p) => p.amount))) : zeroFen,
      warnings: whole.warnings,
    };
  };
  const beijing = inBeijing(ctx);
  const method = input.limitationMethod ?? (beijing ? 'day-by-day' : 'whole-claim');
  const all = [
    build(
      'whole-claim',
      segments.map(() => !whole.timeBarred),
    ),
    build('month-by-month', inTime),
    ...(beijing || method === 'day-by-day' ? [byDay()] : []),
  ];
  return [...all.filter((l) => l.id === method), ...all.filter((l) => l.id !== method)];
}

const excuseWarning = warning(
  'employer-excuse',
  '因不可抗力、劳动者故意或重大过失、合同依法自动延续未订立的，不支持二倍工资（解释（二）第7、8条）。此处仍列出金额，请核对事由。',
  'No double wage for force majeure, the worker’s intent or gross negligence, or automatic extension (Interpretation (II) arts 7, 8). The amount is shown nevertheless: check the excuse.',
  'excuse',
);

function nothing(): Computation {
  return computed({
    result: { months: 0, fullMonths: 0, amount: 0 },
    amountFen: zeroFen,
    lines: [
      line(
        '一个月内已订立书面合同，无二倍工资差额',
        'a contract was signed within the first month: nothing is due',
        zeroFen,
      ),
    ],
  });
}

export const doubleWage = calculator({
  id: 'double-wage-no-contract',
  title: { zh: '未订立书面劳动合同二倍工资差额', en: 'Double wage for want of a written contract' },
  summary: {
    zh: '用工满一个月次日起至订立前一日，最多十一个月；整月按月、零头按实际工作日；时效两种算法并列。',
    en: 'From a month after hire to the day before signing, at most eleven months; the odd rest by working days; both ways of limitation.',
  },
  input: schema,
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [
    cite('labourContractLaw', '10, 14, 82'),
    cite('implementingRegulation', '5, 6, 7'),
    cite('labourInterpretation2', '6, 7, 8, 9, 10'),
    cite('caseRules', '50'),
    cite('beijingAnswers', '41'),
  ],
  status: 'verified',
  example: {
    hireDate: '2025-10-15',
    lastWorkDay: '2026-03-05',
    monthlyWage: 6000,
    partialPeriodActualWorkdays: 9,
  },
  compute: (input, ctx) => {
    const period = periodOf(input, ctx);
    if (!period) return nothing();
    const { segments, from, to } = period;
    const fullMonths = segments.filter((s) => s.whole).length;
    const rest = segments.find((s) => !s.whole);
    const { priced, warnings } = price(input, segments, ctx);
    const exact = priced ? total(...priced.map((p) => p.amount)) : null;
    const amount = exact ? toFen(exact) : null;
    const firstWage = segments[0] ? wageFor(input, segments[0], 0) : null;
    const limited = limit(input, to, segments, priced, ctx);
    const main = limited[0];
    const methods: CalculationMethod[] = limited.map((l) => ({
      id: l.id,
      name: methodName[l.id],
      amountFen: l.recoverable,
      lines: l.kept.map((p) => p.line),
    }));
    if (input.excuse)
      methods.push({
        id: 'excuse-accepted',
        name: { zh: '免责事由成立', en: 'excuse accepted' },
        amountFen: zeroFen,
        lines: [],
      });
    return computed({
      result: {
        from,
        to,
        months: fullMonths,
        fullMonths,
        ...(rest ? { partial: [rest.from, rest.to] } : {}),
        ...(amount === null ? {} : { amount: yuan(amount) }),
        ...(main ? { timeBarred: main.timeBarred } : {}),
        ...(main && main.recoverable !== null ? { recoverable: yuan(main.recoverable) } : {}),
      },
      amountFen: amount,
      lines: [
        line(
          `期间${from}至${to}：${fullMonths}个月${rest ? `又${rest.from}至${rest.to}` : ''}`,
          `period ${from} to ${to}: ${fullMonths} months${rest ? ` and ${rest.from} to ${rest.to}` : ''}`,
        ),
        ...(priced?.map((p) => p.line) ?? []),
        ...(amount === null
          ? []
          : [line(`合计${formatYuan(amount)}元`, `total ${formatYuan(amount)}`, amount)]),
      ],
      methods,
      ...(amount !== null && main && main.recoverable !== null
        ? { totals: { claimedFen: amount, recoverableFen: main.recoverable } }
        : {}),
      ...(firstWage ? { wageBase: noteOfBase('month-by-month', firstWage) } : {}),
      warnings: [
        ...warnings,
        ...(main?.timeBarred ? main.warnings : []),
        ...(input.excuse ? [excuseWarning] : []),
        ...(main ? [limitationDiffers] : []),
        ...(main?.id === 'day-by-day' ? [countedByDay] : []),
      ],
    });
  },
});

const limitationDiffers = warning(
  'double-wage-limitation',
  '二倍工资差额不适用劳动报酬的特别时效；整体起算或按月起算各地不同，两种结果均已列出。',
  'The rule for pay does not apply; whether one year runs from the end of the period or month by month differs. Both are shown.',
  'limitationMethod',
);

const countedByDay = warning(
  'double-wage-limitation-beijing',
  '北京自主张之日起往前逐日计算一年（京高法发〔2024〕534号解答41）；跨越该日的月份只计该日以后的部分，按实际工作日折算。',
  'Beijing counts one year back day by day from the claim (answer 41 of 2024): of the month that straddles that day only the part after it counts, by its working days.',
  'limitationMethod',
);
