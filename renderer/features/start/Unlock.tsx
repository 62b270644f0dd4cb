import { AutoComplete, Button, Checkbox, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeState } from '../../../shared/features/office/office.contract.ts';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../transport/failure.ts';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PassphraseFields } from './PassphraseFields.tsx';
import { strengthOf } from './passphrase.ts';
import { useLeaveOffice, useRecover, useUnlock } from './start.mutations.ts';

/** The chosen office is locked: user name and passphrase, or the recovery key. */
export function Unlock() {
  const { t } = useTranslation('start');
  const { state, adopt } = useSession();
  const { fail } = useNotices();
  const leave = useLeaveOffice();
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  return (
    <section className="start-card">
      <h1>{state.officeName ?? t('unlock.title')}</h1>
      <p className="quiet start-folder">
        <Icon name="folder" size={14} /> {state.folder}
      </p>
      {way === 'passphrase' ? <ByPassphrase /> : <ByRecoveryKey />}
      <div className="start-links">
        <button
          type="button"
          className="link"
          onClick={() => setWay(way === 'passphrase' ? 'recovery' : 'passphrase')}
        >
          {way === 'passphrase' ? t('unlock.useRecovery') : t('unlock.usePassphrase')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => leave.mutate({}, { onSuccess: adopt, onError: (error) => fail(error) })}
        >
          {t('unlock.other')}
        </button>
      </div>
    </section>
  );
}

/** Seconds until the next try is allowed; counts down. */
function useWait(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = failureOf(error).details?.retryAfterSeconds;
    if (typeof seconds !== 'number') return setLeft(0);
    const until = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = window.setInterval(tick, 250);
    return () => window.clearInterval(timer);
  }, [error]);
  return left;
}

function Failed({ error, wait }: { error: unknown; wait: number }) {
  const { t } = useTranslation('start');
  const text = useFailureText();
  return (
    <p className="start-error" role="alert">
      <Icon name="warning" /> {text(error)} {wait > 0 && <strong>{t('unlock.wait', { count: wait })}</strong>}
    </p>
  );
}

function ByPassphrase() {
  const { t } = useTranslation('start');
  const { adopt } = useSession();
  const unlock = useUnlock();
  const { names } = usePreferences();
  const [userName, setUserName] = useState(names[0] ?? '');
  const [remember, setRemember] = useState(names.length > 0);
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<InputRef>(null);
  const wait = useWait(unlock.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wait > 0 || unlock.isPending) return;
    const again = () => {
      setPassphrase('');
      field.current?.focus();
    };
    const enter = (state: OfficeState) => {
      const others = names.filter((n) => n !== userName);
      setPreferences({ names: remember ? [userName, ...others] : others });
      adopt(state);
    };
    unlock.mutate({ userName, passphrase }, { onSuccess: enter, onError: again });
  };
  return (
    <form onSubmit={submit} noValidate>
      <FormField label={t('unlock.user')}>
        {(field) => (
          <AutoComplete
            {...field}
            autoFocus={userName === ''}
            value={userName}
            onChange={setUserName}
            options={names.map((value) => ({ value }))}
          />
        )}
      </FormField>
      <FormField label={t('unlock.passphrase')}>
        {(props) => (
          <Input.Password
            {...props}
            ref={field}
            autoFocus={userName !== ''}
            autoComplete="off"
            value={passphrase}
            onChange={(e) => setPassphrase(e.target.value)}
          />
        )}
      </FormField>
      <Checkbox
        className="unlock-remember"
        title={t('unlock.rememberHelp')}
        checked={remember}
        onChange={(e) => setRemember(e.target.checked)}
      >
        {t('unlock.remember')}
      </Checkbox>
      {unlock.error && <Failed error={unlock.error} wait={wait} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={unlock.isPending}
        disabled={wait > 0 || userName === '' || passphrase === ''}
      >
        {unlock.isPending ? t('unlock.pending') : t('unlock.submit')}
      </Button>
    </form>
  );
}

function ByRecoveryKey() {
  const { t } = useTranslation('start');
  const { adopt } = useSession();
  const recover = useRecover();
  const form = useRef<HTMLFormElement>(null);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [userName, setUserName] = useState('');
  const [next, setNext] = useState({ passphrase: '', repeat: '' });
  const [checked, setChecked] = useState(false);
  const wait = useWait(recover.error);
  const { t: te } = useTranslation('errors');
  const errors = {
    passphrase: strengthOf(next.passphrase) === 'short' ? te('passphrase-too-short') : undefined,
    repeat: next.passphrase === next.repeat ? undefined : t('passphrase.differs'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.passphrase || errors.repeat) return focusFirstError(form.current);
    if (wait > 0) return;
    recover.mutate({ recoveryKey, userName, newPassphrase: next.passphrase }, { onSuccess: adopt });
  };
  return (
    <form onSubmit={submit} noValidate ref={form}>
      <FormField label={t('unlock.recoveryKey')} help={t('unlock.recoveryHelp')}>
        {(field) => (
          <Input
            {...field}
            className="recovery-input"
            autoComplete="off"
            spellCheck={false}
            value={recoveryKey}
            onChange={(e) => setRecoveryKey(e.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('unlock.user')}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            value={userName}
            onChange={(e) => setUserName(e.target.value)}
          />
        )}
      </FormField>
      <PassphraseFields
        label={t('unlock.newPassphrase')}
        value={next.passphrase}
        repeat={next.repeat}
        onChange={(passphrase, repeat) => setNext({ passphrase, repeat })}
        errors={checked ? errors : {}}
      />
      {recover.error && <Failed error={recover.error} wait={wait} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={recover.isPending}
        disabled={wait > 0 || recoveryKey === '' || userName === ''}
      >
        {t('unlock.recover')}
      </Button>
    </form>
  );
}
