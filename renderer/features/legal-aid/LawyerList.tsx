import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AidLawyer, aidMatters } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidLawyerView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { useCall } from '../../app/query.ts';
import { useMay } from '../../app/session.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Select } from '../../ui/Select.tsx';
import { usersQuery } from '../cases/cases.queries.ts';
import { useUndoLast } from '../undo/use-undo.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { useAidWords } from './use-words.ts';

/** Who takes cases of legal aid, with what each has open. */
export function LawyerList({ lawyers }: { lawyers: readonly AidLawyerView[] }) {
  const { t } = useTranslation('legal-aid');
  const mayChange = useMay('office.admin');
  const words = useAidWords();
  const [edited, setEdited] = useState<AidLawyerView | 'new' | null>(null);
  const most = Math.max(1, ...lawyers.map((l) => l.load));
  return (
    <>
      {mayChange && (
        <p className="aid-bar">
          <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>
            {t('office.addLawyer')}
          </Button>
        </p>
      )}
      {lawyers.length === 0 && <p className="quiet">{t('office.noLawyers')}</p>}
      {lawyers.length > 0 && (
        <table className="list aid-lines">
          <thead>
            <tr>
              <th scope="col">{t('office.personName')}</th>
              <th scope="col">{t('office.firm')}</th>
              <th scope="col">{t('office.specialities')}</th>
              <th scope="col">{t('office.onRota')}</th>
              <th scope="col">{t('load')}</th>
              <th scope="col">{t('last')}</th>
            </tr>
          </thead>
          <tbody>
            {lawyers.map((l) => (
              <tr key={l.id}>
                <td>
                  {mayChange ? (
                    <button type="button" className="link" onClick={() => setEdited(l)}>
                      {l.name}
                    </button>
                  ) : (
                    l.name
                  )}
                </td>
                <td>{l.firm}</td>
                <td>{l.specialities.map((s) => words.option('matter', s)).join('、')}</td>
                <td>{t(l.onRota ? 'office.rotaYes' : 'office.rotaNo')}</td>
                <td>
                  <span className="aid-load" aria-hidden="true">
                    <span style={{ width: `${(l.load / most) * 100}%` }} />
                  </span>{' '}
                  <span className="tabular">{l.load}</span>{' '}
                  <span className="quiet">
                    {t('openCases', { cases: l.openCases, workers: l.openWorkers })}
                  </span>
                </td>
                <td className="tabular">{l.lastAssignedOn ?? t('never')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== null && (
        <LawyerDialog lawyer={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function LawyerDialog({ lawyer, onClose }: { lawyer: AidLawyerView | null; onClose: () => void }) {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const { undoable } = useNotices();
  const undo = useUndoLast('cases');
  const users = useQuery(usersQuery());
  const save = useCall('aid.saveLawyer', ['case']);
  const remove = useCall('aid.removeLawyer', ['case']);
  const [draft, setDraft] = useState<AidLawyer>({
    userId: lawyer?.userId ?? null,
    name: lawyer?.name ?? '',
    firm: lawyer?.firm ?? null,
    licence: lawyer?.licence ?? null,
    phone: lawyer?.phone ?? null,
    specialities: lawyer?.specialities ?? [],
    onRota: lawyer?.onRota ?? true,
    mostOpen: lawyer?.mostOpen ?? null,
  });
  const based = lawyer ? { id: lawyer.id, expectedVersion: lawyer.version } : {};
  return (
    <RecordDialog
      title={t(lawyer ? 'office.editLawyer' : 'office.addLawyer')}
      prefix="lawyer"
      onSave={() => save.mutateAsync({ ...based, lawyer: draft })}
      onRemove={
        lawyer &&
        (async () => {
          await remove.mutateAsync({ id: lawyer.id, expectedVersion: lawyer.version });
          undoable(t('removed', { what: lawyer.name }), undo);
        })
      }
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField label={t('office.personName')} error={errors.name} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                value={draft.name}
                onChange={(e) => setDraft({ ...draft, name: e.target.value })}
              />
            )}
          </FormField>
          <FormField label={t('office.account')} error={errors.userId}>
            {(field) => (
              <Select
                {...field}
                allowClear
                placeholder={t('office.noAccount')}
                value={draft.userId ?? undefined}
                onChange={(userId: string | undefined) => setDraft({ ...draft, userId: userId ?? null })}
                options={(users.data ?? [])
                  .filter((u) => u.active || u.id === draft.userId)
                  .map((u) => ({ value: u.id, label: u.name }))}
              />
            )}
          </FormField>
          {(['firm', 'licence', 'phone'] as const).map((key) => (
            <FormField key={key} label={t(`office.${key}`)} error={errors[key]}>
              {(field) => (
                <Input
                  {...field}
                  value={draft[key] ?? ''}
                  onChange={(e) => setDraft({ ...draft, [key]: e.target.value })}
                />
              )}
            </FormField>
          ))}
          <FormField label={t('office.mostOpen')} error={errors.mostOpen}>
            {(field) => (
              <InputNumber
                {...field}
                min={1}
                precision={0}
                value={draft.mostOpen}
                onChange={(mostOpen) => setDraft({ ...draft, mostOpen })}
              />
            )}
          </FormField>
          <div className="aid-wide">
            <FormField label={t('office.specialities')}>
              {() => (
                <Checkbox.Group
                  className="aid-choices"
                  value={draft.specialities}
                  onChange={(specialities) => setDraft({ ...draft, specialities })}
                  options={aidMatters.map((m) => ({ value: m, label: words.option('matter', m) }))}
                />
              )}
            </FormField>
            <Checkbox
              checked={draft.onRota}
              onChange={(e) => setDraft({ ...draft, onRota: e.target.checked })}
            >
              {t('office.onRota')}
            </Checkbox>
          </div>
        </>
      )}
    </RecordDialog>
  );
}
