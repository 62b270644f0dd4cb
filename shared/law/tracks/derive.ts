import { daysBetween, type PlainDate } from '../../kernel/date.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { lengthText } from '../counting/steps.ts';
import type { ExcludedSpan } from '../counting/types.ts';
import { dueDateOf } from '../rules/due.ts';
import { ruleOf } from '../rules/registry.ts';
import { endText } from '../rules/sense.ts';
import type { DueInput, DueOptions, DueResult, RuleDefinition } from '../rules/types.ts';
import { citation } from '../sources.ts';
import { inOrder } from './order.ts';
import type {
  CaseEvent,
  CaseFacts,
  DerivedDates,
  NoDate,
  Obligation,
  ObligationPlan,
  TrackDefinition,
} from './types.ts';

/**
 * Every date the rules of a track draw from a case's events, in order of their last days (those without one at the
 * end). Pure: the same events, facts and calendar give the same list.
 */
export function deriveIn(
  track: TrackDefinition,
  events: readonly CaseEvent[],
  facts: CaseFacts,
  ctx: LawContext,
): DerivedDates {
  const ordered = inOrder(events);
  const plans = track.plansFor(facts, ordered);
  const obligations: Obligation[] = [];
  const withoutDate: NoDate[] = plans.withoutLimit.map(({ ruleId, explanation }) =>
    noDate(ruleOf(ruleId), 'no-limit', explanation),
  );
  for (const plan of plans.obligations) {
    const rule = ruleOf(plan.ruleId);
    const openers = openersOf(plan, ordered);
    if (plan.notApplicable) {
      const said = withoutDate.some((n) => n.ruleId === rule.id);
      if (openers.length > 0 && !said) withoutDate.push(noDate(rule, 'not-applicable', plan.notApplicable));
      continue;
    }
    const options = facts.choices?.[rule.id] ?? {};
    for (const opener of openers) obligations.push(oblige(plan, rule, opener, ordered, ctx, options));
  }
  obligations.sort(byDue);
  return { obligations, withoutDate };
}

function noDate(rule: RuleDefinition, kind: NoDate['kind'], explanation: Bilingual): NoDate {
  return { ruleId: rule.id, title: rule.title, kind, explanation, source: rule.source };
}

function byDue(a: Obligation, b: Obligation): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  return a.due.localeCompare(b.due);
}

function openersOf(plan: ObligationPlan, ordered: readonly CaseEvent[]): number[] {
  const found = ordered.flatMap((e, i) => (plan.opensOn.includes(e.type) ? [i] : []));
  return plan.take === 'latest' ? found.slice(-1) : found;
}

interface Closing {
  readonly index: number;
  readonly how: 'met' | 'implied' | 'ended';
}

const has = (list: readonly string[] | undefined, type: string): boolean => list?.includes(type) ?? false;

/** The first event that closes it for good: one that a later event reopens does not. */
function closingOf(plan: ObligationPlan, ordered: readonly CaseEvent[], opener: number): Closing | null {
  const start = plan.lookBack ? 0 : opener + 1;
  for (let i = start; i < ordered.length; i++) {
    const type = ordered[i]?.type ?? '';
    if (i === opener) continue;
    const how = has(plan.metBy, type)
      ? 'met'
      : has(plan.impliedBy, type)
        ? 'implied'
        : has(plan.endedBy, type)
          ? 'ended'
          : null;
    if (how === null) continue;
    const reopened = ordered.findIndex((e, j) => j > i && has(plan.reopenedBy, e.type));
    if (reopened < 0) return { index: i, how };
    i = reopened;
  }
  return null;
}

function oblige(
  plan: ObligationPlan,
  rule: RuleDefinition,
  openerIndex: number,
  ordered: readonly CaseEvent[],
  ctx: LawContext,
  options: DueOptions,
): Obligation {
  const opener = ordered[openerIndex] as CaseEvent;
  const closing = closingOf(plan, ordered, openerIndex);
  const closer = closing ? (ordered[closing.index] as CaseEvent) : null;
  const active = ordered.slice(
    openerIndex + 1,
    closing ? Math.max(closing.index, openerIndex + 1) : undefined,
  );
  const warnings: LawWarning[] = [...(plan.warnings ?? [])];

  const { spans, openPause } = pausesOf(plan, active, closer);
  const input: DueInput = {
    trigger: opener.date,
    ...(rule.restartable ? { restarts: datesOf(active, plan.restartedBy) } : {}),
    ...(rule.excludable ? { excluded: spans } : {}),
    ...(rule.interruptible ? { interruptions: datesOf(active, plan.interruptedBy) } : {}),
    ...extensionOf(plan, rule, active, warnings),
    ...fixedBy(plan, rule, opener, active),
  };
  const result = dueDateOf(rule, input, ctx, options);
  const suspended = openPause !== null && closing === null;
  if (openPause && closer) warnings.push(pauseNotClosed(openPause, closer));
  const due = suspended ? null : result.due;
  return {
    ruleId: rule.id,
    title: rule.title,
    nature: plan.nature,
    bearer: plan.bearer ?? rule.bearer,
    trigger: opener.date,
    base: result.base,
    input,
    options,
    variant: result.variant,
    readings: result.readings,
    metByTypes: plan.metBy,
    period: result.period,
    openedBy: opener,
    due,
    unrolled: suspended ? null : result.unrolled,
    status: statusOf(closing, closer, due, suspended, rule),
    sense: rule.sense,
    metBy: closer,
    working: suspended ? [] : result.working,
    provisional: result.provisional,
    force: rule.force,
    ifMissed: rule.ifMissed,
    source: result.source,
    furtherSources: result.furtherSources,
    explanation: explain(rule, result, due, openPause),
    warnings: [...result.warnings.filter((w) => !moot(w, result, closer, suspended)), ...warnings],
  };
}

