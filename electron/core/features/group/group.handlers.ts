import { outdatedInputs } from '../../../../shared/features/claims/prefill.rules.ts';
import type { Election, groupContract } from '../../../../shared/features/group/group.contract.ts';
import { representativesIn } from '../../../../shared/features/group/group.election.ts';
import type { CellValue, SharedId } from '../../../../shared/features/group/group.fields.ts';
import { mayAct, standingsOf } from '../../../../shared/features/group/group.status.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawData, LawSource } from '../../kernel/law-data.ts';
import { checkVersion, loadMemberRows, refreshCase, toMember } from '../cases/index.ts';
import {
  computeItem,
  lawAt,
  loadClaimCase,
  prefilled,
  settleItemSums,
  updateItem,
} from '../claim-items/index.ts';
import { exportGroup } from './group.export.ts';
import { factsOf, isDirect, matrixOf } from './group.matrix.ts';
import { loadActs, loadGroup, type Shared, saveGroup, setActRemoved } from './group.repo.ts';
import { checkRows, saveRows } from './group.save.ts';

export function groupHandlers(law: LawSource): Handlers<typeof groupContract> {
  async function finish(ctx: MutationContext, caseId: string, details: Record<string, unknown>) {
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, details);
    return { version };
  }

  return {
    'group.matrix': (ctx, { caseId }) => matrixOf(ctx, law.current, caseId),

    async 'group.save'(ctx, { caseId, expectedVersion, rows }) {
      await checkRows(ctx, caseId, expectedVersion, rows);
      const { added, changed } = await saveRows(ctx, law.current, caseId, rows);
      const fields = [...new Set(rows.flatMap((r) => Object.keys(r.set)))];
      return { ...(await finish(ctx, caseId, { added: added.length, changed, fields })), added, changed };
    },

    async 'group.setShared'(ctx, { caseId, expectedVersion, facts }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const { shared } = await loadGroup(ctx.db, caseId);
      const next: Shared = { ...shared };
      const rows = new Map<string, Record<string, CellValue>>();
      let exceptions = 0;
      const members = (await loadMemberRows(ctx.db, caseId)).map(toMember);
      for (const { field, value, toAll } of facts) {
        const id = field as SharedId;
        if (value === null) {
          delete next[id];
          continue;
        }
        const before = shared[id] ?? null;
        next[id] = value;
        for (const member of members) {
          const own = factsOf(member)[id];
          if (own === value) continue;
          // Who has no arrears, or tells them by month, has no period that could be another one.
          if (id === 'period' && (!isDirect(member) || member.arrears.length === 0)) continue;
          if (own !== null && own !== before && !toAll) exceptions += 1;
          else rows.set(member.id, { ...rows.get(member.id), [id]: value });
        }
      }
      await saveGroup(ctx, caseId, { shared: next });
      const list = [...rows].map(([memberId, set]) => ({ memberId, version: null, set }));
      if (list.length > 0) await saveRows(ctx, law.current, caseId, list);
      const fields = facts.map((f) => f.field);
      return {
        ...(await finish(ctx, caseId, { fields, changed: list.length, exceptions })),
        changed: list.length,
        exceptions,
      };
    },

    async 'group.recompute'(ctx, { caseId, expectedVersion, memberIds }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const result = await recompute(ctx, law.current, caseId, memberIds);
      return { ...(await finish(ctx, caseId, result)), ...result };
    },

    async 'group.act'(ctx, { caseId, expectedVersion, kind, memberIds, on, note }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      if (on > ctx.today) throw fieldError('on', 'date-in-future');
      const ids = [...new Set(memberIds)];
      const known = new Set((await loadMemberRows(ctx.db, caseId)).map((m) => m.id));
      const acts = await loadActs(ctx.db, caseId);
      const standings = standingsOf(acts);
      for (const id of ids) {
        if (!known.has(id)) throw new AppError('not-found', { details: { what: 'member' } });
        const { status = 'active', on: since = null } = standings.get(id) ?? {};
        if (!mayAct(kind, status)) throw fieldError('memberIds', 'group-status', { status });
        if (since !== null && on < since) throw fieldError('on', 'group-act-order', { date: since });
      }
      const id = ctx.newId();
      await ctx.db
        .insertInto('group_act')
        .values({
          id,
          case_id: caseId,
          kind,
          acted_on: on,
          note,
          member_ids: JSON.stringify(ids),
          recorded_at: ctx.now,
          deleted_at: null,
        })
        .execute();
      return { ...(await finish(ctx, caseId, { act: id, kind, members: ids.length })), id };
    },

    async 'group.removeAct'(ctx, { caseId, expectedVersion, actId }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      await setActRemoved(ctx.db, caseId, actId, ctx.now);
      return finish(ctx, caseId, { act: actId });
    },

    async 'group.restoreAct'(ctx, { caseId, expectedVersion, actId }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      await setActRemoved(ctx.db, caseId, actId, null);
      return finish(ctx, caseId, { act: actId });
    },

    async 'group.saveElection'(ctx, { caseId, expectedVersion, memberIds, election }) {
      const file = await checkVersion(ctx.db, caseId, expectedVersion);
      const ids = [...new Set(memberIds)];
      const { least, most } = representativesIn(file.track as Parameters<typeof representativesIn>[0]);
      if (ids.length !== 0 && (ids.length < least || ids.length > most))
        throw fieldError(
          'memberIds',
          least === 3 ? 'representatives-three-to-five' : 'representatives-two-to-five',
        );
      await setRepresentatives(ctx, caseId, ids);
      checkElection(election, ctx.today);
      await saveGroup(ctx, caseId, { election });
      return finish(ctx, caseId, { representatives: ids });
    },

    'group.export': (ctx, input) => exportGroup(ctx, law.current, input),
  };
}

