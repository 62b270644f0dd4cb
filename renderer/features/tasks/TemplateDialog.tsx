import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import type { TaskTemplate } from '../../../shared/features/tasks/tasks.contract.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useSession } from '../../app/session.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { RecordGone } from '../../ui/versions/use-meeting.tsx';
import { useUndoOffer } from '../undo/use-undo.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { useColleagues } from './use-colleagues.ts';

/** Makes the tasks of a list at once; the list can be changed and kept as the office's own. */
export function TemplateDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t, i18n } = useTranslation('tasks');
  const { fail } = useNotices();
  const offer = useUndoOffer();
  const { state } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { track } = file;
  const query = useQuery(
    callQuery(['office', 'task-templates', track, language], 'tasks.templates', { track, language }),
  );
  const colleagues = useColleagues();
  const use = useCall('tasks.useTemplate', ['task']);
  const remove = useCall('tasks.removeTemplate', ['office']);
  const templates = query.data ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = templates.find((x) => x.id === chosenId) ?? templates[0] ?? null;
  const [assigneeId, setAssigneeId] = useState<string | null>(state.user?.id ?? null);
  /** The list that is changed, or from which an own one is made; null while it is used as it is. */
  const [editing, setEditing] = useState<{ list: TaskTemplate | null } | null>(null);
  const ownList = editing?.list?.builtIn === false ? editing.list : null;

  async function make(templateId: string): Promise<void> {
    try {
      const done = await use.mutateAsync({ caseId: file.id, templateId, assigneeId, language });
      const { made, leftOut } = done;
      offer(t(leftOut > 0 ? 'templateUsedSome' : 'templateUsed', { count: made, leftOut }), done);
      onClose();
    } catch (error) {
      fail(error);
    }
  }

  async function discard(gone: TaskTemplate): Promise<void> {
    try {
      const done = await remove.mutateAsync({ id: gone.id, expectedVersion: gone.version });
      offer(t('removed', { title: gone.name }), done);
    } catch (error) {
      fail(error, () => void query.refetch());
    }
  }

  return (
    <Modal
      open
      title={t('templates')}
      onCancel={onClose}
      footer={
        editing ? null : (
          <div className="task-foot">
            <Button onClick={() => setEditing({ list: chosen })}>
              {t(chosen?.builtIn === false ? 'editTemplate' : 'ownTemplate')}
            </Button>
            {chosen?.builtIn === false && (
              <Button danger loading={remove.isPending} onClick={() => void discard(chosen)}>
                {t('remove')}
              </Button>
            )}
            <span className="gd-spring" />
            <Button
              type="primary"
              disabled={chosen === null}
              loading={use.isPending}
              onClick={() => chosen && void make(chosen.id)}
            >
              {t('useTemplate')}
            </Button>
          </div>
        )
      }
    >
      {editing ? (
        <RecordGone value={ownList !== null && !templates.some((x) => x.id === ownList.id)}>
          <TemplateForm
            list={templates.find((x) => x.id === editing.list?.id) ?? editing.list}
            track={track}
            refresh={() => query.refetch()}
            onDone={(id) => {
              if (id) setChosenId(id);
              setEditing(null);
            }}
          />
        </RecordGone>
      ) : (
        <>
          <FormField label={t('template')}>
            {(field) => (
              <Select
                {...field}
                className="user-select"
                placeholder={t('noTemplate')}
                value={chosen?.id ?? null}
                onChange={setChosenId}
                options={templates.map((x) => ({ value: x.id, label: x.name }))}
              />
            )}
          </FormField>
          <ul className="task-preview">
            {chosen?.items.map((item) => (
              <li key={item.title}>
                {item.title}{' '}
                {item.afterDays !== null && (
                  <span className="quiet">
                    {item.afterDays === 0 ? t('sameDay') : t('afterDays', { count: item.afterDays })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <FormField label={t('assignee')}>
            {(field) => (
              <Select
                {...field}
                className="user-select"
                allowClear
                placeholder={t('nobody')}
                value={assigneeId}
                onChange={(id: string | undefined) => setAssigneeId(id ?? null)}
                options={colleagues}
              />
            )}
          </FormField>
        </>
      )}
    </Modal>
  );
}
