import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { Carried, NextRoute, Preview } from '../../../../shared/features/families/families.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import {
  carriedEvents,
  citation,
  eventWords,
  type HandOverRoute,
  isOpen,
  provisionOf,
  routeOf,
  routesFrom,
  ruleOf,
  stateOf,
} from '../../../../shared/law/index.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  type CaseFileRow,
  checkVersion,
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  refreshCase,
  toAgent,
  toEvent,
  toFiling,
} from '../cases/index.ts';
import {
  checkEvent,
  type DatedCase,
  deriveForCase,
  loadChoices,
  optionsOf,
  toCaseEvent,
  trackOfRow,
} from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';
import { carryRecords, copyEvents, createLike } from './carry.ts';
import { keepSources, loadFamily } from './families.repo.ts';

/** Facts for papers that hold for the same parties in whatever procedure. */
const partyTopics = ['parties', 'service-address', 'witnesses', 'assets'];
/** Those that a following procedure reads of the one before. */
const resultTopics: Readonly<Record<string, readonly string[]>> = {
  mediation: ['mediation', 'settlement'],
  review: ['mediation', 'settlement'],
  confirmation: ['mediation', 'settlement', 'court'],
  arbitration: ['award'],
  'set-aside': ['award'],
  litigation: ['award', 'court'],
};

const carriesTopic = (from: string) => (topic: string) =>
  partyTopics.includes(topic) || (resultTopics[from] ?? []).includes(topic);

/** The stages of a power of attorney that cover a procedure; none where powers do not name it. */
const stagesOf: Readonly<Record<string, readonly string[]>> = {
  mediation: ['mediation'],
  arbitration: ['arbitration'],
  review: ['arbitration', 'mediation'],
  confirmation: ['judicial-confirmation'],
  'payment-order': ['payment-order'],
  litigation: ['first-instance', 'second-instance'],
  enforcement: ['enforcement'],
};

type Events = readonly ReturnType<typeof toEvent>[];

interface Gone {
  readonly row: CaseFileRow;
  readonly track: CaseTrack;
  readonly events: Events;
  readonly carried: Events;
  readonly applicantSide: 'workers' | 'unit';
}

async function gather(db: ReadHandle, row: CaseFileRow, route: HandOverRoute): Promise<Gone> {
  const events = (await loadEventRows(db, row.id)).map(toEvent);
  const side = toFiling(row).applicantSide;
  if (!isOpen(route, trackOfRow(row), row.stage, events.map(toCaseEvent)))
    throw new AppError('rule-violation', { details: { rule: 'route-closed' } });
  const plain = events.map(toCaseEvent);
  const kept = carriedEvents(route, plain, side === 'unit' ? 'applicant' : 'respondent');
  const carried = kept.flatMap((e) => {
    const source = events.find((s) => s.id === e.id);
    return source ? [{ ...source, type: e.type }] : [];
  });
  return { row, track: trackOfRow(row), events, carried, applicantSide: route.applicant ?? side };
}

/** Of the workers only what dates rest on: a case page asks for its ways each time it opens, also of two thousand. */
async function datedMembers(db: ReadHandle, caseId: string): Promise<DatedCase['members']> {
  const rows = await db
    .selectFrom('case_member')
    .select(['is_migrant', 'owed_fen', 'job'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    isMigrant: row.is_migrant === null ? null : row.is_migrant === 1,
    owedFen: row.owed_fen,
    job: JSON.parse(row.job) as DatedCase['members'][number]['job'],
  }));
}

async function datedTarget(
  db: ReadHandle,
  gone: Gone,
  route: HandOverRoute,
  events: Events,
): Promise<DatedCase> {
  return {
    track: route.to as CaseTrack,
    cause: gone.row.cause,
    applicantSide: gone.applicantSide,
    regionCode: (await loadOffice(db)).region_code,
    events,
    members: await datedMembers(db, gone.row.id),
    choices: optionsOf(await loadChoices(db, gone.row.id)),
  };
}

function newEvent(id: string, type: string, date: PlainDate, note: string | null): Events[number] {
  return {
    id,
    type,
    date,
    method: null,
    addressee: null,
    note,
    days: null,
    until: null,
    setOn: null,
    reason: null,
    recordedAt: new Date(0).toISOString(),
    version: 1,
  };
}

