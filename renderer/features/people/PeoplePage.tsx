import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../shared/features/people/people.contract.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { isEnter, useShortcuts } from '../../ui/keyboard.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import './people.css';
import { peopleQuery } from './people.queries.ts';

/** Everybody the office has met, by sound. One field finds by whatever somebody remembers. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate();
  const [text, setText] = useState(search.text ?? '');
  const later = useDeferredValue(text);
  const field = useRef<InputRef>(null);
  useShortcuts([{ key: '/', run: () => field.current?.focus() }]);
  useEffect(() => {
    void navigate({
      to: '/people',
      search: { ...(later !== '' && { text: later }), ...(search.kind && { kind: search.kind }) },
      replace: true,
    });
  }, [later, search.kind, navigate]);
  const query = useInfiniteQuery({
    ...peopleQuery({ text: later, kind: search.kind ?? null }),
    placeholderData: keepPreviousData,
  });
  const open = (row: PersonRow) => void navigate({ to: '/people/$personId', params: { personId: row.id } });
  return (
    <div className="people">
      <PageHeader title={t('title')} />
      <div className="people-filter">
        <Input
          ref={field}
          allowClear
          autoFocus
          prefix={<Icon name="search" size={14} />}
          placeholder={t('find')}
          aria-label={t('find')}
          value={text}
          onChange={(e) => setText(e.target.value)}
          onKeyDown={(e) => {
            const first = query.data?.pages[0]?.items[0];
            if (isEnter(e) && first && text === later) open(first);
          }}
        />
        <Segmented
          value={search.kind ?? 'all'}
          onChange={(kind) =>
            void navigate({
              to: '/people',
              search: { ...(text !== '' && { text }), ...(kind !== 'all' && { kind: kind as 'person' }) },
            })
          }
          options={(['all', 'person', 'organisation'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
          }))}
        />
      </div>
      <DataState
        query={query}
        rows={16}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <EmptyState
            title={later === '' ? t('none') : t('noneFound')}
            text={later === '' ? t('noneText') : t('noneFoundText')}
          />
        }
      >
        {(data) => (
          <div className="people-scroll">
            <table className="list people-list">
              <thead>
                <tr>
                  {(['name', 'number', 'phone', 'address', 'cases'] as const).map((key) => (
                    <th scope="col" key={key}>
                      {t(`column.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.pages
                  .flatMap((page) => page.items)
                  .map((row) => (
                    <tr key={row.id}>
                      <td className="cut" title={row.name}>
                        <Icon name={row.kind === 'organisation' ? 'office' : 'user'} size={14} />{' '}
                        <Link to="/people/$personId" params={{ personId: row.id }}>
                          {row.name}
                        </Link>
                      </td>
                      <td className="tabular">{row.number ?? '—'}</td>
                      <td className="tabular">{row.phone ?? '—'}</td>
                      <td className="cut" title={row.address ?? ''}>
                        {row.address ?? '—'}
                      </td>
                      <td className="tabular">
                        {row.cases}
                        {row.lastCase && <span className="quiet"> · {row.lastCase}</span>}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </div>
        )}
      </DataState>
    </div>
  );
}
