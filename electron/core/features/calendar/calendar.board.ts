import type { z } from 'zod';
import type {
  AgendaItem,
  AgendaKind,
  BoardScope,
  calendarContract,
} from '../../../../shared/features/calendar/calendar.contract.ts';
import { tracks } from '../../../../shared/features/cases/case.schemas.ts';
import { hearingKinds, hearingStates } from '../../../../shared/features/hearings/hearings.rules.ts';
import { addDays, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { ruleOf } from '../../../../shared/law/index.ts';
import { portions } from '../../db/portions.ts';
import type { ReadHandle } from '../../kernel/context.ts';

type BoardInput = z.output<(typeof calendarContract)['calendar.board']['input']>;
export type Filter = Pick<BoardInput, 'handlerId' | 'track' | 'kind'>;
interface Span {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Days of a scope: overdue ends yesterday, the week is the seven days after today. */
export function spanOf(scope: BoardScope, today: PlainDate): Span {
  switch (scope) {
    case 'all':
      return { from: null, to: null };
    case 'overdue':
      return { from: null, to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: addDays(today, 1), to: addDays(today, 7) };
    case 'later':
      return { from: addDays(today, 8), to: null };
  }
}

/** Where each kind of date lies: its table and the column that holds the open day. Each has indexes led by filter. */
const sources = {
  deadline: { table: 'deadline', day: 'due' },
  hearing: { table: 'hearing', day: 'open_on' },
  predate: { table: 'predate', day: 'open_on' },
} as const satisfies Record<AgendaKind, object>;
const allKinds = Object.keys(sources) as AgendaKind[];

interface Found {
  readonly kind: AgendaKind;
  readonly id: string;
  readonly due: string;
}

interface Page {
  readonly after: Found | null;
  readonly limit: number;
}

/** Ids and days of one kind, soonest first, after a point: an index alone answers it. */
async function idsOf(
  db: ReadHandle,
  kind: AgendaKind,
  filter: Filter,
  span: Span,
  page: Page,
): Promise<Found[]> {
  const { table, day } = sources[kind];
  let query = db
    // The three tables share the columns that are asked for; the compiler needs one of them.
    .selectFrom(`${table} as d` as 'hearing as d')
    .select(['d.id as id', `d.${day} as due` as 'd.open_on as due'])
    .where(`d.${day}` as 'd.open_on', '>=', page.after?.due ?? span.from ?? '0000')
    .where(`d.${day}` as 'd.open_on', '<=', span.to ?? '9999')
    .orderBy(`d.${day}` as 'd.open_on')
    .orderBy('d.id')
    .limit(page.limit);
  if (filter.handlerId) query = query.where('d.handler_id', '=', filter.handlerId);
  else if (filter.track) query = query.where('d.track', '=', filter.track);
  if (filter.handlerId && filter.track) query = query.where('d.track', '=', filter.track);
  if (page.after) {
    const { due, id } = page.after;
    query = query.where((eb) =>
      eb.or([
        eb(`d.${day}` as 'd.open_on', '>', due),
        eb.and([eb(`d.${day}` as 'd.open_on', '=', due), eb('d.id', '>', id)]),
      ]),
    );
  }
  const rows = await query.execute();
  return rows.map((r) => ({ kind, id: r.id, due: r.due ?? '' }));
}

const byDay = (a: Found, b: Found): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** One page of the board. Ids are unique over all tables, so day and id make one order of the three kinds. */
export async function boardPage(
  db: ReadHandle,
  input: BoardInput,
  today: PlainDate,
): Promise<{ items: AgendaItem[]; next: string | null }> {
  const span = spanOf(input.scope, today);
  const page = { after: input.cursor === null ? null : pointOf(input.cursor), limit: input.limit + 1 };
  const found: Found[] = [];
  for (const kind of input.kind ? [input.kind] : allKinds)
    found.push(...(await idsOf(db, kind, input, span, page)));
  found.sort(byDay);
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await fill(db, shown),
    next: found.length > input.limit && last ? `${last.due}~${last.id}` : null,
  };
}

function pointOf(cursor: string): Found {
  const [due = '', id] = cursor.split('~');
  if (!/^\d{4}-\d\d-\d\d$/.test(due) || !id)
    throw new AppError('invalid-input', { issues: [{ path: 'cursor', code: 'invalid-value' }] });
  return { kind: 'deadline', due, id };
}

/** The days of a stretch, up to `limit` of them, hearings that were held among them. */
export async function itemsBetween(
  db: ReadHandle,
  filter: Filter,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  limit: number,
): Promise<AgendaItem[]> {
  const found: Found[] = [];
  for (const kind of filter.kind ? [filter.kind] : allKinds)
    found.push(
      ...(kind === 'hearing'
        ? await hearingsBetween(db, filter, span, limit)
        : await idsOf(db, kind, filter, span, { after: null, limit })),
    );
  return fill(db, found.sort(byDay).slice(0, limit));
}

async function hearingsBetween(
  db: ReadHandle,
  filter: Filter,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  limit: number,
): Promise<Found[]> {
  let query = db
    .selectFrom('hearing')
    .select(['id', 'date'])
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .where('state', 'in', ['scheduled', 'held'])
    .where('deleted_at', 'is', null)
    .orderBy('date')
    .orderBy('start_time')
    .limit(limit);
  if (filter.handlerId) query = query.where('handler_id', '=', filter.handlerId);
  if (filter.track) query = query.where('track', '=', filter.track);
  return (await query.execute()).map((r) => ({ kind: 'hearing', id: r.id, due: r.date }));
}

/** What is shown of each, in the order given. */
export async function fill(db: ReadHandle, found: readonly Found[]): Promise<AgendaItem[]> {
  const idsFor = (kind: AgendaKind): string[] => found.filter((f) => f.kind === kind).map((f) => f.id);
  const items = new Map<string, AgendaItem>();
  for (const item of [
    ...(await deadlineItems(db, idsFor('deadline'))),
    ...(await hearingItems(db, idsFor('hearing'))),
    ...(await predateItems(db, idsFor('predate'))),
  ])
    items.set(item.id, item);
  return found.flatMap((f) => items.get(f.id) ?? []);
}

const ofCase = [
  'case_file.number',
  'case_file.first_applicant',
  'case_file.applicant_count',
  'case_file.first_respondent',
  'case_file.respondent_count',
  'case_file.handler_name',
] as const;

interface CaseColumns {
  readonly number: string;
  readonly first_applicant: string;
  readonly applicant_count: number;
  readonly first_respondent: string;
  readonly respondent_count: number;
  readonly handler_name: string;
}

type Common = Omit<AgendaItem, 'id' | 'kind' | 'caseId' | 'due'>;
const common = (r: CaseColumns): Common => ({
  number: r.number,
  firstApplicant: r.first_applicant,
  applicantCount: r.applicant_count,
  firstRespondent: r.first_respondent,
  respondentCount: r.respondent_count,
  handlerName: r.handler_name,
  title: null,
  label: null,
  bearer: null,
  provisional: false,
  start: null,
  end: null,
  hearingKind: null,
  hearingState: null,
  roomName: null,
  confirmedBy: [],
  version: 0,
});

async function deadlineItems(db: ReadHandle, ids: readonly string[]): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  for (const part of portions(ids)) {
    const rows = await db
      .selectFrom('deadline')
      .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
      .select(['deadline.id', 'deadline.case_id', 'rule_id', 'due', 'provisional', ...ofCase])
      .where('deadline.id', 'in', part)
      .execute();
    const confirmed = await db
      .selectFrom('date_confirmation')
      .select(['case_id', 'rule_id', 'due', 'user_name', 'confirmed_on'])
      .where('case_id', 'in', [...new Set(rows.map((r) => r.case_id))])
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .execute();
    for (const r of rows) {
      const rule = ruleOf(r.rule_id);
      items.push({
        ...common(r),
        id: r.id,
        kind: 'deadline',
        caseId: r.case_id,
        due: r.due as PlainDate,
        title: rule.title,
        bearer: rule.bearer,
        provisional: r.provisional === 1,
        confirmedBy: confirmed
          .filter((c) => c.case_id === r.case_id && c.rule_id === r.rule_id && c.due === r.due)
          .map((c) => ({ name: c.user_name, on: c.confirmed_on as PlainDate })),
      });
    }
  }
  return items;
}

