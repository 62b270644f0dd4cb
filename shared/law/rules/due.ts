import { z } from 'zod';
import { type PlainDate, partsOf } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Bilingual, LawWarning, LegalSource } from '../common.ts';
import type { LawContext } from '../context.ts';
import { countPeriod } from '../counting/count.ts';
import { countHours } from '../counting/hours.ts';
import { countLimitation } from '../counting/limitation.ts';
import { lengthText } from '../counting/steps.ts';
import type { CountRequest, CountResult, ExcludedSpan, Period } from '../counting/types.ts';
import { parseInput, withinYears } from '../input.ts';
import { citation } from '../sources.ts';
import { cutoffOf } from './cutoff.ts';
import { dueInputSchema } from './due-input.ts';
import { readingsFor } from './readings.ts';
import { ruleOf } from './registry.ts';
import { inSense } from './sense.ts';
import type {
  DueInput,
  DueOptions,
  DueResult,
  Interruption,
  LocalVariant,
  ReadingEffect,
  RuleDefinition,
} from './types.ts';
import { chooseVariant } from './variants.ts';

/** JSON Schema of a rule's input, for the command line and for scripts. */
export function dueInputJsonSchema(ruleId: string): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(dueInputSchema(ruleOf(ruleId)), { io: 'input' });
}

/**
 * The last day of one time limit, with its working and its source.
 * @param input dates as PlainDate text; `extensionDays` in the unit of the rule's extension.
 * @param options choices a person made: local or national rule, a reading other than the usual one, how it is filed.
 * @throws AppError `not-found` for an unknown rule, `invalid-input` naming the bad field.
 */
export function dueDate(
  ruleId: string,
  input: unknown,
  ctx: LawContext,
  options: DueOptions = {},
): DueResult {
  return dueDateOf(ruleOf(ruleId), input, ctx, options);
}

// Building a schema costs ten times what reckoning a date does; a rule's never changes.
const schemas = new WeakMap<RuleDefinition, ReturnType<typeof dueInputSchema>>();

function schemaOf(rule: RuleDefinition): ReturnType<typeof dueInputSchema> {
  const known = schemas.get(rule) ?? dueInputSchema(rule);
  schemas.set(rule, known);
  return known;
}

const triggerToCome: LawWarning = {
  code: 'trigger-to-come',
  field: 'trigger',
  text: {
    zh: '起算日尚未到来，结果暂定；实际发生之日确定后请重新计算。',
    en: 'The day it is counted from is still to come, so the result is provisional: count again when it has come.',
  },
};

/** As `dueDate`, for a rule that is at hand. */
export function dueDateOf(
  rule: RuleDefinition,
  input: unknown,
  ctx: LawContext,
  options: DueOptions = {},
): DueResult {
  const parsed = parseInput(schemaOf(rule), input);
  return withinYears(parsed, () => {
    const result = reckon(rule, parsed, ctx, options);
    // Days are added without a look at the year.
    const { year } = partsOf(result.due ?? result.trigger);
    if (year < 1900 || year > 2199) throw fieldError('date', 'date-out-of-range', { year });
    return result;
  });
}

function reckon(rule: RuleDefinition, parsed: DueInput, ctx: LawContext, options: DueOptions): DueResult {
  const { variant, warnings, orNational } = chooseVariant(rule, ctx.region, options);
  const result = reckonBy(variant, warnings, rule, parsed, ctx, options);
  if (orNational === null) return result;
  const national = reckonBy(null, orNational, rule, parsed, ctx, options);
  return (result.due ?? '9') < (national.due ?? '9') ? result : national;
}

