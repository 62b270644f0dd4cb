import { useTranslation } from 'react-i18next';
import { daysBetween, type PlainDate, weekday } from '../../shared/kernel/date.ts';
import { useToday } from './today.ts';

/** `overdue` and `today` are urgent, `soon` is within seven days. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

export function urgencyOf(due: PlainDate, today: PlainDate): Urgency {
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'soon' : 'later';
}

/** “还有3天”, “今天到期”, “逾期2天”. */
export function useDueText(): (due: PlainDate, today: PlainDate) => string {
  const { t } = useTranslation();
  return (due, today) => {
    const days = daysBetween(today, due);
    if (days === 0) return t('date.dueToday');
    return days > 0 ? t('date.daysLeft', { count: days }) : t('date.daysOver', { count: -days });
  };
}

export function useWeekdayText(): (date: PlainDate) => string {
  const { t } = useTranslation();
  return (date) => t(`date.weekday.${weekday(date) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
}

/** A date with, when it is a due date, how far away it is. Never by colour alone: the words say it. */
export function DateText({ date, due = false }: { date: PlainDate; due?: boolean }) {
  const today = useToday();
  const dueText = useDueText();
  const day = useWeekdayText();
  return (
    <span className="date-text tabular">
      <time dateTime={date} title={day(date)}>
        {date}
      </time>
      {due && <span className={`due due-${urgencyOf(date, today)}`}>{dueText(date, today)}</span>}
    </span>
  );
}
