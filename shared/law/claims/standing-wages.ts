import { z } from 'zod';
import { addDays, addMonths } from '../../kernel/date.ts';
import { formatYuan, zeroFen } from '../../kernel/money.ts';
import { dateSchema, lifetimeDays, lifetimeMonths, quantityUpTo, yuanSchema } from '../input.ts';
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
import { cite } from '../sources.ts';
import {
  cap,
  claim,
  computed,
  decimalText,
  differenceMark,
  equalsText,
  exactText,
  line,
  noteOfBase,
  warning,
  yuan,
} from './define.ts';
import type { CalculationMethod } from './types.ts';
import {
  atLeastZero,
  averageFields,
  averageOf,
  greater,
  minimumWage,
  minimumWageFields,
  payDays,
  percentOf,
  requiredWage,
} from './values.ts';
import { scheduledWorkdays } from './workdays.ts';

export const nonCompeteCompensation = claim({
  id: 'non-compete-compensation',
  title: { zh: '竞业限制补偿', en: 'Non-compete compensation' },
  summary: {
    zh: '有约定从约定；未约定的按前十二个月平均工资30%且不低于最低工资；单位提前解除另付三个月。',
    en: 'As agreed; otherwise 30% of the twelve-month average and at least the minimum wage; three months more if the employer cancels.',
  },
  input: z.strictObject({
    ...averageFields,
    ...minimumWageFields,
    /** Agreed compensation a month, or null. */
    agreed: yuanSchema.nullish(),
    /** Months in which the restriction was observed. */
    months: lifetimeMonths,
    lastDay: dateSchema.optional(),
    hireDate: dateSchema.optional(),
    /** The employer ended the restriction before its term. */
    cancelledByEmployer: z.boolean().optional(),
    paid: yuanSchema.optional(),
  }),
  group: 'pay',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [
    cite('labourInterpretation1', '36, 39'),
    cite('labourInterpretation2', '13'),
    cite('caseRules', '50'),
  ],
  status: 'verified',
  example: { avgMonthlyWage12m: 9000, localMinWage: 2330, agreed: null, months: 6 },
  compute: (input, ctx) => {
    const agreed = input.agreed ?? undefined;
    const minimum = minimumWage(ctx, input, input.lastDay);
    let value: Rational;
    const lines = [];
    const average = averageOf(input, {
      base: 'average-12-months',
      until: input.lastDay,
      hire: input.hireDate,
    });
    if (agreed !== undefined) {
      value = ofFen(agreed);
      lines.push(line(`约定每月${formatYuan(agreed)}元`, `agreed ${formatYuan(agreed)} a month`, agreed));
    } else {
      const base = requiredWage(average, 'avgMonthlyWage12m');
      const third = percentOf(base.value, 30);
      value = minimum ? greater(third, minimum.value) : third;
      lines.push(
        ...base.lines,
        line(
          `${exactText(base.value)} × 30% ${equalsText(third)}元`,
          `${exactText(base.value)} × 30% ${equalsText(third)}`,
        ),
        ...(minimum?.lines ?? []),
      );
    }
    const months = plus(decimal(input.months), rational(input.cancelledByEmployer ? 3n : 0n));
    const monthly = toFen(value);
    const left = minus(times(value, months), ofFen(input.paid ?? zeroFen));
    const amount = toFen(atLeastZero(left));
    const mark = differenceMark(left.n < 0n);
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    const text = `${exactText(value)} × ${decimalText(months)}`;
    return computed({
      result: { monthly: yuan(monthly), amount: yuan(amount) },
      amountFen: amount,
      lines: [
        ...lines,
        line(
          `${text}个月${less} ${mark} ${formatYuan(amount)}元`,
          `${text} months${less} ${mark} ${formatYuan(amount)}`,
          amount,
        ),
      ],
      caps:
        agreed === undefined && minimum
          ? [
              cap(
                'minimum-wage-floor',
                toFen(minimum.value),
                compare(value, minimum.value) === 0,
                '不低于当地最低工资',
                'not below the minimum wage',
              ),
            ]
          : [],
      ...(average ? { wageBase: noteOfBase('average-12-months', average.value) } : {}),
      warnings: [
        ...(minimum?.warnings ?? []),
        ...(agreed === undefined && !minimum
          ? [
              warning(
                'minimum-not-checked',
                '未提供当地最低工资，未核对下限。',
                'No minimum wage given: the floor was not checked.',
                'localMinWage',
              ),
            ]
          : []),
        warning(
          'non-compete-validity',
          '劳动者未接触商业秘密的，竞业限制条款对其不生效（解释（二）第13条），请先核对效力。',
          'The clause binds no worker without access to secrets (Interpretation (II) art. 13): check that first.',
        ),
      ],
    });
  },
});

