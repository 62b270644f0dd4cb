import { useQuery } from '@tanstack/react-query';
import { Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRecord } from '../../../../shared/features/documents/documents.contract.ts';
import { callQuery } from '../../../app/query.ts';
import { DataState } from '../../../ui/DataState.tsx';
import { instantText } from '../../../ui/today.ts';
import { caseKey } from '../../case/case.queries.ts';
import { usePlace } from '../../case/use-place.ts';
import './editing.css';

/** What a newer version, or the case as it is now, says otherwise than an older one, word by word. */
export function CompareSheet({
  caseId,
  olderId,
  newerId,
}: {
  caseId: string;
  olderId: string;
  newerId: string | null;
}) {
  const { t } = useTranslation('editing');
  const { close } = usePlace();
  const [all, setAll] = useState(false);
  const comparison = useQuery(
    callQuery([...caseKey(caseId), 'compare', olderId, newerId] as const, 'documents.compare', {
      caseId,
      olderId,
      newerId,
    }),
  );
  const nameOf = (paper: DocumentRecord): string =>
    t('versionOf', { no: paper.versionNo, at: instantText(paper.madeAt).slice(0, 16) });
  return (
    <Drawer open size={860} title={t('compare')} onClose={close}>
      <DataState query={comparison} rows={12}>
        {({ older, newer, blocks, added, removed }) => (
          <div className="gd-compare">
            <p className="gd-compare-head">
              <span>
                {nameOf(older)} → {newer ? nameOf(newer) : t('today')}
              </span>
              <span className="gd-quiet tabular">
                {added + removed === 0 ? t('same') : t('difference', { added, removed })}
              </span>
              <Checkbox checked={all} onChange={(e) => setAll(e.target.checked)}>
                {t('showSame')}
              </Checkbox>
            </p>
            <div lang={older.language}>
              {blocks.map((parts, i) =>
                all || parts.some((p) => p.kind !== 'same') ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
                  <p key={i}>
                    {parts.map((part, n) =>
                      part.kind === 'added' ? (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
                        <ins key={n}>{part.text}</ins>
                      ) : part.kind === 'removed' ? (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
                        <del key={n}>{part.text}</del>
                      ) : (
                        part.text
                      ),
                    )}
                  </p>
                ) : null,
              )}
            </div>
          </div>
        )}
      </DataState>
    </Drawer>
  );
}
