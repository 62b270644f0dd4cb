import { cleanLine } from '../../kernel/text.ts';
import { parseChineseNumeral } from './numerals.ts';

const numeral = '[〇○零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+';
const year = /[〔［【([（]\s*([〇○零一二三四五六七八九]{4}|\d{4})\s*年?\s*[〕］】)\]）]/gu;
const serial = new RegExp(`(字第?|第)\\s*(${numeral})\\s*(?=号)`, 'gu');

/**
 * A case number with Arabic figures and 〔〕 round the year, as registers write it today:
 * `（二〇二六）甲劳人仲案字第一百二十三号` → `〔2026〕甲劳人仲案字第123号`. What is no numeral of a case number stays.
 */
export function plainCaseNumber(text: string): string {
  const figures = (words: string): string => {
    try {
      return String(parseChineseNumeral(words));
    } catch {
      return words;
    }
  };
  return cleanLine(text)
    .replace(year, (_, words: string) => `〔${/^\d/.test(words) ? words : figures(words)}〕`)
    .replace(serial, (_, before: string, words: string) => before + figures(words));
}
