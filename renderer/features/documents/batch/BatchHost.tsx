import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchDialog } from './BatchDialog.tsx';
import { BatchList } from './BatchList.tsx';
import { BatchView } from './BatchView.tsx';
import { batchesQuery } from './batch.queries.ts';
import { batchEnded, closeBatches, endedElsewhere, followBatches, useBatches } from './batch-store.ts';
import './batch.css';

/** The dialog of batches, over whatever page is open. */
export function BatchHost() {
  const { t } = useTranslation('batch');
  const { shown, running } = useBatches();
  const batches = useQuery(batchesQuery());
  useEffect(followBatches, []);
  // A run that this page did not begin ends by the core's word alone.
  useEffect(() => {
    for (const id of endedElsewhere(batches.data ?? [], batches.dataUpdatedAt, running)) batchEnded(id);
  }, [batches.data, batches.dataUpdatedAt, running]);
  // Another page is another thing to do; what is being made goes on.
  const place = useRouterState({ select: (state) => state.location.href });
  const opened = useRef(place);
  useEffect(() => {
    if (opened.current !== place) closeBatches();
    opened.current = place;
  }, [place]);
  if (shown === null) return null;
  return (
    <Modal
      open
      title={t('title')}
      width={720}
      footer={null}
      onCancel={closeBatches}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <div className="gd-batch">
        {shown.kind === 'new' && <BatchDialog wish={shown.wish} />}
        {shown.kind === 'batch' && <BatchView key={shown.batchId} batchId={shown.batchId} />}
        {shown.kind === 'list' && <BatchList />}
      </div>
    </Modal>
  );
}
