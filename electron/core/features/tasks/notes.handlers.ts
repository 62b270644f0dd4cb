import type { tasksContract } from '../../../../shared/features/tasks/tasks.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import { mentionsIn } from './mentions.ts';
import { columnsOf, listNotes, loadForChange } from './tasks.repo.ts';

type Own = 'notes.list' | 'notes.save' | 'notes.remove' | 'notes.seen';

export const noteHandlers: Pick<Handlers<typeof tasksContract>, Own> = {
  'notes.list': (ctx, { about, cursor }) => listNotes(ctx.db, { about, cursor }),

  async 'notes.save'(ctx, { id, expectedVersion, about, body }) {
    const before = id === null ? null : await loadForChange(ctx.db, 'note', id, expectedVersion);
    if (before && before.author_id !== ctx.actor.userId)
      throw new AppError('rule-violation', { details: { rule: 'not-the-author' } });
    const owner = before ?? (await columnsOf(ctx.db, about));
    const made = id ?? ctx.newId();
    if (before)
      await ctx.db
        .updateTable('note')
        .set({ body, edited_at: ctx.now, version: before.version + 1 })
        .where('id', '=', made)
        .execute();
    else
      await ctx.db
        .insertInto('note')
        .values({
          id: made,
          case_id: owner.case_id,
          person_id: owner.person_id,
          body,
          author_id: ctx.actor.userId,
          author_name: ctx.actor.userName,
          written_at: ctx.now,
          edited_at: null,
          deleted_at: null,
        })
        .execute();
    const called = await call(ctx, made, body);
    ctx.about(owner.case_id, { note: made, mentions: called.length });
    ctx.changed('task', owner.case_id ?? '');
    return { id: made, version: before ? before.version + 1 : 1, mentioned: called };
  },

  async 'notes.remove'(ctx, { id, expectedVersion }) {
    const row = await loadForChange(ctx.db, 'note', id, expectedVersion);
    if (row.author_id !== ctx.actor.userId && ctx.actor.role !== 'manager')
      throw new AppError('rule-violation', { details: { rule: 'not-the-author' } });
    await ctx.db
      .updateTable('note')
      .set({ deleted_at: ctx.now, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    ctx.about(row.case_id, { note: id });
    ctx.changed('task', row.case_id ?? '');
    return {};
  },

  async 'notes.seen'(ctx, { ids }) {
    await ctx.db
      .updateTable('note_mention')
      .set({ seen_at: ctx.now })
      .where('user_id', '=', ctx.actor.userId)
      .where('note_id', 'in', ids)
      .where('seen_at', 'is', null)
      .execute();
    ctx.changed('task', '');
    return {};
  },
};

/** Keeps whom a note calls: who was called already is not called again by a corrected word. */
async function call(ctx: MutationContext, noteId: string, body: string): Promise<string[]> {
  const colleagues = await ctx.db
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('deactivated_at', 'is', null)
    .execute();
  const called = mentionsIn(body, colleagues);
  const ids = called.map((c) => c.id);
  let gone = ctx.db.deleteFrom('note_mention').where('note_id', '=', noteId);
  if (ids.length > 0) gone = gone.where('user_id', 'not in', ids);
  await gone.execute();
  if (ids.length > 0)
    await ctx.db
      .insertInto('note_mention')
      .values(
        ids.map((user_id) => ({
          note_id: noteId,
          user_id,
          // One's own name is a reminder to oneself that needs no bell.
          seen_at: user_id === ctx.actor.userId ? ctx.now : null,
        })),
      )
      .onConflict((oc) => oc.doNothing())
      .execute();
  return called.map((c) => c.name);
}
