import { infiniteQueryOptions } from '@tanstack/react-query';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';

export const settingsQuery = () => callQuery(['office', 'settings'], 'office.settings', {});

/** The record of actions, newest first. Anything that changes adds to it, so it is read anew on each visit. */
export const auditQuery = () =>
  infiniteQueryOptions({
    queryKey: ['office', 'audit'] as const,
    queryFn: ({ pageParam }) => platform().client.call('audit.list', { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

export const auditVerifyQuery = () => ({
  ...callQuery(['office', 'audit-verify'], 'audit.verify', {}),
  enabled: false,
  gcTime: 0,
});
