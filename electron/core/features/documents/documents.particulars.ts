import { z } from 'zod';
import type {
  FilingEvent,
  Particulars,
  TopicValues,
} from '../../../../shared/features/documents/filing-facts.ts';
import type {
  DueDay,
  Fields,
  RawValues,
  Topic,
} from '../../../../shared/features/documents/particulars/particular.ts';
import { topicOf, topics } from '../../../../shared/features/documents/particulars/topics.ts';
import { valuesSchema } from '../../../../shared/features/documents/particulars/values.ts';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { citation, dueDate } from '../../../../shared/law/index.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import { parseInput } from '../../kernel/failures.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadCaseRow, loadEventRows, loadMemberRows, loadRespondentRows, toEvent } from '../cases/index.ts';
import { trackOfRow } from '../deadlines/index.ts';
import { loadRecordedHearings } from '../hearings/index.ts';
import { aidFacts } from '../legal-aid/index.ts';
import { loadOffice } from '../office/index.ts';
import { employerName, loadOutcomes, loadPayments, toldByOutcomes } from '../outcomes/index.ts';
import { toldByAid } from './documents.aid.ts';
import { formerOfPaymentOrder } from './documents.former.ts';
import { boundTo } from './documents.outcomes.ts';
import { type Told, toldByHearings } from './documents.sessions.ts';

interface Stored {
  readonly topic: string;
  readonly member_id: string;
  readonly body: string;
  /** JSON of the fields that stand as typed although the record tells another value. */
  readonly kept: string;
  readonly version: number;
}

