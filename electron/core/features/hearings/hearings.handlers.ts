import type { hearingsContract } from '../../../../shared/features/hearings/hearings.contract.ts';
import { hearingLaw } from '../../../../shared/features/hearings/hearings.rules.ts';
import { minDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { canRecord, eventWords } from '../../../../shared/law/index.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { type CaseFileRow, checkRecord, loadCaseRow, loadEventRows, toEvent } from '../cases/index.ts';
import { toCaseEvent, trackOfRow } from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';
import { checkHearing } from './hearings.check.ts';
import { listHandlers } from './hearings.lists.ts';
import { kindOf, toHearing } from './hearings.mappers.ts';
import { loadHearing, selectHearings } from './hearings.repo.ts';
import {
  assertFree,
  changeHearing,
  createHearing,
  endUnheld,
  finishHearing,
  holdHearing,
  removeHearing,
  serveNotice,
} from './hearings.service.ts';
import type { HearingTable } from './hearings.table.ts';

interface One {
  readonly caseId: string;
  readonly hearingId: string;
  readonly recordVersion: number;
}

/** The case and the hearing a change is about. @throws AppError `conflict`, `not-found`, `rule-violation` when closed. */
async function forChange(ctx: MutationContext, one: One): Promise<{ file: CaseFileRow; row: HearingTable }> {
  await checkRecord(ctx.db, 'hearing', { ...one, expectedVersion: 0 }, one.hearingId);
  return {
    file: await loadCaseRow(ctx.db, one.caseId),
    row: await loadHearing(ctx.db, one.caseId, one.hearingId),
  };
}

export function hearingsHandlers(law: LawSource): Handlers<typeof hearingsContract> {
  return {
    ...listHandlers,

    async 'hearings.forCase'(ctx, { caseId }) {
      const track = trackOfRow(await loadCaseRow(ctx.db, caseId));
      const rows = await selectHearings(ctx.db)
        .where('hearing.case_id', '=', caseId)
        .orderBy('hearing.date', 'desc')
        .orderBy('hearing.start_time', 'desc')
        .execute();
      return rows.map((row) => toHearing(row, track));
    },

    async 'hearings.list'(ctx, { from, roomId }) {
      let query = selectHearings(ctx.db)
        .innerJoin('case_file', 'case_file.id', 'hearing.case_id')
        .select(['case_file.number', 'case_file.first_applicant', 'case_file.first_respondent'])
        .where('hearing.date', '>=', from)
        .where('hearing.state', 'in', ['scheduled', 'held'])
        .where('case_file.deleted_at', 'is', null)
        .orderBy('hearing.date')
        .orderBy('hearing.start_time')
        .limit(200);
      if (roomId) query = query.where('hearing.room_id', '=', roomId);
      const rows = await query.execute();
      return rows.map((row) => ({
        ...toHearing(row, trackOfRow(row)),
        number: row.number,
        firstApplicant: row.first_applicant,
        firstRespondent: row.first_respondent,
      }));
    },

    async 'hearings.check'(ctx, { caseId, hearingId, ...hearing }) {
      const file = await loadCaseRow(ctx.db, caseId);
      const own = hearingId === null ? null : await loadHearing(ctx.db, caseId, hearingId);
      const { region_code: region } = await loadOffice(ctx.db);
      const found = await checkHearing(
        { db: ctx.db, office: wholeOffice(ctx).db },
        { ...law.current, region },
        {
          caseId,
          hearingId,
          track: trackOfRow(file),
          hearing,
          noticeOn: own?.notice_on ?? null,
          today: ctx.today,
        },
      );
      const moved = own && (own.date !== hearing.date || own.start_time !== hearing.start);
      if (moved && own.notice_on !== null)
        found.findings.unshift({
          code: 'notice-served',
          severity: 'notice',
          what: own.notice_on,
          other: null,
          due: null,
        });
      return found;
    },

    async 'hearings.save'(ctx, input) {
      const { caseId, hearingId, hearing, accept, record, reason } = input;
      await checkRecord(ctx.db, 'hearing', input, hearingId);
      const file = await loadCaseRow(ctx.db, caseId);
      const row = hearingId === null ? null : await loadHearing(ctx.db, caseId, hearingId);
      await assertFree(ctx, law.current, file, hearing, row, accept);
      let id = hearingId;
      if (row) await changeHearing(ctx, file, row, hearing, { record, reason });
      else id = await createHearing(ctx, file, hearing, { record, reason }, null);
      return finishHearing(ctx, law.current, caseId, id ?? '', { date: hearing.date, kind: hearing.kind });
    },

    async 'hearings.notice'(ctx, input) {
      const { file, row } = await forChange(ctx, input);
      await serveNotice(ctx, file, row, input.on);
      return finishHearing(ctx, law.current, file.id, row.id, { on: input.on });
    },

    async 'hearings.adjourn'(ctx, { next, reason, accept, ...one }) {
      const { file, row } = await forChange(ctx, one);
      await endUnheld(ctx, file, row, 'adjourned', reason);
      let nextId: string | null = null;
      if (next) {
        await assertFree(ctx, law.current, file, next, null, accept);
        nextId = await createHearing(
          ctx,
          file,
          next,
          { record: row.set_event_id !== null, reason: null },
          row.id,
        );
      }
      const { version } = await finishHearing(ctx, law.current, file.id, row.id, {
        next: next?.date ?? null,
      });
      return { version, nextId };
    },

    async 'hearings.cancel'(ctx, { reason, ...one }) {
      const { file, row } = await forChange(ctx, one);
      await endUnheld(ctx, file, row, 'cancelled', reason);
      return finishHearing(ctx, law.current, file.id, row.id);
    },

    async 'hearings.hold'(ctx, { results, reason, ...one }) {
      const { file, row } = await forChange(ctx, one);
      await holdHearing(ctx, file, row, results, reason);
      return finishHearing(ctx, law.current, file.id, row.id, { results: results.join(' ') });
    },

    async 'hearings.attendance'(ctx, { attendance, ...one }) {
      const { file, row } = await forChange(ctx, one);
      await ctx.db
        .updateTable('hearing')
        .set({ attendance: JSON.stringify(attendance), updated_at: ctx.now, version: row.version + 1 })
        .where('id', '=', row.id)
        .execute();
      return finishHearing(ctx, law.current, file.id, row.id, { people: attendance.length });
    },

    async 'hearings.remove'(ctx, one) {
      const { file, row } = await forChange(ctx, one);
      await removeHearing(ctx, file, row);
      return finishHearing(ctx, law.current, file.id, row.id);
    },

    async 'hearings.outcomes'(ctx, { caseId, hearingId }) {
      const track = trackOfRow(await loadCaseRow(ctx.db, caseId));
      const row = await loadHearing(ctx.db, caseId, hearingId);
      const events = (await loadEventRows(ctx.db, caseId)).map(toEvent).map(toCaseEvent);
      const date = minDate(row.date as typeof ctx.today, ctx.today);
      return hearingLaw(track, kindOf(row)).results.map((event) => ({
        event,
        words: eventWords(track, event),
        expected: canRecord(track, events, { type: event, date }).ok,
      }));
    },

    async 'hearings.minutes'(ctx, { caseId, hearingId }) {
      await loadHearing(ctx.db, caseId, hearingId);
      const row = await ctx.db
        .selectFrom('minutes')
        .selectAll()
        .where('hearing_id', '=', hearingId)
        .executeTakeFirst();
      if (!row) return { body: '', updatedAt: null, updatedBy: null, version: 0 };
      // What was taken back has no text any more, but its version goes on.
      const gone = row.deleted_at !== null;
      return {
        body: gone ? '' : row.body,
        updatedAt: gone ? null : row.updated_at,
        updatedBy: gone ? null : row.updated_by,
        version: row.version,
      };
    },

    async 'hearings.saveMinutes'(ctx, { caseId, hearingId, recordVersion, body }) {
      const file = await loadCaseRow(ctx.db, caseId);
      if (file.status === 'closed')
        throw new AppError('rule-violation', { details: { rule: 'case-closed' } });
      await loadHearing(ctx.db, caseId, hearingId);
      const row = await ctx.db
        .selectFrom('minutes')
        .select(['id', 'version'])
        .where('hearing_id', '=', hearingId)
        .executeTakeFirst();
      if ((row?.version ?? 0) !== recordVersion)
        throw new AppError('conflict', { details: { expected: recordVersion, actual: row?.version ?? 0 } });
      const version = recordVersion + 1;
      const values = { body, updated_at: ctx.now, updated_by: ctx.actor.userName, version, deleted_at: null };
      if (row) await ctx.db.updateTable('minutes').set(values).where('id', '=', row.id).execute();
      else
        await ctx.db
          .insertInto('minutes')
          .values({ id: ctx.newId(), case_id: caseId, hearing_id: hearingId, ...values })
          .execute();
      ctx.about(caseId, { hearing: hearingId, characters: body.length });
      ctx.changed('case', caseId);
      return { version };
    },
  };
}