/** Citations of the rules and provisions that a way rests on, each once. */
function basisOf(route: HandOverRoute): NextRoute['basis'] {
  return route.rules.map((id) => {
    const found = known(id);
    const source = citation(found.source);
    return { zh: `${found.title.zh}（${source.zh}）`, en: `${found.title.en} (${source.en})` };
  });
}

function known(id: string) {
  try {
    return ruleOf(id);
  } catch {
    return provisionOf(id);
  }
}

/** The ways out of a case's state, with the soonest open limit that bounds each. */
export async function nextRoutes(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  today: PlainDate,
): Promise<NextRoute[]> {
  const row = await loadCaseRow(db, caseId);
  const events = (await loadEventRows(db, caseId)).map(toEvent);
  const routes = routesFrom(trackOfRow(row), row.stage, events.map(toCaseEvent));
  if (routes.length === 0) return [];
  const { cases, links } = await loadFamily(db, caseId);
  const derived = deriveForCase(
    {
      track: trackOfRow(row),
      cause: row.cause,
      applicantSide: toFiling(row).applicantSide,
      regionCode: (await loadOffice(db)).region_code,
      events,
      members: await datedMembers(db, caseId),
      choices: optionsOf(await loadChoices(db, caseId)),
    },
    law,
    today,
  );
  return routes.map((route) => {
    const limit = derived.dates.obligations.find(
      (o) =>
        route.rules.includes(o.ruleId) &&
        o.status === 'open' &&
        o.due !== null &&
        (!route.bearer || o.bearer === route.bearer),
    );
    const link = links.find((l) => l.case_id === caseId && l.route === route.id);
    const gone = link && cases.find((c) => c.id === link.to_case_id);
    return {
      routeId: route.id,
      to: route.to as CaseTrack,
      words: route.words,
      why: route.why,
      basis: basisOf(route),
      by: limit?.due ?? null,
      byTitle: limit?.title ?? null,
      goneTo: gone ? { id: gone.id, number: gone.number } : null,
    };
  });
}

async function countsOf(db: ReadHandle, gone: Gone, lapsed: readonly string[]): Promise<Carried> {
  const { id } = gone.row;
  const count = async (table: 'evidence' | 'claim_item') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .where('case_id', '=', id)
          .where('deleted_at', 'is', null)
          .executeTakeFirstOrThrow()
      ).n,
    );
  const topics = await db.selectFrom('particular').select('topic').where('case_id', '=', id).execute();
  const wages = await db.selectFrom('member_wages').select('member_id').where('case_id', '=', id).execute();
  const agents = await loadAgentRows(db, id);
  return {
    workers: (await loadMemberRows(db, id)).length,
    respondents: (await loadRespondentRows(db, id)).length,
    agents: agents.filter((a) => !lapsed.includes(a.id)).length,
    evidence: await count('evidence'),
    items: await count('claim_item'),
    wages: wages.length,
    particulars: topics.filter((t) => carriesTopic(gone.row.track)(t.topic)).length,
    events: gone.carried.length,
  };
}

const lapsedAgents = async (db: ReadHandle, caseId: string, today: PlainDate) =>
  (await loadAgentRows(db, caseId)).filter((a) => a.valid_to !== null && a.valid_to < today);

