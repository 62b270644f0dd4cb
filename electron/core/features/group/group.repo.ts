import { z } from 'zod';
import { type Election, electionSchema } from '../../../../shared/features/group/group.contract.ts';
import { isShared, type SharedId } from '../../../../shared/features/group/group.fields.ts';
import { actKinds } from '../../../../shared/features/group/group.status.ts';
import { plainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext, ReadHandle, WriteHandle } from '../../kernel/context.ts';

export type Shared = Partial<Record<SharedId, string | number | boolean | null>>;

export interface GroupRecord {
  readonly shared: Shared;
  readonly election: Election | null;
}

const sharedSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const memberIdsSchema = z.array(z.string());
const kindSchema = z.enum(actKinds);

/** What holds for the group; empty where nothing was recorded. */
export async function loadGroup(db: ReadHandle, caseId: string): Promise<GroupRecord> {
  const row = await db
    .selectFrom('case_group')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return { shared: {}, election: null };
  const shared: Shared = {};
  for (const [field, value] of Object.entries(sharedSchema.parse(JSON.parse(row.shared))))
    if (isShared(field)) shared[field] = value;
  return {
    shared,
    election: row.election === null ? null : electionSchema.parse(JSON.parse(row.election)),
  };
}

/** Keeps what holds for the group; what is not given stays. */
export async function saveGroup(
  ctx: MutationContext,
  caseId: string,
  change: Partial<GroupRecord>,
): Promise<void> {
  const { db } = ctx;
  const set = {
    ...(change.shared && { shared: JSON.stringify(change.shared) }),
    ...(change.election !== undefined && {
      election: change.election === null ? null : JSON.stringify(change.election),
    }),
    deleted_at: null,
  };
  const known = await db
    .selectFrom('case_group')
    .select(['id', 'deleted_at'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  // One whose making was taken back begins with nothing again.
  const blank = { shared: '{}', election: null };
  if (known)
    await db
      .updateTable('case_group')
      .set({ ...(known.deleted_at === null ? {} : blank), ...set })
      .where('id', '=', known.id)
      .execute();
  else
    await db
      .insertInto('case_group')
      .values({ id: ctx.newId(), case_id: caseId, ...blank, ...set })
      .execute();
}

/** What parts of the group did, in the order of recording. */
export async function loadActs(db: ReadHandle, caseId: string) {
  const rows = await db
    .selectFrom('group_act')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: kindSchema.parse(row.kind),
    on: plainDate(row.acted_on),
    note: row.note,
    memberIds: memberIdsSchema.parse(JSON.parse(row.member_ids)),
    recordedAt: row.recorded_at,
  }));
}

/** Marks an act as removed or brings it back. @throws AppError `not-found`. */
export async function setActRemoved(
  db: WriteHandle,
  caseId: string,
  actId: string,
  removedAt: string | null,
): Promise<void> {
  const result = await db
    .updateTable('group_act')
    .set({ deleted_at: removedAt })
    .where('id', '=', actId)
    .where('case_id', '=', caseId)
    .where('deleted_at', removedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'group-act' } });
}
