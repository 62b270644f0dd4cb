import { taskViews } from '../../../shared/features/tasks/tasks.contract.ts';

export type TasksSearch = { view: (typeof taskViews)[number] };

/** The state of the page as it stands in the address. */
export const parseTasksSearch = (search: Record<string, unknown>): TasksSearch => ({
  view: taskViews.find((v) => v === search.view) ?? 'mine',
});
