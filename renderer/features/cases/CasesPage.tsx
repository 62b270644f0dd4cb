import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/DataState.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import './cases.css';
import { CaseBulk } from './CaseBulk.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseTable } from './CaseTable.tsx';
import { caseCountQuery, caseListQuery } from './cases.queries.ts';
import { type CasesSearch, filterOf, isFiltered, sortOf } from './cases.search.ts';

const none: ReadonlySet<string> = new Set();

/** All cases as a table; what is filtered and sorted stands in the address. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const { t: tc } = useTranslation();
  const search = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const filterField = useRef<HTMLInputElement>(null);
  const filter = filterOf(search);
  const list = useInfiniteQuery({
    ...caseListQuery(filter, sortOf(search)),
    placeholderData: keepPreviousData,
  });
  const count = useQuery({ ...caseCountQuery(filter), placeholderData: keepPreviousData });
  usePageTitle(tc('nav.cases'));
  const mayWrite = useMay('case.write');
  // Who only reads has filters to take back.
  useUndoKey('cases', true);
  useShortcuts([{ key: '/', run: () => filterField.current?.focus() }]);

  // Typing replaces the address instead of leaving a trail of half-typed words to go back through.
  const change = (patch: { [K in keyof CasesSearch]?: CasesSearch[K] | undefined }, replace = false) =>
    void navigate({
      to: '/cases',
      search: (old: CasesSearch) =>
        Object.fromEntries(
          Object.entries({ ...old, ...patch }).filter(([, v]) => v !== undefined),
        ) as CasesSearch,
      replace,
    });
  const clear = () =>
    void navigate({
      to: '/cases',
      search: ({ sort, dir }: CasesSearch) => ({ ...(sort && { sort }), ...(dir && { dir }) }),
    });

  const memory = JSON.stringify(search);
  const [choice, setChoice] = useState<{ of: string; ids: ReadonlySet<string> }>({ of: memory, ids: none });
  // Another list, another choice: nothing out of sight is acted on.
  const chosen = choice.of === memory ? choice.ids : none;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const picked = rows.filter((row) => chosen.has(row.id));
  return (
    <div className="cases">
      <CaseFilters
        search={search}
        count={count.data?.count ?? null}
        onChange={change}
        onClear={clear}
        onOpen={(next) => void navigate({ to: '/cases', search: next })}
        inputRef={filterField}
      />
      {list.data === undefined && list.isError && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data === undefined && !list.isError && <Loading rows={16} />}
      {list.data !== undefined && rows.length === 0 && (
        <Nothing
          filtered={isFiltered(search)}
          onClear={clear}
          onNew={mayWrite ? () => void navigate({ to: '/intake' }) : null}
        />
      )}
      {rows.length > 0 && (
        <CaseTable
          rows={rows}
          total={count.data?.count ?? null}
          sort={sortOf(search)}
          stale={list.isPlaceholderData}
          memory={memory}
          chosen={chosen}
          onChoose={(ids) => setChoice({ of: memory, ids })}
          onSort={({ by, direction }) => change({ sort: by, dir: direction })}
          onOpen={(row) => void navigate({ to: '/cases/$caseId', params: { caseId: row.id }, search: {} })}
          onNeedMore={() => {
            if (list.hasNextPage && !list.isFetching && !list.isFetchNextPageError) void list.fetchNextPage();
          }}
          foot={
            list.isFetchNextPageError ? (
              <p className="cases-foot" role="alert">
                {t('moreFailed')}{' '}
                <Button size="small" onClick={() => void list.fetchNextPage()}>
                  {tc('action.retry')}
                </Button>
              </p>
            ) : null
          }
        />
      )}
      {picked.length > 0 && (
        <CaseBulk
          rows={picked}
          filter={filter}
          sort={sortOf(search)}
          onDone={() => setChoice({ of: memory, ids: none })}
        />
      )}
    </div>
  );
}

function Nothing({
  filtered,
  onClear,
  onNew,
}: {
  filtered: boolean;
  onClear: () => void;
  onNew: (() => void) | null;
}) {
  const { t } = useTranslation('cases');
  return filtered ? (
    <EmptyState title={t('none.filtered')} text={t('none.filteredText')}>
      <Button onClick={onClear}>{t('none.clear')}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('none.first')} text={t('none.firstText')}>
      {onNew && (
        <Button type="primary" onClick={onNew}>
          {t('none.new')}
        </Button>
      )}
    </EmptyState>
  );
}
