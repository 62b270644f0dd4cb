import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/api.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';

export type CaseFilter = Input<'cases.list'>['filter'];
export type CaseSort = Input<'cases.list'>['sort'];

/** Keys of the topic `case`: lists start with `'list'`, what concerns one case with `'one', caseId`. */
export const caseListQuery = (filter: CaseFilter, sort: CaseSort) =>
  infiniteQueryOptions({
    queryKey: ['case', 'list', filter, sort] as const,
    queryFn: ({ pageParam }) =>
      platform().client.call('cases.list', { filter, sort, cursor: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const caseCountQuery = (filter: CaseFilter) =>
  callQuery(['case', 'count', filter], 'cases.count', { filter });

/** A few cases whose number or party contains the text, newest first, closed ones too. */
export const caseSearchQuery = (text: string) =>
  callQuery(['case', 'search', text], 'cases.list', {
    filter: { text: text.slice(0, 200), status: 'all' },
    sort: { by: 'updated', direction: 'desc' },
    limit: 8,
  });

export const usersQuery = () => callQuery(['office', 'users'], 'office.users', {});
