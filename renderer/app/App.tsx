import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StartScreens } from '../features/start/StartScreens.tsx';
import { platform } from '../transport/platform.ts';
import { ErrorState } from '../ui/DataState.tsx';
import { NoticeProvider } from '../ui/notices.tsx';
import { usePreferences } from './preferences.ts';
import { createQueryClient } from './query.ts';
import { createAppRouter } from './router.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { antdTheme, applyPalette, useDark, useMotion } from './theme.ts';

// The browser hides the nonce from attributes; the property still has it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// A layer of our own: for the body itself the library writes a style without nonce, which the policy refuses.
const overlays = () => document.getElementById('overlays') ?? document.body;

// The library's own sign stays behind, named “loading”, after a wait too short for its motion to end.
const spinner = <span className="spinner" aria-hidden="true" />;

export function App() {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Look>
        <SessionProvider
          fallback={(error, retry) => (error ? <ErrorState error={error} onRetry={retry} /> : null)}
        >
          <Gate />
        </SessionProvider>
      </Look>
    </QueryClientProvider>
  );
}

/** Language, theme and the messages of the component library. */
function Look({ children }: { children: ReactNode }) {
  const { language, density } = usePreferences();
  const { i18n } = useTranslation();
  const told = useRef(language);
  const dark = useDark();
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(dark, motion), [dark, motion]);

  useLayoutEffect(() => applyPalette(dark), [dark]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.density = density;
  }, [language, density]);
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
    // The window remembers its own language and begins with it; it is told only when a person changes it.
    if (told.current === language) return;
    told.current = language;
    void platform().setLocale(language);
  }, [language, i18n]);

  return (
    <ConfigProvider
      csp={{ nonce }}
      getPopupContainer={overlays}
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false, loadingIcon: spinner }}
    >
      <AntApp component={false}>
        <NoticeProvider>{children}</NoticeProvider>
      </AntApp>
    </ConfigProvider>
  );
}

/** Nothing of the office is mounted unless it is open; the address is kept, so unlocking returns to the same place. */
function Gate() {
  const { state, held } = useSession();
  const [router] = useState(createAppRouter);
  // With a passphrase that somebody else has chosen nothing may be read: no page is mounted that would ask.
  const settled = state.user?.mustChangePassphrase !== true;
  return state.status === 'open' && settled && !held ? <RouterProvider router={router} /> : <StartScreens />;
}
