import type { editingContract } from '../../../../../shared/features/documents/editing.contract.ts';
import type { PaperEngine } from '../../../../paper/index.ts';
import type { Handlers } from '../../../kernel/context.ts';
import type { LawSource } from '../../../kernel/law-data.ts';
import type { AwardService } from '../../outcomes/index.ts';
import { checkSet } from './check.ts';
import { livePaper } from './live.ts';
import { phraseHandlers } from './phrases.ts';
import { serve, servedDay, unserve } from './services.ts';
import { keepText, saveTexts, textsOf } from './texts.ts';
import { compare, correct, finalise } from './versions.ts';

/** Writing the texts of papers, and what becomes of a paper once it is made. */
export function editingHandlers(
  law: LawSource,
  engine: PaperEngine,
  award: AwardService,
): Handlers<typeof editingContract> {
  return {
    ...phraseHandlers,
    'documents.texts': (ctx, input) => textsOf(ctx, law.current, input),
    'documents.live': (ctx, input) => livePaper(ctx, law.current, engine, input),
    'documents.check': (ctx, { caseId, set }) => checkSet(ctx, law.current, caseId, set),
    'documents.compare': (ctx, input) => compare(ctx, law.current, input),
    'documents.servedOn': (ctx, input) => servedDay(ctx.db, law.current, input),
    'documents.serve': (ctx, input) => serve(ctx, law.current, award, input),
    'documents.correct': { prepare: (ctx, input) => correct(ctx, law.current, engine, input) },

    async 'documents.keepText'(ctx, { caseId, field, text, base }) {
      return { savedAt: await keepText(ctx, caseId, field, text, base) };
    },

    async 'documents.saveTexts'(ctx, input) {
      await saveTexts(ctx, law.current, input);
      return { saved: input.texts.length };
    },

    async 'documents.finalise'(ctx, input) {
      return { finalised: await finalise(ctx, law.current, input) };
    },

    async 'documents.unserve'(ctx, input) {
      await unserve(ctx, law.current, award, input);
      return {};
    },
  };
}
