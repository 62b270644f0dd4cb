import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Preferences, setPreferences, usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import { Doors } from './Doors.tsx';
import { FirstPassphrase } from './FirstPassphrase.tsx';
import { NewOffice } from './NewOffice.tsx';
import { OpenOffice } from './OpenOffice.tsx';
import './start.css';
import { Unlock } from './Unlock.tsx';

/** Everything that stands before an open office. */
export function StartScreens() {
  const { t } = useTranslation('start');
  const { state, held } = useSession();
  const [view, setView] = useState<'doors' | 'new' | 'open'>('doors');
  usePageTitle('');

  let content: ReactNode;
  if (held || (state.status === 'none' && view === 'new'))
    content = <NewOffice onBack={() => setView('doors')} onDone={() => setView('doors')} />;
  else if (state.status === 'open') content = <FirstPassphrase />;
  else if (state.status === 'locked') content = <Unlock />;
  else if (view === 'open') content = <OpenOffice onBack={() => setView('doors')} />;
  else content = <Doors onNew={() => setView('new')} onOpen={() => setView('open')} />;

  return (
    <div className="start">
      <header className="start-bar">
        <span className="brand">{t('brand')}</span>
        <Looks />
      </header>
      <main className="start-main">{content}</main>
      <footer className="start-foot quiet">{t('foot')}</footer>
    </div>
  );
}

const themes: readonly { key: Preferences['theme']; icon: IconName }[] = [
  { key: 'system', icon: 'screen' },
  { key: 'light', icon: 'sun' },
  { key: 'dark', icon: 'moon' },
];

function Looks() {
  const { t } = useTranslation();
  const { language, theme } = usePreferences();
  const at = themes.findIndex((x) => x.key === theme);
  const next = themes[(at + 1) % themes.length];
  return (
    <>
      <button
        type="button"
        className="bare"
        aria-label={`${t('frame.theme')}: ${t(`theme.${theme}`)}`}
        title={t(`theme.${theme}`)}
        onClick={() => next && setPreferences({ theme: next.key })}
      >
        <Icon name={themes[at]?.icon ?? 'screen'} />
      </button>
      <button
        type="button"
        className="bare"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => setPreferences({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {language === 'en' ? '中文' : 'English'}
      </button>
    </>
  );
}
