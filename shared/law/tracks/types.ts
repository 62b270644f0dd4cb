import type { PlainDate } from '../../kernel/date.ts';
import type { Bearer, Bilingual, LawWarning, LegalSource, TrackId } from '../common.ts';
import type { DayStep, Period } from '../counting/types.ts';
import type {
  AppliedReading,
  AppliedVariant,
  DueInput,
  DueOptions,
  RuleForce,
  RuleSense,
} from '../rules/types.ts';

/** A dated fact of the case. `type` is one of the track's event types; unknown types are kept and ignored. */
export interface CaseEvent {
  readonly id?: string;
  readonly type: string;
  /** The day it happened; for `hearing-set` the day of the hearing itself. */
  readonly date: PlainDate;
  /** For `hearing-set`: the day the hearing was fixed, when known; it only decides the order of events. */
  readonly setOn?: PlainDate;
  /** For extensions: days granted, the rule's maximum when absent. For limits that an organ fixes: their length. */
  readonly days?: number;
  /** The last day that an organ or an agreement fixed, for limits and extensions the law leaves to it. */
  readonly until?: PlainDate;
  readonly note?: string;
}

export interface CaseFacts {
  /** Number of workers with a common claim; 10 or more makes the case collective (办案规则 art. 5). Default 1. */
  readonly workers?: number;
  /** A claim is for remuneration (劳动报酬): wages or overtime. */
  readonly wageClaim?: boolean;
  /** A claim is for something else, such as compensation or double wages, so the general limitation runs too. */
  readonly otherClaims?: boolean;
  readonly migrantWorkers?: boolean;
  /** Who applied for arbitration. Default worker. */
  readonly applicant?: 'worker' | 'employer';
  /** What the award says it is. `both`: two awards in one case. Default unknown. */
  readonly award?: 'final' | 'non-final' | 'both' | 'unknown';
  /** By rule: the local or national rule, or the reading, that a person chose for this case. */
  readonly choices?: Readonly<Record<string, DueOptions>>;
}

export interface StateDefinition {
  readonly id: string;
  readonly title: Bilingual;
  /** True while the procedure is pending; false once it has a result. */
  readonly open: boolean;
  /**
   * The steps that come next in this state when nothing goes amiss, in their order. An open state has at least one; a
   * closed one only where the procedure itself still asks for something, such as the receipt of an award.
   */
  readonly ahead: readonly string[];
}

/** What the procedure has to have come to for an event to be possible. */
export interface Occasion {
  readonly event: string;
  readonly words: Bilingual;
  /** `start`: before the first event. `begun`: in every state after it. `any-open`: every open state after it. */
  readonly from: readonly string[] | 'start' | 'begun' | 'any-open' | 'any';
  /** What has to be true, in words. */
  readonly guard?: Bilingual;
  /** Events one of which must have been recorded before. */
  readonly requires?: readonly string[];
  /** Events after which it is no longer possible. */
  readonly barredBy?: readonly string[];
  /** The article that provides for the step, where it is not that of the limits it opens. */
  readonly source?: LegalSource;
}

