import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { MeansMissing } from '../../../shared/features/legal-aid/means.rules.ts';
import { useAidWords } from './use-words.ts';

type Warning = Output<'aid.forCase'>['warnings'][number];

/** A warning as a sentence; what is missing is named as its field names it. */
export function useWarningText(): (w: Warning) => string {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  return ({ code, params, kind }) => {
    if (code === 'visit-due' || code === 'limit-near' || code === 'lawyer-left')
      return t(`warning.${code}`, { what: params.join(t('comma')) });
    const names = params.map((p) =>
      code === 'means-undecided'
        ? t(`missing.${p as MeansMissing}`)
        : words.option(kind === 'closing' ? 'filePapers' : 'aidPapers', p),
    );
    return t(`warning.${code}`, { what: names.join(t('comma')) });
  };
}
