import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import { addFen, type Fen, formatYuan } from '../../kernel/money.ts';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { dateSchema, lifetimeMonths, serviceYears, yuanSchema } from '../input.ts';
import { decimal, ofFen, rational, times, toFen } from '../numbers/rational.ts';
import { injuryLumpAt, type LumpCell, provinceNamed } from '../reference/local.ts';
import { injuryRate, unverified } from '../reference/lookup.ts';
import type { AverageWageSeries, InjuryLumpTable } from '../reference/tables.ts';
import { cite } from '../sources.ts';
import { claim, computed, equalsText, exactText, line, noteOfBase, warning, yuan } from './define.ts';
import type { CalculationLine } from './types.ts';
import { type Known, localAverageFields, requiredAverage, sourceText } from './values.ts';
import { insuredField, payer } from './work-injury.ts';

// Two numbers in a stated table: `medical 8, employment 8`.
const stated = /medical\s*(\d{1,3}(?:\.\d+)?)\D+employment\s*(\d{1,3}(?:\.\d+)?)/i;

const lumpSchema = z
  .strictObject({
    /** Chinese short name of the province, such as 四川; or `areaCode`. */
    province: z.string().min(1).max(20).optional(),
    provinceTable: z.string().max(200).regex(stated, 'table-invalid').optional(),
    /** Months by the province's rule, where it is not on file. */
    medicalMonths: lifetimeMonths.optional(),
    employmentMonths: lifetimeMonths.optional(),
    monthsSource: sourceText,
    grade: z.int().min(5).max(10),
    ...localAverageFields,
    /** Day the relationship ended. */
    terminationDate: dateSchema.optional(),
    yearsToRetirement: serviceYears.optional(),
    insured: insuredField,
  })
  .superRefine((input, ctx) => {
    if ((input.medicalMonths === undefined) !== (input.employmentMonths === undefined))
      ctx.addIssue({
        code: 'custom',
        path: [input.medicalMonths === undefined ? 'medicalMonths' : 'employmentMonths'],
        message: 'required',
      });
  });
type Input = z.output<typeof lumpSchema>;
type Row = InjuryLumpTable[number];

interface Lump {
  readonly months?: string;
  readonly yuan?: Fen;
}
interface Rule {
  readonly medical: Lump;
  readonly employment: Lump;
  readonly row?: Row;
  readonly warnings: readonly LawWarning[];
}

function ruleOf(input: Input, ctx: LawContext): Rule {
  const parts = input.provinceTable === undefined ? null : stated.exec(input.provinceTable);
  const medical = input.medicalMonths ?? parts?.[1];
  const employment = input.employmentMonths ?? parts?.[2];
  if (medical !== undefined && employment !== undefined)
    return { medical: { months: medical }, employment: { months: employment }, warnings: [] };
  const area =
    input.areaCode ?? (input.province === undefined ? ctx.region : provinceNamed(ctx, input.province));
  if (area === undefined) throw fieldError('province', 'required');
  const found = injuryLumpAt(ctx, area, input.grade, input.terminationDate);
  const cell = (c: LumpCell): Lump =>
    c.yuan === undefined ? { months: String(c.months) } : { yuan: c.yuan };
  const worst = found.medical.status === 'verified' ? found.employment.status : found.medical.status;
  return {
    medical: cell(found.medical),
    employment: cell(found.employment),
    row: found.row,
    warnings: unverified({ source: found.row.source, status: worst }),
  };
}

export const medicalAndEmploymentLumps = claim({
  id: 'work-injury-medical-employment',
  title: { zh: '一次性工伤医疗补助金和伤残就业补助金', en: 'Medical and employment lump sums' },
  summary: {
    zh: '五至十级解除或终止关系时，按各省规定的月数 × 平均工资；医疗由基金、就业由单位支付。',
    en: 'Grades 5 to 10 on ending the relationship: months by the province × average wage; medical by the fund, employment by the employer.',
  },
  input: lumpSchema,
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '36, 37'), cite('implementingRegulation', '23')],
  status: 'verified',
  example: { province: '四川', grade: 9, areaAvgMonthlyWage: 7646 },
  compute: (input, ctx) => {
    const rule = ruleOf(input, ctx);
    const fixed = rule.medical.yuan !== undefined && rule.employment.yuan !== undefined;
    const scope = rule.row?.baseScope ?? 'city';
    const average = fixed
      ? null
      : requiredAverage(ctx, input, input.terminationDate, { scope, dateField: 'terminationDate' });
    const lines: CalculationLine[] = [...(average?.lines ?? [])];
    const amountOf = (lump: Lump, zh: string, en: string): Fen => {
      if (lump.yuan !== undefined) {
        lines.push(
          line(`${zh}：定额${formatYuan(lump.yuan)}元`, `${en}: fixed ${formatYuan(lump.yuan)}`, lump.yuan),
        );
        return lump.yuan;
      }
      if (!average || lump.months === undefined) throw fieldError('areaAvgMonthlyWage', 'required');
      const amount = toFen(times(average.value, decimal(lump.months)));
      const text = `${exactText(average.value)} × ${lump.months}`;
      lines.push(
        line(
          `${zh}：${text}个月 = ${formatYuan(amount)}元`,
          `${en}: ${text} months = ${formatYuan(amount)}`,
          amount,
        ),
      );
      return amount;
    };
    const medical = amountOf(rule.medical, '医疗补助金', 'medical');
    const employment = amountOf(rule.employment, '就业补助金', 'employment');
    const sum = addFen(medical, employment);
    const near = rule.row?.nearRetirement;
    return computed({
      result: { medical: yuan(medical), employment: yuan(employment), total: yuan(sum) },
      amountFen: sum,
      lines: [...lines, line(`合计${formatYuan(sum)}元`, `total ${formatYuan(sum)}`, sum)],
      ...(average ? { wageBase: noteOfBase('area-average', average.value) } : {}),
      warnings: [
        ...rule.warnings,
        ...(average?.warnings ?? []),
        warning(
          'lump-payers',
          input.insured === false
            ? '单位未参保，两项均由单位支付。'
            : '医疗补助金由基金支付，就业补助金由单位支付。',
          input.insured === false
            ? 'The employer enrolled nobody and pays both.'
            : 'The fund pays the medical lump, the employer the employment lump.',
        ),
        ...(near
          ? [
              warning(
                'near-retirement',
                `临近退休：${near.zh}。`,
                `Near retirement: ${near.en}.`,
                'yearsToRetirement',
              ),
            ]
          : []),
        ...(rule.row?.area === '320000'
          ? [
              warning(
                'city-adjustment',
                '设区市可在定额基础上浮动20%，请核对当地标准。',
                'Cities may vary the fixed amounts by 20%: check the local figure.',
              ),
            ]
          : []),
      ],
    });
  },
});

