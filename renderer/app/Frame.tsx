import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Dropdown, Tooltip } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchHost } from '../features/documents/batch/BatchHost.tsx';
import { platform } from '../transport/platform.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notices.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { type Command, useCommands } from './commands.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { usePageCommands } from './page-commands.ts';
import { type Preferences, setPreferences, usePreferences } from './preferences.ts';
import { useReminders } from './reminders.ts';
import { StatusBar } from './StatusBar.tsx';
import { useMay, useSession } from './session.tsx';

const entries = [
  { to: '/', name: 'today', exact: true },
  { to: '/dates', name: 'dates', exact: false },
  { to: '/desk', name: 'desk', exact: false },
  { to: '/cases', name: 'cases', exact: false },
  { to: '/people', name: 'people', exact: false },
  { to: '/recovered', name: 'recovered', exact: false },
  { to: '/legal-aid', name: 'legalAid', exact: false },
  { to: '/law', name: 'law', exact: false },
  { to: '/office', name: 'office', exact: false },
] as const;
/** Reached from the page of another entry. */
const within = { '/tasks': '/' } as const satisfies Readonly<Record<string, (typeof entries)[number]['to']>>;

const toggleLanguage = (language: Preferences['language']) => (language === 'en' ? 'zh-CN' : 'en');

/** Top bar, rail, the page, status bar. */
export function Frame() {
  const { t } = useTranslation();
  const { state, lock } = useSession();
  const { language, railCollapsed } = usePreferences();
  const navigate = useNavigate();
  const mayWrite = useMay('case.write');
  const admin = useMay('office.admin');
  const [overlay, setOverlay] = useState<'palette' | 'help' | null>(null);

  const commands = useMemo<Command[]>(
    () => [
      ...[...entries, { to: '/tasks', name: 'tasks' } as const].map((entry) => ({
        id: `go:${entry.name}`,
        title: t('command.goTo', { page: t(`nav.${entry.name}`) }),
        words: `${entry.name} go`,
        run: () => void navigate({ to: entry.to }),
      })),
      ...(mayWrite
        ? [
            {
              id: 'new-case',
              title: t('command.newCase'),
              words: 'new case xin jian',
              keys: 'N',
              run: () => void navigate({ to: '/intake' }),
            },
          ]
        : []),
      {
        id: 'enquiry',
        title: t('command.enquiry'),
        words: 'enquiry desk zi xun',
        keys: 'E',
        run: () => void navigate({ to: '/desk' }),
      },
      {
        id: 'language',
        title: t('command.language'),
        words: 'language 语言 english 中文',
        run: () => setPreferences({ language: toggleLanguage(language) }),
      },
      ...(['system', 'light', 'dark'] as const).map((theme) => ({
        id: `theme:${theme}`,
        title: t(`command.theme.${theme}`),
        words: `theme ${theme}`,
        run: () => setPreferences({ theme }),
      })),
      { id: 'lock', title: t('command.lock'), words: 'lock suo', run: () => void lock() },
      {
        id: 'help',
        title: t('command.help'),
        words: 'keyboard help',
        keys: '?',
        run: () => setOverlay('help'),
      },
    ],
    [t, navigate, language, lock, mayWrite],
  );
  useCommands(commands);
  useCommands(usePageCommands());
  useRepairNotice();
  useReminders();
  useShortcuts([
    { key: 'k', mod: true, run: () => setOverlay('palette') },
    { key: '?', run: () => setOverlay('help') },
    { key: 'n', run: () => mayWrite && void navigate({ to: '/intake' }) },
    { key: 'e', run: () => void navigate({ to: '/desk' }) },
  ]);

  return (
    <div className={railCollapsed ? 'frame frame-narrow' : 'frame'}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('frame.skip')}
      </button>
      <TopBar onPalette={() => setOverlay('palette')} onHelp={() => setOverlay('help')} />
      <Rail />
      <main id="main" tabIndex={-1}>
        {state.isSample && <Alert banner type="info" title={t('frame.sample')} />}
        {admin && !state.recoveryConfirmed && !state.isSample && <RecoveryBanner />}
        <div className="page">
          <Outlet />
        </div>
      </main>
      <StatusBar />
      <BatchHost />
      <CommandPalette open={overlay === 'palette'} onClose={() => setOverlay(null)} />
      <KeyboardHelp open={overlay === 'help'} onClose={() => setOverlay(null)} />
    </div>
  );
}