function reckonBy(
  variant: LocalVariant | null,
  warnings: LawWarning[],
  rule: RuleDefinition,
  parsed: DueInput,
  ctx: LawContext,
  options: DueOptions,
): DueResult {
  if (elsewhere(rule, ctx.region)) warnings.push(ruleElsewhere);
  const doubts = rule.doubts.filter((d) => d.before === undefined || parsed.trigger < d.before);
  warnings.push(...doubts.map(({ text }): LawWarning => ({ code: 'partly-unverified', text })));
  const { effect, applied } = readingsFor(rule, options.readings ?? {});
  const set = variant?.period ?? (effect.period === undefined ? rule.period : effect.period);
  const period = set ?? fixedPeriod(rule, parsed, warnings);
  const common = {
    rule,
    input: parsed,
    trigger: parsed.trigger,
    period,
    ifMissed: rule.ifMissed,
    source: variant?.source ?? rule.source,
    furtherSources: variant ? [rule.source, ...rule.furtherSources] : rule.furtherSources,
    withoutInterruption: null,
    variant: variant ? { region: variant.region, name: variant.name, status: variant.status } : null,
    reason: options.reason ?? null,
    readings: applied,
  };
  // Extended to a day while nobody wrote down the length it had: that day is what binds.
  const given = parsed.lastDay ?? (period ? null : parsed.extendedTo) ?? null;
  if (!period && given === null) {
    return {
      ...common,
      base: parsed.trigger,
      due: null,
      time: null,
      unrolled: null,
      cutoff: null,
      working: [],
      provisional: false,
      warnings,
    };
  }
  const count = given
    ? fixedDay(parsed.trigger, given, parsed.lastDay ? 'lastDay' : 'extendedTo', ctx)
    : run(rule, period as Period, parsed, effect, ctx);
  // What is counted back from a hearing starts, as a matter of course, on a day to come.
  const early = ctx.asOf !== undefined && parsed.trigger > ctx.asOf && rule.direction === 'after';
  const due = parsed.extendedTo ?? count.due;
  if (due < count.due) throw fieldError('extendedTo', 'extension-before-end', { due: count.due });
  const without = given || !period ? null : withoutInterruption(rule, period, parsed, effect, ctx, count);
  return {
    ...common,
    ...(without && {
      withoutInterruption: without,
      furtherSources: together(rule.interruptionSources, common),
    }),
    base: count.base,
    due,
    time: count.time ?? null,
    unrolled: count.unrolled,
    cutoff: cutoffOf(rule, count.time ?? null, options),
    working: inSense(
      due === count.due ? count.steps : [...count.steps.slice(0, -1), ...extendedTo(count.due, due)],
      rule.sense,
    ),
    provisional: count.provisional || early || doubts.some((d) => d.before !== undefined),
    warnings: [
      ...count.warnings,
      ...(early ? [triggerToCome] : []),
      ...warnings,
      ...(without ? [interruptionDenied(count.base, due, without, rule)] : []),
    ],
  };
}

/** The last day with every interruption left out; null where none of them restarted the period. */
function withoutInterruption(
  rule: RuleDefinition,
  period: Period,
  input: DueInput,
  effect: ReadingEffect,
  ctx: LawContext,
  counted: CountResult,
): PlainDate | null {
  if (!rule.interruptible || counted.base === counted.trigger) return null;
  const { interruptions: _denied, ...rest } = input;
  return run(rule, period, rest, effect, ctx).due;
}

/** What made the period start again comes first; what the result cites already is not repeated. */
function together(
  first: readonly LegalSource[],
  { source, furtherSources }: Pick<DueResult, 'source' | 'furtherSources'>,
): LegalSource[] {
  const known = new Set([citation(source).zh]);
  return [...first, ...furtherSources].filter((s) => {
    const { zh } = citation(s);
    return !known.has(zh) && known.add(zh);
  });
}

