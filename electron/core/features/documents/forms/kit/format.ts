import type { Citation, Job, WageForm } from '../../../../../../shared/features/documents/filing-facts.ts';
import { type PlainDate, partsOf } from '../../../../../../shared/kernel/date.ts';
import { type Fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import { type Content, fillText, text } from './draft.ts';
import type { CommonWording, FormLanguage } from './wording.ts';

/** What the world lends a form: amounts in capitals come from the law engine. */
export interface FormTools {
  /** Fen → 人民币大写, for example 叁万陆仟元整. */
  readonly capitals: (amount: Fen) => string;
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2025年3月1日` or `1 March 2025`. */
export function longDate(date: PlainDate, common: CommonWording): string {
  const { year, month, day } = partsOf(date);
  const m = common.language === 'en' ? (englishMonths[month - 1] ?? '') : String(month);
  return fillText(common.date, { y: String(year), m, d: String(day) });
}

/** `2025.03.01`, the tables' format. */
export function tableDate(date: PlainDate): string {
  return date.replaceAll('-', '.');
}

export function money(amount: Fen, common: CommonWording): string {
  return fillText(common.money, { amount: formatYuan(amount) });
}

export function moneyInWords(amount: Fen, common: CommonWording, tools: FormTools): string {
  return fillText(common.moneyWithCapitals, {
    amount: formatYuan(amount),
    capitals: tools.capitals(amount),
  });
}

export function rateText(
  job: { readonly wageForm: WageForm; readonly rate: Fen; readonly pieceUnit: string | null },
  common: CommonWording,
  style: 'rate' | 'rateShort',
): string {
  return fillText(common[style][job.wageForm], {
    amount: formatYuan(job.rate),
    unit: job.pieceUnit ?? common.defaultPieceUnit,
  });
}

/** The job's wage standard as text; null while its form or rate is missing. */
export function jobRate(job: Job, common: CommonWording, style: 'rate' | 'rateShort'): string | null {
  if (job.wageForm === null || job.wageRate === null) return null;
  return rateText({ wageForm: job.wageForm, rate: job.wageRate, pieceUnit: job.pieceUnit }, common, style);
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–999 in Chinese numerals as laws and headings count: 10 十, 14 十四, 205 二百零五. */
export function chineseNumber(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const tens = Math.floor(rest / 10);
  const ones = rest % 10;
  let out = hundreds > 0 ? `${digits[hundreds]}百` : '';
  if (hundreds > 0 && tens === 0 && ones > 0) out += '零';
  if (tens > 0) out += tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`;
  return out + (digits[ones] ?? '');
}

/** Number of an item: `一、` in Chinese, `1. ` in English. */
export function ordinal(n: number, language: FormLanguage): string {
  return language === 'en' ? `${n}. ` : `${chineseNumber(n)}、`;
}

/** `27(4)` → 第二十七条第四款; `30, 33` → 第三十条、第三十三条. Text of another shape is printed as it stands. */
function chineseArticle(article: string): string {
  return article
    .split(/[,，、]\s*/)
    .map((one) => {
      const m = /^(\d{1,3})(?:\((\d{1,2})\))?(?:\((\d{1,2})\))?$/.exec(one.trim());
      if (!m) return one.trim();
      const clause = m[2] ? `第${chineseNumber(Number(m[2]))}款` : '';
      const item = m[3] ? `第${chineseNumber(Number(m[3]))}项` : '';
      return `第${chineseNumber(Number(m[1]))}条${clause}${item}`;
    })
    .join('、');
}

/** Citations grouped by law in the order of first mention, articles ascending, each once. */
export function citations(list: readonly Citation[], common: CommonWording): Content {
  const byLaw = new Map<string, { law: string; articles: Set<string> }>();
  for (const { law, article } of list) {
    const entry = byLaw.get(law.zh) ?? {
      law: common.language === 'en' ? law.en : law.zh,
      articles: new Set<string>(),
    };
    for (const one of article.split(/[,，、]\s*/)) entry.articles.add(one.trim());
    byLaw.set(law.zh, entry);
  }
  const parts = [...byLaw.values()].map(({ law, articles }) => {
    const sorted = [...articles].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    const named =
      common.language === 'en'
        ? sorted.join(', ')
        : sorted.map((article) => chineseArticle(article)).join('、');
    return fillText(common.article, { law, articles: named });
  });
  return text(parts.join(common.articleJoin));
}
