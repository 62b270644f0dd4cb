import type { calendarContract } from '../../../../shared/features/calendar/calendar.contract.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { listRules } from '../../../../shared/law/index.ts';
import type { Handlers, MutationContext } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { redate } from '../cases/index.ts';
import { isHearingRule } from './calendar.redate.ts';

type Rules = Pick<
  Handlers<typeof calendarContract>,
  'calendar.rules' | 'calendar.saveRule' | 'calendar.removeRule'
>;

/** The office's own rules: so many days before (or after) each such date, one of the office's. */
export function ruleHandlers(law: LawSource): Rules {
  return {
    async 'calendar.rules'(ctx) {
      const rows = await ctx.db
        .selectFrom('predate_rule')
        .selectAll()
        .where('deleted_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map((r) => ({
        id: r.id,
        anchor: r.anchor,
        shift: r.shift,
        unit: r.unit === 'working-day' ? ('working-day' as const) : ('day' as const),
        title: r.title,
        version: r.version,
      }));
    },

    async 'calendar.saveRule'(ctx, { id, recordVersion, ...fields }) {
      if (!isHearingRule(fields) && !listRules().some((r) => r.id === fields.anchor))
        throw fieldError('anchor', 'value-not-allowed');
      if (fields.shift === 0) throw fieldError('shift', 'number-out-of-range');
      const ruleId = id ?? ctx.newId();
      let version = 1;
      if (id === null)
        await ctx.db
          .insertInto('predate_rule')
          .values({ id: ruleId, ...fields, version, deleted_at: null })
          .execute();
      else {
        const row = await ctx.db
          .selectFrom('predate_rule')
          .selectAll()
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (!row) throw new AppError('not-found', { details: { what: 'predate-rule' } });
        if (row.version !== recordVersion)
          throw new AppError('conflict', { details: { expected: recordVersion, actual: row.version } });
        // The dates that it has made hang on the old one: of another date it is another rule.
        if (row.anchor !== fields.anchor) throw fieldError('anchor', 'value-not-allowed');
        version = row.version + 1;
        await ctx.db
          .updateTable('predate_rule')
          .set({ ...fields, version })
          .where('id', '=', id)
          .execute();
        // Dates that it made and nobody has done yet follow it.
        await ctx.db
          .updateTable('predate')
          .set((eb) => ({
            shift: fields.shift,
            unit: fields.unit,
            title: fields.title,
            version: eb('version', '+', 1),
          }))
          .where('rule_id', '=', id)
          .where('done_on', 'is', null)
          .execute();
      }
      const cases = await apply(ctx, law, fields.anchor, ruleId);
      ctx.about(null, { rule: ruleId, anchor: fields.anchor, cases });
      ctx.changed('case', '');
      return { id: ruleId, version, cases };
    },

    async 'calendar.removeRule'(ctx, { id, gone }) {
      const result = await ctx.db
        .updateTable('predate_rule')
        .set((eb) => ({ deleted_at: gone ? ctx.now : null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('deleted_at', gone ? 'is' : 'is not', null)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n)
        throw new AppError('not-found', { details: { what: 'predate-rule' } });
      ctx.about(null, { rule: id, gone });
      ctx.changed('case', 'predate-rules');
      return {};
    },
  };
}

/** Derives anew every case that has such a date open. @returns how many. */
async function apply(ctx: MutationContext, law: LawSource, anchor: string, ruleId: string): Promise<number> {
  const cases = new Set<string>();
  const rows = isHearingRule({ anchor })
    ? await ctx.db
        .selectFrom('hearing')
        .select('case_id')
        .where('open_on', 'is not', null)
        .where('kind', '=', anchor)
        .execute()
    : await ctx.db.selectFrom('deadline').select('case_id').where('rule_id', '=', anchor).execute();
  for (const row of rows) cases.add(row.case_id);
  const made = await ctx.db
    .selectFrom('predate')
    .select('case_id')
    .where('rule_id', '=', ruleId)
    .where('open_on', 'is not', null)
    .execute();
  for (const row of made) cases.add(row.case_id);
  let done = 0;
  for (const caseId of cases) {
    await redate(ctx, law.current, caseId);
    ctx.progress('dating-cases', ++done, cases.size);
    await ctx.breathe();
  }
  return cases.size;
}
