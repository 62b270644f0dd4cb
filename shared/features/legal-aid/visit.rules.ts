import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { AidRecord, AidVisitRule } from './aid.schemas.ts';

/** What is known of a case: who was assigned first, when the agreement was signed and when somebody looked in last. */
export interface VisitDays {
  readonly assigned: PlainDate | null;
  readonly signed: PlainDate | null;
  readonly visited: PlainDate | null;
}

/**
 * The day by which the office wants the next supervision visit (法律援助法 art. 57 asks for supervision and leaves how
 * often to the office): so many calendar days after the engagement or, without one, the assignment, and then after each
 * visit. It does not move from rest days, because no statute sets it. Null: no rule, nobody assigned, or none is due any
 * more.
 */
export function visitBy(
  { assigned, signed, visited }: VisitDays,
  rule: AidVisitRule | null,
): PlainDate | null {
  if (rule === null || assigned === null) return null;
  if (visited !== null) return rule.everyDays === null ? null : addDays(visited, rule.everyDays);
  return addDays(signed ?? assigned, rule.firstDays);
}

/** `visitBy` from the steps of a case; once it is closing nobody visits any more. */
export function nextVisitBy(
  records: readonly { readonly record: AidRecord }[],
  rule: AidVisitRule | null,
): PlainDate | null {
  const all = records.map((r) => r.record);
  if (all.some((r) => r.kind === 'closing')) return null;
  const days = (dayOf: (r: AidRecord) => PlainDate | null): PlainDate[] =>
    all.flatMap((r) => dayOf(r) ?? []).sort();
  return visitBy(
    {
      assigned: days((r) => (r.kind === 'assignment' && r.endedOn === null ? r.assignedOn : null))[0] ?? null,
      signed: days((r) => (r.kind === 'engagement' ? r.signedOn : null)).at(-1) ?? null,
      visited: days((r) => (r.kind === 'visit' ? r.visitedOn : null)).at(-1) ?? null,
    },
    rule,
  );
}
