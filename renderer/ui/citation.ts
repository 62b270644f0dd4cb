import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../shared/law/index.ts';
import { citation } from '../../shared/law/index.ts';

const issuers: Readonly<Record<string, string>> = {
  国务院: 'State Council',
  人社部: 'MOHRSS',
  劳动和社会保障部: 'MOLSS',
  司法部: 'Ministry of Justice',
  工信部: 'MIIT',
};
const series: Readonly<Record<string, string>> = {
  法释: 'Fa Shi',
  人社部发: 'Ren She Bu Fa',
  劳部发: 'Lao Bu Fa',
  京高法发: 'Jing Gao Fa Fa',
};

type Reading = readonly [pattern: RegExp, english: (...found: string[]) => string];
const readings: readonly Reading[] = [
  [/^(\d{4}-\d\d-\d\d)通过$/, (_, date = '') => `adopted ${date}`],
  [/^(\d{4}-\d\d-\d\d)(?:第.次)?修正$/, (_, date = '') => `amended ${date}`],
  [/^(\d{4}-\d\d-\d\d)施行$/, (_, date = '') => `in force ${date}`],
  [/^(\d{4})年文本$/, (_, year = '') => `text of ${year}`],
  [/^(\d{4})年修正文本$/, (_, year = '') => `text as amended in ${year}`],
  [/^(\D+)(\d{4})年版$/, (_, issuer = '', year = '') => `${issuers[issuer] ?? issuer}, ${year} edition`],
  [/^(\D+)令第(\d+)号$/, (_, issuer = '', number = '') => `${issuers[issuer] ?? issuer} Order No. ${number}`],
  [
    /^(\D+)〔(\d{4})〕(\d+)号$/,
    (_, name = '', year = '', number = '') => `${series[name] ?? name} [${year}] No. ${number}`,
  ],
  [/^支付结算办法附一$/, () => 'Measures for Payment and Settlement, annex 1'],
];

/** The version of a law as its sources write it (`2007-12-29通过，2008-05-01施行`), in English. */
export function versionInEnglish(version: string): string {
  return version
    .split('，')
    .map((part) => {
      for (const [pattern, english] of readings) {
        const found = pattern.exec(part);
        if (found) return english(...found);
      }
      return part;
    })
    .join(', ');
}

/** A source in the language of the screen: 《劳动争议调解仲裁法》第30条, and which text of it. */
export function useSourceText(): {
  cite: (source: { readonly instrument: Bilingual; readonly article: string }) => string;
  version: (version: string) => string;
} {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return {
    cite: (source) => citation(source)[english ? 'en' : 'zh'],
    version: (version) => (english ? versionInEnglish(version) : version),
  };
}
