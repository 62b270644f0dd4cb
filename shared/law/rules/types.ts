import type { PlainDate } from '../../kernel/date.ts';
import type { Bearer, Bilingual, LawWarning, LegalSource, TrackId, VerificationStatus } from '../common.ts';
import type { SuspensionModel } from '../counting/suspension.ts';
import type { CountRequest, DayStep, Direction, ExcludedSpan, Period, TimeUnit } from '../counting/types.ts';

/** `statutory`: binding. `policy-target`: a ministry's aim. `advisory`: printed on notices, not in the law. */
export type RuleForce = 'statutory' | 'policy-target' | 'advisory';

/**
 * What the day a rule gives means. `deadline`: the last day to act. `earliest`: only after it may one act. `keep`: to be
 * kept at least until then. `lapse`: on it something takes effect or ends.
 */
export type RuleSense = 'deadline' | 'earliest' | 'keep' | 'lapse';

/**
 * What a province says differently. `replaces` sets the period there; `stricter` does where it ends earlier than the
 * national one, which prevails otherwise; `mention` only warns, because the local rule depends on a condition or may no
 * longer be in force. `region` is the start of the six-digit division code.
 */
export interface LocalVariant {
  readonly region: string;
  readonly name: Bilingual;
  readonly mode: 'replaces' | 'stricter' | 'mention';
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

/** An extension whose length the law leaves to the organ: the input then names the day it fixed. */
export interface OpenExtension {
  readonly approver: Bilingual;
  readonly source: LegalSource;
}

/** A length that an organ, a contract or a document sets: it is an input. The law's own bounds, where it has any. */
export interface FixedLength {
  readonly by: Bilingual;
  readonly unit: TimeUnit;
  readonly min?: number;
  readonly max?: number;
}

/** How one reading of the law changes the counting. */
export interface ReadingEffect {
  readonly period?: Period | null;
  readonly rolls?: boolean;
  readonly rollsOver?: CountRequest['rollsOver'];
  readonly monthsFrom?: CountRequest['monthsFrom'];
  readonly thenDays?: number;
  readonly suspension?: SuspensionModel;
  /** Whether limitation restarts at the interruption or when the procedure it opened has ended. */
  readonly restart?: 'interruption' | 'procedure-end';
}

export interface Reading {
  readonly id: string;
  readonly text: Bilingual;
  readonly effect: ReadingEffect;
}

/** A point on which texts or practice differ: the readings, which one is used, and why. */
export interface Disagreement {
  readonly id: string;
  readonly question: Bilingual;
  readonly readings: readonly Reading[];
  readonly default: string;
  readonly why: Bilingual;
}

/**
 * A part of a rule that was not seen in its text (from memory, an article number, an inference) although the rest was.
 * It is said beside every result; with `before` only where the event is earlier than that day, and the result is then
 * provisional.
 */
export interface Doubt {
  readonly text: Bilingual;
  readonly before?: PlainDate;
}

/** One statutory (or policy) time limit, as data. */
export interface RuleDefinition {
  readonly id: string;
  readonly title: Bilingual;
  readonly tracks: readonly TrackId[];
  readonly trigger: { readonly event: string; readonly words: Bilingual };
  /** Null: the law sets no length here (saying so is the rule's point), or `fixed` says who does. */
  readonly period: Period | null;
  readonly fixed: FixedLength | null;
  readonly sense: RuleSense;
  readonly direction: Direction;
  readonly rolls: boolean | 'back';
  readonly bearer: Bearer;
  readonly ifMissed: Bilingual;
  readonly extension: RuleExtension | null;
  readonly openExtension: OpenExtension | null;
  /** The full period may start again (重新计算). */
  readonly restartable: boolean;
  /** Time may be left out (不计入, 中止). */
  readonly excludable: boolean;
  /** A limitation period: demands and promises start a new period (中断). */
  readonly interruptible: boolean;
  /** What makes an interruption start the period again. */
  readonly interruptionSources: readonly LegalSource[];
  /** How suspended time counts in a limitation period. */
  readonly suspension: SuspensionModel;
  readonly force: RuleForce;
  readonly source: LegalSource;
  readonly furtherSources: readonly LegalSource[];
  readonly status: VerificationStatus;
  readonly notes: readonly Bilingual[];
  /** What of it is still to be checked, whatever `status` says of the whole. */
  readonly doubts: readonly Doubt[];
  readonly variants: readonly LocalVariant[];
  readonly disagreements: readonly Disagreement[];
  /** Starts of division codes where the rule holds; empty: everywhere. */
  readonly regions: readonly string[];
}

/** What a provision has in common with a limit; null where it bears on nobody in particular and on no day. */
export interface ProvisionDuty {
  readonly trigger: RuleDefinition['trigger'] | null;
  readonly bearer: Bearer | null;
  /** What follows where it is not kept. */
  readonly ifMissed: Bilingual | null;
}

/**
 * A rule of law that sets no time limit but decides one, or that a colleague looks for beside the limits: how to count,
 * who has jurisdiction, what follows from an act.
 */
export interface ProvisionDefinition extends ProvisionDuty {
  readonly id: string;
  readonly title: Bilingual;
  readonly tracks: readonly TrackId[];
  readonly text: Bilingual;
  /** What it comes to in an invented case. */
  readonly example: Bilingual;
  readonly source: LegalSource;
  readonly furtherSources: readonly LegalSource[];
  readonly status: VerificationStatus;
  readonly notes: readonly Bilingual[];
  /** What of it is still to be checked, whatever `status` says of the whole. */
  readonly doubts: readonly Doubt[];
  readonly regions: readonly string[];
}

/** An interruption; `ended` is the day the procedure it opened came to its end, such as a withdrawal. */
export interface Interruption {
  readonly date: PlainDate;
  readonly ended?: PlainDate;
}

export interface DueInput {
  readonly trigger: PlainDate;
  /** `HH:MM`, for periods in hours. */
  readonly triggerTime?: string;
  /** The length that was fixed, in the rule's `fixed.unit`; or the last day itself. */
  readonly length?: number;
  readonly lastDay?: PlainDate;
  /** By how much the period was extended, in the unit of the rule's extension, not above its maximum. */
  readonly extensionDays?: number;
  /** The last day the organ fixed, where the law leaves the extension open. */
  readonly extendedTo?: PlainDate;
  readonly restarts?: readonly PlainDate[];
  readonly excluded?: readonly ExcludedSpan[];
  readonly interruptions?: readonly (PlainDate | Interruption)[];
}

/** Choices that are recorded beside a result. */
export interface DueOptions {
  /** `national` sets local rules aside; a division code applies that place's rule. Needs `reason`. */
  readonly variant?: string;
  readonly reason?: string;
  /** Disagreement id → reading id. */
  readonly readings?: Readonly<Record<string, string>>;
  /** How the paper will be handed in; it decides the hour of the last day. */
  readonly filing?: 'online' | 'counter';
  /** `HH:MM` at which the counter closes. */
  readonly closesAt?: string;
}

export interface AppliedReading {
  readonly disagreement: string;
  readonly reading: string;
  readonly isDefault: boolean;
}

export interface AppliedVariant {
  readonly region: string;
  readonly name: Bilingual;
  readonly status: VerificationStatus;
}

/** The hour at which the last day ends (民法典 art. 203(2)). */
export interface Cutoff {
  readonly time: string | null;
  readonly text: Bilingual;
}

export interface DueResult {
  readonly rule: RuleDefinition;
  readonly input: DueInput;
  readonly trigger: PlainDate;
  /** The day counting in fact started from: the trigger, or the latest restart or interruption. */
  readonly base: PlainDate;
  /** Null only when the rule sets no limit, or leaves it to somebody and the input does not say. */
  readonly due: PlainDate | null;
  /** `HH:MM` on that day, for periods in hours. */
  readonly time: string | null;
  readonly unrolled: PlainDate | null;
  /** The period that was counted. */
  readonly period: Period | null;
  readonly cutoff: Cutoff | null;
  readonly working: readonly DayStep[];
  readonly provisional: boolean;
  readonly ifMissed: Bilingual;
  readonly source: LegalSource;
  /** What else it rests on: why its days are working days, what restarted it, the national rule beside a local one. */
  readonly furtherSources: readonly LegalSource[];
  /**
   * The last day if no interruption counts, because it is denied or cannot be proved. Null where none restarted the
   * period.
   */
  readonly withoutInterruption: PlainDate | null;
  /** The local rule that set the period, if one did. */
  readonly variant: AppliedVariant | null;
  /** Why the local or national rule was chosen by hand. */
  readonly reason: string | null;
  readonly readings: readonly AppliedReading[];
  readonly warnings: readonly LawWarning[];
}
