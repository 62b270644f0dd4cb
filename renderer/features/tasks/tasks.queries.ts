import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/api.ts';
import type { About } from '../../../shared/features/tasks/tasks.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { callQuery } from '../../app/query.ts';
import { platform } from '../../transport/platform.ts';

export type TaskView = Input<'tasks.list'>['view'];

export const tasksQuery = (view: TaskView, done: boolean) =>
  infiniteQueryOptions({
    queryKey: ['task', 'list', view, done] as const,
    queryFn: ({ pageParam }) => platform().client.call('tasks.list', { view, done, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** One task as it is now, also where its list has lost it. */
export const taskQuery = (id: string) => callQuery(['task', 'record', id], 'tasks.get', { id });

/** The day is part of the key: what is overdue changes with it. */
export const waitingQuery = (today: PlainDate) => callQuery(['task', 'waiting', today], 'tasks.waiting', {});

export const notesQuery = (about: About) =>
  infiniteQueryOptions({
    queryKey: ['task', 'notes', about] as const,
    queryFn: ({ pageParam }) => platform().client.call('notes.list', { about, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const timeQuery = (caseId: string) => callQuery(['task', 'time', caseId], 'time.list', { caseId });
