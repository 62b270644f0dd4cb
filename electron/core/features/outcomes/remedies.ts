import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import { chinaDate, type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { eventWords } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';

const remedies: ReadonlySet<string> = new Set([
  'review-applied',
  'confirmation-applied',
  'payment-order-applied',
  'application-submitted',
  'suit-filed',
  'suit-filed-by-worker',
  'enforcement-applied',
  'agreement-defaulted',
]);

/**
 * What was filed on or after the day of a payment, on the strength of what was then owed. Of one that was taken back,
 * what was on record by then or had been filed before that day: whatever came later never counted on it.
 */
export function remediesSince(
  track: CaseTrack,
  events: readonly { readonly type: string; readonly date: PlainDate; readonly recordedAt: string }[],
  payment: { readonly date: PlainDate; readonly removedAt: string | null },
) {
  const { date, removedAt: gone } = payment;
  return events
    .filter((e) => remedies.has(e.type) && e.date >= date)
    .filter((e) => gone === null || e.recordedAt <= gone || e.date < chinaDate(gone))
    .map((e) => ({ words: eventWords(track, e.type), date: e.date }));
}

/** How many steps were filed since the payments were made. @param ids of payments. */
export async function remediesAfter(db: ReadHandle, ids: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('payment')
    .innerJoin('case_event', 'case_event.case_id', 'payment.case_id')
    .select(['case_event.id', 'case_event.type', 'case_event.date', 'payment.paid_on'])
    .where('payment.id', 'in', ids)
    .where('case_event.deleted_at', 'is', null)
    .execute();
  const filed = rows.filter((r) => remedies.has(r.type) && plainDate(r.date) >= r.paid_on);
  return new Set(filed.map((r) => r.id)).size;
}

/** How many payments are recorded in the cases of outcomes that are owed. @param ids of outcomes. */
export async function paymentsBesides(db: ReadHandle, ids: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('payment')
    .innerJoin('outcome', 'outcome.case_id', 'payment.case_id')
    .select('payment.id')
    .distinct()
    .where('outcome.id', 'in', ids)
    .where('outcome.state', '=', 'in-force')
    .where('outcome.replaced_by', 'is', null)
    .where('payment.deleted_at', 'is', null)
    .execute();
  return rows.length;
}
