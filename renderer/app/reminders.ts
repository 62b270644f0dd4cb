import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '../transport/platform.ts';
import { usePreferences } from './preferences.ts';

const everyMs = 60_000;

/**
 * Asks once a minute what is to be told and tells it through the system. What was asked for counts as told, so nothing
 * is asked while nobody could be told. The text holds the case number and no name: it stands on a locked screen, too.
 */
export function useReminders(): void {
  const { t } = useTranslation('dates');
  const { notify } = usePreferences();
  const navigate = useNavigate();
  useEffect(() => {
    if (!notify) return;
    let gone = false;
    const ask = async (): Promise<void> => {
      if (gone || !(await platform().mayNotify())) return;
      try {
        for (const r of await platform().client.call('calendar.remind', {})) {
          const title = r.kind === 'day' ? t('notify.dayTitle') : `${t('kind.hearing')} ${r.number ?? ''}`;
          const body =
            r.kind === 'day'
              ? t('notify.day', { today: r.today, overdue: r.overdue })
              : r.kind === 'hearing-soon'
                ? t('notify.soon', { start: r.start ?? '' })
                : t('notify.next', { date: r.date, start: r.start ?? '' });
          platform().notify({ title, body }, () =>
            r.caseId
              ? void navigate({
                  to: '/cases/$caseId',
                  params: { caseId: r.caseId },
                  search: { tab: 'hearings' },
                })
              : void navigate({ to: '/dates', search: {} }),
          );
        }
      } catch {
        // Locked meanwhile; the next minute asks again.
      }
    };
    void ask();
    const timer = window.setInterval(() => void ask(), everyMs);
    return () => {
      gone = true;
      window.clearInterval(timer);
    };
  }, [notify, t, navigate]);
}
