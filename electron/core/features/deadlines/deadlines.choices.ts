import type {
  Deadline,
  deadlinesContract,
} from '../../../../shared/features/deadlines/deadlines.contract.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import {
  compareReadings,
  type DueOptions,
  disagreementsOf,
  dueDate,
  type LawContext,
  type Obligation,
  ruleOf,
} from '../../../../shared/law/index.ts';
import type { Handlers } from '../../kernel/context.ts';
import type { LawSource } from '../../kernel/law-data.ts';
import { checkVersion, refreshCase } from '../cases/index.ts';
import { loadDatedCase } from './deadlines.repo.ts';
import type { DateChoiceTable } from './deadlines.table.ts';
import { lawFor } from './index.ts';

type Acts = 'deadlines.choose' | 'deadlines.unchoose';
type Choice = Pick<NonNullable<Deadline['choice']>, 'variant' | 'readings' | 'reason'>;

/** Choosing, case by case, how a rule counts where texts or practice differ, or whose local rule applies. */
export function choiceHandlers(law: LawSource): Pick<Handlers<typeof deadlinesContract>, Acts> {
  return {
    async 'deadlines.choose'(ctx, { caseId, expectedVersion, ruleId, choice }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const file = await loadDatedCase(ctx.db, caseId);
      // Tried once, so that what the rule does not have is refused by name.
      dueDate(ruleId, { trigger: ctx.today }, lawFor(file, law.current), optionsFor(ruleId, choice));
      await ctx.db
        .updateTable('date_choice')
        .set({ withdrawn_at: ctx.now })
        .where('case_id', '=', caseId)
        .where('rule_id', '=', ruleId)
        .where('withdrawn_at', 'is', null)
        .execute();
      const id = ctx.newId();
      await ctx.db
        .insertInto('date_choice')
        .values({
          id,
          case_id: caseId,
          rule_id: ruleId,
          variant: choice.variant,
          readings: JSON.stringify(choice.readings),
          reason: choice.reason,
          user_id: ctx.actor.userId,
          user_name: ctx.actor.userName,
          chosen_at: ctx.now,
          chosen_on: ctx.today,
          withdrawn_at: null,
        })
        .execute();
      const version = await refreshCase(ctx, law.current, caseId);
      ctx.about(caseId, {
        rule: ruleId,
        variant: choice.variant,
        readings: choice.readings,
        reason: choice.reason,
      });
      return { version, id };
    },

    async 'deadlines.unchoose'(ctx, { caseId, expectedVersion, id }) {
      await checkVersion(ctx.db, caseId, expectedVersion);
      const result = await ctx.db
        .updateTable('date_choice')
        .set({ withdrawn_at: ctx.now })
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('not-found', { details: { what: 'choice' } });
      const version = await refreshCase(ctx, law.current, caseId);
      ctx.about(caseId, { choice: id });
      return { version };
    },
  };
}

/** A choice as the law engine takes it. @throws AppError `not-found` for an unknown rule. */
export function optionsFor(ruleId: string, { variant, readings, reason }: Choice): DueOptions {
  ruleOf(ruleId);
  return { ...(variant !== null && { variant }), readings, reason };
}

/** What may be chosen for a date, what is, and which day each reading gives. */
export function choicesOf(
  o: Obligation,
  law: LawContext,
  rows: readonly DateChoiceTable[],
): Pick<Deadline, 'localRule' | 'variants' | 'readings' | 'choice'> {
  const rule = ruleOf(o.ruleId);
  const row = rows.find((r) => r.rule_id === o.ruleId);
  const disagreements = disagreementsOf(rule);
  const compared =
    o.due !== null && disagreements.length > 0 ? compareReadings(o.ruleId, o.input, law, o.options) : [];
  return {
    localRule: o.variant?.name ?? null,
    variants: rule.variants
      .filter((v) => v.period)
      .map((v) => ({ region: v.region.padEnd(6, '0'), name: v.name, text: v.text })),
    readings: disagreements.map((d) => ({
      id: d.id,
      question: d.question,
      why: d.why,
      chosen: o.readings.find((r) => r.disagreement === d.id)?.reading ?? d.default,
      usual: d.default,
      options: d.readings.map((r) => ({
        id: r.id,
        text: r.text,
        due: compared.find((c) => c.disagreement === d.id && c.reading === r.id)?.result.due ?? null,
      })),
    })),
    choice: row
      ? {
          id: row.id,
          variant: row.variant,
          readings: JSON.parse(row.readings),
          reason: row.reason,
          userName: row.user_name,
          on: row.chosen_on as PlainDate,
        }
      : null,
  };
}
