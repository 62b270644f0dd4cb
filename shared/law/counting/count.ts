import { addDays, addMonths, daysBetween, maxDate, type PlainDate, partsOf } from '../../kernel/date.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Calendar } from '../calendar/types.ts';
import type { LawWarning } from '../common.ts';
import {
  countedStep,
  dueStep,
  excludedStep,
  extensionStep,
  lapsedStep,
  lastDayStep,
  monthsStep,
  restartStep,
  rolledBackStep,
  rolledStep,
  skippedStep,
  triggerStep,
} from './steps.ts';
import type { CountRequest, CountResult, DayStep, ExcludedSpan, Period, TimeUnit } from './types.ts';

const maximum: Readonly<Record<TimeUnit, number>> = {
  hour: 8784,
  'natural-day': 3660,
  'working-day': 1000,
  month: 240,
  year: 20,
};

/**
 * Counts one period and shows every step.
 *
 * - The trigger day is not counted (民法典 art. 201); months and years end on the corresponding date (art. 202).
 * - A last day on a rest day moves to the next working day (art. 203); rest days inside natural days count. A make-up
 *   working day is an ordinary working day: it counts and does not move.
 * - Backward, the anchor day is not counted and the due day is the last on which one may still act.
 * - An extension starts from the unrolled last day. Excluded spans push the end by the days they cover.
 *
 * @throws AppError `invalid-input` naming the field.
 */
export function countPeriod(request: CountRequest, calendar: Calendar): CountResult {
  checkPeriod(request, 'length');
  if (request.unit === 'hour') throw fieldError('unit', 'not-applicable', { unit: request.unit });
  return request.direction === 'before' ? countBackward(request, calendar) : countForward(request, calendar);
}

/** @throws AppError `invalid-input` when the length is no whole number or beyond any legal period. */
export function checkPeriod(period: Period, field: string): void {
  const { length, unit } = period;
  if (!Number.isInteger(length) || length < 0 || length > maximum[unit]) {
    throw fieldError(field, 'length-out-of-range', { length, maximum: maximum[unit] });
  }
}

function countForward(request: CountRequest, calendar: Calendar): CountResult {
  const { trigger, length, unit, extension } = request;
  const rolls = request.rolls === undefined || request.rolls === true;
  const warnings: LawWarning[] = [];
  const steps: DayStep[] = [triggerStep(trigger, length === 0 && !extension)];
  const base = latestRestart(request, warnings);
  if (base !== trigger) steps.push(restartStep(base));

  const walk = new Walk(base, spansAfter(base, request.excluded ?? []), calendar, steps, request.monthsFrom);
  walk.advance(length, unit);
  if (extension && extension.length > 0) {
    checkPeriod(extension, 'extension.length');
    const from = walk.at;
    walk.advance(extension.length, extension.unit);
    steps.push(extensionStep(from, walk.at, extension.length, extension.unit));
  }
  if (request.thenDays) {
    walk.at = addDays(walk.at, request.thenDays);
    steps.push(lapsedStep(walk.at));
  }
  const unrolled = walk.at;
  steps.push(lastDayStep(unrolled, calendar.dayOf(unrolled), rolls));

  let due = unrolled;
  if (rolls) {
    walk.lookAt(due);
    const moves = (day: PlainDate): boolean =>
      request.rollsOver === 'holidays' ? calendar.dayOf(day).kind === 'holiday' : calendar.isRestDay(day);
    while (moves(due)) {
      steps.push(rolledStep(calendar.dayOf(due)));
      due = addDays(due, 1);
      walk.lookAt(due);
    }
  }
  steps.push(dueStep(due, false));
  warnings.push(...calendarWarnings(walk.unknownYears, rolls ? due : null, calendar));
  return { trigger, base, unrolled, due, steps, provisional: walk.unknownYears.size > 0, warnings };
}

/** One moving last day. Excluded spans are consumed in order, whoever advances. */
class Walk {
  at: PlainDate;
  readonly unknownYears = new Set<number>();
  private readonly spans: ExcludedSpan[];
  private readonly calendar: Calendar;
  private readonly steps: DayStep[];
  private counted = 0;

