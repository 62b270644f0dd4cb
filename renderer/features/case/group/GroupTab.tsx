import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataState } from '../../../ui/DataState.tsx';
import { groupQuery } from '../case.queries.ts';
import { groupViews } from '../case.search.ts';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { ActsView } from './ActsView.tsx';
import './group.css';
import { MatrixView } from './MatrixView.tsx';
import { PayoutView } from './PayoutView.tsx';

/** The workers of a case as one object: what each asks for, who is paid what, what parts of the group did. */
export function GroupTab({ file, readOnly }: TabProps) {
  const { t } = useTranslation('group');
  const { search, go } = usePlace();
  const matrix = useQuery(groupQuery(file.id));
  const view = search.view ?? 'matrix';
  const views = (
    <Segmented
      aria-label={t('view.label')}
      value={view}
      options={(['matrix', ...groupViews] as const).map((v) => ({ value: v, label: t(`view.${v}`) }))}
      onChange={(v) => {
        const other = groupViews.find((g) => g === v);
        go({ tab: 'group', ...(other ? { view: other } : {}) });
      }}
    />
  );
  return (
    <DataState query={matrix} rows={12}>
      {(data) => {
        switch (view) {
          case 'payout':
            return <PayoutView file={file} matrix={data} views={views} />;
          case 'acts':
            return <ActsView file={file} readOnly={readOnly} matrix={data} views={views} />;
          default:
            return <MatrixView file={file} readOnly={readOnly} matrix={data} views={views} />;
        }
      }}
    </DataState>
  );
}
