import { type CaseTrack, tracks } from '../../../../shared/features/cases/case.schemas.ts';
import { type DueOptions, knownOptions, ruleOf } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { DateChoiceTable } from './deadlines.table.ts';

/** The procedure a case is in. */
export function trackOfRow(row: { readonly track: string }): CaseTrack {
  return tracks.find((t) => t === row.track) ?? 'arbitration';
}

/** What was chosen for the rules of a case and stands, oldest first. */
export async function loadChoices(db: ReadHandle, caseId: string): Promise<DateChoiceTable[]> {
  return db
    .selectFrom('date_choice')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The standing choices by rule, as the law engine takes them. */
export function optionsOf(rows: readonly DateChoiceTable[]): Readonly<Record<string, DueOptions>> {
  return Object.fromEntries(
    rows.map((row) => [
      row.rule_id,
      knownOptions(ruleOf(row.rule_id), {
        ...(row.variant !== null && { variant: row.variant }),
        readings: JSON.parse(row.readings) as Record<string, string>,
        reason: row.reason,
      }),
    ]),
  );
}
