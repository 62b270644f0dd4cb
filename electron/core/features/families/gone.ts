import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { carriedEvents, type HandOverRoute, isOpen } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { type CaseFileRow, loadAgentRows, loadEventRows, toEvent, toFiling } from '../cases/index.ts';
import {
  checkEvent,
  type DatedCase,
  loadChoices,
  optionsOf,
  toCaseEvent,
  trackOfRow,
} from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';

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

export const carriesTopic = (from: string) => (topic: string) =>
  partyTopics.includes(topic) || (resultTopics[from] ?? []).includes(topic);

export type Events = readonly ReturnType<typeof toEvent>[];

export interface Gone {
  readonly row: CaseFileRow;
  readonly track: CaseTrack;
  readonly events: Events;
  readonly carried: Events;
  readonly applicantSide: 'workers' | 'unit';
}

export async function gather(db: ReadHandle, row: CaseFileRow, route: HandOverRoute): Promise<Gone> {
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
export async function datedMembers(db: ReadHandle, caseId: string): Promise<DatedCase['members']> {
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

export async function datedTarget(
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

export function newEvent(id: string, type: string, date: PlainDate, note: string | null): Events[number] {
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

/** The event that the step is in this case too; null where it is none, stands already, or the file is closed. */
export const markOf = (gone: Gone, route: HandOverRoute): string | null =>
  gone.row.status === 'closed' || gone.events.some((e) => e.type === route.mark) ? null : route.mark;

/** @throws AppError `rule-violation` with `rule: event-refused`. */
export function checkSteps(gone: Gone, route: HandOverRoute, filedOn: PlainDate): void {
  const opening = toCaseEvent(newEvent('', route.opening, filedOn, null));
  checkEvent(route.to as CaseTrack, gone.carried.map(toCaseEvent), opening, null);
  const type = markOf(gone, route);
  if (type === null) return;
  const mark = toCaseEvent(newEvent('', type, filedOn, null));
  checkEvent(gone.track, gone.events.map(toCaseEvent), mark, null);
}

export const lapsedAgents = async (db: ReadHandle, caseId: string, today: PlainDate) =>
  (await loadAgentRows(db, caseId)).filter((a) => a.valid_to !== null && a.valid_to < today);
