import { fieldError } from '../../kernel/errors.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];

/**
 * A counting number in words for headings and lists: 10 → 十, 21 → 二十一, 105 → 一百零五.
 * @throws AppError `invalid-input` outside 1–9999.
 */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999)
    throw fieldError('number', 'number-out-of-range', { number: n });
  let out = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    const bareTen = place === 1 && digit === 1 && out === '';
    out += `${gap ? '零' : ''}${bareTen ? '' : digits[digit]}${places[place]}`;
    gap = false;
  }
  return out;
}

/** A year digit by digit, as dates in documents write it: 2026 → 二〇二六. */
export function chineseYear(year: number): string {
  return [...String(year)].map((c) => digits[Number(c)]).join('');
}
