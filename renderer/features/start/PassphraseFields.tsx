import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { strengthOf } from './passphrase.ts';

/** A new passphrase, typed twice, with a hint of how strong it is. */
export function PassphraseFields(props: {
  label: string;
  value: string;
  repeat: string;
  onChange: (value: string, repeat: string) => void;
  errors: { passphrase?: string | undefined; repeat?: string | undefined };
}) {
  const { t } = useTranslation('start');
  const { label, value, repeat, onChange, errors } = props;
  const strength = strengthOf(value);
  return (
    <>
      <FormField label={label} help={t('passphrase.help')} error={errors.passphrase} required>
        {(field) => (
          <>
            <Input.Password
              {...field}
              value={value}
              autoComplete="new-password"
              onChange={(e) => onChange(e.target.value, repeat)}
            />
            {value !== '' && (
              <p className={`strength strength-${strength}`} role="status">
                <span className="strength-bar" aria-hidden="true" />
                {t(`passphrase.strength.${strength}`)}
              </p>
            )}
          </>
        )}
      </FormField>
      <FormField label={t('passphrase.repeat')} error={errors.repeat} required>
        {(field) => (
          <Input.Password
            {...field}
            value={repeat}
            autoComplete="new-password"
            onChange={(e) => onChange(value, e.target.value)}
          />
        )}
      </FormField>
    </>
  );
}
