import type { searchContract, searchKinds } from '../../../../shared/features/search/search.contract.ts';
import { isIndexSound } from '../../db/fulltext.ts';
import type { Handlers } from '../../kernel/context.ts';
import { parseQuery } from './query.ts';
import { beginFill, fillSlice, fillState } from './search.fill.ts';
import { findRecords } from './search.find.ts';
import { repairIndex, verifyIndex } from './search.index.ts';
import { findChoices, findRules } from './static.ts';

export const searchHandlers: Handlers<typeof searchContract> = {
  async 'search.find'(ctx, { text, language, kinds, choices, limit }) {
    const query = parseQuery(text);
    const asks = (kind: (typeof searchKinds)[number]) => kinds?.includes(kind) ?? true;
    const blank = query.words.length === 0;
    const groups = blank
      ? []
      : [
          ...(await findRecords(ctx, query, { kinds, limit })),
          ...(asks('rule') ? findRules(query, language, limit) : []),
          ...(asks('choice') ? findChoices(query, choices, limit) : []),
        ];
    return { cut: query.cut, blank, filling: await fillState(ctx.db), groups };
  },
  async 'search.verify'(ctx) {
    const { db } = ctx.reading();
    return verifyIndex(db, ctx.breathe);
  },
  async 'search.repair'(ctx, { records }) {
    // One that contradicts itself cannot be mended piece by piece.
    if (!(await isIndexSound(ctx.db))) {
      await beginFill(ctx.db, true);
      return { records: 0 };
    }
    const repaired = await repairIndex(ctx, records);
    ctx.about(null, { records: repaired });
    ctx.changed('office', 'search-repaired');
    return { records: repaired };
  },
  async 'search.state'(ctx) {
    return { filling: await fillState(ctx.db) };
  },
  async 'search.rebuild'(ctx, { keep }) {
    const state = await beginFill(ctx.db, keep);
    ctx.about(null, { records: state.total, emptied: state.emptied });
    ctx.changed('office', 'search-filling');
    return state;
  },
  async 'search.fill'(ctx) {
    const filling = await fillSlice(ctx);
    if (!filling) ctx.changed('office', 'search-filled');
    return { filling };
  },
};
