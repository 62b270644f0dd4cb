import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../shared/features/calendar/calendar.contract.ts';
import type { PlainDate } from '../../../shared/kernel/date.ts';
import { useWeekdayText } from '../../ui/DateText.tsx';
import { useToday } from '../../ui/today.ts';
import type { RangeDay } from './CalendarView.tsx';
import { CalendarItem, DayName } from './MonthView.tsx';

const rowPixels = 44;
/** Hearings that can be read side by side in a day of a week, and in a day alone. */
const mostNarrow = 2;
const mostWide = 6;
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
          {sideBySide(
            (byDay.get(d.date) ?? []).filter((i) => i.start !== null),
            wide ? mostWide : mostNarrow,
          ).map((slot) => (
            <div
              key={slot.items[0]?.id}
              className="cal-slot"
              style={{
                top: ((minutes(slot.start) - from * 60) / 60) * rowPixels,
                height: Math.max(24, ((minutes(slot.end) - minutes(slot.start)) / 60) * rowPixels - 2),
                left: `${(slot.lane / slot.lanes) * 100}%`,
                width: `${100 / slot.lanes}%`,
              }}
            >
              {slot.items.length > 1 ? (
                <Crowd items={slot.items} onOpen={wide ? null : () => onOpen(d.date)} />
              ) : (
                slot.items.map((item) => <CalendarItem key={item.id} item={item} full />)
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Hearings for which there is no room side by side: in a week one step leads to their day, in a day each has a line. */
function Crowd({
  items,
  onOpen,
}: {
  readonly items: readonly AgendaItem[];
  readonly onOpen: (() => void) | null;
}) {
  const { t } = useTranslation('dates');
  return onOpen ? (
    <button type="button" className="cal-crowd" onClick={onOpen}>
      {t('calendar.moreOfDay', { count: items.length })}
    </button>
  ) : (
    <ul className="plain cal-crowd-list">
      {items.map((item) => (
        <li key={item.id}>
          <CalendarItem item={item} />
        </li>
      ))}
    </ul>
  );
}

export interface Slot {
  /** One hearing; several where they share the last lane. */
  readonly items: readonly AgendaItem[];
  readonly start: string;
  readonly end: string;
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Hearings of one day, by start: those that overlap one another stand in as few lanes as that needs. Where it needs
 * more than can be read, those beyond share the last lane.
 * @param most lanes that can be read side by side.
 */
export function sideBySide(items: readonly AgendaItem[], most: number): Slot[] {
  const slots: Slot[] = [];
  let together: AgendaItem[] = [];
  let until = '';
  for (const item of [...items].sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))) {
    if (together.length > 0 && (item.start ?? '') >= until) {
      slots.push(...inLanes(together, most));
      together = [];
      until = '';
    }
    together.push(item);
    if (endOf(item) > until) until = endOf(item);
  }
  return [...slots, ...inLanes(together, most)];
}

const endOf = (item: AgendaItem): string => item.end ?? item.start ?? '';

/** Hearings that overlap, directly or through one another. */
function inLanes(items: readonly AgendaItem[], most: number): Slot[] {
  const ends: string[] = [];
  const placed = items.map((item) => {
    const free = ends.findIndex((end) => end <= (item.start ?? ''));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = endOf(item);
    return { item, lane };
  });
  const lanes = Math.min(ends.length, most);
  const beyond = ends.length > most;
  const alone = placed.filter((p) => !beyond || p.lane < most - 1);
  const rest = placed.filter((p) => beyond && p.lane >= most - 1).map((p) => p.item);
  const slots: Slot[] = alone.map(({ item, lane }) => ({
    items: [item],
    start: item.start ?? '',
    end: endOf(item),
    lane,
    lanes,
  }));
  const [first] = rest;
  if (first)
    slots.push({
      items: rest,
      start: first.start ?? '',
      end: rest.map(endOf).reduce((a, b) => (a > b ? a : b)),
      lane: most - 1,
      lanes,
    });
  return slots;
}
