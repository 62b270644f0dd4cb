import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lockChoices, setPreferences, usePreferences } from '../../app/preferences.ts';
import { platform } from '../../transport/platform.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Select } from '../../ui/Select.tsx';

/** Notifications through the system; a browser asks for leave at the moment it is switched on. */
function NotifyField() {
  const { t } = useTranslation('dates');
  const { notify } = usePreferences();
  const [allowed, setAllowed] = useState(true);
  useEffect(() => void platform().mayNotify().then(setAllowed), []);
  const change = async (on: boolean): Promise<void> => {
    setPreferences({ notify: on });
    if (on) setAllowed(await platform().askToNotify());
  };
  return (
    <FormField label={t('notify.label')} help={notify && !allowed ? t('notify.denied') : t('notify.help')}>
      {({ id }) => (
        <Segmented
          id={id}
          aria-label={t('notify.label')}
          value={notify ? (allowed ? 'on' : 'ask') : 'off'}
          onChange={(value) => void change(value === 'on')}
          options={(['on', 'off'] as const).map((value) => ({ value, label: t(`notify.${value}`) }))}
        />
      )}
    </FormField>
  );
}

/** How this computer shows the program; nobody else's changes. */
export function ThisComputerTab() {
  const { t } = useTranslation('office');
  const { t: tc } = useTranslation();
  const p = usePreferences();
  return (
    <div className="office-form">
      <p className="quiet office-lead">{t('computer.lead')}</p>
      <FormField label={t('computer.lock')} help={t('computer.lockHelp')}>
        {(field) => (
          <Select
            {...field}
            value={p.lockAfterMinutes}
            onChange={(lockAfterMinutes: number) => setPreferences({ lockAfterMinutes })}
            options={lockChoices.map((value) => ({
              value: value as number,
              label: value === 0 ? t('computer.lockNever') : t('computer.lockMinutes', { count: value }),
            }))}
          />
        )}
      </FormField>
      <NotifyField />
      <FormField label={t('computer.language')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('computer.language')}
            value={p.language}
            onChange={(language) => setPreferences({ language })}
            options={[
              { value: 'zh-CN' as const, label: '中文' },
              { value: 'en' as const, label: 'English' },
            ]}
          />
        )}
      </FormField>
      <FormField label={tc('frame.theme')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={tc('frame.theme')}
            value={p.theme}
            onChange={(theme) => setPreferences({ theme })}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: tc(`theme.${value}`),
            }))}
          />
        )}
      </FormField>
      <FormField label={t('computer.density')} help={t('computer.densityHelp')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('computer.density')}
            value={p.density}
            onChange={(density) => setPreferences({ density })}
            options={(['compact', 'comfortable'] as const).map((value) => ({
              value,
              label: t(`computer.${value}`),
            }))}
          />
        )}
      </FormField>
    </div>
  );
}
