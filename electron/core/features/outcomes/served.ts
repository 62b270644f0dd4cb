import type { PlainDate } from '../../../../shared/kernel/date.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { recordDays } from './outcomes.events.ts';
import { loadOutcomes, type StoredOutcome } from './outcomes.repo.ts';

type AwardParty = 'worker' | 'employer';

const fieldOf = { worker: 'servedWorkerOn', employer: 'servedEmployerOn' } as const;

async function awardOf(ctx: MutationContext, caseId: string): Promise<StoredOutcome | undefined> {
  const outcomes = await loadOutcomes(ctx.db, caseId);
  return outcomes.findLast((o) => o.kind === 'award' && o.replacedBy === null);
}

async function put(
  ctx: MutationContext,
  caseId: string,
  award: StoredOutcome,
  party: AwardParty,
  date: PlainDate | null,
): Promise<string | null> {
  const { id, version, kind, state, replacedBy: _replaced, events: made, ...body } = award;
  const dated = { ...body, [fieldOf[party]]: date };
  const events = await recordDays(ctx, caseId, { ...dated, kind, state }, made);
  await ctx.db
    .updateTable('outcome')
    .set({ body: JSON.stringify({ ...dated, events }), updated_at: ctx.now, version: version + 1 })
    .where('id', '=', id)
    .execute();
  return events[party] ?? null;
}

/**
 * The day on which a party was served with the award that the record holds, told by the service of the paper.
 * @returns the event that it recorded; undefined when there is no award, or its day is known already.
 */
async function served(
  ctx: MutationContext,
  caseId: string,
  party: AwardParty,
  date: PlainDate,
): Promise<string | null | undefined> {
  const award = await awardOf(ctx, caseId);
  return award && award[fieldOf[party]] === null ? put(ctx, caseId, award, party, date) : undefined;
}

/** Takes such a day back. @returns false when the award has another day, or none. */
async function gone(ctx: MutationContext, caseId: string, party: AwardParty, date: string): Promise<boolean> {
  const award = await awardOf(ctx, caseId);
  if (!award || award[fieldOf[party]] !== date) return false;
  await put(ctx, caseId, award, party, null);
  return true;
}

/** What the service of an award does to the award of the record. */
export const awardService = { served, gone };
export type AwardService = typeof awardService;
