import { z } from 'zod';
import { daysBetween, type PlainDate, plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, lifetimeDays, lifetimeHours, quantitySchema, yuanSchema } from '../input.ts';
import {
  compare,
  decimal,
  minus,
  ofFen,
  over,
  plus,
  type Rational,
  rational,
  times,
  toFen,
} from '../numbers/rational.ts';
import { workingTimeAt } from '../reference/lookup.ts';
import { cite } from '../sources.ts';
import {
  cap,
  claim,
  computed,
  decimalText,
  equalsText,
  exactText,
  line,
  noteOfBase,
  warning,
  yuan,
} from './define.ts';
import type { CalculationLine, CalculationMethod, CapNote, Computation } from './types.ts';
import { atLeastZero, greater, minimumWage, minimumWageFields, payDays } from './values.ts';

export const hoursPerDay = rational(8n);
/** 150%, 200%, 300% (劳动法 art. 44). */
const rates = { workday: rational(3n, 2n), rest: rational(2n), holiday: rational(3n) } as const;
type Class = keyof typeof rates;
const classes = Object.keys(rates) as Class[];
const words: Readonly<Record<Class, { zh: string; en: string; percent: string }>> = {
  workday: { zh: '工作日延时', en: 'working days', percent: '150%' },
  rest: { zh: '休息日', en: 'rest days', percent: '200%' },
  holiday: { zh: '法定节假日', en: 'statutory holidays', percent: '300%' },
};

const periodHours = { month: 31 * 24, quarter: 92 * 24, year: 366 * 24 } as const;
const hourFields = [
  'workdayHours',
  'restDayHours',
  'holidayHours',
  'totalHours',
  'ofWhichHolidayHours',
  'standardHours',
] as const;

/** Calendar days of the time that the claim is for; null where none is stated. */
function spanOf(input: {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}): number | null {
  const { from, to } = input;
  return from && to ? daysBetween(from, to) + 1 : null;
}

const schema = z
  .strictObject({
    scheme: z.enum(['standard', 'comprehensive', 'piece', 'flexible']).optional(),
    monthlyBase: yuanSchema.optional(),
    dayRate: yuanSchema.optional(),
    hourRate: yuanSchema.optional(),
    workdayHours: lifetimeHours.optional(),
    restDayHours: lifetimeHours.optional(),
    restDays: lifetimeDays.optional(),
    /** Rest-day work discharged by leave in lieu, in days. */
    restDaysCompensatedByLeave: lifetimeDays.optional(),
    holidayHours: lifetimeHours.optional(),
    holidayDays: lifetimeDays.optional(),
    period: z.enum(['month', 'quarter', 'year']).optional(),
    year: z.int().min(1995).max(2199).optional(),
    totalHours: lifetimeHours.optional(),
    ofWhichHolidayHours: lifetimeHours.optional(),
    standardHours: lifetimeHours.optional(),
    unitPrice: yuanSchema.optional(),
    piecesBeyondQuotaWorkday: quantitySchema.optional(),
    piecesBeyondQuotaRestDay: quantitySchema.optional(),
    piecesBeyondQuotaHoliday: quantitySchema.optional(),
    alreadyPaid: yuanSchema.optional(),
    /** Round the hourly rate to the fen before multiplying, as some published examples do. */
    roundHourlyRateFirst: z.boolean().optional(),
    output: z.enum(['amount', 'rates']).optional(),
    date: dateSchema.optional(),
    /** The time that the claim is for, both days in it: it changes no amount, it tells two claims apart. */
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    ...minimumWageFields,
  })
  .superRefine((input, ctx) => {
    const bad = (path: string, message = 'required'): void =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (input.from && !input.to) bad('to');
    if (input.to && !input.from) bad('from');
    const span = spanOf(input);
    if (span !== null && span < 1) bad('to', 'end-before-start');
    if (span !== null && span >= 1)
      for (const key of hourFields)
        if (Number(input[key] ?? 0) > span * 24)
          ctx.addIssue({
            code: 'custom',
            path: [key],
            message: 'number-too-large',
            params: { max: span * 24 },
          });
    // No period has more hours than its days: 31, 92 or 366.
    const most = input.period === undefined ? Number.POSITIVE_INFINITY : periodHours[input.period];
    for (const key of hourFields)
      if (Number(input[key] ?? 0) > most)
        ctx.addIssue({
          code: 'custom',
          path: [key],
          message: 'number-too-large',
          params: { max: most },
        });
    if (input.scheme === 'flexible') return;
    if (input.scheme === 'piece') {
      if (input.unitPrice === undefined) bad('unitPrice');
      return;
    }
    const given = (['monthlyBase', 'dayRate', 'hourRate'] as const).filter((k) => input[k] !== undefined);
    if (given.length === 0) bad('monthlyBase');
    if (given.length > 1) bad(given[1] ?? 'dayRate', 'one-form-only');
    if (input.scheme === 'comprehensive') {
      if (input.totalHours === undefined) bad('totalHours');
      if (input.standardHours === undefined && input.period === undefined) bad('standardHours');
      if (input.standardHours === undefined && input.year === undefined) bad('year');
    }
  });
