import { useTranslation } from 'react-i18next';

/** An audit verb (`case.member-saved`) in words, the same on every page; one of a newer version stands as it is. */
export function useVerbText(): (verb: string) => string {
  const { t, i18n } = useTranslation('office');
  return (verb) => (i18n.exists(`office:verb.${verb}`) ? String(t(`verb.${verb}` as never)) : verb);
}
