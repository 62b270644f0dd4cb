import type { hearingsContract, Phrase } from '../../../../shared/features/hearings/hearings.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';

type Lists = Pick<
  Handlers<typeof hearingsContract>,
  | 'hearings.rooms'
  | 'hearings.saveRoom'
  | 'hearings.removeRoom'
  | 'hearings.phrases'
  | 'hearings.savePhrase'
  | 'hearings.removePhrase'
>;

/** The office's own lists: its rooms, and what it likes to write into minutes. */
export const listHandlers: Lists = {
  async 'hearings.rooms'(ctx) {
    const rows = await ctx.db
      .selectFrom('room')
      .selectAll()
      .where('deleted_at', 'is', null)
      .orderBy('name')
      .execute();
    return rows.map((r) => ({ id: r.id, name: r.name, place: r.place, version: r.version }));
  },

  async 'hearings.saveRoom'(ctx, { id, recordVersion, name, place }) {
    const twin = await ctx.db
      .selectFrom('room')
      .select('id')
      .where('name', '=', name)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (twin && twin.id !== id) throw fieldError('name', 'room-twice');
    const version = await next(ctx, 'room', id, recordVersion);
    const roomId = id ?? ctx.newId();
    if (id === null)
      await ctx.db
        .insertInto('room')
        .values({ id: roomId, name, place, created_at: ctx.now, version, deleted_at: null })
        .execute();
    else await ctx.db.updateTable('room').set({ name, place, version }).where('id', '=', id).execute();
    ctx.about(null, { room: roomId });
    ctx.changed('case', 'rooms');
    return { id: roomId, version };
  },

  async 'hearings.removeRoom'(ctx, { id, gone }) {
    await mark(ctx, 'room', id, gone);
    ctx.about(null, { room: id, gone });
    ctx.changed('case', 'rooms');
    return {};
  },

  async 'hearings.phrases'(ctx) {
    const rows = await ctx.db
      .selectFrom('phrase')
      .selectAll()
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map((r) => ({
      id: r.id,
      kind: r.kind as Phrase['kind'],
      title: r.title,
      body: r.body,
      version: r.version,
    }));
  },

  async 'hearings.savePhrase'(ctx, { id, recordVersion, ...fields }) {
    const version = await next(ctx, 'phrase', id, recordVersion);
    const phraseId = id ?? ctx.newId();
    if (id === null)
      await ctx.db
        .insertInto('phrase')
        .values({ id: phraseId, ...fields, version, deleted_at: null })
        .execute();
    else
      await ctx.db
        .updateTable('phrase')
        .set({ ...fields, version })
        .where('id', '=', id)
        .execute();
    ctx.about(null, { phrase: phraseId });
    ctx.changed('case', 'phrases');
    return { id: phraseId, version };
  },

  async 'hearings.removePhrase'(ctx, { id, gone }) {
    await mark(ctx, 'phrase', id, gone);
    ctx.about(null, { phrase: id, gone });
    ctx.changed('case', 'phrases');
    return {};
  },
};

type ListTable = 'room' | 'phrase';

/** The version after this change. @throws AppError `not-found`, `conflict`. */
async function next(
  ctx: MutationContext,
  table: ListTable,
  id: string | null,
  recordVersion: number,
): Promise<number> {
  if (id === null) return 1;
  const row = await ctx.db
    .selectFrom(table)
    .select(['version', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.deleted_at !== null) throw new AppError('not-found', { details: { what: table } });
  if (row.version !== recordVersion)
    throw new AppError('conflict', { details: { expected: recordVersion, actual: row.version } });
  return row.version + 1;
}

async function mark(ctx: MutationContext, table: ListTable, id: string, gone: boolean): Promise<void> {
  const result = await ctx.db
    .updateTable(table)
    .set((eb) => ({ deleted_at: gone ? ctx.now : null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('deleted_at', gone ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: table } });
}
