import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { PassphraseFields } from './PassphraseFields.tsx';
import { strengthOf } from './passphrase.ts';
import { useChooseOwnPassphrase } from './start.mutations.ts';

/** The passphrase was chosen by somebody else: it has to give way before anything of the office is shown. */
export function FirstPassphrase() {
  const { t } = useTranslation('start');
  const { t: te } = useTranslation('errors');
  const { t: tc } = useTranslation();
  const { refresh, lock } = useSession();
  const text = useFailureText();
  const change = useChooseOwnPassphrase();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState({ current: '', next: '', repeat: '' });
  const [tried, setTried] = useState(false);
  const errors = {
    current: draft.current === '' ? te('required') : undefined,
    passphrase: strengthOf(draft.next) === 'short' ? te('passphrase-too-short') : undefined,
    repeat: draft.next === draft.repeat ? undefined : t('passphrase.differs'),
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) {
      focusFirstError(form.current);
      return;
    }
    change.mutate({ current: draft.current, next: draft.next }, { onSuccess: () => refresh() });
  }
  return (
    <section className="start-card">
      <h1>{t('first.title')}</h1>
      <p className="quiet">{t('first.text')}</p>
      <form onSubmit={submit} noValidate ref={form}>
        <FormField
          label={t('first.current')}
          error={tried ? (errors.current ?? (change.error ? text(change.error) : undefined)) : undefined}
          required
        >
          {(field) => (
            <Input.Password
              {...field}
              autoFocus
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
          label={t('unlock.newPassphrase')}
          value={draft.next}
          repeat={draft.repeat}
          onChange={(next, repeat) => setDraft({ ...draft, next, repeat })}
          errors={tried ? errors : {}}
        />
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t('first.submit')}
        </Button>
      </form>
      <div className="start-links">
        <button type="button" className="link" onClick={() => void lock()}>
          {tc('frame.lock')}
        </button>
      </div>
    </section>
  );
}