type Input = z.output<typeof schema>;

const q = (text: string | undefined): Rational => decimal(text ?? '0');

interface Rate {
  readonly hourly: Rational;
  /** As an expression, so that the reader's own arithmetic gives the printed figures. */
  readonly text: string;
  readonly lines: readonly CalculationLine[];
  readonly caps: readonly CapNote[];
  readonly warnings: readonly LawWarning[];
}

function hourlyOf(input: Input, ctx: LawContext): Rate {
  if (input.hourRate !== undefined)
    return {
      hourly: ofFen(input.hourRate),
      text: formatYuan(input.hourRate),
      lines: [],
      caps: [],
      warnings: [],
    };
  if (input.dayRate !== undefined)
    return {
      hourly: over(ofFen(input.dayRate), hoursPerDay),
      text: `${formatYuan(input.dayRate)} ÷ 8`,
      lines: [],
      caps: [],
      warnings: [],
    };
  const stated = ofFen(input.monthlyBase ?? zeroFen);
  const minimum = minimumWage(ctx, input, input.date, 'date');
  const base = minimum ? greater(stated, minimum.value) : stated;
  const hourly = over(over(base, payDays), hoursPerDay);
  const floored = minimum !== null && compare(stated, minimum.value) < 0;
  return {
    hourly,
    text: `${exactText(base)} ÷ 21.75 ÷ 8`,
    lines: [
      ...(floored ? minimum.lines : []),
      line(
        `小时工资：${exactText(base)} ÷ 21.75 ÷ 8 ${equalsText(hourly)}元`,
        `hourly: ${exactText(base)} ÷ 21.75 ÷ 8 ${equalsText(hourly)}`,
      ),
    ],
    caps: minimum
      ? [
          cap(
            'minimum-wage-floor',
            toFen(minimum.value),
            floored,
            floored ? '加班费基数低于最低工资，按最低工资计算' : '加班费基数不低于最低工资',
            floored
              ? 'the base was below the minimum wage, which is used'
              : 'the base is not below the minimum wage',
          ),
        ]
      : [],
    warnings: floored ? minimum.warnings : [],
  };
}

type Quantities = Readonly<Record<Class, Rational>>;

function standardHours(input: Input): Quantities {
  const restDays = atLeastZero(minus(q(input.restDays), q(input.restDaysCompensatedByLeave)));
  return {
    workday: q(input.workdayHours),
    rest: plus(q(input.restDayHours), times(restDays, hoursPerDay)),
    holiday: plus(q(input.holidayHours), times(q(input.holidayDays), hoursPerDay)),
  };
}

const periodDays = { month: 'monthWorkDays', quarter: 'quarterWorkDays', year: 'annualWorkDays' } as const;

/** Hours over the period's standard at 150%; holiday hours come out first and are paid at 300%. */
function comprehensiveHours(input: Input, ctx: LawContext): { hours: Quantities; line: CalculationLine } {
  const holiday = q(input.ofWhichHolidayHours);
  const all = q(input.totalHours);
  if (compare(holiday, all) > 0) throw fieldError('ofWhichHolidayHours', 'less-than-parts');
  let limit = input.standardHours;
  if (limit === undefined) {
    const row = workingTimeAt(ctx, plainDate(`${input.year}-01-01`, 'year'));
    limit = decimalText(times(decimal(row[periodDays[input.period ?? 'month']]), hoursPerDay));
  }
  const excess = atLeastZero(minus(minus(all, holiday), decimal(limit)));
  const text = `${decimalText(all)} − ${decimalText(holiday)} − ${limit} = ${decimalText(excess)}`;
  return {
    hours: { workday: excess, rest: rational(0n), holiday },
    line: line(`超过周期标准：${text}小时`, `hours over the standard of the period: ${text}`),
  };
}

