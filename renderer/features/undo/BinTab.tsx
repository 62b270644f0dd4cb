import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { instantText } from '../../ui/today.ts';
import { useActText } from './act-text.ts';

type Item = Output<'bin.list'>['items'][number];

/** What was deleted or changed in bulk, by whom and when, and the way back. */
export function BinTab() {
  const { t } = useTranslation('undo');
  const query = useInfiniteQuery({
    queryKey: ['case', 'bin'] as const,
    queryFn: ({ pageParam }) => platform().client.call('bin.list', { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  return (
    <div className="office-form office-list">
      <p className="quiet">{t('bin.lead')}</p>
      <DataState
        query={query}
        rows={8}
        isEmpty={(data) => data.pages.every((page) => page.items.length === 0)}
        empty={<EmptyState title={t('bin.empty')} text={t('bin.emptyText')} />}
      >
        {(data) => (
          <>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{t('bin.what')}</th>
                  <th scope="col">{t('bin.case')}</th>
                  <th scope="col">{t('bin.who')}</th>
                  <th scope="col">{t('bin.at')}</th>
                  <th scope="col">{t('bin.purge')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('bin.restore')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.pages
                  .flatMap((page) => page.items)
                  .map((item) => (
                    <Line key={item.id} item={item} />
                  ))}
              </tbody>
            </table>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('bin.more')}
              </Button>
            )}
          </>
        )}
      </DataState>
    </div>
  );
}

function Line({ item }: { item: Item }) {
  const { t } = useTranslation('undo');
  const actText = useActText();
  const { say, fail } = useNotices();
  const undo = useCall('undo.undo', ['case', 'document']);
  const act = actText(item);
  const mayWrite = useMay('case.write');
  // What was deleted comes back; any other change is taken back.
  const back = t(item.deleted > 0 ? 'bin.restore' : 'bin.takeBack');
  const isCase = item.kind === 'case' && item.deleted > 0;
  return (
    <tr>
      <td>{act}</td>
      <td className="tabular">
        {item.caseId && item.caseNumber && !item.caseInBin && !isCase ? (
          <Link to="/cases/$caseId" params={{ caseId: item.caseId }} search={{}}>
            {item.caseNumber}
          </Link>
        ) : (
          item.caseNumber
        )}
      </td>
      <td>{item.who}</td>
      <td className="tabular">{instantText(item.at).slice(0, 16)}</td>
      <td className="tabular">{item.purgedOn}</td>
      <td>
        <Button
          size="small"
          loading={undo.isPending}
          // Of filters the bin lists one's own.
          disabled={item.caseInBin || !(mayWrite || item.kind === 'filter')}
          title={item.caseInBin ? t('bin.caseFirst') : act}
          aria-label={`${back} ${act}`}
          onClick={() =>
            // The line goes with what it stood for, and a mutation tells a component that has gone nothing.
            void undo
              .mutateAsync({ actId: item.id })
              .then(() => say(t(item.deleted > 0 ? 'bin.restored' : 'undone', { act })), fail)
          }
        >
          {back}
        </Button>
      </td>
    </tr>
  );
}
