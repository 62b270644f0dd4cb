import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Predate, PredateInput } from '../../../../shared/features/calendar/calendar.contract.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import type { FieldIssue } from '../../../../shared/kernel/errors.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { useWeekdayText } from '../../../ui/DateText.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { caseKey, deadlinesQuery, useSheetDraft } from '../case.queries.ts';
import { Field } from '../form/Field.tsx';
import { ChoiceField, DateField, TextField } from '../form/fields.tsx';
import { useCaseCall } from '../hearings/hearing-form.ts';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { useLastDate } from './use-last-date.tsx';

const kinds = ['date', 'deadline', 'hearing', 'predate'] as const;

/** A date of the office's own: on a day, or so many days before or after another one. */
export function PredateSheet({
  file,
  record,
  others,
  hearings,
  anchor: proposed,
  readOnly,
}: TabProps & {
  readonly record: Predate | null;
  readonly others: readonly Predate[];
  readonly hearings: readonly Hearing[];
  /** Of a new one: the rule of law that it is to go before; blank for none. */
  readonly anchor: string;
}) {
  const { t } = useTranslation('dates');
  const { t: th } = useTranslation('hearings');
  const pick = useBilingual();
  const day = useWeekdayText();
  const offer = useUndoOffer();
  const call = useCaseCall(file.id);
  const { draft } = useSheetDraft(file, record, () => ({
    title: record?.title ?? '',
    note: record?.note ?? '',
    kind: record?.anchorKind ?? (proposed === '' ? ('date' as const) : ('deadline' as const)),
    anchor: record?.anchor ?? proposed,
    distance: String(Math.abs(record?.shift ?? 3)),
    direction: (record?.shift ?? -1) < 0 ? ('before' as const) : ('after' as const),
    unit: record?.unit ?? ('working-day' as const),
  }));
  const { form, set: setForm } = draft;
  const askLast = useLastDate(file.id);
  const deadlines = useQuery(deadlinesQuery(file.id));
  const set = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });

  const anchors = {
    date: [],
    deadline: (deadlines.data ?? [])
      .filter((d) => (d.status === 'open' || d.status === 'overdue') && d.due !== null)
      .map((d) => ({ value: d.ruleId, label: `${pick(d.title)} ${d.due}` })),
    hearing: hearings
      .filter((h) => h.state === 'scheduled')
      .map((h) => ({ value: h.id, label: `${th(`kind.${h.kind}`)} ${h.date} ${h.start}` })),
    predate: others
      .filter((p) => p.id !== record?.id && p.doneOn === null)
      .map((p) => ({ value: p.id, label: `${p.title} ${p.due ?? ''}` })),
  };
  const anchorText = (v: string): string | null =>
    Object.values(anchors)
      .flat()
      .find((o) => o.value === v)?.label ?? null;
  const distance = Number(form.distance.normalize('NFKC'));
  const shift = form.direction === 'before' ? -distance : distance;
  const predate: PredateInput = {
    title: form.title,
    note: form.note === '' ? null : form.note,
    anchorKind: form.kind,
    anchor: form.anchor,
    shift: form.kind === 'date' || !Number.isInteger(shift) ? 0 : shift,
    unit: form.unit,
  };
  const issues: FieldIssue[] = [
    ...(form.title.trim() === '' ? [{ path: 'title', code: 'required' }] : []),
    ...(form.anchor === '' ? [{ path: 'anchor', code: 'required' }] : []),
    ...(form.kind !== 'date' && (!Number.isInteger(distance) || distance < 0 || distance > 366)
      ? [{ path: 'distance', code: 'number-out-of-range' }]
      : []),
  ];
  const asked = useDeferredValue({ ...predate, title: '·', note: null });
  const ready = asked.anchor !== '' && (asked.anchorKind !== 'date' || isPlainDate(asked.anchor));
  const preview = useQuery({
    ...callQuery(
      [...caseKey(file.id), 'predate-preview', JSON.stringify(asked)] as const,
      'calendar.previewPredate',
      {
        caseId: file.id,
        predateId: record?.id ?? null,
        predate: asked,
      },
    ),
    enabled: ready,
    gcTime: 0,
  });
  const due = ready ? preview.data?.due : undefined;
  return (
    <EditSheet
      title={record?.title ?? t('own.new')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      words={{ anchor: { label: t('own.anchor'), text: anchorText } }}
      readOnly={readOnly}
      size={520}
      save={() =>
        call('calendar.savePredate', {
          caseId: file.id,
          predateId: record?.id ?? null,
          expectedVersion: draft.stamp.file,
          recordVersion: draft.stamp.version,
          predate,
        })
      }
      onRemove={
        record
          ? async () => {
              const gone = await askLast((acceptLast) =>
                call('calendar.removePredate', {
                  caseId: file.id,
                  predateId: record.id,
                  recordVersion: draft.stamp.version,
                  acceptLast,
                }),
              );
              if (gone) offer(t('own.removed', { title: record.title }), gone);
            }
          : undefined
      }
    >
      <div className="gd-grid">
        <TextField
          path="title"
          label={t('own.name')}
          placeholder={t('own.namePlaceholder')}
          value={form.title}
          onChange={(title) => set({ title })}
          required
          span={6}
        />
        <ChoiceField
          path="kind"
          label={t('own.anchorKind')}
          value={form.kind}
          onChange={(kind) => set({ kind, anchor: anchors[kind][0]?.value ?? '' })}
          options={kinds.map((value) => ({ value, label: t(`own.anchorKinds.${value}`) }))}
          span={6}
        />
        {form.kind === 'date' ? (
          <DateField
            path="anchor"
            label={t('own.date')}
            value={form.anchor}
            onChange={(anchor) => set({ anchor })}
            required
            span={6}
          />
        ) : (
          <>
            <Field path="anchor" label={t('own.anchor')} required span={6}>
              {(field) => (
                <Select
                  {...field}
                  value={form.anchor === '' ? null : form.anchor}
                  onChange={(anchor: string) => set({ anchor })}
                  options={anchors[form.kind]}
                  popupMatchSelectWidth={false}
                />
              )}
            </Field>
            <TextField
              path="distance"
              label={t('own.shift')}
              value={form.distance}
              onChange={(value) => set({ distance: value })}
              inputMode="numeric"
              span={1}
            />
            <ChoiceField
              path="unit"
              label={t('own.unit.day')}
              value={form.unit}
              onChange={(unit) => set({ unit })}
              options={(['working-day', 'day'] as const).map((value) => ({
                value,
                label: t(`own.unit.${value}`),
              }))}
              span={3}
            />
            <ChoiceField
              path="direction"
              label={t('own.anchorKind')}
              value={form.direction}
              onChange={(direction) => set({ direction })}
              options={(['before', 'after'] as const).map((value) => ({
                value,
                label: t(`own.direction.${value}`),
              }))}
              span={2}
            />
          </>
        )}
        <TextField
          path="note"
          label={t('own.note')}
          value={form.note}
          onChange={(note) => set({ note })}
          span={6}
        />
      </div>
      {due !== undefined && (
        <p className="own-becomes" aria-live="polite">
          {due === null ? t('own.dormant') : t('own.becomes', { date: `${due} ${day(due)}` })}
          {preview.data?.restDay && <span className="gd-amber"> {t('own.restDay')}</span>}
        </p>
      )}
    </EditSheet>
  );
}
