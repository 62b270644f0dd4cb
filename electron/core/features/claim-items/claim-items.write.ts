import type { KeptResult } from '../../../../shared/features/claims/claims.contract.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { loadItemAmounts, saveItemSums } from './claim-items.repo.ts';
import { type ComputedItem, itemSums, lawVersionOf } from './claim-items.service.ts';

export interface NewItem {
  readonly calculator: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly method: string | null;
  readonly methodReason: string | null;
}

/** What is kept of a claim whose amount was only stated. */
const notComputed: ComputedItem = {
  amountFen: null,
  kept: {
    result: null,
    amountFen: null,
    lines: [],
    warnings: [],
    caps: [],
    methods: [],
    wageBase: null,
    totals: null,
    sources: [],
    status: 'design',
  } satisfies KeptResult,
};

async function rowOf(ctx: MutationContext, item: NewItem, computed: ComputedItem) {
  return {
    calculator: item.calculator,
    inputs: JSON.stringify(item.inputs),
    method: item.method,
    method_reason: item.methodReason,
    amount_fen: computed.amountFen,
    result: JSON.stringify(computed.kept),
    law_version: await lawVersionOf(ctx.db),
    computed_on: ctx.today,
    updated_at: ctx.now,
  };
}

/**
 * Keeps a new item of a worker.
 * @param computed null for a claim of which only the amount is stated.
 * @param claimedFen what is asked for in place of the computed amount.
 */
export async function insertItem(
  ctx: MutationContext,
  caseId: string,
  memberId: string,
  item: NewItem,
  computed: ComputedItem | null,
  claimedFen: number | null = null,
): Promise<string> {
  const id = ctx.newId();
  await ctx.db
    .insertInto('claim_item')
    .values({
      id,
      case_id: caseId,
      member_id: memberId,
      ...(await rowOf(ctx, item, computed ?? notComputed)),
      claimed_fen: claimedFen,
      created_at: ctx.now,
      deleted_at: null,
    })
    .execute();
  return id;
}

/** Keeps another calculation of an item; a stated amount stays. */
export async function updateItem(
  ctx: MutationContext,
  id: string,
  item: NewItem,
  computed: ComputedItem,
): Promise<void> {
  await ctx.db
    .updateTable('claim_item')
    .set(await rowOf(ctx, item, computed))
    .where('id', '=', id)
    .execute();
}

/** Sets or takes back the amount that is asked for in place of the computed one. */
export async function setClaimed(ctx: MutationContext, id: string, claimedFen: number | null): Promise<void> {
  await ctx.db
    .updateTable('claim_item')
    .set({ claimed_fen: claimedFen, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** The workers' sums after items have changed. The case itself is to be derived anew after it. */
export async function settleItemSums(ctx: MutationContext, caseId: string): Promise<void> {
  await saveItemSums(ctx.db, caseId, itemSums(await loadItemAmounts(ctx.db, caseId)));
}
