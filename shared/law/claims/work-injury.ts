import { z } from 'zod';
import { addDays } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, daysOfMonth, lifetimeDays, lifetimeMonths, yuanSchema } from '../input.ts';
import {
  compare,
  decimal,
  minus,
  ofFen,
  over,
  plus,
  type Rational,
  times,
  toFen,
} from '../numbers/rational.ts';
import { injuryRate } from '../reference/lookup.ts';
import { cite } from '../sources.ts';
import { deriveBase, wageHistory, wageTableSchema } from '../wages/history.ts';
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
import type { CalculationLine, CapNote, WageBaseNote } from './types.ts';
import {
  atLeastZero,
  localAverage,
  localAverageFields,
  minimumWage,
  minimumWageFields,
  percentOf,
  requiredAverage,
} from './values.ts';

const gradeSchema = z.int().min(1).max(10);
const gradeText = (grade: number) => ({ zh: `${grade}级伤残`, en: `grade ${grade}` });

/** Who pays: the fund, or the employer who enrolled nobody (工伤保险条例 art. 62). */
export const insuredField = z.boolean().optional();

export function payer(insured: boolean | undefined, usual: 'fund' | 'employer'): LawWarning {
  const fund = usual === 'fund' && insured !== false;
  return fund
    ? warning(
        'payer-fund',
        '由工伤保险基金支付；单位未参保的由单位支付。',
        'Paid by the injury fund; by the employer where it enrolled nobody.',
      )
    : warning('payer-employer', '由用人单位支付。', 'Paid by the employer.');
}

export const ownWageFields = {
  /** Average monthly contribution wage of the twelve months before the injury, yuan. */
  ownWage: yuanSchema.optional(),
  wageTable: wageTableSchema.optional(),
  injuryDate: dateSchema.optional(),
  ...localAverageFields,
};
const ownShape = z.strictObject(ownWageFields);

export interface OwnWage {
  readonly value: Rational;
  readonly lines: readonly CalculationLine[];
  readonly caps: readonly CapNote[];
  readonly warnings: readonly LawWarning[];
  readonly note: WageBaseNote;
}

/**
 * 本人工资: contribution wage, between 60% and 300% of the area average (工伤保险条例 art. 64). Without an average the
 * clamp is not applied and a warning says so.
 * @throws AppError `invalid-input` naming `ownWage`, `injuryDate` or the month without contribution wage; `no-data`.
 */
export function ownWageOf(input: z.output<typeof ownShape>, ctx: LawContext): OwnWage {
  const known = statedOrDerived(input);
  const average = localAverage(ctx, input, input.injuryDate, { dateField: 'injuryDate' });
  if (!average) {
    return {
      ...known,
      caps: [],
      warnings: [
        ...known.warnings,
        warning(
          'clamp-not-checked',
          '未提供统筹地区平均工资，未核对本人工资60%至300%的上下限。',
          'No area average given: the 60% and 300% limits were not checked.',
          'areaAvgMonthlyWage',
        ),
      ],
      note: noteOfBase('contribution-wage', known.value),
    };
  }
  const low = percentOf(average.value, injuryRate(ctx, 'ownWageClampPercent', 'floor').text);
  const high = percentOf(average.value, injuryRate(ctx, 'ownWageClampPercent', 'ceiling').text);
  const [below, above] = [compare(known.value, low) < 0, compare(known.value, high) > 0];
  const value = below ? low : above ? high : known.value;
  return {
    value,
    lines: [...known.lines, ...average.lines],
    caps: [
      cap(
        'own-wage-floor',
        toFen(low),
        below,
        `本人工资不低于平均工资60%：${exactText(low)}元`,
        `own wage at least 60% of the average: ${exactText(low)}`,
      ),
      cap(
        'own-wage-ceiling',
        toFen(high),
        above,
        `本人工资不高于平均工资300%：${exactText(high)}元`,
        `own wage at most 300% of the average: ${exactText(high)}`,
      ),
    ],
    warnings: [...known.warnings, ...average.warnings],
    note: noteOfBase('contribution-wage', value),
  };
}

