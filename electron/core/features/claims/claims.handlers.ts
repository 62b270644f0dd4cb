import type { claimsContract } from '../../../../shared/features/claims/claims.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import { minimumWageAt, minimumWageName } from '../../../../shared/law/index.ts';
import { rmbUppercase } from '../../../../shared/law/words/rmb.ts';
import type { Handlers, QueryContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { checkVersion, loadCaseRow, loadMemberRows, refreshCase, toMember } from '../cases/index.ts';
import { loadOffice } from '../office/index.ts';
import { arrearsOf, owedBy } from './index.ts';

export function claimsHandlers(law: LawData): Handlers<typeof claimsContract> {
  return {
    async 'claims.forCase'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      const members = (await loadMemberRows(ctx.db, caseId)).map((row) => {
        const m = toMember(row, 0);
        const computed = arrearsOf(m.arrears, law, ctx.today);
        return {
          memberId: m.id,
          name: m.name,
          owedFen: computed.owedFen,
          overpaidFen: computed.overpaidFen,
          from: m.arrears.map((r) => r.period.from).sort()[0] ?? null,
          to:
            m.arrears
              .map((r) => r.period.to)
              .sort()
              .at(-1) ?? null,
          rows: computed.rows.map((r, i) => {
            const { from, to } = m.arrears[i]?.period ?? unreachable();
            return {
              from,
              to,
              grossFen: r.grossFen,
              deductedFen: r.deductFen,
              paidFen: r.paidFen,
              owedFen: r.owedFen,
              overpaidFen: r.overpaidFen,
              line: r.line,
            };
          }),
          warnings: computed.checks.map((c) => ({ code: c.code, message: c.text })),
        };
      });
      const totalFen = fen(members.reduce((sum, m) => sum + m.owedFen, 0));
      return {
        totalFen,
        totalInWords: rmbUppercase(totalFen),
        workersOwed: members.filter((m) => m.owedFen > 0).length,
        members,
        sources: [...wageSources],
        finality: await finalityOf(ctx, law, members),
      };
    },

    async 'claims.saveArrears'(ctx, { caseId, expectedVersion, memberId, rows }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const owedFen = owedBy(rows, law, ctx.today);
      const result = await ctx.db
        .updateTable('case_member')
        .set({ arrears: JSON.stringify(rows), owed_fen: owedFen })
        .where('id', '=', memberId)
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'member' } });
      const version = await refreshCase(ctx, law, caseId);
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

/** 一裁终局, worker by worker (劳动争议调解仲裁法 art. 47(1)): the item against twelve local monthly minimum wages. */
async function finalityOf(ctx: QueryContext, law: LawData, members: readonly { owedFen: number }[]) {
  if (!law.minimumWages) return null;
  const { region_code: region } = await loadOffice(ctx.db);
  try {
    const wage = minimumWageAt(law.minimumWages, region, ctx.today);
    const limitFen = fen(wage.monthlyFen * 12) satisfies Fen;
    const owed = members.filter((m) => m.owedFen > 0);
    const finalCount = owed.filter((m) => m.owedFen <= limitFen).length;
    const name = minimumWageName(wage.row);
    return {
      finalCount,
      nonFinalCount: owed.length - finalCount,
      limitFen,
      note: {
        zh: `按${name.zh}第${wage.tier}档计算，逐人判断。${wage.warnings.map((w) => w.text.zh).join('')}`,
        en: `By ${name.en}, tier ${wage.tier}, worker by worker. ${wage.warnings.map((w) => w.text.en).join(' ')}`,
      },
    };
  } catch (error) {
    // The region's standard is not loaded, or its tier is not known: the screen says so, nothing is guessed.
    if (error instanceof AppError && error.failure.code === 'no-data') return null;
    throw error;
  }
}

function unreachable(): never {
  throw new AppError('internal', { details: { arrears: 'row-count' } });
}
