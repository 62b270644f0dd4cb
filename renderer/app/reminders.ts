import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/api.ts';
import type { CaseTab } from '../features/case/field-link.ts';
import { platform } from '../transport/platform.ts';
import { usePreferences } from './preferences.ts';

type Reminder = Output<'calendar.remind'>[number];
const tabOf = {
  day: 'dates',
  'hearing-soon': 'hearings',
  'hearing-next': 'hearings',
  'hearing-missed': 'hearings',
  instalment: 'outcome',
  'instalment-missed': 'outcome',
  task: 'work',
} as const satisfies Record<Reminder['kind'], CaseTab>;
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
    const wordsOf = (r: Reminder): { title: string; body: string } => {
      const number = r.number ?? '';
      switch (r.kind) {
        case 'day':
          return {
            title: t('notify.dayTitle'),
            body: t('notify.day', { today: r.today, overdue: r.overdue }),
          };
        case 'hearing-soon':
          return {
            title: `${t('kind.hearing')} ${number}`,
            body: t('notify.soon', { start: r.start ?? '' }),
          };
        case 'hearing-next':
          return {
            title: `${t('kind.hearing')} ${number}`,
            body: t('notify.next', { date: r.date, start: r.start ?? '' }),
          };
        case 'hearing-missed':
          return {
            title: `${t('kind.hearing')} ${number}`,
            body: t('notify.passed', { date: r.date, start: r.start ?? '' }),
          };
        case 'instalment':
        case 'instalment-missed':
          return {
            title: `${t('notify.instalmentTitle')} ${number}`,
            body: t(r.kind === 'instalment' ? 'notify.instalment' : 'notify.missed', { date: r.date }),
          };
        case 'task':
          return { title: `${t('notify.taskTitle')} ${number}`, body: t('notify.task', { date: r.date }) };
      }
    };
    const ask = async (): Promise<void> => {
      if (gone || !(await platform().mayNotify())) return;
      try {
        for (const r of await platform().client.call('calendar.remind', {})) {
          const { title, body } = wordsOf(r);
          platform().notify({ title, body }, () =>
            r.caseId
              ? void navigate({
                  to: '/cases/$caseId',
                  params: { caseId: r.caseId },
                  search: { tab: tabOf[r.kind] },
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
