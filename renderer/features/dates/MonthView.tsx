import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../shared/features/calendar/calendar.contract.ts';
import { addDays, type PlainDate } from '../../../shared/kernel/date.ts';
import { useBilingual } from '../../app/i18n.ts';
import { useWeekdayText } from '../../ui/DateText.tsx';
import { useToday } from '../../ui/today.ts';
import { usePartiesText } from '../cases/parties.ts';
import { placeOfItem, useAgendaTitle } from './AgendaRow.tsx';
import type { RangeDay } from './CalendarView.tsx';

/** Whether a day is off or worked against its weekday, in a word. */
export function DayName({ day }: { readonly day: RangeDay }) {
  const { t } = useTranslation('dates');
  const pick = useBilingual();
  if (day.kind === 'make-up') return <span className="cal-work">{t('calendar.work')}</span>;
  if (day.kind === 'holiday')
    return (
      <span className="cal-rest">
        {t('calendar.rest')} {day.name && pick(day.name)}
      </span>
    );
  return null;
}

/** Lines of a day at least, and the pixels of a line, of the day's number and of the weekdays above. */
const fewest = 3;
const linePixels = 25;
const numberPixels = 30;
const headPixels = 32;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month as a grid: arrows move from day to day, Enter opens one. */
export function MonthView({
  days,
  byDay,
  day: chosen,
  onGo,
  onOpen,
}: {
  readonly days: readonly RangeDay[];
  readonly byDay: ReadonlyMap<PlainDate, readonly AgendaItem[]>;
  readonly day: PlainDate;
  readonly onGo: (day: PlainDate) => void;
  readonly onOpen: (day: PlainDate) => void;
}) {
  const { t } = useTranslation('dates');
  const { t: tc } = useTranslation();
  const today = useToday();
  const name = useWeekdayText();
  const grid = useRef<HTMLTableElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const moved = useRef(false);
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, w) => days.slice(w * 7, w * 7 + 7));

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  // As many lines as let the whole month be seen at once.
  const lines = Math.max(
    fewest,
    Math.floor(((height - headPixels) / weeks.length - numberPixels) / linePixels),
  );

  // The focus follows the arrows also into a month that is drawn only now.
  useEffect(() => {
    if (!moved.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`);
    if (!cell) return;
    moved.current = false;
    cell.focus();
  });

  return (
    <div className="cal-month-frame" ref={frame}>
      <table className="cal-month" ref={grid}>
        <thead>
          <tr>
            {([1, 2, 3, 4, 5, 6, 0] as const).map((d) => (
              <th key={d} scope="col">
                {tc(`date.weekdayShort.${d}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => {
                const items = byDay.get(day.date) ?? [];
                // The last line says how many more there are.
                const shown = items.slice(0, day.count > lines ? lines - 1 : lines);
                const classes = [
                  'cal-cell',
                  `cal-${day.kind}`,
                  day.date.slice(0, 7) === chosen.slice(0, 7) ? '' : 'cal-outside',
                  day.date === today ? 'cal-today' : '',
                ];
                return (
                  <td key={day.date} className={classes.filter(Boolean).join(' ')}>
                    <button
                      type="button"
                      className="cal-day"
                      data-day={day.date}
                      tabIndex={day.date === chosen ? 0 : -1}
                      aria-current={day.date === today ? 'date' : undefined}
                      onClick={() => onOpen(day.date)}
                      onKeyDown={(e) => {
                        const step = steps[e.key];
                        if (step === undefined) return;
                        e.preventDefault();
                        moved.current = true;
                        onGo(addDays(day.date, step));
                      }}
                    >
                      <span className="tabular">{Number(day.date.slice(8))}</span> <DayName day={day} />
                      <span className="sr-only">
                        {' '}
                        {t('calendar.dayLabel', {
                          date: day.date,
                          weekday: name(day.date),
                          count: day.count,
                        })}
                      </span>
                    </button>
                    <ul className="plain">
                      {shown.map((item) => (
                        <li key={item.id}>
                          <CalendarItem item={item} />
                        </li>
                      ))}
                    </ul>
                    {day.count > shown.length && (
                      <button type="button" className="link cal-more" onClick={() => onOpen(day.date)}>
                        {t('calendar.moreOfDay', { count: day.count - shown.length })}
                      </button>
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

/** One date as a line in a day; leads to its case. */
export function CalendarItem({ item, full = false }: { readonly item: AgendaItem; readonly full?: boolean }) {
  const title = useAgendaTitle();
  const parties = usePartiesText();
  const text = `${item.start ? `${item.start} ` : ''}${title(item)}`;
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: item.caseId }}
      search={placeOfItem(item)}
      className={`cal-item cal-item-${item.kind}`}
      title={`${text} · ${parties(item)} · ${item.number}`}
    >
      {text} {!full && item.firstApplicant}
      {full && (
        <>
          <br />
          {item.roomName && <>{item.roomName} · </>}
          {parties(item)} {item.number}
        </>
      )}
    </Link>
  );
}
