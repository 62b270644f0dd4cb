import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demandTypes, eventSchema } from '../../../../shared/features/cases/case.schemas.ts';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import { citation } from '../../../../shared/law/sources.ts';
import { eventDetails, eventSource, knowsEvent, trackOf } from '../../../../shared/law/tracks/catalogue.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { issuesOf } from '../../../ui/failure-text.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useToday } from '../../../ui/today.ts';
import { useEventName, useStageName } from '../../cases/names.ts';
import { useSheetDraft } from '../case.queries.ts';
import { NextSteps } from '../dates/NextSteps.tsx';
import { useLastDate } from '../dates/use-last-date.tsx';
import { useWhatIf, WhatIfPanel } from '../dates/WhatIfPanel.tsx';
import { DemandFields } from '../form/DemandFields.tsx';
import { DateField, TextField } from '../form/fields.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { usePlace } from '../use-place.ts';
import { EditSheet } from './EditSheet.tsx';
import { EventTypeField } from './EventTypeField.tsx';

/** Recorded ahead of their day: a hearing that was fixed, the known end of a period. All else has happened. */
const setAhead: ReadonlySet<string> = new Set([
  'hearing-set',
  'court-hearing-set',
  'award-performance-due',
  'answer-period-over',
  'deferral-ended',
  'entrusted-mediation-ended',
  'resumed',
  'limitation-resumed',
  'public-notice-served',
]);

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

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
  const { t: tt } = useTranslation('tracks');
  const { t: tl } = useTranslation('cases');
  const pick = useBilingual();
  const name = useEventName(file.track);
  const stageName = useStageName();
  const { close } = usePlace();
  const { undoable, fail } = useNotices();
  const askLast = useLastDate(file.id);
  const today = useToday();
  const [removing, setRemoving] = useState(false);
  const { draft, change } = useSheetDraft(file, record, () => ({
    type: record?.type ?? (knowsEvent(file.track, type) ? type : firstType(file)),
    date: record?.date ?? '',
    method: record?.method ?? '',
    addressee: record?.addressee ?? '',
    note: record?.note ?? '',
    days: record?.days?.toString() ?? '',
    until: record?.until ?? '',
    setOn: record?.setOn ?? '',
    reason: record?.reason ?? '',
  }));
  const { form, initial, set: setForm } = draft;
  const demand = demandTypes.find((d) => d === form.type);
  const details = eventDetails(file.track, form.type);
  const source = eventSource(file.track, form.type);
  const event = {
    type: form.type,
    date: form.date,
    // Only a demand has them: what was typed before another kind was chosen is not kept.
    method: demand ? orNull(form.method) : null,
    addressee: demand ? orNull(form.addressee) : null,
    note: orNull(form.note),
    days: details.extension && form.days.trim() !== '' ? Number(form.days) : null,
    until: details.fixes || details.extendsTo ? orNull(form.until) : null,
    setOn: details.setOn ? orNull(form.setOn) : null,
    reason: orNull(form.reason),
  };
  const checked = eventSchema.safeParse(event);
  const id = record?.id;
  const whatIf = useWhatIf(
    file.id,
    removing && id !== undefined
      ? { kind: 'remove', eventId: id }
      : !readOnly && checked.success && form !== initial
        ? id === undefined
          ? { kind: 'add', event: checked.data }
          : { kind: 'replace', eventId: id, event: checked.data }
        : null,
  );
  const refusal = form === initial || removing ? null : (whatIf.data?.refusal ?? null);
  const issues =
    form.date === ''
      ? [{ path: 'date', code: 'required' }]
      : !checked.success
        ? issuesOf(checked.error)
        : refusal?.overridable && event.reason === null
          ? [{ path: 'reason', code: 'required' }]
          : [];
  const restore = () => change('cases.restoreEvent', { eventId: id ?? '' });
  const remove = async (): Promise<void> => {
    if (id === undefined) return;
    try {
      await askLast(() => change('cases.removeEvent', { eventId: id }));
      undoable(t('done.eventRemoved', { name: name(form.type) }), restore);
      close();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <EditSheet
      title={record ? name(record.type) : t('sheet.newEvent')}
      issues={issues}
      dirty={draft.dirty}
      draft={draft}
      restore={restore}
      readOnly={readOnly}
      size={520}
      save={() => askLast(() => change('cases.recordEvent', { eventId: id ?? null, event }))}
      askRemove={id === undefined ? undefined : () => setRemoving(true)}
    >
      <p className="gd-quiet">
        {tt('stageOf', { track: tl(`track.${file.track}`), stage: stageName(file.track, file.stage) })}
      </p>
      {removing && (
        <div className="gd-remove">
          <p>
            <strong>{tt('removeTitle', { name: name(form.type) })}</strong>
          </p>
          {whatIf.data && <WhatIfPanel found={whatIf.data} removing open={file.status === 'open'} />}
          <p className="gd-bar">
            <Button danger onClick={() => void remove()}>
              {tt('removeNow')}
            </Button>
            <Button onClick={() => setRemoving(false)}>{t('sheet.goOn')}</Button>
          </p>
        </div>
      )}
      <div className="gd-grid">
        <EventTypeField
          file={file}
          value={form.type}
          onChange={(v) => setForm({ ...form, type: v, days: '', until: '', setOn: '' })}
          hint={source ? tt('article', { text: pick(citation(source)) }) : undefined}
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
          <DemandFields
            type={demand}
            method={form.method}
            addressee={form.addressee}
            onChange={(over) => setForm({ ...form, ...over })}
            paths={{ method: 'method', addressee: 'addressee' }}
            span={6}
          />
        )}
        {details.setOn && (
          <DateField
            path="setOn"
            label={tt('setOn')}
            hint={tt('setOnHint')}
            value={form.setOn}
            onChange={(setOn) => setForm({ ...form, setOn })}
            span={6}
          />
        )}
        {details.extension && (
          <TextField
            path="days"
            label={tt('days')}
            inputMode="numeric"
            hint={tt('daysHint', {
              max: details.extension.max,
              approver: pick(details.extension.approver),
            })}
            value={form.days}
            onChange={(days) => setForm({ ...form, days })}
            span={6}
          />
        )}
        {(details.fixes ?? details.extendsTo) && (
          <DateField
            path="until"
            label={tt(details.fixes ? 'fixed' : 'extendedTo')}
            hint={tt('fixedHint', { by: pick(details.fixes ?? details.extendsTo ?? { zh: '', en: '' }) })}
            value={form.until}
            onChange={(until) => setForm({ ...form, until })}
            span={6}
          />
        )}
        <TextField
          path="note"
          label={t(demand ? 'demand.outcome' : 'event.note')}
          value={form.note}
          onChange={(note) => setForm({ ...form, note })}
          span={6}
        />
        {(refusal?.overridable || form.reason !== '') && (
          <TextField
            path="reason"
            label={tt('reason')}
            required={refusal?.overridable ?? false}
            hint={tt('reasonHint')}
            value={form.reason}
            onChange={(reason) => setForm({ ...form, reason })}
            span={6}
          />
        )}
      </div>
      {!removing && form !== initial && whatIf.data && (
        <WhatIfPanel found={whatIf.data} open={file.status === 'open'} />
      )}
      {!readOnly && record === null && (
        <section className="gd-next-block">
          <h3>{tt('next')}</h3>
          <NextSteps
            file={file}
            chosen={form.type}
            onChoose={(v) => setForm({ ...form, type: v, days: '', until: '', setOn: '' })}
          />
        </section>
      )}
    </EditSheet>
  );
}

/** The most likely next step; the first dated fact where the procedure has ended. */
function firstType(file: CaseFile): string {
  const { facts, transitions } = trackOf(file.track);
  return file.nextSteps[0]?.event ?? facts[0]?.event ?? transitions[0]?.event ?? '';
}
