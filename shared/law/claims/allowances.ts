import { z } from 'zod';
import { plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import {
  dateSchema,
  lifetimeMonths,
  quantitySchema,
  quantityUpTo,
  serviceYears,
  yuanSchema,
} from '../input.ts';
import { compare, decimal, minus, ofFen, rational, times, toFen } from '../numbers/rational.ts';
import { heatAllowanceAt, provinceNamed } from '../reference/local.ts';
import { unverified } from '../reference/lookup.ts';
import { areaSchema, noData } from '../reference/row.ts';
import { noteUsed } from '../reference/used.ts';
import { cite } from '../sources.ts';
import { monthSchema } from '../wages/history.ts';
import {
  calculator,
  cap,
  claim,
  computed,
  differenceMark,
  line,
  noteOfBase,
  warning,
  yuan,
} from './define.ts';
import { atLeastZero, greater, minimumWageFields, percentOf, requiredMinimum, sourceText } from './values.ts';

const heatSchema = z
  .strictObject({
    unit: z.enum(['day', 'month']),
    rate: yuanSchema.optional(),
    monthlyRate: yuanSchema.optional(),
    rateSource: sourceText,
    rateStatus: z.string().max(100).optional(),
    areaCode: areaSchema.optional(),
    province: z.string().min(1).max(20).optional(),
    /** A day of the season, for the standard then in force; the newest one without it. */
    date: dateSchema.optional(),
    qualifyingDays: quantitySchema.optional(),
    months: lifetimeMonths.optional(),
    season: z.string().max(40).optional(),
    paid: yuanSchema.optional(),
  })
  .superRefine((input, ctx) => {
    const need = (path: string): void => ctx.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (input.unit === 'day' && input.qualifyingDays === undefined) need('qualifyingDays');
    if (input.unit === 'month' && input.months === undefined) need('months');
  });
type HeatInput = z.output<typeof heatSchema>;

function heatRate(input: HeatInput, ctx: LawContext) {
  const stated = input.unit === 'day' ? input.rate : (input.monthlyRate ?? input.rate);
  if (stated !== undefined) {
    const source = input.rateSource ?? input.province;
    return {
      fen: stated,
      zh: source ? `（${source}）` : '',
      en: input.rateSource ? ` (${input.rateSource})` : '',
      warnings:
        input.rateStatus === 'unverified'
          ? [warning('rate-not-verified', '津贴标准未经核对。', 'The rate was not verified.', 'rate')]
          : [],
    };
  }
  const area =
    input.areaCode ?? (input.province === undefined ? ctx.region : provinceNamed(ctx, input.province));
  if (area === undefined) throw fieldError(input.unit === 'day' ? 'rate' : 'monthlyRate', 'required');
  const row = heatAllowanceAt(ctx, area, input.date);
  if (row.rate === undefined || row.unit !== input.unit)
    throw fieldError('unit', 'unit-differs', { unit: row.unit });
  return {
    fen: row.rate,
    zh: `（${row.name.zh}标准）`,
    en: ` (${row.name.en} rate)`,
    warnings: [
      ...unverified(row),
      ...(row.conflict
        ? [
            warning(
              'rate-conflict',
              '所见资料对该地标准记载不一，请核对。',
              'Sources differ on the rate of this place.',
            ),
          ]
        : []),
    ],
  };
}

export const highTemperatureAllowance = claim({
  id: 'high-temperature-allowance',
  title: { zh: '高温津贴', en: 'High-temperature allowance' },
  summary: {
    zh: '按日标准 × 35℃以上室外作业或工作场所未降至33℃以下的实际天数；按月发放的省份按月。',
    en: 'Daily rate × days worked outdoors at 35 °C or where the workplace stayed at 33 °C; by month where the province says so.',
  },
  input: heatSchema,
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  sources: [cite('heatMeasures', '17')],
  status: 'from-memory',
  example: { areaCode: '610103', unit: 'day', qualifyingDays: 68 },
  compute: (input, ctx) => {
    const rate = heatRate(input, ctx);
    const n = input.unit === 'day' ? (input.qualifyingDays ?? '0') : (input.months ?? '0');
    const max = input.unit === 'day' ? 366n : 12n;
    if (compare(decimal(n), rational(max)) > 0)
      throw fieldError(input.unit === 'day' ? 'qualifyingDays' : 'months', 'number-too-large', {
        max: Number(max),
      });
    const gross = toFen(times(ofFen(rate.fen), decimal(n)));
    const amount = fen(Math.max(0, gross - (input.paid ?? 0)));
    const mark = differenceMark((input.paid ?? 0) > gross);
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [
        line(
          `${formatYuan(rate.fen)}元/${input.unit === 'day' ? '天' : '月'}${rate.zh} × ${n}${less} ${mark} ${formatYuan(amount)}元`,
          `${formatYuan(rate.fen)} a ${input.unit}${rate.en} × ${n}${less} ${mark} ${formatYuan(amount)}`,
          amount,
        ),
      ],
      warnings: [
        ...rate.warnings,
        warning(
          'heat-evidence',
          '需逐日气温证据；计入工资总额，但不计入最低工资；发放饮料、药品不能代替。',
          'Needs weather evidence by day; it is part of total pay but not of the minimum wage; drinks do not replace it.',
        ),
      ],
    });
  },
});

