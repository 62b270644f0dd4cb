import { z } from 'zod';
import { type Fen, fen, formatYuan, zeroFen } from '../../kernel/money.ts';
import type { LawContext } from '../context.ts';
import { yuanSchema } from '../input.ts';
import { decimal, ofFen, over, plus, type Rational, rational, times, toFen } from '../numbers/rational.ts';
import { noData } from '../reference/row.ts';
import type { CourtFeeTable, FeeScale } from '../reference/tables.ts';
import { noteUsed } from '../reference/used.ts';
import { cite } from '../sources.ts';
import { calculator, cap, computed, line, warning, yuan } from './define.ts';
import type { CalculationLine, CapNote, Computation } from './types.ts';

const amountTypes = ['property', 'payment-order', 'preservation', 'enforcement'] as const;
const schema = z
  .strictObject({
    type: z.enum(['labour-dispute', 'arbitration', 'set-aside', ...amountTypes]),
    procedure: z.enum(['ordinary', 'summary', 'mediated', 'withdrawn']).optional(),
    amount: yuanSchema.optional(),
  })
  .superRefine((input, ctx) => {
    if ((input.type === 'property' || input.type === 'payment-order') && input.amount === undefined)
      ctx.addIssue({ code: 'custom', path: ['amount'], message: 'required' });
  });

function tableOf(ctx: LawContext): CourtFeeTable {
  if (!ctx.courtFees) throw noData('courtFees', { area: '000000' });
  noteUsed(ctx, { zh: '诉讼费用标准', en: 'court fees' }, ctx.courtFees);
  return ctx.courtFees;
}

interface Scaled {
  readonly exact: Rational;
  readonly lines: readonly CalculationLine[];
  readonly caps: readonly CapNote[];
}

/** A cumulative scale: a fixed first fee, then percent of each band. */
function scaled(scale: FeeScale, amount: Fen): Scaled {
  let exact = ofFen(scale.first);
  const parts = [formatYuan(scale.first)];
  let from: Fen = scale.upTo;
  for (const band of scale.bands) {
    if (amount <= from) break;
    const to = band.to === null ? amount : fen(Math.min(amount, band.to));
    const width = fen(to - from);
    exact = plus(exact, over(times(ofFen(width), decimal(band.percent)), rational(100n)));
    parts.push(`${formatYuan(width)} × ${band.percent}%`);
    from = to;
  }
  const fee = toFen(exact);
  const text = `${parts.join(' + ')} = ${formatYuan(fee)}`;
  const lines = [line(`${text}元`, text, fee)];
  if (scale.cap === undefined) return { exact, lines, caps: [] };
  const applied = fee > scale.cap;
  return {
    exact: applied ? ofFen(scale.cap) : exact,
    lines,
    caps: [
      cap(
        'fee-cap',
        scale.cap,
        applied,
        `最高${formatYuan(scale.cap)}元`,
        `at most ${formatYuan(scale.cap)}`,
      ),
    ],
  };
}

function amountOnly(scale: FeeScale, amount: Fen | undefined): Computation {
  const result = scaled(scale, amount ?? zeroFen);
  const fee = toFen(result.exact);
  return computed({ result: yuan(fee), amountFen: fee, lines: result.lines, caps: result.caps });
}

function fixed(amount: Fen, zh: string, en: string): Computation {
  return computed({
    result: yuan(amount),
    amountFen: amount,
    lines: [line(`${zh}${formatYuan(amount)}元`, `${en} ${formatYuan(amount)}`, amount)],
  });
}

export const courtFee = calculator({
  id: 'court-fee',
  title: { zh: '诉讼、保全、执行费用', en: 'Court, preservation and enforcement fees' },
  summary: {
    zh: '仲裁不收费；劳动争议每件10元，减半5元；申请撤裁400元；支付令按财产案件三分之一；保全、执行分段累计。',
    en: 'Arbitration is free; a labour case 10 yuan, 5 when halved; set-aside 400; payment order a third of the property scale; cumulative scales for preservation and enforcement.',
  },
  input: schema,
  group: 'procedure',
  finality: 'none',
  sources: [cite('litigationFees', '13, 14, 15, 16'), cite('mediationArbitrationLaw', '53')],
  status: 'verified',
  example: { type: 'payment-order', amount: 50000 },
  compute: (input, ctx) => {
    if (input.type === 'arbitration') return fixed(zeroFen, '劳动争议仲裁不收费：', 'arbitration is free:');
    const table = tableOf(ctx);
    switch (input.type) {
      case 'labour-dispute': {
        const halved = input.procedure !== undefined && input.procedure !== 'ordinary';
        const fee = halved ? toFen(over(ofFen(table.labourCase), rational(2n))) : table.labourCase;
        return fixed(
          fee,
          halved ? '劳动争议案件减半收取：' : '劳动争议案件每件：',
          halved ? 'labour case, halved:' : 'labour case:',
        );
      }
      case 'set-aside':
        return fixed(table.setAside, '申请撤销仲裁裁决每件：', 'application to set aside:');
      case 'property':
        return amountOnly(table.property, input.amount);
      case 'preservation': {
        const result = amountOnly(table.preservation, input.amount);
        const security = warning(
          'security-may-be-waived',
          '劳动者经济确有困难，或者有证据证明用人单位可能欠薪逃匿的，法院应当减轻或者免除财产保全的担保（解释（一）第49条）。',
          'Courts reduce or waive security for a worker in hardship, or where the employer may abscond (Interpretation (I) art. 49).',
        );
        return { ...result, warnings: [security] };
      }
      case 'enforcement': {
        const result = amountOnly(table.enforcement, input.amount);
        return {
          ...result,
          warnings: [
            warning(
              'debtor-pays',
              '执行申请费由被执行人负担，申请人不预交。',
              'The debtor pays; the applicant advances nothing.',
            ),
          ],
        };
      }
      case 'payment-order': {
        const property = scaled(table.property, input.amount ?? zeroFen);
        const divisor = BigInt(table.paymentOrderDivisor);
        const fee = toFen(over(property.exact, rational(divisor)));
        const whole = toFen(property.exact);
        return computed({
          result: { propertyFee: yuan(whole), fee: yuan(fee) },
          amountFen: fee,
          lines: [
            ...property.lines,
            line(
              `${formatYuan(whole)} ÷ ${divisor} = ${formatYuan(fee)}元`,
              `${formatYuan(whole)} ÷ ${divisor} = ${formatYuan(fee)}`,
              fee,
            ),
          ],
        });
      }
    }
  },
});
