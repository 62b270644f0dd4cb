import type { z } from 'zod';
import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import type { intakeSchema } from '../../../../shared/features/cases/cases.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { CaseEvent } from '../../../../shared/law/index.ts';
import { nextNumber } from '../../db/counter.ts';
import type { MutationContext, WriteHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { owedBy } from '../claims/index.ts';
import {
  checkEvent,
  type DatedCase,
  deriveForCase,
  loadChoices,
  type OpenDate,
  optionsOf,
  saveDeadlines,
  toCaseEvent,
  trackOfRow,
} from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';
import { settleOutcomes } from '../outcomes/index.ts';
import { recogniseParty, takeInParties } from '../people/index.ts';
import { searchFold } from './cases.list.ts';
import {
  fromAgent,
  fromEvent,
  fromRespondent,
  fromWorker,
  toEvent,
  toFiling,
  toMember,
  type Worker,
} from './cases.mappers.ts';
import {
  type CaseFileRow,
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  nextPosition,
  type RecordTable,
} from './cases.repo.ts';
import { checkRoles } from './cases.roles.ts';
import { giveSight } from './sight.ts';

type Intake = z.output<typeof intakeSchema>;

/**
 * Takes a case in: file, members, respondents, agents, evidence and events at once.
 * @throws AppError `invalid-input` when a number pattern or a handler does not exist.
 */
const tableOf = { worker: 'case_member', respondent: 'respondent', agent: 'agent' } as const;

export async function createCase(
  ctx: MutationContext,
  law: LawData,
  intake: Intake,
): Promise<{ caseId: string; number: string; version: number }> {
  const { db } = ctx;
  const office = await loadOffice(db);
  const number = await nextCaseNumber(db, office.case_number_pattern, intake.receivedOn.slice(0, 4));
  const handlerId = intake.handlerId ?? ctx.actor.userId;
  const caseId = ctx.newId();
  const row: CaseFileRow = {
    id: caseId,
    number,
    track: intake.track,
    cause: intake.cause,
    stage: '',
    status: 'open',
    received_on: intake.receivedOn,
    handler_id: handlerId,
    handler_name: await handlerName(db, handlerId),
    tribunal_name: intake.tribunalName ?? office.tribunal_name,
    tribunal_case_number: null,
    project_name: intake.project.name,
    project_site: intake.project.site,
    team_leader: intake.project.teamLeader,
    facts: JSON.stringify(intake.facts),
    applicant_side: intake.applicantSide,
    unit_claims: JSON.stringify(intake.unitClaims),
    witnesses: JSON.stringify(intake.witnesses),
    first_applicant: '',
    applicant_count: 0,
    first_respondent: '',
    respondent_count: 0,
    search_text: '',
    next_date: null,
    next_date_sort: '9999-12-31',
    next_rule_id: null,
    next_provisional: 0,
    amount_fen: 0,
    version: 0,
    created_at: ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
  };
  await db.insertInto('case_file').values(row).execute();
  // Whoever makes a case may go on with it, also where somebody else handles it.
  if (seesAssignedOnly(ctx.actor.role) && handlerId !== ctx.actor.userId)
    await giveSight(ctx, ctx.actor.userId, [caseId], 'made');
  const parties = {
    worker: await insertMembers(ctx, law, caseId, intake.workers),
    respondent: intake.respondents.map(() => ctx.newId()),
    agent: intake.agents.map(() => ctx.newId()),
  };
  for (const [i, r] of intake.respondents.entries())
    await db
      .insertInto('respondent')
      .values({
        id: parties.respondent[i] ?? '',
        case_id: caseId,
        position: i + 1,
        deleted_at: null,
        person_id: null,
        ...fromRespondent(r),
      })
      .execute();
  for (const [i, a] of intake.agents.entries())
    await db
      .insertInto('agent')
      .values({
        id: parties.agent[i] ?? '',
        case_id: caseId,
        position: i + 1,
        deleted_at: null,
        person_id: null,
        ...fromAgent({ ...a, principalId: null }),
      })
      .execute();
  for (const [i, e] of intake.evidence.entries())
    await db
      .insertInto('evidence')
      .values({
        id: ctx.newId(),
        case_id: caseId,
        number: i + 1,
        item_group: e.group,
        name: e.name,
        kind: e.kind,
        form: e.form,
        copies: e.copies,
        pages: e.pages,
        source: e.source,
        proves: e.proves,
        holder: e.holder,
        covers: e.covers === null ? null : JSON.stringify(e.covers),
        deleted_at: null,
      })
      .execute();
  for (const { party, at, personId } of intake.samePersons) {
    const partyId = parties[party][at];
    if (partyId) await recogniseParty(ctx, tableOf[party], partyId, personId);
  }
  const recorded: CaseEvent[] = [];
  for (const e of [...intake.events].sort((a, b) => a.date.localeCompare(b.date))) {
    const id = ctx.newId();
    const event = toCaseEvent({ id, ...e });
    checkEvent(intake.track, recorded, event, e.reason);
    recorded.push(event);
    await db
      .insertInto('case_event')
      .values({ id, case_id: caseId, recorded_at: ctx.now, deleted_at: null, ...fromEvent(e) })
      .execute();
  }
  const version = await refreshCase(ctx, law, caseId);
  await checkRoles(db, caseId);
  ctx.about(caseId, { workers: intake.workers.length, respondents: intake.respondents.length });
  return { caseId, number, version };
}

/**
 * Numbers run within a year where the pattern names it, else for ever. A pattern that was changed may come upon
 * numbers that an earlier one gave: those are passed over.
 */
async function nextCaseNumber(db: WriteHandle, pattern: string, year: string): Promise<string> {
  const counter = pattern.includes('{year}') ? `case-${year}` : 'case';
  for (;;) {
    const sequence = String(await nextNumber(db, counter)).padStart(4, '0');
    const number = pattern.replaceAll('{year}', year).replaceAll('{seq}', sequence);
    // A number is taken also where its case is out of sight.
    const taken = await db
      .withoutPlugins()
      .selectFrom('case_file')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst();
    if (!taken) return number;
  }
}

/** Adds workers at the end of the list. @returns their ids. Breathes between chunks: a roster may have thousands. */
export async function insertMembers(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  workers: readonly Worker[],
): Promise<string[]> {
  let position = await nextPosition(ctx.db, 'case_member', caseId);
  const ids: string[] = [];
  for (let i = 0; i < workers.length; i += 100) {
    const rows = workers.slice(i, i + 100).map((worker) => {
      const id = ctx.newId();
      ids.push(id);
      return {
        id,
        case_id: caseId,
        position: position++,
        identity_key: identityKey(worker),
        ...fromWorker(worker),
        owed_fen: owedBy(worker.arrears, law, ctx.today),
        items_fen: 0,
        is_representative: 0,
        deleted_at: null,
        person_id: null,
      };
    });
    await ctx.db.insertInto('case_member').values(rows).execute();
    ctx.progress('saving-workers', Math.min(i + 100, workers.length), workers.length);
    await ctx.breathe();
  }
  return ids;
}

/** What tells one worker from another in a roster: the ID number, else name and phone, else the name alone. */
export function identityKey(worker: Pick<Worker, 'name' | 'idNumber' | 'phone'>): string {
  if (worker.idNumber) return `id:${worker.idNumber.toUpperCase()}`;
  return worker.phone ? `np:${worker.name}|${worker.phone}` : `n:${worker.name}`;
}

/**
 * A party may have one or two agents (民事诉讼法 art. 61); the workers of a case count as one.
 * @param agentId the one that is saved, which does not count; null for a new one.
 * @throws AppError `invalid-input` for a third, `not-found` when the principal is not in the case.
 */
export async function checkPrincipal(
  db: WriteHandle,
  caseId: string,
  principalId: string | null,
  agentId: string | null,
): Promise<void> {
  if (principalId !== null && !(await loadRespondentRows(db, caseId)).some((r) => r.id === principalId))
    throw new AppError('not-found', { details: { what: 'respondent' } });
  const others = (await loadAgentRows(db, caseId)).filter(
    (a) => a.principal_id === principalId && a.id !== agentId,
  );
  if (others.length >= 2) throw fieldError('agents', 'agents-at-most-two');
}

/** @throws AppError `conflict` when somebody else has changed the case since it was read, `rule-violation` when closed. */
export async function checkVersion(
  db: WriteHandle,
  caseId: string,
  expectedVersion: number,
  options: { allowClosed?: boolean } = {},
): Promise<CaseFileRow> {
  const row = await loadCaseRow(db, caseId);
  if (row.version !== expectedVersion)
    throw new AppError('conflict', { details: { expected: expectedVersion, actual: row.version } });
  if (row.status === 'closed' && !options.allowClosed)
    throw new AppError('rule-violation', { details: { rule: 'case-closed' } });
  return row;
}

/** What a change of one record is based on. */
export interface RecordChange {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly recordVersion: number | null;
}

/**
 * A change of one record, or a new one (`id` null): with `recordVersion` only that record counts, so that two people
 * may change two records of a case at once; without it the whole case must be as it was read.
 * @throws AppError `conflict`, `not-found`, `rule-violation` when the case is closed.
 */
export async function checkRecord(
  db: WriteHandle,
  table: RecordTable,
  change: RecordChange,
  id: string | null,
): Promise<void> {
  const { caseId, recordVersion } = change;
  if (recordVersion === null) {
    await checkVersion(db, caseId, change.expectedVersion);
    return;
  }
  const file = await loadCaseRow(db, caseId);
  await checkVersion(db, caseId, file.version);
  if (id === null) return;
  const row = await db
    .selectFrom(table)
    .select('version')
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { details: { what: table } });
  if (row.version !== recordVersion)
    throw new AppError('conflict', { details: { expected: recordVersion, actual: row.version } });
}

