import { z } from 'zod';
import type { LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { countPeriod } from '../counting/count.ts';
import { countLimitation } from '../counting/limitation.ts';
import { lengthText } from '../counting/steps.ts';
import type { CountRequest, CountResult, Period } from '../counting/types.ts';
import { dateSchema, parseInput } from '../input.ts';
import { ruleOf } from './registry.ts';
import type { DueInput, DueResult, LocalVariant, RuleDefinition } from './types.ts';

const spanSchema = z.object({ from: dateSchema, to: dateSchema, reason: z.string().max(200).optional() });

/** The input one rule takes: always `trigger`, and only the options that the rule's text allows. */
export function dueInputSchema(rule: RuleDefinition): z.ZodType<DueInput> {
  const shape: z.ZodRawShape = {
    trigger: dateSchema.meta({ description: rule.trigger.words.zh }),
    ...(rule.extension
      ? { extensionDays: z.int().min(0).max(rule.extension.max.length, 'extension-too-long').optional() }
      : {}),
    ...(rule.restartable ? { restarts: z.array(dateSchema).max(50).optional() } : {}),
    ...(rule.excludable ? { excluded: z.array(spanSchema).max(50).optional() } : {}),
    ...(rule.interruptible ? { interruptions: z.array(dateSchema).max(200).optional() } : {}),
  };
  return z.strictObject(shape) as unknown as z.ZodType<DueInput>;
}

/** JSON Schema of a rule's input, for the command line and for scripts. */
export function dueInputJsonSchema(ruleId: string): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(dueInputSchema(ruleOf(ruleId)), { io: 'input' });
}

/**
 * The last day of one time limit, with its working and its source.
 * @param input dates as PlainDate text; `extensionDays` in the unit of the rule's extension.
 * @throws AppError `not-found` for an unknown rule, `invalid-input` naming the bad field.
 */
export function dueDate(ruleId: string, input: unknown, ctx: LawContext): DueResult {
  return dueDateOf(ruleOf(ruleId), input, ctx);
}

/** As `dueDate`, for a rule that is at hand. */
export function dueDateOf(rule: RuleDefinition, input: unknown, ctx: LawContext): DueResult {
  const parsed = parseInput(dueInputSchema(rule), input);
  const local = localVariants(rule, ctx.region);
  const replacing = local.find((v) => v.mode === 'replaces' && v.period);
  const period = replacing?.period ?? rule.period;
  const warnings: LawWarning[] = local.map(variantWarning);
  const common = {
    rule,
    trigger: parsed.trigger,
    ifMissed: rule.ifMissed,
    source: replacing?.source ?? rule.source,
  };
  if (!period)
    return {
      ...common,
      base: parsed.trigger,
      due: null,
      unrolled: null,
      working: [],
      provisional: false,
      warnings,
    };
  const count = run(rule, period, parsed, ctx);
  return {
    ...common,
    base: count.base,
    due: count.due,
    unrolled: count.unrolled,
    working: count.steps,
    provisional: count.provisional,
    warnings: [...count.warnings, ...warnings],
  };
}

function run(rule: RuleDefinition, period: Period, input: DueInput, ctx: LawContext): CountResult {
  const request: CountRequest = {
    trigger: input.trigger,
    ...period,
    direction: rule.direction,
    rolls: rule.rolls,
    ...(input.restarts ? { restarts: input.restarts } : {}),
    ...(input.excluded ? { excluded: input.excluded } : {}),
    ...(rule.extension && input.extensionDays
      ? { extension: { length: input.extensionDays, unit: rule.extension.max.unit } }
      : {}),
  };
  if (!rule.interruptible) return countPeriod(request, ctx.calendar);
  const { direction: _forward, restarts: _none, ...limitation } = request;
  return countLimitation({ ...limitation, interruptions: input.interruptions ?? [] }, ctx.calendar);
}

function localVariants(rule: RuleDefinition, region: string | undefined): LocalVariant[] {
  if (region === undefined) return [];
  return rule.variants
    .filter((v) => region.startsWith(v.region))
    .sort((a, b) => b.region.length - a.region.length);
}

function variantWarning(variant: LocalVariant): LawWarning {
  const replaced = variant.mode === 'replaces' && variant.period;
  const n = variant.period ? lengthText(variant.period.length, variant.period.unit) : null;
  return {
    code: replaced ? 'local-rule-applied' : 'local-rule',
    text:
      replaced && n
        ? { zh: `${variant.text.zh}（已按${n.zh}计算）`, en: `${variant.text.en} (${n.en} applied)` }
        : variant.text,
  };
}