function checkElection(election: Election | null, today: string): void {
  if (election?.heldOn && election.heldOn > today) throw fieldError('election.heldOn', 'date-in-future');
}

async function setRepresentatives(
  ctx: MutationContext,
  caseId: string,
  ids: readonly string[],
): Promise<void> {
  const members = await ctx.db
    .selectFrom('case_member')
    .select(['id', 'is_representative'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .execute();
  if (ids.some((id) => !members.some((m) => m.id === id)))
    throw new AppError('not-found', { details: { what: 'member' } });
  for (const { id, is_representative: was } of members) {
    const is = ids.includes(id) ? 1 : 0;
    if (is !== was)
      await ctx.db.updateTable('case_member').set({ is_representative: is }).where('id', '=', id).execute();
  }
}

/** Items of the workers chosen with what the record tells now; a sum that was only stated gets its working. */
async function recompute(
  ctx: MutationContext,
  law: LawData,
  caseId: string,
  memberIds: readonly string[],
): Promise<{ recomputed: number; failed: number; differenceFen: number }> {
  const file = await loadClaimCase(ctx.db, caseId, ctx.today);
  const chosen = new Set(memberIds);
  const members = new Map(file.members.map((m) => [m.id, m]));
  const result = { recomputed: 0, failed: 0, differenceFen: 0 };
  for (const [n, item] of file.items.entries()) {
    if (n % 50 === 49) await ctx.breathe();
    const member = members.get(item.memberId);
    if (!member || !chosen.has(member.id)) continue;
    const now = prefilled(file, member, item.calculator, law);
    const stated = item.kept.result === null;
    const outdated = outdatedInputs(item.inputs, now);
    if (!stated && outdated.length === 0) continue;
    const inputs = stated
      ? now
      : {
          ...item.inputs,
          ...Object.fromEntries(outdated.map((name) => [name, now[name]])),
          ...(item.inputs.limitation && now.limitation ? { limitation: now.limitation } : {}),
        };
    const own = { ...item, inputs: inputs as typeof item.inputs };
    try {
      const computed = computeItem(own, lawAt(law, file.region, ctx.today));
      await updateItem(ctx, item.id, own, computed);
      result.recomputed += 1;
      if (item.claimedFen === null) result.differenceFen += (computed.amountFen ?? 0) - (item.amountFen ?? 0);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      result.failed += 1;
    }
  }
  await settleItemSums(ctx, caseId);
  return result;
}
