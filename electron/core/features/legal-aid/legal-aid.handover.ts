import { aidRecordSchema } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import { type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import { refreshCase } from '../cases/index.ts';
import { conflictsOf } from './legal-aid.assign.ts';
import { assignmentStands, loadAid, loadLawyers } from './legal-aid.repo.ts';
import { putAid } from './legal-aid.write.ts';

/** Assignments that stand in open cases, by the account of whoever is assigned; on the roll still, or no longer. */
const inHand = (db: ReadHandle) =>
  db
    .selectFrom('aid_lawyer')
    .innerJoin('aid_record', 'aid_record.lawyer_id', 'aid_lawyer.id')
    .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
    .where('aid_lawyer.user_id', 'is not', null)
    .where(assignmentStands)
    .where('aid_record.deleted_at', 'is', null)
    .where('case_file.status', '=', 'open')
    .where('case_file.deleted_at', 'is', null);

/** How many assignments of legal aid stand with each account in open cases; with those of `userIds`, or with all. */
export async function assignmentsByUser(
  db: ReadHandle,
  userIds: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  if (userIds?.length === 0) return new Map();
  const all = inHand(db);
  const rows = await (userIds ? all.where('aid_lawyer.user_id', 'in', userIds) : all)
    .select((eb) => ['aid_lawyer.user_id', eb.fn.count<number>('aid_record.id').as('n')])
    .groupBy('aid_lawyer.user_id')
    .execute();
  return new Map(rows.map((r) => [r.user_id ?? '', Number(r.n)]));
}

/** Accounts to which a lawyer of the roll belongs: they can be assigned to cases. */
export async function usersOnRoll(db: ReadHandle): Promise<ReadonlySet<string>> {
  return new Set((await loadLawyers(db)).flatMap((l) => (l.userId === null ? [] : [l.userId])));
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a);

/**
 * Gives the assignments of one account to another as of today: the one ends, and the other begins with a new one, so
 * that the change of lawyer opens the limit for a new agreement (办理法律援助案件程序规定 art. 27). What the other may not
 * take (they are not on the roll, or acted for the other side) stays, to be assigned anew.
 * @returns how many were given, and how many stay.
 */
export async function handOverAssignments(
  ctx: MutationContext,
  law: LawData,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<{ readonly assignments: number; readonly assignmentsLeft: number }> {
  const rows = await inHand(ctx.db)
    .select(['aid_record.id', 'aid_record.case_id'])
    .where('aid_lawyer.user_id', '=', fromId)
    .orderBy('aid_record.id')
    .execute();
  const lawyer = (await loadLawyers(ctx.db)).find((l) => l.userId === toId);
  let given = 0;
  for (const { id, case_id: caseId } of lawyer ? rows : []) {
    if (!lawyer || (await conflictsOf(ctx.db, caseId, [lawyer])).has(lawyer.id)) continue;
    const records = await loadAid(ctx.db, caseId);
    const before = records.find((r) => r.id === id);
    if (before?.record.kind !== 'assignment') continue;
    const { record } = before;
    const has = records.some(
      ({ record: r }) => r.kind === 'assignment' && r.endedOn === null && r.lawyerId === lawyer.id,
    );
    const endedOn = later(plainDate(ctx.today), record.assignedOn);
    await putAid(ctx, caseId, before, { ...record, endedOn, endReason: 'unable' }, null);
    // Two of them may have had it together.
    if (!has) {
      const { familyCaseIds } = record;
      const next = { kind: 'assignment', lawyerId: lawyer.id, assignedOn: endedOn, familyCaseIds };
      await putAid(ctx, caseId, null, aidRecordSchema.parse(next), null);
    }
    await refreshCase(ctx, law, caseId);
    given += 1;
    await ctx.breathe();
  }
  return { assignments: given, assignmentsLeft: rows.length - given };
}
