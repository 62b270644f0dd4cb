import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { RegionPicker } from '../../ui/region/RegionPicker.tsx';

/** The office's place; local rules are chosen by it. */
export function RegionField(props: {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('start');
  return (
    <FormField label={t('region.label')} help={t('region.help')} error={props.error} required>
      {(field) => <RegionPicker {...field} value={props.value} onChange={props.onChange} />}
    </FormField>
  );
}
