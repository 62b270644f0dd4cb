import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../shared/features/calendar/calendar.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { useWeekdayText } from '../../ui/DateText.tsx';
import { useToday } from '../../ui/today.ts';
import type { RangeDay } from './CalendarView.tsx';
import { CalendarItem, DayName } from './MonthView.tsx';

const rowPixels = 44;
/** Hours that are shown even when nothing is on. */
const usual = { from: 8, to: 18 };

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** One day or a week: what lasts all day above, hearings by the hour below, side by side where they overlap. */
export function DayColumns({
  days,
  byDay,
  day: chosen,
  onOpen,
  wide,
}: {
  readonly days: readonly RangeDay[];
  readonly byDay: ReadonlyMap<PlainDate, readonly AgendaItem[]>;
  readonly day: PlainDate;
  readonly onOpen: (day: PlainDate) => void;
  readonly wide: boolean;
}) {
  const { t } = useTranslation('dates');
  const name = useWeekdayText();
  const today = useToday();
  const timed = days.flatMap((d) => byDay.get(d.date) ?? []).filter((i) => i.start !== null);
  const from = Math.min(usual.from, ...timed.map((i) => Math.floor(minutes(i.start ?? '08:00') / 60)));
  const to = Math.max(usual.to, ...timed.map((i) => Math.ceil(minutes(i.end ?? '18:00') / 60)));
  const hours = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <div
      className="cal-columns"
      style={{ gridTemplateColumns: `56px repeat(${days.length}, minmax(0, 1fr))` }}
    >
      <span />
      {days.map((d) => (
        <button
          key={d.date}
          type="button"
          className={d.date === today ? 'cal-column-head cal-today' : 'cal-column-head'}
          aria-current={d.date === chosen ? 'date' : undefined}
          onClick={() => onOpen(d.date)}
        >
          <span className="tabular">{d.date.slice(5)}</span> {name(d.date)} <DayName day={d} />
          <span className="sr-only">
            {' '}
            {t('calendar.dayLabel', { date: d.date, weekday: name(d.date), count: d.count })}
          </span>
        </button>
      ))}
      <span className="quiet cal-hour">{t('calendar.allDay')}</span>
      {days.map((d) => (
        <ul key={d.date} className={`plain cal-allday cal-${d.kind}`}>
          {(byDay.get(d.date) ?? [])
            .filter((i) => i.start === null)
            .map((item) => (
              <li key={item.id}>
                <CalendarItem item={item} full={wide} />
              </li>
            ))}
        </ul>
      ))}
      <div className="cal-hours">
        {hours.map((hour) => (
          <span key={hour} className="quiet tabular cal-hour" style={{ height: rowPixels }}>
            {t('calendar.hour', { hour })}
          </span>
        ))}
      </div>
      {days.map((d) => (
        <div
          key={d.date}
          className={`cal-track cal-${d.kind}`}
          style={{ height: hours.length * rowPixels, backgroundSize: `100% ${rowPixels}px` }}
        >
          {sideBySide((byDay.get(d.date) ?? []).filter((i) => i.start !== null)).map(
            ({ item, lane, lanes }) => (
              <div
                key={item.id}
                className="cal-slot"
                style={{
                  top: ((minutes(item.start ?? '') - from * 60) / 60) * rowPixels,
                  height: Math.max(
                    24,
                    ((minutes(item.end ?? '') - minutes(item.start ?? '')) / 60) * rowPixels - 2,
                  ),
                  left: `${(lane / lanes) * 100}%`,
                  width: `${100 / lanes}%`,
                }}
              >
                <CalendarItem item={item} full />
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}

interface Placed {
  readonly item: AgendaItem;
  readonly lane: number;
  readonly lanes: number;
}

/** Hearings of one day, by start, in as few lanes as their overlaps need. */
export function sideBySide(items: readonly AgendaItem[]): Placed[] {
  const ends: string[] = [];
  const placed = items.map((item) => {
    const free = ends.findIndex((end) => end <= (item.start ?? ''));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = item.end ?? '';
    return { item, lane };
  });
  return placed.map((p) => ({ ...p, lanes: Math.max(1, ends.length) }));
}
