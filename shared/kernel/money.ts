import { AppError, fieldError } from './errors.ts';

/** Money in integer fen (1 yuan = 100 fen), a safe integer. Never a float of yuan. */
export type Fen = number & { readonly __fen: true };

/** @throws AppError when the number is not a safe integer. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new AppError('internal', { details: { notFen: value } });
  return value as Fen;
}

export const zeroFen = 0 as Fen;

export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const a of amounts) sum += a;
  return fen(sum);
}

/** `1234567` fen → `12,345.67`. */
export function formatYuan(amount: Fen, grouping = true): string {
  const sign = amount < 0 ? '-' : '';
  const abs = Math.abs(amount);
  const whole = String(Math.floor(abs / 100));
  const cents = String(abs % 100).padStart(2, '0');
  return `${sign}${grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${cents}`;
}

/**
 * Yuan as text with at most two decimals → fen. Accepts full-width digits, thousands commas, ¥, 元, 万/千 as a
 * unit and surrounding blanks.
 * @throws AppError `invalid-input` naming `field`: `amount-invalid`, `amount-too-precise`, `amount-too-large`.
 */
export function parseYuan(text: string, field = 'amount'): Fen {
  let s = text.normalize('NFKC').replace(/[\s,，¥￥]/g, '');
  s = s.replace(/^(人民币|RMB|CNY)/i, '').replace(/(元整?|圆整?|块钱?|RMB|CNY)$/i, '');
  let scale = 2;
  const unit = /(万|千)$/.exec(s)?.[1];
  if (unit) {
    scale += unit === '万' ? 4 : 3;
    s = s.slice(0, -1);
  }
  const m = /^(-?)(\d+)(?:\.(\d*))?$/.exec(s);
  if (!m) throw fieldError(field, 'amount-invalid', { value: text.slice(0, 40) });
  const decimals = (m[3] ?? '').replace(/0+$/, '');
  if (decimals.length > scale) throw fieldError(field, 'amount-too-precise', { value: text.slice(0, 40) });
  const digits = `${m[2]}${decimals.padEnd(scale, '0')}`;
  const n = Number(digits);
  if (digits.length > 15 || !Number.isSafeInteger(n)) throw fieldError(field, 'amount-too-large');
  return fen(m[1] && n !== 0 ? -n : n);
}
