import type { UseQueryResult } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { gapChoices } from '../../../../shared/features/documents/batch.contract.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { hasCode } from '../../../transport/failure.ts';
import { ErrorState } from '../../../ui/DataState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import type { Checked } from './batch.queries.ts';

type Choice = (typeof gapChoices)[number];
const mostLacking = 100;

/** Who lacks what, across the whole batch, and what becomes of those papers. */
export function CheckResult(props: {
  readonly check: UseQueryResult<Checked>;
  /** Whether anything is chosen to be checked. */
  readonly waiting: boolean;
  readonly gaps: Choice;
  readonly onGaps: (gaps: Choice) => void;
}) {
  const { check, waiting, gaps, onGaps } = props;
  const { t } = useTranslation('batch');
  const bilingual = useBilingual();
  if (!waiting) return null;
  if (check.isError)
    return hasCode(check.error, 'rule-violation') ? (
      <p className="note note-amber">{t('empty')}</p>
    ) : (
      <ErrorState error={check.error} onRetry={() => void check.refetch()} />
    );
  if (!check.data)
    return (
      <p className="gd-quiet" role="status">
        {t('checkingFirst')}
      </p>
    );
  const { papers } = check.data;
  const lacking = papers
    .map((p) => ({ ...p, missing: p.warnings.filter((w) => w.severity !== 'advice') }))
    .filter((p) => p.missing.length > 0);
  if (lacking.length === 0)
    return (
      <p className="gd-green">
        <Icon name="check" size={13} /> {t('complete', { count: papers.length })}
      </p>
    );
  return (
    <section>
      <p className="gd-amber">
        <Icon name="warning" size={13} /> {t('lacking', { count: lacking.length, total: papers.length })}
      </p>
      <details>
        <summary>{t('showLacking')}</summary>
        <ul className="gd-batch-lacking">
          {lacking.slice(0, mostLacking).map((p) => (
            <li key={`${p.caseId}${p.formId}${p.memberId}`}>
              {p.parts.name} {p.parts.paper}
              <span className="gd-quiet"> {p.missing.map((w) => bilingual(w.label)).join('；')}</span>
            </li>
          ))}
          {lacking.length > mostLacking && (
            <li>{t('moreLacking', { count: lacking.length - mostLacking })}</li>
          )}
        </ul>
      </details>
      <Radio.Group
        aria-label={t('gaps')}
        value={gaps}
        onChange={(e) => onGaps(e.target.value as Choice)}
        options={gapChoices.map((value) => ({ value, label: t(`gap.${value}`) }))}
      />
    </section>
  );
}
