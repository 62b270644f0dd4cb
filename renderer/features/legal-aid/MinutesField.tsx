import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** Time in minutes, with what the lawyer has recorded on the case to take over. */
export function MinutesField({
  field,
  value,
  onChange,
  recorded,
}: {
  field: { readonly id: string };
  value: unknown;
  onChange: (value: unknown) => void;
  recorded: number;
}) {
  const { t } = useTranslation('legal-aid');
  return (
    <>
      <InputNumber
        {...field}
        min={0}
        precision={0}
        value={typeof value === 'number' ? value : 0}
        onChange={(n) => onChange(n ?? 0)}
      />
      {recorded > 0 && (
        <p className="quiet aid-recorded">
          {t('minutesRecorded', { hours: Math.floor(recorded / 60), minutes: recorded % 60 })}{' '}
          <Button size="small" type="link" onClick={() => onChange(recorded)}>
            {t('useMinutes')}
          </Button>
        </p>
      )}
    </>
  );
}
