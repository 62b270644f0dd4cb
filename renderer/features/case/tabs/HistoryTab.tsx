import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { platform } from '../../../transport/platform.ts';
import { DataState, EmptyState } from '../../../ui/DataState.tsx';
import { instantText } from '../../../ui/today.ts';
import { caseKey } from '../case.queries.ts';
import type { TabProps } from './tab.ts';
import { useVerbText } from './verbs.ts';

/** Every change of this case, as the record keeps it. */
export function HistoryTab({ file }: TabProps) {
  const { t } = useTranslation('case');
  const verb = useVerbText();
  const query = useInfiniteQuery({
    queryKey: [...caseKey(file.id), 'history'] as const,
    queryFn: ({ pageParam }) => platform().client.call('audit.list', { caseId: file.id, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  return (
    <DataState
      query={query}
      isEmpty={(d) => d.pages.every((p) => p.items.length === 0)}
      empty={<EmptyState title={t('timeline.empty')} />}
    >
      {(data) => (
        <>
          <p className="gd-quiet gd-bar">{t('history.help')}</p>
          <table className="gd-table">
            <thead>
              <tr>
                <th className="gd-num">{t('history.sequence')}</th>
                <th>{t('history.at')}</th>
                <th>{t('history.who')}</th>
                <th>{t('history.what')}</th>
              </tr>
            </thead>
            <tbody>
              {data.pages
                .flatMap((p) => p.items)
                .map((item) => (
                  <tr key={item.sequence}>
                    <td className="gd-num tabular gd-quiet">{item.sequence}</td>
                    <td className="tabular">{instantText(item.at)}</td>
                    <td>{item.who}</td>
                    <td>{verb(item.verb)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          {query.hasNextPage && (
            <Button type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('timeline.more')}
            </Button>
          )}
        </>
      )}
    </DataState>
  );
}