async function hearingItems(db: ReadHandle, ids: readonly string[]): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  for (const part of portions(ids)) {
    const rows = await db
      .selectFrom('hearing')
      .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
      .leftJoin('room', 'room.id', 'hearing.room_id')
      .select([
        'hearing.id',
        'hearing.case_id',
        'hearing.date',
        'hearing.kind',
        'hearing.state',
        'hearing.start_time',
        'hearing.end_time',
        'hearing.version',
        'hearing.place',
        'room.name as room_name',
        ...ofCase,
      ])
      .where('hearing.id', 'in', part)
      .execute();
    for (const r of rows)
      items.push({
        ...common(r),
        id: r.id,
        kind: 'hearing',
        caseId: r.case_id,
        due: r.date as PlainDate,
        start: r.start_time,
        end: r.end_time,
        hearingKind: hearingKinds.find((k) => k === r.kind) ?? 'meeting',
        hearingState: hearingStates.find((s) => s === r.state) ?? 'scheduled',
        roomName: r.room_name ?? r.place,
        version: r.version,
      });
  }
  return items;
}

async function predateItems(db: ReadHandle, ids: readonly string[]): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  for (const part of portions(ids)) {
    const rows = await db
      .selectFrom('predate')
      .innerJoin('case_file', 'case_file.id', 'predate.case_id')
      .select(['predate.id', 'predate.case_id', 'due', 'title', 'predate.version', ...ofCase])
      .where('predate.id', 'in', part)
      .execute();
    for (const r of rows)
      items.push({
        ...common(r),
        id: r.id,
        kind: 'predate',
        caseId: r.case_id,
        due: (r.due ?? '') as PlainDate,
        label: r.title,
        version: r.version,
      });
  }
  return items;
}

