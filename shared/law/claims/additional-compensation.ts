import { z } from 'zod';
import { fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import { yuanSchema } from '../input.ts';
import { ofFen, times, toFen } from '../numbers/rational.ts';
import { cite } from '../sources.ts';
import { claim, computed, differenceMark, line, warning, yuan } from './define.ts';
import { half } from './tenure.ts';

export const additionalCompensation = claim({
  id: 'additional-compensation-85',
  title: { zh: '加付赔偿金', en: 'Additional compensation (art. 85)' },
  summary: {
    zh: '劳动行政部门责令限期支付而逾期不付的，按届时仍未付金额的50%至100%加付；须先有责令。',
    en: '50% to 100% of what is still unpaid when the deadline of an authority’s order passes; an order is needed first.',
  },
  input: z.strictObject({
    amountDue: yuanSchema,
    paidBeforeDeadline: yuanSchema.optional(),
    orderIssued: z.boolean(),
    overdueAfterDeadline: z.boolean(),
    /** Annual-leave pay has a rule of its own: the full amount (年休假办法 art. 15). */
    kind: z.enum(['wages', 'annual-leave']).optional(),
  }),
  group: 'contract',
  finality: 'amount',
  limitation: 'ordinary',
  sources: [
    cite('labourContractLaw', '85'),
    cite('inspectionRegulation', '26'),
    cite('annualLeaveMeasures', '15'),
    cite('labourInterpretation1', '1[8]'),
  ],
  status: 'verified',
  example: { amountDue: 25500, paidBeforeDeadline: 10000, orderIssued: true, overdueAfterDeadline: true },
  compute: (input) => {
    const base = fen(Math.max(0, input.amountDue - (input.paidBeforeDeadline ?? 0)));
    const mark = differenceMark((input.paidBeforeDeadline ?? 0) > input.amountDue);
    const due = input.orderIssued && input.overdueAfterDeadline;
    const max = due ? base : zeroFen;
    const min = due && input.kind !== 'annual-leave' ? toFen(times(ofFen(base), half)) : max;
    return computed({
      result: { base: yuan(base), min: yuan(min), max: yuan(max) },
      // A range has no one figure to store, except where both ends meet.
      amountFen: min === max ? max : null,
      lines: [
        line(
          `期满仍未付${formatYuan(input.amountDue)} − ${formatYuan(input.paidBeforeDeadline ?? zeroFen)} ${mark} ${formatYuan(base)}元`,
          `unpaid at the deadline: ${formatYuan(input.amountDue)} − ${formatYuan(input.paidBeforeDeadline ?? zeroFen)} ${mark} ${formatYuan(base)}`,
          base,
        ),
        line(
          due
            ? `加付${formatYuan(min)}元至${formatYuan(max)}元`
            : '未责令限期支付或尚未逾期，不产生加付赔偿金',
          due
            ? `additional ${formatYuan(min)} to ${formatYuan(max)}`
            : 'no order, or its deadline has not passed: nothing is due',
        ),
      ],
      methods:
        min === max
          ? []
          : [
              { id: 'lowest', name: { zh: '按50%', en: 'at 50%' }, amountFen: min, lines: [] },
              { id: 'highest', name: { zh: '按100%', en: 'at 100%' }, amountFen: max, lines: [] },
            ],
      warnings: [
        ...(due
          ? []
          : [
              warning(
                'order-needed',
                '须先由劳动行政部门责令限期支付，逾期仍不支付的才能主张。',
                'Needs an order of the labour authority whose deadline has passed.',
                'orderIssued',
              ),
            ]),
        warning(
          'on-top',
          '加付赔偿金在欠付款项之外另计，不是其倍数。',
          'It comes on top of the unpaid sum and is no multiple of it.',
        ),
      ],
    });
  },
});
