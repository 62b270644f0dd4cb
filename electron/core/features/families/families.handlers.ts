import type { familiesContract } from '../../../../shared/features/families/families.contract.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { continueCase, nextRoutes, previewRoute } from './continue.ts';
import { candidates, consolidate, familyOf, linkCases, unlinkCases } from './links.ts';
import { separateMembers } from './separate.ts';

export function familiesHandlers(law: LawSource): Handlers<typeof familiesContract> {
  return {
    'families.of': (ctx, { caseId }) => familyOf(ctx.db, caseId),
    'families.next': (ctx, { caseId }) => nextRoutes(ctx.db, law.current, caseId, ctx.today),
    'families.preview': (ctx, { caseId, routeId, filedOn }) =>
      previewRoute(ctx.db, law.current, caseId, routeId, filedOn, ctx.today),
    'families.continue': (ctx, input) => continueCase(ctx, law.current, input),
    'families.separate': (ctx, input) => separateMembers(ctx, law.current, input),
    'families.consolidate': (ctx, input) => consolidate(ctx, law.current, input),
    'families.link': (ctx, input) => linkCases(ctx, law.current, input),
    'families.unlink': (ctx, input) => unlinkCases(ctx, law.current, input),
    'families.candidates': (ctx, { caseId, text }) => candidates(ctx.db, caseId, text),
  };
}
