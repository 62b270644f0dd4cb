import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../../shared/features/cases/cases.contract.ts';

type Parties = Pick<CaseRow, 'firstApplicant' | 'applicantCount' | 'firstRespondent' | 'respondentCount'>;

/** “甲等24人 诉 某公司等2家”. */
export function usePartiesText(): (row: Parties) => string {
  const { t } = useTranslation('cases');
  return ({ firstApplicant, applicantCount, firstRespondent, respondentCount }) => {
    const applicants =
      applicantCount > 1
        ? t('parties.applicants', { name: firstApplicant, count: applicantCount })
        : firstApplicant || t('parties.noApplicant');
    const respondents =
      respondentCount > 1
        ? t('parties.respondents', { name: firstRespondent, count: respondentCount })
        : firstRespondent || t('parties.noRespondent');
    return t('parties.versus', { applicants, respondents });
  };
}
