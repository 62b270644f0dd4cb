import { useTranslation } from 'react-i18next';

/** `case.member-saved` in words; a verb without words is shown as it is. */
export function useVerbText(): (verb: string) => string {
  const { t } = useTranslation('case');
  return (verb) =>
    t(`verb.${verb.replaceAll('.', '_')}` as never, { defaultValue: verb } as never) as unknown as string;
}