function statedOrDerived(input: z.output<typeof ownShape>) {
  if (input.wageTable) {
    if (input.injuryDate === undefined) throw fieldError('injuryDate', 'required');
    const until = addDays(input.injuryDate, -1);
    return deriveBase(wageHistory(input.wageTable), { base: 'contribution-wage', until });
  }
  if (input.ownWage === undefined) throw fieldError('ownWage', 'required');
  return { value: ofFen(input.ownWage), lines: [], warnings: [] };
}

const underDeclared = warning(
  'contribution-shortfall',
  '本人工资按缴费工资计算；单位少报缴费基数造成的差额由单位补足。',
  'Own wage is the contribution wage; where the employer under-declared it the employer owes the difference.',
);

export const suspensionPay = claim({
  id: 'work-injury-suspension-pay',
  title: { zh: '停工留薪期工资', en: 'Pay while off work for injury' },
  summary: {
    zh: '原工资福利待遇 × 停工留薪期（一般不超过十二个月，确认可延长至二十四个月），单位支付。',
    en: 'Original pay × time off (twelve months, twenty-four if confirmed), paid by the employer.',
  },
  input: z.strictObject({
    originalMonthlyWage: yuanSchema,
    months: lifetimeMonths,
    extraPaidDays: lifetimeDays.optional(),
    payDivisor: daysOfMonth.optional(),
    paid: yuanSchema.optional(),
    /** The labour-ability appraisal committee confirmed an extension. */
    extensionConfirmed: z.boolean().optional(),
  }),
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '33')],
  status: 'verified',
  example: { originalMonthlyWage: 6200, months: 4, extraPaidDays: 9, paid: 8000 },
  compute: (input, ctx) => {
    const limit = injuryRate(ctx, 'suspensionMonths', input.extensionConfirmed ? 'extended' : 'normal');
    const wage = ofFen(input.originalMonthlyWage);
    const divisor = decimal(input.payDivisor ?? '21.75', 'payDivisor');
    if (divisor.n === 0n) throw fieldError('payDivisor', 'number-invalid');
    const days = decimal(input.extraPaidDays ?? '0');
    const asked = plus(decimal(input.months), over(days, divisor));
    const above = compare(asked, limit.value) > 0;
    const months = above ? limit.value : asked;
    const left = minus(times(wage, months), ofFen(input.paid ?? zeroFen));
    const amount = toFen(atLeastZero(left));
    const w = formatYuan(input.originalMonthlyWage);
    const dayText =
      days.n > 0n && !above ? ` + ${w} ÷ ${input.payDivisor ?? '21.75'} × ${decimalText(days)}` : '';
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    const monthText = above ? limit.text : input.months;
    const text = `${w} × ${monthText}${dayText}${less} ${differenceMark(left.n < 0n)} ${formatYuan(amount)}`;
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [line(`${text}元`, text, amount)],
      caps: [
        cap(
          'suspension-months',
          toFen(times(wage, limit.value)),
          above,
          `停工留薪期不超过${limit.text}个月`,
          `at most ${limit.text} months off work`,
        ),
      ],
      wageBase: noteOfBase('original-pay', wage),
      warnings: [
        payer(undefined, 'employer'),
        ...(above
          ? [
              warning(
                'suspension-too-long',
                '超过十二个月须经劳动能力鉴定委员会确认。',
                'More than twelve months needs the appraisal committee’s confirmation.',
                'months',
              ),
            ]
          : []),
      ],
    });
  },
});

export const disabilityGrant = claim({
  id: 'work-injury-disability-grant',
  title: { zh: '一次性伤残补助金', en: 'Lump-sum disability grant' },
  summary: {
    zh: '本人工资 × 27至7个月（一至十级），基金支付。',
    en: 'Own wage × 27 to 7 months by grade, paid by the fund.',
  },
  input: z.strictObject({ grade: gradeSchema, ...ownWageFields, insured: insuredField }),
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '35, 36, 37, 62, 64'), cite('socialInsuranceLaw', '41')],
  status: 'verified',
  example: { grade: 7, ownWage: 26000, areaAvgMonthlyWage: 7646 },
  compute: (input, ctx) => {
    const months = injuryRate(ctx, 'disabilityGrantMonths', String(input.grade));
    const own = ownWageOf(input, ctx);
    const amount = toFen(times(own.value, months.value));
    const g = gradeText(input.grade);
    const text = `${exactText(own.value)} × ${months.text}`;
    return computed({
      result: { months: Number(months.text), base: yuan(toFen(own.value)), amount: yuan(amount) },
      amountFen: amount,
      lines: [
        ...own.lines,
        line(
          `${g.zh}：${text}个月 = ${formatYuan(amount)}元`,
          `${g.en}: ${text} months = ${formatYuan(amount)}`,
          amount,
        ),
      ],
      caps: own.caps,
      wageBase: own.note,
      warnings: [...own.warnings, payer(input.insured, 'fund'), underDeclared],
    });
  },
});

