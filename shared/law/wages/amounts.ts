import { addFen, type Fen, fen, formatYuan } from '../../kernel/money.ts';
import type { Bilingual } from '../common.ts';
import { decimal, ofFen, plus, times, toFen } from '../numbers/rational.ts';
import type { WageUnit } from './types.ts';

const unitWords: Readonly<Record<Exclude<WageUnit, 'fixed'>, { quantity: Bilingual; rate: Bilingual }>> = {
  month: { quantity: { zh: '个月', en: ' month(s)' }, rate: { zh: '元/月', en: '/month' } },
  day: { quantity: { zh: '天', en: ' day(s)' }, rate: { zh: '元/天', en: '/day' } },
  hour: { quantity: { zh: '小时', en: ' hour(s)' }, rate: { zh: '元/小时', en: '/hour' } },
  piece: { quantity: { zh: '件', en: ' piece(s)' }, rate: { zh: '元/件', en: '/piece' } },
};

export interface OwedInput {
  readonly unit: WageUnit;
  readonly quantity: string;
  readonly rateFen: Fen;
  readonly otherFen: Fen;
  readonly deductFen: Fen;
  readonly paidFen: Fen;
}

export interface OwedAmounts {
  readonly grossFen: Fen;
  readonly dueFen: Fen;
  readonly owedFen: Fen;
  readonly overpaidFen: Fen;
}

const positive = (amount: number): Fen => fen(Math.max(0, amount));

/**
 * What one period leaves owed: quantity × rate, rounded once to the fen, plus other pay, less deductions and payments,
 * never below zero (劳动法 art. 50; 工资支付暂行规定 arts 7, 9). `field` names the quantity in a failure.
 * @throws AppError `invalid-input` when the quantity is no plain decimal.
 */
export function owedAmounts(input: OwedInput, field: string): OwedAmounts {
  const product = times(decimal(input.quantity, field), ofFen(input.rateFen));
  const grossFen = toFen(plus(product, ofFen(input.otherFen)), field);
  const dueFen = positive(grossFen - input.deductFen);
  return {
    grossFen,
    dueFen,
    owedFen: positive(dueFen - input.paidFen),
    overpaidFen: positive(input.paidFen - dueFen),
  };
}

/** `26天 × 260.00元/天 = 6,760.00元；已付2,000.00元；尚欠4,760.00元`. */
export function owedLine(input: OwedInput, amounts: OwedAmounts): Bilingual {
  const rate = formatYuan(input.rateFen);
  const other = input.otherFen > 0 ? formatYuan(input.otherFen) : null;
  const gross = formatYuan(amounts.grossFen);
  const fixed = input.unit === 'fixed' && input.quantity === '1';
  let zh: string;
  let en: string;
  if (fixed) {
    zh = other ? `约定${rate}元 + 其他${other}元 = ${gross}元` : `约定${rate}元`;
    en = other ? `agreed ${rate} + other ${other} = ${gross}` : `agreed ${rate}`;
  } else {
    const words =
      input.unit === 'fixed'
        ? { quantity: { zh: '次', en: ' time(s)' }, rate: { zh: '元', en: '' } }
        : unitWords[input.unit];
    zh = `${input.quantity}${words.quantity.zh} × ${rate}${words.rate.zh}${other ? ` + 其他${other}元` : ''} = ${gross}元`;
    en = `${input.quantity}${words.quantity.en} × ${rate}${words.rate.en}${other ? ` + other ${other}` : ''} = ${gross}`;
  }
  if (input.deductFen > 0) {
    zh += `；扣款${formatYuan(input.deductFen)}元`;
    en += `; deducted ${formatYuan(input.deductFen)}`;
  }
  zh += `；已付${formatYuan(input.paidFen)}元；尚欠${formatYuan(amounts.owedFen)}元`;
  en += `; paid ${formatYuan(input.paidFen)}; owed ${formatYuan(amounts.owedFen)}`;
  if (amounts.overpaidFen > 0) {
    zh += `；多付${formatYuan(amounts.overpaidFen)}元（不抵扣其他各期）`;
    en += `; overpaid ${formatYuan(amounts.overpaidFen)} (not set off against other periods)`;
  }
  return { zh, en };
}

/** `3,200.00 + 6,450.50 = 9,650.50元` over the amounts that are not zero. */
export function sumLine(amounts: readonly Fen[]): Bilingual {
  const total = formatYuan(addFen(...amounts));
  const parts = amounts.filter((a) => a > 0).map((a) => formatYuan(a));
  const left = parts.length > 1 ? `${parts.join(' + ')} = ` : '';
  return { zh: `合计：${left}${total}元`, en: `Total: ${left}${total}` };
}