  private readonly monthsFrom: CountRequest['monthsFrom'];

  constructor(
    base: PlainDate,
    spans: readonly ExcludedSpan[],
    calendar: Calendar,
    steps: DayStep[],
    monthsFrom: CountRequest['monthsFrom'],
  ) {
    this.at = base;
    this.monthsFrom = monthsFrom;
    this.spans = [...spans];
    this.calendar = calendar;
    this.steps = steps;
  }

  /** Remembers that this day's standing decided the result. */
  lookAt(date: PlainDate): void {
    if (!this.calendar.dayOf(date).known) this.unknownYears.add(partsOf(date).year);
  }

  advance(length: number, unit: TimeUnit): void {
    if (length === 0) return;
    if (unit === 'working-day') this.advanceWorkingDays(length);
    else if (unit === 'natural-day') this.advanceDays(length);
    else this.advanceMonths(length, unit);
  }

  private advanceDays(length: number): void {
    let remaining = length;
    for (let span = this.spans[0]; span && span.from <= addDays(this.at, remaining); span = this.spans[0]) {
      const before = daysBetween(this.at, span.from) - 1;
      this.count(before);
      remaining -= before;
      this.exclude(span);
    }
    this.count(remaining);
  }

  private count(days: number): void {
    if (days === 0) return;
    const [from, first] = [addDays(this.at, 1), this.counted + 1];
    this.at = addDays(this.at, days);
    this.counted += days;
    this.steps.push(countedStep(from, this.at, first, this.counted));
  }

  private exclude(span: ExcludedSpan): void {
    this.spans.shift();
    this.at = addDays(span.to, -1);
    this.steps.push(excludedStep(span.from, this.at, span.reason));
  }

  private advanceMonths(length: number, unit: TimeUnit): void {
    const base = this.monthsFrom === 'next-day' ? addDays(this.at, 1) : this.at;
    this.at = addMonths(base, unit === 'year' ? length * 12 : length);
    this.steps.push(monthsStep(base, this.at, length, unit));
    for (let span = this.spans[0]; span && span.from <= this.at; span = this.spans[0]) {
      this.spans.shift();
      this.at = addDays(this.at, daysBetween(span.from, span.to));
      this.steps.push(excludedStep(span.from, addDays(span.to, -1), span.reason));
    }
  }

  private advanceWorkingDays(length: number): void {
    let open = this.reopen();
    // A step is worded once its run of working days is known: wording it anew for each day costs most of the count.
    const close = (): void => {
      if (open) this.steps.push(countedStep(open.from, this.at, open.first, this.counted));
      open = null;
    };
    for (let remaining = length; remaining > 0; ) {
      const next = addDays(this.at, 1);
      const span = this.spans[0];
      if (span && span.from <= next) {
        close();
        this.exclude(span);
        continue;
      }
      this.lookAt(next);
      const end = this.calendar.runEnd(next);
      if (end !== null) {
        const last = span && span.from <= end ? addDays(span.from, -1) : end;
        const days = Math.min(remaining, daysBetween(this.at, last));
        open ??= { from: next, first: this.counted + 1 };
        this.at = addDays(this.at, days);
        this.counted += days;
        remaining -= days;
        continue;
      }
      close();
      const day = this.calendar.dayOf(next);
      this.at = next;
      if (!day.working) {
        this.steps.push(skippedStep(day));
        continue;
      }
      remaining--;
      this.counted++;
      this.steps.push(countedStep(next, next, this.counted, this.counted, day));
    }
    close();
  }

  /** An extension goes on in the run of ordinary days that the period ended with: takes that step back. */
  private reopen(): { from: PlainDate; first: number } | null {
    const last = this.steps.at(-1);
    if (last?.role !== 'counted' || last.kind !== undefined || last.to !== this.at) return null;
    this.steps.pop();
    return { from: last.from, first: last.first ?? 1 };
  }
}

