import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as CallInput, Output } from '../../../shared/contract/api.ts';
import type { AidKind } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidRecordView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { useCall } from '../../app/query.ts';
import { failureOf } from '../../transport/failure.ts';
import { FormField } from '../../ui/FormField.tsx';
import { failureSentence, issueSentence } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useToday } from '../../ui/today.ts';
import { useUndoOffer } from '../undo/use-undo.ts';
import { AidField } from './AidField.tsx';
import { centreOnly, cleaned, type Draft, emptyDraft, fieldsOf } from './aid-fields.ts';

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
  view: AidRecordView | null;
  data: Data;
  onClose: () => void;
}) {
  const { t } = useTranslation('legal-aid');
  const { t: te } = useTranslation('errors');
  const { fail } = useNotices();
  const today = useToday();
  const caseId = data.aidCaseId ?? '';
  const offer = useUndoOffer(caseId);
  const save = useCall('aid.save', ['case']);
  const remove = useCall('aid.remove', ['case']);
  const [draft, setDraft] = useState<Draft>(
    () => view?.record ?? emptyDraft(kind, today, data.members.length),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const centre = data.may.includes('decision');
  const name = t(`kind.${kind}`);
  const change = {
    caseId,
    expectedVersion: data.version,
    recordVersion: view?.version ?? null,
  };
  const fields = fieldsOf[kind].filter(
    (f) =>
      (!f.when || f.when(draft)) &&
      (centre || !centreOnly.has(f.key)) &&
      (data.mayApprove || !['approvedOn', 'paidOn', 'voucher'].includes(f.key)) &&
      (f.type !== 'family' || data.family.length > 0),
  );

  async function keep(): Promise<void> {
    setErrors({});
    try {
      const kept = view && !centre ? { ...view.record, ...cleaned(kind, draft) } : cleaned(kind, draft);
      await save.mutateAsync({
        ...change,
        recordId: view?.id ?? null,
        record: kept as CallInput<'aid.save'>['record'],
        ...(refusal !== null && reason.trim() !== '' && { reason }),
      });
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      const issues = failure.issues ?? [];
      const rule = String(failure.details?.rule ?? '');
      if (overridable.includes(rule) && failure.details?.overridable !== false)
        setRefusal(failureSentence(te, failure));
      else if (issues.length === 0) fail(error);
      setErrors(
        Object.fromEntries(issues.map((i) => [i.path.replace(/^record\./, ''), issueSentence(te, i)])),
      );
    }
  }

  async function discard(gone: AidRecordView): Promise<void> {
    try {
      await remove.mutateAsync({ ...change, recordId: gone.id });
      offer(t('removed', { what: name }));
      onClose();
    } catch (error) {
      fail(error);
    }
  }

  return (
    <Modal
      open
      width={760}
      className="aid-dialog"
      title={t(view ? 'editOf' : 'addOf', { step: name })}
      onCancel={onClose}
      footer={
        <div className="aid-foot">
          {view && (
            <Button danger loading={remove.isPending} onClick={() => void discard(view)}>
              {t('remove')}
            </Button>
          )}
          <span className="gd-spring" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => void keep()}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <form
        className="aid-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void keep();
        }}
      >
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
      </form>
    </Modal>
  );
}
