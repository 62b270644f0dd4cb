import type { ReadHandle } from '../../kernel/context.ts';
import type { PartyTable } from './people.repo.ts';

/** Cases of one person that are compared with the other side, the newest; a company may have thousands. */
const mostCases = 20;
const chunk = 400;

/** Which of these people stand or stood in any case as what this table holds, cases in the bin among them. Reads indexes only. */
export async function standingIn(
  db: ReadHandle,
  table: PartyTable,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const party = table as 'case_member';
  const found = new Set<string>();
  for (let i = 0; i < personIds.length; i += chunk) {
    const rows = await db
      .selectFrom('person')
      .select('person.id')
      .where('person.id', 'in', personIds.slice(i, i + chunk))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom(party)
            .select(`${party}.id`)
            .whereRef(`${party}.person_id`, '=', 'person.id')
            .where(`${party}.deleted_at`, 'is', null),
        ),
      )
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Those of the one side who are applicants, and of the other who answer, in one open case: the same matter again. */
export async function sameMatter(
  db: ReadHandle,
  selfIds: readonly string[],
  otherIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (selfIds.length === 0 || otherIds.length === 0) return found;
  const ours = Map.groupBy(await newestCases(db, 'case_member', selfIds), (s) => s.caseId);
  if (ours.size === 0) return found;
  const shared = (await newestCases(db, 'respondent', otherIds)).filter((s) => ours.has(s.caseId));
  if (shared.length === 0) return found;
  const rows = await db
    .selectFrom('case_file')
    .select(['id', 'status', 'deleted_at'])
    .where('id', 'in', [...new Set(shared.map((s) => s.caseId))])
    .execute();
  const open = new Set(rows.filter((r) => r.status === 'open' && r.deleted_at === null).map((r) => r.id));
  for (const { personId, caseId } of shared)
    if (open.has(caseId)) {
      found.add(personId);
      for (const our of ours.get(caseId) ?? []) found.add(our.personId);
    }
  return found;
}

async function newestCases(
  db: ReadHandle,
  table: 'case_member' | 'respondent',
  ids: readonly string[],
): Promise<{ personId: string; caseId: string }[]> {
  const party = table as 'case_member';
  const found: { personId: string; caseId: string }[] = [];
  for (let i = 0; i < ids.length; i += chunk)
    found.push(
      ...(await db
        .selectFrom('person')
        .innerJoin(party, (join) =>
          join
            .onRef(`${party}.person_id`, '=', 'person.id')
            .on(`${party}.case_id`, 'in', (eb) =>
              eb
                .selectFrom(`${party} as own`)
                .select('own.case_id')
                .whereRef('own.person_id', '=', 'person.id')
                .where('own.deleted_at', 'is', null)
                .orderBy('own.case_id', 'desc')
                .limit(mostCases),
            ),
        )
        .select(['person.id as personId', `${party}.case_id as caseId`])
        .where('person.id', 'in', ids.slice(i, i + chunk))
        .where(`${party}.deleted_at`, 'is', null)
        .execute()),
    );
  return found;
}
