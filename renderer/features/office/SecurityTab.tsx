import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../../app/session.tsx';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PassphraseFields } from '../start/PassphraseFields.tsx';
import { strengthOf } from '../start/passphrase.ts';
import { RecoveryKey } from '../start/RecoveryKey.tsx';
import { useChangePassphrase, useRenewRecoveryKey } from './office.mutations.ts';

export function SecurityTab() {
  const admin = useMay('office.admin');
  return (
    <div className="office-columns">
      <ChangePassphrase />
      {admin && <RenewRecoveryKey />}
    </div>
  );
}

const blank = { current: '', next: '', repeat: '' };

function ChangePassphrase() {
  const { t } = useTranslation('office');
  const { t: ts } = useTranslation('start');
  const { t: te } = useTranslation('errors');
  const text = useFailureText();
  const { say } = useNotices();
  const change = useChangePassphrase();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(blank);
  const [tried, setTried] = useState(false);
  const errors = {
    current: draft.current === '' ? te('required') : undefined,
    passphrase: strengthOf(draft.next) === 'short' ? te('passphrase-too-short') : undefined,
    repeat: draft.next === draft.repeat ? undefined : ts('passphrase.differs'),
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) {
      focusFirstError(form.current);
      return;
    }
    change.mutate(
      { current: draft.current, next: draft.next },
      {
        onSuccess: () => {
          setDraft(blank);
          setTried(false);
          say(t('security.changed'));
        },
      },
    );
  }
  return (
    <form className="office-form" onSubmit={submit} noValidate ref={form}>
      <h2>{t('security.passphrase')}</h2>
      <p className="quiet office-lead">{t('security.passphraseLead')}</p>
      <FormField
        label={t('security.current')}
        error={tried ? (errors.current ?? (change.error ? text(change.error) : undefined)) : undefined}
        required
      >
        {(field) => (
          <Input.Password
            {...field}
            autoComplete="off"
            value={draft.current}
            onChange={(e) => {
              change.reset();
              setDraft({ ...draft, current: e.target.value });
            }}
          />
        )}
      </FormField>
      <PassphraseFields
        label={ts('unlock.newPassphrase')}
        value={draft.next}
        repeat={draft.repeat}
        onChange={(next, repeat) => setDraft({ ...draft, next, repeat })}
        errors={tried ? errors : {}}
      />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('security.change')}
      </Button>
    </form>
  );
}

function RenewRecoveryKey() {
  const { t } = useTranslation('office');
  const { t: ts } = useTranslation('start');
  const { t: te } = useTranslation('errors');
  const { state } = useSession();
  const { say } = useNotices();
  const text = useFailureText();
  const renew = useRenewRecoveryKey();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (passphrase !== '') renew.mutate({ passphrase }, { onSettled: () => setPassphrase('') });
  }

  if (renew.data)
    return (
      <section className="office-form">
        <h2>{t('security.recovery')}</h2>
        <p className="office-lead">{ts('recovery.text')}</p>
        <RecoveryKey
          recoveryKey={renew.data.recoveryKey}
          officeName={state.officeName ?? ''}
          submitLabel={t('security.confirm')}
          onConfirmed={() => {
            renew.reset();
            setTried(false);
            say(t('security.confirmed'));
          }}
        />
      </section>
    );
  const error = renew.error ? text(renew.error) : passphrase === '' ? te('required') : undefined;
  return (
    <form className="office-form" onSubmit={submit} noValidate>
      <h2>{t('security.recovery')}</h2>
      <p className="quiet office-lead">
        {state.recoveryConfirmed ? t('security.recoveryLead') : t('security.recoveryUnconfirmed')}
      </p>
      <FormField label={t('security.current')} error={tried && !renew.isPending ? error : undefined} required>
        {(field) => (
          <Input.Password
            {...field}
            autoComplete="off"
            value={passphrase}
            onChange={(e) => {
              renew.reset();
              setTried(false);
              setPassphrase(e.target.value);
            }}
          />
        )}
      </FormField>
      <Button htmlType="submit" loading={renew.isPending}>
        {t('security.renew')}
      </Button>
    </form>
  );
}
