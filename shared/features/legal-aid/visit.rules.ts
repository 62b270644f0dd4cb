import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { AidRecord, AidVisitRule } from './aid.schemas.ts';

/**
 * The day by which the office wants the next supervision visit (法律援助法 art. 57 asks for supervision and leaves how
 * often to the office): so many calendar days after the engagement or, without one, the assignment, and then after each
 * visit. It does not move from rest days, because no statute sets it. Null: no rule, nobody assigned, or none is due any
 * more.
 */
export function nextVisitBy(
  records: readonly { readonly record: AidRecord }[],
  rule: AidVisitRule | null,
): PlainDate | null {
  if (rule === null) return null;
  const all = records.map((r) => r.record);
  if (all.some((r) => r.kind === 'closing')) return null;
  const assigned = days(
    all.flatMap((r) => (r.kind === 'assignment' && r.endedOn === null ? r.assignedOn : [])),
  );
  const signed = days(all.flatMap((r) => (r.kind === 'engagement' ? r.signedOn : [])));
  const visited = days(all.flatMap((r) => (r.kind === 'visit' ? r.visitedOn : [])));
  const [first] = assigned;
  if (first === undefined) return null;
  const last = visited.at(-1);
  if (last !== undefined) return rule.everyDays === null ? null : addDays(last, rule.everyDays);
  return addDays(signed.at(-1) ?? first, rule.firstDays);
}

const days = (found: readonly PlainDate[]): PlainDate[] => [...found].sort();
