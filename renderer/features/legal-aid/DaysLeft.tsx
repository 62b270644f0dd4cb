import { useTranslation } from 'react-i18next';

/** How far away a limit is, in words; late and near ones stand out. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation('legal-aid');
  const tone = days < 0 ? 'due-overdue' : days === 0 ? 'due-today' : days <= 7 ? 'due-soon' : 'due-later';
  const text =
    days === 0 ? t('dueToday') : days > 0 ? t('daysLeft', { count: days }) : t('daysOver', { count: -days });
  return <span className={`due ${tone}`}>{text}</span>;
}