function latestRestart(request: CountRequest, warnings: LawWarning[]): PlainDate {
  let base = request.trigger;
  for (const restart of request.restarts ?? []) {
    if (restart < request.trigger) {
      warnings.push({
        code: 'restart-before-trigger',
        field: 'restarts',
        text: {
          zh: `重新计算日${restart}早于起算日${request.trigger}，未采用。`,
          en: `The restart ${restart} is before the trigger ${request.trigger} and was not used.`,
        },
      });
    }
    base = maxDate(base, restart);
  }
  return base;
}

/** Spans that lie after the base day, in order, overlapping ones joined, so that no day is excluded twice. */
function spansAfter(base: PlainDate, spans: readonly ExcludedSpan[]): ExcludedSpan[] {
  const first = addDays(base, 1);
  const out: ExcludedSpan[] = [];
  spans.forEach((span, i) => {
    if (span.to < span.from) throw fieldError(`excluded.${i}.to`, 'end-before-start');
  });
  for (const span of [...spans].sort((a, b) => a.from.localeCompare(b.from))) {
    const from = maxDate(span.from, first);
    if (span.to <= from) continue;
    const last = out.at(-1);
    if (last && from <= last.to) out[out.length - 1] = { ...last, to: maxDate(last.to, span.to) };
    else out.push({ ...span, from });
  }
  return out;
}

function countBackward(request: CountRequest, calendar: Calendar): CountResult {
  const { trigger, length, unit } = request;
  if (request.restarts?.length) throw fieldError('restarts', 'not-applicable');
  if (request.excluded?.length) throw fieldError('excluded', 'not-applicable');
  if (request.extension) throw fieldError('extension', 'not-applicable');
  if (unit === 'month' || unit === 'year') throw fieldError('unit', 'not-applicable', { unit });
  const unknownYears = new Set<number>();
  const steps: DayStep[] = [triggerStep(trigger, length === 0)];
  let at = trigger;
  if (unit === 'natural-day') {
    at = addDays(trigger, -length);
    if (length > 0) steps.push(countedStep(at, addDays(trigger, -1), 1, length));
  } else {
    for (let n = 0; n < length; ) {
      at = addDays(at, -1);
      if (!calendar.knows(at)) unknownYears.add(partsOf(at).year);
      const day = calendar.dayOf(at);
      if (day.working) {
        n++;
        steps.push(countedStep(at, at, n, n, day));
      } else steps.push(skippedStep(day));
    }
  }
  const unrolled = at;
  if (request.rolls === 'back') {
    if (!calendar.knows(at)) unknownYears.add(partsOf(at).year);
    while (calendar.isRestDay(at)) {
      steps.push(rolledBackStep(calendar.dayOf(at)));
      at = addDays(at, -1);
      if (!calendar.knows(at)) unknownYears.add(partsOf(at).year);
    }
  }
  steps.push(dueStep(at, true));
  const warnings = calendarWarnings(unknownYears, null, calendar);
  return {
    trigger,
    base: trigger,
    unrolled,
    due: at,
    steps,
    provisional: unknownYears.size > 0,
    warnings,
  };
}

/**
 * Besides unloaded years: the notice for next year may still turn the last days of this December into days off or
 * make-up days, as the one for 2019 did with 29 and 31 December 2018.
 */
function calendarWarnings(
  unknown: ReadonlySet<number>,
  due: PlainDate | null,
  calendar: Calendar,
): LawWarning[] {
  const out: LawWarning[] = [...unknown].sort().map((year) => ({
    code: 'calendar-missing',
    text: {
      zh: `${year}年放假安排尚未载入，结果为暂定，只按周六、周日和元旦、劳动节、国庆节的固定假日推算。`,
      en: `The holiday notice for ${year} is not loaded: provisional, counting as rest days only weekends and the fixed days of New Year, Labour Day and National Day.`,
    },
  }));
  if (due !== null && due.slice(5) >= '12-28' && calendar.knows(due)) {
    const year = partsOf(due).year;
    if (calendar.noticeOf(year + 1) === null) {
      out.push({
        code: 'next-year-notice-pending',
        text: {
          zh: `${year + 1}年放假安排可能调整${year}年12月末的工作日，公布后请复核。`,
          en: `The notice for ${year + 1} may still change the last working days of December ${year}; check again then.`,
        },
      });
    }
  }
  return out;
}