/** The yearly average wage: as entered, else twelve times the monthly one on file. */
function annualWage(
  input: {
    readonly areaAvgAnnualWage?: Fen | undefined;
    readonly areaCode?: string | undefined;
    readonly averageWageSeries?: AverageWageSeries | undefined;
    readonly date?: PlainDate | undefined;
  },
  ctx: LawContext,
): Known {
  if (input.areaAvgAnnualWage !== undefined)
    return { value: ofFen(input.areaAvgAnnualWage), lines: [], warnings: [] };
  const { areaCode, averageWageSeries, date } = input;
  if (areaCode === undefined) throw fieldError('areaAvgAnnualWage', 'required');
  const monthly = requiredAverage(ctx, { areaCode, averageWageSeries }, date, { dateField: 'date' });
  const value = times(monthly.value, rational(12n));
  const text = `${exactText(monthly.value)} × 12 ${equalsText(value)}`;
  return {
    value,
    lines: [...monthly.lines, line(`年平均工资：${text}元`, `a year: ${text}`)],
    warnings: monthly.warnings,
  };
}

export const illegalUnitLump = claim({
  id: 'illegal-unit-injury-lump',
  title: { zh: '非法用工一次性赔偿金', en: 'Lump sum from an illegally employing unit' },
  summary: {
    zh: '无照、被吊销单位或使用童工：当地上年度职工年平均工资 × 16至1倍；死亡20倍。',
    en: 'Unlicensed or deregistered employer, or child labour: area yearly average wage × 16 to 1 by grade; 20 for death.',
  },
  input: z
    .strictObject({
      grade: z.int().min(1).max(10).optional(),
      death: z.boolean().optional(),
      /** Previous-year yearly average wage of the place, yuan. */
      areaAvgAnnualWage: yuanSchema.optional(),
      areaAvgAnnualWageSource: sourceText,
      /** Place and day of the injury, for the average wage then on file. */
      areaCode: localAverageFields.areaCode,
      averageWageSeries: localAverageFields.averageWageSeries,
      date: dateSchema.optional(),
    })
    .superRefine((input, ctx) => {
      if ((input.grade === undefined) === (input.death !== true))
        ctx.addIssue({
          code: 'custom',
          path: ['grade'],
          message: input.death ? 'one-form-only' : 'required',
        });
    }),
  group: 'injury',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [cite('injuryRegulation', '66'), cite('illegalUnitMeasures', '5, 6')],
  status: 'from-memory',
  example: { grade: 9, areaAvgAnnualWage: 91752 },
  compute: (input, ctx) => {
    const multiple = injuryRate(ctx, 'illegalUnitMultiple', input.death ? 'death' : String(input.grade));
    const annual = annualWage(input, ctx);
    const amount = toFen(times(annual.value, multiple.value));
    const text = `${exactText(annual.value)} × ${multiple.text} = ${formatYuan(amount)}`;
    const source = input.areaAvgAnnualWageSource;
    return computed({
      result: { multiple: Number(multiple.text), amount: yuan(amount) },
      amountFen: amount,
      lines: [
        ...annual.lines,
        line(`${text}元${source ? `（${source}）` : ''}`, `${text}${source ? ` (${source})` : ''}`, amount),
      ],
      warnings: [
        ...annual.warnings,
        payer(false, 'employer'),
        ...(input.death
          ? [
              warning(
                'other-death-costs',
                '另有丧葬等其他赔偿金，按年平均工资10倍。',
                'Funeral and other costs come on top at ten times.',
              ),
            ]
          : []),
      ],
    });
  },
});
