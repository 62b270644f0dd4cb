import { useTranslation } from 'react-i18next';

/** The sentence of a code of `import.json`; a newer code than this page knows is shown as it is. */
export function useRosterSentence(): (code: string, params?: object) => string {
  const { t, i18n } = useTranslation('import-ui');
  return (code, params = {}) => {
    const key = `import:${code}`;
    const known = i18n.exists(key)
      ? (i18n.t(key as never, params as never) as unknown as string)
      : t('unknownProblem', { code });
    // A place in the sentence that the preview has no fact for must not show its mark.
    return known.replace(/\{\{\w+\}\}/g, '…');
  };
}
