import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/session.tsx';
import { batchesQuery } from './batch.queries.ts';
import { listBatches, showBatch, useBatches } from './batch-store.ts';

/** In the status bar of every page: the batch that is being made, or those that were broken off. */
export function BatchBadge() {
  const { t } = useTranslation('batch');
  const mayMake = useMay('document.make');
  const { running } = useBatches();
  const batches = useQuery({ ...batchesQuery(), enabled: mayMake });
  const [now] = running.values();
  if (now)
    return (
      <button type="button" className="batch-badge" onClick={() => showBatch(now.batchId)}>
        {t('badge', { done: now.done, total: now.total ?? '…' })}
      </button>
    );
  const left = (batches.data ?? []).filter((b) => b.state === 'cancelled' || b.state === 'stopped');
  return left.length === 0 ? null : (
    <button type="button" className="batch-badge" onClick={listBatches}>
      {t('unfinished', { count: left.length })}
    </button>
  );
}
