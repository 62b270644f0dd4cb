import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { hearingLaw } from '../../../../shared/features/hearings/hearings.rules.ts';
import { isPlainDate } from '../../../../shared/kernel/date.ts';
import { useNotices } from '../../../ui/notices.tsx';
import { useUndoLast } from '../../undo/use-undo.ts';
import { TextField } from '../form/fields.tsx';
import { EditSheet } from '../sheets/EditSheet.tsx';
import type { TabProps } from '../tabs/tab.ts';
import { Findings } from './Findings.tsx';
import { HearingFields } from './HearingFields.tsx';
import { formOf, inputOf, issuesIn, useCaseCall, useHearingCheck } from './hearing-form.ts';
import './hearings.css';

/** Sets a hearing down or changes it; what stands in the way is shown while it is typed. */
export function HearingSheet({
  file,
  record,
  date,
  readOnly,
}: TabProps & { readonly record: Hearing | null /** Proposed for a new one. */; readonly date: string }) {
  const { t } = useTranslation('hearings');
  const { undoable } = useNotices();
  const undo = useUndoLast(file.id);
  const call = useCaseCall(file.id);
  const [initial] = useState(() => {
    const form = formOf(file.track, record);
    return record || !isPlainDate(date) ? form : { ...form, date };
  });
  const [form, setForm] = useState(initial);
  const [accept, setAccept] = useState(false);
  const [record_, setRecord] = useState(true);
  const [reason, setReason] = useState('');
  const check = useHearingCheck(file.id, record?.id ?? null, form);
  const law = hearingLaw(file.track, form.kind);
  const clash = check.data?.findings.some((f) => f.severity === 'clash') ?? false;
  const settled = record !== null && record.state !== 'scheduled';
  return (
    <EditSheet
      title={t(record ? 'edit' : 'new')}
      issues={issuesIn(form)}
      dirty={form !== initial || record === null}
      readOnly={readOnly || settled}
      size={620}
      save={() =>
        call('hearings.save', {
          caseId: file.id,
          hearingId: record?.id ?? null,
          expectedVersion: file.version,
          recordVersion: record?.version ?? 0,
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
              await call('hearings.remove', {
                caseId: file.id,
                hearingId: record.id,
                recordVersion: record.version,
              });
              undoable(t('removed'), undo);
            }
          : undefined
      }
    >
      <HearingFields form={form} onChange={setForm} />
      {law.set && (
        <div className="hearing-procedure">
          <Checkbox checked={record_} onChange={(e) => setRecord(e.target.checked)}>
            {t('record')}
          </Checkbox>
          {!record_ && <p className="quiet">{t('recordHint')}</p>}
          {record_ && (
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
