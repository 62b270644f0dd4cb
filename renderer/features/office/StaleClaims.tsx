import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { callQuery } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { useNotices } from '../../ui/notices.tsx';
import { ChangedClaims } from '../law/ChangedClaims.tsx';

const staleQuery = () => callQuery(['case', 'stale'], 'claims.stale', {});

/** Claim items that the present data would make another amount; a person decides on each. */
export function StaleClaims() {
  const { t } = useTranslation('claim-items');
  const { fail, say } = useNotices();
  const queries = useQueryClient();
  const mayWrite = useMay('case.write');
  const stale = useQuery(staleQuery());
  if (!stale.data || stale.data.count === 0) return null;
  const recompute = async (caseId: string, itemId: string): Promise<void> => {
    try {
      const { client } = platform();
      const { version } = await client.call('cases.get', { caseId });
      await client.call('claims.recompute', { caseId, expectedVersion: version, itemIds: [itemId] });
      await queries.invalidateQueries({ queryKey: ['case'] });
      say(t('stale.recomputed'));
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section aria-label={t('stale.title')}>
      <h2>
        {t('stale.title')} <span className="quiet">{stale.data.count}</span>
      </h2>
      <p className="quiet">{t('stale.lead')}</p>
      <ChangedClaims
        claims={stale.data.items}
        act={(c) =>
          mayWrite &&
          c.afterFen !== null && (
            <Button size="small" onClick={() => void recompute(c.caseId, c.itemId)}>
              {t('stale.recompute')}
            </Button>
          )
        }
      />
    </section>
  );
}
