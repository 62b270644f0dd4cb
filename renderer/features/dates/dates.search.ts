import { agendaKinds, boardScopes } from '../../../shared/features/calendar/calendar.contract.ts';
import { tracks } from '../../../shared/features/cases/case.schemas.ts';
import { isPlainDate, type PlainDate } from '../../../shared/kernel/date.ts';

export const datesViews = ['board', 'calendar', 'bare', 'entries'] as const;
export const calendarModes = ['month', 'week', 'day', 'agenda'] as const;
export type CalendarMode = (typeof calendarModes)[number];

/** The state of the page as it stands in the address; what is usual is left out. */
export interface DatesSearch {
  view?: (typeof datesViews)[number];
  scope?: (typeof boardScopes)[number];
  handler?: string;
  track?: (typeof tracks)[number];
  kind?: (typeof agendaKinds)[number];
  room?: string;
  mode?: CalendarMode;
  day?: PlainDate;
}

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((known) => known === value);
const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9A-Z]{26}$/.test(value) ? value : undefined;

/** Reads an address; whatever it does not know it leaves out. */
export function parseDatesSearch(raw: Record<string, unknown>): DatesSearch {
  const found: { [K in keyof DatesSearch]: DatesSearch[K] | undefined } = {
    view: oneOf(datesViews, raw.view),
    scope: oneOf(boardScopes, raw.scope),
    handler: idOf(raw.handler),
    track: oneOf(tracks, raw.track),
    kind: oneOf(agendaKinds, raw.kind),
    room: idOf(raw.room),
    mode: oneOf(calendarModes, raw.mode),
    day: isPlainDate(raw.day) ? raw.day : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, v]) => v !== undefined)) as DatesSearch;
}

export const filterOf = (s: DatesSearch) => ({
  handlerId: s.handler ?? null,
  track: s.track ?? null,
  kind: s.kind ?? null,
});
