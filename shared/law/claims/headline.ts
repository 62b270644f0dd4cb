import { formatYuan, parseYuan } from '../../kernel/money.ts';
import type { Bilingual } from '../common.ts';
import type { CalculationLine } from './types.ts';

type Facts = Readonly<Record<string, unknown>>;

const awards: Readonly<Record<string, Bilingual>> = {
  final: { zh: '终局', en: 'final' },
  'non-final': { zh: '非终局', en: 'not final' },
  mixed: { zh: '部分终局', en: 'partly final' },
};

const means: Readonly<Record<string, Bilingual>> = {
  exempt: { zh: '免予经济困难审查', en: 'No means test' },
  passes: { zh: '符合经济困难标准', en: 'Within the threshold' },
  fails: { zh: '不符合经济困难标准', en: 'Above the threshold' },
  'needs-local-threshold': { zh: '须填写当地标准', en: 'The local threshold is needed' },
};

function verdicts(list: readonly unknown[]): Bilingual {
  const words = list.map((v) => awards[String(v)] ?? { zh: String(v), en: String(v) });
  if (words.length === 1) return words[0] ?? { zh: '', en: '' };
  return {
    zh: words.map((w, i) => `${i + 1}：${w.zh}`).join('；'),
    en: words.map((w, i) => `${i + 1}: ${w.en}`).join('; '),
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const money = (value: unknown): string => formatYuan(parseYuan(String(value)));

/** The answers of calculators that answer a question, by id; those of an amount need none. */
const answers: Readonly<Record<string, (facts: Facts) => Bilingual>> = {
  limitation: ({ timeBarred, lastDay, effect }) => {
    if (lastDay === null) return { zh: '不受一年时效限制', en: 'No one-year limit' };
    if (!timeBarred) return { zh: `未过时效，最后一日${lastDay}`, en: `In time; the last day is ${lastDay}` };
    return effect === 'defence lost'
      ? {
          zh: `已过时效（最后一日${lastDay}），但对方已丧失时效抗辩`,
          en: `Out of time since ${lastDay}, but the defence is lost`,
        }
      : { zh: `已过时效，最后一日${lastDay}`, en: `Out of time; the last day was ${lastDay}` };
  },
  'final-award-test': ({ items, workers }) => verdicts(list(workers ?? items)),
  'wage-crime-threshold': ({ reached }) =>
    reached
      ? { zh: '达到“数额较大”', en: 'The threshold is reached' }
      : { zh: '未达到“数额较大”', en: 'The threshold is not reached' },
  'legal-aid-means': ({ meansTest, threshold }) =>
    means[String(meansTest)] ?? {
      zh: `标准为每月${money(threshold)}元`,
      en: `The threshold is ${money(threshold)} a month`,
    },
  'overtime-legal-limit': ({ excessHours, dayLimitExceeded }) => {
    const day = dayLimitExceeded
      ? { zh: '，且超过每日上限', en: ', and above the daily limit' }
      : { zh: '', en: '' };
    return excessHours === 0
      ? {
          zh: dayLimitExceeded ? '超过每日上限' : '未超过法定上限',
          en: dayLimitExceeded ? 'Above the daily limit' : 'Within the legal limit',
        }
      : {
          zh: `超过每月上限${excessHours}小时${day.zh}`,
          en: `${excessHours} hours above the monthly limit${day.en}`,
        };
  },
  'annual-leave-days': ({ days }) => ({ zh: `${days}天`, en: days === 1 ? '1 day' : `${days} days` }),
  'additional-compensation-85': ({ min, max }) => ({
    zh: `${money(min)}元至${money(max)}元`,
    en: `${money(min)} to ${money(max)} yuan`,
  }),
};

/**
 * The answer in one sentence, for a result without an amount: of a question its verdict, else what the working ends in.
 * Null where the result says nothing but the check of a number.
 */
export function headlineOf(id: string, result: unknown, lines: readonly CalculationLine[]): Bilingual | null {
  const answer = answers[id];
  const facts = typeof result === 'object' && result !== null ? (result as Facts) : null;
  if (answer && facts) return answer(facts);
  const last = lines.at(-1);
  return last ? { zh: last.zh, en: last.en } : null;
}
