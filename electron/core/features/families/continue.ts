import type { Carried } from '../../../../shared/features/families/families.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { type HandOverRoute, routeOf } from '../../../../shared/law/index.ts';
import type { MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData } from '../../kernel/law-data.ts';
import {
  type CaseFileRow,
  checkVersion,
  followSight,
  loadEventRows,
  refreshCase,
  toFiling,
} from '../cases/index.ts';
import { carryRecords, copyEvents, createLike } from './carry.ts';
import { keepSources } from './families.repo.ts';

import { carriesTopic, checkSteps, type Gone, gather, lapsedAgents, markOf } from './gone.ts';

/** Opens the case of the next procedure. All of it in the call's one transaction. */
export async function continueCase(
  ctx: MutationContext,
  law: LawData,
  input: {
    readonly caseId: string;
    readonly expectedVersion: number;
    readonly routeId: string;
    readonly filedOn: PlainDate | null;
    readonly receivedOn: PlainDate;
    readonly handlerId: string | null;
  },
): Promise<{ caseId: string; number: string; version: number }> {
  const { db } = ctx;
  const route = routeOf(input.routeId);
  const row = await checkVersion(db, input.caseId, input.expectedVersion, { allowClosed: true });
  const gone = await gather(db, row, route);
  if (input.filedOn !== null) checkSteps(gone, route, input.filedOn);
  const made = await createLike(ctx, law, row, {
    track: route.to,
    receivedOn: input.receivedOn,
    handlerId: input.handlerId ?? (await stillHere(db, row.handler_id)),
    applicantSide: gone.applicantSide,
    withUnitClaims: gone.applicantSide === toFiling(row).applicantSide,
  });
  await followSight(ctx, row.id, made.caseId);
  await keepCaseNumber(ctx, row, route, made.caseId);
  const linkId = ctx.newId();
  await db
    .insertInto('case_link')
    .values({
      id: linkId,
      case_id: row.id,
      to_case_id: made.caseId,
      kind: 'handover',
      route: route.id,
      on_date: input.filedOn ?? input.receivedOn,
      note: null,
      carried: null,
      created_at: ctx.now,
      created_by: ctx.actor.userName,
      deleted_at: null,
    })
    .execute();
  const lapsed = await lapsedAgents(db, row.id, ctx.today);
  const counts = await carryRecords(ctx, {
    sourceId: row.id,
    targetId: made.caseId,
    linkId,
    withoutAgents: lapsed.map((a) => a.id),
    topics: carriesTopic(row.track),
    members: 'copied',
    covers: coversOf,
  });
  const rows = (await loadEventRows(db, row.id)).flatMap((e) => {
    const type = gone.carried.find((c) => c.id === e.id)?.type;
    return type ? [{ ...e, type, reason: null }] : [];
  });
  const copies = await copyEvents(ctx, made.caseId, rows);
  await keepSources(db, linkId, 'case_event', copies);
  if (input.filedOn !== null) await openBoth(ctx, law, gone, route, input.filedOn, linkId, made);
  const carried: Carried = { ...counts, events: copies.size };
  await db
    .updateTable('case_link')
    .set({ carried: JSON.stringify(carried) })
    .where('id', '=', linkId)
    .execute();
  const version = await refreshCase(ctx, law, made.caseId);
  ctx.changed('case', row.id);
  ctx.about(row.id, { route: route.id, to: made.caseId, ...carried });
  return { ...made, version };
}

/** Evidence keeps what it covers, by the copies of the workers. */
function coversOf(covers: string | null, copies: ReadonlyMap<string, string>): { covers: string | null } {
  if (covers === null) return { covers };
  const parsed = JSON.parse(covers) as { memberIds: string[] | null };
  if (parsed.memberIds === null) return { covers };
  const memberIds = parsed.memberIds.flatMap((id) => copies.get(id) ?? []);
  return { covers: memberIds.length > 0 ? JSON.stringify({ ...parsed, memberIds }) : null };
}

/** Who handled the case, or nobody when they have left. */
async function stillHere(db: ReadHandle, userId: string): Promise<string | null> {
  const user = await db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return user?.id ?? null;
}

/** The commission's own number is quoted in everything that follows an award. */
async function keepCaseNumber(
  ctx: MutationContext,
  row: CaseFileRow,
  route: HandOverRoute,
  targetId: string,
): Promise<void> {
  if (row.tribunal_case_number === null || !['litigation', 'set-aside', 'enforcement'].includes(route.to))
    return;
  await ctx.db
    .updateTable('case_file')
    .set({ tribunal_case_number: row.tribunal_case_number })
    .where('id', '=', targetId)
    .execute();
}

/** Records the step that begins the new procedure there and, as the event that it is there, here. */
async function openBoth(
  ctx: MutationContext,
  law: LawData,
  gone: Gone,
  route: HandOverRoute,
  filedOn: PlainDate,
  linkId: string,
  made: { readonly caseId: string; readonly number: string },
): Promise<void> {
  const insert = async (caseId: string, type: string, note: string | null): Promise<string> => {
    const id = ctx.newId();
    await ctx.db
      .insertInto('case_event')
      .values({
        id,
        case_id: caseId,
        type,
        date: filedOn,
        method: null,
        addressee: null,
        note,
        days: null,
        until_date: null,
        set_on: null,
        reason: null,
        recorded_at: ctx.now,
        deleted_at: null,
      })
      .execute();
    return id;
  };
  const openingId = await insert(made.caseId, route.opening, null);
  const mark = markOf(gone, route);
  if (mark === null) return;
  const markId = await insert(gone.row.id, mark, made.number);
  await keepSources(ctx.db, linkId, 'echo', new Map([[openingId, markId]]));
  await refreshCase(ctx, law, gone.row.id);
}
