import type { WorkerMoney } from '../../../../shared/features/group/group.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { portions } from '../../db/portions.ts';
import { wholeOffice } from '../../db/sight.ts';
import type { ReadHandle, WriteHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { ledgerFor } from './outcomes.dues.ts';
import { loadOutcomes, loadPayments } from './outcomes.repo.ts';
import type { RecoveryTable } from './outcomes.table.ts';
import { keepRecovered } from './recovered.keep.ts';

export { type OutcomesLeft, outcomesLeft } from './outcomes.closing.ts';
export {
  loadOutcomeRows,
  loadOutcomes,
  loadPaymentRows,
  loadPayments,
  type StoredOutcome,
} from './outcomes.repo.ts';
export { employerName, toldByOutcomes } from './outcomes.told.ts';
export { keepRecoveredOf } from './recovered.keep.ts';
export { paymentsBesides, remediesAfter } from './remedies.ts';
export type { AwardService } from './served.ts';

/** Who is named with a sum in the settlement being drafted, or else in the newest one in force; null without one. */
export async function latestSettlement(
  db: ReadHandle,
  caseId: string,
): Promise<{ state: 'draft' | 'in-force'; memberIds: string[] } | null> {
  const live = (await loadOutcomes(db, caseId)).filter(
    (o) => o.kind === 'settlement' && o.replacedBy === null,
  );
  const found = live.findLast((o) => o.state === 'draft') ?? live.at(-1);
  if (!found) return null;
  const named = found.lines.filter((l) => (l.amountFen ?? 0) > 0).map((l) => l.memberId);
  return { state: found.state, memberIds: [...new Set(named)] };
}

/**
 * What each worker of a case was granted and paid, from the same account that the outcomes show. Workers of whom no
 * document speaks are left out.
 */
export async function moneyOfWorkers(
  db: ReadHandle,
  caseId: string,
  memberIds: readonly string[],
  law: LawData,
  today: PlainDate,
): Promise<Map<string, WorkerMoney>> {
  const outcomes = await loadOutcomes(db, caseId);
  if (outcomes.length === 0) return new Map();
  const agreed = new Set(outcomes.filter((o) => o.kind === 'settlement').map((o) => o.id));
  const ledger = ledgerFor(outcomes, await loadPayments(db, caseId), memberIds, law, today);
  return new Map(
    ledger.workers.map((w) => {
      const settledFen = w.cells.reduce((sum, c) => sum + (agreed.has(c.outcomeId) ? c.amountFen : 0), 0);
      return [
        w.memberId,
        {
          settledFen,
          awardedFen: w.grantedFen - settledFen,
          paidFen: w.paidFen,
          openFen: w.openFen,
          overFen: w.overFen,
        },
      ];
    }),
  );
}

/** Every agreed or awarded payment of a case that has a last day, paid or not, in the documents' order. Sums in fen. */
export async function duesOf(db: ReadHandle, caseId: string, law: LawData, today: PlainDate) {
  const outcomes = await loadOutcomes(db, caseId);
  if (outcomes.length === 0) return [];
  const members = await db
    .selectFrom('case_member')
    .select('id')
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  const ids = members.map((m) => m.id);
  const { dues } = ledgerFor(outcomes, await loadPayments(db, caseId), ids, law, today);
  return dues.flatMap(({ outcomeId, n, due, lastDay, amountFen, openFen }) =>
    lastDay === null ? [] : [{ outcomeId, n, due, lastDay, amountFen, openFen }],
  );
}

interface MemberSums {
  readonly id: string;
  readonly owedFen: number;
  readonly itemsFen: number;
}

/** A day on which a sum that was agreed or awarded falls due and is not paid. */
export interface OpenInstalment {
  readonly ruleId: string;
  /** As the document has it, before a rest day moves it. */
  readonly trigger: PlainDate;
  readonly due: PlainDate;
  readonly nature: 'duty';
  readonly provisional: boolean;
}

/**
 * Keeps the sums of a case's workers for the reports, and tells which agreed or awarded payments are still open.
 * @returns the open ones, soonest first.
 */
export async function settleOutcomes(
  db: WriteHandle,
  caseId: string,
  members: readonly MemberSums[],
  law: LawData,
  today: PlainDate,
): Promise<OpenInstalment[]> {
  const outcomes = await loadOutcomes(db, caseId);
  const payments = await loadPayments(db, caseId);
  const ledger = ledgerFor(
    outcomes,
    payments,
    members.map((m) => m.id),
    law,
    today,
  );
  await saveRecovery(db, caseId, members, new Map(ledger.workers.map((w) => [w.memberId, w])));
  return ledger.dues.flatMap((d) =>
    d.openFen > 0 && d.lastDay !== null
      ? [
          {
            ruleId: 'perform-instalment',
            trigger: d.due ?? d.lastDay,
            due: d.lastDay,
            nature: 'duty' as const,
            provisional: !law.calendar.knows(d.lastDay),
          },
        ]
      : [],
  );
}

async function saveRecovery(
  db: WriteHandle,
  caseId: string,
  members: readonly MemberSums[],
  ledger: ReadonlyMap<string, { grantedFen: number; paidFen: number; openFen: number; overFen: number }>,
): Promise<void> {
  const own = await ownMethodSums(db, caseId);
  const before = new Map(
    (await db.selectFrom('recovery').selectAll().where('case_id', '=', caseId).execute()).map((r) => [
      r.member_id,
      r,
    ]),
  );
  const rows = members.map((m): RecoveryTable => {
    const w = ledger.get(m.id);
    const claimed = m.owedFen + m.itemsFen;
    return {
      member_id: m.id,
      case_id: caseId,
      claimed_fen: claimed,
      computed_fen: claimed + (own.get(m.id) ?? 0),
      granted_fen: w?.grantedFen ?? 0,
      paid_fen: w?.paidFen ?? 0,
      owed_fen: w?.openFen ?? 0,
      over_fen: w?.overFen ?? 0,
    };
  });
  const stale = rows.filter((row) => {
    const was = before.get(row.member_id);
    return !was || (Object.keys(row) as (keyof RecoveryTable)[]).some((k) => was[k] !== row[k]);
  });
  const here = new Set(members.map((m) => m.id));
  const gone = [...[...before.keys()].filter((id) => !here.has(id)), ...stale.map((r) => r.member_id)];
  // SQLite binds a bounded number of values in one statement.
  for (const part of portions(gone)) await db.deleteFrom('recovery').where('member_id', 'in', part).execute();
  for (let i = 0; i < stale.length; i += 100)
    await db
      .insertInto('recovery')
      .values(stale.slice(i, i + 100))
      .execute();
  // Sums over the office follow, whoever makes the change.
  if (gone.length > 0)
    await keepRecovered(wholeOffice({ db }).db, {
      caseIds: new Set([caseId]),
      memberIds: new Set(gone),
      keys: new Set(),
    });
}

/** By worker: how much more or less the calculators' own method gives than the method that was chosen. */
async function ownMethodSums(db: WriteHandle, caseId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('claim_item')
    .select(['member_id', 'amount_fen', 'result'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .where('method', 'is not', null)
    .execute();
  const sums = new Map<string, number>();
  for (const { member_id, amount_fen, result } of rows) {
    const { amountFen } = JSON.parse(result) as { amountFen: number | null };
    sums.set(member_id, (sums.get(member_id) ?? 0) + (amountFen ?? 0) - (amount_fen ?? 0));
  }
  return sums;
}
