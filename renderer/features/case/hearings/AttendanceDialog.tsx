import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import { attendanceStates, partySides } from '../../../../shared/features/hearings/hearings.rules.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDraft } from '../../../ui/versions/use-draft.ts';
import { membersQuery } from '../case.queries.ts';
import { ActDialog, type ActProps, oneOf } from './ActDialog.tsx';
import { useCaseCall } from './hearing-form.ts';

type Attendee = Hearing['attendance'][number];
const nameOf = (row: Attendee): string => `${row.side} ${row.name}`;
/** A group is called up by its representatives; beyond so many workers the others are added by name. */
const everybody = 30;

export function AttendanceDialog({
  file,
  hearing,
  onClose,
  readOnly,
}: ActProps & { readonly readOnly: boolean }) {
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
}: ActProps & { readonly readOnly: boolean; readonly expected: readonly Pick<Attendee, 'side' | 'name'>[] }) {
  const { t } = useTranslation('hearings');
  const call = useCaseCall(file.id);
  const draft = useDraft<{ rows: readonly Attendee[] }>(
    () => ({
      rows: [
        ...hearing.attendance,
        ...expected
          .filter((e) => !hearing.attendance.some((a) => a.side === e.side && a.name === e.name))
          .map((e): Attendee => ({ ...e, state: 'present', note: null })),
      ],
    }),
    { version: hearing.version, file: file.version },
    { rows: { rows: nameOf } },
  );
  const { rows } = draft.form;
  const setRows = (next: (old: readonly Attendee[]) => readonly Attendee[]): void =>
    draft.set((form) => ({ rows: next(form.rows) }));
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
      draft={draft}
      words={{
        rows: {
          label: t('attendance'),
          row: (r: Attendee) => r.name,
          text: (r: Attendee) =>
            [t(`side.${r.side}`), t(`attendanceState.${r.state}`), r.note].filter(Boolean).join(' · '),
        },
      }}
      hearing={hearing}
      act={(version) =>
        call('hearings.attendance', {
          ...oneOf(file, hearing, version),
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
