import { Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { provinces } from './provinces.ts';

/** Six-digit division code: the province from a list, the rest typed. Local rules are chosen by it. */
export function RegionField(props: {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  disabled?: boolean;
}) {
  const { value, onChange, error, disabled = false } = props;
  const { t, i18n } = useTranslation('start');
  const english = i18n.language === 'en';
  const province = provinces.find((p) => p.code === value.slice(0, 2))?.code ?? null;
  return (
    <FormField label={t('region.label')} help={t('region.help')} error={error} required>
      {(field) => (
        <Space.Compact block>
          <Select
            className="region-province"
            aria-label={t('region.province')}
            placeholder={t('region.province')}
            disabled={disabled}
            value={province}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(code: string) => onChange(value.slice(0, 2) === code ? value : `${code}0000`)}
            options={provinces.map((p) => ({ value: p.code, label: english ? p.en : p.zh }))}
          />
          <Input
            {...field}
            className="tabular"
            value={value}
            disabled={disabled}
            inputMode="numeric"
            placeholder="510104"
            onChange={(e) => onChange(e.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
          />
        </Space.Compact>
      )}
    </FormField>
  );
}
