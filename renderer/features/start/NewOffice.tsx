import { Button, Input, Steps } from 'antd';
import { type FormEvent, Fragment, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officeContract } from '../../../shared/features/office/office.contract.ts';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../transport/failure.ts';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { issueSentence, issuesOf, useFailureText } from '../../ui/failure-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { FolderField } from './FolderField.tsx';
import { type OfficeFacts, OfficeFields } from './OfficeFields.tsx';
import { PassphraseFields } from './PassphraseFields.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import { useCreateOffice } from './start.mutations.ts';

interface Draft extends OfficeFacts {
  folder: string;
  tribunalName: string;
  userName: string;
  passphrase: string;
  repeat: string;
}

const steps = ['office', 'person', 'recovery'] as const;
const fieldsOf: Readonly<Record<number, readonly string[]>> = {
  0: ['name', 'kinds', 'regionCode', 'tribunalName', 'folder'],
  1: ['userName', 'passphrase', 'repeat'],
};
/** Failures that are about the folder are shown at it. */
const folderCodes: readonly string[] = ['office-exists', 'office-read-only', 'disk-full', 'office-in-use'];

/** Makes an office in three steps: what it is, who opens it, and the key for the day the passphrase is forgotten. */
export function NewOffice({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation('start');
  const { t: tc } = useTranslation();
  const { t: te } = useTranslation('errors');
  const { state, hold } = useSession();
  const failureText = useFailureText();
  const create = useCreateOffice();
  const form = useRef<HTMLFormElement>(null);
  const [step, setStep] = useState(0);
  const [tried, setTried] = useState(-1);
  const [draft, setDraft] = useState<Draft>(() => ({
    folder: state.defaultFolder,
    name: '',
    kinds: [],
    regionCode: '',
    tribunalName: '',
    userName: '',
    passphrase: '',
    repeat: '',
  }));
  const set = (patch: Partial<Draft>) => setDraft((d) => ({ ...d, ...patch }));

  const { repeat, ...input } = draft;
  const parsed = officeContract['office.create'].input.safeParse(input);
  const errors: Record<string, string> = {};
  if (!parsed.success)
    for (const issue of issuesOf(parsed.error))
      errors[issue.path.split('.')[0] ?? ''] ??= issueSentence(te, issue);
  if (draft.passphrase !== repeat) errors.repeat = t('passphrase.differs');
  const failure = create.error ? failureOf(create.error) : null;
  const folderFailure = failure && folderCodes.includes(failure.code) ? failureText(create.error) : undefined;
  const shown = (field: string): string | undefined => (tried >= step ? errors[field] : undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(step);
    if (fieldsOf[step]?.some((field) => errors[field])) {
      focusFirstError(form.current);
      return;
    }
    if (step === 0) {
      create.reset();
      setStep(1);
      return;
    }
    hold(true);
    create.mutate(input, {
      onSuccess: () => setStep(2),
      onError: (error) => {
        hold(false);
        if (folderCodes.includes(failureOf(error).code)) setStep(0);
      },
    });
  }

  const progress = (
    <Steps
      size="small"
      current={step}
      items={steps.map((name) => ({ title: t(`new.steps.${name}`) }))}
      className="start-steps"
    />
  );

  if (step === 2 && create.data)
    return (
      <section className="start-card">
        {progress}
        <h1>{t('recovery.title')}</h1>
        <p>{t('recovery.text')}</p>
        <RecoveryKey
          recoveryKey={create.data.recoveryKey}
          officeName={draft.name}
          submitLabel={t('recovery.submit')}
          onConfirmed={() => {
            hold(false);
            onDone();
          }}
        />
      </section>
    );

  return (
    <form className="start-card" onSubmit={submit} noValidate ref={form}>
      {progress}
      <h1>{t(`new.title.${step === 0 ? 'office' : 'person'}`)}</h1>
      <p className="quiet">{tc('form.requiredLegend')}</p>
      {step === 0 ? (
        <Fragment key="office">
          <OfficeFields
            value={draft}
            onChange={set}
            shown={shown}
            tribunalHelp={t('new.tribunalHelp')}
            autoFocus
          />
          <FolderField
            label={t('new.folder')}
            help={t('new.folderHelp')}
            purpose="create-office"
            value={draft.folder}
            onChange={(folder) => {
              create.reset();
              set({ folder });
            }}
            error={folderFailure ?? shown('folder')}
          />
        </Fragment>
      ) : (
        // A key of its own: the first field of this step must be a new one, or it would not take the focus.
        <Fragment key="person">
          <FormField label={t('new.user')} help={t('new.userHelp')} error={shown('userName')} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                autoComplete="off"
                value={draft.userName}
                onChange={(e) => set({ userName: e.target.value })}
              />
            )}
          </FormField>
          <PassphraseFields
            label={t('new.passphrase')}
            value={draft.passphrase}
            repeat={repeat}
            onChange={(passphrase, again) => set({ passphrase, repeat: again })}
            errors={{ passphrase: shown('passphrase'), repeat: shown('repeat') }}
          />
          {create.error && !folderFailure && (
            <p className="start-error" role="alert">
              <Icon name="warning" /> {failureText(create.error)}
            </p>
          )}
        </Fragment>
      )}
      <div className="start-actions">
        <Button disabled={create.isPending} onClick={step === 0 ? onBack : () => setStep(0)}>
          {tc('action.back')}
        </Button>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {step === 0 ? tc('action.next') : create.isPending ? t('new.pending') : t('new.submit')}
        </Button>
      </div>
    </form>
  );
}