export const disabilityAllowance = claim({
  id: 'work-injury-disability-allowance',
  title: { zh: '伤残津贴', en: 'Disability allowance' },
  summary: {
    zh: '一至四级本人工资90%至75%由基金按月支付；五、六级难以安排工作的70%、60%由单位支付；不低于最低工资。',
    en: 'Grades 1 to 4: 90% to 75% of own wage by the fund; grades 5 and 6 without suitable work: 70%, 60% by the employer; at least the minimum wage.',
  },
  input: z.strictObject({
    grade: z.int().min(1).max(6),
    ...ownWageFields,
    ...minimumWageFields,
    insured: insuredField,
  }),
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '35, 36, 64')],
  status: 'verified',
  example: { grade: 3, ownWage: 8000, localMinWage: 2376 },
  compute: (input, ctx) => {
    const percent = injuryRate(ctx, 'disabilityAllowancePercent', String(input.grade));
    const own = ownWageOf(input, ctx);
    const share = percentOf(own.value, percent.text);
    const minimum = minimumWage(ctx, input, input.injuryDate, 'injuryDate');
    const floored = minimum !== null && compare(share, minimum.value) < 0;
    const monthly = toFen(floored ? minimum.value : share);
    const text = `${exactText(own.value)} × ${percent.text}% ${equalsText(share)}`;
    return computed({
      result: { monthly: yuan(monthly) },
      amountFen: monthly,
      lines: [
        ...own.lines,
        line(`${text}元/月`, `${text} a month`, toFen(share)),
        ...(floored ? minimum.lines : []),
      ],
      caps: [
        ...own.caps,
        ...(minimum
          ? [
              cap(
                'minimum-wage-floor',
                toFen(minimum.value),
                floored,
                '低于最低工资的补足差额',
                'made up to the minimum wage',
              ),
            ]
          : []),
      ],
      wageBase: own.note,
      warnings: [
        ...own.warnings,
        payer(input.insured, input.grade <= 4 ? 'fund' : 'employer'),
        ...(minimum
          ? []
          : [
              warning(
                'minimum-not-checked',
                '未提供当地最低工资，未核对下限。',
                'No minimum wage given: the floor was not checked.',
                'localMinWage',
              ),
            ]),
      ],
    });
  },
});

export const nursingFee = claim({
  id: 'work-injury-nursing-fee',
  title: { zh: '生活护理费', en: 'Nursing allowance' },
  summary: {
    zh: '统筹地区上年度职工月平均工资的50%、40%、30%，按月，基金支付。',
    en: '50%, 40% or 30% of the area’s previous-year monthly average wage, monthly, by the fund.',
  },
  input: z.strictObject({
    /** Complete, mostly or partial loss of self-care, as assessed. */
    dependence: z.enum(['complete', 'mostly', 'partial']),
    ...localAverageFields,
    date: dateSchema.optional(),
    insured: insuredField,
  }),
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '34')],
  status: 'verified',
  example: { dependence: 'complete', areaAvgMonthlyWage: 7750 },
  compute: (input, ctx) => {
    const percent = injuryRate(ctx, 'nursingPercent', input.dependence);
    const average = requiredAverage(ctx, input, input.date, { dateField: 'date' });
    const monthly = toFen(percentOf(average.value, percent.text));
    const text = `${exactText(average.value)} × ${percent.text}% = ${formatYuan(monthly)}`;
    return computed({
      result: { monthly: yuan(monthly) },
      amountFen: monthly,
      lines: [...average.lines, line(`${text}元/月`, `${text} a month`, monthly)],
      wageBase: noteOfBase('area-average', average.value),
      warnings: [
        ...average.warnings,
        payer(input.insured, 'fund'),
        warning(
          'needs-assessment',
          '须经劳动能力鉴定确认需要生活护理。',
          'Needs an assessment that nursing is required.',
        ),
      ],
    });
  },
});
