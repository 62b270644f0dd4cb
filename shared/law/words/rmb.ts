import { fieldError } from '../../kernel/errors.ts';
import { type Fen, fen } from '../../kernel/money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];

/** One group of four digits; `full` writes leading zeros of the group as one 零. */
function group(n: number): string {
  let out = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
    gap = false;
  }
  return out;
}

/**
 * Whole yuan. `zeroAfterRound` also writes 零 where a group ends in zero and the next is full (壹拾万零柒仟), which the
 * rules allow and which we only accept.
 */
function yuanWords(yuan: number, zeroAfterRound: boolean): string {
  const groups = [1e12, 1e8, 1e4, 1].map((unit) => Math.floor(yuan / unit) % 1e4);
  let out = '';
  let gap = false;
  let previous = 0;
  groups.forEach((n, i) => {
    if (n === 0) gap = out !== '';
    else {
      const zero = out !== '' && (gap || n < 1000 || (zeroAfterRound && previous % 10 === 0));
      out += `${zero ? '零' : ''}${group(n)}${['万', '亿', '万', ''][i]}`;
      gap = false;
    }
    // 万亿: the highest group needs its 亿 even when the group of 亿 itself is zero.
    if (i === 1 && n === 0 && groups[0] !== 0) out += '亿';
    previous = n;
  });
  return out;
}

interface Style {
  readonly zeroAfterRound: boolean;
  readonly zeroBeforeJiao: boolean;
  readonly zeroYuan: boolean;
  readonly wholeAfterJiao: boolean;
}

const canonicalStyle: Style = {
  zeroAfterRound: false,
  zeroBeforeJiao: true,
  zeroYuan: false,
  wholeAfterJiao: false,
};

function words(amount: Fen, style: Style): string {
  const [yuan, jiao, cent] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const yuanPart =
    yuan > 0 ? `${yuanWords(yuan, style.zeroAfterRound)}元` : style.zeroYuan || amount === 0 ? '零元' : '';
  if (jiao === 0 && cent === 0) return `${yuanPart}整`;
  const roundYuan = yuan % 10 === 0 && yuanPart !== '';
  const zero = yuanPart !== '' && (jiao === 0 || (roundYuan && style.zeroBeforeJiao)) ? '零' : '';
  const jiaoPart = jiao > 0 ? `${digits[jiao]}角` : '';
  const centPart = cent > 0 ? `${digits[cent]}分` : style.wholeAfterJiao ? '整' : '';
  return `${yuanPart}${zero}${jiaoPart}${centPart}`;
}

/**
 * Amount in capitals as bills and applications write it: 1,680.32 → 人民币壹仟陆佰捌拾元零叁角贰分.
 * Source: 正确填写票据和结算凭证的基本规定. Zero is 人民币零元整.
 * @throws AppError `invalid-input` (`amount-negative`).
 */
export function rmbUppercase(amount: Fen): string {
  if (amount < 0) throw fieldError('amount', 'amount-negative');
  return `人民币${words(amount, canonicalStyle)}`;
}

/**
 * The wordings that the rules print for an amount, the canonical one first: where two zeros may be written, one of them
 * is (壹拾万柒仟元零伍角叁分 or 壹拾万零柒仟元伍角叁分); where one may be, with or without it.
 */
export function rmbWordings(amount: Fen): readonly string[] {
  const other = { ...canonicalStyle, zeroAfterRound: true, zeroBeforeJiao: false };
  return [...new Set([rmbUppercase(amount), `人民币${words(amount, other)}`])];
}

const onOff = [true, false];

/** Every wording that is understood, the canonical one first: offices also write 零元零伍分 and 伍角整. */
export function rmbUppercaseForms(amount: Fen): readonly string[] {
  const forms = new Set<string>([rmbUppercase(amount)]);
  for (const zeroAfterRound of onOff)
    for (const zeroBeforeJiao of onOff)
      for (const zeroYuan of onOff)
        for (const wholeAfterJiao of onOff)
          forms.add(`人民币${words(amount, { zeroAfterRound, zeroBeforeJiao, zeroYuan, wholeAfterJiao })}`);
  return [...forms];
}

const value = new Map(digits.map((c, i) => [c, i]));
const unitValue = new Map([
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);

/** Reads digits and units without judging their order; the caller checks by writing the amount again. */
function readYuan(text: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const c of text) {
    if (value.has(c)) digit = value.get(c) ?? 0;
    else if (unitValue.has(c)) {
      section += digit * (unitValue.get(c) ?? 0);
      digit = 0;
    } else if (c === '万') {
      total += (section + digit) * 1e4;
      [section, digit] = [0, 0];
    } else if (c === '亿') {
      total = (total + section + digit) * 1e8;
      [section, digit] = [0, 0];
    } else return Number.NaN;
  }
  return total + section + digit;
}

/**
 * Capitals → fen. Accepts every form the rules allow, with or without 人民币, with 圆 for 元 and 正 for 整.
 * @throws AppError `invalid-input` (`rmb-words-invalid`) naming `field`.
 */
export function parseRmbUppercase(text: string, field = 'amount'): Fen {
  const bare = text
    .replace(/\s/g, '')
    .replace(/^人民币[:：]?/, '')
    .replaceAll('圆', '元')
    .replaceAll('正', '整');
  const m = /^(?:([^元角分整]+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(
    bare,
  );
  const yuan = m?.[1] === undefined ? 0 : readYuan(m[1]);
  const amount = yuan * 100 + (value.get(m?.[2] ?? '零') ?? 0) * 10 + (value.get(m?.[3] ?? '零') ?? 0);
  const valid = m !== null && bare !== '' && Number.isSafeInteger(amount);
  if (!valid || !rmbUppercaseForms(fen(amount)).includes(`人民币${bare}`)) {
    throw fieldError(field, 'rmb-words-invalid', { value: text.slice(0, 60) });
  }
  return fen(amount);
}
