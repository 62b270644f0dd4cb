import { z } from 'zod';
import { addMonths, dateOf, daysBetween, type PlainDate, partsOf } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { type Fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import { dateSchema, daysOfYear, lifetimeDays, quantityUpTo, serviceYears, yuanSchema } from '../input.ts';
import { compare, decimal, minus, over, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import {
  calculator,
  claim,
  computed,
  decimalText,
  differenceMark,
  exactText,
  line,
  noteOfBase,
  unrounded,
  warning,
  yuan,
} from './define.ts';
import type { CalculationMethod } from './types.ts';
import { atLeastZero, averageFields, averageOf, payDays, requiredWage, total } from './values.ts';

const entitlements = z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(15)]);

const daysSchema = z
  .strictObject({
    event: z.enum(['full-year', 'termination', 'new-hire']),
    /** Service over all employers, years. */
    cumulativeServiceYears: serviceYears.optional(),
    entitlement: entitlements.optional(),
    /** Days already elapsed (leaving) or remaining (new hire) in the year. */
    calendarDaysInYear: z.int().min(0).max(366).optional(),
    taken: daysOfYear.optional(),
    hireDate: dateSchema.optional(),
    lastDay: dateSchema.optional(),
    /** Months worked without a break before this employment. */
    continuousServiceMonthsBefore: z.int().min(0).max(1200).optional(),
    /** Paid personal leave of the year, days (条例 art. 4(2)). */
    paidPersonalLeaveDays: daysOfYear.optional(),
    /** Sick leave of the year, months (条例 art. 4(3) to (5)). */
    sickLeaveMonths: quantityUpTo(12).optional(),
    /** School holidays longer than the leave (条例 art. 4(1)). */
    longSchoolHoliday: z.boolean().optional(),
  })
  .superRefine((input, ctx) => {
    const bad = (path: string, message: string): void =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (input.entitlement === undefined && input.cumulativeServiceYears === undefined)
      bad('cumulativeServiceYears', 'required');
    if (input.event === 'termination' && input.calendarDaysInYear === undefined && !input.lastDay)
      bad('lastDay', 'required');
    if (input.event === 'new-hire' && input.calendarDaysInYear === undefined && !input.hireDate)
      bad('hireDate', 'required');
    if (input.hireDate && input.lastDay && input.lastDay < input.hireDate) bad('lastDay', 'end-before-start');
  });
type DaysInput = z.output<typeof daysSchema>;

/** 5, 10 or 15 days by service over all employers (条例 art. 3). */
function entitled(years: Rational): 0 | 5 | 10 | 15 {
  if (compare(years, rational(20n)) >= 0) return 15;
  if (compare(years, rational(10n)) >= 0) return 10;
  return compare(years, rational(1n)) >= 0 ? 5 : 0;
}

/** The ground of art. 4 that takes the leave away this year, or null. */
function lost(input: DaysInput, entitlement: number): LawWarning | null {
  const sickLimit = entitlement >= 15 ? 4n : entitlement >= 10 ? 3n : 2n;
  const at = (value: string | undefined, limit: bigint): boolean =>
    value !== undefined && compare(decimal(value), rational(limit)) >= 0;
  const ground = input.longSchoolHoliday
    ? { zh: '寒暑假天数多于年休假', en: 'longer school holidays' }
    : at(input.paidPersonalLeaveDays, 20n)
      ? { zh: '带薪事假累计二十天以上', en: 'twenty days or more of paid personal leave' }
      : at(input.sickLeaveMonths, sickLimit)
        ? { zh: `病假累计${sickLimit}个月以上`, en: `${sickLimit} months or more of sick leave` }
        : null;
  if (!ground) return null;
  return warning(
    'no-leave-this-year',
    `${ground.zh}，不享受当年年休假（条例第4条）。`,
    `No leave this year: ${ground.en} (Regulation art. 4).`,
  );
}

interface Span {
  readonly days: number;
  readonly warnings: readonly LawWarning[];
}

function yearStart(date: PlainDate): PlainDate {
  return dateOf(partsOf(date).year, 1, 1);
}

