import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lawTabs } from '../features/law/law.search.ts';
import { officeTabs } from '../features/office/tabs.ts';
import type { Command } from './commands.ts';

/** Every tab of the pages that are not about one case, as commands. */
export function usePageCommands(): Command[] {
  const { t } = useTranslation('search');
  const { t: to } = useTranslation('office');
  const { t: tl } = useTranslation('law');
  const navigate = useNavigate();
  return useMemo(
    () => [
      ...lawTabs.map((tab) => ({
        id: `law:${tab}`,
        title: t('command.law', { tab: tl(`tab.${tab}`) }),
        words: `law ${tab}`,
        run: () => void navigate({ to: '/law', search: { tab } }),
      })),
      ...officeTabs.map((tab) => ({
        id: `office:${tab}`,
        title: t('command.office', { tab: to(`tab.${tab}`) }),
        words: `office ${tab}`,
        run: () => void navigate({ to: '/office', search: { tab } }),
      })),
    ],
    [t, to, tl, navigate],
  );
}
