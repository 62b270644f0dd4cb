import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../app/i18n.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { instantText } from '../../../ui/today.ts';
import { batchesQuery } from './batch.queries.ts';
import { showBatch } from './batch-store.ts';

/** The newest batches, those that can go on among them. */
export function BatchList() {
  const { t } = useTranslation('batch');
  const bilingual = useBilingual();
  const batches = useQuery(batchesQuery());
  return (
    <section aria-label={t('list')}>
      <h3>{t('list')}</h3>
      <DataState query={batches} isEmpty={(b) => b.length === 0} empty={<EmptyState title={t('none')} />}>
        {(list) => (
          <div className="gd-batch-list">
            {list.map((b) => (
              <button key={b.id} type="button" className="gd-paper" onClick={() => showBatch(b.id)}>
                <span className="gd-paper-title">
                  {bilingual(b.title)}{' '}
                  <span className="gd-quiet">{instantText(b.startedAt).slice(0, 16)}</span>
                </span>
                <span className="gd-paper-state tabular">
                  {b.made}/{b.total}
                  <StatusChip tone={b.state === 'done' && b.failed === 0 ? 'green' : 'amber'}>
                    {t(`result.${b.state}`)}
                  </StatusChip>
                </span>
              </button>
            ))}
          </div>
        )}
      </DataState>
    </section>
  );
}
