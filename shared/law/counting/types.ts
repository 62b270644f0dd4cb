import type { PlainDate } from '../../kernel/date.ts';
import type { DayKind } from '../calendar/types.ts';
import type { Bilingual, LawWarning } from '../common.ts';

/** `natural-day` counts every day (自然日), `working-day` only working days (工作日). */
export type TimeUnit = 'hour' | 'natural-day' | 'working-day' | 'month' | 'year';

/** `after`: from the trigger forward. `before`: not later than that many days before the trigger (开庭5日前). */
export type Direction = 'after' | 'before';

export interface Period {
  readonly length: number;
  readonly unit: TimeUnit;
}

/** Time that does not count (不计入): `from` is the first day that does not, `to` the first that counts again. */
export interface ExcludedSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason?: string;
}

/**
 * One line of the working. Counted natural days may be one range; every skipped day stands alone with its reason.
 * `first`/`last` are day numbers in the period for `counted` lines.
 */
export interface DayStep {
  readonly role:
    | 'trigger'
    | 'restart'
    | 'counted'
    | 'skipped'
    | 'excluded'
    | 'extension'
    | 'last-day'
    | 'rolled-over'
    | 'due';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly first?: number;
  readonly last?: number;
  /** Why the day was skipped or rolled over. */
  readonly kind?: DayKind;
  readonly name?: Bilingual;
  readonly notice?: string;
  readonly text: Bilingual;
}

export interface CountRequest extends Period {
  /** The day the event happened; it is not itself counted (民法典 art. 201). */
  readonly trigger: PlainDate;
  readonly direction?: Direction;
  /**
   * Whether a last day on a rest day moves to the next working day (民法典 art. 203). Default true. `back`: a pay day,
   * which moves to the working day before it (工资支付暂行规定 art. 7); only with `before`.
   */
  readonly rolls?: boolean | 'back';
  /** What a last day moves off: every rest day, or only the announced days off. Default `rest-days`. */
  readonly rollsOver?: 'rest-days' | 'holidays';
  /** The day whose number a month or year ends on. Default `trigger` (民法典 art. 202). */
  readonly monthsFrom?: 'trigger' | 'next-day';
  /** Days added after the last day: a lapse read as complete only on the day after it. */
  readonly thenDays?: number;
  /** Runs from the unrolled last day; only the final day rolls. */
  readonly extension?: Period;
  /** The full period starts again at the latest of these (重新计算). */
  readonly restarts?: readonly PlainDate[];
  readonly excluded?: readonly ExcludedSpan[];
}

export interface CountResult {
  /** `HH:MM` on the due day, for periods in hours. */
  readonly time?: string;
  readonly trigger: PlainDate;
  /** The day counting in fact started from: the trigger, or the latest restart. */
  readonly base: PlainDate;
  /** Last day before it is moved off a rest day. */
  readonly unrolled: PlainDate;
  readonly due: PlainDate;
  readonly steps: readonly DayStep[];
  /** True when a day that decided the result lies in a year whose holiday notice is not loaded. */
  readonly provisional: boolean;
  readonly warnings: readonly LawWarning[];
}
