import { binDays, type UndoAct, type undoContract } from '../../../../shared/features/undo/undo.contract.ts';
import { addDays, chinaDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { watchedTables } from '../../db/changes.ts';
import { purgeRows } from '../../db/purge.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { may } from '../../kernel/permissions.ts';
import { appendAudit } from '../audit/index.ts';
import { dependentsOf } from './undo.dependents.ts';
import { actsOf } from './undo.pages.ts';
import { undoAct } from './undo.service.ts';
import type { UndoActTable } from './undo.table.ts';

const pageSize = 50;
const dayMs = 86_400_000;

export function undoHandlers(law: LawSource): Handlers<typeof undoContract> {
  return {
    async 'undo.last'(ctx, { scope, beside, since }) {
      const pages = beside ? [scope, beside] : [scope];
      const row = await ctx.db
        .selectFrom('undo_act')
        .selectAll()
        .where('actor_id', '=', ctx.actor.userId)
        .where((eb) =>
          eb.or(
            pages.flatMap((page) => {
              const { kinds, filed, except } = actsOf(page);
              const own = kinds.length > 0 ? [eb('kind', 'in', kinds)] : [];
              return filed ? [...own, eb('scope', '=', page).and('kind', 'not in', except)] : own;
            }),
          ),
        )
        .where('at', '>=', since)
        .where('undone_at', 'is', null)
        .where('verb', '!=', 'undo.done')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return { act: row ? toAct(row, null) : null };
    },
    async 'undo.undo'(ctx, { actId }) {
      const act = await ctx.db.selectFrom('undo_act').selectAll().where('id', '=', actId).executeTakeFirst();
      if (!act) throw new AppError('rule-violation', { details: { rule: 'gone-for-good' } });
      const ownFilter = act.kind === 'filter' && act.actor_id === ctx.actor.userId;
      if (!ownFilter && !may(ctx.actor, 'case.write')) throw new AppError('permission-denied');
      // An act in sight is taken back as a whole, also what it did to cases that follow this one.
      const caseIds = await undoAct(wholeOffice(ctx), law.current, act);
      ctx.about(act.case_id, { act: act.id, verb: act.verb, rows: act.row_count });
      ctx.changed('case', act.case_id ?? '');
      ctx.changed('task', act.case_id ?? '');
      if (act.kind === 'enquiry') ctx.changed('person', 'enquiries');
      if (act.case_id === null) ctx.changed('office', '');
      return { act: toAct(act, null), caseIds };
    },
    async 'bin.list'(ctx, { cursor }) {
      let query = ctx.db
        .selectFrom('undo_act')
        .leftJoin('case_file', 'case_file.id', 'undo_act.case_id')
        .selectAll('undo_act')
        .select(['case_file.number as case_number', 'case_file.deleted_at as case_deleted_at'])
        .where('undo_act.undone_at', 'is', null)
        // Filters are everybody's own.
        .where((eb) =>
          eb.or([eb('undo_act.kind', '!=', 'filter'), eb('undo_act.actor_id', '=', ctx.actor.userId)]),
        )
        .where((eb) =>
          eb.or([
            eb('undo_act.deleted_count', '>', 0),
            eb.and([eb('undo_act.row_count', '>', 1), eb('undo_act.verb', '!=', 'undo.done')]),
          ]),
        )
        .orderBy('undo_act.id', 'desc')
        .limit(pageSize + 1);
      if (cursor) query = query.where('undo_act.id', '<', cursor);
      const rows = await query.execute();
      const items = rows.slice(0, pageSize).map((row) => ({
        ...toAct(row, row.case_number),
        purgedOn: addDays(chinaDate(row.at), binDays),
        caseInBin: row.kind !== 'case' && row.case_deleted_at !== null,
      }));
      return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
    },
    'bin.dependents': (ctx, { kind, ids }) => dependentsOf(ctx, kind, ids),
    'bin.purge': (ctx) => purge(ctx),
  };
}

function toAct(row: UndoActTable, caseNumber: string | null): UndoAct {
  return {
    id: row.id,
    at: row.at,
    verb: row.verb,
    who: row.actor_name,
    kind: row.kind as UndoAct['kind'],
    label: row.label,
    rows: row.row_count,
    deleted: row.deleted_count,
    caseId: row.case_id,
    caseNumber,
  };
}

/** What was deleted thirty days ago goes for good, with its files; the record keeps how much it was. */
async function purge(ctx: MutationContext): Promise<{ records: number }> {
  const { db } = ctx;
  const before = new Date(ctx.world.clock.now() - binDays * dayMs).toISOString();
  const counts: Record<string, number> = {};
  const blobs: string[] = [];
  for (const table of watchedTables) {
    // A hearing goes on naming the room in which it was held, a report the enquiry that it was made for.
    if (table === 'room' || table === 'enquiry') continue;
    const old = await db
      .selectFrom(table as 'case_file')
      .select('id')
      .where('deleted_at', '<', before)
      .execute();
    const ids = old.map((r) => r.id);
    if (ids.length === 0) continue;
    const papers = await db
      .selectFrom('document')
      .select('blob_id')
      .where(table === 'case_file' ? 'case_id' : 'id', 'in', ids)
      .execute();
    if (table === 'case_file' || table === 'document') blobs.push(...papers.map((p) => p.blob_id));
    for (const [name, count] of await purgeRows(db, table, ids)) counts[name] = (counts[name] ?? 0) + count;
  }
  const acts = await db.selectFrom('undo_act').select('id').where('at', '<', before).execute();
  await purgeRows(
    db,
    'undo_act',
    acts.map((a) => a.id),
  );
  const records = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (records > 0) {
    await appendAudit(db, {
      at: ctx.now,
      verb: 'bin.purged',
      actor: ctx.actor,
      caseId: null,
      details: { before, ...counts },
    });
    ctx.changed('case', '');
  }
  ctx.onCommit(() => {
    for (const id of blobs) ctx.files.remove(id);
  });
  return { records };
}
