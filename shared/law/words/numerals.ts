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

const same: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '零〇○',
    '一壹',
    '二贰两',
    '三叁',
    '四肆',
    '五伍',
    '六陆',
    '七柒',
    '八捌',
    '九玖',
    '十拾',
    '百佰',
    '千仟',
  ].flatMap((forms) => [...forms].map((c) => [c, forms.slice(0, 1)])),
);
const figures = [...'零一二三四五六七八九'];

/**
 * The number that Chinese words or figures stand for: 一百零五 → 105, 十二 → 12, 二〇二六 → 2026. Capitals are read too.
 * @throws AppError `invalid-input` (`number-invalid`) for anything else, such as 一百五, and outside 1–9999.
 */
export function parseChineseNumeral(text: string): number {
  const plain = [...text].map((c) => same[c] ?? '?').join('');
  const found = /[十百千]/.test(plain) ? byPlaces(plain.replace(/^一十/, '十')) : byFigures(plain);
  if (found === null) throw fieldError('number', 'number-invalid', { text: text.slice(0, 20) });
  return found;
}

function byFigures(plain: string): number | null {
  if (!/^[零一二三四五六七八九]{1,4}$/.test(plain)) return null;
  const n = Number([...plain].map((c) => figures.indexOf(c)).join(''));
  return n > 0 ? n : null;
}

/** Read loosely, then held against how the number is written: what reads in two ways is refused. */
function byPlaces(plain: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const c of plain) {
    const power = places.indexOf(c);
    if (power > 0) {
      sum += (digit ?? 1) * 10 ** power;
      digit = null;
    } else digit = figures.indexOf(c);
  }
  const n = sum + (digit ?? 0);
  return n >= 1 && n <= 9999 && chineseNumeral(n) === plain ? n : null;
}
