import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demandTypes, eventSchema, eventTypes } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import { useSheetChange } from '../case.queries.ts';
import { WhatIfPanel } from '../dates/WhatIfPanel.tsx';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { EditSheet } from './EditSheet.tsx';

/** What is typed is printed as it stands; these save the typing. */
const demandMethods = ['in-person', 'phone', 'wechat', 'written', 'express-mail', 'online'] as const;

/** Recorded ahead of their day: a hearing that was fixed, the known end of a period. All else has happened. */
const setAhead: ReadonlySet<(typeof eventTypes)[number]> = new Set([
  'hearing-set',
  'award-performance-due',
  'answer-period-over',
  'deferral-ended',
  'entrusted-mediation-ended',
  'resumed',
  'limitation-resumed',
  'public-notice-served',
]);

export function EventSheet({
  file,
  record,
  type,
  readOnly,
}: TabProps & {
  readonly record: CaseFile['events'][number] | null;
  /** What a new one is about, when the link says so. */
  readonly type: string;
}) {
  const { t } = useTranslation('case');
  const { undoable } = useNotices();
  const change = useSheetChange(file, record);
  const today = useToday();
  const [initial] = useState(() => ({
    type: record?.type ?? eventTypes.find((e) => e === type) ?? ('application-submitted' as const),
    date: record?.date ?? '',
    method: record?.method ?? '',
    addressee: record?.addressee ?? '',
    note: record?.note ?? '',
  }));
  const [form, setForm] = useState(initial);
  const demand = demandTypes.find((d) => d === form.type);
  const event = {
    type: form.type,
    date: form.date,
    // Only a demand has them: what was typed before another kind was chosen is not kept.
    method: demand && form.method.trim() !== '' ? form.method : null,
    addressee: demand && form.addressee.trim() !== '' ? form.addressee : null,
    note: form.note.trim() === '' ? null : form.note,
  };
  const checked = eventSchema.safeParse(event);
  const issues =
    form.date === '' ? [{ path: 'date', code: 'required' }] : checked.success ? [] : issuesOf(checked.error);
  const id = record?.id;
  return (
    <EditSheet
      title={record ? t(`event.${record.type}`) : t('sheet.newEvent')}
      issues={issues}
      dirty={form !== initial}
      readOnly={readOnly}
      size={460}
      save={() => change('cases.recordEvent', { eventId: id ?? null, event })}
      onRemove={
        id === undefined
          ? undefined
          : async () => {
              await change('cases.removeEvent', { eventId: id });
              undoable(t('done.eventRemoved', { name: t(`event.${form.type}`) }), () =>
                change('cases.restoreEvent', { eventId: id }),
              );
            }
      }
    >
      <div className="gd-grid">
        <ChoiceField
          path="type"
          label={t('event.label')}
          value={form.type}
          onChange={(v) => setForm({ ...form, type: v })}
          options={eventTypes.map((value) => ({ value, label: t(`event.${value}`) }))}
          span={6}
        />
        <DateField
          path="date"
          label={t('event.date')}
          required
          value={form.date}
          onChange={(date) => setForm({ ...form, date })}
          hint={
            form.date > today && !setAhead.has(form.type) ? (
              <span className="gd-amber">{t('event.future')}</span>
            ) : (
              t('event.dateHint')
            )
          }
          span={6}
        />
        {demand && (
          <>
            <Field path="method" label={t('demand.method')} hint={t('demand.methodHint')} span={6}>
              {(field) => (
                <AutoComplete
                  {...field}
                  value={form.method}
                  onChange={(method: string) => setForm({ ...form, method })}
                  options={demandMethods.map((m) => ({ value: t(`demandMethod.${m}`) }))}
                />
              )}
            </Field>
            <TextField
              path="addressee"
              label={t(`demand.addressee.${demand}`)}
              value={form.addressee}
              onChange={(addressee) => setForm({ ...form, addressee })}
              span={6}
            />
          </>
        )}
        <TextField
          path="note"
          label={t(demand ? 'demand.outcome' : 'event.note')}
          value={form.note}
          onChange={(note) => setForm({ ...form, note })}
          span={6}
        />
      </div>
      {!readOnly && checked.success && form !== initial && (
        <WhatIfPanel caseId={file.id} eventId={id ?? null} event={checked.data} />
      )}
    </EditSheet>
  );
}
