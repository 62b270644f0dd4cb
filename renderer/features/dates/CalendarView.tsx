import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api.ts';
import type { AgendaItem } from '../../../shared/features/calendar/calendar.contract.ts';
import { addDays, addMonths, dateOf, type PlainDate, partsOf, weekday } from '../../../shared/kernel/date.ts';
import { callQuery } from '../../app/query.ts';
import { DataState, EmptyState } from '../../ui/DataState.tsx';
import { useWeekdayText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useToday } from '../../ui/today.ts';
import { AgendaRow } from './AgendaRow.tsx';
import type { ChangeSearch } from './DatesPage.tsx';
import { DayColumns } from './DayColumns.tsx';
import { type CalendarMode, calendarModes, type DatesSearch, filterOf } from './dates.search.ts';
import { DayName, MonthView } from './MonthView.tsx';

export type RangeDay = Output<'calendar.range'>['days'][number];

const monday = (day: PlainDate): PlainDate => addDays(day, -((weekday(day) + 6) % 7));

/** The days that a way of looking shows around a day. */
function spanOf(mode: CalendarMode, day: PlainDate): { from: PlainDate; to: PlainDate } {
  const { year, month } = partsOf(day);
  const first = dateOf(year, month, 1);
  switch (mode) {
    case 'month': {
      const from = monday(first);
      const last = addDays(addMonths(first, 1), -1);
      return { from, to: addDays(monday(last), 6) };
    }
    case 'week':
      return { from: monday(day), to: addDays(monday(day), 6) };
    case 'day':
      return { from: day, to: day };
    case 'agenda':
      return { from: day, to: addDays(day, 30) };
  }
}

function turned(mode: CalendarMode, day: PlainDate, by: 1 | -1): PlainDate {
  if (mode === 'month') return addMonths(day, by);
  return addDays(day, by * (mode === 'week' ? 7 : mode === 'day' ? 1 : 31));
}

/** Dates of the law, hearings and own dates on their days, with the rest days of the notice. */
export function CalendarView({
  search,
  onChange,
}: {
  readonly search: DatesSearch;
  readonly onChange: ChangeSearch;
}) {
  const { t } = useTranslation('dates');
  const { t: tc } = useTranslation();
  const today = useToday();
  const mode = search.mode ?? 'month';
  const day = search.day ?? today;
  const span = spanOf(mode, day);
  const input = { ...span, ...filterOf(search), roomId: search.room ?? null };
  const query = useQuery({
    ...callQuery(['case', 'range', input] as const, 'calendar.range', input),
    placeholderData: keepPreviousData,
  });
  const go = (to: PlainDate, replace = true): void =>
    onChange({ day: to === today ? undefined : to }, replace);
  useShortcuts([
    { key: 'PageUp', run: () => go(turned(mode, day, -1)) },
    { key: 'PageDown', run: () => go(turned(mode, day, 1)) },
    { key: 't', run: () => go(today) },
  ]);
  const { year, month } = partsOf(day);
  const title =
    mode === 'month'
      ? tc('date.month', { year, month, padded: String(month).padStart(2, '0') })
      : mode === 'day'
        ? day
        : `${span.from} – ${span.to}`;
  return (
    <>
      <div className="dates-bar">
        <Segmented
          aria-label={t('view.calendar')}
          value={mode}
          onChange={(value) => onChange({ mode: value === 'month' ? undefined : value })}
          options={calendarModes.map((value) => ({ value, label: t(`calendar.mode.${value}`) }))}
        />
        <button
          type="button"
          className="bare"
          aria-label={t('calendar.previous')}
          onClick={() => go(turned(mode, day, -1))}
        >
          <Icon name="left" />
        </button>
        <h2 className="cal-title tabular" aria-live="polite">
          {title}
        </h2>
        <button
          type="button"
          className="bare"
          aria-label={t('calendar.next')}
          onClick={() => go(turned(mode, day, 1))}
        >
          <Icon name="right" />
        </button>
        <Button size="small" disabled={day === today} onClick={() => go(today)}>
          {t('calendar.today')}
        </Button>
        <span className="quiet cal-keys">{t('calendar.keys')}</span>
      </div>
      <DataState query={query} rows={14}>
        {(data) => (
          <Body
            data={data}
            mode={mode}
            day={day}
            onGo={go}
            onOpen={(to) => onChange({ mode: 'day', day: to })}
          />
        )}
      </DataState>
    </>
  );
}

function Body({
  data,
  mode,
  day,
  onGo,
  onOpen,
}: {
  readonly data: Output<'calendar.range'>;
  readonly mode: CalendarMode;
  readonly day: PlainDate;
  readonly onGo: (day: PlainDate) => void;
  readonly onOpen: (day: PlainDate) => void;
}) {
  const { t } = useTranslation('dates');
  const byDay = useMemo(() => {
    const map = Map.groupBy(data.items, (i) => i.due);
    // What has an hour first, by the hour.
    for (const list of map.values()) list.sort((a, b) => (a.start ?? '99').localeCompare(b.start ?? '99'));
    return map;
  }, [data.items]);
  const unknown = data.days.find((d) => !d.known);
  return (
    <>
      {data.more && <p className="note note-amber">{t('calendar.truncated')}</p>}
      {unknown && (
        <p className="quiet cal-unknown">{t('calendar.unknown', { year: unknown.date.slice(0, 4) })}</p>
      )}
      {mode === 'month' && <MonthView days={data.days} byDay={byDay} day={day} onGo={onGo} onOpen={onOpen} />}
      {(mode === 'week' || mode === 'day') && (
        <DayColumns days={data.days} byDay={byDay} day={day} onOpen={onOpen} wide={mode === 'day'} />
      )}
      {mode === 'agenda' && <Agenda days={data.days} byDay={byDay} />}
    </>
  );
}

function Agenda({
  days,
  byDay,
}: {
  readonly days: readonly RangeDay[];
  readonly byDay: ReadonlyMap<PlainDate, readonly AgendaItem[]>;
}) {
  const { t } = useTranslation('dates');
  const name = useWeekdayText();
  const busy = days.filter((d) => byDay.has(d.date));
  if (busy.length === 0) return <EmptyState title={t('calendar.empty')} />;
  return (
    <div className="dates-scroll">
      {busy.map((d) => (
        <section key={d.date} className="cal-agenda">
          <h3 className="tabular">
            {d.date} {name(d.date)} <DayName day={d} />
          </h3>
          <ul className="plain agenda">
            {(byDay.get(d.date) ?? []).map((item) => (
              <AgendaRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
