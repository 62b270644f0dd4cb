import type { Deadline } from '../../../../shared/features/deadlines/deadlines.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { Obligation } from '../../../../shared/law/index.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { loadCaseRow, loadEventRows, loadMemberRows, toEvent, toFiling, toMember } from '../cases/index.ts';
import { loadOffice } from '../office/index.ts';
import { loadChoices, optionsOf, trackOfRow } from './deadlines.rows.ts';
import type { DateConfirmationTable } from './deadlines.table.ts';
import type { DatedCase } from './index.ts';

/** What the dates of a case rest on, with its number. @throws AppError `not-found`. */
export async function loadDatedCase(
  db: ReadHandle,
  caseId: string,
): Promise<DatedCase & { readonly number: string; readonly regionCode: string }> {
  const row = await loadCaseRow(db, caseId);
  return {
    number: row.number,
    track: trackOfRow(row),
    cause: row.cause,
    applicantSide: toFiling(row).applicantSide,
    regionCode: (await loadOffice(db)).region_code,
    events: (await loadEventRows(db, caseId)).map(toEvent),
    members: (await loadMemberRows(db, caseId)).map(toMember),
    choices: optionsOf(await loadChoices(db, caseId)),
  };
}

export async function loadConfirmations(db: ReadHandle, caseId: string): Promise<DateConfirmationTable[]> {
  return db
    .selectFrom('date_confirmation')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Those that were given for this very last day; what was confirmed before the date moved does not count. */
export function confirmationsOf(
  o: Pick<Obligation, 'ruleId' | 'trigger' | 'due'>,
  confirmed: readonly DateConfirmationTable[],
): Deadline['confirmations'] {
  return confirmed
    .filter((c) => c.rule_id === o.ruleId && c.trigger_date === o.trigger && c.due === o.due)
    .map((c) => ({
      id: c.id,
      userId: c.user_id,
      userName: c.user_name,
      at: c.confirmed_at,
      on: c.confirmed_on as PlainDate,
    }));
}
