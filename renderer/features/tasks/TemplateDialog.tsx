import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/features/cases/cases.contract.ts';
import { callQuery, useCall } from '../../app/query.ts';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../transport/failure.ts';
import { FormField } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { itemsOf, itemsText } from './template-text.ts';
import { useColleagues } from './use-colleagues.ts';

/** Makes the tasks of a list at once; the list can be changed and kept as the office's own. */
export function TemplateDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t, i18n } = useTranslation('tasks');
  const { t: te } = useTranslation('errors');
  const { say, fail } = useNotices();
  const { state } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { track } = file;
  const query = useQuery(
    callQuery(['office', 'task-templates', track, language], 'tasks.templates', { track, language }),
  );
  const colleagues = useColleagues();
  const use = useCall('tasks.useTemplate', ['task']);
  const save = useCall('tasks.saveTemplate', ['office']);
  const remove = useCall('tasks.removeTemplate', ['office']);
  const templates = query.data ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = templates.find((x) => x.id === chosenId) ?? templates[0] ?? null;
  const [assigneeId, setAssigneeId] = useState<string | null>(state.user?.id ?? null);
  /** Null while the list is used as it is. */
  const [edited, setEdited] = useState<{ name: string; text: string } | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});

  async function make(templateId: string): Promise<void> {
    try {
      const { made, leftOut } = await use.mutateAsync({ caseId: file.id, templateId, assigneeId, language });
      say(t(leftOut > 0 ? 'templateUsedSome' : 'templateUsed', { count: made, leftOut }));
      onClose();
    } catch (error) {
      fail(error);
    }
  }

  async function keep(list: { name: string; text: string }): Promise<void> {
    setErrors({});
    try {
      const own = chosen && !chosen.builtIn ? { id: chosen.id, expectedVersion: chosen.version } : {};
      const { id } = await save.mutateAsync({ ...own, track, name: list.name, items: itemsOf(list.text) });
      setChosenId(id);
      setEdited(null);
    } catch (error) {
      const issues = failureOf(error).issues ?? [];
      if (issues.length === 0) fail(error);
      setErrors(Object.fromEntries(issues.map((i) => [i.path.split('.')[0] ?? '', issueSentence(te, i)])));
    }
  }

  return (
    <Modal
      open
      title={t('templates')}
      onCancel={onClose}
      footer={
        edited ? (
          <>
            <Button onClick={() => setEdited(null)}>{t('cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => void keep(edited)}>
              {t('saveTemplate')}
            </Button>
          </>
        ) : (
          <div className="task-foot">
            <Button
              onClick={() =>
                setEdited({
                  name: chosen?.builtIn === false ? chosen.name : '',
                  text: itemsText(chosen?.items ?? []),
                })
              }
            >
              {t(chosen?.builtIn === false ? 'editTemplate' : 'ownTemplate')}
            </Button>
            {chosen?.builtIn === false && (
              <Button
                danger
                onClick={() => remove.mutate({ id: chosen.id, expectedVersion: chosen.version })}
              >
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
      {edited ? (
        <>
          <FormField label={t('templateName')} error={errors.name} required>
            {(field) => (
              <Input
                {...field}
                value={edited.name}
                onChange={(e) => setEdited({ ...edited, name: e.target.value })}
              />
            )}
          </FormField>
          <FormField label={t('templateItems')} help={t('templateHelp')} error={errors.items} required>
            {(field) => (
              <Input.TextArea
                {...field}
                rows={8}
                value={edited.text}
                onChange={(e) => setEdited({ ...edited, text: e.target.value })}
              />
            )}
          </FormField>
        </>
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
                  <span className="quiet">{t('afterDays', { count: item.afterDays })}</span>
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
