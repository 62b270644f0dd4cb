import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Field, Topic } from '../../../../shared/features/documents/particulars/particular.ts';
import { valuesSchema } from '../../../../shared/features/documents/particulars/values.ts';
import { type Fen, formatYuan } from '../../../../shared/kernel/money.ts';
import { rmbUppercase } from '../../../../shared/law/words/rmb.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { platform } from '../../../transport/platform.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { MoneyInput } from '../../../ui/MoneyInput.tsx';
import { useDraft } from '../../../ui/versions/use-draft.ts';
import type { FieldWord, FieldWords } from '../../../ui/versions/words.tsx';
import { caseKey } from '../../case/case.queries.ts';
import { Field as Placed } from '../../case/form/Field.tsx';
import { ChoiceField, DateField, LongTextField, TextField } from '../../case/form/fields.tsx';
import { EditSheet } from '../../case/sheets/EditSheet.tsx';
import { type DraftRow, RowsTable } from './RowsTable.tsx';

type Stored = Output<'documents.particulars'>[number];
type Draft = Readonly<Record<string, unknown>>;

/** What papers need beyond the record, one topic at a time; it serves every paper that prints it. */
export function ParticularsSheet({
  caseId,
  topic,
  memberId,
  memberName,
  stored,
  inherited,
  readOnly,
}: {
  caseId: string;
  topic: Topic;
  memberId: string | null;
  memberName: string | null;
  stored: Stored | null;
  /** What stands for this party until it has values of its own. */
  inherited: Stored | null;
  readOnly: boolean;
}) {
  const { t } = useTranslation('documents');
  const pick = useBilingual();
  const queries = useQueryClient();
  const version = stored?.version ?? 0;
  const whole = useDraft<Draft>(() => ({ ...(stored ?? inherited)?.values }), { version, file: version });
  const { form: draft, set: setDraft } = whole;
  const recorded = stored?.recorded ?? {};
  const [keptBefore] = useState<readonly string[]>(() => stored?.kept ?? []);
  const [kept, setKept] = useState(keptBefore);
  const values = valuesOf(topic, draft);
  const shownFields = Object.entries<Field>(topic.fields).filter(
    ([key, { former }]) => !former || stored?.values[key] !== undefined,
  );
  const checked = valuesSchema(topic).safeParse(values);
  const save = async (): Promise<void> => {
    await platform().client.call('documents.saveParticulars', {
      caseId,
      topic: topic.id,
      memberId,
      expectedVersion: whole.stamp.version,
      values,
      keep: [...kept],
    });
    await queries.invalidateQueries({ queryKey: caseKey(caseId) });
    void queries.invalidateQueries({ queryKey: ['document'] });
  };
  return (
    <EditSheet
      title={memberName === null ? pick(topic.title) : `${pick(topic.title)} · ${memberName}`}
      issues={checked.success ? [] : issuesOf(checked.error)}
      dirty={whole.dirty || kept !== keptBefore}
      draft={whole}
      words={wordsOf(topic, pick, t)}
      readOnly={readOnly}
      size={720}
      save={save}
    >
      {kept.some((key) => key in recorded) && (
        <p className="gd-bar">
          <span>
            {t('particulars.kept', {
              list: kept
                .filter((key) => key in recorded)
                .map((key) => pick(topic.fields[key]?.label ?? { zh: key, en: key }))
                .join(t('particulars.comma')),
            })}
          </span>
          {!readOnly && (
            <Button
              onClick={() => {
                setDraft({ ...draft, ...recorded });
                setKept([]);
              }}
            >
              {t('particulars.takeRecorded')}
            </Button>
          )}
        </p>
      )}
      <div className="gd-grid">
        {shownFields.map(([key, field]) => (
          <OneField
            key={key}
            path={key}
            field={field}
            value={draft[key]}
            due={(stored ?? inherited)?.dues[key] ?? null}
            readOnly={readOnly}
            told={key in recorded}
            onChange={(value) => {
              setDraft({ ...draft, [key]: value });
              // Who types over what a hearing tells wants that to stand.
              if (key in recorded && !kept.includes(key)) setKept([...kept, key]);
            }}
          />
        ))}
      </div>
    </EditSheet>
  );
}

