import type { PlainDate } from '../../kernel/date.ts';
import type { Bearer, Bilingual, LawWarning, LegalSource, TrackId, VerificationStatus } from '../common.ts';
import type { DayStep, Direction, ExcludedSpan, Period } from '../counting/types.ts';

/** `statutory`: binding. `policy-target`: a ministry's aim. `advisory`: printed on notices, not in the law. */
export type RuleForce = 'statutory' | 'policy-target' | 'advisory';

/**
 * What a province says differently. `replaces` sets the period there; `mention` only warns, because the local rule
 * depends on a condition or may no longer be in force. `region` is the start of the six-digit division code.
 */
export interface LocalVariant {
  readonly region: string;
  readonly name: Bilingual;
  readonly mode: 'replaces' | 'mention';
  readonly period?: Period;
  readonly text: Bilingual;
  readonly source: LegalSource;
  readonly status: VerificationStatus;
}

export interface RuleExtension {
  readonly max: Period;
  readonly approver: Bilingual;
  readonly source: LegalSource;
}

/** One statutory (or policy) time limit, as data. */
export interface RuleDefinition {
  readonly id: string;
  readonly title: Bilingual;
  readonly tracks: readonly TrackId[];
  readonly trigger: { readonly event: string; readonly words: Bilingual };
  /** Null: the law sets no limit here, and saying so is the rule's whole point. */
  readonly period: Period | null;
  readonly direction: Direction;
  readonly rolls: boolean;
  readonly bearer: Bearer;
  readonly ifMissed: Bilingual;
  readonly extension: RuleExtension | null;
  /** The full period may start again (重新计算). */
  readonly restartable: boolean;
  /** Time may be left out (不计入, 中止). */
  readonly excludable: boolean;
  /** A limitation period: demands and promises start a new period (中断). */
  readonly interruptible: boolean;
  readonly force: RuleForce;
  readonly source: LegalSource;
  readonly furtherSources: readonly LegalSource[];
  readonly status: VerificationStatus;
  readonly notes: readonly Bilingual[];
  readonly variants: readonly LocalVariant[];
}

export interface DueInput {
  readonly trigger: PlainDate;
  /** Days (or working days, as the rule says) by which the period was extended, not above the rule's maximum. */
  readonly extensionDays?: number;
  readonly restarts?: readonly PlainDate[];
  readonly excluded?: readonly ExcludedSpan[];
  readonly interruptions?: readonly PlainDate[];
}

export interface DueResult {
  readonly rule: RuleDefinition;
  readonly trigger: PlainDate;
  /** The day counting in fact started from: the trigger, or the latest restart or interruption. */
  readonly base: PlainDate;
  /** Null only when the rule sets no limit. */
  readonly due: PlainDate | null;
  readonly unrolled: PlainDate | null;
  readonly working: readonly DayStep[];
  readonly provisional: boolean;
  readonly ifMissed: Bilingual;
  readonly source: LegalSource;
  readonly warnings: readonly LawWarning[];
}
