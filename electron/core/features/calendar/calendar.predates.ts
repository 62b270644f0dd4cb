import type { z } from 'zod';
import type {
  calendarContract,
  Predate,
  PredateInput,
} from '../../../../shared/features/calendar/calendar.contract.ts';
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkRecord, loadCaseRow, redate, setRemoved } from '../cases/index.ts';
import { openOf } from './calendar.board.ts';
import { type Anchored, dueFinder, hasCycle, loadHearingDays, loadPredates } from './calendar.redate.ts';
import type { PredateTable } from './calendar.table.ts';

type Predates = Pick<
  Handlers<typeof calendarContract>,
  | 'calendar.predates'
  | 'calendar.previewPredate'
  | 'calendar.savePredate'
  | 'calendar.closePredate'
  | 'calendar.removePredate'
>;
type Wanted = z.output<(typeof calendarContract)['calendar.savePredate']['input']>['predate'];

/** Dates that people set in a case: on a day of their own, or so many days before or after another date. */
export function predateHandlers(law: LawSource): Predates {
  return {
    async 'calendar.predates'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      return (await loadPredates(ctx.db, caseId)).map(toPredate);
    },

    async 'calendar.previewPredate'(ctx, { caseId, predateId, predate }) {
      await checkAnchor(ctx.db, caseId, predateId, predate);
      const due = await dayOf(ctx.db, law, caseId, predateId, predate);
      return { due, restDay: due !== null && law.current.calendar.isRestDay(due) };
    },

    async 'calendar.savePredate'(ctx, input) {
      const { caseId, predateId, predate } = input;
      await checkRecord(ctx.db, 'predate', input, predateId);
      const file = await loadCaseRow(ctx.db, caseId);
      await checkAnchor(ctx.db, caseId, predateId, predate);
      const id = predateId ?? ctx.newId();
      const columns = {
        anchor_kind: predate.anchorKind,
        anchor: predate.anchor,
        shift: predate.anchorKind === 'date' ? 0 : predate.shift,
        unit: predate.unit,
        title: predate.title,
        note: predate.note,
      };
      if (predateId === null)
        await ctx.db
          .insertInto('predate')
          .values({
            id,
            case_id: caseId,
            ...columns,
            due: null,
            open_on: null,
            done_on: null,
            done_by: null,
            handler_id: file.handler_id,
            track: file.track,
            rule_id: null,
            declined: 0,
            created_at: ctx.now,
            created_by: ctx.actor.userName,
            version: 1,
            deleted_at: null,
          })
          .execute();
      else
        await ctx.db
          .updateTable('predate')
          .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      await redate(ctx, law.current, caseId);
      ctx.about(caseId, { predate: id });
      const row = await one(ctx, caseId, id);
      return { id, version: row.version, due: row.due as PlainDate | null };
    },

    async 'calendar.closePredate'(ctx, { caseId, predateId, recordVersion, done, acceptLast }) {
      const row = await forChange(ctx, caseId, predateId, recordVersion);
      if (done && !acceptLast) await assertNotLast(ctx, row);
      await ctx.db
        .updateTable('predate')
        .set({
          done_on: done ? ctx.today : null,
          done_by: done ? ctx.actor.userName : null,
          version: row.version + 1,
        })
        .where('id', '=', predateId)
        .execute();
      await redate(ctx, law.current, caseId);
      ctx.about(caseId, { predate: predateId, done });
      return { version: row.version + 1 };
    },

    async 'calendar.removePredate'(ctx, { caseId, predateId, recordVersion, acceptLast }) {
      const row = await forChange(ctx, caseId, predateId, recordVersion);
      const others = await loadPredates(ctx.db, caseId);
      if (others.some((o) => o.anchor_kind === 'predate' && o.anchor === predateId))
        throw new AppError('rule-violation', { details: { rule: 'predate-has-others' } });
      if (!acceptLast) await assertNotLast(ctx, row);
      if (row.rule_id !== null)
        await ctx.db.updateTable('predate').set({ declined: 1 }).where('id', '=', predateId).execute();
      await setRemoved(ctx.db, 'predate', caseId, [predateId], ctx.now);
      await redate(ctx, law.current, caseId);
      ctx.about(caseId, { predate: predateId });
      return { version: row.version + 1 };
    },
  };
}

