import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { Carried, NextRoute, Preview } from '../../../../shared/features/families/families.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import {
  citation,
  eventWords,
  type HandOverRoute,
  type Obligation,
  provisionOf,
  routeOf,
  routesFrom,
  ruleOf,
  standingOf,
  stateOf,
} from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  toAgent,
  toEvent,
  toFiling,
} from '../cases/index.ts';
import {
  type DatedCase,
  deriveForCase,
  loadChoices,
  optionsOf,
  toCaseEvent,
  trackOfRow,
} from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';
import { loadFamily } from './families.repo.ts';

import {
  carriesTopic,
  checkSteps,
  datedMembers,
  datedTarget,
  type Events,
  type Gone,
  gather,
  lapsedAgents,
  markOf,
  newEvent,
} from './gone.ts';

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
        // Only what going this way would meet sets it a last day; the others support it.
        o.metByTypes.some((type) => type === route.opening || type === route.mark) &&
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
      lapsed: isLapsed(limit, today),
      follows: followsHere(route, row.stage, limit, today),
      goneTo: gone ? { id: gone.id, number: gone.number } : null,
    };
  });
}

/** Limitation hinders nobody from filing: only the other side can invoke it. Every other right is gone with its last day. */
const isLapsed = (limit: Obligation | undefined, today: PlainDate): boolean =>
  limit !== undefined && !ruleOf(limit.ruleId).interruptible && standingOf(limit, today) === 'lapsed';

/** Whether going this way is what comes next: not once its limit has run out. */
function followsHere(
  route: HandOverRoute,
  stage: string,
  limit: Obligation | undefined,
  today: PlainDate,
): boolean {
  if (!route.follows?.includes(stage)) return false;
  return limit ? !isLapsed(limit, today) : !route.onlyWhileRunning;
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
  const present = (table: 'particular' | 'member_wages') =>
    db
      .selectFrom(table as 'particular')
      .where('case_id', '=', id)
      .where('deleted_at', 'is', null);
  const topics = await present('particular').select('topic').execute();
  const wages = await present('member_wages').select('member_id').execute();
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
  const mark = markOf(gone, route);
  if (mark === null) return null;
  const dated = (events: Events): Promise<DatedCase> =>
    datedTarget(
      db,
      { ...gone, applicantSide: toFiling(gone.row).applicantSide },
      { ...route, to: gone.track },
      events,
    );
  const before = deriveForCase(await dated(gone.events), law, today);
  const after = deriveForCase(await dated([...gone.events, newEvent('', mark, filedOn, null)]), law, today);
  const open = new Set(after.open.map((o) => `${o.ruleId} ${o.due}`));
  const met = before.open.filter((o) => !open.has(`${o.ruleId} ${o.due}`));
  return {
    words: eventWords(gone.track, mark),
    stageAfter: stateOf(gone.track, after.stage).title,
    met: met.map((o) => ({ title: ruleOf(o.ruleId).title, due: o.due })),
  };
}

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
