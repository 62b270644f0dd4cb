import type { OutputOf } from '../../../../shared/contract/builders.ts';
import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import {
  calculatorInfo,
  isMoneyItem,
  itemCalculators,
} from '../../../../shared/features/claims/claim-items.rules.ts';
import { outdatedInputs } from '../../../../shared/features/claims/prefill.rules.ts';
import { noMoney } from '../../../../shared/features/group/group.checks.ts';
import type { GroupRow, groupContract } from '../../../../shared/features/group/group.contract.ts';
import type { CellValue, FactId } from '../../../../shared/features/group/group.fields.ts';
import { going, standingsOf } from '../../../../shared/features/group/group.status.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { loadCaseRow, loadEventRows, loadMemberRows, toEvent, toMember } from '../cases/index.ts';
import { type ClaimCase, loadItemAmounts, loadWages, prefilled } from '../claim-items/index.ts';
import { loadOffice } from '../office/index.ts';
import { moneyOfWorkers } from '../outcomes/index.ts';
import { loadActs, loadGroup } from './group.repo.ts';

type Matrix = OutputOf<(typeof groupContract)['group.matrix']>;
type ItemAmount = Awaited<ReturnType<typeof loadItemAmounts>>[number];

/** Facts of a worker by column. */
export function factsOf(m: Member): Record<FactId, CellValue> {
  const { job } = m;
  const from = m.arrears.map((r) => r.period.from).sort()[0];
  const to = m.arrears
    .map((r) => r.period.to)
    .sort()
    .at(-1);
  return {
    name: m.name,
    idNumber: m.idNumber,
    phone: m.phone,
    team: job.team,
    post: job.post,
    start: job.start,
    end: job.end,
    endKind: job.endKind,
    wageUnit: job.wageUnit,
    rate: job.rateFen,
    period: from && to ? `${from}/${to}` : null,
    site: job.site,
    recruiter: job.recruiter,
    payDay: job.payDay,
    contractSigned: job.contractSigned,
    bankHolder: m.bankHolder,
    bankName: m.bankName,
    bankAccount: m.bankAccount,
  };
}

/** Whether the arrears are one sum for one period, which can be typed over; more is told by the pay periods. */
export function isDirect(m: Pick<Member, 'arrears'>): boolean {
  const [only, ...more] = m.arrears;
  if (!only) return true;
  return (
    more.length === 0 &&
    only.unit === 'fixed' &&
    only.quantity === '1' &&
    only.otherFen === 0 &&
    only.deductions.length === 0 &&
    only.paid.length === 0
  );
}

/** The workers of a case as rows. */
export async function matrixOf(ctx: QueryContext, law: LawData, caseId: string): Promise<Matrix> {
  const { db } = ctx;
  await loadCaseRow(db, caseId);
  const members = (await loadMemberRows(db, caseId)).map(toMember);
  const items = await loadItemAmounts(db, caseId);
  const acts = await loadActs(db, caseId);
  const standings = standingsOf(acts);
  const { shared, election } = await loadGroup(db, caseId);
  const file: ClaimCase = {
    caseId,
    region: (await loadOffice(db)).region_code,
    today: ctx.today,
    members,
    items: [],
    wages: await loadWages(db, caseId),
    events: (await loadEventRows(db, caseId)).map(toEvent),
  };
  const byMember = Map.groupBy(items, (i) => i.memberId);
  const used = new Set(items.map((i) => i.calculator));
  const calculators = itemCalculators()
    .filter((c) => used.has(c.id) && isMoneyItem(c))
    .map((c) => c.id);
  const ids = members.map((m) => m.id);
  const money = await moneyOfWorkers(db, caseId, ids, law, ctx.today);
  const rows = members.map((m): GroupRow => {
    const own = byMember.get(m.id) ?? [];
    const claims = claimCells(file, m, own, calculators, law);
    const standing = standings.get(m.id) ?? going;
    const computed = Object.values(claims).reduce((sum, c) => sum + (c.computedFen ?? 0), 0);
    return {
      memberId: m.id,
      version: m.version,
      values: factsOf(m),
      arrears: { owedFen: m.owedFen, periods: m.arrears.length, direct: isDirect(m) },
      claims,
      claimedFen: m.owedFen + m.itemsFen,
      computedFen: m.owedFen + computed,
      money: money.get(m.id) ?? noMoney,
      status: standing.status,
      statusOn: standing.on,
      statusNote: standing.note,
      isRepresentative: m.isRepresentative,
    };
  });
  const total = await db
    .selectFrom('case_member')
    .select((eb) => [eb.fn.sum('owed_fen').as('owed'), eb.fn.sum('items_fen').as('items')])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    rows,
    calculators,
    shared,
    election,
    acts,
    totalFen: Number(total.owed ?? 0) + Number(total.items ?? 0),
  };
}

function claimCells(
  file: ClaimCase,
  member: Member,
  own: readonly ItemAmount[],
  calculators: readonly string[],
  law: LawData,
): GroupRow['claims'] {
  const cells: GroupRow['claims'] = {};
  for (const calculator of calculators) {
    const items = own.filter((i) => i.calculator === calculator);
    if (items.length === 0) continue;
    const known = items.map((i) => i.amountFen).filter((a) => a !== null);
    const computed = items.map((i) => i.computedFen).filter((a) => a !== null);
    const sum = (list: readonly number[]): number | null =>
      list.length === 0 ? null : list.reduce((a, b) => a + b, 0);
    const now = prefilled(file, member, calculator, law);
    cells[calculator] = {
      claimedFen: sum(known),
      computedFen: sum(computed),
      typed: items.some((i) => i.claimedFen !== null),
      items: items.length,
      outdated: items.some((i) => outdatedInputs(i.inputs, now).length > 0),
    };
  }
  return cells;
}

/** Whether a claim of this kind can stand in the matrix. */
export function isClaimKind(calculator: string): boolean {
  const info = calculatorInfo(calculator);
  return info !== undefined && isMoneyItem(info) && itemCalculators().some((c) => c.id === calculator);
}
