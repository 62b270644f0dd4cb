import { useQuery } from '@tanstack/react-query';
import { Button, ConfigProvider, Input } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import { officeSettingsSchema } from '../../../shared/features/office/office.contract.ts';
import { useMay } from '../../app/session.tsx';
import { DataState } from '../../ui/DataState.tsx';
import { FormField, focusFirstError } from '../../ui/FormField.tsx';
import { issueSentence, issuesOf } from '../../ui/failure-text.ts';
import { useNotices } from '../../ui/notices.tsx';
import { sameValue } from '../../ui/versions/three-way.ts';
import { useDraft } from '../../ui/versions/use-draft.ts';
import { useMeeting } from '../../ui/versions/use-meeting.tsx';
import { noWords } from '../../ui/versions/words.tsx';
import { OfficeFields } from '../start/OfficeFields.tsx';
import { useSaveSettings } from './office.mutations.ts';
import { settingsQuery } from './office.queries.ts';

type Settings = Output<'office.settings'>;

export function SettingsTab() {
  const query = useQuery(settingsQuery());
  const { refetch } = query;
  return (
    <DataState query={query}>
      {(settings) => <SettingsForm settings={settings} refresh={refetch} />}
    </DataState>
  );
}

function SettingsForm({ settings, refresh }: { settings: Settings; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const { t: te } = useTranslation('errors');
  const { t: ts } = useTranslation('start');
  const { t: tv } = useTranslation('versions');
  const { say, fail } = useNotices();
  const admin = useMay('office.admin');
  const save = useSaveSettings();
  const form = useRef<HTMLFormElement>(null);
  const { version, cipher: _cipher, folder: _folder, ...initial } = settings;
  const whole = useDraft(() => initial, { version, file: version });
  const { form: draft, set: setDraft, settle } = whole;
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<typeof draft>) => setDraft((d) => ({ ...d, ...patch }));
  const changed = !sameValue(draft, whole.initial);
  /** The version that this form has made: once it is read, the form rests on it. */
  const [made, setMade] = useState<number | null>(null);
  useEffect(() => {
    if (made === null || version < made) return;
    setMade(null);
    settle(draft);
  }, [made, version, draft, settle]);
  const meeting = useMeeting({
    draft: whole,
    told: noWords,
    words: {
      name: { label: ts('new.name') },
      kinds: {
        label: ts('new.kinds'),
        text: (kinds: typeof draft.kinds) => kinds.map((kind) => ts(`kind.${kind}`)).join(tv('comma')),
      },
      regionCode: { label: ts('region.label') },
      tribunalName: { label: ts('new.tribunal') },
      caseNumberPattern: { label: t('settings.pattern') },
    },
    refresh,
    again: () => void keep(),
  });

  const errors: Record<string, string> = {};
  const parsed = officeSettingsSchema.safeParse(draft);
  if (!parsed.success)
    for (const issue of issuesOf(parsed.error))
      errors[issue.path.split('.')[0] ?? ''] ??= issueSentence(te, issue);
  const shown = (field: keyof typeof draft): string | undefined => (tried ? errors[field] : undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) {
      focusFirstError(form.current);
      return;
    }
    void keep();
  }

  async function keep(): Promise<void> {
    try {
      const saved = await save.mutateAsync({ ...draft, expectedVersion: whole.stamp.version });
      setMade(saved.version);
      say(tc('state.saved'));
    } catch (error) {
      if (!meeting.conflict(error, true)) fail(error);
    }
  }

  return (
    <form className="office-form" onSubmit={submit} noValidate ref={form}>
      {meeting.dialog}
      <ConfigProvider componentDisabled={!admin}>
        <fieldset disabled={!admin} className="office-plain">
          <OfficeFields
            value={draft}
            onChange={set}
            shown={shown}
            tribunalHelp={t('settings.tribunalHelp')}
          />
          <FormField
            label={t('settings.pattern')}
            help={t('settings.patternHelp', { example: exampleOf(draft.caseNumberPattern) })}
            error={shown('caseNumberPattern')}
            required
          >
            {(field) => (
              <Input
                {...field}
                value={draft.caseNumberPattern}
                onChange={(e) => set({ caseNumberPattern: e.target.value })}
              />
            )}
          </FormField>
        </fieldset>
      </ConfigProvider>
      {admin ? (
        <div className="office-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed}>
            {tc('action.save')}
          </Button>
          <span className="quiet" role="status">
            {changed ? tc('state.unsaved') : ''}
          </span>
        </div>
      ) : (
        <p className="quiet">{t('adminOnly')}</p>
      )}
    </form>
  );
}

const exampleOf = (pattern: string): string =>
  pattern.replaceAll('{year}', '2026').replaceAll('{seq}', '0017');
