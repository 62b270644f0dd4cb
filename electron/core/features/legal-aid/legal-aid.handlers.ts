import type { AidRecord } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { legalAidContract } from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { may } from '../../kernel/permissions.ts';
import { checkRecord, loadCaseRow, loadMemberRows, refreshCase, setRemoved } from '../cases/index.ts';
import { checkAssignment, proposals, settleSight } from './legal-aid.assign.ts';
import { setGone } from './legal-aid.events.ts';
import { exportSubsidies, officePage } from './legal-aid.office.ts';
import {
  loadAid,
  loadForChange,
  loadLawyers,
  loadStandards,
  loadVisitRule,
  type StoredAid,
} from './legal-aid.repo.ts';
import { settleSubsidies } from './legal-aid.settle.ts';
import { aidCaseOf, mayKeep, meansOf, regionThreshold, viewOf } from './legal-aid.view.ts';
import { putAid } from './legal-aid.write.ts';

const refuse = (rule: string): AppError => new AppError('rule-violation', { details: { rule } });

export function legalAidHandlers(law: LawSource): Handlers<typeof legalAidContract> {
  /** What a step may not say, seen from the whole case. */
  async function check(
    ctx: MutationContext,
    caseId: string,
    r: AidRecord,
    before: StoredAid | null,
    reason: string | null,
  ): Promise<void> {
    if (!mayKeep(ctx.actor).includes(r.kind)) throw new AppError('permission-denied');
    const approves = may(ctx.actor, 'office.admin');
    switch (r.kind) {
      case 'means':
        if (r.memberId !== null && !(await loadMemberRows(ctx.db, caseId)).some((m) => m.id === r.memberId))
          throw new AppError('not-found', { details: { what: 'member' } });
        return;
      case 'decision': {
        // What is not known is neither hardship nor its absence: a decision on it needs a reason of its own.
        const records = await loadAid(ctx.db, caseId);
        const { fen } = await regionThreshold(ctx.db, law.current, r.decidedOn);
        const { state } = meansOf(records, await loadMemberRows(ctx.db, caseId), fen).whole;
        const onMeans = r.result === 'granted' || r.ground === 'no-hardship';
        if (reason === null && onMeans && state === 'undecided') throw refuse('aid-means-undecided');
        if (reason === null && r.result === 'granted' && state === 'no-hardship')
          throw refuse('aid-no-hardship');
        if (
          reason === null &&
          r.ground === 'no-hardship' &&
          ['exempt', 'no-condition', 'hardship'].includes(state)
        )
          throw refuse('aid-hardship-shown');
        return;
      }
      case 'assignment': {
        const { family } = await aidCaseOf(ctx.db, caseId);
        const ids = family.map((c) => c.id);
        return checkAssignment(ctx.db, caseId, r, before, ids, r.reason ?? reason);
      }
      case 'subsidy': {
        if (!(await loadStandards(ctx.db)).some((s) => s.id === r.standardId))
          throw fieldError('standardId', 'required');
        const was = before?.record.kind === 'subsidy' ? before.record : null;
        // Who asks for a sum does not approve it, nor change it once it is approved.
        if (!approves && (r.approvedOn !== null || r.paidOn !== null || (was?.approvedOn ?? null) !== null))
          throw new AppError('permission-denied');
        return;
      }
      case 'closing': {
        const was = before?.record.kind === 'closing' ? before.record : null;
        const centre = mayKeep(ctx.actor).includes('decision');
        const judged =
          r.acceptedOn !== (was?.acceptedOn ?? null) || r.returnedOn !== (was?.returnedOn ?? null);
        if (!centre && judged) throw new AppError('permission-denied');
        return;
      }
      default:
        return;
    }
  }

  async function one(ctx: MutationContext, caseId: string, id: string): Promise<StoredAid> {
    const found = (await loadAid(ctx.db, caseId)).find((r) => r.id === id);
    if (!found) throw new AppError('not-found', { details: { what: 'aid_record' } });
    return found;
  }

  async function finish(ctx: MutationContext, caseId: string, details: Record<string, unknown>) {
    const version = await refreshCase(ctx, law.current, caseId);
    ctx.about(caseId, details);
    ctx.changed('case', caseId);
    return { version };
  }

  return {
    'aid.forCase': (ctx, { caseId }) => viewOf(ctx, law.current, caseId),

    async 'aid.save'(ctx, input) {
      const { caseId, recordId, record, reason } = input;
      if ((await loadCaseRow(ctx.db, caseId)).track !== 'legal-aid') throw refuse('aid-not-legal-aid');
      await checkRecord(ctx.db, 'aid_record', input, recordId);
      const before = recordId === null ? null : await one(ctx, caseId, recordId);
      if (before !== null && before.record.kind !== record.kind)
        throw new AppError('invalid-input', { issues: [{ path: 'kind', code: 'required' }] });
      await check(ctx, caseId, record, before, reason);
      const { id, sight } = await putAid(ctx, caseId, before, record, reason);
      const { version } = await finish(ctx, caseId, {
        record: id,
        kind: record.kind,
        ...(reason !== null && { reason }),
        ...sight,
      });
      return { id, version };
    },

    async 'aid.remove'(ctx, input) {
      const { caseId, recordId } = input;
      await checkRecord(ctx.db, 'aid_record', input, recordId);
      const was = await one(ctx, caseId, recordId);
      await check(ctx, caseId, was.record, was, 'removed');
      await setRemoved(ctx.db, 'aid_record', caseId, [recordId], ctx.now);
      for (const event of Object.values(was.events)) await setGone(ctx, event, true);
      const sight = was.record.kind === 'assignment' ? await settleSight(ctx, caseId, was.record, null) : {};
      return finish(ctx, caseId, { record: recordId, kind: was.record.kind, ...sight });
    },

    async 'aid.restore'(ctx, input) {
      const { caseId, recordId } = input;
      await checkRecord(ctx.db, 'aid_record', input, recordId);
      await setRemoved(ctx.db, 'aid_record', caseId, [recordId], null);
      const back = await one(ctx, caseId, recordId);
      await check(ctx, caseId, back.record, back, 'restored');
      for (const event of Object.values(back.events)) await setGone(ctx, event, false);
      const sight =
        back.record.kind === 'assignment' ? await settleSight(ctx, caseId, null, back.record) : {};
      return finish(ctx, caseId, { record: recordId, kind: back.record.kind, ...sight });
    },

    async 'aid.propose'(ctx, { caseId }) {
      await loadCaseRow(ctx.db, caseId);
      // Whom else somebody works for is the centre's to know.
      if (!mayKeep(ctx.actor).includes('assignment')) return [];
      return proposals(ctx.db, caseId);
    },

    'aid.office': (ctx, asked) => officePage(ctx, asked),

    'aid.settleSubsidies': (ctx, asked) => settleSubsidies(ctx, asked),

    async 'aid.saveVisitRule'(ctx, { was, rule }) {
      const now = await loadVisitRule(ctx.db);
      if (JSON.stringify(now) !== JSON.stringify(was)) throw new AppError('conflict');
      await ctx.db
        .updateTable('office')
        .set({ aid_visits: rule && JSON.stringify(rule) })
        .execute();
      ctx.about(null, { rule });
      // What the page reads of the office’s legal aid goes by cases.
      ctx.changed('case', 'legal-aid');
      return {};
    },

    async 'aid.saveLawyer'(ctx, { id, expectedVersion, lawyer }) {
      if (lawyer.userId !== null) {
        const user = await ctx.db
          .selectFrom('app_user')
          .select('id')
          .where('id', '=', lawyer.userId)
          .executeTakeFirst();
        if (!user) throw fieldError('userId', 'user-unknown');
        if ((await loadLawyers(ctx.db)).some((l) => l.id !== id && l.userId === lawyer.userId))
          throw fieldError('userId', 'aid-user-taken');
      }
      const before = id === null ? null : await loadForChange(ctx.db, 'aid_lawyer', id, expectedVersion);
      const made = id ?? ctx.newId();
      const columns = { name: lawyer.name, user_id: lawyer.userId, body: JSON.stringify(lawyer) };
      const version = before ? before.version + 1 : 1;
      if (before)
        await ctx.db
          .updateTable('aid_lawyer')
          .set({ ...columns, version })
          .where('id', '=', made)
          .execute();
      else
        await ctx.db
          .insertInto('aid_lawyer')
          .values({ id: made, ...columns, deleted_at: null })
          .execute();
      ctx.about(null, { lawyer: made, user: lawyer.userId });
      ctx.changed('case', 'legal-aid');
      return { id: made, version };
    },

    async 'aid.removeLawyer'(ctx, { id, expectedVersion }) {
      const { version } = await loadForChange(ctx.db, 'aid_lawyer', id, expectedVersion);
      await ctx.db
        .updateTable('aid_lawyer')
        .set({ deleted_at: ctx.now, version: version + 1 })
        .where('id', '=', id)
        .execute();
      ctx.about(null, { lawyer: id });
      ctx.changed('case', 'legal-aid');
      return {};
    },

    async 'aid.saveStandard'(ctx, { id, expectedVersion, standard }) {
      const before = id === null ? null : await loadForChange(ctx.db, 'aid_standard', id, expectedVersion);
      const made = id ?? ctx.newId();
      const columns = { name: standard.name, body: JSON.stringify(standard) };
      const version = before ? before.version + 1 : 1;
      if (before)
        await ctx.db
          .updateTable('aid_standard')
          .set({ ...columns, version })
          .where('id', '=', made)
          .execute();
      else
        await ctx.db
          .insertInto('aid_standard')
          .values({ id: made, ...columns, deleted_at: null })
          .execute();
      ctx.about(null, { standard: made, source: standard.source });
      ctx.changed('case', 'legal-aid');
      return { id: made, version };
    },

    async 'aid.removeStandard'(ctx, { id, expectedVersion }) {
      const { version } = await loadForChange(ctx.db, 'aid_standard', id, expectedVersion);
      await ctx.db
        .updateTable('aid_standard')
        .set({ deleted_at: ctx.now, version: version + 1 })
        .where('id', '=', id)
        .execute();
      ctx.about(null, { standard: id });
      ctx.changed('case', 'legal-aid');
      return {};
    },

    'aid.exportSubsidies': (ctx, asked) => exportSubsidies(ctx, asked),
  };
}