/**
 * After any change: counts, sums, search text, stage, dates and the next date are derived anew, the version rises.
 * @returns the new version.
 */
export async function refreshCase(ctx: MutationContext, law: LawData, caseId: string): Promise<number> {
  const { db } = ctx;
  await takeInParties(ctx, caseId);
  const row = await loadCaseRow(db, caseId);
  const members = (await loadMemberRows(db, caseId)).map(toMember);
  const respondents = await loadRespondentRows(db, caseId);
  const events = (await loadEventRows(db, caseId)).map(toEvent);
  const dates = await saveDates(ctx, law, row, events, members);
  const version = row.version + 1;
  const unitFiles = row.applicant_side === 'unit';
  const workerSide = { name: members[0]?.name ?? '', count: members.length };
  const parties = respondents.filter((r) => r.standing === 'party');
  const unitSide = { name: parties[0]?.name ?? '', count: parties.length };
  const [applicant, respondent] = unitFiles ? [unitSide, workerSide] : [workerSide, unitSide];
  const asked = toFiling(row).unitClaims.map((c) => c.amountFen ?? 0);
  await db
    .updateTable('case_file')
    .set({
      ...dates,
      first_applicant: applicant.name,
      applicant_count: applicant.count,
      first_respondent: respondent.name,
      respondent_count: respondent.count,
      search_text: searchFold(
        [
          row.number,
          row.tribunal_case_number ?? '',
          ...members.flatMap((m) => [m.name, m.idNumber ?? '', m.phone ?? '']),
          ...respondents.map((r) => r.name),
        ].join(' '),
      ),
      amount_fen: (unitFiles ? asked : members.map((m) => m.owedFen + m.itemsFen)).reduce(
        (sum, fen) => sum + fen,
        0,
      ),
      version,
      updated_at: ctx.now,
    })
    .where('id', '=', caseId)
    .execute();
  ctx.changed('case', caseId);
  return version;
}

