import {
  QueryClient,
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Input, ProcedureName } from '../../shared/contract/api.ts';
import type { CoreEvent, Topic } from '../../shared/contract/wire.ts';
import type { Answer } from '../transport/client.ts';
import { type CallFailure, hasCode } from '../transport/failure.ts';
import { platform } from '../transport/platform.ts';

/**
 * A key starts with the topic whose change makes it stale. What concerns one record continues with `'one', id`, so
 * that a change of another record leaves it alone; everything else is a list.
 */
export type Key = readonly [Topic | 'session', ...(readonly unknown[])];

export const sessionKey = ['session'] as const;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core says what changed; without such word a reading stays good.
        staleTime: 5 * 60_000,
        retry: false,
        // Nothing travels over a network: being offline means nothing here.
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      // What was sent may be a passphrase: nothing of it is kept once the answer is there.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

/** The options of a reading call. */
export function callQuery<N extends ProcedureName, const K extends Key>(key: K, name: N, input: Input<N>) {
  return queryOptions({ queryKey: key, queryFn: () => platform().client.call(name, input) });
}

/**
 * A changing call. What it changed is refetched by the core's `changed` event, and by `topics` at once, so that the
 * screen never shows the old value after the answer.
 */
export function useCall<N extends ProcedureName>(
  name: N,
  topics: readonly Topic[] = [],
): UseMutationResult<Answer<N>, CallFailure, Input<N>> {
  const queries = useQueryClient();
  return useMutation<Answer<N>, CallFailure, Input<N>>({
    mutationKey: [name],
    mutationFn: (input) => platform().client.call(name, input),
    onSuccess: () => Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] }))),
    onError: (error) => {
      if (hasCode(error, 'locked')) void queries.invalidateQueries({ queryKey: sessionKey });
    },
  });
}

export function invalidate(queries: QueryClient, event: Extract<CoreEvent, { type: 'changed' }>): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [topic, scope, id] }) =>
      topic === event.topic && (scope !== 'one' || event.ids.length === 0 || event.ids.includes(String(id))),
  });
}

/** Everything read from the office leaves memory; only the answer to “who is here” stays. */
export function forgetOffice(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  queries.getMutationCache().clear();
}
