import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskViews } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { platform } from '../../transport/platform.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { TodoLinks } from '../../ui/TodoLinks.tsx';
import { useUndoKey } from '../undo/use-undo.ts';
import { TaskList } from './TaskList.tsx';
import './tasks.css';
import { useColleagues } from './use-colleagues.ts';

/** The tasks of the whole office: one's own, everybody's, and those that nobody has. */
export function TasksPage() {
  const { t } = useTranslation('tasks');
  const { view } = useSearch({ from: '/tasks' });
  const navigate = useNavigate();
  const may = useMay('case.write');
  const [chosen, setChosen] = useState<string[]>([]);
  useUndoKey('tasks', may);
  return (
    <>
      <PageHeader title={t('tasks')} aside={<TodoLinks />}>
        <HandoverPack />
      </PageHeader>
      <div className="task-page">
        <TaskList
          key={view}
          view={view}
          withCase
          chosen={chosen}
          onChoose={setChosen}
          actions={
            <>
              <Segmented
                size="small"
                value={view}
                onChange={(value) => {
                  setChosen([]);
                  void navigate({ to: '/tasks', search: { view: value } });
                }}
                options={taskViews.map((value) => ({ value, label: t(`view.${value}`) }))}
              />
              {may && chosen.length > 0 && <Assign ids={chosen} onDone={() => setChosen([])} />}
            </>
          }
        />
      </div>
    </>
  );
}

function Assign({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('tasks');
  const { say, fail } = useNotices();
  const colleagues = useColleagues();
  const assign = useCall('tasks.assign', ['task']);
  return (
    <Select
      className="user-select"
      aria-label={t('assignTo', { count: ids.length })}
      placeholder={t('assignTo', { count: ids.length })}
      value={null as string | null}
      loading={assign.isPending}
      options={colleagues}
      onChange={(assigneeId) =>
        assign.mutate(
          { ids: [...ids], assigneeId },
          {
            onSuccess: ({ tasks }) => {
              say(t('assigned', { count: tasks }));
              onDone();
            },
            onError: (error) => fail(error),
          },
        )
      }
    />
  );
}

function HandoverPack() {
  const { t, i18n } = useTranslation('tasks');
  const { fail } = useNotices();
  const { state } = useSession();
  const colleagues = useColleagues();
  const make = useCall('tasks.handoverPack');
  const [userId, setUserId] = useState(state.user?.id ?? '');
  async function print(): Promise<void> {
    try {
      const { token, fileName } = await make.mutateAsync({
        userId,
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      });
      await platform().saveFile(token, fileName);
    } catch (error) {
      fail(error);
    }
  }
  return (
    <>
      <Select
        aria-label={t('handoverOf')}
        className="user-select"
        value={userId}
        onChange={setUserId}
        options={colleagues}
      />
      <Button loading={make.isPending} onClick={() => void print()}>
        {t('handover')}
      </Button>
    </>
  );
}
