import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type EvidenceInput,
  evidenceGroups,
  evidenceKinds,
  evidenceSchema,
} from '../../../../shared/features/cases/case.schemas.ts';
import type { EvidenceRecord } from '../../../../shared/features/evidence/evidence.contract.ts';
import { cleanLine } from '../../../../shared/kernel/text.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { FieldWords } from '../../../ui/versions/words.tsx';
import { membersQuery, useSheetDraft } from '../case.queries.ts';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

const count = (text: string): number =>
  /^\d+$/.test(cleanLine(text)) ? Number(cleanLine(text)) : Number.NaN;

const coverages = ['none', 'all', 'some'] as const;

/** How the form asks which lines of the wage schedule an item proves. */
function coverageOf(covers: EvidenceRecord['covers']): (typeof coverages)[number] {
  if (covers === null) return 'none';
  return covers.memberIds === null ? 'all' : 'some';
}

export function EvidenceSheet({
  file,
  record,
  readOnly,
}: TabProps & { readonly record: EvidenceRecord | null }) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const { draft, change } = useSheetDraft(file, record, () => ({
    group: record?.group ?? ('relation' as const),
    name: record?.name ?? '',
    kind: record?.kind ?? ('documentary' as const),
    form: record?.form ?? ('copy' as const),
    copies: String(record?.copies ?? 1),
    pages: String(record?.pages ?? ''),
    source: record?.source ?? '',
    proves: record?.proves ?? '',
    holder: record?.holder ?? '',
    proved: coverageOf(record?.covers ?? null),
    memberIds: record?.covers?.memberIds ?? [],
    from: (record?.covers?.from ?? '') as string,
    to: (record?.covers?.to ?? '') as string,
  }));
  const { form, set: setForm } = draft;
  const members = useQuery({ ...membersQuery(file.id), enabled: form.proved === 'some' });
  const { proved, memberIds, from, to, ...fields } = form;
  const item: EvidenceInput = {
    ...fields,
    covers:
      proved === 'none'
        ? null
        : { memberIds: proved === 'all' ? null : memberIds, from: from || null, to: to || null },
    copies: count(form.copies),
    pages: form.pages.trim() === '' ? null : count(form.pages),
  };
  const checked = evidenceSchema.safeParse(item);
  const issues = checked.success
    ? []
    : issuesOf(checked.error).map((i) =>
        i.path === 'copies' || i.path === 'pages'
          ? { ...i, code: 'quantity-invalid' }
          : { ...i, path: i.path.replace(/^covers\./, '') },
      );
  const text = (key: 'name' | 'copies' | 'pages' | 'source' | 'proves' | 'holder', span: 2 | 3 | 6) => (
    <TextField
      path={key}
      label={t(`evidence.${key}`)}
      value={form[key]}
      onChange={(v) => setForm({ ...form, [key]: v })}
      span={span}
      {...(key === 'name' ? { required: true } : {})}
      {...(key === 'proves' ? { hint: t('evidence.provesHint') } : {})}
    />
  );
  const id = record?.id;
  const restore = () => change('evidence.restore', { evidenceId: id ?? '' });
  const words: FieldWords = {
    proved: { label: t('coverage.label'), text: (v: (typeof coverages)[number]) => t(`coverage.${v}`) },
    memberIds: {
      label: t('coverage.workers'),
      text: (ids: readonly string[]) =>
        ids.map((m) => members.data?.find((one) => one.id === m)?.name ?? '').join(t('listComma')),
    },
  };
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newEvidence')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      words={words}
      restore={restore}
      readOnly={readOnly}
      size={560}
      save={() => change('evidence.save', { evidenceId: id ?? null, item })}
      removes={id === undefined ? undefined : { kind: 'evidence', id: id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('evidence.remove', { evidenceId: id });
              undoable(t('done.evidenceRemoved', { name: record?.name }), restore);
            }
      }
    >
      <div className="gd-grid">
        {text('name', 6)}
        <ChoiceField
          path="group"
          label={t('evidence.group')}
          value={form.group}
          onChange={(group) => setForm({ ...form, group })}
          options={evidenceGroups.map((value) => ({ value, label: t(`evidenceGroup.${value}`) }))}
        />
        <ChoiceField
          path="kind"
          label={t('evidence.kind')}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
          options={evidenceKinds.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
        />
        <ChoiceField
          path="form"
          label={t('evidence.form')}
          value={form.form}
          onChange={(v) => setForm({ ...form, form: v })}
          options={(['original', 'copy', 'electronic'] as const).map((value) => ({
            value,
            label: t(`evidenceForm.${value}`),
          }))}
        />
        {text('copies', 3)}
        {text('pages', 3)}
        {text('proves', 6)}
        {text('source', 3)}
        {text('holder', 3)}
        <ChoiceField
          path="covers"
          label={t('coverage.label')}
          hint={t('coverage.hint')}
          value={proved}
          onChange={(v) => setForm({ ...form, proved: v })}
          options={coverages.map((value) => ({ value, label: t(`coverage.${value}`) }))}
          span={6}
        />
        {proved === 'some' && (
          <Field path="memberIds" label={t('coverage.workers')} required span={6}>
            {(field) => (
              <Select
                {...field}
                mode="multiple"
                value={[...memberIds]}
                onChange={(ids: string[]) => setForm({ ...form, memberIds: ids })}
                options={(members.data ?? []).map((m) => ({ value: m.id, label: m.name }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            )}
          </Field>
        )}
        {proved !== 'none' &&
          (['from', 'to'] as const).map((key) => (
            <DateField
              key={key}
              path={key}
              label={t(`coverage.${key}`)}
              value={form[key]}
              onChange={(date) => setForm({ ...form, [key]: date })}
              span={3}
            />
          ))}
      </div>
    </EditSheet>
  );
}