function interruptionDenied(
  base: PlainDate,
  due: PlainDate,
  without: PlainDate,
  { interruptionSources }: RuleDefinition,
): LawWarning {
  const cited = interruptionSources.map(citation);
  const zh = cited.map((c) => c.zh).join('、');
  const en = cited.map((c) => c.en).join('; ');
  return {
    code: 'without-interruption',
    text: {
      zh: `不计中断（如对方否认或证据不足）：${without}。${due}以${base}的中断成立为前提${zh && `（${zh}）`}；主张须由每名权利人本人提出或者为全体提出，对方的承诺须及于每名权利人，并留有证据。为稳妥请按${without}掌握。`,
      en: `Without the interruption (if it is denied or cannot be proved): ${without}. ${due} stands only if the interruption of ${base} holds${en && ` (${en})`}: a demand must be each claimant’s own or made for all, a promise must cover each of them, and there must be proof. To be safe, work to ${without}.`,
    },
  };
}

const ruleElsewhere: LawWarning = {
  code: 'rule-of-another-place',
  text: {
    zh: '这是外地的地方规定，本地不适用，仅供参考。',
    en: 'This is a local rule of another place; it does not hold here.',
  },
};

/** Whether a rule holds in named places only and the region is none of them. Without a region nothing is said. */
function elsewhere({ regions }: RuleDefinition, region: string | undefined): boolean {
  return region !== undefined && regions.length > 0 && !regions.some((start) => region.startsWith(start));
}

function run(
  rule: RuleDefinition,
  period: Period,
  input: DueInput,
  effect: ReadingEffect,
  ctx: LawContext,
): CountResult {
  if (period.unit === 'hour') return countHours(input.trigger, input.triggerTime, period.length);
  const { dates, spans } = interruptionsOf(input, effect);
  const excluded = [...(input.excluded ?? []), ...spans];
  const request: CountRequest = {
    trigger: input.trigger,
    ...period,
    direction: rule.direction,
    rolls: effect.rolls ?? rule.rolls,
    ...(effect.rollsOver ? { rollsOver: effect.rollsOver } : {}),
    ...(effect.monthsFrom ? { monthsFrom: effect.monthsFrom } : {}),
    ...(effect.thenDays ? { thenDays: effect.thenDays } : {}),
    ...(input.restarts ? { restarts: input.restarts } : {}),
    ...(excluded.length > 0 ? { excluded } : {}),
    ...(rule.extension && input.extensionDays
      ? { extension: { length: input.extensionDays, unit: rule.extension.max.unit } }
      : {}),
  };
  if (!rule.interruptible) return countPeriod(request, ctx.calendar);
  const { direction: _forward, restarts: _none, ...limitation } = request;
  const suspension = effect.suspension ?? rule.suspension;
  return countLimitation({ ...limitation, suspension, interruptions: dates }, ctx.calendar);
}

/**
 * An interruption restarts at its own date (办案规则 art. 27). Read by 民法典 art. 195 it restarts when the procedure it
 * opened has ended, and until then the clock stands still.
 */
function interruptionsOf(
  input: DueInput,
  effect: ReadingEffect,
): { dates: PlainDate[]; spans: ExcludedSpan[] } {
  const dates: PlainDate[] = [];
  const spans: ExcludedSpan[] = [];
  for (const entry of input.interruptions ?? []) {
    const { date, ended }: Interruption = typeof entry === 'string' ? { date: entry } : entry;
    dates.push(date);
    if (ended === undefined || effect.restart !== 'procedure-end') continue;
    dates.push(ended);
    spans.push({ from: date, to: ended });
  }
  return { dates, spans };
}

/** The length somebody fixed, held against the bounds of the law. */
function fixedPeriod(rule: RuleDefinition, input: DueInput, warnings: LawWarning[]): Period | null {
  const { fixed } = rule;
  if (!fixed || input.length === undefined) return null;
  const { min, max, unit } = fixed;
  if (min !== undefined && input.length < min) {
    const n = lengthText(min, unit);
    warnings.push({
      code: 'fixed-length-too-short',
      field: 'length',
      text: {
        zh: `指定的期限短于法定最短${n.zh}。`,
        en: `The fixed length is below the statutory minimum of ${n.en}.`,
      },
    });
  }
  if (max !== undefined && input.length > max) {
    const n = lengthText(max, unit);
    warnings.push({
      code: 'fixed-length-too-long',
      field: 'length',
      text: {
        zh: `指定的期限长于法定最长${n.zh}。`,
        en: `The fixed length is above the statutory maximum of ${n.en}.`,
      },
    });
  }
  return { length: input.length, unit };
}