/** @throws AppError `rule-violation` with `rule: last-open-date` when nothing else of an open case is open. */
async function assertNotLast(ctx: MutationContext, row: PredateTable): Promise<void> {
  if (row.open_on !== null && (await openOf(ctx.db, row.case_id)) === 1)
    throw new AppError('rule-violation', { details: { rule: 'last-open-date' } });
}

async function forChange(
  ctx: MutationContext,
  caseId: string,
  id: string,
  recordVersion: number,
): Promise<PredateTable> {
  await checkRecord(ctx.db, 'predate', { caseId, expectedVersion: 0, recordVersion }, id);
  return one(ctx, caseId, id);
}

async function one(ctx: MutationContext, caseId: string, id: string): Promise<PredateTable> {
  const row = (await loadPredates(ctx.db, caseId)).find((p) => p.id === id);
  if (!row) throw new AppError('not-found', { details: { what: 'predate' } });
  return row;
}

function toPredate(row: PredateTable): Predate {
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    anchorKind: row.anchor_kind as NonNullable<PredateInput['anchorKind']>,
    anchor: row.anchor,
    shift: row.shift,
    unit: row.unit as Predate['unit'],
    due: row.due as PlainDate | null,
    doneOn: row.done_on as PlainDate | null,
    doneBy: row.done_by,
    byRule: row.rule_id !== null,
    createdBy: row.created_by,
    version: row.version,
  };
}

const anchored = (id: string, p: Wanted): Anchored => ({
  id,
  anchor_kind: p.anchorKind,
  anchor: p.anchor,
  shift: p.anchorKind === 'date' ? 0 : p.shift,
  unit: p.unit,
});

/** A new one has no id yet; nothing can be counted from it. */
const newOne = 'new';

/** @throws AppError `invalid-input` at `predate.anchor`. */
async function checkAnchor(
  db: ReadHandle,
  caseId: string,
  predateId: string | null,
  predate: Wanted,
): Promise<void> {
  const { anchorKind: kind, anchor } = predate;
  const bad = (code: string): AppError => fieldError('predate.anchor', code);
  if (kind === 'date' && !isPlainDate(anchor)) throw bad('date-invalid');
  if (kind === 'deadline' && !(await openDates(db, caseId)).some((d) => d.ruleId === anchor))
    throw bad('anchor-unknown');
  if (kind === 'hearing' && !(await loadHearingDays(db, caseId)).some((h) => h.id === anchor))
    throw bad('anchor-unknown');
  if (kind !== 'predate') return;
  const others = (await loadPredates(db, caseId)).filter((p) => p.id !== predateId);
  if (anchor !== predateId && !others.some((p) => p.id === anchor)) throw bad('anchor-unknown');
  if (hasCycle([...others, anchored(predateId ?? newOne, predate)])) throw bad('anchor-cycle');
}

async function openDates(db: ReadHandle, caseId: string): Promise<{ ruleId: string; due: PlainDate }[]> {
  const rows = await db
    .selectFrom('deadline')
    .select(['rule_id', 'due'])
    .where('case_id', '=', caseId)
    .orderBy('due')
    .execute();
  return rows.map((r) => ({ ruleId: r.rule_id, due: r.due as PlainDate }));
}

async function dayOf(
  db: ReadHandle,
  law: LawSource,
  caseId: string,
  predateId: string | null,
  predate: Wanted,
): Promise<PlainDate | null> {
  const others = (await loadPredates(db, caseId)).filter((p) => p.id !== predateId);
  const asked = anchored(predateId ?? newOne, predate);
  const find = dueFinder(
    [...others, asked],
    await loadHearingDays(db, caseId),
    await openDates(db, caseId),
    law.current.calendar,
  );
  return find(asked);
}
