import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../shared/features/claims/claim-items.rules.ts';
import { StatusChip } from '../../../ui/StatusChip.tsx';

/** 一裁终局 of an item or of all items of a worker. */
export function VerdictChip({ verdict }: { verdict: Verdict | 'mixed' }) {
  const { t } = useTranslation('claim-items');
  if (verdict === 'none') return null;
  return (
    <span title={t(`verdictHelp.${verdict}`)}>
      <StatusChip tone={verdict === 'mixed' || verdict === 'unknown' ? 'amber' : 'neutral'}>
        {t(`verdict.${verdict}`)}
      </StatusChip>
    </span>
  );
}