/** What was entered for the papers of a case. */
export async function loadParticulars(db: ReadHandle, caseId: string): Promise<readonly Stored[]> {
  return db
    .selectFrom('particular')
    .select(['topic', 'member_id', 'body', 'kept', 'version'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
}

/**
 * The last days that a topic computes from what was entered and from the case's events. A field without its
 * trigger, or whose day cannot be counted, is left out.
 */
export function duesOf(
  topic: Topic,
  entered: RawValues,
  events: readonly FilingEvent[],
  law: LawData,
): Readonly<Record<string, DueDay>> {
  const dues: Record<string, DueDay> = {};
  for (const [key, { type }] of Object.entries(topic.fields)) {
    if (type.kind !== 'due') continue;
    const trigger = triggerOf(type.after, entered, events);
    if (trigger === null) continue;
    const found = dueDate(type.rule, { trigger }, law);
    if (found.due === null) continue;
    dues[key] = {
      due: found.due,
      unrolled: found.unrolled ?? found.due,
      article: citation(found.source),
      provisional: found.provisional,
    };
  }
  return dues;
}

function triggerOf(after: string, entered: RawValues, events: readonly FilingEvent[]): PlainDate | null {
  if (after.startsWith('event:')) {
    const type = after.slice('event:'.length);
    return events.findLast((e) => e.type === type)?.date ?? null;
  }
  const value = entered[after];
  const day = typeof value === 'string' ? value.slice(0, 10) : null;
  return isPlainDate(day) ? day : null;
}

/**
 * What was typed with what the record tells, which was entered once and where it belongs: a value typed earlier stands
 * only where somebody said so.
 */
function inEffect(topic: string, typed: RawValues, kept: readonly string[], told: RawValues = {}): RawValues {
  const stands = Object.entries(typed).filter(([key]) => kept.includes(key));
  return boundTo(topic, { ...typed, ...told, ...Object.fromEntries(stands) }, told);
}

/** The particulars as papers read them. Topics of which nothing was entered are there too, for their computed days. */
export function toParticulars(
  stored: readonly Stored[],
  events: readonly FilingEvent[],
  law: LawData,
  told: Told,
): Particulars {
  const ofCase: Record<string, TopicValues> = {};
  const members: Record<string, Record<string, TopicValues>> = Object.create(null);
  const values = (topic: Topic, entered: RawValues): TopicValues => ({
    entered,
    dues: duesOf(topic, entered, events, law),
  });
  for (const topic of topics)
    if (topic.scope !== 'member') ofCase[topic.id] = values(topic, { ...told[topic.id] });
  for (const row of withTold(stored, told)) {
    const topic = topicOf(row.topic);
    // A topic of a later version of the program stays in the record untouched.
    if (!topic) continue;
    const own = values(
      topic,
      inEffect(row.topic, JSON.parse(row.body), JSON.parse(row.kept), told[placeOf(row)]),
    );
    if (row.member_id === '') ofCase[topic.id] = own;
    else members[row.member_id] = { ...members[row.member_id], [topic.id]: own };
  }
  return { case: ofCase, members };
}

/** The key under which the record tells of it. */
const placeOf = ({ topic, member_id }: Pick<Stored, 'topic' | 'member_id'>): string =>
  member_id === '' ? topic : `${topic}/${member_id}`;

/** What was entered, and a row without anything for what is only told. */
function withTold(stored: readonly Stored[], told: Told): readonly Stored[] {
  const entered = new Set(stored.map(placeOf));
  const rest = Object.keys(told).filter((place) => !entered.has(place));
  return [
    ...stored,
    ...rest.map((place): Stored => {
      const [topic = '', member_id = ''] = place.split('/');
      return { topic, member_id, body: '{}', kept: '[]', version: 0 };
    }),
  ];
}

/**
 * What the hearings, the outcomes and the legal aid of a case tell of its papers' topics; no topic is told by two.
 * @returns what is told of some of the workers, or of all where none are named.
 */
export async function toldOf(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  today: PlainDate,
): Promise<(chosen?: ReadonlySet<string>) => Told> {
  const track = trackOfRow(await loadCaseRow(db, caseId));
  const all = await loadMemberRows(db, caseId);
  const employer = employerName(await loadRespondentRows(db, caseId));
  const outcomes = await loadOutcomes(db, caseId);
  const payments = await loadPayments(db, caseId);
  const byHearings = toldByHearings(await loadRecordedHearings(db, caseId, track));
  const aid = await aidFacts(db, law, caseId, today);
  return (chosen) => {
    const members = chosen ? all.filter((m) => chosen.has(m.id)) : all;
    return {
      ...toldByOutcomes(outcomes, payments, members, employer),
      ...byHearings,
      ...(aid && toldByAid(aid, members)),
    };
  };
}

/** What the record tells of all workers. */
export const loadTold = async (...args: Parameters<typeof toldOf>): Promise<Told> =>
  (await toldOf(...args))();

/** What was entered, and what the record tells, for the screen that edits it. */
export async function listParticulars(db: ReadHandle, law: LawData, caseId: string, today: PlainDate) {
  const entered = await loadParticulars(db, caseId);
  const { region_code } = await loadOffice(db);
  const events = (await loadEventRows(db, caseId)).map(toEvent);
  const told = await loadTold(db, law, caseId, today);
  const rows = withTold(entered, told);
  const read = (row: Stored): RawValues =>
    inEffect(row.topic, JSON.parse(row.body), JSON.parse(row.kept), told[placeOf(row)]);
  const differing = formerOfPaymentOrder((id) => {
    const row = rows.find((r) => r.topic === id && r.member_id === '');
    return row && read(row);
  }).map(({ field }): string => field);
  return rows.flatMap((row) => {
    const topic = topicOf(row.topic);
    if (!topic) return [];
    const recorded = told[placeOf(row)] ?? {};
    const kept: string[] = JSON.parse(row.kept);
    // A field of another version of the program is not offered: the sheet could not be saved with it.
    const values = Object.fromEntries(
      Object.entries(read(row)).filter(([key]) => {
        const field = (topic.fields as Fields)[key];
        return field !== undefined && (!field.former || differing.includes(key));
      }),
    );
    return [
      {
        topic: row.topic,
        memberId: row.member_id === '' ? null : row.member_id,
        values,
        recorded,
        kept,
        dues: duesOf(topic, values, events, { ...law, region: region_code }),
        version: row.version,
      },
    ];
  });
}

/**
 * Keeps what was entered for one topic. Of a field that the record tells, what is typed is kept only where `keep` names
 * it; what was typed there before stays as it is.
 * @throws AppError `not-found` for an unknown topic or worker, `conflict` when somebody saved it since,
 * `invalid-input` naming the field.
 */
export async function saveParticulars(
  ctx: MutationContext,
  law: LawData,
  place: { readonly caseId: string; readonly topicId: string; readonly memberId: string | null },
  entered: Readonly<Record<string, unknown>>,
  expectedVersion: number,
  keep: readonly string[],
): Promise<number> {
  const topic = topicOf(place.topicId);
  const owned = place.memberId !== null;
  if (!topic || (owned && topic.scope === 'case') || (!owned && topic.scope === 'member')) {
    throw new AppError('not-found', { details: { what: 'topic' } });
  }
  const { values } = parseInput(z.object({ values: valuesSchema(topic) }), { values: entered });
  if (place.memberId !== null) {
    const members = topic.scope === 'member' ? await loadMemberRows(ctx.db, place.caseId) : [];
    const parties = await loadRespondentRows(ctx.db, place.caseId);
    if (![...members, ...parties].some((one) => one.id === place.memberId)) {
      throw new AppError('not-found', { details: { what: 'member' } });
    }
  }
  const key = { case_id: place.caseId, topic: topic.id, member_id: place.memberId ?? '' };
  const before = await ctx.db
    .selectFrom('particular')
    .select(['version', 'body', 'deleted_at'])
    .where((eb) => eb.and(key))
    .executeTakeFirst();
  // What was taken back is as if it had never been, but its version goes on.
  const standing = before?.deleted_at === null ? before : undefined;
  const actual = standing?.version ?? 0;
  if (actual !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual } });
  const told = await loadTold(ctx.db, law, place.caseId, ctx.today);
  const recorded = told[placeOf(key)] ?? {};
  const kept = Object.keys(recorded).filter((field) => keep.includes(field));
  const earlier: RawValues = standing ? JSON.parse(standing.body) : {};
  const body = Object.fromEntries([
    ...Object.entries(values).filter(([field]) => !(field in recorded) || kept.includes(field)),
    ...Object.entries(earlier).filter(([field]) => field in recorded && !kept.includes(field)),
  ]);
  const row = {
    body: JSON.stringify(body),
    kept: JSON.stringify(kept),
    version: (before?.version ?? 0) + 1,
    updated_at: ctx.now,
    updated_by: ctx.actor.userName,
    deleted_at: null,
  };
  await ctx.db
    .insertInto('particular')
    .values({ id: ctx.newId(), ...key, ...row })
    .onConflict((oc) => oc.columns(['case_id', 'topic', 'member_id']).doUpdateSet(row))
    .execute();
  return row.version;
}