/** A case that has gone to the bin keeps no dates, so that no board and no reminder speaks of it. */
export async function retireCase(ctx: MutationContext, law: LawData, caseId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('case_file')
    .select(['id', 'handler_id', 'track', 'status'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await saveDeadlines(ctx, law.calendar, row, []);
  await ctx.db
    .updateTable('case_file')
    .set((eb) => ({
      version: eb('version', '+', 1),
      updated_at: ctx.now,
      next_date: null,
      next_date_sort: '9999-12-31',
      next_rule_id: null,
      next_provisional: 0,
    }))
    .where('id', '=', caseId)
    .execute();
  ctx.changed('case', caseId);
}

/** Derives the dates anew for today. The record has not changed, so neither its version nor its time does. */
export async function redate(ctx: MutationContext, law: LawData, caseId: string): Promise<void> {
  const row = await loadCaseRow(ctx.db, caseId);
  const members = (await loadMemberRows(ctx.db, caseId)).map(toMember);
  const events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
  const dates = await saveDates(ctx, law, row, events, members);
  await ctx.db.updateTable('case_file').set(dates).where('id', '=', caseId).execute();
  ctx.changed('case', caseId);
}

/** Stores the open dates. @returns the columns of the case that rest on them. */
async function saveDates(
  ctx: MutationContext,
  law: LawData,
  row: CaseFileRow,
  events: DatedCase['events'],
  members: readonly Member[],
) {
  const { region_code: regionCode } = await loadOffice(ctx.db);
  const choices = optionsOf(await loadChoices(ctx.db, row.id));
  const derived = deriveForCase(
    {
      track: trackOfRow(row),
      cause: row.cause,
      regionCode,
      applicantSide: toFiling(row).applicantSide,
      events,
      members,
      choices,
    },
    law,
    ctx.today,
  );
  const payments = await settleOutcomes(ctx.db, row.id, members, law, ctx.today);
  const open = row.status === 'open' ? inOrder([...derived.open, ...payments]) : [];
  await saveDeadlines(ctx, law.calendar, row, open);
  const next = open[0];
  return {
    stage: derived.stage,
    next_date: next?.due ?? null,
    next_date_sort: next?.due ?? '9999-12-31',
    next_rule_id: next?.ruleId ?? null,
    next_provisional: next?.provisional ? 1 : 0,
  };
}

const inOrder = (dates: OpenDate[]): OpenDate[] => dates.sort((a, b) => a.due.localeCompare(b.due));

/** @throws AppError `invalid-input` naming `handlerId` when no such user works here, or no longer. */
export async function handlerName(db: WriteHandle, handlerId: string): Promise<string> {
  const user = await db
    .selectFrom('app_user')
    .select('name')
    .where('id', '=', handlerId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!user) throw new AppError('invalid-input', { issues: [{ path: 'handlerId', code: 'user-unknown' }] });
  return user.name;
}