const reinstatementSchema = z
  .strictObject({
    /** Day of the unlawful decision's effect. */
    from: dateSchema,
    /** Day before work is resumed. */
    to: dateSchema,
    normalMonthlyWage: yuanSchema,
    months: lifetimeMonths.optional(),
    /** Working days beyond the whole months. */
    extraWorkdays: lifetimeDays.optional(),
    /** Share of the worker's own fault, percent. */
    workerFaultPercent: quantityUpTo(100).optional(),
    paid: yuanSchema.optional(),
  })
  .superRefine((input, ctx) => {
    if (input.to < input.from) ctx.addIssue({ code: 'custom', path: ['to'], message: 'end-before-start' });
  });

export const reinstatementWages = claim({
  id: 'reinstatement-wages',
  title: { zh: '违法解除期间工资', en: 'Wages for the time of unlawful dismissal' },
  summary: {
    zh: '自违法解除决定至恢复前一日，按正常劳动的工资；双方有过错的相应分担。',
    en: 'Pay for normal work from the unlawful decision to the day before resumption, shared where both are at fault.',
  },
  input: reinstatementSchema,
  group: 'pay',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [cite('labourContractLaw', '48'), cite('labourInterpretation2', '18')],
  status: 'verified',
  example: { from: '2026-01-16', to: '2026-04-15', normalMonthlyWage: 8000 },
  compute: (input, ctx) => {
    let whole = 0;
    while (addDays(addMonths(input.from, whole + 1), -1) <= input.to) whole++;
    const restFrom = addMonths(input.from, whole);
    const counted = restFrom <= input.to ? scheduledWorkdays(restFrom, input.to, ctx.calendar) : null;
    const stated = input.months !== undefined;
    const months = stated ? decimal(input.months ?? '0') : rational(BigInt(whole));
    const fromCalendar = !stated && input.extraWorkdays === undefined && counted !== null;
    const days = decimal(input.extraWorkdays ?? (fromCalendar ? String(counted.days) : '0'));
    const wage = ofFen(input.normalMonthlyWage);
    const full = plus(times(wage, months), times(over(wage, payDays), days));
    const fault = decimal(input.workerFaultPercent ?? '0');
    const share = times(full, over(minus(rational(100n), fault), rational(100n)));
    const left = minus(share, ofFen(input.paid ?? zeroFen));
    const amount = toFen(atLeastZero(left));
    const mark = differenceMark(left.n < 0n);
    const w = formatYuan(input.normalMonthlyWage);
    const dayText = days.n > 0n ? ` + ${w} ÷ 21.75 × ${decimalText(days)}` : '';
    const faultText = fault.n > 0n ? ` × (100 − ${decimalText(fault)})%` : '';
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    const text = `${w} × ${decimalText(months)}${dayText}${faultText}${less} ${mark} ${formatYuan(amount)}`;
    const methods: CalculationMethod[] =
      fault.n > 0n
        ? [
            {
              id: 'shared-fault',
              name: { zh: '按过错分担', en: 'shared by fault' },
              amountFen: amount,
              lines: [],
            },
            {
              id: 'no-fault',
              name: { zh: '劳动者无过错', en: 'worker not at fault' },
              amountFen: toFen(atLeastZero(minus(full, ofFen(input.paid ?? zeroFen)))),
              lines: [],
            },
          ]
        : [];
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [line(`${text}元`, text, amount)],
      methods,
      wageBase: noteOfBase('normal-work', wage),
      warnings: [
        ...(fromCalendar ? counted.warnings : []),
        ...(stated && months.n !== BigInt(whole) * months.d
          ? [
              warning(
                'months-differ',
                `所填月数与起止日期（${whole}个整月）不一致，请核对。`,
                `The months given differ from the dates (${whole} whole months).`,
                'months',
              ),
            ]
          : []),
        warning('excludes-2n', '继续履行与赔偿金只能择一。', 'Reinstatement and 2N exclude each other.'),
      ],
    });
  },
});