/** A day somebody named is no period and does not move; a rest day is only pointed out. */
function fixedDay(
  trigger: PlainDate,
  day: PlainDate,
  field: 'lastDay' | 'extendedTo',
  ctx: LawContext,
): CountResult {
  if (day < trigger) throw fieldError(field, 'end-before-start');
  const rest = ctx.calendar.isRestDay(day);
  return {
    trigger,
    base: trigger,
    unrolled: day,
    due: day,
    steps: [
      {
        role: 'trigger',
        from: trigger,
        to: trigger,
        text: { zh: `${trigger}：起算事由发生`, en: `${trigger}: the event` },
      },
      {
        role: 'due',
        from: day,
        to: day,
        text: { zh: `指定的截止日：${day}`, en: `the day that was fixed: ${day}` },
      },
    ],
    provisional: false,
    warnings: rest
      ? [
          {
            code: 'fixed-day-is-rest-day',
            field,
            text: {
              zh: `指定的截止日${day}是休息日，请提前办理或与指定机关确认。`,
              en: `The fixed day ${day} is a rest day: act before it or ask who fixed it.`,
            },
          },
        ]
      : [],
  };
}

function extendedTo(from: PlainDate, to: PlainDate): CountResult['steps'] {
  return [
    {
      role: 'extension',
      from,
      to,
      text: { zh: `经批准延长至${to}`, en: `extended with approval to ${to}` },
    },
    { role: 'due', from: to, to, text: { zh: `截止日：${to}`, en: `due: ${to}` } },
  ];
}

/** The last day under a reading of the law other than the one used. */
export interface OtherReading {
  readonly disagreement: string;
  readonly question: Bilingual;
  readonly reading: string;
  readonly text: Bilingual;
  /** Null where this reading sets no limit. */
  readonly due: PlainDate | null;
}

/**
 * The readings of the law that would give another last day or none, each changed alone.
 * @throws AppError as `dueDate`.
 */
export function otherReadings(result: DueResult, ctx: LawContext, options: DueOptions = {}): OtherReading[] {
  const { rule, input } = result;
  const { disagreements, applied } = readingsFor(rule, options.readings ?? {});
  return disagreements.flatMap((d) =>
    d.readings.flatMap((reading): OtherReading[] => {
      if (applied.some((a) => a.disagreement === d.id && a.reading === reading.id)) return [];
      const readings = { ...options.readings, [d.id]: reading.id };
      // The input has been checked; checking it for each reading would cost as much as reckoning.
      const { due } = reckon(rule, input, ctx, { ...options, readings });
      if (due === result.due) return [];
      return [{ disagreement: d.id, question: d.question, reading: reading.id, text: reading.text, due }];
    }),
  );
}

/**
 * The same limit under every reading of each point on which texts differ, side by side: which day each reading gives.
 * @throws AppError as `dueDate`.
 */
export function compareReadings(
  ruleId: string,
  input: unknown,
  ctx: LawContext,
  options: DueOptions = {},
): readonly { readonly disagreement: string; readonly reading: string; readonly result: DueResult }[] {
  const rule = ruleOf(ruleId);
  return readingsFor(rule, {}).disagreements.flatMap((d) =>
    d.readings.map((reading) => ({
      disagreement: d.id,
      reading: reading.id,
      result: dueDateOf(rule, input, ctx, {
        ...options,
        readings: { ...options.readings, [d.id]: reading.id },
      }),
    })),
  );
}