/** What a hand-over would take along and which dates follow, before anything is written. */
export async function previewRoute(
  db: ReadHandle,
  law: LawData,
  caseId: string,
  routeId: string,
  filedOn: PlainDate | null,
  today: PlainDate,
): Promise<Preview> {
  const route = routeOf(routeId);
  const gone = await gather(db, await loadCaseRow(db, caseId), route);
  const opening = filedOn === null ? [] : [newEvent('', route.opening, filedOn, null)];
  const target = await datedTarget(db, gone, route, [...gone.carried, ...opening]);
  const after = deriveForCase(target, law, today);
  const lapsed = await lapsedAgents(db, caseId, today);
  const needed = stagesOf[route.to] ?? [];
  const agents = (await loadAgentRows(db, caseId)).filter((a) => !lapsed.includes(a)).map(toAgent);
  return {
    carried: await countsOf(
      db,
      gone,
      lapsed.map((a) => a.id),
    ),
    events: gone.carried.map((e) => {
      const was = gone.events.find((s) => s.id === e.id);
      return {
        words: eventWords(route.to, e.type),
        date: e.date,
        was: was && was.type !== e.type ? eventWords(gone.track, was.type) : null,
      };
    }),
    powerless: agents
      .filter((a) => needed.length > 0 && !a.stages.some((s) => needed.includes(s)))
      .map((a) => a.name),
    lapsed: lapsed.map((a) => a.name),
    openingWords: eventWords(route.to, route.opening),
    stageAfter: stateOf(route.to, after.stage).title,
    dates: after.dates.obligations.map((o) => ({
      ruleId: o.ruleId,
      title: o.title,
      due: o.due,
      explanation: o.explanation,
      status: o.status,
      provisional: o.provisional,
    })),
    here: filedOn === null ? null : await markPreview(db, law, gone, route, filedOn, today),
    refusal: filedOn === null ? null : refusalOf(gone, route, filedOn),
  };
}

async function markPreview(
  db: ReadHandle,
  law: LawData,
  gone: Gone,
  route: HandOverRoute,
  filedOn: PlainDate,
  today: PlainDate,
): Promise<Preview['here']> {
  if (route.mark === null || hasMark(gone, route)) return null;
  const dated = (events: Events): Promise<DatedCase> =>
    datedTarget(
      db,
      { ...gone, applicantSide: toFiling(gone.row).applicantSide },
      { ...route, to: gone.track },
      events,
    );
  const before = deriveForCase(await dated(gone.events), law, today);
  const after = deriveForCase(
    await dated([...gone.events, newEvent('', route.mark, filedOn, null)]),
    law,
    today,
  );
  const open = new Set(after.open.map((o) => `${o.ruleId} ${o.due}`));
  const met = before.open.filter((o) => !open.has(`${o.ruleId} ${o.due}`));
  return {
    words: eventWords(gone.track, route.mark),
    stageAfter: stateOf(gone.track, after.stage).title,
    met: met.map((o) => ({ title: ruleOf(o.ruleId).title, due: o.due })),
  };
}

const hasMark = (gone: Gone, route: HandOverRoute): boolean => gone.events.some((e) => e.type === route.mark);

function refusalOf(gone: Gone, route: HandOverRoute, filedOn: PlainDate): Preview['refusal'] {
  try {
    checkSteps(gone, route, filedOn);
    return null;
  } catch (error) {
    const { zh, en } = error instanceof AppError ? (error.failure.details ?? {}) : {};
    if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
    throw error;
  }
}

/** @throws AppError `rule-violation` with `rule: event-refused`. */
function checkSteps(gone: Gone, route: HandOverRoute, filedOn: PlainDate): void {
  const opening = toCaseEvent(newEvent('', route.opening, filedOn, null));
  checkEvent(route.to as CaseTrack, gone.carried.map(toCaseEvent), opening, null);
  if (route.mark === null || hasMark(gone, route)) return;
  const mark = toCaseEvent(newEvent('', route.mark, filedOn, null));
  checkEvent(gone.track, gone.events.map(toCaseEvent), mark, null);
}