function sum(unit: Rational, quantities: Quantities): Rational {
  return classes.reduce((a, c) => plus(a, times(times(unit, rates[c]), quantities[c])), rational(0n));
}

function linesOf(
  unit: Rational,
  unitText: string,
  quantities: Quantities,
  unitZh: string,
  unitEn: string,
): CalculationLine[] {
  return classes
    .filter((c) => quantities[c].n > 0n)
    .map((c) => {
      const amount = times(times(unit, rates[c]), quantities[c]);
      const text = `${unitText} × ${words[c].percent} × ${decimalText(quantities[c])}`;
      return line(
        `${words[c].zh}：${text}${unitZh} ${equalsText(amount)}元`,
        `${words[c].en}: ${text}${unitEn} ${equalsText(amount)}`,
      );
    });
}

/** What is due before and after the deduction of what was paid. */
function grossAndNet(gross: string, paid: string, net: Fen): { zh: string; en: string } {
  return {
    zh: `减已付后：${gross} − ${paid} → ${formatYuan(net)}元`,
    en: `less what was paid: ${gross} − ${paid} → ${formatYuan(net)}`,
  };
}

/** The same claim with another rounding: its own due, and what is left of it after what was paid. */
function method(id: keyof typeof methodNames, exact: Rational, paid: Rational): CalculationMethod {
  const due = toFen(exact);
  const net = toFen(atLeastZero(minus(exact, paid)));
  const after = grossAndNet(exactText(exact), exactText(paid), net);
  return {
    id,
    name: methodNames[id],
    amountFen: net,
    lines:
      paid.n > 0n
        ? [
            line(`应付加班费：${formatYuan(due)}元`, `due: ${formatYuan(due)}`, due),
            line(after.zh, after.en, net),
          ]
        : [],
  };
}

const methodNames = {
  exact: { zh: '最后一次四舍五入', en: 'one rounding at the end' },
  'rounded-rate': { zh: '小时工资先四舍五入到分', en: 'hourly rate rounded first' },
} as const;

function finish(
  input: Input,
  gross: Rational,
  rest: Partial<Computation> & { lines: readonly CalculationLine[] },
) {
  const paid = ofFen(input.alreadyPaid ?? zeroFen);
  const amount: Fen = toFen(atLeastZero(minus(gross, paid)));
  const over_ = compare(paid, gross) > 0;
  const due = toFen(gross);
  const { zh, en } = grossAndNet(exactText(gross), exactText(paid), amount);
  return computed({
    ...rest,
    result: yuan(amount),
    amountFen: amount,
    lines: [
      ...(input.from && input.to
        ? [line(`加班期间：${input.from}至${input.to}`, `overtime from ${input.from} to ${input.to}`)]
        : []),
      ...rest.lines,
      line(
        `应付加班费：${exactText(gross)} → ${formatYuan(due)}元`,
        `due: ${exactText(gross)} → ${formatYuan(due)}`,
        due,
      ),
      ...(paid.n > 0n ? [line(zh, en, amount)] : []),
    ],
    warnings: [
      ...(rest.warnings ?? []),
      ...(over_
        ? [
            warning(
              'overpaid',
              '已付加班费高于应付数。',
              'More overtime pay was paid than was due.',
              'alreadyPaid',
            ),
          ]
        : []),
    ],
  });
}

export const overLimit = warning(
  'overtime-limit',
  '延长工作时间超过每月36小时，超出部分违法，但仍应支付加班费。',
  'More than 36 hours of overtime a month: unlawful, and still payable.',
  'workdayHours',
);

// Beyond every hour of a month the total must be of several months, or a slip.
const hoursOfMonths = (hours: Quantities): LawWarning[] =>
  classes
    .filter((c) => compare(hours[c], rational(31n * 24n)) > 0)
    .map((c) =>
      warning(
        'hours-of-several-months',
        `${words[c].zh}的小时数超过一个月的全部小时（744），应为数月合计，请核对。`,
        `The hours on ${words[c].en} are more than a month has (744): they must be of several months. Please check.`,
        `${c === 'rest' ? 'restDay' : c}Hours`,
      ),
    );

