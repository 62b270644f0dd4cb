import type { z } from 'zod';
import type { calendarContract } from '../../../../shared/features/calendar/calendar.contract.ts';
import { addDays, type PlainDate } from '../../../../shared/kernel/date.ts';
import { addWorkingDays, type Calendar } from '../../../../shared/law/index.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { remindedFor } from '../users/index.ts';
import { countIn } from './calendar.board.ts';

type Reminder = z.output<(typeof calendarContract)['calendar.remind']['output']>[number];

/** Minutes since midnight in China Standard Time, which keeps no summer time. */
const minuteOf = (now: number): number => (Math.floor(now / 60_000) + 8 * 60) % 1440;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A hearing is announced from an hour before it until it has gone on for a quarter. */
const soon = { before: 60, after: 15 };
/** Nobody is told of the day before this minute. */
const dayBegins = 8 * 60;
const keptDays = 60;
/** A day that passed while the computer was off is still told of for so long, in calendar days: past any holiday. */
const lateDays = 31;
/** One person's reminders of a kind at one time, as a bound on the query. */
const most = 2_000;

/**
 * What the caller is to be told at this minute, computed from what is stored: a computer that slept or a program that
 * was closed tells it when it is back, while it still matters. Giving it out marks it as told in the same transaction.
 */
export async function remind(ctx: MutationContext, calendar: Calendar): Promise<Reminder[]> {
  const now = minuteOf(ctx.world.clock.now());
  const me = ctx.actor.userId;
  const mine = await remindedFor(ctx.db, ctx.actor);
  const nextDay = addWorkingDays(ctx.today, 1, calendar);
  const due: Reminder[] = [];
  const rows = await ctx.db
    .selectFrom('hearing')
    .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
    .select([
      'hearing.id',
      'hearing.case_id',
      'hearing.date',
      'hearing.start_time',
      'hearing.people',
      'hearing.handler_id',
      'hearing.created_at',
      'case_file.number',
    ])
    .where('hearing.open_on', '>=', addDays(ctx.today, -lateDays))
    .where('hearing.open_on', '<=', nextDay)
    // What is to come first: of those that passed an office may have many.
    .orderBy('hearing.open_on', 'desc')
    .orderBy('hearing.start_time')
    .limit(most)
    .execute();
  for (const h of rows) {
    const sits = (JSON.parse(h.people) as { userId: string | null }[]).some((p) => p.userId === me);
    if (!mine.ofCases.includes(h.handler_id) && !sits) continue;
    const left = minutes(h.start_time) - now;
    const isSoon = h.date === ctx.today && left <= soon.before && left >= -soon.after;
    const isNext = h.date > ctx.today && now >= dayBegins;
    // It began while the computer slept. One that was entered afterwards needs no word.
    const isMissed =
      (h.date < ctx.today ? now >= dayBegins : h.date === ctx.today && left < -soon.after) &&
      Date.parse(h.created_at) < Date.parse(`${h.date}T${h.start_time}:00+08:00`);
    if (!isSoon && !isNext && !isMissed) continue;
    due.push({
      // A hearing that was moved is another one to be told of. Who was told in time needs not hear that it passed.
      key: `${isNext ? 'next' : 'soon'}/${h.id}/${h.date}/${h.start_time}`,
      kind: isNext ? 'hearing-next' : isSoon ? 'hearing-soon' : 'hearing-missed',
      caseId: h.case_id,
      number: h.number,
      date: h.date as PlainDate,
      start: h.start_time,
      today: 0,
      overdue: 0,
    });
  }
  if (now >= dayBegins) {
    due.push(...(await instalments(ctx, nextDay, mine.ofCases)), ...(await tasks(ctx, mine.of)));
    let today = 0;
    let overdue = 0;
    for (const handlerId of mine.ofCases) {
      const filter = { handlerId, track: null, kind: null };
      today += await countIn(ctx.db, filter, { from: ctx.today, to: ctx.today });
      overdue += await countIn(ctx.db, filter, { from: null, to: addDays(ctx.today, -1) });
    }
    if (today + overdue > 0)
      due.push({
        key: `day/${ctx.today}`,
        kind: 'day',
        caseId: null,
        number: null,
        date: ctx.today,
        start: null,
        today,
        overdue,
      });
  }
  return take(ctx, due);
}

/**
 * What somebody has to pay by today or by the next working day, and what did not come. The days are those of the
 * board: a rest day has moved them already.
 */
async function instalments(
  ctx: MutationContext,
  nextDay: PlainDate,
  handlers: readonly string[],
): Promise<Reminder[]> {
  const rows = await ctx.db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.case_id', 'deadline.due', 'case_file.number'])
    .distinct()
    .where('deadline.rule_id', '=', 'perform-instalment')
    .where('deadline.handler_id', 'in', handlers)
    .where('deadline.due', '>=', addDays(ctx.today, -lateDays))
    .where('deadline.due', '<=', nextDay)
    .orderBy('deadline.due', 'desc')
    .limit(most)
    .execute();
  return rows.map((r) => {
    const kind = r.due < ctx.today ? ('instalment-missed' as const) : ('instalment' as const);
    return ofCase(`${kind}/${r.case_id}/${r.due}`, kind, r.case_id, r.number, r.due as PlainDate);
  });
}

/** Tasks of the caller, and of those whom they answer for, whose day has come. */
async function tasks(ctx: MutationContext, assignees: readonly string[]): Promise<Reminder[]> {
  const rows = await ctx.db
    .selectFrom('task')
    .leftJoin('case_file', 'case_file.id', 'task.case_id')
    .select(['task.id', 'task.case_id', 'task.due_on', 'case_file.number'])
    .where('task.assignee_id', 'in', assignees)
    .where('task.done_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .where('task.due_on', '>=', addDays(ctx.today, -lateDays))
    .where('task.due_on', '<=', ctx.today)
    .orderBy('task.due_on', 'desc')
    .limit(most)
    .execute();
  return rows.map((r) =>
    ofCase(`task/${r.id}/${r.due_on}`, 'task', r.case_id, r.number, (r.due_on ?? ctx.today) as PlainDate),
  );
}

const ofCase = (
  key: string,
  kind: Reminder['kind'],
  caseId: string | null,
  number: string | null,
  date: PlainDate,
): Reminder => ({ key, kind, caseId, number, date, start: null, today: 0, overdue: 0 });

async function take(ctx: MutationContext, due: readonly Reminder[]): Promise<Reminder[]> {
  if (due.length === 0) return [];
  const told = await ctx.db
    .selectFrom('reminder_shown')
    .select('key')
    .where('user_id', '=', ctx.actor.userId)
    .where(
      'key',
      'in',
      due.map((d) => d.key),
    )
    .execute();
  const fresh = due.filter((d) => !told.some((t) => t.key === d.key));
  if (fresh.length === 0) return [];
  await ctx.db
    .insertInto('reminder_shown')
    .values(fresh.map((d) => ({ user_id: ctx.actor.userId, key: d.key, shown_on: ctx.today })))
    .execute();
  await ctx.db.deleteFrom('reminder_shown').where('shown_on', '<', addDays(ctx.today, -keptDays)).execute();
  return fresh;
}
