import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as CallInput } from '../../../shared/contract/api.ts';
import type { PersonFields, PersonFile } from '../../../shared/features/people/people.contract.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useRecordForm } from '../../ui/versions/use-record-form.ts';

const lines = {
  person: [
    'name',
    'aliases',
    'idNumber',
    'phone',
    'phones',
    'ethnicity',
    'birth',
    'domicile',
    'residence',
    'mailAddress',
    'bankHolder',
    'bankName',
    'bankAccount',
    'interpreter',
  ],
  organisation: [
    'name',
    'aliases',
    'uscc',
    'phone',
    'phones',
    'representativeName',
    'representativeTitle',
    'domicile',
    'mailAddress',
  ],
} as const;
type Line = (typeof lines)[keyof typeof lines][number];

const listed = (name: Line): name is 'aliases' | 'phones' => name === 'aliases' || name === 'phones';
const split = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((s) => s.trim())
    .filter(Boolean);

type Form = Readonly<Record<Line | 'guardian' | 'relation' | 'guardianPhone' | 'note', string>>;

/** Every field as a line of text, blank for nothing. */
function formOf(plain: PersonFields): Form {
  const names = [...lines.person, ...lines.organisation];
  const texts = names.map((name) => [name, listed(name) ? plain[name].join('、') : (plain[name] ?? '')]);
  return {
    ...(Object.fromEntries(texts) as Record<Line, string>),
    guardian: plain.guardian?.name ?? '',
    relation: plain.guardian?.relation ?? '',
    guardianPhone: plain.guardian?.phone ?? '',
    note: plain.note ?? '',
  };
}

/** Changes somebody in one place; only what was touched is sent. */
export function PersonDialog(props: {
  file: PersonFile;
  plain: PersonFields;
  /** The version that `plain` was shown from. */
  version: number;
  /** Shows the newest version; that somebody looked is recorded. */
  onRefresh: () => Promise<unknown>;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { file, plain, version, onRefresh, onClose, onSaved } = props;
  const { t } = useTranslation('people');
  const { t: tc } = useTranslation();
  const { say } = useNotices();
  const save = useCall('people.save', ['person', 'case']);
  const draft = useDraft<Form>(() => formOf(plain), { version, file: version });
  const [everywhere, setEverywhere] = useState(true);
  const open = new Set(file.roles.filter((r) => r.status === 'open').map((r) => r.caseId)).size;
  const form = draft.form;
  const { busy, errors, keep, dialog } = useRecordForm({
    draft,
    words: Object.fromEntries(
      Object.keys(form).map((key) => [key, { label: t(`field.${key as keyof Form}`) }]),
    ),
    save: () =>
      save.mutateAsync({
        personId: file.id,
        expectedVersion: draft.stamp.version,
        patch: touchedFields(),
        updateCases: everywhere && open > 0,
      }),
    onSaved: ({ cases }) => {
      say(cases > 0 ? t('savedCases', { count: cases }) : tc('state.saved'));
      onSaved();
    },
    refresh: onRefresh,
    fieldOf: (path) => path.split('.')[1] ?? '',
  });

  function touchedFields(): CallInput<'people.save'>['patch'] {
    const touched = (name: keyof Form): boolean => form[name] !== draft.initial[name];
    const patch: Record<string, unknown> = {};
    for (const name of lines[plain.kind]) {
      const text = form[name];
      if (!touched(name)) continue;
      patch[name] = listed(name) ? split(text) : name === 'birth' && text === '' ? null : text;
    }
    if (touched('note')) patch.note = form.note;
    if (touched('guardian') || touched('relation') || touched('guardianPhone')) {
      patch.guardian =
        form.guardian.trim() === ''
          ? null
          : { name: form.guardian, relation: form.relation || null, phone: form.guardianPhone || null };
    }
    return patch as CallInput<'people.save'>['patch'];
  }

  const field = (name: Exclude<keyof Form, 'note'>) => (
    <FormField key={name} label={t(`field.${name}`)} error={errors[name]} required={name === 'name'}>
      {(p) => (
        <Input
          {...p}
          data-person={name}
          value={form[name]}
          onChange={(e) => draft.set({ ...form, [name]: e.target.value })}
        />
      )}
    </FormField>
  );
  return (
    <Modal
      open
      width={760}
      title={t('edit')}
      onCancel={onClose}
      onOk={() => void keep()}
      okText={tc('action.save')}
      confirmLoading={busy}
    >
      {dialog}
      <div className="person-form">
        {lines[plain.kind].map((name) => field(name))}
        {plain.kind === 'person' && (
          <>
            {field('guardian')}
            {field('relation')}
            {field('guardianPhone')}
          </>
        )}
      </div>
      <FormField label={t('field.note')} error={errors.note}>
        {(p) => (
          <Input.TextArea
            {...p}
            rows={2}
            value={form.note}
            onChange={(e) => draft.set({ ...form, note: e.target.value })}
          />
        )}
      </FormField>
      {open > 0 && (
        <Checkbox checked={everywhere} onChange={(e) => setEverywhere(e.target.checked)}>
          {t('updateCases', { count: open })}
        </Checkbox>
      )}
    </Modal>
  );
}
