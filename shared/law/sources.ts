import type { Bilingual, LegalSource } from './common.ts';
import { courtTexts } from './instruments/court-texts.ts';
import type { Instrument } from './instruments/instrument.ts';
import { localTexts } from './instruments/local-texts.ts';
import { ministryRules } from './instruments/ministry-rules.ts';
import { statutes } from './instruments/statutes.ts';

/** The texts that rules and calculators cite, each in the version that was read. */
const instruments = { ...statutes, ...courtTexts, ...ministryRules, ...localTexts };

export type InstrumentKey = keyof typeof instruments;

/** A citation: `cite('caseRules', '33, 80')`. */
export function cite(key: InstrumentKey, article: string): LegalSource {
  const found: Instrument = instruments[key];
  return {
    instrument: found.name,
    article,
    version: found.version,
    ...(found.url ? { url: found.url } : {}),
  };
}

/** A citation of a text whose article is not known; it prints `（条号未核）`. */
export function citeUnnumbered(key: InstrumentKey): LegalSource {
  return { ...cite(key, ''), articleUnknown: true };
}

/** `27(4)` → `第27条第4款`; `47[1]` → `第47条第1项`; `30, 33` → `第30条、第33条`; `12–16` → `第12条至第16条`. */
function articleZh(article: string): string {
  return article
    .split(', ')
    .map((a) =>
      a
        .replace(/^(\d+)[–-](\d+)$/, '第$1条至第$2条')
        .replace(
          /^(\d+)(?:\((\d+)\))?(?:\[(\d+)\])?(.*)$/,
          (_, n, p, i, rest) => `第${n}条${p ? `第${p}款` : ''}${i ? `第${i}项` : ''}${rest}`,
        ),
    )
    .join('、');
}

/** `47[1]` → `47 item 1`. */
export const articleEn = (article: string): string => article.replaceAll(/\[(\d+)\]/g, ' item $1');

/** `《劳动争议调解仲裁法》第27条第4款` / `Labour Dispute Mediation and Arbitration Law, art. 27(4)`. */
export function citation(
  source: Pick<LegalSource, 'instrument' | 'article' | 'data' | 'articleUnknown'>,
): Bilingual {
  const { instrument, article, data, articleUnknown } = source;
  if (data) return instrument;
  if (articleUnknown)
    return { zh: `《${instrument.zh}》（条号未核）`, en: `${instrument.en} (article not checked)` };
  if (article === '') return { zh: `《${instrument.zh}》`, en: instrument.en };
  return {
    zh: `《${instrument.zh}》${articleZh(article)}`,
    en: `${instrument.en}, art. ${articleEn(article)}`,
  };
}
