import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseTrack } from '../../../shared/features/cases/case.schemas.ts';
import type { TaskTemplate } from '../../../shared/features/tasks/tasks.contract.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useRecordForm } from '../../ui/versions/use-record-form.ts';
import { itemsOf, itemsText } from './template-text.ts';

/** A list of tasks as it is typed: one of the office's own, or a new one that begins with what another says. */
export function TemplateForm(props: {
  readonly list: TaskTemplate | null;
  readonly track: CaseTrack;
  readonly refresh: () => Promise<unknown>;
  /** With the id of what was saved; without one where nothing was. */
  readonly onDone: (id?: string) => void;
}) {
  const { list, track, refresh, onDone } = props;
  const { t } = useTranslation('tasks');
  const save = useCall('tasks.saveTemplate', ['office']);
  const own = list?.builtIn === false ? list : null;
  const version = own?.version ?? 0;
  const whole = useDraft(
    () => ({ name: own?.name ?? '', text: itemsText(list?.items ?? []) }),
    { version, file: version },
    { isNew: own === null },
  );
  const { form: draft, set: setDraft } = whole;
  const { busy, errors, keep, dialog } = useRecordForm({
    draft: whole,
    words: { name: { label: t('templateName') }, text: { label: t('templateItems'), both: true } },
    refresh,
    save: () =>
      save.mutateAsync({
        ...(own ? { id: own.id, expectedVersion: whole.stamp.version } : {}),
        track,
        name: draft.name,
        items: itemsOf(draft.text),
      }),
    onSaved: ({ id }) => onDone(id),
    fieldOf: (path) => path.split('.')[0] ?? '',
  });

  return (
    <>
      {dialog}
      <FormField label={t('templateName')} error={errors.name} required>
        {(field) => (
          <Input
            {...field}
            value={draft.name}
            onChange={(e) => setDraft({ ...draft, name: e.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('templateItems')} help={t('templateHelp')} error={errors.items} required>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={8}
            value={draft.text}
            onChange={(e) => setDraft({ ...draft, text: e.target.value })}
          />
        )}
      </FormField>
      <div className="task-foot">
        <span className="gd-spring" />
        <Button onClick={() => onDone()}>{t('cancel')}</Button>
        <Button type="primary" loading={busy} onClick={() => void keep()}>
          {t('saveTemplate')}
        </Button>
      </div>
    </>
  );
}
