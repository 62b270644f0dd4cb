import { seesAssignedOnly } from '../../../../shared/contract/roles.ts';
import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { casesContract } from '../../../../shared/features/cases/cases.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { knowsEvent } from '../../../../shared/law/index.ts';
import type { Handlers, MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData, LawSource } from '../../kernel/law-data.ts';
import { owedBy } from '../claims/index.ts';
import { deriveForCase, trackOfRow } from '../deadlines/index.ts';
import { papersWithDay } from '../documents/index.ts';
import { recogniseParty } from '../people/index.ts';
import { putEvent } from './cases.events.ts';
import { handOverCases } from './cases.handover.ts';
import { countCaseRows, filterOn, listCaseRows } from './cases.list.ts';
import {
  fromAgent,
  fromRespondent,
  fromWorker,
  toAgent,
  toCaseRow,
  toEvent,
  toFacts,
  toFiling,
  toMember,
  toRespondent,
} from './cases.mappers.ts';
import {
  loadAgentRows,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  loadRespondentRows,
  nextPosition,
  setRemoved,
} from './cases.repo.ts';
import { checkRoles } from './cases.roles.ts';
import {
  checkPrincipal,
  checkRecord,
  checkVersion,
  createCase,
  handlerName,
  identityKey,
  insertMembers,
  type RecordChange,
  refreshCase,
  retireCase,
} from './cases.service.ts';
import { timelinePage } from './cases.timeline.ts';

/** For the record: whom somebody said that a party is. */
const recognised = ({ samePerson }: { samePerson: string | null }): { person?: string } =>
  samePerson === null ? {} : { person: samePerson };

type Removable = 'case_member' | 'respondent' | 'agent' | 'case_event';

/** What other cases of the family have to hear of an event. Given from outside: the family rests on the cases. */
export interface EventEcho {
  recorded(ctx: MutationContext, law: LawData, caseId: string, eventId: string): Promise<void>;
  changed(ctx: MutationContext, law: LawData, eventId: string, retyped: boolean): Promise<void>;
}

