import { type RosterField, rosterFields } from '../../../shared/features/transfer/roster.types.ts';

/** Field → column as the contract writes it. */
export type Mapping = Readonly<Record<string, number | null>>;

/** The field that a column holds; null when the column is not used. */
export function fieldOfColumn(mapping: Mapping, column: number): RosterField | null {
  return rosterFields.find((field) => mapping[field] === column) ?? null;
}

/** Says what a column holds. A field has one column and a column one field, so whatever either held is let go. */
export function assignColumn(mapping: Mapping, column: number, field: RosterField | null): Mapping {
  const next: Record<string, number | null> = { ...mapping };
  for (const [name, at] of Object.entries(next)) if (at === column) next[name] = null;
  if (field !== null) next[field] = column;
  return next;
}
