import { addDays, daysBetween, maxDate, type PlainDate } from '../../kernel/date.ts';
import type { Bilingual, LawWarning } from '../common.ts';
import type { LawContext } from '../context.ts';
import { firstOfLastSixMonths, type SuspensionModel } from '../counting/suspension.ts';
import { dueDateOf, otherReadings } from '../rules/due.ts';
import { readingsFor } from '../rules/readings.ts';
import { ruleOf } from '../rules/registry.ts';
import type { DueInput, DueOptions, DueResult, RuleDefinition } from '../rules/types.ts';

/**
 * What happened to a limitation period. `start`: it began to run. `interrupt`: a demand, a claim to an authority or a
 * promise; `ended` is the day a procedure it opened came to its end. `suspend` / `resume`: an obstacle and its end.
 * `exercise`: the right was used in time (application, suit), the period is kept.
 */
export interface LedgerEvent {
  readonly kind: 'start' | 'interrupt' | 'suspend' | 'resume' | 'exercise';
  readonly date: PlainDate;
  readonly ended?: PlainDate;
  readonly words?: Bilingual;
}

/** A stretch for a timeline; `to` is its last day. An `expired` stretch has none. */
export interface LedgerSegment {
  readonly state: 'running' | 'restarted' | 'stopped' | 'exercised' | 'expired';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The event that began it. */
  readonly event: LedgerEvent | null;
  /** Calendar days left to the last day as it stood on the first day of the stretch; null once expired. */
  readonly remainingDays: number | null;
  /** The last day as it stood then; null while an obstacle has no recorded end. */
  readonly lastDay: PlainDate | null;
  readonly provisional: boolean;
  readonly notes: readonly Bilingual[];
}

export interface LimitationLedger {
  readonly ruleId: string;
  readonly segments: readonly LedgerSegment[];
  /** Where the period stands at the end of the ledger. */
  readonly state: LedgerSegment['state'] | 'not-started';
  readonly lastDay: PlainDate | null;
  readonly provisional: boolean;
  /** The whole counting with its working; null before the start. */
  readonly result: DueResult | null;
  /** Last days under other readings of the law, where they differ. */
  readonly otherReadings: readonly {
    readonly disagreement: string;
    readonly reading: string;
    readonly text: Bilingual;
    readonly lastDay: PlainDate;
  }[];
  readonly warnings: readonly LawWarning[];
}

export interface LedgerOptions extends DueOptions {
  /** The limitation rule; default `lim-general`. */
  readonly rule?: string;
}

/**
 * Suspension, interruption and restart of a limitation period as a running account, for drawing and for checking.
 * @throws AppError `not-found` for an unknown rule, `invalid-input` naming the bad event.
 */
export function limitationLedger(
  events: readonly LedgerEvent[],
  ctx: LawContext,
  options: LedgerOptions = {},
): LimitationLedger {
  const rule = ruleOf(options.rule ?? 'lim-general');
  const ordered = [...events].sort((a, b) => a.date.localeCompare(b.date));
  const start = ordered.find((e) => e.kind === 'start');
  if (!start) return empty(rule.id);
  const warnings: LawWarning[] = [];
  const segments: LedgerSegment[] = [];
  const others = ordered.filter((e) => e !== start);
  for (const event of others) if (event.kind === 'start') warnings.push(secondStart(event.date));

  const account = (until: readonly LedgerEvent[]): Account => stand(rule, start, until, ctx, options);
  // A period that is no limitation period leaves out what the law excludes whenever it falls.
  const model = rule.interruptible
    ? (readingsFor(rule, options.readings ?? {}).effect.suspension ?? rule.suspension)
    : 'anywhere';
  let now = account([]);
  segments.push(segment('running', start.date, start, now));
  let over = false;
  let obstacle: LedgerEvent | null = null;
  let standing = false;
  const known: LedgerEvent[] = [];
  for (const event of others) {
    if (event.kind === 'start') continue;
    if (event.kind === 'resume' && !obstacle) {
      warnings.push(resumeAlone(event.date));
      continue;
    }
    const stop = standing ? null : stopOf(obstacle, start, now, model);
    if (stop && stop.from < event.date) {
      standing = true;
      segments.push(stop);
    }
    if (!standing && now.due < event.date) {
      over = true;
      break;
    }
    known.push(event);
    const next = account(known);
    if (event.kind === 'exercise') {
      segments.push(segment('exercised', maxDate(event.date, start.date), event, next));
      now = next;
      break;
    }
    if (event.kind === 'suspend') obstacle ??= event;
    else if (event.kind === 'resume') {
      obstacle = null;
      if (standing) segments.push(segment('running', event.date, event, next));
      standing = false;
    } else if (next.result.base !== now.result.base) {
      // The last six months of the new period are far off: an obstacle that only counts in them counts no more.
      standing &&= model === 'anywhere';
      segments.push(segment(standing ? 'stopped' : 'restarted', event.date, event, next, standing));
    }
    now = next;
  }
  const kept = segments.at(-1)?.state === 'exercised';
  const stop = over || kept || standing ? null : stopOf(obstacle, start, now, model);
  if (stop && (ctx.asOf === undefined || stop.from <= maxDate(ctx.asOf, obstacle?.date ?? ctx.asOf))) {
    standing = true;
    segments.push(stop);
  }
  const asOf = ctx.asOf;
  if (!kept && !standing && (over || (asOf !== undefined && now.due < asOf))) {
    segments.push({
      state: 'expired',
      from: addDays(now.due, 1),
      to: null,
      event: null,
      remainingDays: null,
      lastDay: now.due,
      provisional: now.result.provisional,
      notes: [],
    });
  }
  return {
    ruleId: rule.id,
    segments: close(segments, standing || kept ? null : now.due),
    state: segments.at(-1)?.state ?? 'not-started',
    lastDay: standing ? null : now.due,
    provisional: now.result.provisional,
    result: now.result,
    otherReadings: standing ? [] : differing(now, ctx, options),
    warnings: [...warnings, ...notesOf(now.result)],
  };
}