export const sickLeavePay = claim({
  id: 'sick-leave-pay',
  title: { zh: '病假工资', en: 'Sick pay' },
  summary: {
    zh: '约定或当地标准，不低于当地最低工资的80%；计算下限与差额。',
    en: 'As agreed or by local rule, not below 80% of the minimum wage: the floor and the shortfall.',
  },
  input: z.strictObject({
    ...minimumWageFields,
    month: monthSchema.optional(),
    /** What is paid or agreed a month; without it the floor alone is shown. */
    contractSickPay: yuanSchema.optional(),
    months: lifetimeMonths.optional(),
  }),
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  sources: [cite('labourLawOpinions', '59')],
  status: 'secondary',
  example: { localMinWage: 2330, contractSickPay: 1500, month: '2026-03' },
  compute: (input, ctx) => {
    const date = input.month ? plainDate(`${input.month}-01`, 'month') : undefined;
    const minimum = requiredMinimum(ctx, input, date, 'month');
    const floor = percentOf(minimum.value, 80);
    const paid = input.contractSickPay === undefined ? floor : ofFen(input.contractSickPay);
    const monthly = atLeastZero(minus(floor, paid));
    const amount = toFen(times(monthly, decimal(input.months ?? '1')));
    const floorFen = toFen(floor);
    return computed({
      result: { floor: yuan(floorFen), shortfall: yuan(amount) },
      amountFen: amount,
      lines: [
        ...minimum.lines,
        line(`× 80% = ${formatYuan(floorFen)}元`, `× 80% = ${formatYuan(floorFen)}`, floorFen),
        line(
          `差额：(${formatYuan(floorFen)} − ${formatYuan(toFen(paid))}) × ${input.months ?? 1}个月 → ${formatYuan(amount)}元`,
          `shortfall: (${formatYuan(floorFen)} − ${formatYuan(toFen(paid))}) × ${input.months ?? 1} months → ${formatYuan(amount)}`,
          amount,
        ),
      ],
      caps: [
        cap(
          'eighty-percent-floor',
          floorFen,
          monthly.n > 0n,
          '不低于最低工资的80%',
          'not below 80% of the minimum wage',
        ),
      ],
      warnings: [
        ...minimum.warnings,
        warning(
          'local-sick-scale',
          '上海、江苏等地另有更高的病假工资标准，请核对当地规定。',
          'Some provinces have higher scales: check the local rule.',
        ),
      ],
    });
  },
});

const shutdownSchema = z.strictObject({
  /** 1 for the pay cycle in which the stoppage began. */
  wageCycleIndex: z.int().min(1).max(240),
  contractWage: yuanSchema,
  workProvided: z.boolean(),
  /** New pay agreed for work done in later cycles. */
  agreedPay: yuanSchema.optional(),
  /** Local living allowance as percent of the minimum wage, or as yuan a month. */
  livingAllowancePercent: quantityUpTo(1000).optional(),
  livingAllowance: yuanSchema.optional(),
  livingAllowanceSource: sourceText,
  ...minimumWageFields,
  date: dateSchema.optional(),
  cycles: lifetimeMonths.optional(),
  paid: yuanSchema.optional(),
});
type ShutdownInput = z.output<typeof shutdownSchema>;

