import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import './start.css';
import { useConfirmRecoveryKey } from './start.mutations.ts';

/** The recovery key, shown this once, and typed back so that it is certain a copy exists. */
export function RecoveryKey(props: {
  recoveryKey: string;
  officeName: string;
  submitLabel: string;
  onConfirmed: () => void;
}) {
  const { recoveryKey, officeName, submitLabel, onConfirmed } = props;
  const { t } = useTranslation('start');
  const { t: tc } = useTranslation();
  const { refresh } = useSession();
  const { say, fail } = useNotices();
  const text = useFailureText();
  const confirm = useConfirmRecoveryKey();
  const [typed, setTyped] = useState('');
  const groups = recoveryKey.split(/[\s-]+/).filter(Boolean);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ recoveryKey: typed }, { onSuccess: () => refresh().then(onConfirmed) });
  };
  const copy = () =>
    navigator.clipboard.writeText(recoveryKey).then(
      () => say(t('recovery.copied')),
      (error: unknown) => fail(error),
    );
  return (
    <form onSubmit={submit} noValidate>
      <div className="recovery-card">
        <p className="recovery-title">{t('recovery.cardTitle', { office: officeName })}</p>
        <p className="recovery-key">
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className="quiet">{t('recovery.cardText')}</p>
      </div>
      <div className="recovery-actions">
        <Button icon={<Icon name="print" />} onClick={() => window.print()}>
          {tc('action.print')}
        </Button>
        <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
          {tc('action.copy')}
        </Button>
        <span className="quiet">{t('recovery.keep')}</span>
      </div>
      <FormField
        label={t('recovery.type')}
        help={t('recovery.typeHelp')}
        error={confirm.error ? text(confirm.error) : undefined}
        required
      >
        {(field) => (
          <Input
            {...field}
            className="recovery-input"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(e) => setTyped(e.target.value)}
          />
        )}
      </FormField>
      <div className="start-actions">
        <Button type="primary" htmlType="submit" loading={confirm.isPending} disabled={typed.trim() === ''}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
