import { useTranslation } from 'react-i18next';

/** Joins the parts of an enumeration with the mark that the reader's language sets between them. */
export function useListText(): (parts: readonly string[]) => string {
  const { i18n } = useTranslation();
  const mark = i18n.language === 'en' ? ', ' : '、';
  return (parts) => parts.join(mark);
}
