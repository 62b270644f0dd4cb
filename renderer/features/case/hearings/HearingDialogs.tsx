import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { attendanceStates, partySides } from '../../../../shared/features/hearings/hearings.rules.ts';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { useBilingual } from '../../../app/i18n.ts';
import { callQuery } from '../../../app/query.ts';
import { failureOf } from '../../../transport/failure.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { FormField } from '../../../ui/FormField.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/today.ts';
import { useUndoLast } from '../../undo/use-undo.ts';
import { caseKey, membersQuery } from '../case.queries.ts';
import { IssuesProvider, useFormIssues } from '../form/issues.tsx';
import { Findings } from './Findings.tsx';
import { HearingFields } from './HearingFields.tsx';
import { formOf, inputOf, issuesIn, useCaseCall, useHearingCheck } from './hearing-form.ts';

interface Props {
  readonly file: CaseFile;
  readonly hearing: Hearing;
  readonly onClose: () => void;
}

/** A dialog that saves; a failure leaves it open with everything that was typed. */
function ActDialog({
  title,
  ok,
  act,
  said,
  caseId,
  width = 480,
  disabled = false,
  onClose,
  onFail,
  children,
}: {
  readonly title: string;
  readonly ok: string;
  readonly act: () => Promise<unknown>;
  readonly said: string;
  readonly caseId: string;
  readonly width?: number;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  readonly onFail?: (error: unknown) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { fail, undoable } = useNotices();
  const undo = useUndoLast(caseId);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await act();
      onClose();
      undoable(said, undo);
    } catch (error) {
      onFail?.(error);
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={onClose}
      okText={ok}
      cancelText={t('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled }}
      onOk={() => void run()}
    >
      {children}
    </Modal>
  );
}

const oneOf = (file: CaseFile, h: Hearing) => ({
  caseId: file.id,
  hearingId: h.id,
  recordVersion: h.version,
});

export function NoticeDialog({ file, hearing, onClose }: Props) {
  const { t } = useTranslation('hearings');
  const today = useToday();
  const call = useCaseCall(file.id);
  const [on, setOn] = useState<PlainDate | null>(hearing.noticeOn ?? today);
  return (
    <ActDialog
      title={t('notice')}
      ok={t('notice')}
      said={on ? t('noticeServed', { on }) : t('noticeTaken')}
      caseId={file.id}
      act={() => call('hearings.notice', { ...oneOf(file, hearing), on })}
      onClose={onClose}
    >
      <FormField label={t('noticeOn')}>
        {(field) => <DateInput {...field} value={on} onChange={setOn} />}
      </FormField>
    </ActDialog>
  );
}

export function CancelDialog({ file, hearing, onClose }: Props) {
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
      act={() => call('hearings.cancel', { ...oneOf(file, hearing), reason })}
      onClose={onClose}
    >
      <FormField label={t('cancelReason')} required>
        {(field) => <Input {...field} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </FormField>
    </ActDialog>
  );
}

/** What came of it; what the procedure does not provide for now needs a reason. */
export function HoldDialog({ file, hearing, onClose }: Props) {
  const { t } = useTranslation('hearings');
  const pick = useBilingual();
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
      act={() =>
        call('hearings.hold', {
          ...oneOf(file, hearing),
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
                {pick(o.words)} {!o.expected && <span className="quiet">{t('holdUnexpected')}</span>}
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
export function AdjournDialog({ file, hearing, onClose }: Props) {
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
      act={() =>
        call('hearings.adjourn', {
          ...oneOf(file, hearing),
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

type Attendee = Hearing['attendance'][number];
/** A group is called up by its representatives; beyond so many workers the others are added by name. */
const everybody = 30;

export function AttendanceDialog({
  file,
  hearing,
  onClose,
  readOnly,
}: Props & { readonly readOnly: boolean }) {
  const { t } = useTranslation('hearings');
  const members = useQuery(membersQuery(file.id));
  return members.data ? (
    <AttendanceForm
      file={file}
      hearing={hearing}
      onClose={onClose}
      readOnly={readOnly}
      expected={[
        ...(members.data.length > everybody
          ? members.data.filter((m) => m.isRepresentative)
          : members.data
        ).map((m) => ({ side: 'applicant' as const, name: m.name })),
        ...file.respondents.map((r) => ({ side: 'respondent' as const, name: r.name })),
        ...file.agents.map((a) => ({ side: 'agent' as const, name: a.name })),
      ]}
    />
  ) : (
    <Modal open title={t('attendance')} onCancel={onClose} footer={null} loading />
  );
}

function AttendanceForm({
  file,
  hearing,
  onClose,
  readOnly,
  expected,
}: Props & { readonly readOnly: boolean; readonly expected: readonly Pick<Attendee, 'side' | 'name'>[] }) {
  const { t } = useTranslation('hearings');
  const call = useCaseCall(file.id);
  const [rows, setRows] = useState<Attendee[]>(() => [
    ...hearing.attendance,
    ...expected
      .filter((e) => !hearing.attendance.some((a) => a.side === e.side && a.name === e.name))
      .map((e): Attendee => ({ ...e, state: 'present', note: null })),
  ]);
  const set = (at: number, patch: Partial<Attendee>): void =>
    setRows((old) => old.map((r, i) => (i === at ? { ...r, ...patch } : r)));
  return (
    <ActDialog
      title={t('attendance')}
      ok={t('attendance')}
      said={t('attendance')}
      caseId={file.id}
      width={720}
      disabled={readOnly}
      act={() =>
        call('hearings.attendance', {
          ...oneOf(file, hearing),
          attendance: rows.filter((r) => r.name.trim() !== ''),
        })
      }
      onClose={onClose}
    >
      <Button size="small" onClick={() => setRows((old) => old.map((r) => ({ ...r, state: 'present' })))}>
        {t('attendanceAll')}
      </Button>
      <ul className="plain hearing-attendance">
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat
          <li key={i}>
            <Select
              aria-label={t('field.role')}
              value={row.side}
              onChange={(side) => set(i, { side })}
              options={partySides.map((value) => ({ value, label: t(`side.${value}`) }))}
            />
            <Input
              aria-label={t('field.name')}
              value={row.name}
              onChange={(e) => set(i, { name: e.target.value })}
            />
            <Select
              aria-label={t('attendance')}
              value={row.state}
              onChange={(state) => set(i, { state })}
              options={attendanceStates.map((value) => ({ value, label: t(`attendanceState.${value}`) }))}
            />
            <Input
              aria-label={t('attendanceNote')}
              placeholder={t('attendanceNote')}
              value={row.note ?? ''}
              onChange={(e) => set(i, { note: e.target.value })}
            />
            <button
              type="button"
              className="bare"
              aria-label={t('field.removePerson', { name: row.name })}
              onClick={() => setRows((old) => old.filter((_, j) => j !== i))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={<Icon name="plus" size={13} />}
        onClick={() =>
          setRows((old) => [...old, { side: 'witness', name: '', state: 'present', note: null }])
        }
      >
        {t('attendanceAdd')}
      </Button>
    </ActDialog>
  );
}
