import { z } from 'zod';
import { dateOf, daysInMonth, type PlainDate, partsOf, plainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import { hoursOfMonth, lifetimeMonths, yuanSchema } from '../input.ts';
import { compare, decimal, minus, ofFen, rational, times, toFen } from '../numbers/rational.ts';
import { noData } from '../reference/row.ts';
import { noteUsed } from '../reference/used.ts';
import { cite } from '../sources.ts';
import { sumLine } from '../wages/amounts.ts';
import { type MinimumWage, minimumWageAt, minimumWageName, minimumWageTitle } from '../wages/minimum-wage.ts';
import { calculator, claim, computed, line, warning, yuan, yuanText } from './define.ts';
import type { CapNote, Computation } from './types.ts';

/** The standard for a place and day from the loaded table. @throws AppError `no-data`, `invalid-input`. */
export function standardFor(ctx: LawContext, areaCode: string, date: PlainDate, tier?: number): MinimumWage {
  if (!ctx.minimumWages) throw noData('minimumWages', { area: areaCode, date });
  const found = minimumWageAt(ctx.minimumWages, areaCode, date, tier);
  noteUsed(ctx, minimumWageTitle(found.row), found.row);
  return found;
}

export const areaCodeSchema = z.string().regex(/^\d{6}$/, 'area-code-invalid');
export const tierSchema = z.int().min(1).max(9);

export const wageDeductionCap = calculator({
  id: 'wage-deduction-cap',
  title: { zh: '工资扣赔限额', en: 'Cap on deductions from wages' },
  summary: {
    zh: '因劳动者原因造成损失的，每月扣除不超过当月工资的20%，且扣除后不低于当地最低工资。',
    en: 'For loss the worker caused: at most 20% of the month’s wage, and never below the minimum wage.',
  },
  input: z.strictObject({
    monthlyWage: yuanSchema,
    localMinWage: yuanSchema,
    loss: yuanSchema.optional(),
  }),
  sources: [cite('wagePayment', '16')],
  status: 'verified',
  group: 'pay',
  finality: 'none',
  example: { monthlyWage: 2600, localMinWage: 2200, loss: 8000 },
  compute: ({ monthlyWage, localMinWage, loss }) => {
    const fifth = toFen(times(ofFen(monthlyWage), rational(1n, 5n)));
    const spare = fen(Math.max(0, monthlyWage - localMinWage));
    const cap = fen(Math.min(fifth, spare));
    const most = loss === undefined ? cap : fen(Math.min(cap, loss));
    const caps: CapNote[] = [
      {
        code: 'fifth-of-wage',
        limitFen: fifth,
        applied: fifth <= spare,
        text: { zh: `当月工资的20%：${yuanText(fifth)}`, en: `20% of the wage: ${formatYuan(fifth)}` },
      },
      {
        code: 'minimum-wage-left',
        limitFen: spare,
        applied: spare < fifth,
        text: {
          zh: `高于最低工资的部分：${yuanText(spare)}`,
          en: `above the minimum wage: ${formatYuan(spare)}`,
        },
      },
    ];
    return computed({
      result: yuan(most),
      amountFen: most,
      lines: [
        line(
          `min(${formatYuan(monthlyWage)} × 20% = ${formatYuan(fifth)}，${formatYuan(monthlyWage)} − ${formatYuan(localMinWage)} = ${formatYuan(spare)}) = ${yuanText(cap)}/月`,
          `min(${formatYuan(monthlyWage)} × 20% = ${formatYuan(fifth)}, ${formatYuan(monthlyWage)} − ${formatYuan(localMinWage)} = ${formatYuan(spare)}) = ${formatYuan(cap)} a month`,
          cap,
        ),
      ],
      caps,
      warnings: [
        warning(
          'deduction-needs-contract',
          '仅在劳动合同约定赔偿的情况下可以扣除。',
          'Only where the labour contract provides for it.',
        ),
      ],
    });
  },
});

const monthField = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month-invalid')
  .refine((m) => m >= '1900-01' && m <= '2199-12', 'month-invalid');

const differentialSchema = z
  .strictObject({
    type: z.enum(['full-time', 'part-time-hourly']).optional(),
    areaCode: areaCodeSchema.optional(),
    tier: tierSchema.optional(),
    month: monthField.optional(),
    gross: yuanSchema.optional(),
    overtime: yuanSchema.optional(),
    heatAllowance: yuanSchema.optional(),
    nightAllowance: yuanSchema.optional(),
    hazardAllowance: yuanSchema.optional(),
    welfare: yuanSchema.optional(),
    hours: hoursOfMonth.optional(),
    hourlyPaid: yuanSchema.optional(),
    months: z
      .array(z.strictObject({ n: lifetimeMonths, pay: yuanSchema, min: yuanSchema }))
      .min(1)
      .max(600)
      .optional(),
  })
  .superRefine((input, ctx) => {
    const need = (key: keyof typeof input): void => {
      if (input[key] === undefined) ctx.addIssue({ code: 'custom', path: [key], message: 'required' });
    };
    if (input.months) return;
    need('areaCode');
    need('month');
    if (input.type === 'part-time-hourly') {
      need('hours');
      need('hourlyPaid');
    } else need('gross');
  });

type Differential = z.output<typeof differentialSchema>;

const notCounted = ['overtime', 'heatAllowance', 'nightAllowance', 'hazardAllowance', 'welfare'] as const;

const composition = warning(
  'minimum-wage-composition',
  '最低工资不含加班费、中夜班、高温低温井下有毒有害津贴和法定福利；是否含个人应缴社保、公积金各地不同，请核对。',
  'The minimum excludes overtime, shift and hardship allowances and statutory benefits; whether it includes the worker’s own social insurance differs by province.',
);

function stated(months: NonNullable<Differential['months']>): Computation {
  const parts = months.map(({ n, pay, min }) => {
    const gap = fen(Math.max(0, min - pay));
    const amount = toFen(times(decimal(n), ofFen(gap)));
    const text = `(${formatYuan(min)} − ${formatYuan(pay)}) × ${n}`;
    return {
      amount,
      line: line(`${text}个月 = ${yuanText(amount)}`, `${text} months = ${formatYuan(amount)}`, amount),
    };
  });
  const total = addFen(...parts.map((p) => p.amount));
  return computed({
    result: yuan(total),
    amountFen: total,
    lines: [...parts.map((p) => p.line), { ...sumLine(parts.map((p) => p.amount)), amountFen: total }],
    warnings: [composition],
  });
}

function hourly(input: Differential, standard: MinimumWage): Computation {
  const minimum = standard.hourlyFen;
  if (minimum === null)
    throw noData('minimumWages', {
      area: input.areaCode ?? standard.row.area,
      date: `${input.month}-01`,
      column: 'hourly',
    });
  const [paid, hours] = [input.hourlyPaid ?? zeroFen, input.hours ?? '0'];
  const gap = minus(ofFen(minimum), ofFen(paid));
  const amount = compare(gap, rational(0n)) > 0 ? toFen(times(gap, decimal(hours))) : zeroFen;
  const text = `(${formatYuan(minimum)} − ${formatYuan(paid)}) × ${hours}`;
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [line(`${text}小时 = ${yuanText(amount)}`, `${text} hours = ${formatYuan(amount)}`, amount)],
    warnings: [...standard.warnings],
  });
}