const most = 1000;

/** How many lie in a scope, counted on the index and no further than a thousand. */
export async function countIn(db: ReadHandle, filter: Filter, span: Span): Promise<number> {
  let n = 0;
  for (const kind of filter.kind ? [filter.kind] : allKinds)
    n += (await idsOf(db, kind, filter, span, { after: null, limit: most })).length;
  return Math.min(n, most);
}

/** Open cases without an open date of any kind. */
function bareCases(db: ReadHandle, filter: Omit<Filter, 'kind'>) {
  let query = db
    .selectFrom('case_file')
    .where('case_file.status', '=', 'open')
    .where('case_file.next_date_sort', '=', '9999-12-31')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hearing')
            .select('hearing.id')
            .whereRef('hearing.case_id', '=', 'case_file.id')
            .where('hearing.open_on', 'is not', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('predate')
            .select('predate.id')
            .whereRef('predate.case_id', '=', 'case_file.id')
            .where('predate.open_on', 'is not', null),
        ),
      ),
    );
  if (filter.handlerId) query = query.where('case_file.handler_id', '=', filter.handlerId);
  if (filter.track) query = query.where('case_file.track', '=', filter.track);
  return query;
}

export async function countBare(db: ReadHandle, filter: Omit<Filter, 'kind'>): Promise<number> {
  const rows = await bareCases(db, filter).select('case_file.id').limit(most).execute();
  return rows.length;
}

type BareInput = z.output<(typeof calendarContract)['calendar.bare']['input']>;
type Bare = z.output<(typeof calendarContract)['calendar.bare']['output']>;
const barePage = 50;

export async function barePageOf(db: ReadHandle, input: BareInput): Promise<Bare> {
  let query = bareCases(db, input)
    .select(['case_file.id', 'track', 'stage', 'received_on', 'updated_at', ...ofCase])
    .orderBy('case_file.id')
    .limit(barePage + 1);
  if (input.cursor) query = query.where('case_file.id', '>', input.cursor);
  const rows = await query.execute();
  const items = rows.slice(0, barePage).map((r) => ({
    id: r.id,
    number: r.number,
    firstApplicant: r.first_applicant,
    applicantCount: r.applicant_count,
    firstRespondent: r.first_respondent,
    respondentCount: r.respondent_count,
    handlerName: r.handler_name,
    track: tracks.find((t) => t === r.track) ?? ('arbitration' as const),
    stage: r.stage,
    receivedOn: r.received_on as PlainDate,
    updatedAt: r.updated_at,
  }));
  return { items, next: rows.length > barePage ? (items.at(-1)?.id ?? null) : null };
}

/** Open dates of one case, of every kind. */
export async function openOf(db: ReadHandle, caseId: string): Promise<number> {
  let n = 0;
  for (const kind of allKinds) {
    const { table, day } = sources[kind];
    const rows = await db
      .selectFrom(`${table} as d` as 'hearing as d')
      .select('d.id')
      .where('d.case_id', '=', caseId)
      .where(`d.${day}` as 'd.open_on', 'is not', null)
      .execute();
    n += rows.length;
  }
  return n;
}

/** Dates on each day of a stretch. */
export async function countsByDay(
  db: ReadHandle,
  filter: Filter,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const kind of filter.kind ? [filter.kind] : allKinds) {
    const { table, day } = sources[kind];
    let query = db
      .selectFrom(`${table} as d` as 'hearing as d')
      .select([`d.${day} as due` as 'd.open_on as due', (eb) => eb.fn.countAll().as('n')])
      .where(`d.${day}` as 'd.open_on', '>=', span.from)
      .where(`d.${day}` as 'd.open_on', '<=', span.to)
      .groupBy(`d.${day}` as 'd.open_on');
    if (filter.handlerId) query = query.where('d.handler_id', '=', filter.handlerId);
    if (filter.track) query = query.where('d.track', '=', filter.track);
    for (const row of await query.execute())
      counts.set(row.due ?? '', (counts.get(row.due ?? '') ?? 0) + Number(row.n));
  }
  return counts;
}
