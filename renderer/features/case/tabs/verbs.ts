import { useTranslation } from 'react-i18next';

/** `case.member-saved` in words: as a case's own history has it, or as the office's record. One of a newer version stands. */
export function useVerbText(): (verb: string) => string {
  const { t } = useTranslation();
  return (verb) =>
    t(
      [`case:verb.${verb.replaceAll('.', '_')}`, `office:verb.${verb}`] as never,
      {
        defaultValue: verb,
      } as never,
    ) as unknown as string;
}