/** Opens the case of the next procedure. All of it in the call's one transaction. */
export async function continueCase(
  ctx: MutationContext,
  law: LawData,
  input: {
    readonly caseId: string;
    readonly expectedVersion: number;
    readonly routeId: string;
    readonly filedOn: PlainDate | null;
    readonly receivedOn: PlainDate;
    readonly handlerId: string | null;
  },
): Promise<{ caseId: string; number: string; version: number }> {
  const { db } = ctx;
  const route = routeOf(input.routeId);
  const row = await checkVersion(db, input.caseId, input.expectedVersion, { allowClosed: true });
  const gone = await gather(db, row, route);
  if (input.filedOn !== null) checkSteps(gone, route, input.filedOn);
  const made = await createLike(ctx, law, row, {
    track: route.to,
    receivedOn: input.receivedOn,
    handlerId: input.handlerId ?? (await stillHere(db, row.handler_id)),
    applicantSide: gone.applicantSide,
    withUnitClaims: gone.applicantSide === toFiling(row).applicantSide,
  });
  await keepCaseNumber(ctx, row, route, made.caseId);
  const linkId = ctx.newId();
  await db
    .insertInto('case_link')
    .values({
      id: linkId,
      case_id: row.id,
      to_case_id: made.caseId,
      kind: 'handover',
      route: route.id,
      on_date: input.filedOn ?? input.receivedOn,
      note: null,
      carried: null,
      created_at: ctx.now,
      created_by: ctx.actor.userName,
      deleted_at: null,
    })
    .execute();
  const lapsed = await lapsedAgents(db, row.id, ctx.today);
  const counts = await carryRecords(ctx, {
    sourceId: row.id,
    targetId: made.caseId,
    linkId,
    withoutAgents: lapsed.map((a) => a.id),
    topics: carriesTopic(row.track),
    members: 'copied',
    covers: coversOf,
  });
  const rows = (await loadEventRows(db, row.id)).flatMap((e) => {
    const type = gone.carried.find((c) => c.id === e.id)?.type;
    return type ? [{ ...e, type, reason: null }] : [];
  });
  const copies = await copyEvents(ctx, made.caseId, rows);
  await keepSources(db, linkId, 'case_event', copies);
  if (input.filedOn !== null) await openBoth(ctx, law, gone, route, input.filedOn, linkId, made);
  const carried: Carried = { ...counts, events: copies.size };
  await db
    .updateTable('case_link')
    .set({ carried: JSON.stringify(carried) })
    .where('id', '=', linkId)
    .execute();
  const version = await refreshCase(ctx, law, made.caseId);
  ctx.changed('case', row.id);
  ctx.about(row.id, { route: route.id, to: made.caseId, ...carried });
  return { ...made, version };
}

/** Evidence keeps what it covers, by the copies of the workers. */
function coversOf(covers: string | null, copies: ReadonlyMap<string, string>): { covers: string | null } {
  if (covers === null) return { covers };
  const parsed = JSON.parse(covers) as { memberIds: string[] | null };
  if (parsed.memberIds === null) return { covers };
  const memberIds = parsed.memberIds.flatMap((id) => copies.get(id) ?? []);
  return { covers: memberIds.length > 0 ? JSON.stringify({ ...parsed, memberIds }) : null };
}

/** Who handled the case, or nobody when they have left. */
async function stillHere(db: ReadHandle, userId: string): Promise<string | null> {
  const user = await db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return user?.id ?? null;
}

/** The commission's own number is quoted in everything that follows an award. */
async function keepCaseNumber(
  ctx: MutationContext,
  row: CaseFileRow,
  route: HandOverRoute,
  targetId: string,
): Promise<void> {
  if (row.tribunal_case_number === null || !['litigation', 'set-aside', 'enforcement'].includes(route.to))
    return;
  await ctx.db
    .updateTable('case_file')
    .set({ tribunal_case_number: row.tribunal_case_number })
    .where('id', '=', targetId)
    .execute();
}

/** Records the step that begins the new procedure there and, as the event that it is there, here. */
async function openBoth(
  ctx: MutationContext,
  law: LawData,
  gone: Gone,
  route: HandOverRoute,
  filedOn: PlainDate,
  linkId: string,
  made: { readonly caseId: string; readonly number: string },
): Promise<void> {
  const insert = async (caseId: string, type: string, note: string | null): Promise<string> => {
    const id = ctx.newId();
    await ctx.db
      .insertInto('case_event')
      .values({
        id,
        case_id: caseId,
        type,
        date: filedOn,
        method: null,
        addressee: null,
        note,
        days: null,
        until_date: null,
        set_on: null,
        reason: null,
        recorded_at: ctx.now,
        deleted_at: null,
      })
      .execute();
    return id;
  };
  const openingId = await insert(made.caseId, route.opening, null);
  if (route.mark === null || gone.row.status === 'closed' || hasMark(gone, route)) return;
  const markId = await insert(gone.row.id, route.mark, made.number);
  await keepSources(ctx.db, linkId, 'echo', new Map([[openingId, markId]]));
  await refreshCase(ctx, law, gone.row.id);
}
