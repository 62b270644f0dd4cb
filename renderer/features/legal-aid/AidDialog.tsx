import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as CallInput, Output } from '../../../shared/contract/api.ts';
import type { AidKind } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidRecordView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { failureSentence } from '../../ui/failure-text.ts';
import { useToday } from '../../ui/today.ts';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import { AidField } from './AidField.tsx';
import { centreOnly, cleaned, type Draft, emptyDraft, fieldsOf } from './aid-fields.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { useStepWords } from './use-words.ts';

type Data = Output<'aid.forCase'>;

/** Refusals that a reason overrides. */
const overridable = ['aid-means-undecided', 'aid-no-hardship', 'aid-hardship-shown', 'event-refused'];

/** A step of legal aid as it is entered or changed. */
export function AidDialog({
  kind,
  view,
  data,
  onClose,
}: {
  kind: AidKind;
  /** As it is now; null: a new one. */
  view: AidRecordView | null;
  data: Data;
  onClose: () => void;
}) {
  const { t } = useTranslation('legal-aid');
  const { t: te } = useTranslation('errors');
  const today = useToday();
  const caseId = data.aidCaseId ?? '';
  const offer = useUndoOffer();
  const save = useCall('aid.save', ['case']);
  const remove = useCall('aid.remove', ['case']);
  const restore = useCall('aid.restore', ['case']);
  const stepWords = useStepWords(kind, data);
  const whole = useDraft<Draft>(
    () => view?.record ?? emptyDraft(kind, today, data.members.length),
    { version: view?.version ?? 0, file: data.version },
    { isNew: view === null },
  );
  const { form: draft, set: setDraft } = whole;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const centre = data.may.includes('decision');
  const name = t(`kind.${kind}`);
  // Its own version counts, not the case's: two people may enter two steps at once.
  const change = { caseId, expectedVersion: data.version, recordVersion: whole.stamp.version };
  const fields = fieldsOf[kind].filter(
    (f) =>
      (!f.when || f.when(draft)) &&
      (centre || !centreOnly.has(f.key)) &&
      (data.mayApprove || !['approvedOn', 'paidOn', 'voucher'].includes(f.key)) &&
      (f.type !== 'family' || data.family.length > 0),
  );

  return (
    <RecordDialog
      width={760}
      title={t(view ? 'editOf' : 'addOf', { step: name })}
      prefix="record"
      draft={whole}
      words={stepWords}
      onSave={() => {
        const kept = view && !centre ? { ...view.record, ...cleaned(kind, draft) } : cleaned(kind, draft);
        return save.mutateAsync({
          ...change,
          recordId: view?.id ?? null,
          record: kept as CallInput<'aid.save'>['record'],
          ...(refusal !== null && reason.trim() !== '' && { reason }),
        });
      }}
      onRemove={
        view &&
        (async () => {
          offer(t('removed', { what: name }), await remove.mutateAsync({ ...change, recordId: view.id }));
        })
      }
      onRefused={(failure) => {
        if (!overridable.includes(String(failure.details?.rule ?? ''))) return false;
        if (failure.details?.overridable === false) return false;
        setRefusal(failureSentence(te, failure));
        return true;
      }}
      {...(view && {
        restore: () =>
          restore.mutateAsync({
            caseId,
            expectedVersion: data.version,
            recordVersion: null,
            recordId: view.id,
          }),
      })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {fields.map((spec) => (
            <AidField
              key={`${spec.key}${spec.values?.[0] ?? ''}`}
              spec={spec}
              value={draft[spec.key]}
              onChange={(value) => setDraft((d) => ({ ...d, [spec.key]: value }))}
              error={errors[spec.key]}
              errors={errors}
              data={data}
            />
          ))}
          {refusal !== null && (
            <div className="aid-wide aid-refusal">
              <FormField label={t('override')} error={refusal} required>
                {(field) => (
                  <Input.TextArea
                    {...field}
                    rows={2}
                    value={reason}
                    onChange={(e) => setReason(e.target.value)}
                  />
                )}
              </FormField>
            </div>
          )}
        </>
      )}
    </RecordDialog>
  );
}
