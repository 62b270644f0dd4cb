import { daysBetween, type PlainDate, partsOf } from '../../kernel/date.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Bilingual } from '../common.ts';
import type { ArrearsCheck, ArrearsRow, WageUnit } from './types.ts';

type Quantity = Pick<ArrearsRow, 'period' | 'unit' | 'quantity'>;

/** What a pay period can hold of its unit: above `usual` somebody should look again, above `most` it cannot be. */
export interface QuantityBounds {
  /** Calendar days of the period, first and last included. */
  readonly days: number;
  readonly usual: number;
  readonly most: number;
}

// A day has 24 hours; building sites count a long day as one and a half or two 工 of eight hours, so three at most.
const hoursOfDay = 24;
const longDay = 12;
const shiftsOfDay = 3;

/** Null for pieces and agreed sums, which say nothing about time. */
export function quantityBounds(
  unit: WageUnit,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): QuantityBounds | null {
  const days = daysBetween(from, to) + 1;
  switch (unit) {
    case 'hour':
      return { days, usual: days * longDay, most: days * hoursOfDay };
    case 'day':
      return { days, usual: days, most: days * shiftsOfDay };
    case 'month': {
      const [a, b] = [partsOf(from), partsOf(to)];
      const months = (b.year - a.year) * 12 + b.month - a.month + 1;
      return { days, usual: months, most: months * shiftsOfDay };
    }
    default:
      return null;
  }
}

/** Days and most of a quantity that the period cannot hold, to refuse it by; null where it can. */
export function beyondPeriod(row: Quantity): { readonly days: number; readonly most: number } | null {
  const bounds = quantityBounds(row.unit, row.period);
  if (!bounds || Number(row.quantity) <= bounds.most) return null;
  return { days: bounds.days, most: bounds.most };
}

/** Yuan for one unit above which a rate is most likely a slip, such as a month's wage in the column of days. */
export const doubtfulRateYuan: Readonly<Record<Exclude<WageUnit, 'fixed'>, number>> = {
  month: 200_000,
  day: 5_000,
  hour: 1_000,
  piece: 100_000,
};

/** Yuan owed to one worker for one period above which an amount is most likely a slip. */
export const doubtfulAmountYuan = 2_000_000;

/** Quantity and money of a row that are odd for its period: `quantity-above-period`, `rate-doubtful`, `amount-doubtful`. */
export function plausibilityChecks(row: ArrearsRow, index: number, grossFen: Fen): ArrearsCheck[] {
  const out: ArrearsCheck[] = [];
  const add = (code: string, field: string, text: Bilingual): void => {
    out.push({ code, row: index, field, text });
  };
  const n = index + 1;
  const bounds = quantityBounds(row.unit, row.period);
  if (bounds && Number(row.quantity) > bounds.usual) {
    const { days, usual } = bounds;
    const words = {
      hour: {
        zh: `平均每天超过${longDay}小时`,
        en: `more than ${longDay} hours on every day`,
      },
      day: {
        zh: '超过期间的天数，加班折算成工的请在备注写明',
        en: 'more than it has days: note how they were counted',
      },
      month: { zh: `期间只涉及${usual}个月`, en: `it touches ${usual} month(s) only` },
    }[row.unit as 'hour' | 'day' | 'month'];
    add('quantity-above-period', 'quantity', {
      zh: `第${n}行的数量${row.quantity}对这段期间（${days}天）偏大：${words.zh}，请核对。`,
      en: `Row ${n}: ${row.quantity} is much for a period of ${days} days, ${words.en}. Please check.`,
    });
  }
  const rate = row.unit === 'fixed' ? null : doubtfulRateYuan[row.unit];
  if (rate !== null && row.rateFen > rate * 100) {
    add('rate-doubtful', 'rateFen', {
      zh: `第${n}行的单价超过${rate}元，请核对计价单位或是否多写了零。`,
      en: `Row ${n}: the rate is above ${rate} yuan. Check its unit, or an extra zero.`,
    });
  } else if (grossFen > doubtfulAmountYuan * 100) {
    add('amount-doubtful', 'rateFen', {
      zh: `第${n}行的应付金额超过${doubtfulAmountYuan}元，请核对是否多写了零。`,
      en: `Row ${n}: what is due is above ${doubtfulAmountYuan} yuan. Check for an extra zero.`,
    });
  }
  return out;
}
