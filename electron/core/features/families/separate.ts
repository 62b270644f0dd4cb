import type { Carried } from '../../../../shared/features/families/families.contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import type { MutationContext } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  checkVersion,
  followMembers,
  followSight,
  loadEventRows,
  loadMemberRows,
  refreshCase,
  toFiling,
} from '../cases/index.ts';
import { carryRecords, copyEvents, createLike } from './carry.ts';
import { keepSources } from './families.repo.ts';

interface Coverage {
  readonly memberIds: readonly string[] | null;
}

/**
 * Takes workers out of a group into a case of their own. The workers are moved, not copied: their items, months, papers'
 * facts and ids stay theirs, so what both cases ask for together cannot change.
 * @returns the new case; `sourceVersion` is the version that the first one has now.
 * @throws AppError `conflict`, `not-found` for a worker of another case, `rule-violation` with `rule: separate-all`.
 */
export async function separateMembers(
  ctx: MutationContext,
  law: LawData,
  input: {
    readonly caseId: string;
    readonly expectedVersion: number;
    readonly memberIds: readonly string[];
    readonly reason: string;
  },
): Promise<{ caseId: string; number: string; version: number }> {
  const { db } = ctx;
  const row = await checkVersion(db, input.caseId, input.expectedVersion);
  const ids = new Set(input.memberIds);
  const members = await loadMemberRows(db, row.id);
  const going = members.filter((m) => ids.has(m.id));
  if (going.length !== ids.size) throw new AppError('not-found', { details: { what: 'member' } });
  if (going.length === members.length)
    throw new AppError('rule-violation', { details: { rule: 'separate-all' } });
  const made = await createLike(ctx, law, row, {
    track: row.track,
    receivedOn: row.received_on,
    handlerId: null,
    applicantSide: toFiling(row).applicantSide,
    // What a unit asks for is one sum against all: it stays where it is, else it would be asked for twice.
    withUnitClaims: false,
  });
  await followSight(ctx, row.id, made.caseId);
  const linkId = ctx.newId();
  await db
    .insertInto('case_link')
    .values({
      id: linkId,
      case_id: row.id,
      to_case_id: made.caseId,
      kind: 'separated',
      route: null,
      on_date: ctx.today,
      note: input.reason,
      carried: null,
      created_at: ctx.now,
      created_by: ctx.actor.userName,
      deleted_at: null,
    })
    .execute();
  const counts = await carryRecords(ctx, {
    sourceId: row.id,
    targetId: made.caseId,
    linkId,
    withoutAgents: [],
    // The workers' own facts go with them; those of the case hold for both.
    topics: () => true,
    members: 'moved',
    covers: (covers) => coverOf(covers, (id) => ids.has(id)),
  });
  await moveMembers(ctx, made.caseId, going);
  await narrowEvidence(ctx, row.id, ids);
  const events = await copyEvents(ctx, made.caseId, await loadEventRows(db, row.id));
  await keepSources(db, linkId, 'case_event', events);
  const carried: Carried = {
    ...counts,
    workers: going.length,
    items: await countItems(ctx, made.caseId),
    events: events.size,
  };
  await db
    .updateTable('case_link')
    .set({ carried: JSON.stringify(carried) })
    .where('id', '=', linkId)
    .execute();
  await refreshCase(ctx, law, row.id);
  const version = await refreshCase(ctx, law, made.caseId);
  ctx.about(row.id, { to: made.caseId, members: [...ids], reason: input.reason });
  return { ...made, version };
}

async function moveMembers(
  ctx: MutationContext,
  targetId: string,
  going: readonly { readonly id: string }[],
): Promise<void> {
  for (const [i, { id }] of going.entries()) {
    await ctx.db
      .updateTable('case_member')
      // Elected for the group that they leave; whoever speaks for the new one is elected there.
      .set((eb) => ({
        case_id: targetId,
        position: i + 1,
        is_representative: 0,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
    if (i % 200 === 199) await ctx.breathe();
  }
  await followMembers(
    ctx.db,
    going.map((m) => m.id),
  );
}

/** What an item covers when only some workers are left; null when it is about others alone. */
function coverOf(covers: string | null, stays: (id: string) => boolean): { covers: string | null } | null {
  if (covers === null) return { covers };
  const parsed = JSON.parse(covers) as Coverage;
  if (parsed.memberIds === null) return { covers };
  const memberIds = parsed.memberIds.filter(stays);
  return memberIds.length > 0 ? { covers: JSON.stringify({ ...parsed, memberIds }) } : null;
}

/** Evidence of the first case no longer speaks of those who have left; what was about them alone went with them. */
async function narrowEvidence(
  ctx: MutationContext,
  caseId: string,
  gone: ReadonlySet<string>,
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('evidence')
    .select(['id', 'covers'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  for (const { id, covers } of rows) {
    const left = coverOf(covers, (member) => !gone.has(member));
    if (left?.covers === covers) continue;
    await ctx.db
      .updateTable('evidence')
      .set((eb) => ({
        ...(left ? { covers: left.covers } : { deleted_at: ctx.now }),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }
}

async function countItems(ctx: MutationContext, caseId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('claim_item')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
