import type { Member } from '../../../../shared/features/cases/case.schemas.ts';
import { calculatorInfo } from '../../../../shared/features/claims/claim-items.rules.ts';
import type {
  ChangedClaim,
  ChangedDate,
  LawDataEffects,
} from '../../../../shared/features/law-data/law-data.contract.ts';
import { ruleOf } from '../../../../shared/law/index.ts';
import type { CallContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  type CaseFileRow,
  loadCaseRow,
  loadEventRows,
  loadMemberRows,
  toEvent,
  toFiling,
  toMember,
} from '../cases/index.ts';
import { changedItems, loadItems, type StoredItem } from '../claim-items/index.ts';
import { amountsByMember, finalityAt } from '../claims/index.ts';
import {
  type DatedCase,
  deriveForCase,
  loadChoices,
  type OpenDate,
  optionsOf,
  trackOfRow,
} from '../deadlines/index.ts';
import { loadOffice } from '../office/index.ts';

/** Ids of the open cases: only their dates and amounts still matter. */
export async function openCaseIds(db: ReadHandle): Promise<string[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('id')
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** What another state of the data would change in the open cases. Nothing is stored. */
export async function effectsOf(
  ctx: CallContext,
  db: ReadHandle,
  before: LawData,
  after: LawData,
): Promise<LawDataEffects> {
  const { region_code: regionCode } = await loadOffice(db);
  const ids = await openCaseIds(db);
  const dates: ChangedDate[] = [];
  const claims: ChangedClaim[] = [];
  for (const [i, caseId] of ids.entries()) {
    const row = await loadCaseRow(db, caseId);
    const members = (await loadMemberRows(db, caseId)).map(toMember);
    const file: DatedCase = {
      track: trackOfRow(row),
      cause: row.cause,
      regionCode,
      applicantSide: toFiling(row).applicantSide,
      events: (await loadEventRows(db, caseId)).map(toEvent),
      members,
      choices: optionsOf(await loadChoices(db, caseId)),
    };
    dates.push(
      ...changedDates(
        row,
        deriveForCase(file, before, ctx.today).open,
        deriveForCase(file, after, ctx.today).open,
      ),
    );
    const items = await loadItems(db, caseId);
    claims.push(
      ...changedAmounts(row, members, items, regionCode, ctx.today, before, after),
      ...changedFinality(row, members, items, regionCode, ctx.today, before, after),
    );
    ctx.progress('checking-cases', i + 1, ids.length);
    await ctx.breathe();
  }
  return {
    casesChecked: ids.length,
    // What moves first, then what only ceases to be provisional; within both the soonest.
    dates: dates.sort((a, b) => rank(a) - rank(b) || (a.after ?? '9').localeCompare(b.after ?? '9')),
    datesMoved: dates.filter((d) => d.before !== d.after).length,
    datesSettled: dates.filter((d) => d.before === d.after && d.provisionalBefore).length,
    claims,
    claimsChanged: claims.length,
  };
}

const rank = (d: ChangedDate): number => (d.before === d.after ? 1 : 0);

/** Dates of one rule are paired in their order; a date that is gone or new has nothing on the other side. */
function changedDates(
  row: CaseFileRow,
  before: readonly OpenDate[],
  after: readonly OpenDate[],
): ChangedDate[] {
  const rules = [...new Set([...before, ...after].map((d) => d.ruleId))];
  return rules.flatMap((ruleId) => {
    const was = before.filter((d) => d.ruleId === ruleId);
    const is = after.filter((d) => d.ruleId === ruleId);
    return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => ({
      caseId: row.id,
      number: row.number,
      firstApplicant: row.first_applicant,
      ruleId,
      title: ruleOf(ruleId).title,
      before: was[i]?.due ?? null,
      after: is[i]?.due ?? null,
      provisionalBefore: was[i]?.provisional ?? false,
      provisionalAfter: is[i]?.provisional ?? false,
    })).filter((d) => d.before !== d.after || d.provisionalBefore !== d.provisionalAfter);
  });
}

/** Items of the claim that the data would make another amount. They stay as kept until somebody recomputes them. */
function changedAmounts(
  row: CaseFileRow,
  members: readonly Member[],
  items: readonly StoredItem[],
  regionCode: string,
  today: Parameters<typeof finalityAt>[2],
  before: LawData,
  after: LawData,
): ChangedClaim[] {
  return changedItems(items, before, after, regionCode, today).flatMap((changed) => {
    const worker = members.find((m) => m.id === changed.item.memberId)?.name;
    const { calculator, id } = changed.item;
    if (worker === undefined) return [];
    return [
      {
        caseId: row.id,
        number: row.number,
        firstApplicant: row.first_applicant,
        itemId: id,
        worker,
        title: calculatorInfo(calculator)?.title ?? { zh: calculator, en: calculator },
        beforeFen: changed.beforeFen,
        afterFen: changed.afterFen,
        differenceFen: changed.differenceFen,
        note: null,
      },
    ];
  });
}

/** The ceiling of an award that is final at first instance rests on the local minimum wage. */
function changedFinality(
  row: CaseFileRow,
  members: readonly Member[],
  items: readonly StoredItem[],
  regionCode: string,
  today: Parameters<typeof finalityAt>[2],
  before: LawData,
  after: LawData,
): ChangedClaim[] {
  const amounts = amountsByMember(members, items);
  if (amounts.every((m) => m.amounts.length === 0)) return [];
  const was = finalityAt(before, regionCode, today, amounts);
  const is = finalityAt(after, regionCode, today, amounts);
  if (was?.limitFen === is?.limitFen) return [];
  return [
    {
      caseId: row.id,
      number: row.number,
      firstApplicant: row.first_applicant,
      itemId: null,
      worker: null,
      title: {
        zh: '一裁终局限额（12个月最低工资）',
        en: 'Ceiling of a final award (12 monthly minimum wages)',
      },
      beforeFen: was?.limitFen ?? null,
      afterFen: is?.limitFen ?? null,
      differenceFen: was && is ? is.limitFen - was.limitFen : null,
      note: is && {
        zh: `一裁终局${was?.finalCount ?? '?'} → ${is.finalCount}人，非终局${was?.nonFinalCount ?? '?'} → ${is.nonFinalCount}人`,
        en: `final ${was?.finalCount ?? '?'} → ${is.finalCount} workers, not final ${was?.nonFinalCount ?? '?'} → ${is.nonFinalCount}`,
      },
    },
  ];
}
