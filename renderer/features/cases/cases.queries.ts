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

export const usersQuery = () => callQuery(['office', 'users'], 'office.users', {});