/** Days of the year that count: elapsed on leaving (from hire, if hired this year), remaining after hiring. */
function spanOf(input: DaysInput): Span {
  if (input.calendarDaysInYear !== undefined) return { days: input.calendarDaysInYear, warnings: [] };
  if (input.event === 'termination' && input.lastDay) {
    const from =
      input.hireDate && input.hireDate > yearStart(input.lastDay) ? input.hireDate : yearStart(input.lastDay);
    return { days: daysBetween(from, input.lastDay) + 1, warnings: [] };
  }
  const hire = input.hireDate;
  if (!hire) throw fieldError('hireDate', 'required');
  const before = input.continuousServiceMonthsBefore;
  const yearEnd = dateOf(partsOf(hire).year, 12, 31);
  const qualified = before === undefined || before >= 12 ? hire : addMonths(hire, 12 - before);
  const days = qualified > yearEnd ? 0 : daysBetween(qualified, yearEnd) + 1;
  const warnings =
    before === undefined
      ? [
          warning(
            'twelve-months-not-checked',
            '未填写入职前连续工作月数；连续工作满十二个月才享受年休假。',
            'Months of service before hire not given: leave needs twelve months without a break.',
            'continuousServiceMonthsBefore',
          ),
        ]
      : before < 12
        ? [
            warning(
              'twelve-months-reached-later',
              `连续工作满十二个月之日（${qualified}）起折算，做法各地不一。`,
              `Counted from ${qualified}, when twelve months are reached; practice differs.`,
            ),
          ]
        : [];
  return { days, warnings };
}

export const annualLeaveDays = calculator({
  id: 'annual-leave-days',
  title: { zh: '年休假天数', en: 'Days of annual leave' },
  summary: {
    zh: '按累计工作年限5、10、15天；入职、离职当年按日历天数折算，不足一天舍去，多休不扣回。',
    en: '5, 10 or 15 days by total service; pro rata by calendar days in the year of hire or leaving, fractions dropped, nothing clawed back.',
  },
  input: daysSchema,
  group: 'contract',
  finality: 'none',
  sources: [cite('annualLeaveRegulation', '3, 4'), cite('annualLeaveMeasures', '5, 12')],
  status: 'verified',
  example: { event: 'termination', lastDay: '2026-09-30', entitlement: 10, taken: 2 },
  compute: (input) => {
    const years = input.cumulativeServiceYears === undefined ? null : decimal(input.cumulativeServiceYears);
    const entitlement = input.entitlement ?? (years ? entitled(years) : 0);
    const none = lost(input, entitlement);
    const span = input.event === 'full-year' ? null : spanOf(input);
    // 365 in leap years too: the article prints the number.
    const share = span
      ? times(rational(BigInt(span.days), 365n), rational(BigInt(entitlement)))
      : rational(BigInt(entitlement));
    const taken = input.taken ?? '0';
    // Taken days come off before the fraction is dropped, so that half days are not lost.
    const left = minus(share, decimal(taken));
    const whole = none ? rational(0n) : atLeastZero(left);
    const days = Number(whole.n / whole.d);
    // Nothing is clawed back: more taken than due has no figure of its own.
    const exact = left.n < 0n ? '' : ` = ${decimalText(left)}`;
    const text = span ? `${span.days} ÷ 365 × ${entitlement} − ${taken}` : `${entitlement} − ${taken}`;
    return computed({
      result: { days, entitlement, clawback: 0 },
      lines: [
        none
          ? line('不享受当年年休假：0天', 'no leave this year: 0 days')
          : line(`${text}${exact} → ${days}天`, `${text}${exact} → ${days} days`),
      ],
      warnings: [...(span?.warnings ?? []), ...(none ? [none] : [])],
    });
  },
});

const paySchema = z
  .strictObject({
    days: lifetimeDays.optional(),
    /** The calendar year that `days` are of, where they are of one. */
    year: z.int().min(1995).max(2199).optional(),
    claimYears: z
      .array(z.strictObject({ year: z.int().min(1995).max(2199), days: daysOfYear }))
      .min(1)
      .max(40)
      .optional(),
    /** Twelve-month average without overtime. */
    avgMonthlyWage12mExclOvertime: yuanSchema.optional(),
    avgExact: averageFields.avgExact,
    wagesByMonth: averageFields.wagesByMonth,
    wageTable: averageFields.wageTable,
    lastDay: dateSchema.optional(),
    hireDate: dateSchema.optional(),
    /** 2 where normal pay was received, which is the rule; 3 only where it was not. */
    multiplier: z.union([z.literal(2), z.literal(3)]).optional(),
    /** The worker declined offered leave in writing: normal pay only (办法 art. 10(2)). */
    workerRefusedInWriting: z.boolean().optional(),
    filingDate: dateSchema.optional(),
    paid: yuanSchema.optional(),
  })
  .superRefine((input, ctx) => {
    if ((input.days === undefined) === (input.claimYears === undefined))
      ctx.addIssue({
        code: 'custom',
        path: ['days'],
        message: input.days === undefined ? 'required' : 'one-form-only',
      });
    if (input.claimYears !== undefined && input.year !== undefined)
      ctx.addIssue({ code: 'custom', path: ['year'], message: 'one-form-only' });
    const years = input.claimYears?.map((y) => y.year) ?? [];
    years.forEach((y, i) => {
      if (years.indexOf(y) !== i)
        ctx.addIssue({ code: 'custom', path: ['claimYears', i, 'year'], message: 'year-twice' });
    });
  });

