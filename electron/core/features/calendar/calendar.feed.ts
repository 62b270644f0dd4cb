import fs from 'node:fs';
import path from 'node:path';
import wordsEn from '../../../../resources/forms/en/calendar-file.json' with { type: 'json' };
import wordsZh from '../../../../resources/forms/zh-CN/calendar-file.json' with { type: 'json' };
import type { AgendaItem, calendarContract } from '../../../../shared/features/calendar/calendar.contract.ts';
import { type CalendarEvent, calendarFile, productId } from '../../../../shared/features/calendar/ics.ts';
import { addDays, daysBetween, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { Handlers, MutationContext, ReadHandle } from '../../kernel/context.ts';
import { writeFileDurably } from '../../vault/durable.ts';
import { isInOffice } from '../office/index.ts';
import { type Filter, fill, itemsBetween } from './calendar.board.ts';
import { hearingTitle } from './calendar.entries.ts';
import type { CalendarFeedTable } from './calendar.table.ts';

type Feeds = Pick<
  Handlers<typeof calendarContract>,
  'calendar.export' | 'calendar.feed' | 'calendar.saveFeed' | 'calendar.writeFeed'
>;
type Language = 'zh-CN' | 'en';
const words: Readonly<Record<Language, typeof wordsZh>> = { 'zh-CN': wordsZh, en: wordsEn };

/** Always the same name, so that a person who subscribed to it never has to again. */
export const feedFile = 'gongdao-calendar.ics';
const feedPast = 90;
const feedAhead = 730;
const most = 5000;

interface Look {
  /** How much of whom it is about leaves the office. */
  readonly detail: string;
  readonly language: Language;
}

/** Dates as calendar files: once for a person who asks, or kept up to date at a place outside the office. */
export const feedHandlers: Feeds = {
  async 'calendar.export'(ctx, { what, detail, language }) {
    const { db } = ctx.reading();
    const look = { detail, language };
    let events: CalendarEvent[];
    if ('hearingId' in what) {
      const row = await db
        .selectFrom('hearing')
        .select('date')
        .where('id', '=', what.hearingId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', { details: { what: 'hearing' } });
      events = await toEvents(
        db,
        await fill(db, [{ kind: 'hearing', id: what.hearingId, due: row.date }]),
        look,
      );
    } else {
      if (daysBetween(what.from, what.to) < 0) throw fieldError('what.to', 'dates-reversed');
      events = await eventsBetween(db, what, what, look);
    }
    const fileName = `${words[language].fileName}-${ctx.today}.ics`;
    const bytes = new TextEncoder().encode(calendarFile(words[language].name, events));
    const token = ctx.handoff.put(ctx.caller.sessionId, { name: fileName, type: 'text/calendar', bytes });
    return { token, fileName, events: events.length };
  },

  async 'calendar.feed'(ctx) {
    const row = await ownFeed(ctx.db, ctx.actor.userId);
    return row
      ? {
          folder: row.folder,
          file: path.join(row.folder, feedFile),
          scope: row.scope === 'all' ? 'all' : 'mine',
          detail: row.detail === 'names' ? 'names' : row.detail === 'surname' ? 'surname' : 'number',
          writtenAt: row.written_at,
          error: row.error,
        }
      : null;
  },

  async 'calendar.saveFeed'(ctx, { feed, language }) {
    const before = await ownFeed(ctx.db, ctx.actor.userId);
    if (before && before.folder !== feed?.folder) removeOwn(before.folder);
    await ctx.db.deleteFrom('calendar_feed').where('user_id', '=', ctx.actor.userId).execute();
    ctx.changed('office', 'feed');
    ctx.about(null, feed ? { scope: feed.scope, detail: feed.detail } : { ended: true });
    if (!feed) return { events: 0 };
    if (!path.isAbsolute(feed.folder) || !isFolder(feed.folder))
      throw fieldError('feed.folder', 'folder-unknown');
    if (isInOffice(feed.folder)) throw fieldError('feed.folder', 'folder-in-office');
    const row: CalendarFeedTable = {
      id: before?.id ?? ctx.newId(),
      user_id: ctx.actor.userId,
      folder: feed.folder,
      scope: `${feed.scope}`,
      detail: feed.detail,
      written_at: ctx.now,
      error: null,
      version: (before?.version ?? 0) + 1,
    };
    await ctx.db.insertInto('calendar_feed').values(row).execute();
    return { events: await write(ctx, row, language) };
  },

  async 'calendar.writeFeed'(ctx) {
    const row = await ownFeed(ctx.db, ctx.actor.userId);
    if (!row) return { written: false };
    const file = path.join(row.folder, feedFile);
    let error: string | null = null;
    let written = false;
    try {
      const language = languageOf(readOwn(file));
      const before = readOwn(file);
      await write(ctx, row, language);
      written = before !== readOwn(file);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      error = String(failure.failure.details?.rule ?? failure.failure.code);
    }
    if (!written && error === row.error) return { written };
    await ctx.db
      .updateTable('calendar_feed')
      .set({ error, ...(written ? { written_at: ctx.now } : {}) })
      .where('id', '=', row.id)
      .execute();
    ctx.changed('office', 'feed');
    return { written };
  },
};

async function ownFeed(db: ReadHandle, userId: string): Promise<CalendarFeedTable | undefined> {
  return db.selectFrom('calendar_feed').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

function isFolder(folder: string): boolean {
  try {
    return fs.statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function readOwn(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const languageOf = (text: string | null): Language =>
  text?.includes(`X-WR-CALNAME:${wordsEn.name}`) ? 'en' : 'zh-CN';

/** Only a file that the program wrote is ever written over or taken away. */
const isOurs = (text: string | null): boolean => text?.includes(`PRODID:${productId}`) ?? false;

function removeOwn(folder: string): void {
  const file = path.join(folder, feedFile);
  if (isOurs(readOwn(file))) fs.rmSync(file, { force: true });
}

/** @throws AppError `rule-violation` `feed-foreign-file`, `file-write-failed`, `disk-full`. */
async function write(ctx: MutationContext, feed: CalendarFeedTable, language: Language): Promise<number> {
  const filter: Filter = {
    handlerId: feed.scope === 'mine' ? ctx.actor.userId : null,
    track: null,
    kind: null,
  };
  const span = { from: addDays(ctx.today, -feedPast), to: addDays(ctx.today, feedAhead) };
  const events = await eventsBetween(ctx.db, filter, span, { detail: feed.detail, language });
  const text = calendarFile(words[language].name, events);
  const file = path.join(feed.folder, feedFile);
  const before = readOwn(file);
  if (before === text) return events.length;
  if (before !== null && !isOurs(before))
    throw new AppError('rule-violation', { details: { rule: 'feed-foreign-file' } });
  try {
    writeFileDurably(file, text);
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new AppError(full ? 'disk-full' : 'file-write-failed', {}, { cause: error });
  }
  return events.length;
}

async function eventsBetween(
  db: ReadHandle,
  filter: Filter,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  look: Look,
): Promise<CalendarEvent[]> {
  const items = await itemsBetween(db, filter, span, most);
  // Whoever took a hearing over must hear that it is off.
  let off = db
    .selectFrom('hearing')
    .select(['id', 'date'])
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .where('state', 'in', ['adjourned', 'cancelled'])
    .where('deleted_at', 'is', null);
  if (filter.handlerId) off = off.where('handler_id', '=', filter.handlerId);
  const cancelled = filter.kind === null || filter.kind === 'hearing' ? await off.limit(most).execute() : [];
  const gone = await fill(
    db,
    cancelled.map((c) => ({ kind: 'hearing', id: c.id, due: c.date })),
  );
  return toEvents(db, [...items, ...gone], look);
}

interface Change {
  readonly stamp: string;
  readonly sequence: number;
}

async function toEvents(db: ReadHandle, items: readonly AgendaItem[], look: Look): Promise<CalendarEvent[]> {
  const changes = await changesOf(db, items);
  const w = words[look.language];
  return items.map((item) => {
    const { stamp, sequence } = changes.get(item.id) ?? { stamp: '1970-01-01T00:00:00.000Z', sequence: 0 };
    const title = item.hearingKind ? hearingTitle(item.hearingKind) : item.title;
    const what = (look.language === 'en' ? title?.en : title?.zh) ?? item.label ?? '';
    const who = partiesOf(item, look);
    return {
      uid: `${item.id.toLowerCase()}@gongdao`,
      sequence,
      date: item.due,
      start: item.start,
      end: item.end,
      // A person's own words may name anybody, so they leave the office only with the names.
      summary: [item.kind === 'predate' && look.detail !== 'names' ? w.predate : what, item.number, who]
        .filter(Boolean)
        .join(' '),
      description: '',
      location: item.roomName !== null && look.detail !== 'number' ? item.roomName : '',
      cancelled: item.hearingState === 'adjourned' || item.hearingState === 'cancelled',
      stamp,
      alarm: item.start === null ? null : 60,
    };
  });
}

/** What of the parties the person chose to let out: nothing, the surname, or the names. */
function partiesOf(item: AgendaItem, { detail, language }: Look): string {
  if (detail === 'number') return '';
  const [first = ''] = item.firstApplicant;
  const applicant = detail === 'names' ? item.firstApplicant : first && `${first}某`;
  const respondent = detail === 'names' ? item.firstRespondent : '';
  const between = language === 'en' ? ' v. ' : '诉';
  return respondent ? `${applicant}${between}${respondent}` : applicant;
}

async function changesOf(db: ReadHandle, items: readonly AgendaItem[]): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>();
  for (const part of portions(items)) {
    const cases = await db
      .selectFrom('case_file')
      .select(['id', 'updated_at', 'version'])
      .where('id', 'in', [...new Set(part.map((p) => p.caseId))])
      .execute();
    const hearings = await db
      .selectFrom('hearing')
      .select(['id', 'updated_at', 'sequence'])
      .where(
        'id',
        'in',
        part.map((p) => p.id),
      )
      .execute();
    for (const item of part) {
      const own = hearings.find((h) => h.id === item.id);
      const file = cases.find((c) => c.id === item.caseId);
      if (own) changes.set(item.id, { stamp: own.updated_at, sequence: own.sequence });
      else if (file) changes.set(item.id, { stamp: file.updated_at, sequence: file.version });
    }
  }
  return changes;
}
