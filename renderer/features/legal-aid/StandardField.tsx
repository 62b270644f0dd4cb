import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Fen, formatYuan } from '../../../shared/kernel/money.ts';
import { Select } from '../../ui/Select.tsx';
import { aidOfficeQuery } from './legal-aid.queries.ts';

/** The standard by which a subsidy is computed, with who set it. */
export function StandardField({
  field,
  value,
  onChange,
}: {
  field: { readonly id: string };
  value: string;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('legal-aid');
  const query = useQuery(aidOfficeQuery('standards', 'all'));
  const standards = query.data?.standards ?? [];
  const chosen = standards.find((s) => s.id === value);
  if (query.data && standards.length === 0) return <p className="quiet">{t('noStandards')}</p>;
  return (
    <>
      <Select
        {...field}
        value={value === '' ? null : value}
        onChange={(v: string) => onChange(v)}
        options={standards.map((s) => ({
          value: s.id,
          label: `${s.name}（¥${formatYuan(s.baseFen as Fen)}）`,
        }))}
      />
      <p className="quiet">{chosen ? chosen.source : t('computedAtSave')}</p>
    </>
  );
}
