import { useState } from 'react';
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
import { useSheetChange } from '../case.queries.ts';
import { ChoiceField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

const count = (text: string): number =>
  /^\d+$/.test(cleanLine(text)) ? Number(cleanLine(text)) : Number.NaN;

export function EvidenceSheet({
  file,
  record,
  readOnly,
}: TabProps & { readonly record: EvidenceRecord | null }) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const change = useSheetChange(file);
  const [initial] = useState(() => ({
    group: record?.group ?? ('relation' as const),
    name: record?.name ?? '',
    kind: record?.kind ?? ('documentary' as const),
    form: record?.form ?? ('copy' as const),
    copies: String(record?.copies ?? 1),
    pages: String(record?.pages ?? ''),
    source: record?.source ?? '',
    proves: record?.proves ?? '',
    holder: record?.holder ?? '',
  }));
  const [form, setForm] = useState(initial);
  const item: EvidenceInput = {
    ...form,
    copies: count(form.copies),
    pages: form.pages.trim() === '' ? null : count(form.pages),
  };
  const checked = evidenceSchema.safeParse(item);
  const issues = checked.success
    ? []
    : issuesOf(checked.error).map((i) =>
        i.path === 'copies' || i.path === 'pages' ? { ...i, code: 'quantity-invalid' } : i,
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
  return (
    <EditSheet
      title={record?.name ?? t('sheet.newEvidence')}
      issues={issues}
      dirty={form !== initial}
      readOnly={readOnly}
      size={560}
      save={() => change('evidence.save', { evidenceId: id ?? null, item })}
      removes={id === undefined ? undefined : { kind: 'evidence', id: id }}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('evidence.remove', { evidenceId: id });
              undoable(t('done.evidenceRemoved', { name: record?.name }), () =>
                change('evidence.restore', { evidenceId: id }),
              );
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
      </div>
    </EditSheet>
  );
}
