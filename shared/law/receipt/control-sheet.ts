import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { Bearer, Bilingual, LawWarning, VerificationStatus } from '../common.ts';
import type { LawContext } from '../context.ts';
import { lengthText } from '../counting/steps.ts';
import { dueDateOf } from '../rules/due.ts';
import { disagreementsOf } from '../rules/readings.ts';
import { ruleOf } from '../rules/registry.ts';
import type { Cutoff, DueOptions, DueResult, RuleSense } from '../rules/types.ts';
import { citation } from '../sources.ts';

/** What people know about a date that the rule does not: the paper behind the event, who looked, who approved. */
export interface ControlFacts {
  readonly caseNumber?: string;
  /** The paper that proves the event, such as `送达回证`. */
  readonly triggerDocument?: string;
  readonly extensionDocument?: string;
  readonly confirmedBy?: string;
  readonly confirmedOn?: PlainDate;
  readonly secondSignatory?: string;
}

/** One calendar day of the sheet. */
export interface ControlDay {
  readonly date: PlainDate;
  readonly standing: 'trigger' | 'counted' | 'skipped' | 'excluded' | 'rolled-over' | 'due';
  /** Its number in the period, where it has one. */
  readonly number: number | null;
  readonly reason: Bilingual | null;
}

export interface Signature {
  readonly role: Bilingual;
  readonly name: string | null;
  readonly on: PlainDate | null;
}

export interface ControlSheet {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly caseNumber: string | null;
  readonly period: Bilingual | null;
  readonly sense: RuleSense;
  readonly bearer: Bearer;
  readonly status: VerificationStatus;
  readonly sources: readonly { readonly text: Bilingual; readonly version: string }[];
  readonly trigger: {
    readonly date: PlainDate;
    readonly words: Bilingual;
    readonly document: string | null;
    /** The day of the event is itself the day to act. */
    readonly sameDay: boolean;
  };
  readonly unrolled: PlainDate | null;
  readonly due: PlainDate | null;
  readonly time: string | null;
  readonly cutoff: Cutoff | null;
  readonly provisional: boolean;
  /** Each day from the trigger to the due day; for months and years only the days that decided the result. */
  readonly days: readonly ControlDay[];
  readonly lines: readonly Bilingual[];
  readonly extension: {
    readonly length: Bilingual;
    readonly approver: Bilingual;
    readonly source: Bilingual;
    readonly document: string | null;
  } | null;
  readonly localRule: Bilingual | null;
  /** Why the local or national rule was chosen by hand. */
  readonly reason: string | null;
  readonly readings: readonly {
    readonly question: Bilingual;
    readonly chosen: Bilingual;
    readonly isDefault: boolean;
  }[];
  readonly ifMissed: Bilingual;
  readonly warnings: readonly LawWarning[];
  /** Who confirmed, and room for a second person. */
  readonly signatures: readonly [Signature, Signature];
  /** What is still missing before the sheet can be signed, by field of `ControlFacts`. */
  readonly missing: readonly string[];
}

const longestListed = 200;

/**
 * The facts of a one-page deadline control sheet, to be checked and signed by two people.
 * @throws AppError as `dueDate`.
 */
export function controlSheet(
  ruleId: string,
  input: unknown,
  ctx: LawContext,
  facts: ControlFacts = {},
  options: DueOptions = {},
): ControlSheet {
  const rule = ruleOf(ruleId);
  const result = dueDateOf(rule, input, ctx, options);
  const { extension, openExtension } = rule;
  const granted = result.input.extensionDays ?? 0;
  const approval = granted > 0 ? extension : result.input.extendedTo ? openExtension : null;
  return {
    ruleId,
    title: rule.title,
    caseNumber: facts.caseNumber ?? null,
    period: result.period ? lengthText(result.period.length, result.period.unit) : null,
    sense: rule.sense,
    bearer: rule.bearer,
    // A local rule that was applied is known as surely as itself.
    status: result.variant?.status ?? rule.status,
    sources: [result.source, ...result.furtherSources].map((s) => ({
      text: citation(s),
      version: s.version,
    })),
    trigger: {
      date: result.trigger,
      words: rule.trigger.words,
      document: facts.triggerDocument ?? null,
      sameDay: result.period?.length === 0,
    },
    unrolled: result.unrolled,
    due: result.due,
    time: result.time,
    cutoff: result.cutoff,
    provisional: result.provisional,
    days: daysOf(result, ctx),
    lines: result.working.map((step) => step.text),
    extension: approval
      ? {
          length:
            granted > 0 && extension
              ? lengthText(granted, extension.max.unit)
              : { zh: `至${result.due}`, en: `to ${result.due}` },
          approver: approval.approver,
          source: citation(approval.source),
          document: facts.extensionDocument ?? null,
        }
      : null,
    localRule: result.variant ? result.variant.name : null,
    reason: result.reason,
    readings: disagreementsOf(rule).flatMap((d) => {
      const used = result.readings.find((r) => r.disagreement === d.id);
      const chosen = d.readings.find((r) => r.id === used?.reading);
      return used && chosen ? [{ question: d.question, chosen: chosen.text, isDefault: used.isDefault }] : [];
    }),
    ifMissed: result.ifMissed,
    warnings: result.warnings,
    signatures: [
      {
        role: { zh: '核对人', en: 'Confirmed by' },
        name: facts.confirmedBy ?? null,
        on: facts.confirmedOn ?? null,
      },
      { role: { zh: '复核人', en: 'Second signature' }, name: facts.secondSignatory ?? null, on: null },
    ],
    missing: [
      ...(facts.triggerDocument ? [] : ['triggerDocument']),
      ...(approval && !facts.extensionDocument ? ['extensionDocument'] : []),
      ...(facts.confirmedBy ? [] : ['confirmedBy']),
    ],
  };
}

/** The working day by day. Months and years have no numbered days, so only their decisive days are listed. */
function daysOf(result: DueResult, ctx: LawContext): ControlDay[] {
  const out = new Map<PlainDate, ControlDay>();
  const put = (
    date: PlainDate,
    standing: ControlDay['standing'],
    number: number | null,
    reason: Bilingual | null,
  ) => out.set(date, { date, standing, number, reason });
  for (const step of result.working) {
    if (step.role === 'counted') {
      if (step.first === undefined) continue;
      for (
        let date = step.from, n = step.first;
        date <= step.to && out.size < longestListed;
        date = addDays(date, 1), n++
      ) {
        const { name } = ctx.calendar.dayOf(date);
        put(date, 'counted', n, name);
      }
    } else if (step.role === 'excluded') {
      for (let date = step.from; date <= step.to && out.size < longestListed; date = addDays(date, 1)) {
        put(date, 'excluded', null, step.text);
      }
    } else if (step.role === 'skipped' || step.role === 'rolled-over') {
      put(step.from, step.role, null, step.name ?? step.text);
    } else if (step.role === 'trigger' || step.role === 'restart') {
      put(step.from, 'trigger', null, null);
    } else if (step.role === 'due') {
      put(step.from, 'due', out.get(step.from)?.number ?? null, null);
    }
  }
  return [...out.values()].sort((a, b) => a.date.localeCompare(b.date));
}