function OneField({
  path,
  field,
  value,
  due,
  readOnly,
  told,
  onChange,
}: {
  path: string;
  field: Field;
  value: unknown;
  due: Stored['dues'][string] | null;
  readOnly: boolean;
  /** A hearing of the case tells it. */
  told: boolean;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('documents');
  const pick = useBilingual();
  const { type } = field;
  const hint = told ? t('particulars.told') : field.hint ? pick(field.hint) : null;
  const place = { path, label: pick(field.label), ...(hint === null ? {} : { hint }) };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (type.kind) {
    case 'line':
      return <TextField {...place} span={3} value={text} onChange={onChange} />;
    case 'text':
      return <LongTextField {...place} span={6} rows={5} value={text} onChange={onChange} />;
    case 'date':
      return <DateField {...place} span={2} value={text} onChange={(v) => onChange(v === '' ? null : v)} />;
    case 'moment':
      return (
        <TextField {...place} span={2} value={text} onChange={onChange} placeholder="2026-01-31 14:30" />
      );
    case 'count':
    case 'quantity':
      return <TextField {...place} span={2} inputMode="decimal" value={text} onChange={onChange} />;
    case 'money':
      return (
        <Placed {...place} span={2}>
          {(control) => (
            <MoneyInput
              {...control}
              value={typeof value === 'number' ? (value as Fen) : null}
              onChange={onChange}
              capitals={rmbUppercase}
            />
          )}
        </Placed>
      );
    case 'choice':
      return (
        <ChoiceField
          {...place}
          span={2}
          value={text}
          onChange={(v) => onChange(v === '' ? null : v)}
          options={[
            { value: '', label: t('particulars.none') },
            ...type.options.map((o) => ({ value: o.value, label: pick(o.label) })),
          ]}
        />
      );
    case 'yes-no':
      return (
        <ChoiceField
          {...place}
          span={2}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(v) => onChange(v === '' ? null : v === 'yes')}
          options={[
            { value: '', label: t('particulars.none') },
            { value: 'yes', label: t('particulars.yes') },
            { value: 'no', label: t('particulars.no') },
          ]}
        />
      );
    case 'choices':
      return (
        <Placed {...place} span={6}>
          {() => (
            <Checkbox.Group
              value={Array.isArray(value) ? value : []}
              onChange={onChange}
              options={type.options.map((o) => ({ value: o.value, label: pick(o.label) }))}
            />
          )}
        </Placed>
      );
    case 'rows':
      return (
        <Placed {...place} span={6}>
          {() => (
            <RowsTable
              path={path}
              columns={type.columns}
              rows={Array.isArray(value) ? (value as DraftRow[]) : []}
              onChange={onChange}
              readOnly={readOnly}
            />
          )}
        </Placed>
      );
    case 'due':
      return (
        <Placed {...place} span={2} hint={due ? pick(due.article) : t('particulars.noDue')}>
          {(control) => (
            <Input {...control} readOnly value={due ? due.due : ''} placeholder={t('particulars.computed')} />
          )}
        </Placed>
      );
  }
}

/** A topic's fields in the words of the topic. */
function wordsOf(topic: Topic, pick: ReturnType<typeof useBilingual>, t: TFunction<'documents'>): FieldWords {
  return Object.fromEntries(
    Object.entries<Field>(topic.fields).map(([key, { label, type }]): [string, FieldWord] => {
      const named = (v: unknown): string => {
        const option =
          type.kind === 'choice' || type.kind === 'choices' ? type.options.find((o) => o.value === v) : null;
        return option ? pick(option.label) : String(v);
      };
      const text = (v: unknown): string | null => {
        if (v === null || v === undefined || v === '') return null;
        if (type.kind === 'money') return formatYuan(v as Fen);
        if (type.kind === 'yes-no') return t(v === true ? 'particulars.yes' : 'particulars.no');
        if (type.kind === 'choices') return (v as readonly unknown[]).map(named).join('、');
        return type.kind === 'choice' ? named(v) : null;
      };
      return [key, { label: pick(label), text }];
    }),
  );
}

/** What is sent: whole numbers as numbers, computed days left out, rows in which nothing was entered dropped. */
function valuesOf(topic: Topic, draft: Draft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<Field>(topic.fields).flatMap(([key, { type }]) => {
      const value = draft[key];
      if (value === undefined || type.kind === 'due') return [];
      if (type.kind === 'count') return [[key, wholeNumber(value)]];
      if (type.kind !== 'rows') return [[key, value]];
      const filled = (value as readonly DraftRow[]).filter((row) =>
        Object.values(row).some((v) => v !== null && v !== undefined && v !== ''),
      );
      return [[key, filled.map((row) => rowOf(row, type.columns))]];
    }),
  );
}

function rowOf(row: DraftRow, columns: Readonly<Record<string, Field>>): DraftRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, v]) => [key, columns[key]?.type.kind === 'count' ? wholeNumber(v) : v]),
  );
}

function wholeNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFKC').trim();
  return text === '' ? null : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
