import type { AidRecordOf } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import { type Candidate, loadOf, propose } from '../../../../shared/features/legal-aid/assign.rules.ts';
import type { AidLawyerView, AidProposal } from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import { plainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import { endSight, giveSight } from '../cases/index.ts';
import {
  latest,
  loadAid,
  loadLawyers,
  loadLoads,
  type StoredAid,
  type StoredLawyer,
  standing,
} from './legal-aid.repo.ts';

/** What each lawyer has open, and when they were assigned last. */
async function loadsOf(db: ReadHandle, lawyers: readonly { readonly id: string }[]) {
  const found = await loadLoads(
    db,
    lawyers.map((l) => l.id),
  );
  return (id: string) => found.get(id) ?? { open: [], last: null };
}

export async function lawyersWithLoad(db: ReadHandle): Promise<AidLawyerView[]> {
  const lawyers = await loadLawyers(db);
  const loads = await loadsOf(db, lawyers);
  return lawyers.map((l) => {
    const { open, last } = loads(l.id);
    return {
      ...l,
      load: loadOf(open),
      openCases: open.length,
      openWorkers: open.reduce((sum, c) => sum + c.workers, 0),
      lastAssignedOn: last,
    };
  });
}

/** Who could be assigned to a case, the proposed one first. */
export async function proposals(db: ReadHandle, caseId: string): Promise<AidProposal[]> {
  const lawyers = await lawyersWithLoad(db);
  const loads = await loadsOf(db, lawyers);
  const records = await loadAid(db, caseId);
  const had = new Set(
    records.flatMap(({ record }) => (record.kind === 'assignment' ? [record.lawyerId] : [])),
  );
  const conflicts = await conflictsOf(db, caseId, lawyers);
  const candidates = lawyers.map(
    (l): Candidate => ({
      ...l,
      open: loads(l.id).open,
      conflicts: conflicts.get(l.id) ?? [],
      hadIt: had.has(l.id),
    }),
  );
  const byId = new Map(lawyers.map((l) => [l.id, l]));
  return propose(candidates, latest(records, 'application')?.matter ?? null).flatMap((p) => {
    const l = byId.get(p.id);
    return l
      ? [
          {
            lawyerId: l.id,
            name: l.name,
            firm: l.firm,
            rank: p.rank,
            load: p.load,
            openCases: l.openCases,
            openWorkers: l.openWorkers,
            lastAssignedOn: l.lastAssignedOn && plainDate(l.lastAssignedOn),
            reasons: [...p.reasons],
            conflicts: [...(conflicts.get(l.id) ?? [])],
          },
        ]
      : [];
  });
}

/**
 * Cases in which a lawyer stood on the side that is the other one here: agent of the employer, known by name or licence,
 * or handler of what the employer filed. The same employer is known by the directory, and by its name where it has no
 * entry (律师法 art. 39; 律师执业管理办法 art. 28).
 */
export async function conflictsOf(
  db: ReadHandle,
  caseId: string,
  lawyers: readonly StoredLawyer[],
): Promise<Map<string, string[]>> {
  const others = await db
    .selectFrom('respondent')
    .select(['id', 'name', 'person_id'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  const found = new Map<string, string[]>();
  if (others.length === 0 || lawyers.length === 0) return found;
  const people = others.map((o) => o.person_id).filter((id) => id !== null);
  const rows = await db
    .selectFrom('respondent')
    .innerJoin('case_file', 'case_file.id', 'respondent.case_id')
    .leftJoin('agent', (join) =>
      join.onRef('agent.principal_id', '=', 'respondent.id').on('agent.deleted_at', 'is', null),
    )
    .select([
      'case_file.number',
      'case_file.handler_id',
      'case_file.applicant_side',
      'agent.name as agent',
      'agent.licence_number as licence',
    ])
    .where('respondent.deleted_at', 'is', null)
    .where('case_file.deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('respondent.name', 'in', [...new Set(others.map((o) => o.name))]),
        ...(people.length > 0 ? [eb('respondent.person_id', 'in', people)] : []),
      ]),
    )
    .execute();
  for (const l of lawyers) {
    const own = rows.filter(
      (r) =>
        r.agent === l.name ||
        (l.licence !== null && r.licence === l.licence) ||
        (l.userId !== null && r.applicant_side === 'unit' && r.handler_id === l.userId),
    );
    if (own.length > 0) found.set(l.id, [...new Set(own.map((r) => r.number))]);
  }
  return found;
}

/**
 * Sight follows assignments: whoever is assigned and has an account sees the case and what was named of its family;
 * whoever is no longer, does not.
 * @returns for the record: the user and the cases of whom it was changed.
 */
export async function settleSight(
  ctx: MutationContext,
  caseId: string,
  before: AidRecordOf<'assignment'> | null,
  after: AidRecordOf<'assignment'> | null,
): Promise<Record<string, unknown>> {
  const lawyers = await loadLawyers(ctx.db);
  const userOf = (a: AidRecordOf<'assignment'> | null): string | null =>
    lawyers.find((l) => l.id === a?.lawyerId)?.userId ?? null;
  const details: Record<string, unknown> = {};
  const reach = (a: AidRecordOf<'assignment'>): string[] => [caseId, ...a.familyCaseIds];
  const gone = userOf(before);
  if (before !== null && gone !== null) {
    // Those that another assignment of theirs still covers stay.
    const kept = new Set(
      standing(await loadAid(ctx.db, caseId))
        .filter((a) => userOf(a) === gone)
        .flatMap(reach),
    );
    const ended = reach(before).filter((id) => !kept.has(id));
    await endSight(ctx, gone, ended);
    if (ended.length > 0) details.sightEnded = { user: gone, cases: ended };
  }
  const given = userOf(after);
  if (after !== null && after.endedOn === null && given !== null) {
    await giveSight(ctx, given, reach(after), 'assigned');
    details.sightGiven = { user: given, cases: reach(after) };
  }
  return details;
}

/** @throws AppError `invalid-input`: an unknown lawyer, a conflict, a case that is not of the family. */
export async function checkAssignment(
  db: ReadHandle,
  caseId: string,
  a: AidRecordOf<'assignment'>,
  before: StoredAid | null,
  familyIds: readonly string[],
  reason: string | null,
): Promise<void> {
  if (a.familyCaseIds.some((id) => !familyIds.includes(id)))
    throw new AppError('not-found', { details: { what: 'case' } });
  const was = before?.record.kind === 'assignment' ? before.record.lawyerId : null;
  if (was === a.lawyerId) return;
  const lawyers = await loadLawyers(db);
  const lawyer = lawyers.find((l) => l.id === a.lawyerId);
  if (!lawyer) throw fieldError('lawyerId', 'aid-lawyer-unknown');
  const conflicts = (await conflictsOf(db, caseId, [lawyer])).get(lawyer.id) ?? [];
  if (conflicts.length > 0 && reason === null) throw fieldError('lawyerId', 'aid-lawyer-conflict');
  const open = standing(await loadAid(db, caseId));
  if (before === null && a.endedOn === null && open.some((o) => o.lawyerId === a.lawyerId))
    throw fieldError('lawyerId', 'aid-lawyer-assigned');
}
