import type { searchContract, searchKinds } from '../../../../shared/features/search/search.contract.ts';
import type { Handlers } from '../../kernel/context.ts';
import { parseQuery } from './query.ts';
import { findRecords } from './search.find.ts';
import { rebuildIndex, repairIndex, verifyIndex } from './search.index.ts';
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
    return { cut: query.cut, blank, groups };
  },
  async 'search.verify'(ctx) {
    const { db } = ctx.reading();
    return verifyIndex(db, ctx.breathe);
  },
  async 'search.repair'(ctx, { records }) {
    const repaired = await repairIndex(ctx, records);
    ctx.about(null, { records: repaired });
    ctx.changed('office', 'search-repaired');
    return { records: repaired };
  },
  async 'search.rebuild'(ctx) {
    const texts = await rebuildIndex(ctx);
    ctx.about(null, { texts });
    return { texts };
  },
};