/** Whoever acted before the earlier day too need not care whether an interruption holds. */
function moot(
  warning: LawWarning,
  { withoutInterruption }: DueResult,
  closer: CaseEvent | null,
  suspended: boolean,
): boolean {
  if (warning.code !== 'without-interruption' || withoutInterruption === null) return false;
  // While the clock stands still neither day is known.
  return suspended || (closer !== null && closer.date <= withoutInterruption);
}

/** What an organ or an agreement fixed: the length or the last day of the limit, or the day it was extended to. */
function fixedBy(
  plan: ObligationPlan,
  rule: RuleDefinition,
  opener: CaseEvent,
  active: readonly CaseEvent[],
): Pick<DueInput, 'length' | 'lastDay' | 'extendedTo'> {
  const extended = active.findLast((e) => has(plan.extendedBy, e.type) && e.until !== undefined);
  return {
    ...(rule.fixed && opener.until ? { lastDay: opener.until } : {}),
    ...(rule.fixed && !opener.until && opener.days !== undefined ? { length: opener.days } : {}),
    ...(rule.openExtension && extended?.until ? { extendedTo: extended.until } : {}),
  };
}

function statusOf(
  closing: Closing | null,
  closer: CaseEvent | null,
  due: PlainDate | null,
  suspended: boolean,
  rule: RuleDefinition,
): Obligation['status'] {
  if (suspended) return 'suspended';
  if (!closing || !closer) return 'open';
  const binding = rule.sense === 'deadline' || rule.sense === 'lapse';
  const late = binding && due !== null && closer.date > due;
  if (closing.how === 'ended') return late ? 'lapsed' : 'superseded';
  return closing.how === 'met' && late ? 'met-late' : 'met';
}

function datesOf(events: readonly CaseEvent[], types: readonly string[] | undefined): PlainDate[] {
  return events.filter((e) => has(types, e.type)).map((e) => e.date);
}

/** Closed pauses as spans; a pause still open ends with the event that closed the obligation, if one did. */
function pausesOf(
  plan: ObligationPlan,
  active: readonly CaseEvent[],
  closer: CaseEvent | null,
): { spans: ExcludedSpan[]; openPause: CaseEvent | null } {
  const spans: ExcludedSpan[] = [];
  let openPause: CaseEvent | null = null;
  for (const [start, end] of plan.pausedBy ?? []) {
    let from: CaseEvent | null = null;
    for (const event of active) {
      if (event.type === start) from ??= event;
      else if (event.type === end && from) {
        spans.push(span(from, event.date));
        from = null;
      }
    }
    if (from) {
      openPause ??= from;
      if (closer && closer.date >= from.date) spans.push(span(from, closer.date));
    }
  }
  return { spans, openPause };
}

function span(from: CaseEvent, to: PlainDate): ExcludedSpan {
  return { from: from.date, to, ...(from.note ? { reason: from.note } : {}) };
}

/** Extensions granted after the last restart; what was granted before belongs to the period that was dropped. */
function extensionOf(
  plan: ObligationPlan,
  rule: RuleDefinition,
  active: readonly CaseEvent[],
  warnings: LawWarning[],
): Pick<DueInput, 'extensionDays'> {
  if (!rule.extension) return {};
  const lastRestart = active.findLastIndex((e) => has(plan.restartedBy, e.type));
  const max = rule.extension.max.length;
  let total = 0;
  active.forEach((event, i) => {
    if (!has(plan.extendedBy, event.type)) return;
    if (i > lastRestart) total += event.days ?? max;
    else warnings.push(extensionBeforeRestart(event.date));
  });
  if (total > max) warnings.push(extensionAboveMaximum(total, max));
  return total > 0 ? { extensionDays: Math.min(total, max) } : {};
}

function extensionBeforeRestart(date: PlainDate): LawWarning {
  return {
    code: 'extension-before-restart',
    text: {
      zh: `${date}批准的延期在期间重新计算之前，未计入。`,
      en: `The extension of ${date} was granted before the period started again and was not added.`,
    },
  };
}

function extensionAboveMaximum(total: number, max: number): LawWarning {
  return {
    code: 'extension-above-maximum',
    text: {
      zh: `登记的延期共${total}日，超过法定最长${max}日，按${max}日计算。`,
      en: `Extensions of ${total} days are above the maximum of ${max}; ${max} days were used.`,
    },
  };
}