function monthly(input: Differential, standard: MinimumWage): Computation {
  const gross = input.gross ?? zeroFen;
  const left = notCounted.map((key) => input[key] ?? zeroFen).filter((a) => a > 0);
  const comparable = fen(gross - addFen(...left));
  if (comparable < 0) throw fieldError('gross', 'less-than-parts');
  const amount = fen(Math.max(0, standard.monthlyFen - comparable));
  const minuses = left.map((a) => ` − ${formatYuan(a)}`).join('');
  const name = minimumWageName(standard.row);
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [
      line(
        `可比工资：${formatYuan(gross)}${minuses} = ${yuanText(comparable)}`,
        `comparable pay: ${formatYuan(gross)}${minuses} = ${formatYuan(comparable)}`,
        comparable,
      ),
      line(
        `${name.zh}第${standard.tier}档${yuanText(standard.monthlyFen)} − ${formatYuan(comparable)} → 差额${yuanText(amount)}`,
        `${name.en}, tier ${standard.tier}: ${formatYuan(standard.monthlyFen)} − ${formatYuan(comparable)} → ${formatYuan(amount)}`,
        amount,
      ),
    ],
    warnings: [...standard.warnings, composition],
  });
}

export const minimumWageDifferential = claim({
  id: 'minimum-wage-differential',
  title: { zh: '最低工资差额', en: 'Shortfall below the minimum wage' },
  summary: {
    zh: '按用工地、月份和档次查最低工资标准，减去可比工资；非全日制按小时标准。',
    en: 'The minimum wage of the place, month and tier less comparable pay; hourly for part-time work.',
  },
  input: differentialSchema,
  sources: [cite('minimumWageProvisions', '3, 12, 13')],
  status: 'from-memory',
  group: 'pay',
  finality: 'amount',
  limitation: 'remuneration',
  example: { areaCode: '510104', month: '2026-03', gross: 2000, overtime: 200, nightAllowance: 120 },
  compute: (input, ctx) => {
    if (input.months) return stated(input.months);
    const date = plainDate(`${input.month}-01`, 'month');
    const standard = standardFor(ctx, input.areaCode ?? '', date, input.tier);
    const result = input.type === 'part-time-hourly' ? hourly(input, standard) : monthly(input, standard);
    return { ...result, warnings: [...result.warnings, ...changeWithin(ctx, input, standard)] };
  },
});

/** A standard that changes inside the month: the first day's is used and the reader told. */
function changeWithin(ctx: LawContext, input: Differential, standard: MinimumWage): Computation['warnings'] {
  const { year, month } = partsOf(plainDate(`${input.month}-01`, 'month'));
  const end = dateOf(year, month, daysInMonth(year, month));
  const later: Fen = standardFor(ctx, input.areaCode ?? '', end, input.tier).monthlyFen;
  if (later === standard.monthlyFen) return [];
  return [
    warning(
      'minimum-wage-changed-in-month',
      `本月内标准调整为${yuanText(later)}，此处按月初标准计算，请分段核对。`,
      `The standard changes to ${formatYuan(later)} within the month; the first day’s was used.`,
    ),
  ];
}