/** Leave of a year may be carried into the next, so its year of limitation runs from the end of that one (Beijing). */
function carryOver(
  years: readonly { readonly year: number; readonly days: string }[],
  filing: PlainDate,
  pay: (days: Rational) => Fen,
): CalculationMethod {
  const kept = years.filter((y) => filing <= addMonths(dateOf(y.year + 1, 12, 31), 12));
  const days = total(...kept.map((y) => decimal(y.days)));
  const list = kept.map((y) => y.year).join('、') || '无';
  const listEn = kept.map((y) => y.year).join(', ') || 'none';
  return {
    id: 'one-year-after-carry-over',
    name: { zh: '次年年底起一年', en: 'one year from the end of the following year' },
    amountFen: pay(days),
    lines: [line(`${filing}申请，未超过的年度：${list}`, `filed on ${filing}, years in time: ${listEn}`)],
  };
}

export const annualLeavePay = claim({
  id: 'annual-leave-pay',
  title: { zh: '未休年休假工资', en: 'Pay for annual leave not taken' },
  summary: {
    zh: '前十二个月剔除加班费的平均工资 ÷ 21.75 × 天数 × 200%（300%含已付的正常工资）。',
    en: 'Twelve-month average without overtime ÷ 21.75 × days × 200% (300% includes the normal pay received).',
  },
  input: paySchema,
  group: 'contract',
  finality: 'amount',
  limitation: 'contested',
  sources: [cite('annualLeaveMeasures', '10, 11, 12'), cite('annualLeaveRegulation', '5')],
  status: 'verified',
  example: { claimYears: [{ year: 2025, days: 5 }], avgMonthlyWage12mExclOvertime: 8700 },
  compute: (input) => {
    const average = requiredWage(
      averageOf(
        { ...input, avgMonthlyWage12m: input.avgExact ? undefined : input.avgMonthlyWage12mExclOvertime },
        { base: 'average-without-overtime', until: input.lastDay, hire: input.hireDate },
      ),
      'avgMonthlyWage12mExclOvertime',
    );
    const years =
      input.claimYears ??
      (input.year === undefined ? undefined : [{ year: input.year, days: input.days ?? '0' }]);
    const days = years ? total(...years.map((y) => decimal(y.days))) : decimal(input.days ?? '0');
    const times100 = input.workerRefusedInWriting ? 0n : BigInt(input.multiplier ?? 2);
    const pay = (d: Rational): Fen =>
      toFen(times(times(over(average.value, payDays), d), rational(times100)));
    const gross = pay(days);
    const paid = input.paid ?? zeroFen;
    const amount = toFen(atLeastZero(minus(rational(BigInt(gross)), rational(BigInt(paid)))));
    const mark = differenceMark(paid > gross);
    const text = `${exactText(average.value)} ÷ 21.75 × ${decimalText(days)}`;
    const percent = `${times100 * 100n}%`;
    const methods: CalculationMethod[] =
      years && input.filingDate
        ? [
            {
              id: 'remuneration',
              name: { zh: '按劳动报酬时效', en: 'limitation as for pay' },
              amountFen: gross,
              lines: [],
            },
            carryOver(years, input.filingDate, pay),
          ]
        : [];
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [
        ...average.lines,
        line(
          `${text}天 × ${percent} = ${formatYuan(gross)}元${unrounded(average.value).zh}${paid > 0 ? `；减已付${formatYuan(paid)}元 ${mark} ${formatYuan(amount)}元` : ''}`,
          `${text} days × ${percent} = ${formatYuan(gross)}${unrounded(average.value).en}${paid > 0 ? `; less paid ${formatYuan(paid)} ${mark} ${formatYuan(amount)}` : ''}`,
          amount,
        ),
      ],
      methods,
      wageBase: noteOfBase('average-without-overtime', average.value),
      warnings: [
        ...average.warnings,
        ...(input.workerRefusedInWriting
          ? [
              warning(
                'leave-refused',
                '劳动者书面提出不休的，只支付正常工资。',
                'Declined in writing: normal pay only.',
              ),
            ]
          : []),
        ...(input.multiplier === 3
          ? [
              warning(
                'three-hundred-percent',
                '300%已含正常工作期间工资；正常工资已发的只能再主张200%。',
                '300% includes normal pay; where that was paid only 200% is left to claim.',
                'multiplier',
              ),
            ]
          : []),
        ...(methods.length > 0
          ? [
              warning(
                'leave-limitation-contested',
                '未休年休假工资适用何种时效各地不一，两种结果均已列出。',
                'Which limitation applies is contested: both results are shown.',
              ),
            ]
          : []),
      ],
    });
  },
});