/** The index was found not to say what the record says, and was put right. */
function useRepairNotice(): void {
  const { t } = useTranslation('search');
  const { say } = useNotices();
  useEffect(
    () =>
      platform().onEvent((event) => {
        if (event.type === 'changed' && event.topic === 'office' && event.ids.includes('search-repaired'))
          say(t('repaired'));
      }),
    [say, t],
  );
}

/** Shown until the recovery key has been typed back: without it a forgotten passphrase loses every case. */
function RecoveryBanner() {
  const { t } = useTranslation();
  return (
    <Alert
      banner
      type="warning"
      title={t('frame.recovery')}
      action={
        <Link to="/office" search={{ tab: 'security' }}>
          {t('frame.recoveryAction')}
        </Link>
      }
    />
  );
}

function TopBar({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const { t } = useTranslation();
  const { state, lock } = useSession();
  const { language, theme, railCollapsed } = usePreferences();
  const navigate = useNavigate();
  const mayWrite = useMay('case.write');
  const themeIcon: Record<Preferences['theme'], IconName> = { system: 'screen', light: 'sun', dark: 'moon' };
  return (
    <header className="top-bar">
      <button
        type="button"
        className="bare"
        aria-label={t('frame.rail')}
        aria-expanded={!railCollapsed}
        onClick={() => setPreferences({ railCollapsed: !railCollapsed })}
      >
        <Icon name="menu" size={18} />
      </button>
      <span className="brand">{t('app')}</span>
      <span className="office-name" title={state.officeName ?? ''}>
        {state.officeName}
      </span>
      <button type="button" className="search-box" onClick={onPalette}>
        <Icon name="search" size={14} />
        <span>{t('frame.search')}</span>
        <kbd>{t('frame.searchKeys')}</kbd>
      </button>
      {mayWrite && (
        <Button
          type="primary"
          size="small"
          icon={<Icon name="plus" size={14} />}
          onClick={() => void navigate({ to: '/intake' })}
        >
          {t('frame.new')}
        </Button>
      )}
      <Tooltip title={t('frame.language')}>
        <button
          type="button"
          className="bare"
          lang={toggleLanguage(language)}
          onClick={() => setPreferences({ language: toggleLanguage(language) })}
        >
          {language === 'en' ? '中文' : 'EN'}
        </button>
      </Tooltip>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [theme],
          items: (['system', 'light', 'dark'] as const).map((key) => ({ key, label: t(`theme.${key}`) })),
          onClick: ({ key }) => setPreferences({ theme: key as Preferences['theme'] }),
        }}
      >
        <button type="button" className="bare" aria-label={t('frame.theme')}>
          <Icon name={themeIcon[theme]} />
        </button>
      </Dropdown>
      <Tooltip title={t('frame.help')}>
        <button type="button" className="bare" aria-label={t('frame.help')} onClick={onHelp}>
          <Icon name="help" />
        </button>
      </Tooltip>
      <span className="who" title={state.user?.name}>
        <Icon name="user" size={15} /> {state.user?.name}
      </span>
      <Tooltip title={t('frame.lock')}>
        <button type="button" className="bare" aria-label={t('frame.lock')} onClick={() => void lock()}>
          <Icon name="lock" />
        </button>
      </Tooltip>
    </header>
  );
}

function Rail() {
  const { t } = useTranslation();
  const { railCollapsed } = usePreferences();
  const { pathname } = useLocation();
  const outer = within[pathname as keyof typeof within];
  return (
    <nav className="rail" aria-label={t('frame.nav')}>
      {entries.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          activeOptions={{ exact: entry.exact, includeSearch: false }}
          className="rail-entry"
          {...(entry.to === outer && { 'aria-current': 'page' })}
          {...(railCollapsed ? { title: t(`nav.${entry.name}`), 'aria-label': t(`nav.${entry.name}`) } : {})}
        >
          <Icon name={entry.name} size={18} />
          {!railCollapsed && <span>{t(`nav.${entry.name}`)}</span>}
        </Link>
      ))}
    </nav>
  );
}
