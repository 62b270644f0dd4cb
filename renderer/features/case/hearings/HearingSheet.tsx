import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { hearingLaw } from '../../../../shared/features/hearings/hearings.rules.ts';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { canRecord } from '../../../../shared/law/tracks/moves.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { useToday } from '../../../ui/today.ts';
import type { FieldWords } from '../../../ui/versions/words.tsx';
import { useUndoOffer } from '../../undo/use-undo.ts';
import { roomsQuery, useSheetDraft } from '../case.queries.ts';
import { TextField } from '../form/fields.tsx';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { Findings } from './Findings.tsx';
import { HearingFields } from './HearingFields.tsx';
import {
  formOf,
  goneRoom,
  type HearingForm,
  inputOf,
  issuesIn,
  useCaseCall,
  useHearingCheck,
} from './hearing-form.ts';
import './hearings.css';

/** Why the procedure does not provide for the hearing where the case stands; null where it does. */
function refusalOf(
  { track, events }: TabProps['file'],
  record: Hearing | null,
  type: string,
  date: PlainDate,
  today: PlainDate,
) {
  // One that is being changed stands among the events already.
  if (record) return null;
  const known = events.map((e) => ({ type: e.type, date: e.date, ...(e.setOn && { setOn: e.setOn }) }));
  const answer = canRecord(track, known, { type, date, setOn: today });
  return answer.ok ? null : answer.reason;
}

/** Sets a hearing down or changes it; what stands in the way is shown while it is typed. */
export function HearingSheet({
  file,
  record,
  date,
  readOnly,
}: TabProps & { readonly record: Hearing | null /** Proposed for a new one. */; readonly date: string }) {
  const { t } = useTranslation('hearings');
  const pick = useBilingual();
  const today = useToday();
  const offer = useUndoOffer();
  const call = useCaseCall(file.id);
  const { draft } = useSheetDraft(file, record, () => {
    const blank = formOf(file.track, record);
    return record || !isPlainDate(date) ? blank : { ...blank, date };
  });
  const { form, set: setForm } = draft;
  const [accept, setAccept] = useState(false);
  const [record_, setRecord] = useState(true);
  const [reason, setReason] = useState('');
  const check = useHearingCheck(file.id, record?.id ?? null, form);
  const law = hearingLaw(file.track, form.kind);
  const clash = check.data?.findings.some((f) => f.severity === 'clash') ?? false;
  const refused =
    law.set && isPlainDate(form.date) ? refusalOf(file, record, law.set, form.date, today) : null;
  const rooms = useQuery(roomsQuery());
  const words: FieldWords = {
    roomId: {
      label: t('field.room'),
      text: (id: string | null) =>
        [...(rooms.data ?? []), ...goneRoom(record, rooms.data)].find((r) => r.id === id)?.name ?? null,
    },
    people: {
      label: t('field.people'),
      text: (people: HearingForm['people']) =>
        people.map((p) => `${t(`role.${p.role}`)} ${p.name}`).join('\n'),
    },
  };
  const settled = record !== null && record.state !== 'scheduled';
  return (
    <EditSheet
      title={t(record ? 'edit' : 'new')}
      issues={issuesIn(form)}
      dirty={draft.dirty || record === null}
      draft={draft}
      words={words}
      readOnly={readOnly || settled}
      size={620}
      save={() =>
        call('hearings.save', {
          caseId: file.id,
          hearingId: record?.id ?? null,
          expectedVersion: draft.stamp.file,
          recordVersion: draft.stamp.version,
          hearing: inputOf(form),
          accept,
          record: record_,
          reason,
        })
      }
      removes={record ? { kind: 'hearing', id: record.id } : undefined}
      onRemove={
        record
          ? async () => {
              const done = await call('hearings.remove', {
                caseId: file.id,
                hearingId: record.id,
                recordVersion: draft.stamp.version,
              });
              offer(t('removed'), done);
            }
          : undefined
      }
    >
      <HearingFields form={form} record={record} onChange={setForm} />
      {law.set && (
        <div className="hearing-procedure">
          <Checkbox checked={record_} onChange={(e) => setRecord(e.target.checked)}>
            {t('record')}
          </Checkbox>
          {!record_ && <p className="quiet">{t('recordHint')}</p>}
          {record_ && refused && (
            <p className="note note-amber" role="status">
              {pick(refused)}
            </p>
          )}
          {record_ && refused && (
            <TextField path="reason" label={t('reason')} value={reason} onChange={setReason} span={6} />
          )}
        </div>
      )}
      {check.data && isPlainDate(form.date) && <Findings found={check.data} />}
      {clash && (
        <Checkbox checked={accept} onChange={(e) => setAccept(e.target.checked)} className="hearing-accept">
          {t('accept')}
        </Checkbox>
      )}
    </EditSheet>
  );
}
