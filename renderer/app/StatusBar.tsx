import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchBadge } from '../features/documents/batch/BatchBadge.tsx';
import { platform } from '../transport/platform.ts';
import { timeText } from '../ui/today.ts';
import { useSession } from './session.tsx';

/** When the core last kept a change since this window was opened; null before. */
function useLastSaved(): number | null {
  const [at, setAt] = useState<number | null>(null);
  useEffect(
    () =>
      platform().onEvent((event) => {
        if (event.type === 'changed') setAt(Date.now());
      }),
    [],
  );
  return at;
}

export function StatusBar() {
  const { t } = useTranslation();
  const { state } = useSession();
  const saved = useLastSaved();
  return (
    <footer className="status-bar tabular">
      <span>{saved === null ? t('status.nothingToSave') : t('status.saved', { time: timeText(saved) })}</span>
      <span title={t('status.calendarHelp')}>{t('status.calendar', { year: state.calendarThrough })}</span>
      <BatchBadge />
      <span className="status-folder" title={state.folder ?? ''}>
        {state.folder}
      </span>
      <span>{t(`status.shell.${platform().shell}`)}</span>
    </footer>
  );
}
