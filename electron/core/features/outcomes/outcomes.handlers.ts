import { outcomeIssues } from '../../../../shared/features/outcomes/check.rules.ts';
import { clauseFacts } from '../../../../shared/features/outcomes/clauses.rules.ts';
import { outcomeTitle } from '../../../../shared/features/outcomes/outcome-title.ts';
import type { outcomesContract } from '../../../../shared/features/outcomes/outcomes.contract.ts';
import { plainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { fen } from '../../../../shared/kernel/money.ts';
import type { Handlers, MutationContext, ReadHandle } from '../../kernel/context.ts';
import type { LawData, LawSource } from '../../kernel/law-data.ts';
import {
  checkRecord,
  loadCaseRow,
  loadMemberRows,
  loadRespondentRows,
  type RecordChange,
  refreshCase,
  setRemoved,
} from '../cases/index.ts';
import { loadClaimCase } from '../claim-items/index.ts';
import { limitAt } from '../claims/index.ts';
import { isOwed, ledgerFor } from './outcomes.dues.ts';
import { closingEvents, loadStanding, recordDays, setGone, unrecordedOf } from './outcomes.events.ts';
import { sharePayment } from './outcomes.payments.ts';
import { recoveredHandlers } from './outcomes.recovered.ts';
import {
  loadOutcomes,
  loadPayments,
  type OutcomeBody,
  paymentBody,
  type StoredOutcome,
} from './outcomes.repo.ts';
import { withComputed } from './outcomes.service.ts';
import { employerName } from './outcomes.told.ts';
import { basisOf, interestOf, interestSource, outcomeView, stepsOf } from './outcomes.view.ts';
import { remediesSince } from './remedies.ts';

const employerOf = async (db: ReadHandle, caseId: string): Promise<string> =>
  employerName(await loadRespondentRows(db, caseId));

async function recoveryOf(db: ReadHandle, caseId: string) {
  const rows = await db.selectFrom('recovery').selectAll().where('case_id', '=', caseId).execute();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((s, r) => s + of(r), 0);
  return {
    claimedFen: sum((r) => r.claimed_fen),
    computedFen: sum((r) => r.computed_fen),
    grantedFen: sum((r) => r.granted_fen),
    paidFen: sum((r) => r.paid_fen),
    owedFen: sum((r) => r.owed_fen),
    overFen: sum((r) => r.over_fen),
  };
}

async function paymentContext(ctx: MutationContext, law: LawData, caseId: string, without: string | null) {
  const members = (await loadMemberRows(ctx.db, caseId)).map((m) => m.id);
  const outcomes = await loadOutcomes(ctx.db, caseId);
  const payments = (await loadPayments(ctx.db, caseId)).filter((p) => p.id !== without);
  return { members, ledger: ledgerFor(outcomes, payments, members, law, ctx.today) };
}

export function outcomesHandlers(law: LawSource): Handlers<typeof outcomesContract> {
  async function finish(ctx: MutationContext, caseId: string, details: Record<string, unknown>) {
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, details);
    return { version };
  }

  /** Takes an outcome or a payment away or puts it back. */
  async function setPresent(
    ctx: MutationContext,
    table: 'outcome' | 'payment',
    input: RecordChange,
    id: string,
    present: boolean,
  ): Promise<void> {
    await checkRecord(ctx.db, table, input, id);
    await setRemoved(ctx.db, table, input.caseId, [id], present ? null : ctx.now);
  }

  /** What an outcome did to others when it came: the one whose place it took, the events that it recorded. */
  async function follow(ctx: MutationContext, caseId: string, body: OutcomeBody, id: string, gone: boolean) {
    if (body.replaces !== null)
      await ctx.db
        .updateTable('outcome')
        .set((eb) => ({ replaced_by: gone ? null : id, version: eb('version', '+', 1) }))
        .where('id', '=', body.replaces)
        .where('case_id', '=', caseId)
        .execute();
    for (const event of Object.values(body.events)) await setGone(ctx, event, gone);
  }

  async function oneOutcome(db: ReadHandle, caseId: string, id: string): Promise<StoredOutcome> {
    const found = (await loadOutcomes(db, caseId)).find((o) => o.id === id);
    if (!found) throw new AppError('not-found', { details: { what: 'outcome' } });
    return found;
  }

  return {
    ...recoveredHandlers,

    async 'outcomes.forCase'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const members = file.members.map((m) => m.id);
      const present = new Set(members);
      const outcomes = await loadOutcomes(ctx.db, caseId);
      const payments = await loadPayments(ctx.db, caseId);
      const at = await loadStanding(ctx.db, caseId);
      const data: LawData = { ...law.current, region: file.region, asOf: ctx.today };
      const ledger = ledgerFor(outcomes, payments, members, data, ctx.today);
      const interest = interestOf(outcomes, ledger, data, ctx.today);
      const limitOn = (day: typeof ctx.today) => limitAt(law.current, file.region, day)?.limitFen ?? null;
      const { totals } = ledger;
      return {
        employer: await employerOf(ctx.db, caseId),
        basis: basisOf(file),
        names: Object.fromEntries(file.members.map((m) => [m.id, m.name])),
        outcomes: outcomes.map((o) => ({
          ...outcomeView(o, present, data, limitOn(o.madeOn ?? ctx.today)),
          unrecorded: isOwed(o) ? unrecordedOf(o, at) : [],
        })),
        payments: payments.map(({ createdAt: _created, parts, memberIds, ...p }) => ({
          ...p,
          memberIds: memberIds && [...memberIds],
          parts: parts.filter((part) => present.has(part.memberId)),
          remedies: remediesSince(at.track, at.events, p),
        })),
        ledger: {
          workers: ledger.workers.map((w) => ({
            ...w,
            interestFen: interest ? (interest.byWorker.get(w.memberId) ?? fen(0)) : null,
            cells: w.cells.map((c) => ({ ...c, payments: [...c.payments] })),
          })),
          dues: [...ledger.dues],
          totals: {
            ...totals,
            interestFen: interest ? fen([...interest.byWorker.values()].reduce((s, f) => s + f, 0)) : null,
          },
          interestLines: interest?.lines ?? [],
          interestSource,
        },
        nextSteps: stepsOf(outcomes, ledger, data, ctx.today),
        recovery: await recoveryOf(ctx.db, caseId),
        limitFen: limitOn(ctx.today),
        closing: totals.grantedFen > 0 && totals.openFen === 0 ? closingEvents(at, ctx.today) : [],
      };
    },

    async 'outcomes.summary'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      const next = await ctx.db
        .selectFrom('deadline')
        .select('due')
        .where('case_id', '=', caseId)
        .where('rule_id', '=', 'perform-instalment')
        .orderBy('due')
        .limit(1)
        .executeTakeFirst();
      return { ...(await recoveryOf(ctx.db, caseId)), nextDue: next ? plainDate(next.due) : null };
    },

    async 'outcomes.save'(ctx, input) {
      const { caseId, outcomeId, outcome } = input;
      await checkRecord(ctx.db, 'outcome', input, outcomeId);
      const file = await loadClaimCase(ctx.db, caseId, ctx.today);
      const present = new Set(file.members.map((m) => m.id));
      const before = outcomeId === null ? null : await oneOutcome(ctx.db, caseId, outcomeId);
      const id = outcomeId ?? ctx.newId();
      if (outcome.replaces !== null) await oneOutcome(ctx.db, caseId, outcome.replaces);
      const lines = withComputed(outcome, basisOf(file), present, before);
      const issues = outcomeIssues(
        outcome,
        lines,
        clauseFacts({ ...outcome, lines }, file.members, await employerOf(ctx.db, caseId)),
      );
      if (issues.length > 0) throw new AppError('invalid-input', { issues });
      const { kind, state, ...rest } = outcome;
      const replaces = state === 'in-force' ? outcome.replaces : null;
      const events = await recordDays(ctx, caseId, outcome, before?.events ?? {});
      const nameOf = new Map(file.members.map((m) => [m.id, m.name]));
      const body: OutcomeBody = { ...rest, lines, events };
      const row = {
        kind,
        state,
        title: outcomeTitle({ ...outcome, lines }, (memberId) => nameOf.get(memberId)),
        body: JSON.stringify(body),
        updated_at: ctx.now,
      };
      if (before === null)
        await ctx.db
          .insertInto('outcome')
          .values({
            id,
            case_id: caseId,
            ...row,
            replaced_by: null,
            created_at: ctx.now,
            deleted_at: null,
          })
          .execute();
      else
        await ctx.db
          .updateTable('outcome')
          .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      await replace(ctx, caseId, id, replaces);
      const workers = new Set(lines.map((l) => l.memberId)).size;
      const amount = lines.reduce((s, l) => s + (l.amountFen ?? 0), 0);
      return { ...(await finish(ctx, caseId, { outcome: id, kind, state, workers, amount })), id };
    },

    async 'outcomes.remove'(ctx, input) {
      const { caseId, outcomeId } = input;
      const found = await oneOutcome(ctx.db, caseId, outcomeId);
      await setPresent(ctx, 'outcome', input, outcomeId, false);
      await follow(ctx, caseId, found, outcomeId, true);
      return finish(ctx, caseId, { outcome: outcomeId, kind: found.kind });
    },

    async 'outcomes.restore'(ctx, input) {
      const { caseId, outcomeId } = input;
      await setPresent(ctx, 'outcome', input, outcomeId, true);
      const found = await oneOutcome(ctx.db, caseId, outcomeId);
      await follow(ctx, caseId, found, outcomeId, false);
      return finish(ctx, caseId, { outcome: outcomeId, kind: found.kind });
    },

    async 'outcomes.savePayment'(ctx, input) {
      const { caseId, paymentId, payment } = input;
      await checkRecord(ctx.db, 'payment', input, paymentId);
      const { members, ledger } = await paymentContext(ctx, law.current, caseId, paymentId);
      const { parts, overFen } = sharePayment(payment, ledger, new Set(members), ctx.today);
      const id = paymentId ?? ctx.newId();
      const { date, amountFen, payer, method, voucher, note, allocation, memberIds, toDue } = payment;
      const row = {
        paid_on: date,
        amount_fen: amountFen,
        over_fen: overFen,
        payer,
        ...paymentBody({ method, voucher, note, allocation, memberIds, parts: [...parts], toDue }),
      };
      if (paymentId === null)
        await ctx.db
          .insertInto('payment')
          .values({ id, case_id: caseId, ...row, created_at: ctx.now, deleted_at: null })
          .execute();
      else {
        const result = await ctx.db
          .updateTable('payment')
          .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .where('case_id', '=', caseId)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'payment' } });
      }
      const details = { payment: id, amount: amountFen, workers: parts.length, over: overFen };
      return { ...(await finish(ctx, caseId, details)), id, overFen };
    },

    async 'outcomes.removePayment'(ctx, input) {
      const { caseId, paymentId } = input;
      await setPresent(ctx, 'payment', input, paymentId, false);
      const found = (await loadPayments(ctx.db, caseId)).find((p) => p.id === paymentId);
      const at = await loadStanding(ctx.db, caseId);
      const filed = found ? remediesSince(at.track, at.events, found).length : 0;
      return finish(ctx, caseId, {
        payment: paymentId,
        amount: found?.amountFen ?? 0,
        ...(filed > 0 && { remediesFiledSince: filed }),
      });
    },

    async 'outcomes.restorePayment'(ctx, input) {
      await setPresent(ctx, 'payment', input, input.paymentId, true);
      return finish(ctx, input.caseId, { payment: input.paymentId });
    },
  };
}

/** One outcome takes the place of at most one other: what it took before comes back. */
async function replace(ctx: MutationContext, caseId: string, id: string, replaces: string | null) {
  const own = await ctx.db
    .selectFrom('outcome')
    .select('id')
    .where('case_id', '=', caseId)
    .where('replaced_by', '=', id)
    .execute();
  for (const { id: other } of own)
    if (other !== replaces)
      await ctx.db
        .updateTable('outcome')
        .set((eb) => ({ replaced_by: null, version: eb('version', '+', 1) }))
        .where('id', '=', other)
        .execute();
  if (replaces === null || own.some((o) => o.id === replaces)) return;
  await ctx.db
    .updateTable('outcome')
    .set((eb) => ({ replaced_by: id, version: eb('version', '+', 1) }))
    .where('id', '=', replaces)
    .where('case_id', '=', caseId)
    .execute();
}
