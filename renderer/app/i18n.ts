import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { locales } from './locales.ts';
import { preferences } from './preferences.ts';

/** Texts are bundled, so the first frame is already in the right language. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferences().language,
    fallbackLng: 'zh-CN',
    resources: locales,
    defaultNS: 'common',
    ns: Object.keys(locales['zh-CN']),
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Chooses the side of a text that the law engine gives in both languages. */
export function useBilingual(): (text: { readonly zh: string; readonly en: string }) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (text) => (english ? text.en : text.zh);
}

/** The same where the text stands at the head of a line: what the law engine words as a part of a sentence begins with a capital. */
export function useHeading(): (text: { readonly zh: string; readonly en: string }) => string {
  const pick = useBilingual();
  return (text) => pick(text).replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
