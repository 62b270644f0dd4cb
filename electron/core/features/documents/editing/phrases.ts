import builtIn from '../../../../../resources/phrases/phrases.json' with { type: 'json' };
import {
  type editingContract,
  type PhraseCause,
  phraseCauses,
  type TextPhrase,
} from '../../../../../shared/features/documents/editing.contract.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import type { Handlers } from '../../../kernel/context.ts';

type Phrases = Pick<
  Handlers<typeof editingContract>,
  'documents.phrases' | 'documents.savePhrase' | 'documents.removePhrase'
>;

const causeOf = (text: string): PhraseCause => phraseCauses.find((c) => c === text) ?? 'other';

/** The office's own phrases first, then those that come with the program. */
export const phraseHandlers: Phrases = {
  async 'documents.phrases'(ctx, { language }) {
    const rows = await ctx.db
      .selectFrom('text_phrase')
      .selectAll()
      .where('deleted_at', 'is', null)
      .orderBy('title')
      .orderBy('id')
      .execute();
    const own = rows.map(
      ({ id, cause, title, body, version }): TextPhrase => ({
        id,
        cause: causeOf(cause),
        title,
        body,
        builtIn: false,
        version,
      }),
    );
    const given = builtIn.map(({ id, cause, title, body }): TextPhrase => {
      const pick = (words: { zh: string; en: string }): string => (language === 'en' ? words.en : words.zh);
      return { id, cause: causeOf(cause), title: pick(title), body: pick(body), builtIn: true, version: 0 };
    });
    return [...own, ...given];
  },

  async 'documents.savePhrase'(ctx, { id, recordVersion, ...fields }) {
    const phraseId = id ?? ctx.newId();
    if (id === null)
      await ctx.db
        .insertInto('text_phrase')
        .values({ id: phraseId, ...fields, version: 1, deleted_at: null })
        .execute();
    else {
      const row = await ctx.db
        .selectFrom('text_phrase')
        .select('version')
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (!row) throw new AppError('not-found', { details: { what: 'phrase' } });
      if (row.version !== recordVersion)
        throw new AppError('conflict', { details: { expected: recordVersion, actual: row.version } });
      await ctx.db
        .updateTable('text_phrase')
        .set({ ...fields, version: recordVersion + 1 })
        .where('id', '=', id)
        .execute();
    }
    ctx.about(null, { phrase: phraseId });
    ctx.changed('document', 'phrases');
    return { id: phraseId, version: id === null ? 1 : recordVersion + 1 };
  },

  async 'documents.removePhrase'(ctx, { id, gone }) {
    const result = await ctx.db
      .updateTable('text_phrase')
      .set((eb) => ({ deleted_at: gone ? ctx.now : null, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('deleted_at', gone ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'phrase' } });
    ctx.about(null, { phrase: id, gone });
    ctx.changed('document', 'phrases');
    return {};
  },
};