function flexible(): Computation {
  return computed({
    result: 0,
    amountFen: zeroFen,
    lines: [
      line(
        '经批准实行不定时工作制，不适用加班费规定（工资支付暂行规定第13条）',
        'approved flexible hours: the overtime rule does not apply',
        zeroFen,
      ),
    ],
    warnings: [
      warning(
        'flexible-needs-approval',
        '须经劳动行政部门批准；未批准的按标准工时计算。部分省份法定节假日仍须支付。',
        'Needs the authority’s approval, otherwise standard hours apply; some provinces still pay for holidays.',
        'scheme',
      ),
    ],
  });
}

export const overtimePay = claim({
  id: 'overtime-pay',
  title: { zh: '加班费', en: 'Overtime pay' },
  summary: {
    zh: '月工资 ÷ 21.75 ÷ 8 × 150%、200%、300%；标准、综合计算、计件和不定时工时；减已付。',
    en: 'Monthly pay ÷ 21.75 ÷ 8 at 150%, 200%, 300%; standard, comprehensive, piece and flexible schemes; less what was paid.',
  },
  input: schema,
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  sources: [
    cite('labourLaw', '41, 44'),
    cite('workingHours', '3'),
    cite('wagePayment', '13'),
    cite('workingTime', ''),
    cite('labourInterpretation1', '42'),
  ],
  status: 'verified',
  example: { monthlyBase: 5000, workdayHours: 20, restDayHours: 16, holidayHours: 8, alreadyPaid: 300 },
  compute: (input, ctx) => {
    if (input.scheme === 'flexible') return flexible();
    if (input.scheme === 'piece') {
      const unit = ofFen(input.unitPrice ?? zeroFen);
      const pieces: Quantities = {
        workday: q(input.piecesBeyondQuotaWorkday),
        rest: q(input.piecesBeyondQuotaRestDay),
        holiday: q(input.piecesBeyondQuotaHoliday),
      };
      return finish(input, sum(unit, pieces), {
        lines: linesOf(unit, exactText(unit), pieces, '件', ' pieces'),
      });
    }
    const rate = hourlyOf(input, ctx);
    const rounded = ofFen(toFen(rate.hourly));
    const day = times(rate.hourly, hoursPerDay);
    if (input.output === 'rates') {
      return computed({
        result: { dayRate: yuan(toFen(day)), hourRate: yuan(toFen(rate.hourly)) },
        lines: rate.lines,
        caps: rate.caps,
        wageBase: noteOfBase('contract-hourly', rate.hourly),
        warnings: rate.warnings,
      });
    }
    const comprehensive = input.scheme === 'comprehensive' ? comprehensiveHours(input, ctx) : null;
    const hours = comprehensive?.hours ?? standardHours(input);
    const first = input.roundHourlyRateFirst === true;
    const unit = first ? rounded : rate.hourly;
    const gross = sum(unit, hours);
    const exact = { exact: sum(rate.hourly, hours), 'rounded-rate': sum(rounded, hours) };
    const ids = first ? (['rounded-rate', 'exact'] as const) : (['exact', 'rounded-rate'] as const);
    const paid = ofFen(input.alreadyPaid ?? zeroFen);
    const methods =
      toFen(exact.exact) === toFen(exact['rounded-rate']) ? [] : ids.map((id) => method(id, exact[id], paid));
    return finish(input, gross, {
      lines: [
        ...rate.lines,
        ...(first
          ? [line(`小时工资取${exactText(rounded)}元`, `hourly rate rounded to ${exactText(rounded)}`)]
          : []),
        ...(comprehensive ? [comprehensive.line] : []),
        ...linesOf(unit, first ? exactText(rounded) : rate.text, hours, '小时', ' hours'),
      ],
      caps: rate.caps,
      methods,
      wageBase: noteOfBase('contract-hourly', unit),
      warnings: [
        ...rate.warnings,
        ...(compare(hours.workday, rational(36n)) > 0 && !comprehensive ? [overLimit] : []),
        ...(comprehensive ? [] : hoursOfMonths(hours)),
      ],
    });
  },
});
