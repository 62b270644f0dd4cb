import type { PlainDate } from '../../kernel/date.ts';
import type { Bilingual } from '../common.ts';

/** `make-up` is a Saturday or Sunday that the yearly notice turns into a working day (调休上班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up';

/** The State Council notice that arranged a year's days off. */
export interface HolidayNotice {
  readonly title: string;
  readonly number?: string;
  readonly url?: string;
}

export interface DayInfo {
  readonly date: PlainDate;
  readonly kind: DayKind;
  readonly working: boolean;
  /** The holiday's name for `holiday` and `make-up`, otherwise null. */
  readonly name: Bilingual | null;
  /** Title of the notice or regulation that made this day what it is, null for ordinary days and weekends. */
  readonly notice: string | null;
  /** False when this year's notice is not loaded: only weekends and fixed holidays are known, results are provisional. */
  readonly known: boolean;
}

/** Working and rest days of the loaded years; any other has only weekends and fixed holidays and is not known. */
export interface Calendar {
  readonly years: readonly number[];
  knows(date: PlainDate): boolean;
  dayOf(date: PlainDate): DayInfo;
  /**
   * The last ordinary working day of the unbroken run that this day begins or goes on in, within its year; null when
   * the day is no ordinary working day. Counting steps from run to run instead of from day to day.
   */
  runEnd(date: PlainDate): PlainDate | null;
  isWorkingDay(date: PlainDate): boolean;
  /** Days off of the notice plus ordinary weekends; a make-up day is no rest day. */
  isRestDay(date: PlainDate): boolean;
  noticeOf(year: number): HolidayNotice | null;
}
