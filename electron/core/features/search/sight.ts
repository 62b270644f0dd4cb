import type { SearchHit } from '../../../../shared/features/search/search.contract.ts';
import { inFewLengths } from '../../db/portions.ts';
import type { QueryContext } from '../../kernel/context.ts';

type CaseLine = NonNullable<SearchHit['case']>;

/**
 * Those of the cases that this person may see, with what tells one from another; cases in the bin are nobody's to see.
 * The handle itself shows no case that is out of sight (`db/sight.ts`).
 */
export async function casesInSight(
  { db }: Pick<QueryContext, 'db' | 'actor'>,
  caseIds: readonly string[],
): Promise<Map<string, CaseLine>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_file')
    .select([
      'id',
      'number',
      'first_applicant',
      'applicant_count',
      'first_respondent',
      'respondent_count',
      'status',
    ])
    .where('id', 'in', inFewLengths([...new Set(caseIds)]))
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(
    rows.map((r) => [
      r.id,
      {
        number: r.number,
        firstApplicant: r.first_applicant,
        applicantCount: r.applicant_count,
        firstRespondent: r.first_respondent,
        respondentCount: r.respondent_count,
        closed: r.status === 'closed',
      },
    ]),
  );
}
