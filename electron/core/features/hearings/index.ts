import type { CaseTrack } from '../../../../shared/features/cases/case.schemas.ts';
import type { Hearing } from '../../../../shared/features/hearings/hearings.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import { listOf, toHearing } from './hearings.mappers.ts';
import { selectHearings } from './hearings.repo.ts';

/** A hearing with what was written down at it. */
export interface RecordedHearing extends Omit<Hearing, 'results'> {
  /** Types of the events that came of it. */
  readonly results: readonly string[];
  readonly minutes: string;
}

/** The hearings and sessions of a case that stand, by day and hour: those put off or called off are left out. */
export async function loadRecordedHearings(
  db: ReadHandle,
  caseId: string,
  track: CaseTrack,
): Promise<RecordedHearing[]> {
  const rows = await selectHearings(db)
    .select('minutes.body as minutes_body')
    .where('hearing.case_id', '=', caseId)
    .where('hearing.state', 'in', ['scheduled', 'held'])
    .orderBy('hearing.date')
    .orderBy('hearing.start_time')
    .execute();
  return rows.map((row) => ({
    ...toHearing(row, track),
    results: listOf(row.results),
    minutes: row.minutes_body ?? '',
  }));
}
