import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { Phrase } from '../../../shared/features/hearings/hearings.contract.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { type Draft, useDraft } from '../../ui/versions/use-draft.ts';
import { RecordGone } from '../../ui/versions/use-meeting.tsx';
import { useRecordForm } from '../../ui/versions/use-record-form.ts';
import type { FieldWords } from '../../ui/versions/words.tsx';

export type Room = Output<'hearings.rooms'>[number];

interface Props<R> {
  /** As it is now; as it last was where somebody else has removed it. */
  readonly record: R;
  readonly gone: boolean;
  readonly onClose: () => void;
}

/** The name and the place of a room; hearings that are set down there keep it. */
export function RoomDialog(props: Props<Room>) {
  return (
    <RecordGone value={props.gone}>
      <RoomForm {...props} />
    </RecordGone>
  );
}

/** A template or a phrase of the office's own. */
export function PhraseDialog(props: Props<Phrase>) {
  return (
    <RecordGone value={props.gone}>
      <PhraseForm {...props} />
    </RecordGone>
  );
}

function RoomForm({ record, onClose }: Props<Room>) {
  const { t } = useTranslation('hearings');
  const save = useCall('hearings.saveRoom', ['case']);
  const remove = useCall('hearings.removeRoom', ['case']);
  const draft = useDraft(() => ({ name: record.name, place: record.place ?? '' }), {
    version: record.version,
    file: record.version,
  });
  const { form, set } = draft;
  return (
    <RecordForm
      title={t('rooms.title')}
      draft={draft}
      words={{ name: { label: t('rooms.name') }, place: { label: t('rooms.place') } }}
      save={() =>
        save.mutateAsync({
          id: record.id,
          recordVersion: draft.stamp.version,
          name: form.name,
          place: form.place || null,
        })
      }
      restore={() => remove.mutateAsync({ id: record.id, gone: false })}
      onClose={onClose}
    >
      {(errors) =>
        (['name', 'place'] as const).map((key) => (
          <FormField key={key} label={t(`rooms.${key}`)} error={errors[key]} required={key === 'name'}>
            {(field) => (
              <Input {...field} value={form[key]} onChange={(e) => set({ ...form, [key]: e.target.value })} />
            )}
          </FormField>
        ))
      }
    </RecordForm>
  );
}

function PhraseForm({ record, onClose }: Props<Phrase>) {
  const { t } = useTranslation('hearings');
  const save = useCall('hearings.savePhrase', ['case']);
  const remove = useCall('hearings.removePhrase', ['case']);
  const draft = useDraft(() => ({ title: record.title, body: record.body }), {
    version: record.version,
    file: record.version,
  });
  const { form, set } = draft;
  return (
    <RecordForm
      title={t(`phrases.kind.${record.kind}`)}
      draft={draft}
      words={{ title: { label: t('phrases.name') }, body: { label: t('phrases.body'), both: true } }}
      save={() =>
        save.mutateAsync({
          id: record.id,
          recordVersion: draft.stamp.version,
          kind: record.kind,
          ...form,
        })
      }
      restore={() => remove.mutateAsync({ id: record.id, gone: false })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField label={t('phrases.name')} error={errors.title} required>
            {(field) => (
              <Input
                {...field}
                value={form.title}
                onChange={(e) => set({ ...form, title: e.target.value })}
              />
            )}
          </FormField>
          <FormField label={t('phrases.body')} help={t('phrases.bodyHelp')} error={errors.body} required>
            {(field) => (
              <Input.TextArea
                {...field}
                rows={10}
                value={form.body}
                onChange={(e) => set({ ...form, body: e.target.value })}
              />
            )}
          </FormField>
        </>
      )}
    </RecordForm>
  );
}

/** The frame of a record's own dialog: saving, what is wrong with it, and what somebody else saved meanwhile. */
export function RecordForm<F>(props: {
  readonly title: string;
  readonly draft: Draft<F>;
  readonly words: FieldWords;
  /** False while there is nothing that could be saved. */
  readonly ready?: boolean;
  readonly save: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
}) {
  const { draft, words, save, restore, onClose } = props;
  const { t: tc } = useTranslation();
  const queries = useQueryClient();
  const { busy, errors, keep, dialog } = useRecordForm({
    draft,
    words,
    save,
    onSaved: onClose,
    refresh: () => queries.invalidateQueries({ queryKey: ['case'] }),
    restore,
  });

  return (
    <Modal
      open
      title={props.title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{tc('action.cancel')}</Button>
          <Button type="primary" disabled={props.ready === false} loading={busy} onClick={() => void keep()}>
            {tc('action.save')}
          </Button>
        </>
      }
    >
      {dialog}
      {props.children(errors)}
    </Modal>
  );
}
