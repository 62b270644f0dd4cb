import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AidStandardView } from '../../../shared/features/legal-aid/legal-aid.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import type { Fen } from '../../../shared/kernel/money.ts';
import { useCall } from '../../app/query.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { useToday } from '../../ui/today.ts';
import { EditableList } from './EditableList.tsx';

interface Draft {
  name: string;
  baseFen: Fen | null;
  perWorkerFen: Fen | null;
  mostWorkers: number | null;
  perHourFen: Fen | null;
  mostHours: number | null;
  mostCostsFen: Fen | null;
  validFrom: PlainDate | null;
  source: string;
}

const sums = [
  ['baseFen', 'base'],
  ['perWorkerFen', 'perWorker'],
  ['perHourFen', 'perHour'],
  ['mostCostsFen', 'mostCosts'],
] as const;
const counts = ['mostWorkers', 'mostHours'] as const;

const money = (value: number | null) => value !== null && <MoneyText fen={value} />;

/** What is paid for a stage, as the office's own authority set it. */
export function StandardList({ standards }: { standards: readonly AidStandardView[] }) {
  const { t } = useTranslation('legal-aid');
  const today = useToday();
  const save = useCall('aid.saveStandard', ['case']);
  const remove = useCall('aid.removeStandard', ['case']);
  return (
    <EditableList
      rows={standards}
      words={{ add: 'addStandard', edit: 'editStandard', none: 'noStandards' }}
      prefix="standard"
      draftOf={(s: AidStandardView | null): Draft => ({
        name: s?.name ?? '',
        baseFen: s?.baseFen ?? null,
        perWorkerFen: s?.perWorkerFen ?? null,
        mostWorkers: s?.mostWorkers ?? null,
        perHourFen: s?.perHourFen ?? null,
        mostHours: s?.mostHours ?? null,
        mostCostsFen: s?.mostCostsFen ?? null,
        validFrom: s?.validFrom ?? today,
        source: s?.source ?? '',
      })}
      fieldWords={Object.fromEntries(
        [
          ['name', 'name'] as const,
          ['validFrom', 'validFrom'] as const,
          ['source', 'source'] as const,
          ...sums,
          ...counts.map((key) => [key, key] as const),
        ].map(([key, label]) => [key, { label: t(`office.${label}`) }]),
      )}
      // Blank is said at its field by the contract, as everything else is.
      save={(based, draft) => save.mutateAsync({ ...based, standard: draft as never })}
      remove={(based) => remove.mutateAsync(based)}
      columns={[
        { title: t('office.base'), num: true, of: (s) => money(s.baseFen) },
        { title: t('office.perWorker'), num: true, of: (s) => money(s.perWorkerFen) },
        { title: t('office.perHour'), num: true, of: (s) => money(s.perHourFen) },
        { title: t('office.validFrom'), of: (s) => <span className="tabular">{s.validFrom}</span> },
        { title: t('office.source'), of: (s) => s.source },
      ]}
      fields={(draft, change, errors) => (
        <>
          <FormField label={t('office.name')} error={errors.name} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                value={draft.name}
                onChange={(e) => change({ name: e.target.value })}
              />
            )}
          </FormField>
          <FormField label={t('office.validFrom')} error={errors.validFrom} required>
            {(field) => (
              <DateInput {...field} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
            )}
          </FormField>
          {sums.map(([key, label]) => (
            <FormField
              key={key}
              label={t(`office.${label}`)}
              error={errors[key]}
              required={key === 'baseFen'}
            >
              {(field) => (
                <MoneyInput {...field} value={draft[key]} onChange={(value) => change({ [key]: value })} />
              )}
            </FormField>
          ))}
          {counts.map((key) => (
            <FormField key={key} label={t(`office.${key}`)} error={errors[key]}>
              {(field) => (
                <InputNumber
                  {...field}
                  min={1}
                  precision={0}
                  value={draft[key]}
                  onChange={(value) => change({ [key]: value })}
                />
              )}
            </FormField>
          ))}
          <div className="aid-wide">
            <FormField label={t('office.source')} error={errors.source} required>
              {(field) => (
                <Input {...field} value={draft.source} onChange={(e) => change({ source: e.target.value })} />
              )}
            </FormField>
          </div>
        </>
      )}
    />
  );
}
