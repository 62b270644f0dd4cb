import type { Citation, Job, WageForm } from '../../../../../../shared/features/documents/filing-facts.ts';
import { type PlainDate, partsOf } from '../../../../../../shared/kernel/date.ts';
import { type Fen, formatYuan } from '../../../../../../shared/kernel/money.ts';
import { articleEn } from '../../../../../../shared/law/sources.ts';
import { chineseNumeral } from '../../../../../../shared/law/words/numerals.ts';
import { rmbUppercase } from '../../../../../../shared/law/words/rmb.ts';
import { type Content, fillText, text } from './draft.ts';
import type { CommonWording, FormLanguage } from './wording.ts';

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

/** Figures and capitals; a negative figure, which only a faulty record has, stays without capitals. */
export function moneyInWords(amount: Fen, common: CommonWording): string {
  if (amount < 0) return money(amount, common);
  return fillText(common.moneyWithCapitals, {
    amount: formatYuan(amount),
    // The sentence names the currency already.
    capitals: rmbUppercase(amount).replace(/^人民币/, ''),
  });
}

function rateText(
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

/** Number of an item: `一、` in Chinese, `1. ` in English. */
export function ordinal(n: number, language: FormLanguage): string {
  return language === 'en' ? `${n}. ` : `${chineseNumeral(n)}、`;
}

/** Number of a part inside a section: `（一）` in Chinese, `(1) ` in English. */
export function subordinal(n: number, language: FormLanguage): string {
  return language === 'en' ? `(${n}) ` : `（${chineseNumeral(n)}）`;
}

/** `27(4)` → 第二十七条第四款; `47[1]` → 第四十七条第一项; `30, 33` → 第三十条、第三十三条. Text of another shape is printed as it stands. */
function chineseArticle(article: string): string {
  return article
    .split(/[,，、]\s*/)
    .map((one) => {
      const m = /^(\d{1,4})(?:\((\d{1,2})\))?(?:\((\d{1,2})\)|\[(\d{1,2})\])?$/.exec(one.trim());
      if (!m) return one.trim();
      const clause = m[2] ? `第${chineseNumeral(Number(m[2]))}款` : '';
      const point = m[3] ?? m[4];
      const item = point ? `第${chineseNumeral(Number(point))}项` : '';
      return `第${chineseNumeral(Number(m[1]))}条${clause}${item}`;
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
        ? articleEn(sorted.join(', '))
        : sorted.map((article) => chineseArticle(article)).join('、');
    return fillText(common.article, { law, articles: named });
  });
  return text(parts.join(common.articleJoin));
}
