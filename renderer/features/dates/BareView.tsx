import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { placeOf } from '../case/case.search.ts';
import { newId } from '../case/field-link.ts';
import { useStageName } from '../cases/names.ts';
import { usePartiesText } from '../cases/parties.ts';
import type { DatesSearch } from './dates.search.ts';

/** The safety net: open cases that nothing watches over. */
export function BareView({ search }: { readonly search: DatesSearch }) {
  const { t } = useTranslation('dates');
  const parties = usePartiesText();
  const stage = useStageName();
  const { t: tl } = useTranslation('cases');
  const input = { handlerId: search.handler ?? null, track: search.track ?? null };
  const query = useInfiniteQuery({
    queryKey: ['case', 'bare', input] as const,
    queryFn: ({ pageParam }) => platform().client.call('calendar.bare', { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <DataState
      query={query}
      rows={12}
      isEmpty={() => rows.length === 0}
      empty={<EmptyState title={t('bareNone')} text={t('bareNoneText')} />}
    >
      {() => (
        <div className="dates-scroll">
          <p className="quiet dates-lead">{t('bareLead')}</p>
          <table className="list dates-bare">
            <thead>
              <tr>
                {(['number', 'parties', 'stage', 'handler', 'received'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`bareColumns.${name}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="sr-only">{t('addDate')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="tabular">
                    <Link to="/cases/$caseId" params={{ caseId: row.id }} search={{ tab: 'dates' }}>
                      {row.number}
                    </Link>
                  </td>
                  <td className="cut">{parties(row)}</td>
                  <td>
                    {tl(`track.${row.track}`)} · {stage(row.track, row.stage)}
                  </td>
                  <td>{row.handlerName}</td>
                  <td className="tabular">{row.receivedOn}</td>
                  <td>
                    <Link
                      to="/cases/$caseId"
                      params={{ caseId: row.id }}
                      search={placeOf('dates', { kind: 'predate', id: newId })}
                      aria-label={`${t('addDate')} ${row.number}`}
                    >
                      {t('addDate')}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {query.hasNextPage && (
            <Button
              className="dates-more"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </DataState>
  );
}
