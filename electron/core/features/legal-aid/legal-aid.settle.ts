import type { ParsedOf } from '../../../../shared/contract/builders.ts';
import { type AidRecord, aidRecordSchema } from '../../../../shared/features/legal-aid/aid.schemas.ts';
import type { legalAidContract } from '../../../../shared/features/legal-aid/legal-aid.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { portions } from '../../db/portions.ts';
import type { MutationContext } from '../../kernel/context.ts';
import { loadStandards } from './legal-aid.repo.ts';

type Asked = ParsedOf<(typeof legalAidContract)['aid.settleSubsidies']>;

const refuse = (rule: string, number: string): AppError =>
  new AppError('rule-violation', { details: { rule, number } });

/**
 * Approves many subsidies, or records that they were paid: all of them or none. Also in a case that is closed, because
 * the file is accepted before its subsidy is paid.
 * @throws AppError `conflict` when one was changed since it was listed; `rule-violation` `aid-subsidy-settled`,
 * `aid-subsidy-not-approved` or `aid-subsidy-no-standard` with the number of the case; `invalid-input` on `on`.
 */
export async function settleSubsidies(ctx: MutationContext, asked: Asked): Promise<{ count: number }> {
  const { act, on, subsidies } = asked;
  const standards = new Set((await loadStandards(ctx.db)).map((s) => s.id));
  const rows = await chosenRows(
    ctx,
    subsidies.map((s) => s.id),
  );
  for (const { id, version } of subsidies) {
    const row = rows.get(id);
    if (!row) throw new AppError('not-found', { details: { what: 'aid_record' } });
    if (row.version !== version)
      throw new AppError('conflict', { details: { expected: version, actual: row.version } });
    const record = settled(aidRecordSchema.parse(JSON.parse(row.body)), row.number, standards, asked);
    await ctx.db
      .updateTable('aid_record')
      .set({
        title: record.approvedOn ?? on,
        on_date: record.approvedOn ?? on,
        body: JSON.stringify(record),
        updated_by: ctx.actor.userName,
        version: version + 1,
      })
      .where('id', '=', id)
      .execute();
  }
  const cases = [...new Set([...rows.values()].map((r) => r.case_id))];
  ctx.about(null, { act, on, count: subsidies.length, cases });
  for (const caseId of cases) ctx.changed('case', caseId);
  return { count: subsidies.length };
}

function settled(r: AidRecord, number: string, standards: ReadonlySet<string>, { act, on }: Asked) {
  if (r.kind !== 'subsidy') throw new AppError('not-found', { details: { what: 'aid_record' } });
  if (act === 'approve') {
    if (r.approvedOn !== null) throw refuse('aid-subsidy-settled', number);
    // Without its standard nobody can say what is being approved.
    if (!standards.has(r.standardId)) throw refuse('aid-subsidy-no-standard', number);
    return { ...r, approvedOn: on };
  }
  if (r.paidOn !== null) throw refuse('aid-subsidy-settled', number);
  if (r.approvedOn === null) throw refuse('aid-subsidy-not-approved', number);
  if (on < r.approvedOn) throw fieldError('on', 'date-before');
  return { ...r, paidOn: on };
}

async function chosenRows(ctx: MutationContext, ids: readonly string[]) {
  const found = new Map<string, { version: number; body: string; case_id: string; number: string }>();
  for (const part of portions(ids)) {
    const rows = await ctx.db
      .selectFrom('aid_record')
      .innerJoin('case_file', 'case_file.id', 'aid_record.case_id')
      .select([
        'aid_record.id',
        'aid_record.version',
        'aid_record.body',
        'aid_record.case_id',
        'case_file.number',
      ])
      .where('aid_record.id', 'in', part)
      .where('aid_record.deleted_at', 'is', null)
      .where('case_file.deleted_at', 'is', null)
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
