import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AidLawyer, aidMatters } from '../../../shared/features/legal-aid/aid.schemas.ts';
import type { AidLawyerView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import { useCall } from '../../app/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Select } from '../../ui/Select.tsx';
import { usersQuery } from '../cases/cases.queries.ts';
import { EditableList } from './EditableList.tsx';
import { useAidWords } from './use-words.ts';

const draftOf = (lawyer: AidLawyerView | null): AidLawyer => ({
  userId: lawyer?.userId ?? null,
  name: lawyer?.name ?? '',
  firm: lawyer?.firm ?? null,
  licence: lawyer?.licence ?? null,
  phone: lawyer?.phone ?? null,
  specialities: lawyer?.specialities ?? [],
  onRota: lawyer?.onRota ?? true,
  mostOpen: lawyer?.mostOpen ?? null,
});

/** Who takes cases of legal aid, with what each has open. */
export function LawyerList({ lawyers }: { lawyers: readonly AidLawyerView[] }) {
  const { t } = useTranslation('legal-aid');
  const words = useAidWords();
  const users = useQuery(usersQuery());
  const save = useCall('aid.saveLawyer', ['case']);
  const remove = useCall('aid.removeLawyer', ['case']);
  const most = Math.max(1, ...lawyers.map((l) => l.load));
  return (
    <EditableList
      rows={lawyers}
      words={{ add: 'addLawyer', edit: 'editLawyer', none: 'noLawyers' }}
      prefix="lawyer"
      draftOf={draftOf}
      fieldWords={{
        name: { label: t('office.personName') },
        userId: {
          label: t('office.account'),
          text: (id: string) => users.data?.find((u) => u.id === id)?.name ?? null,
        },
        firm: { label: t('office.firm') },
        licence: { label: t('office.licence') },
        phone: { label: t('office.phone') },
        specialities: {
          label: t('office.specialities'),
          text: (of: AidLawyer['specialities']) =>
            of.length === 0 ? null : of.map((s) => words.option('matter', s)).join(t('comma')),
        },
        onRota: { label: t('office.onRota') },
        mostOpen: { label: t('office.mostOpen') },
      }}
      save={(based, lawyer) => save.mutateAsync({ ...based, lawyer })}
      remove={(based) => remove.mutateAsync(based)}
      columns={[
        { title: t('office.firm'), of: (l) => l.firm },
        {
          title: t('office.specialities'),
          of: (l) => l.specialities.map((s) => words.option('matter', s)).join(t('comma')),
        },
        {
          title: t('office.onRota'),
          of: (l) => t(l.left ? 'why.left' : l.onRota ? 'office.rotaYes' : 'office.rotaNo'),
        },
        {
          title: t('load'),
          of: (l) => (
            <>
              <span className="aid-load" aria-hidden="true">
                <span style={{ width: `${(l.load / most) * 100}%` }} />
              </span>{' '}
              <span className="tabular">{l.load}</span>{' '}
              <span className="quiet">
                · {t('openCases', { cases: l.openCases, workers: l.openWorkers })}
              </span>
            </>
          ),
        },
        { title: t('last'), of: (l) => <span className="tabular">{l.lastAssignedOn ?? t('never')}</span> },
      ]}
      fields={(draft, change, errors) => (
        <>
          <FormField label={t('office.personName')} error={errors.name} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                value={draft.name}
                onChange={(e) => change({ name: e.target.value })}
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
                onChange={(userId: string | undefined) => change({ userId: userId ?? null })}
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
                  onChange={(e) => change({ [key]: e.target.value })}
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
                onChange={(mostOpen) => change({ mostOpen })}
              />
            )}
          </FormField>
          <div className="aid-wide">
            <FormField label={t('office.specialities')}>
              {() => (
                <Checkbox.Group
                  className="aid-choices"
                  value={draft.specialities}
                  onChange={(specialities) => change({ specialities })}
                  options={aidMatters.map((m) => ({ value: m, label: words.option('matter', m) }))}
                />
              )}
            </FormField>
            <Checkbox checked={draft.onRota} onChange={(e) => change({ onRota: e.target.checked })}>
              {t('office.onRota')}
            </Checkbox>
          </div>
        </>
      )}
    />
  );
}
