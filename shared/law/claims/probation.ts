import { z } from 'zod';
import { fieldError } from '../../kernel/errors.ts';
import { fen, formatYuan } from '../../kernel/money.ts';
import { dateSchema, lifetimeDays, lifetimeMonths, yuanSchema } from '../input.ts';
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
import { calculator, cap, claim, computed, decimalText, line, noteOfBase, warning, yuan } from './define.ts';
import {
  atLeastZero,
  greater,
  lesser,
  minimumWage,
  minimumWageFields,
  payDays,
  percentOf,
} from './values.ts';

const term = {
  contractTermMonths: lifetimeMonths.optional(),
  contractType: z.enum(['fixed-term', 'open-ended', 'task-based', 'part-time']).optional(),
};

/** Longest lawful probation in months (劳动合同法 arts 19, 70). Three years and three months include the number. */
function legalMaximum(input: {
  contractTermMonths?: string | undefined;
  contractType?: string | undefined;
}): number {
  if (input.contractType === 'task-based' || input.contractType === 'part-time') return 0;
  if (input.contractType === 'open-ended') return 6;
  if (input.contractTermMonths === undefined) throw fieldError('contractTermMonths', 'required');
  const months = decimal(input.contractTermMonths);
  const at = (n: bigint): boolean => compare(months, rational(n)) >= 0;
  return at(36n) ? 6 : at(12n) ? 2 : at(3n) ? 1 : 0;
}

const limitLine = (max: number) =>
  line(`法定试用期最长${max}个月`, `probation of at most ${max} months is lawful`);

export const probationLimit = calculator({
  id: 'probation-limit',
  title: { zh: '试用期上限', en: 'Longest lawful probation' },
  summary: {
    zh: '不满三个月或以完成任务为期限的不得约定；三个月以上一个月，一年以上二个月，三年以上和无固定期限六个月。',
    en: 'None under three months or for a task; one month from three months, two from one year, six from three years or open-ended.',
  },
  input: z.strictObject(term),
  group: 'contract',
  finality: 'none',
  sources: [cite('labourContractLaw', '19, 70')],
  status: 'verified',
  example: { contractTermMonths: 36 },
  compute: (input) => {
    const max = legalMaximum(input);
    return computed({ result: { legalMaxMonths: max }, lines: [limitLine(max)] });
  },
});

const damagesSchema = z
  .strictObject({
    ...term,
    performedProbationMonths: lifetimeMonths.optional(),
    /** Working days beyond the whole months. */
    performedExtraDays: lifetimeDays.optional(),
    firstProbationMonths: lifetimeMonths.optional(),
    secondProbationPerformedMonths: lifetimeMonths.optional(),
    postProbationMonthlyWage: yuanSchema,
  })
  .superRefine((input, ctx) => {
    if (input.performedProbationMonths === undefined && input.secondProbationPerformedMonths === undefined)
      ctx.addIssue({ code: 'custom', path: ['performedProbationMonths'], message: 'required' });
  });

export const probationDamages = claim({
  id: 'probation-damages',
  title: { zh: '违法约定试用期赔偿金', en: 'Damages for unlawful probation' },
  summary: {
    zh: '试用期满月工资 × 已履行的超期部分；同一单位第二次试用全部违法。',
    en: 'Full pay after probation for the excess actually served; a second probation with one employer is wholly unlawful.',
  },
  input: damagesSchema,
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [cite('labourContractLaw', '19, 83')],
  status: 'verified',
  example: { contractTermMonths: 24, performedProbationMonths: 3, postProbationMonthlyWage: 3000 },
  compute: (input) => {
    const max = legalMaximum(input);
    const first = decimal(input.performedProbationMonths ?? input.firstProbationMonths ?? '0');
    const excessOfFirst = atLeastZero(minus(first, rational(BigInt(max))));
    const second = decimal(input.secondProbationPerformedMonths ?? '0');
    const months = plus(excessOfFirst, second);
    const anyExcess = months.n > 0n || compare(first, rational(BigInt(max))) >= 0;
    const days = anyExcess ? decimal(input.performedExtraDays ?? '0') : rational(0n);
    const wage = ofFen(input.postProbationMonthlyWage);
    const exact: Rational = plus(times(wage, months), times(over(wage, payDays), days));
    const amount = toFen(exact);
    const dayText =
      days.n > 0n ? ` + ${formatYuan(input.postProbationMonthlyWage)} ÷ 21.75 × ${decimalText(days)}` : '';
    const text = `${formatYuan(input.postProbationMonthlyWage)} × ${decimalText(months)}`;
    return computed({
      result: { legalMaxMonths: max, excessMonths: Number(decimalText(months)), amount: yuan(amount) },
      amountFen: amount,
      lines: [
        limitLine(max),
        line(
          `${text}个月${dayText} = ${formatYuan(amount)}元`,
          `${text} months${dayText} = ${formatYuan(amount)}`,
          amount,
        ),
      ],
      wageBase: noteOfBase('post-probation', wage),
      warnings: [
        warning(
          'performed-only',
          '只计算已经履行的超期部分，在已付工资之外另付。',
          'Only the excess actually served counts, on top of wages paid.',
        ),
      ],
    });
  },
});