export interface Transition extends Occasion {
  readonly actor: Bearer;
  readonly to: string | 'same' | 'previous';
  /** It records that this limit has run out unused. */
  readonly after?: string;
  /** It happens once in a procedure, also where the state comes again. */
  readonly once?: boolean;
  readonly documents: readonly Bilingual[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

/** An event that carries a date but does not move the stage, such as a demand or a receipt. */
export interface Fact extends Occasion {
  readonly source: LegalSource;
  /** Why it can happen then and not otherwise, or why at any time. */
  readonly why: Bilingual;
}

/** How a track uses one rule: what opens it, what fulfils it, what moves it. Events are named by their type. */
export interface ObligationPlan {
  readonly ruleId: string;
  /** `duty`: missing it is a failure. `right`: it may be used or not, and lapses. */
  readonly nature: 'duty' | 'right';
  /** Who bears it here, when the track knows better than the rule. */
  readonly bearer?: Bearer;
  readonly opensOn: readonly string[];
  /** `latest`: a later opening event replaces the earlier one; `each`: every event opens one of its own. */
  readonly take: 'latest' | 'each';
  readonly metBy: readonly string[];
  /** Events that prove it was done on an earlier day that nobody recorded. */
  readonly impliedBy?: readonly string[];
  /** Events that make it pointless, such as withdrawal or settlement. */
  readonly endedBy?: readonly string[];
  /** Events after which what had met it no longer does: a withdrawn application leaves limitation running. */
  readonly reopenedBy?: readonly string[];
  /** Whether an event before the opening one may also have met it. */
  readonly lookBack?: boolean;
  readonly restartedBy?: readonly string[];
  readonly extendedBy?: readonly string[];
  /** Pairs of events between which time does not count. */
  readonly pausedBy?: readonly (readonly [start: string, end: string])[];
  readonly interruptedBy?: readonly string[];
  /** Why the rule does not apply to these facts, when it does not. */
  readonly notApplicable?: Bilingual;
  readonly warnings?: readonly LawWarning[];
}

export interface Plans {
  readonly obligations: readonly ObligationPlan[];
  /** Rules that set no date on these facts. */
  readonly withoutLimit: readonly { readonly ruleId: string; readonly explanation: Bilingual }[];
}

export interface TrackDefinition {
  readonly id: TrackId;
  readonly title: Bilingual;
  readonly initial: StateDefinition;
  readonly states: readonly StateDefinition[];
  readonly transitions: readonly Transition[];
  readonly facts: readonly Fact[];
  /** What the rules mean for a case with these facts and events. */
  readonly plansFor: (facts: CaseFacts, events: readonly CaseEvent[]) => Plans;
}

/**
 * `met-late` was done after its last day; `lapsed` was not done by its last day and a later event made it pointless;
 * `superseded` no longer mattered before its last day; `suspended` has an
 * open pause, so its last day cannot be told yet. What an `open` one means today: `standingOf`.
 */
export type ObligationStatus = 'open' | 'met' | 'met-late' | 'lapsed' | 'superseded' | 'suspended';

export interface Obligation {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly nature: 'duty' | 'right';
  readonly bearer: Bearer;
  readonly trigger: PlainDate;
  /** The day counting in fact started from: the trigger, or the latest restart or interruption. */
  readonly base: PlainDate;
  /** The input it was counted with, for counting it again. */
  readonly input: DueInput;
  /** What a person chose for it: counting it again needs the same. */
  readonly options: DueOptions;
  /** The local rule that set the period, if one did. */
  readonly variant: AppliedVariant | null;
  readonly readings: readonly AppliedReading[];
  /** Events that fulfil it. */
  readonly metByTypes: readonly string[];
  /** The period that was counted; null where a day was fixed. */
  readonly period: Period | null;
  /** The opening event. */
  readonly openedBy: CaseEvent;
  /** Null while `suspended`. */
  readonly due: PlainDate | null;
  readonly unrolled: PlainDate | null;
  /** What the day means: a last day to act, or one after which something may be done, kept or lapses. */
  readonly sense: RuleSense;
  readonly status: ObligationStatus;
  /** The event that fulfilled or ended it. */
  readonly metBy: CaseEvent | null;
  readonly working: readonly DayStep[];
  readonly provisional: boolean;
  readonly force: RuleForce;
  readonly ifMissed: Bilingual;
  readonly source: LegalSource;
  readonly furtherSources: readonly LegalSource[];
  /** One sentence for the screen: what, from when, until when, by which article. */
  readonly explanation: Bilingual;
  readonly warnings: readonly LawWarning[];
}

/** A rule that a reader would look for here, and why it sets no date. */
export interface NoDate {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly kind: 'no-limit' | 'not-applicable';
  readonly explanation: Bilingual;
  readonly source: LegalSource;
}

export interface DerivedDates {
  readonly obligations: readonly Obligation[];
  readonly withoutDate: readonly NoDate[];
}

export interface Stage {
  readonly state: StateDefinition;
  /** The day the procedure entered this state; null before the first event. */
  readonly since: PlainDate | null;
  readonly history: readonly { readonly event: CaseEvent; readonly from: string; readonly to: string }[];
  /**
   * Events that the procedure does not provide for in the state it was in: steps were not recorded, or a record is
   * wrong. While the procedure is open the stage follows them all the same; a closed procedure stays closed.
   */
  readonly unexpected: readonly CaseEvent[];
  /** What may come next, the likelier first. */
  readonly next: readonly Transition[];
  /** The step that comes next in the usual course; null where the procedure asks for nothing more. */
  readonly ahead: string | null;
}
