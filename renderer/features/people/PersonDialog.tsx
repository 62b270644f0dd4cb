import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as CallInput } from '../../../shared/contract/api.ts';
import type { PersonFields, PersonFile } from '../../../shared/features/people/people.contract.ts';
import { useCall } from '../../app/query.ts';
import { failureOf } from '../../transport/failure.ts';
import { FormField } from '../../ui/FormField.tsx';
import { issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';

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

/** Changes somebody in one place; only what was touched is sent. */
export function PersonDialog(props: {
  file: PersonFile;
  plain: PersonFields;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { file, plain, onClose, onSaved } = props;
  const { t } = useTranslation('people');
  const { t: tc } = useTranslation();
  const { t: te } = useTranslation('errors');
  const { say, fail } = useNotices();
  const save = useCall('people.save', ['person', 'case']);
  const [draft, setDraft] = useState<
    Partial<Record<Line | 'guardian' | 'relation' | 'guardianPhone' | 'note', string>>
  >({});
  const [everywhere, setEverywhere] = useState(true);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const open = new Set(file.roles.filter((r) => r.status === 'open').map((r) => r.caseId)).size;
  const before = (name: Line): string => (listed(name) ? plain[name].join('、') : (plain[name] ?? ''));

  async function go(): Promise<void> {
    const patch: Record<string, unknown> = {};
    for (const name of lines[plain.kind]) {
      const text = draft[name];
      if (text === undefined || text === before(name)) continue;
      patch[name] = listed(name) ? split(text) : name === 'birth' && text === '' ? null : text;
    }
    if (draft.note !== undefined) patch.note = draft.note;
    if ([draft.guardian, draft.relation, draft.guardianPhone].some((v) => v !== undefined)) {
      const name = draft.guardian ?? plain.guardian?.name ?? '';
      patch.guardian =
        name.trim() === ''
          ? null
          : {
              name,
              relation: draft.relation ?? plain.guardian?.relation ?? null,
              phone: draft.guardianPhone ?? plain.guardian?.phone ?? null,
            };
    }
    try {
      const done = await save.mutateAsync({
        personId: file.id,
        expectedVersion: file.version,
        patch: patch as CallInput<'people.save'>['patch'],
        updateCases: everywhere && open > 0,
      });
      say(done.cases > 0 ? t('savedCases', { count: done.cases }) : tc('state.saved'));
      onSaved();
    } catch (error) {
      const issues = failureOf(error).issues ?? [];
      setErrors(Object.fromEntries(issues.map((i) => [i.path.split('.')[1] ?? '', issueSentence(te, i)])));
      if (issues.length === 0) fail(error);
    }
  }

  const field = (name: Line | 'guardian' | 'relation' | 'guardianPhone', value: string) => (
    <FormField key={name} label={t(`field.${name}`)} error={errors[name]} required={name === 'name'}>
      {(p) => (
        <Input
          {...p}
          data-person={name}
          value={draft[name] ?? value}
          onChange={(e) => setDraft({ ...draft, [name]: e.target.value })}
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
      onOk={() => void go()}
      okText={tc('action.save')}
      confirmLoading={save.isPending}
    >
      <div className="person-form">
        {lines[plain.kind].map((name) => field(name, before(name)))}
        {plain.kind === 'person' && (
          <>
            {field('guardian', plain.guardian?.name ?? '')}
            {field('relation', plain.guardian?.relation ?? '')}
            {field('guardianPhone', plain.guardian?.phone ?? '')}
          </>
        )}
      </div>
      <FormField label={t('field.note')}>
        {(p) => (
          <Input.TextArea
            {...p}
            rows={2}
            value={draft.note ?? plain.note ?? ''}
            onChange={(e) => setDraft({ ...draft, note: e.target.value })}
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
