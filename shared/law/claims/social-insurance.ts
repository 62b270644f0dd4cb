import { z } from 'zod';
import { fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import { lifetimeMonths, yuanSchema } from '../input.ts';
import { decimal, ofFen, over, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { calculator, claim, computed, differenceMark, line, warning, yuan } from './define.ts';
import type { Computation } from './types.ts';
import { sourceText } from './values.ts';

export const socialInsuranceLateFee = calculator({
  id: 'social-insurance-late-fee',
  title: { zh: '社会保险费滞纳金', en: 'Late fee on social insurance' },
  summary: {
    zh: '欠缴额 × 0.05% × 天数，由征收机构收取，不归劳动者。',
    en: 'Arrears × 0.05% × days, for the collecting agency, never for the worker.',
  },
  input: z.strictObject({ arrears: yuanSchema, days: z.int().min(0).max(36_600) }),
  group: 'insurance',
  finality: 'never',
  sources: [cite('socialInsuranceLaw', '63, 86')],
  status: 'verified',
  example: { arrears: 10000, days: 200 },
  compute: ({ arrears, days }) => {
    const amount = toFen(times(ofFen(arrears), rational(BigInt(days) * 5n, 10_000n)));
    const text = `${formatYuan(arrears)} × 0.05% × ${days}`;
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [line(`${text}天 = ${formatYuan(amount)}元`, `${text} days = ${formatYuan(amount)}`, amount)],
      warnings: [
        warning(
          'not-for-worker',
          '补缴和滞纳金向社会保险费征收机构投诉，一般不属于仲裁受理范围。',
          'Back contributions and late fees are a matter for the agency, usually not for arbitration.',
        ),
      ],
    });
  },
});

const lossSchema = z
  .strictObject({
    kind: z.enum(['unemployment', 'medical', 'maternity']),
    /** False once enrolment can no longer be made good: only then is the loss arbitrable. */
    enrolmentPossible: z.boolean(),
    benefitMonthly: yuanSchema.optional(),
    benefitSource: sourceText,
    months: lifetimeMonths.optional(),
    /** What the medical fund would have paid. */
    fundShare: yuanSchema.optional(),
    preLeaveMonthlyWage: yuanSchema.optional(),
    birth: z.enum(['birth', 'miscarriage-under-4-months', 'miscarriage-4-months']).optional(),
    dystocia: z.boolean().optional(),
    babies: z.int().min(1).max(8).optional(),
    /** Days of extra leave under the local rule. */
    localExtraDays: z.int().min(0).max(366).optional(),
    paid: yuanSchema.optional(),
  })
  .superRefine((input, ctx) => {
    const need = (path: keyof typeof input): void => {
      if (input[path] === undefined) ctx.addIssue({ code: 'custom', path: [path], message: 'required' });
    };
    if (input.kind === 'unemployment') {
      need('benefitMonthly');
      need('months');
    } else if (input.kind === 'medical') need('fundShare');
    else {
      need('preLeaveMonthlyWage');
      need('birth');
    }
  });
type Loss = z.output<typeof lossSchema>;

/** 98 days, 15 for dystocia and for each further baby; 15 or 42 for a miscarriage (女职工劳动保护特别规定 art. 7). */
function leaveDays(input: Loss): number {
  const extra = input.localExtraDays ?? 0;
  if (input.birth === 'miscarriage-under-4-months') return 15 + extra;
  if (input.birth === 'miscarriage-4-months') return 42 + extra;
  return 98 + (input.dystocia ? 15 : 0) + 15 * ((input.babies ?? 1) - 1) + extra;
}

function lossAmount(input: Loss): { exact: Rational; zh: string; en: string } {
  if (input.kind === 'unemployment') {
    const rate = input.benefitMonthly ?? zeroFen;
    const text = `${formatYuan(rate)} × ${input.months ?? '0'}`;
    const source = input.benefitSource ? `（${input.benefitSource}）` : '';
    return {
      exact: times(ofFen(rate), decimal(input.months ?? '0')),
      zh: `失业保险金${text}个月${source}`,
      en: `unemployment benefit ${text} months`,
    };
  }
  if (input.kind === 'medical') {
    const share = input.fundShare ?? zeroFen;
    return {
      exact: ofFen(share),
      zh: `应由医保基金支付${formatYuan(share)}`,
      en: `payable by the medical fund ${formatYuan(share)}`,
    };
  }
  const wage = input.preLeaveMonthlyWage ?? zeroFen;
  const days = leaveDays(input);
  const text = `${formatYuan(wage)} ÷ 30 × ${days}`;
  return {
    exact: times(over(ofFen(wage), rational(30n)), rational(BigInt(days))),
    zh: `产假工资${text}天`,
    en: `maternity pay ${text} days`,
  };
}

export const socialInsuranceLoss = claim({
  id: 'social-insurance-loss',
  title: { zh: '社会保险待遇损失', en: 'Loss of social insurance benefits' },
  summary: {
    zh: '单位未参保且不能补办造成的失业、医疗、生育待遇损失。',
    en: 'Unemployment, medical or maternity benefits lost because the employer enrolled nobody and cannot make it good.',
  },
  input: lossSchema,
  group: 'insurance',
  finality: 'contested',
  limitation: 'ordinary',
  sources: [
    cite('labourInterpretation1', '1[5]'),
    cite('socialInsuranceLaw', '28, 46, 56'),
    cite('femaleWorkers', '5, 7, 8'),
  ],
  status: 'from-memory',
  example: { kind: 'maternity', enrolmentPossible: false, preLeaveMonthlyWage: 6000, birth: 'birth' },
  compute: (input): Computation => {
    const loss = lossAmount(input);
    const gross = toFen(loss.exact);
    const amount = fen(Math.max(0, gross - (input.paid ?? 0)));
    const mark = differenceMark((input.paid ?? 0) > gross);
    const less = input.paid ? ` − ${formatYuan(input.paid)}` : '';
    return computed({
      result: yuan(amount),
      amountFen: amount,
      lines: [
        line(
          `${loss.zh}${less} ${mark} ${formatYuan(amount)}元`,
          `${loss.en}${less} ${mark} ${formatYuan(amount)}`,
          amount,
        ),
      ],
      warnings: [
        ...(input.enrolmentPossible
          ? [
              warning(
                'enrolment-still-possible',
                '能够补办社会保险的，损失请求一般不予受理，应要求补办。',
                'While enrolment can be made good a claim for the loss is usually not heard: demand enrolment.',
                'enrolmentPossible',
              ),
            ]
          : []),
        ...(input.kind === 'maternity'
          ? [
              warning(
                'maternity-divisor',
                '产假工资按30天折算；各省另有延长产假，请核对。',
                'Maternity pay is divided by 30; provinces grant longer leave.',
              ),
            ]
          : []),
      ],
    });
  },
});
