import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../shared/law/index.ts';
import { citation, versionInEnglish } from '../../shared/law/index.ts';

/** A source in the language of the screen: 《劳动争议调解仲裁法》第30条, and which text of it. */
export function useSourceText(): {
  cite: (source: {
    readonly instrument: Bilingual;
    readonly article: string;
    readonly data?: true | undefined;
  }) => string;
  version: (version: string) => string;
} {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return {
    cite: (source) => citation(source)[english ? 'en' : 'zh'],
    version: (version) => (english ? versionInEnglish(version) : version),
  };
}