function shutdownMonthly(input: ShutdownInput, ctx: LawContext) {
  const wage = ofFen(input.contractWage);
  if (input.wageCycleIndex === 1)
    return {
      value: wage,
      lines: [line('第一个工资支付周期：按合同工资', 'first pay cycle: contract wage')],
      warnings: [],
    };
  if (input.workProvided) {
    const minimum = requiredMinimum(ctx, input, input.date, 'date');
    const agreed = input.agreedPay === undefined ? minimum.value : ofFen(input.agreedPay);
    return {
      value: greater(agreed, minimum.value),
      lines: [
        ...minimum.lines,
        line(
          '以后各周期提供了正常劳动：不低于最低工资',
          'later cycles with normal work: not below the minimum wage',
        ),
      ],
      warnings: minimum.warnings,
    };
  }
  const words = line(
    '以后各周期未提供劳动：按当地生活费标准',
    'later cycles without work: local living allowance',
  );
  if (input.livingAllowance !== undefined)
    return { value: ofFen(input.livingAllowance), lines: [words], warnings: [] };
  // The rate is local and none is on file: it is asked for.
  if (input.livingAllowancePercent === undefined) throw fieldError('livingAllowance', 'required');
  const minimum = requiredMinimum(ctx, input, input.date, 'date');
  return {
    value: percentOf(minimum.value, input.livingAllowancePercent),
    lines: [
      ...minimum.lines,
      words,
      line(`× ${input.livingAllowancePercent}%`, `× ${input.livingAllowancePercent}%`),
    ],
    warnings: minimum.warnings,
  };
}

export const shutdownPay = claim({
  id: 'shutdown-pay',
  title: { zh: '停工停产工资', en: 'Pay during a stoppage' },
  summary: {
    zh: '非因劳动者原因停工：第一个工资周期按合同工资；以后提供劳动的不低于最低工资，未提供的按当地生活费。',
    en: 'Stoppage not caused by the worker: contract wage for the first cycle, then at least the minimum wage, or the local living allowance without work.',
  },
  input: shutdownSchema,
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  sources: [cite('wagePayment', '12')],
  status: 'verified',
  example: { wageCycleIndex: 1, contractWage: 5200, workProvided: false },
  compute: (input, ctx) => {
    const monthly = shutdownMonthly(input, ctx);
    const gross = times(monthly.value, decimal(input.cycles ?? '1'));
    const left = minus(gross, ofFen(input.paid ?? zeroFen));
    const amount = toFen(atLeastZero(left));
    const mark = differenceMark(left.n < 0n);
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    const text = `${formatYuan(toFen(monthly.value))} × ${input.cycles ?? 1}${less}`;
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [
        ...monthly.lines,
        line(`${text} ${mark} ${formatYuan(amount)}元`, `${text} ${mark} ${formatYuan(amount)}`, amount),
      ],
      wageBase: noteOfBase('normal-work', monthly.value),
      warnings: [...monthly.warnings],
    });
  },
});

export const medicalTreatmentPeriod = calculator({
  id: 'medical-treatment-period',
  title: { zh: '医疗期', en: 'Medical treatment period' },
  summary: {
    zh: '按累计工作年限和本单位年限查医疗期月数及累计计算周期。',
    en: 'Months of protected treatment by total service and service in the unit, and the window they are counted in.',
  },
  input: z
    .strictObject({ totalServiceYears: serviceYears, unitServiceYears: serviceYears })
    .superRefine((input, ctx) => {
      if (compare(decimal(input.unitServiceYears), decimal(input.totalServiceYears)) > 0)
        ctx.addIssue({ code: 'custom', path: ['unitServiceYears'], message: 'more-than-total' });
    }),
  group: 'pay',
  finality: 'none',
  sources: [cite('medicalPeriodRules', '3, 4')],
  status: 'from-memory',
  example: { totalServiceYears: 8, unitServiceYears: 6 },
  compute: (input, ctx) => {
    const [total, unit] = [decimal(input.totalServiceYears), decimal(input.unitServiceYears)];
    const within = (v: typeof total, from: number, below: number | null): boolean =>
      compare(v, decimal(String(from))) >= 0 && (below === null || compare(v, decimal(String(below))) < 0);
    const table = ctx.medicalPeriod;
    const row = table?.rows.find(
      (r) => within(total, r.totalFrom, r.totalBelow) && within(unit, r.unitFrom, r.unitBelow),
    );
    if (!table || !row)
      throw noData('medicalPeriod', { area: '000000', totalYears: input.totalServiceYears });
    noteUsed(ctx, { zh: '医疗期', en: 'medical treatment period' }, table);
    return computed({
      result: { months: row.months, windowMonths: row.window },
      lines: [
        line(
          `医疗期${row.months}个月，按${row.window}个月内累计病休时间计算`,
          `${row.months} months, counted within ${row.window} months`,
        ),
      ],
    });
  },
});
