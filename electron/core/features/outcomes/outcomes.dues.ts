import { type DueSum, ledgerOf, type PaidSum } from '../../../../shared/features/outcomes/ledger.rules.ts';
import { workerSums } from '../../../../shared/features/outcomes/settlement.rules.ts';
import { lastDayOf, shareOut } from '../../../../shared/features/outcomes/split.rules.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { fen } from '../../../../shared/kernel/money.ts';
import type { LawContext } from '../../../../shared/law/index.ts';
import type { StoredOutcome, StoredPayment } from './outcomes.repo.ts';

/** What is owed by it: in force, and nothing has taken its place. */
export const isOwed = (o: Pick<StoredOutcome, 'state' | 'replacedBy'>): boolean =>
  o.state === 'in-force' && o.replacedBy === null;

/**
 * The instalments of every outcome that is owed. Shares are reckoned over all its workers; those who have left the case
 * are then left out.
 */
export function duesOf(
  outcomes: readonly StoredOutcome[],
  present: ReadonlySet<string>,
  law: Pick<LawContext, 'calendar'>,
): DueSum[] {
  return outcomes.filter(isOwed).flatMap((o) => {
    const sums = workerSums(o.lines);
    const ids = [...sums.keys()];
    const owed = [...sums.values()];
    const total = fen(owed.reduce((s, a) => s + a, 0));
    if (total === 0) return [];
    const { instalments, restDay, acceleration } = o.plan;
    const single = o.performBy ?? (o.kind === 'settlement' ? null : o.effectiveOn);
    const plan = instalments.length > 0 ? instalments : [{ due: single, amountFen: total }];
    const shares = shareOut(
      plan.map((p) => p.amountFen),
      owed,
    );
    return plan.map(
      (p, i): DueSum => ({
        outcomeId: o.id,
        n: i + 1,
        due: p.due,
        lastDay: p.due && lastDayOf(p.due, restDay, law.calendar),
        acceleration,
        shares: new Map(
          ids.flatMap((id, w) => (present.has(id) ? [[id, shares[i]?.[w] ?? fen(0)] as const] : [])),
        ),
      }),
    );
  });
}

export const paidSums = (payments: readonly StoredPayment[]): PaidSum[] =>
  payments.filter((p) => p.removedAt === null);

/** The account of a case. @param members ids of its workers. */
export function ledgerFor(
  outcomes: readonly StoredOutcome[],
  payments: readonly StoredPayment[],
  members: readonly string[],
  law: Pick<LawContext, 'calendar'>,
  today: PlainDate,
) {
  const present = new Set(members);
  const paid = paidSums(payments).map((p) => ({
    ...p,
    parts: p.parts.filter((part) => present.has(part.memberId)),
  }));
  return ledgerOf(duesOf(outcomes, present, law), paid, today);
}
