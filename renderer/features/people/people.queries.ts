import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/api.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';

type Sought = Omit<Input<'people.list'>, 'cursor'>;

export const peopleQuery = (sought: Sought) =>
  infiniteQueryOptions({
    queryKey: ['person', 'list', sought] as const,
    queryFn: ({ pageParam }) => platform().client.call('people.list', { ...sought, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const personQuery = (personId: string) =>
  callQuery(['person', 'one', personId], 'people.get', { personId });