export const probationWageFloor = calculator({
  id: 'probation-wage-floor',
  title: { zh: '试用期工资下限', en: 'Lowest lawful probation pay' },
  summary: {
    zh: '不低于同岗位最低档工资的80%或合同约定工资的80%，且不低于最低工资；“或”字两种理解并列。',
    en: '80% of the lowest same-grade pay or of the contract wage, and the minimum wage; both readings of “or” are shown.',
  },
  input: z.strictObject({
    contractWage: yuanSchema,
    lowestSameGradeWage: yuanSchema.optional(),
    ...minimumWageFields,
    date: dateSchema.optional(),
    paidMonthly: yuanSchema.optional(),
  }),
  group: 'contract',
  finality: 'none',
  sources: [cite('labourContractLaw', '20'), cite('implementingRegulation', '15')],
  status: 'verified',
  example: { contractWage: 6000, lowestSameGradeWage: 5500, localMinWage: 2330 },
  compute: (input, ctx) => {
    const minimum = minimumWage(ctx, input, input.date, 'date');
    const contract = percentOf(ofFen(input.contractWage), 80);
    const grade =
      input.lowestSameGradeWage === undefined ? contract : percentOf(ofFen(input.lowestSameGradeWage), 80);
    const floorOf = (v: Rational): Rational => (minimum ? greater(v, minimum.value) : v);
    const floor = toFen(floorOf(lesser(contract, grade)));
    const strict = toFen(floorOf(greater(contract, grade)));
    const short = (least: number) => fen(Math.max(0, least - (input.paidMonthly ?? least)));
    const contractText = `${formatYuan(input.contractWage)} × 80% = ${formatYuan(toFen(contract))}`;
    const gradeText = `${formatYuan(input.lowestSameGradeWage ?? input.contractWage)} × 80% = ${formatYuan(toFen(grade))}`;
    return computed({
      result: {
        floor: yuan(floor),
        floorStrict: yuan(strict),
        ...(input.paidMonthly === undefined
          ? {}
          : { shortfall: yuan(short(floor)), shortfallStrict: yuan(short(strict)) }),
      },
      amountFen: floor,
      lines: [
        ...(minimum?.lines ?? []),
        line(`合同工资：${contractText}元`, `contract wage: ${contractText}`, toFen(contract)),
        line(`同岗位最低档：${gradeText}元`, `lowest same grade: ${gradeText}`, toFen(grade)),
      ],
      caps: minimum
        ? [
            cap(
              'minimum-wage-floor',
              toFen(minimum.value),
              compare(lesser(contract, grade), minimum.value) < 0,
              '试用期工资不得低于当地最低工资',
              'probation pay may not be below the minimum wage',
            ),
          ]
        : [],
      methods: [
        { id: 'either', name: { zh: '满足其一即可', en: 'either is enough' }, amountFen: floor, lines: [] },
        { id: 'both', name: { zh: '两者从高', en: 'the higher of both' }, amountFen: strict, lines: [] },
      ],
      warnings: minimum
        ? minimum.warnings
        : [
            warning(
              'minimum-not-checked',
              '未提供当地最低工资，未核对下限。',
              'No minimum wage given: the floor was not checked.',
              'localMinWage',
            ),
          ],
    });
  },
});
