import { z } from 'zod';
import { fieldError } from '../../kernel/errors.ts';
import { fen, formatYuan } from '../../kernel/money.ts';
import { yuanSchema } from '../input.ts';
import { compare, rational, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import {
  cap,
  claim,
  computed,
  decimalText,
  differenceMark,
  exactText,
  line,
  unrounded,
  warning,
  yuan,
} from './define.ts';
import { knownBase, serviceOf, severanceBase, severanceFields } from './severance.ts';
import { compensationMonths } from './tenure.ts';
import type { CalculationLine } from './types.ts';
import { lesser } from './values.ts';

const twelve = rational(12n);

export const unlawfulTermination = claim({
  id: 'unlawful-termination',
  title: { zh: '违法解除或终止赔偿金（2N）', en: 'Damages for unlawful termination (2N)' },
  summary: {
    zh: '经济补偿标准的二倍，自用工之日起算，不以2008年分段；与经济补偿、代通知金不并用。',
    en: 'Twice the compensation, from the first day of employment without a break at 2008; excludes N and pay in lieu of notice.',
  },
  input: z.strictObject({
    ...severanceFields,
    lastMonthWage: yuanSchema.optional(),
    /** Economic compensation already received. */
    economicCompensationPaid: yuanSchema.optional(),
    alsoClaimed: z
      .array(z.enum(['economic-compensation', 'payment-in-lieu-notice', 'reinstatement-wages']))
      .max(10)
      .optional(),
  }),
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [
    cite('labourContractLaw', '47, 48, 87'),
    cite('implementingRegulation', '25, 27'),
    cite('labourInterpretation1', '47'),
  ],
  status: 'verified',
  example: {
    hireDate: '2023-03-01',
    lastDay: '2024-11-30',
    avgMonthlyWage12m: 12000,
    localAvgMonthlyWage: 9000,
  },
  compute: (input, ctx) => {
    const service = serviceOf(input);
    if (!service) throw fieldError('hireDate', 'required');
    const base = severanceBase(input, ctx, service.last);
    const monthly = knownBase(base);
    const counted = compensationMonths(service.tenure);
    const months = base.above ? lesser(counted, twelve) : counted;
    const whole = toFen(times(monthly, times(months, rational(2n))));
    const paid = input.economicCompensationPaid ?? 0;
    const amount = fen(Math.max(0, whole - paid));
    const lines: CalculationLine[] = [
      service.line,
      ...base.lines,
      line(
        `${exactText(monthly)}元 × ${decimalText(months)}个月 × 2 = ${formatYuan(whole)}元${unrounded(monthly).zh}`,
        `${exactText(monthly)} × ${decimalText(months)} months × 2 = ${formatYuan(whole)}${unrounded(monthly).en}`,
        whole,
      ),
    ];
    if (paid > 0) {
      lines.push(
        line(
          `减已付经济补偿${formatYuan(fen(paid))}元 ${differenceMark(paid > whole)} ${formatYuan(amount)}元`,
          `less compensation paid ${formatYuan(fen(paid))} ${differenceMark(paid > whole)} ${formatYuan(amount)}`,
          amount,
        ),
      );
    }
    const also = input.alsoClaimed ?? [];
    return computed({
      result: {
        months: Number(decimalText(months)),
        base: yuan(toFen(monthly)),
        amount: yuan(amount),
        ...(also.includes('economic-compensation') ? { economicCompensation: 0 } : {}),
        ...(also.includes('payment-in-lieu-notice') ? { noticePay: 0 } : {}),
      },
      amountFen: amount,
      lines,
      caps: [
        ...base.caps,
        ...(base.above && compare(counted, twelve) > 0
          ? [
              cap(
                'twelve-years',
                toFen(times(monthly, rational(24n))),
                true,
                '年限最高不超过十二年',
                'at most twelve years count',
              ),
            ]
          : []),
      ],
      ...(base.note ? { wageBase: base.note } : {}),
      warnings: [
        ...base.warnings,
        ...(also.includes('economic-compensation')
          ? [
              warning(
                'excludes-n',
                '支付赔偿金的，不再支付经济补偿（实施条例第25条）。',
                '2N excludes N (Implementing Regulation art. 25).',
                'alsoClaimed',
              ),
            ]
          : []),
        ...(also.includes('payment-in-lieu-notice')
          ? [
              warning(
                'excludes-notice',
                '代通知金只适用于第40条解除，不与赔偿金并用。',
                'Pay in lieu of notice belongs to art. 40 dismissals only.',
                'alsoClaimed',
              ),
            ]
          : []),
        ...(also.includes('reinstatement-wages')
          ? [
              warning(
                'excludes-reinstatement',
                '要求继续履行的，不能同时要求赔偿金（劳动合同法第48条）。',
                'Reinstatement and 2N exclude each other (art. 48).',
                'alsoClaimed',
              ),
            ]
          : []),
      ],
    });
  },
});
