import { calculatorInfo, isMoneyItem } from '../../../../shared/features/claims/claim-items.rules.ts';
import type { claimsContract } from '../../../../shared/features/claims/claims.contract.ts';
import { withShared } from '../../../../shared/features/claims/prefill.rules.ts';
import { checkMonths } from '../../../../shared/features/claims/wage-months.rules.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { fen } from '../../../../shared/kernel/money.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkVersion, loadCaseRow, refreshCase } from '../cases/index.ts';
import { loadWages, saveWages, setItemsRemoved } from './claim-items.repo.ts';
import {
  asSource,
  type ClaimCase,
  computeItem,
  lawAt,
  loadClaimCase,
  memberOf,
  overlapsFor,
  prefilled,
  refuseExcluded,
} from './claim-items.service.ts';
import { staleItems } from './claim-items.stale.ts';
import { insertItem, type NewItem, settleItemSums, updateItem } from './claim-items.write.ts';

type ItemHandlers = Handlers<Omit<typeof claimsContract, 'claims.forCase' | 'claims.saveArrears'>>;

const key = 'new';

export function claimItemHandlers(law: LawSource): ItemHandlers {
  /** Sums, version and record after the items of a case have changed. */
  async function settle(ctx: MutationContext, caseId: string, details: Record<string, unknown>) {
    await settleItemSums(ctx, caseId);
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, details);
    return version;
  }

  /** One worker's item of a group: the record's inputs beneath the shared ones. */
  function forMember(file: ClaimCase, memberId: string, item: NewItem) {
    const member = memberOf(file, memberId);
    const own = {
      ...item,
      inputs: withShared(prefilled(file, member, item.calculator, law.current), { ...item.inputs }),
    };
    const computed = computeItem(own, lawAt(law.current, file.region, file.today));
    const sources = [
      ...file.items.filter((i) => i.memberId === memberId).map(asSource),
      { id: key, calculator: own.calculator, inputs: own.inputs, result: computed.kept.result },
    ];
    return { member, own, computed, sources };
  }

  return {
    async 'claims.prefill'(ctx, { caseId, memberId, calculator }) {
      await loadCaseRow(ctx.db, caseId);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const inputs = prefilled(file, memberOf(file, memberId), calculator, law.current);
      return { inputs: inputs as Record<string, never> };
    },

    async 'claims.saveItem'(ctx, { caseId, expectedVersion, itemId, memberId, ...item }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const member = memberOf(file, memberId);
      const others = file.items.filter((i) => i.memberId === memberId && i.id !== itemId);
      if (itemId !== null && !file.items.some((i) => i.id === itemId && i.memberId === memberId))
        throw new AppError('not-found', { details: { what: 'claim-item' } });
      const computed = computeItem(item, lawAt(law.current, file.region, ctx.today));
      const self = {
        id: key,
        calculator: item.calculator,
        inputs: item.inputs,
        result: computed.kept.result,
      };
      refuseExcluded(member, [...others.map(asSource), self], key);
      let id = itemId;
      if (id === null) id = await insertItem(ctx, caseId, memberId, item, computed);
      else await updateItem(ctx, id, item, computed);
      const version = await settle(ctx, caseId, {
        item: id,
        calculator: item.calculator,
        amount: computed.amountFen,
      });
      return { version, id, amountFen: computed.amountFen };
    },

    async 'claims.removeItems'(ctx, { caseId, expectedVersion, itemIds }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      await setItemsRemoved(ctx.db, caseId, itemIds, ctx.now);
      return { version: await settle(ctx, caseId, { items: itemIds.length }) };
    },

    async 'claims.restoreItems'(ctx, { caseId, expectedVersion, itemIds }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      await setItemsRemoved(ctx.db, caseId, itemIds, null);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      // Meanwhile another item may have come that the law excludes beside it.
      for (const id of itemIds) {
        const item = file.items.find((i) => i.id === id);
        const member = file.members.find((m) => m.id === item?.memberId);
        if (!item || !member) continue;
        const own = file.items.filter((i) => i.memberId === member.id).map(asSource);
        refuseExcluded(member, own, id);
      }
      return { version: await settle(ctx, caseId, { items: itemIds.length }) };
    },

    async 'claims.recompute'(ctx, { caseId, expectedVersion, itemIds }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      let differenceFen = 0;
      for (const id of itemIds) {
        const item = file.items.find((i) => i.id === id);
        if (!item) throw new AppError('not-found', { details: { what: 'claim-item' } });
        const computed = computeItem(item, lawAt(law.current, file.region, ctx.today));
        // Where another amount was stated, that is still what is asked for.
        if (item.claimedFen === null) differenceFen += (computed.amountFen ?? 0) - (item.amountFen ?? 0);
        await updateItem(ctx, id, item, computed);
      }
      const version = await settle(ctx, caseId, { items: itemIds.length, difference: differenceFen });
      return { version, differenceFen };
    },

    async 'claims.previewGroup'(ctx, { caseId, memberIds, ...item }) {
      await loadCaseRow(ctx.db, caseId);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      let total = 0;
      const rows = [];
      for (const memberId of memberIds) {
        const { name } = memberOf(file, memberId);
        try {
          const { member, computed, sources } = forMember(file, memberId, item);
          const overlaps = overlapsFor(member, sources).filter((o) => o.itemIds.includes(key));
          refuseExcluded(member, sources, key);
          const info = calculatorInfo(item.calculator);
          if (info && isMoneyItem(info)) total += computed.amountFen ?? 0;
          rows.push({
            memberId,
            name,
            amountFen: computed.amountFen,
            line: computed.kept.lines.at(-1) ?? null,
            warnings: computed.kept.warnings.map((w) => w.text),
            overlaps: overlaps.map((o) => ({ ...o, itemIds: o.itemIds.filter((i) => i !== key) })),
            failure: null,
          });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          rows.push({
            memberId,
            name,
            amountFen: null,
            line: null,
            warnings: [],
            overlaps: [],
            failure: error.failure,
          });
        }
        await ctx.breathe();
      }
      return { rows, totalFen: fen(total) };
    },

    async 'claims.addGroup'(ctx, { caseId, expectedVersion, memberIds, ...item }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const itemIds: string[] = [];
      for (const [i, memberId] of memberIds.entries()) {
        try {
          const { member, own, computed, sources } = forMember(file, memberId, item);
          refuseExcluded(member, sources, key);
          // A claim that was only stated gets its working; it is no second one.
          const stated = file.items.find(
            (i) => i.memberId === memberId && i.calculator === own.calculator && i.kept.result === null,
          );
          if (stated) await updateItem(ctx, stated.id, own, computed);
          itemIds.push(stated?.id ?? (await insertItem(ctx, caseId, memberId, own, computed)));
        } catch (error) {
          throw underMember(error, i);
        }
        ctx.progress('saving-workers', i + 1, memberIds.length);
        await ctx.breathe();
      }
      const version = await settle(ctx, caseId, { calculator: item.calculator, items: itemIds.length });
      return { version, itemIds };
    },

    async 'claims.wages'(ctx, { caseId, memberId }) {
      await loadCaseRow(ctx.db, caseId);
      return { months: (await loadWages(ctx.db, caseId)).get(memberId) ?? [] };
    },

    async 'claims.saveWages'(ctx, { caseId, expectedVersion, memberId, months }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      checkMonths(months);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      memberOf(file, memberId);
      await saveWages(
        ctx.db,
        caseId,
        memberId,
        [...months].sort((a, b) => (a.month < b.month ? -1 : 1)),
        ctx.now,
      );
      const version = await refreshCase(ctx, law.current, caseId);
      ctx.about(caseId, { member: memberId, months: months.length });
      return { version };
    },

    async 'claims.stale'(ctx) {
      const all = await staleItems(ctx, law.current);
      return { items: all.slice(0, 500), count: all.length };
    },
  };
}

/** A refusal names the worker's place in the list. */
function underMember(error: unknown, index: number): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(error.failure.code, {
    ...error.failure,
    issues: (error.failure.issues ?? []).map((i) => ({ ...i, path: `memberIds.${index}.${i.path}` })),
  });
}
