import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { hasCode } from '../../transport/failure.ts';
import { DataState } from '../../ui/DataState.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import './tasks.css';
import { type TaskView, taskQuery, tasksQuery } from './tasks.queries.ts';

/** Tasks of a case, a person or an office; what is done stands behind a switch. */
export function TaskList(props: {
  view: TaskView;
  readOnly?: boolean;
  /** Says whose each task is. */
  withCase?: boolean;
  actions?: ReactNode;
  /** Ids that are ticked for a common act; absent where there is none. */
  chosen?: readonly string[];
  onChoose?: (ids: string[]) => void;
}) {
  const { view, readOnly = false, withCase = false, actions, chosen, onChoose } = props;
  const { t } = useTranslation('tasks');
  const [done, setDone] = useState(false);
  const [edited, setEdited] = useState<Task | null>(null);
  const query = useInfiniteQuery(tasksQuery(view, done));
  return (
    <div className="task-list">
      <div className="task-bar">
        <Segmented
          size="small"
          value={done ? 'done' : 'open'}
          onChange={(value) => setDone(value === 'done')}
          options={(['open', 'done'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {actions}
      </div>
      <DataState
        query={query}
        isEmpty={(d) => d.pages[0]?.items.length === 0}
        empty={<p className="quiet">{t(done ? 'noneDone' : 'noneOpen')}</p>}
      >
        {(data) => (
          <>
            <ul className="plain">
              {data.pages
                .flatMap((p) => p.items)
                .map((task) => (
                  <TaskLine
                    key={task.id}
                    task={task}
                    readOnly={readOnly}
                    withCase={withCase}
                    onEdit={() => setEdited(task)}
                    {...(chosen && onChoose
                      ? {
                          chosen: chosen.includes(task.id),
                          onChoose: (on: boolean) =>
                            onChoose(on ? [...chosen, task.id] : chosen.filter((id) => id !== task.id)),
                        }
                      : {})}
                  />
                ))}
            </ul>
            {query.hasNextPage && (
              <Button
                type="text"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </>
        )}
      </DataState>
      {edited && (
        <TaskDialog
          key={edited.id}
          // As it is now, or as it last was where the list has lost it.
          task={query.data?.pages.flatMap((p) => p.items).find((task) => task.id === edited.id) ?? edited}
          about={null}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

export function TaskLine(props: {
  task: Task;
  readOnly: boolean;
  withCase: boolean;
  onEdit: () => void;
  chosen?: boolean;
  onChoose?: (on: boolean) => void;
}) {
  const { task, readOnly, withCase, onEdit, chosen, onChoose } = props;
  const { t } = useTranslation('tasks');
  const { undoable, say, fail } = useNotices();
  const queries = useQueryClient();
  const complete = useCall('tasks.complete', ['task']);
  const restore = useCall('tasks.restore', ['task']);
  const may = useMay('case.write') && !readOnly;
  const done = task.doneAt !== null;
  const classes = ['task-line', done && 'task-done', onChoose ? 'with-choice' : withCase && 'with-case']
    .filter(Boolean)
    .join(' ');

  // Awaited: what a mutation is told to do afterwards is not done once its line has left the list.
  async function toggle(): Promise<void> {
    try {
      const { version } = await complete.mutateAsync({
        id: task.id,
        expectedVersion: task.version,
        done: !done,
      });
      if (!done)
        undoable(t('completed', { title: task.title }), () =>
          complete.mutateAsync({ id: task.id, expectedVersion: version, done: false }),
        );
    } catch (error) {
      await meet(error);
    }
  }

  /** The line was behind: somebody else finished, changed or removed the task. What they did is told, and can be put back. */
  async function meet(error: unknown): Promise<void> {
    if (!hasCode(error, 'conflict') && !hasCode(error, 'not-found')) return fail(error);
    void queries.invalidateQueries({ queryKey: ['task'] });
    const now = await queries.fetchQuery({ ...taskQuery(task.id), staleTime: 0 }).catch(() => null);
    if (!now) return fail(error);
    if (now.removed)
      undoable(t('removedByOther', { title: now.task.title }), () => restore.mutateAsync({ id: task.id }));
    else if (!done && now.task.doneAt !== null)
      undoable(t('finishedAlready', { title: now.task.title, who: now.task.doneBy ?? '' }), () =>
        complete.mutateAsync({ id: task.id, expectedVersion: now.task.version, done: false }),
      );
    else say(t('changedByOther', { title: now.task.title }));
  }

  return (
    <li className={classes}>
      {onChoose && (
        <Checkbox
          aria-label={t('choose', { title: task.title })}
          checked={chosen ?? false}
          onChange={(e) => onChoose(e.target.checked)}
        />
      )}
      <Button
        size="small"
        className="task-tick"
        aria-pressed={done}
        aria-label={t(done ? 'reopen' : 'complete', { title: task.title })}
        disabled={!may || complete.isPending}
        onClick={() => void toggle()}
      >
        {done ? '✓' : ''}
      </Button>
      <span className="task-what">
        {may ? (
          <button type="button" className="link" onClick={onEdit}>
            {task.title}
          </button>
        ) : (
          task.title
        )}
        {task.detail && <span className="quiet cut">{task.detail}</span>}
      </span>
      {withCase && (
        <span className="task-whose cut">
          {task.caseId ? (
            <Link to="/cases/$caseId" params={{ caseId: task.caseId }} search={{ tab: 'work' }}>
              {task.caseNumber}
            </Link>
          ) : task.personId ? (
            <Link to="/people/$personId" params={{ personId: task.personId }}>
              {task.who}
            </Link>
          ) : null}{' '}
          {task.caseId && <span className="quiet">{task.who}</span>}
        </span>
      )}
      <span className="task-when">
        {task.dueOn ? (
          <DateText date={task.dueOn} due={!done} />
        ) : (
          <span className="quiet">{t('noDay')}</span>
        )}
      </span>
      <span className="task-who">
        {task.assigneeLeft ? (
          <StatusChip tone="amber">{t('left', { name: task.assigneeName ?? '' })}</StatusChip>
        ) : (
          (task.assigneeName ?? <StatusChip tone="amber">{t('nobody')}</StatusChip>)
        )}
      </span>
    </li>
  );
}
