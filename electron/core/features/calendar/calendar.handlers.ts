import type { calendarContract } from '../../../../shared/features/calendar/calendar.contract.ts';
import { addDays, daysBetween, type PlainDate } from '../../../../shared/kernel/date.ts';
import { fieldError } from '../../../../shared/kernel/errors.ts';
import type { PaperEngine } from '../../../paper/index.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import {
  barePageOf,
  boardPage,
  countBare,
  countIn,
  countsByDay,
  itemsBetween,
  openOf,
  spanOf,
} from './calendar.board.ts';
import { entryHandlers } from './calendar.entries.ts';
import { feedHandlers } from './calendar.feed.ts';
import { predateHandlers } from './calendar.predates.ts';
import { remind } from './calendar.remind.ts';
import { ruleHandlers } from './calendar.rules.ts';

/** The longest stretch that is shown at once: a month with its neighbouring weeks, or two. */
const longestStretch = 62;
const mostItems = 1000;

export function calendarHandlers(law: LawSource, engine: PaperEngine): Handlers<typeof calendarContract> {
  return {
    ...predateHandlers(law),
    ...ruleHandlers(law),
    ...entryHandlers(engine),
    ...feedHandlers,

    async 'calendar.board'(ctx, input) {
      return { ...(await boardPage(ctx.db, input, ctx.today)), today: ctx.today };
    },

    async 'calendar.counts'(ctx, filter) {
      const within = (scope: 'overdue' | 'today' | 'week' | 'later') =>
        countIn(ctx.db, filter, spanOf(scope, ctx.today));
      return {
        overdue: await within('overdue'),
        today: await within('today'),
        week: await within('week'),
        later: await within('later'),
        bare: await countBare(ctx.db, filter),
      };
    },

    'calendar.bare': (ctx, input) => barePageOf(ctx.db, input),

    async 'calendar.range'(ctx, { from, to, roomId, ...filter }) {
      const length = daysBetween(from, to);
      if (length < 0) throw fieldError('to', 'dates-reversed');
      if (length > longestStretch) throw fieldError('to', 'period-too-long');
      const { calendar } = law.current;
      const found = await itemsBetween(ctx.db, filter, { from, to }, mostItems + 1);
      const inRoom = roomId === null ? null : await idsInRoom(ctx.db, roomId, from, to);
      const items = found
        .slice(0, mostItems)
        .filter((i) => inRoom === null || (i.kind === 'hearing' && inRoom.has(i.id)));
      // Where not all fit, a day's number is counted on the index instead.
      const counted =
        found.length > mostItems && inRoom === null
          ? await countsByDay(ctx.db, filter, { from, to })
          : Map.groupBy(items, (i) => i.due as string);
      const days = Array.from({ length: length + 1 }, (_, i) => {
        const { date, kind, name, known } = calendar.dayOf(addDays(from, i));
        const count = counted.get(date);
        return {
          date,
          kind,
          name,
          known,
          count: typeof count === 'number' ? count : (count?.length ?? 0),
        };
      });
      return { days, items, more: found.length > mostItems };
    },

    async 'calendar.left'(ctx, { caseId }) {
      return { open: await openOf(ctx.db, caseId) };
    },

    'calendar.remind': (ctx) => remind(ctx, law.current.calendar),
  };
}

async function idsInRoom(
  db: Parameters<typeof openOf>[0],
  roomId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('hearing')
    .select('id')
    .where('room_id', '=', roomId)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute();
  return new Set(rows.map((r) => r.id));
}
