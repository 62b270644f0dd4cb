import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { About, Task } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { failureOf } from '../../transport/failure.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { RecordGone, useMeeting } from '../../ui/versions/use-meeting.tsx';
import { noWords } from '../../ui/versions/words.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import { taskQuery } from './tasks.queries.ts';
import { useColleagues } from './use-colleagues.ts';

interface Props {
  readonly task: Task | null;
  readonly about: About | null;
  readonly onClose: () => void;
}

/** A task as it is typed: a new one of a case or person, or one that is there, as others leave it meanwhile. */
export function TaskDialog({ task, about, onClose }: Props) {
  const now = useQuery({ ...taskQuery(task?.id ?? ''), enabled: task !== null });
  return (
    <RecordGone value={now.data?.removed ?? false}>
      <TaskForm
        task={now.data?.task ?? task}
        about={about}
        onClose={onClose}
        openedDone={task?.doneAt !== null && task !== null}
      />
    </RecordGone>
  );
}

function TaskForm(props: Props & { readonly openedDone: boolean }) {
  const { task, about, onClose, openedDone } = props;
  const { t } = useTranslation('tasks');
  const { t: te } = useTranslation('errors');
  const { fail } = useNotices();
  const colleagues = useColleagues();
  const save = useCall('tasks.save', ['task']);
  const remove = useCall('tasks.remove', ['task']);
  const offer = useUndoOffer();
  const restore = useCall('tasks.restore', ['task']);
  const complete = useCall('tasks.complete', ['task']);
  const version = task?.version ?? 0;
  const queries = useQueryClient();
  const whole = useDraft(
    () => ({
      title: task?.title ?? '',
      detail: task?.detail ?? '',
      assigneeId: task?.assigneeId ?? null,
      dueOn: task?.dueOn ?? null,
    }),
    { version, file: version },
    { isNew: task === null },
  );
  const { form: draft, set: setDraft } = whole;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const hangsOn = about ?? (task?.caseId ? { caseId: task.caseId } : { personId: task?.personId ?? '' });
  const options =
    task?.assigneeLeft && task.assigneeId
      ? [...colleagues, { value: task.assigneeId, label: t('left', { name: task.assigneeName ?? '' }) }]
      : colleagues;

  const meeting = useMeeting({
    draft: whole,
    told: noWords,
    words: {
      title: { label: t('title') },
      detail: { label: t('detail') },
      dueOn: { label: t('day') },
      assigneeId: {
        label: t('assignee'),
        text: (id: string | null) => options.find((o) => o.value === id)?.label ?? t('nobody'),
      },
    },
    refresh: () => queries.invalidateQueries({ queryKey: ['task'] }),
    again: () => void keep(),
    restore: task ? () => restore.mutateAsync({ id: task.id }) : undefined,
  });
  const finished = task !== null && task.doneAt !== null && !openedDone ? task : null;

  async function keep(): Promise<void> {
    setErrors({});
    try {
      await save.mutateAsync({
        ...(task ? { id: task.id, expectedVersion: whole.stamp.version } : {}),
        about: hangsOn,
        ...draft,
      });
      onClose();
    } catch (error) {
      if (meeting.conflict(error, true)) return;
      const issues = failureOf(error).issues ?? [];
      if (issues.length === 0) fail(error);
      setErrors(Object.fromEntries(issues.map((i) => [i.path, issueSentence(te, i)])));
    }
  }

  async function discard(gone: Task): Promise<void> {
    try {
      offer(t('removed', { title: gone.title }), await remove.mutateAsync({ ids: [gone.id] }));
      onClose();
    } catch (error) {
      fail(error);
    }
  }

  async function putBack(done: Task): Promise<void> {
    try {
      await complete.mutateAsync({ id: done.id, expectedVersion: done.version, done: false });
    } catch (error) {
      fail(error, () => void queries.invalidateQueries({ queryKey: ['task'] }));
    }
  }

  return (
    <Modal
      open
      title={t(task ? 'edit' : 'add')}
      onCancel={onClose}
      footer={
        <div className="task-foot">
          {task && (
            <Button danger loading={remove.isPending} onClick={() => void discard(task)}>
              {t('remove')}
            </Button>
          )}
          <span className="gd-spring" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => void keep()}>
            {t('save')}
          </Button>
        </div>
      }
    >
      {meeting.dialog}
      {finished && (
        <div className="note note-amber task-finished" role="status">
          <span>{t('finishedBy', { who: finished.doneBy ?? '' })}</span>
          <Button size="small" loading={complete.isPending} onClick={() => void putBack(finished)}>
            {t('putBack')}
          </Button>
        </div>
      )}
      <FormField label={t('title')} error={errors.title} required>
        {(field) => (
          <Input
            {...field}
            autoFocus
            value={draft.title}
            onChange={(e) => setDraft({ ...draft, title: e.target.value })}
            onPressEnter={() => void keep()}
          />
        )}
      </FormField>
      <FormField label={t('day')} error={errors.dueOn}>
        {(field) => (
          <DateInput {...field} value={draft.dueOn} onChange={(dueOn) => setDraft({ ...draft, dueOn })} />
        )}
      </FormField>
      <FormField label={t('assignee')} error={errors.assigneeId}>
        {(field) => (
          <Select
            {...field}
            className="user-select"
            allowClear
            placeholder={t('nobody')}
            value={draft.assigneeId}
            onChange={(assigneeId: string | undefined) =>
              setDraft({ ...draft, assigneeId: assigneeId ?? null })
            }
            options={options}
          />
        )}
      </FormField>
      <FormField label={t('detail')} error={errors.detail}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            value={draft.detail}
            onChange={(e) => setDraft({ ...draft, detail: e.target.value })}
          />
        )}
      </FormField>
    </Modal>
  );
}