interface Account {
  readonly input: DueInput;
  readonly result: DueResult;
  readonly due: PlainDate;
}

function stand(
  rule: RuleDefinition,
  start: LedgerEvent,
  known: readonly LedgerEvent[],
  ctx: LawContext,
  options: DueOptions,
): Account {
  const excluded: { from: PlainDate; to: PlainDate }[] = [];
  let from: PlainDate | null = null;
  for (const event of known) {
    if (event.kind === 'suspend') from ??= event.date;
    else if (event.kind === 'resume' && from !== null) {
      excluded.push({ from, to: event.date });
      from = null;
    }
  }
  const interruptions = known
    .filter((e) => e.kind === 'interrupt')
    .map((e) => (e.ended ? { date: e.date, ended: e.ended } : { date: e.date }));
  const input: DueInput = {
    trigger: start.date,
    excluded,
    ...(rule.interruptible ? { interruptions } : {}),
  };
  const result = dueDateOf(rule, input, ctx, dueOptions(options));
  return { input, result, due: result.due ?? start.date };
}

/** An application may have used the right before either day; the obligation, which knows, says what a denial means. */
function notesOf(result: DueResult): readonly LawWarning[] {
  return result.warnings.filter((w) => w.code !== 'without-interruption');
}

function dueOptions(options: LedgerOptions): DueOptions {
  const { rule: _rule, ...rest } = options;
  return rest;
}

/**
 * The stretch in which an obstacle stops the clock, were it to last: from its first day, or, where the law counts it only
 * in the last six months, from when they begin.
 */
function stopOf(
  obstacle: LedgerEvent | null,
  start: LedgerEvent,
  now: Account,
  model: SuspensionModel,
): LedgerSegment | null {
  if (!obstacle) return null;
  const since = maxDate(obstacle.date, start.date);
  const from =
    model === 'anywhere' ? since : maxDate(since, firstOfLastSixMonths(now.result.unrolled ?? now.due));
  return segment('stopped', from, obstacle, now, true);
}

function segment(
  state: LedgerSegment['state'],
  from: PlainDate,
  event: LedgerEvent,
  account: Account,
  stopped = false,
): LedgerSegment {
  return {
    state,
    from,
    to: null,
    event,
    remainingDays: daysBetween(from, account.due),
    lastDay: stopped ? null : account.due,
    provisional: account.result.provisional,
    notes: notesOf(account.result).map((w) => w.text),
  };
}

/** Each stretch ends the day before the next begins; the last one on the last day, where there is one. */
function close(segments: readonly LedgerSegment[], lastDay: PlainDate | null): LedgerSegment[] {
  return segments.map((s, i) => {
    const next = segments[i + 1];
    if (next) return { ...s, to: next.from > s.from ? addDays(next.from, -1) : s.from };
    return s.state === 'expired' || s.state === 'exercised' ? s : { ...s, to: lastDay };
  });
}

function differing(now: Account, ctx: LawContext, options: DueOptions): LimitationLedger['otherReadings'] {
  return otherReadings(now.result, ctx, dueOptions(options)).flatMap(
    ({ disagreement, reading, text, due }) =>
      due === null ? [] : [{ disagreement, reading, text, lastDay: due }],
  );
}

function empty(ruleId: string): LimitationLedger {
  return {
    ruleId,
    segments: [],
    state: 'not-started',
    lastDay: null,
    provisional: false,
    result: null,
    otherReadings: [],
    warnings: [],
  };
}

function secondStart(date: PlainDate): LawWarning {
  return {
    code: 'second-start',
    text: {
      zh: `${date}的起算未采用，以最早的起算日为准。`,
      en: `The start of ${date} was not used; the earliest counts.`,
    },
  };
}

function resumeAlone(date: PlainDate): LawWarning {
  return {
    code: 'resume-without-suspension',
    text: {
      zh: `${date}登记了中止原因消除，但没有登记中止。`,
      en: `On ${date} an obstacle ended that was never recorded.`,
    },
  };
}
