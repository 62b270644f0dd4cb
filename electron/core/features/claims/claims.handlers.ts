import type { claimsContract } from '../../../../shared/features/claims/claims.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { fen } from '../../../../shared/kernel/money.ts';
import { rmbUppercase } from '../../../../shared/law/words/rmb.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkRecord, loadCaseRow, refreshCase } from '../cases/index.ts';
import { claimItemHandlers, loadClaimCase, memberClaim } from '../claim-items/index.ts';
import { amountsByMember, finalityAt, limitAt, owedBy } from './index.ts';

export function claimsHandlers(law: LawSource): Handlers<typeof claimsContract> {
  return {
    async 'claims.forCase'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const limitFen = limitAt(law.current, file.region, ctx.today)?.limitFen ?? null;
      const members = file.members.map((m) => memberClaim(file, m, law.current, limitFen));
      const arrearsFen = fen(members.reduce((sum, m) => sum + m.owedFen, 0));
      const itemsFen = fen(members.reduce((sum, m) => sum + m.itemsFen, 0));
      const totalFen = fen(arrearsFen + itemsFen);
      return {
        totalFen,
        totalInWords: rmbUppercase(totalFen),
        arrearsFen,
        itemsFen,
        workersOwed: members.filter((m) => m.owedFen + m.itemsFen > 0).length,
        members,
        sources: [...wageSources],
        finality: finalityAt(law.current, file.region, ctx.today, amountsByMember(file.members, file.items)),
      };
    },

    ...claimItemHandlers(law),

    async 'claims.saveArrears'(ctx, input) {
      const { caseId, memberId, rows } = input;
      await checkRecord(ctx.db, 'case_member', input, memberId);
      const owedFen = owedBy(rows, law.current, ctx.today);
      const result = await ctx.db
        .updateTable('case_member')
        .set((eb) => ({
          arrears: JSON.stringify(rows),
          owed_fen: owedFen,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', memberId)
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'member' } });
      const version = await refreshCase(ctx, law.current, caseId);
      ctx.about(caseId, { member: memberId, rows: rows.length });
      return { version, owedFen };
    },
  };
}

const wageSources = [
  {
    instrument: { zh: '劳动法', en: 'Labour Law' },
    article: '50',
    version: '2018-12-29',
    status: 'verified',
  },
  {
    instrument: { zh: '劳动合同法', en: 'Labour Contract Law' },
    article: '30',
    version: '2012-12-28',
    status: 'verified',
  },
  {
    instrument: { zh: '工资支付暂行规定', en: 'Interim Provisions on Wage Payment' },
    article: '7, 9',
    version: '1995-01-01',
    status: 'verified',
  },
  {
    instrument: {
      zh: '保障农民工工资支付条例',
      en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
    },
    article: '12–16',
    version: '2020-05-01',
    status: 'verified',
  },
] as const;
