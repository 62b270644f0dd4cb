import { useTranslation } from 'react-i18next';
import { addDays, addMonths, dateOf, type PlainDate, partsOf, weekday } from '../../shared/kernel/date.ts';
import { Icon } from './icons.tsx';

/** How a day is drawn; `label` is read out and shown on hover. */
export interface DayMark {
  readonly kind: 'trigger' | 'counted' | 'skipped' | 'due' | 'rest' | 'chosen';
  readonly label: string;
}

/** One month, Monday first. With `onChoose` each day is a button. */
export function MonthGrid(props: {
  /** Any day of the month. */
  month: PlainDate;
  today: PlainDate;
  markOf?: (day: PlainDate) => DayMark | null;
  onChoose?: (day: PlainDate) => void;
  onMonth?: (month: PlainDate) => void;
}) {
  const { month, today, markOf, onChoose, onMonth } = props;
  const { t } = useTranslation();
  const { year, month: number } = partsOf(month);
  const first = dateOf(year, number, 1);
  const start = addDays(first, -((weekday(first) + 6) % 7));
  const weeks = Array.from({ length: 6 }, (_, w) =>
    Array.from({ length: 7 }, (_, d) => addDays(start, w * 7 + d)),
  );
  const shown = weeks.filter((week) => week.some((day) => day.slice(0, 7) === first.slice(0, 7)));
  return (
    <div className="month">
      <div className="month-head">
        {onMonth && (
          <button
            type="button"
            className="bare"
            aria-label={t('date.previousMonth')}
            onClick={() => onMonth(addMonths(first, -1))}
          >
            <Icon name="left" />
          </button>
        )}
        <span className="month-title">
          {t('date.month', { year, month: number, padded: String(number).padStart(2, '0') })}
        </span>
        {onMonth && (
          <button
            type="button"
            className="bare"
            aria-label={t('date.nextMonth')}
            onClick={() => onMonth(addMonths(first, 1))}
          >
            <Icon name="right" />
          </button>
        )}
      </div>
      <table>
        <thead>
          <tr>
            {([1, 2, 3, 4, 5, 6, 0] as const).map((d) => (
              <th key={d} scope="col">
                {t(`date.weekdayShort.${d}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const inside = day.slice(0, 7) === first.slice(0, 7);
                const mark = inside ? (markOf?.(day) ?? null) : null;
                const classes = [
                  'day',
                  inside ? '' : 'day-outside',
                  day === today ? 'day-today' : '',
                  mark ? `day-${mark.kind}` : '',
                ];
                const text = String(partsOf(day).day);
                return (
                  <td key={day} className={classes.filter(Boolean).join(' ')} title={mark?.label}>
                    {onChoose ? (
                      <button
                        type="button"
                        aria-label={[text, day, mark?.label].filter(Boolean).join(' ')}
                        onClick={() => onChoose(day)}
                      >
                        {text}
                      </button>
                    ) : (
                      <span>
                        {text}
                        {mark && <span className="sr-only"> {mark.label}</span>}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