export function casesHandlers(law: LawSource, echo: EventEcho): Handlers<typeof casesContract> {
  async function finish(ctx: MutationContext, caseId: string, details: Record<string, unknown> = {}) {
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, details);
    return { version };
  }

  async function finishParty(ctx: MutationContext, caseId: string, details: Record<string, unknown>) {
    const done = await finish(ctx, caseId, details);
    await checkRoles(ctx.db, caseId);
    return done;
  }

  /** The same for every list of a case: check, mark, derive anew. */
  async function setGone(
    ctx: MutationContext,
    table: Removable,
    input: RecordChange,
    ids: readonly string[],
    gone: boolean,
  ) {
    const [one = null, ...others] = ids;
    if (others.length === 0) await checkRecord(ctx.db, table, input, one);
    // Of several no single version can speak.
    else await checkVersion(ctx.db, input.caseId, input.expectedVersion);
    await setRemoved(ctx.db, table, input.caseId, ids, gone ? ctx.now : null);
    if (table === 'case_event') for (const id of ids) await echo.changed(ctx, law.current, id, false);
    return finish(ctx, input.caseId, { [table]: ids });
  }

  return {
    async 'cases.list'(ctx, input) {
      const { rows, next } = await listCaseRows(ctx.db, {
        ...input,
        filter: filterOn(input.filter, ctx.today),
      });
      return { items: rows.map(toCaseRow), next };
    },
    async 'cases.count'(ctx, { filter }) {
      return { count: await countCaseRows(ctx.db, filterOn(filter, ctx.today)) };
    },
    async 'cases.get'(ctx, { caseId }) {
      const row = await loadCaseRow(ctx.db, caseId);
      const members = await ctx.db
        .selectFrom('case_member')
        .select('id')
        .where('case_id', '=', caseId)
        .where('is_representative', '=', 1)
        .where('deleted_at', 'is', null)
        .orderBy('position')
        .execute();
      const events = (await loadEventRows(ctx.db, caseId)).map(toEvent);
      // The stage rests on the events alone, so the workers need not be read for it.
      const filing = toFiling(row);
      const derived = deriveForCase(
        {
          track: trackOfRow(row),
          cause: row.cause,
          applicantSide: filing.applicantSide,
          events,
          members: [],
        },
        law.current,
        ctx.today,
      );
      return {
        ...toCaseRow(row),
        version: row.version,
        tribunalName: row.tribunal_name,
        tribunalCaseNumber: row.tribunal_case_number,
        project: { name: row.project_name, site: row.project_site, teamLeader: row.team_leader },
        facts: toFacts(row.facts),
        ...filing,
        respondents: (await loadRespondentRows(ctx.db, caseId)).map(toRespondent),
        agents: (await loadAgentRows(ctx.db, caseId)).map(toAgent),
        events,
        representativeIds: members.map((m) => m.id),
        nextSteps: derived.nextSteps,
        unexpectedEventIds: derived.unexpectedEventIds,
      };
    },
    async 'cases.members'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      return (await loadMemberRows(ctx.db, caseId)).map(toMember);
    },
    'cases.create': (ctx, intake) => createCase(ctx, law.current, intake),
    async 'cases.update'(ctx, { caseId, expectedVersion, patch }) {
      const row = await checkVersion(ctx.db, caseId, expectedVersion);
      // Who hands a case on would lose sight of it, and give somebody else sight that is not theirs to give.
      if (
        seesAssignedOnly(ctx.actor.role) &&
        patch.handlerId !== undefined &&
        patch.handlerId !== row.handler_id
      )
        throw new AppError('permission-denied');
      if (patch.track !== undefined && patch.track !== row.track)
        await checkTrack(ctx.db, caseId, patch.track);
      const set = {
        ...(patch.cause !== undefined && { cause: patch.cause }),
        ...(patch.track !== undefined && { track: patch.track }),
        ...(patch.receivedOn !== undefined && { received_on: patch.receivedOn }),
        // Who has left stays until somebody else takes over: saving the rest must not fail for it.
        ...(patch.handlerId !== undefined &&
          patch.handlerId !== row.handler_id && {
            handler_id: patch.handlerId,
            handler_name: await handlerName(ctx.db, patch.handlerId),
          }),
        ...(patch.tribunalName !== undefined && { tribunal_name: patch.tribunalName || null }),
        ...(patch.tribunalCaseNumber !== undefined && {
          tribunal_case_number: patch.tribunalCaseNumber || null,
        }),
        ...(patch.project && {
          project_name: patch.project.name,
          project_site: patch.project.site,
          team_leader: patch.project.teamLeader,
        }),
        ...(patch.facts && { facts: JSON.stringify(patch.facts) }),
        ...(patch.applicantSide && { applicant_side: patch.applicantSide }),
        ...(patch.unitClaims && { unit_claims: JSON.stringify(patch.unitClaims) }),
        ...(patch.witnesses && { witnesses: JSON.stringify(patch.witnesses) }),
      };
      if (Object.keys(set).length > 0)
        await ctx.db.updateTable('case_file').set(set).where('id', '=', caseId).execute();
      return finish(ctx, caseId, { fields: Object.keys(patch) });
    },
    async 'cases.saveMember'(ctx, input) {
      const { caseId, memberId, worker } = input;
      await checkRecord(ctx.db, 'case_member', input, memberId);
      let id = memberId;
      if (id === null) [id = ''] = await insertMembers(ctx, law.current, caseId, [worker]);
      else
        await updateOne(
          ctx.db
            .updateTable('case_member')
            .set((eb) => ({
              ...fromWorker(worker),
              identity_key: identityKey(worker),
              owed_fen: owedBy(worker.arrears, law.current, ctx.today),
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('case_id', '=', caseId)
            .where('deleted_at', 'is', null)
            .executeTakeFirst(),
          'member',
        );
      if (input.samePerson) await recogniseParty(ctx, 'case_member', id, input.samePerson);
      return { ...(await finishParty(ctx, caseId, { member: id, ...recognised(input) })), id };
    },
    'cases.removeMembers': (ctx, input) => setGone(ctx, 'case_member', input, input.memberIds, true),
    'cases.restoreMembers': (ctx, input) => setGone(ctx, 'case_member', input, input.memberIds, false),
    async 'cases.saveRespondent'(ctx, input) {
      const { caseId, respondentId, respondent } = input;
      await checkRecord(ctx.db, 'respondent', input, respondentId);
      const id = respondentId ?? ctx.newId();
      if (respondentId === null)
        await ctx.db
          .insertInto('respondent')
          .values({
            id,
            case_id: caseId,
            position: await nextPosition(ctx.db, 'respondent', caseId),
            deleted_at: null,
            person_id: null,
            ...fromRespondent(respondent),
          })
          .execute();
      else
        await updateOne(
          ctx.db
            .updateTable('respondent')
            .set((eb) => ({ ...fromRespondent(respondent), version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .where('case_id', '=', caseId)
            .where('deleted_at', 'is', null)
            .executeTakeFirst(),
          'respondent',
        );
      if (input.samePerson) await recogniseParty(ctx, 'respondent', id, input.samePerson);
      return { ...(await finishParty(ctx, caseId, { respondent: id, ...recognised(input) })), id };
    },
    'cases.removeRespondent': (ctx, input) => setGone(ctx, 'respondent', input, [input.respondentId], true),
    'cases.restoreRespondent': (ctx, input) => setGone(ctx, 'respondent', input, [input.respondentId], false),
    async 'cases.saveAgent'(ctx, input) {
      const { caseId, agentId, agent } = input;
      await checkRecord(ctx.db, 'agent', input, agentId);
      const id = agentId ?? ctx.newId();
      await checkPrincipal(ctx.db, caseId, agent.principalId, agentId);
      if (agentId === null) {
        await ctx.db
          .insertInto('agent')
          .values({
            id,
            case_id: caseId,
            position: await nextPosition(ctx.db, 'agent', caseId),
            deleted_at: null,
            person_id: null,
            ...fromAgent(agent),
          })
          .execute();
      } else
        await updateOne(
          ctx.db
            .updateTable('agent')
            .set((eb) => ({ ...fromAgent(agent), version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .where('case_id', '=', caseId)
            .where('deleted_at', 'is', null)
            .executeTakeFirst(),
          'agent',
        );
      if (input.samePerson) await recogniseParty(ctx, 'agent', id, input.samePerson);
      return { ...(await finishParty(ctx, caseId, { agent: id, ...recognised(input) })), id };
    },
    'cases.removeAgent': (ctx, input) => setGone(ctx, 'agent', input, [input.agentId], true),
    async 'cases.restoreAgent'(ctx, input) {
      const row = await ctx.db
        .selectFrom('agent')
        .select('principal_id')
        .where('id', '=', input.agentId)
        .where('case_id', '=', input.caseId)
        .executeTakeFirst();
      await checkPrincipal(ctx.db, input.caseId, row?.principal_id ?? null, input.agentId);
      return setGone(ctx, 'agent', input, [input.agentId], false);
    },
    async 'cases.setRepresentatives'(ctx, { caseId, expectedVersion, memberIds }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const ids = [...new Set(memberIds)];
      // 劳动人事争议仲裁办案规则 art. 63: three to five.
      if (ids.length !== 0 && (ids.length < 3 || ids.length > 5))
        throw fieldError('memberIds', 'representatives-three-to-five');
      await ctx.db
        .updateTable('case_member')
        .set({ is_representative: 0 })
        .where('case_id', '=', caseId)
        .execute();
      if (ids.length > 0) {
        const result = await ctx.db
          .updateTable('case_member')
          .set({ is_representative: 1 })
          .where('case_id', '=', caseId)
          .where('id', 'in', ids)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (Number(result.numUpdatedRows) !== ids.length)
          throw new AppError('not-found', { details: { what: 'member' } });
      }
      return finish(ctx, caseId, { representatives: ids });
    },
    async 'cases.recordEvent'(ctx, input) {
      const { caseId, eventId, event } = input;
      await checkRecord(ctx.db, 'case_event', input, eventId);
      const before = (await loadEventRows(ctx.db, caseId)).find((e) => e.id === eventId);
      const was = before?.type;
      const moved = before !== undefined && (was !== event.type || before.date !== event.date);
      const papers = moved ? await papersWithDay(ctx.db, caseId, toEvent(before)) : [];
      const id = await putEvent(ctx, caseId, eventId, event);
      if (eventId !== null) await echo.changed(ctx, law.current, id, was !== event.type);
      if (was !== event.type) await echo.recorded(ctx, law.current, caseId, id);
      return {
        ...(await finish(ctx, caseId, {
          event: id,
          type: event.type,
          date: event.date,
          ...(moved && { was: { type: was, date: before.date } }),
          ...(papers.length > 0 && { papers: papers.map((p) => p.fileName) }),
          ...(event.reason && { reason: event.reason }),
        })),
        id,
      };
    },
    'cases.removeEvent': (ctx, input) => setGone(ctx, 'case_event', input, [input.eventId], true),
    'cases.restoreEvent': (ctx, input) => setGone(ctx, 'case_event', input, [input.eventId], false),
    async 'cases.remove'(ctx, { cases }) {
      for (const { caseId, expectedVersion } of cases) {
        await checkVersion(ctx.db, caseId, expectedVersion, { allowClosed: true });
        await ctx.db
          .updateTable('case_file')
          .set({ status: 'removed', deleted_at: ctx.now })
          .where('id', '=', caseId)
          .execute();
        await retireCase(ctx, law.current, caseId);
      }
      ctx.about(cases.length === 1 ? (cases[0]?.caseId ?? null) : null, {
        cases: cases.map((c) => c.caseId),
      });
      return { removed: cases.length };
    },
    'cases.handOver': (ctx, input) => handOverCases(ctx, law.current, input),
    'cases.timeline': (ctx, { caseId, cursor }) => timelinePage(ctx.db, caseId, cursor),
    async 'cases.draft'(ctx) {
      const row = await ctx.db
        .selectFrom('draft')
        .selectAll()
        .where('user_id', '=', ctx.actor.userId)
        .executeTakeFirst();
      return { draft: row?.body ?? null, savedAt: row?.saved_at ?? null };
    },
    async 'cases.saveDraft'(ctx, { draft, basis }) {
      const user = ctx.actor.userId;
      const kept = await ctx.db
        .selectFrom('draft')
        .select('saved_at')
        .where('user_id', '=', user)
        .executeTakeFirst();
      if (basis !== undefined && kept && kept.saved_at !== basis) {
        if (draft === null) return { savedAt: kept.saved_at };
        throw new AppError('conflict', { details: { savedAt: kept.saved_at } });
      }
      await ctx.db.deleteFrom('draft').where('user_id', '=', user).execute();
      if (draft === null) return { savedAt: null };
      // The stamp tells two drafts apart, so no two are alike even within a millisecond or after the clock went back.
      const savedAt =
        kept && kept.saved_at >= ctx.now ? new Date(Date.parse(kept.saved_at) + 1).toISOString() : ctx.now;
      await ctx.db.insertInto('draft').values({ user_id: user, body: draft, saved_at: savedAt }).execute();
      return { savedAt };
    },
  };
}

async function updateOne(result: Promise<{ numUpdatedRows: bigint }>, what: string): Promise<void> {
  if ((await result).numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what } });
}

/**
 * A case is in one procedure: it may be put into another only while that one knows everything recorded.
 * @throws AppError `rule-violation` with `rule: track-has-events`.
 */
async function checkTrack(db: ReadHandle, caseId: string, track: CaseTrack): Promise<void> {
  const foreign = (await loadEventRows(db, caseId)).find((e) => !knowsEvent(track, e.type));
  if (foreign)
    throw new AppError('rule-violation', { details: { rule: 'track-has-events', date: foreign.date } });
}
