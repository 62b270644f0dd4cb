import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'neutral' | 'accent' | 'red' | 'amber' | 'green';

/** A short state in words; the tone only repeats what the word says. */
export function StatusChip({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}

/** Beside a date that was counted into a year whose holiday notice is not loaded. */
export function ProvisionalMark({ short = false }: { short?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="chip chip-amber" title={t('date.provisionalHelp')}>
      {short ? t('date.provisionalShort') : t('date.provisional')}
    </span>
  );
}
