import { useTranslation } from 'react-i18next';

/** Names of fields and choices whose keys come as data; a test proves that every one has its words. */
export function useAidWords(): {
  field: (key: string) => string;
  option: (group: string, value: string) => string;
} {
  const { t } = useTranslation('legal-aid');
  const say = (key: string): string => String(t(key as never));
  return {
    field: (key) => say(`field.${key}`),
    option: (group, value) => (group === 'satisfaction' ? value : say(`option.${group}.${value}`)),
  };
}
