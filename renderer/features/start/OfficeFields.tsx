import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { officeKinds } from '../../../shared/features/office/office.contract.ts';
import { FormField } from '../../ui/FormField.tsx';
import { RegionField } from './RegionField.tsx';

export interface OfficeFacts {
  readonly name: string;
  readonly kinds: (typeof officeKinds)[number][];
  readonly regionCode: string;
  readonly tribunalName: string | null;
}

/** What an office is: asked when it is made, and open to change in its settings. */
export function OfficeFields(props: {
  readonly value: OfficeFacts;
  readonly onChange: (patch: Partial<OfficeFacts & { tribunalName: string }>) => void;
  /** The sentence to show at a field. */
  readonly shown: (field: keyof OfficeFacts) => string | undefined;
  readonly tribunalHelp: string;
  readonly autoFocus?: boolean;
}) {
  const { value, onChange, shown, tribunalHelp, autoFocus = false } = props;
  const { t } = useTranslation('start');
  return (
    <>
      <FormField label={t('new.name')} help={t('new.nameHelp')} error={shown('name')} required>
        {(field) => (
          <Input
            {...field}
            autoFocus={autoFocus}
            value={value.name}
            onChange={(e) => onChange({ name: e.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('new.kinds')} help={t('new.kindsHelp')} error={shown('kinds')} required>
        {({ id, ...aria }) => (
          <Checkbox.Group
            className="stacked"
            value={value.kinds}
            onChange={(kinds) => onChange({ kinds })}
            options={officeKinds.map((kind, i) => ({
              value: kind,
              label: t(`kind.${kind}`),
              ...(i === 0 ? { id, ...aria } : {}),
            }))}
          />
        )}
      </FormField>
      <RegionField
        value={value.regionCode}
        onChange={(regionCode) => onChange({ regionCode })}
        error={shown('regionCode')}
      />
      <FormField label={t('new.tribunal')} help={tribunalHelp} error={shown('tribunalName')}>
        {(field) => (
          <Input
            {...field}
            value={value.tribunalName ?? ''}
            onChange={(e) => onChange({ tribunalName: e.target.value })}
          />
        )}
      </FormField>
    </>
  );
}
