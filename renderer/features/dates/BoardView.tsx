import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { boardScopes } from '../../../shared/features/calendar/calendar.contract.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { useToday } from '../../ui/today.ts';
import { AgendaRow } from './AgendaRow.tsx';
import type { ChangeSearch } from './DatesPage.tsx';
import { type DatesSearch, filterOf } from './dates.search.ts';

/** What is to be done, soonest first, in ranges with their numbers. */
export function BoardView({
  search,
  onChange,
}: {
  readonly search: DatesSearch;
  readonly onChange: ChangeSearch;
}) {
  const { t } = useTranslation('dates');
  const today = useToday();
  const filter = filterOf(search);
  const scope = search.scope ?? 'all';
  const input = { scope, ...filter };
  // The day is part of the question: past midnight the same dates fall into other ranges.
  const query = useInfiniteQuery({
    queryKey: ['case', 'board', input, today] as const,
    queryFn: ({ pageParam }) => platform().client.call('calendar.board', { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const counts = useQuery({
    ...callQuery(['case', 'board-counts', filter, today] as const, 'calendar.counts', filter),
    placeholderData: keepPreviousData,
  });
  const number = (n: number | undefined): string =>
    n === undefined ? '' : n >= 1000 ? t('thousand', { count: 999 }) : String(n);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Segmented
        className="dates-scopes"
        aria-label={t('view.board')}
        value={scope}
        onChange={(value) => onChange({ scope: value === 'all' ? undefined : value })}
        options={boardScopes.map((value) => ({
          value,
          label: (
            <span className={`dates-scope dates-scope-${value}`}>
              {t(`scope.${value}`)}{' '}
              {value !== 'all' && <span className="tabular">{number(counts.data?.[value])}</span>}
            </span>
          ),
        }))}
      />
      {counts.data && counts.data.bare > 0 && (
        <button type="button" className="link dates-bare-hint" onClick={() => onChange({ view: 'bare' })}>
          {t('view.bare')} {number(counts.data.bare)}
        </button>
      )}
      <DataState
        query={query}
        rows={14}
        isEmpty={() => items.length === 0}
        empty={
          <EmptyState
            title={t(scope === 'all' && search.handler === undefined ? 'calm' : 'none')}
            text={t('noneText')}
          />
        }
      >
        {() => (
          <div className="dates-scroll">
            <ul className="plain agenda">
              {items.map((item) => (
                <AgendaRow key={item.id} item={item} />
              ))}
            </ul>
            {hasNextPage && (
              <Button className="dates-more" loading={isFetching} onClick={() => void fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </div>
        )}
      </DataState>
    </>
  );
}
