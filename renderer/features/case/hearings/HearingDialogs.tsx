import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { useHeading } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { failureOf } from '../../../transport/failure.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { useToday } from '../../../ui/today.ts';
import { useDraft } from '../../../ui/versions/use-draft.ts';
import { caseKey } from '../case.queries.ts';
import { IssuesProvider, useFormIssues } from '../form/issues.tsx';
import { ActDialog, type ActProps, oneOf } from './ActDialog.tsx';
import { Findings } from './Findings.tsx';
import { HearingFields } from './HearingFields.tsx';
import { formOf, inputOf, issuesIn, useCaseCall, useHearingCheck } from './hearing-form.ts';

export function NoticeDialog({ file, hearing, onClose }: ActProps) {
  const { t } = useTranslation('hearings');
  const today = useToday();
  const call = useCaseCall(file.id);
  const draft = useDraft<{ on: PlainDate | null }>(() => ({ on: hearing.noticeOn ?? today }), {
    version: hearing.version,
    file: file.version,
  });
  const { on } = draft.form;
  return (
    <ActDialog
      title={t('notice')}
      ok={t('notice')}
      said={on ? t('noticeServed', { on }) : t('noticeTaken')}
      caseId={file.id}
      hearing={hearing}
      draft={draft}
      words={{ on: { label: t('noticeOn') } }}
      act={(version) => call('hearings.notice', { ...oneOf(file, hearing, version), on })}
      onClose={onClose}
    >
      <FormField label={t('noticeOn')}>
        {(field) => <DateInput {...field} value={on} onChange={(day) => draft.set({ on: day })} />}
      </FormField>
    </ActDialog>
  );
}

export function CancelDialog({ file, hearing, onClose }: ActProps) {
  const { t } = useTranslation('hearings');
  const call = useCaseCall(file.id);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('cancelTitle')}
      ok={t('cancelTitle')}
      said={t('state.cancelled')}
      caseId={file.id}
      disabled={reason.trim() === ''}
      hearing={hearing}
      act={(version) => call('hearings.cancel', { ...oneOf(file, hearing, version), reason })}
      onClose={onClose}
    >
      <FormField label={t('cancelReason')} required>
        {(field) => <Input {...field} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </FormField>
    </ActDialog>
  );
}

/** What came of it; what the procedure does not provide for now needs a reason. */
export function HoldDialog({ file, hearing, onClose }: ActProps) {
  const { t } = useTranslation('hearings');
  const heading = useHeading();
  const call = useCaseCall(file.id);
  const outcomes = useQuery(
    callQuery([...caseKey(file.id), 'outcomes', hearing.id] as const, 'hearings.outcomes', {
      caseId: file.id,
      hearingId: hearing.id,
    }),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const list = outcomes.data ?? [];
  // The usual outcome stands ready; one that does not fit the stage is never proposed.
  const result = chosen ?? list.find((o) => o.expected)?.event ?? '';
  const unexpected = list.some((o) => o.event === result && !o.expected);
  return (
    <ActDialog
      title={t('hold')}
      ok={t('hold')}
      said={t('state.held')}
      caseId={file.id}
      disabled={outcomes.isPending || (unexpected && reason.trim() === '')}
      hearing={hearing}
      act={(version) =>
        call('hearings.hold', {
          ...oneOf(file, hearing, version),
          results: result === '' ? [] : [result],
          reason: reason.trim() === '' ? null : reason,
        })
      }
      onClose={onClose}
    >
      <p className="quiet">{t('holdLead')}</p>
      <Radio.Group
        className="hearing-outcomes"
        vertical
        value={result}
        onChange={(e) => setChosen(e.target.value as string)}
        options={[
          ...list.map((o) => ({
            value: o.event,
            label: (
              <>
                {heading(o.words)} {!o.expected && <span className="quiet">{t('holdUnexpected')}</span>}
              </>
            ),
          })),
          { value: '', label: t('holdNone') },
        ]}
      />
      {unexpected && (
        <FormField label={t('reason')} required>
          {(field) => <Input {...field} value={reason} onChange={(e) => setReason(e.target.value)} />}
        </FormField>
      )}
    </ActDialog>
  );
}

/** Puts a hearing off, at once to a new day where it is known. */
export function AdjournDialog({ file, hearing, onClose }: ActProps) {
  const { t } = useTranslation('hearings');
  const call = useCaseCall(file.id);
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(true);
  const [form, setForm] = useState(() => ({ ...formOf(file.track, hearing), date: '' }));
  const [accept, setAccept] = useState(false);
  const check = useHearingCheck(file.id, null, form);
  const issues = again ? issuesIn(form) : [];
  const known = useFormIssues(issues);
  const clash = check.data?.findings.some((f) => f.severity === 'clash') ?? false;
  return (
    <ActDialog
      title={t('adjourn')}
      ok={t('adjourn')}
      said={t('state.adjourned')}
      caseId={file.id}
      width={680}
      disabled={reason.trim() === '' || issues.length > 0}
      hearing={hearing}
      act={(version) =>
        call('hearings.adjourn', {
          ...oneOf(file, hearing, version),
          reason,
          next: again ? inputOf(form) : null,
          accept,
        })
      }
      onFail={(error) => known.refuse(failureOf(error).issues ?? [])}
      onClose={onClose}
    >
      <IssuesProvider value={known}>
        <FormField label={t('adjournReason')} required>
          {(field) => <Input {...field} value={reason} onChange={(e) => setReason(e.target.value)} />}
        </FormField>
        <Checkbox checked={again} onChange={(e) => setAgain(e.target.checked)}>
          {t('adjournNext')}
        </Checkbox>
        {again && <HearingFields form={form} record={hearing} onChange={setForm} fixedKind />}
        {again && check.data && isPlainDate(form.date) && <Findings found={check.data} />}
        {again && clash && (
          <Checkbox checked={accept} onChange={(e) => setAccept(e.target.checked)}>
            {t('accept')}
          </Checkbox>
        )}
      </IssuesProvider>
    </ActDialog>
  );
}