function pauseNotClosed(pause: CaseEvent, closer: CaseEvent): LawWarning {
  return {
    code: 'pause-not-closed',
    text: {
      zh: `${pause.date}起的中止没有登记恢复日期，暂按${closer.date}结束计算。`,
      en: `The pause from ${pause.date} has no recorded end; ${closer.date} was used.`,
    },
  };
}

function explain(
  rule: RuleDefinition,
  result: DueResult,
  due: PlainDate | null,
  openPause: CaseEvent | null,
): Bilingual {
  const { trigger } = result;
  // What restarted a limitation period is named with it; every other further source stands beside the sentence.
  const cited = [result.source, ...(result.withoutInterruption ? rule.interruptionSources : [])].map(
    citation,
  );
  const source = { zh: cited.map((c) => c.zh).join('、'), en: cited.map((c) => c.en).join('; ') };
  const words = rule.trigger.words;
  if (due === null && !openPause) {
    const by = rule.fixed?.by;
    return {
      zh: `${rule.title.zh}：${by ? `期限由${by.zh}确定，尚未登记` : rule.ifMissed.zh}（${source.zh}）。`,
      en: `${rule.title.en}: ${by ? `fixed by ${by.en}, not recorded yet` : rule.ifMissed.en} (${source.en}).`,
    };
  }
  if (due === null) {
    const since = openPause?.date ?? '';
    return {
      zh: `${rule.title.zh}：自${since}起期间停止计算，恢复后方能确定截止日（${source.zh}）。`,
      en: `${rule.title.en}: the clock has been stopped since ${since}; the last day is known once it resumes (${source.en}).`,
    };
  }
  const { period } = result;
  // A period of no days is the day itself; a day that somebody named has no length.
  const n = period && period.length > 0 ? lengthText(period.length, period.unit) : null;
  const same = period?.length === 0;
  if (rule.direction === 'before') {
    return {
      zh: `${rule.title.zh}：${words.zh}（${trigger}）${n ? `${n.zh}前` : '当日'}，至迟${due}（${source.zh}）。`,
      en: `${rule.title.en}: ${n ? `${n.en} before` : 'on'} ${words.en} (${trigger}), on or before ${due} (${source.en}).`,
    };
  }
  const moved = movedBy(result, rule);
  const end = endText(rule.sense, due);
  return {
    zh: `${rule.title.zh}：${words.zh}（${trigger}）${same ? '当日' : `起${n?.zh ?? ''}`}${moved.zh}，${end.zh}（${source.zh}）。`,
    en: `${rule.title.en}: ${same ? 'on' : n ? `${n.en} from` : 'from'} ${words.en} (${trigger})${moved.en}, ${end.en} (${source.en}).`,
  };
}

/** Restart, excluded days, extension and roll, as far as they moved the last day. */
function movedBy(result: DueResult, rule: RuleDefinition): Bilingual {
  const zh: string[] = [];
  const en: string[] = [];
  if (result.base !== result.trigger) {
    zh.push(`自${result.base}${rule.interruptible ? '中断后' : ''}重新计算`);
    en.push(`starting again on ${result.base}${rule.interruptible ? ' after an interruption' : ''}`);
  }
  const excluded = result.working
    .filter((step) => step.role === 'excluded')
    .reduce((days, step) => days + daysBetween(step.from, step.to) + 1, 0);
  if (excluded > 0) {
    zh.push(`其中${excluded}日不计入`);
    en.push(`${excluded} days excluded`);
  }
  if (result.working.some((step) => step.role === 'extension')) {
    zh.push('已批准延期');
    en.push('extended');
  }
  // A day to which an organ extended is named by it and moves off nothing.
  if (result.unrolled !== null && result.due !== result.unrolled && !result.input.extendedTo) {
    zh.push(`期满日${result.unrolled}逢休息日顺延`);
    en.push(`moved from the rest day ${result.unrolled}`);
  }
  const join = (parts: readonly string[], mark: string): string => parts.map((p) => `${mark}${p}`).join('');
  return { zh: join(zh, '，'), en: join(en, ', ') };
}

/** What an obligation means on a given day. A right that was not used lapses; a duty becomes overdue. */
export type Standing = 'done' | 'superseded' | 'suspended' | 'running' | 'due-today' | 'overdue' | 'lapsed';

export function standingOf(
  obligation: Pick<Obligation, 'status' | 'due' | 'nature'> & Partial<Pick<Obligation, 'sense'>>,
  today: PlainDate,
): Standing {
  switch (obligation.status) {
    case 'met':
    case 'met-late':
      return 'done';
    case 'superseded':
    case 'suspended':
    case 'lapsed':
      return obligation.status;
    case 'open':
      if (obligation.due === null || obligation.due > today) return 'running';
      if (obligation.sense === 'earliest') return 'running';
      if (obligation.due === today) return 'due-today';
      if (obligation.sense === 'keep') return 'done';
      if (obligation.sense === 'lapse') return 'lapsed';
      return obligation.nature === 'right' ? 'lapsed' : 'overdue';
  }
}
