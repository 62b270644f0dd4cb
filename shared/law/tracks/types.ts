import type { PlainDate } from '../../kernel/date.ts';
import type { Bearer, Bilingual, LawWarning, LegalSource, TrackId } from '../common.ts';
import type { DayStep } from '../counting/types.ts';
import type { RuleForce } from '../rules/types.ts';

/** A dated fact of the case. `type` is one of the track's event types; unknown types are kept and ignored. */
export interface CaseEvent {
  readonly id?: string;
  readonly type: string;
  /** The day it happened; for `hearing-set` the day of the hearing itself. */
  readonly date: PlainDate;
  /** Only for `extension-approved`: days granted. */
  readonly days?: number;
  readonly note?: string;
}

export interface CaseFacts {
  /** Number of workers with a common claim; 10 or more makes the case collective (办案规则 art. 5). */
  readonly workers?: number;
  /** The claim is for remuneration (劳动报酬), wages or overtime. */
  readonly wageClaim?: boolean;
  readonly migrantWorkers?: boolean;
  /** Kind of award: one-award-final, non-final, or not yet known. */
  readonly award?: 'final' | 'non-final' | 'unknown';
}

export interface StateDefinition {
  readonly id: string;
  readonly title: Bilingual;
  /** True while the procedure is pending; false once it has a result. */
  readonly open: boolean;
}

export interface Transition {
  readonly event: string;
  readonly words: Bilingual;
  readonly actor: Bearer;
  /** `start`: before the first event. `any-open`: every open state. */
  readonly from: readonly string[] | 'start' | 'any-open' | 'any';
  readonly to: string | 'same' | 'previous';
  readonly guard?: Bilingual;
  readonly documents: readonly Bilingual[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

/** How a track uses one rule: what opens it, what fulfils it, what moves it. */
export interface ObligationPlan {
  readonly ruleId: string;
  /** `latest`: a later opening event replaces the earlier one; `each`: every event opens one of its own. */
  readonly opensOn: { readonly events: readonly string[]; readonly take: 'first' | 'latest' | 'each' };
  readonly metBy: readonly string[];
  /** Events that make it pointless (withdrawal, settlement). */
  readonly endedBy: readonly string[];
  readonly restartedBy?: readonly string[];
  readonly extendedBy?: readonly string[];
  /** Pairs of events between which time does not count. */
  readonly pausedBy?: readonly (readonly [start: string, end: string])[];
  readonly interruptedBy?: readonly string[];
  /** Null when the rule applies to these facts; otherwise why not. */
  readonly unless?: (facts: CaseFacts, events: readonly CaseEvent[]) => Bilingual | null;
}

export interface TrackDefinition {
  readonly id: TrackId;
  readonly title: Bilingual;
  readonly initial: StateDefinition;
  readonly states: readonly StateDefinition[];
  readonly transitions: readonly Transition[];
  /** Events that carry a date but do not move the stage, such as a demand or a receipt. */
  readonly facts: readonly { readonly event: string; readonly words: Bilingual }[];
  readonly plans: readonly ObligationPlan[];
}

/**
 * `met-late` was done after its last day; `superseded` no longer matters because of a later event; `suspended` has an
 * open pause, so its last day cannot be told yet. Whether an `open` one is overdue depends on today: `isOverdue`.
 */
export type ObligationStatus = 'open' | 'met' | 'met-late' | 'superseded' | 'suspended';

export interface Obligation {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly bearer: Bearer;
  readonly trigger: PlainDate;
  /** The opening event. */
  readonly openedBy: CaseEvent;
  /** Null while `suspended`. */
  readonly due: PlainDate | null;
  readonly unrolled: PlainDate | null;
  readonly status: ObligationStatus;
  /** The event that fulfilled or ended it. */
  readonly metBy: CaseEvent | null;
  readonly working: readonly DayStep[];
  readonly provisional: boolean;
  readonly force: RuleForce;
  readonly ifMissed: Bilingual;
  readonly source: LegalSource;
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
  readonly warnings: readonly LawWarning[];
}

export interface Stage {
  readonly state: StateDefinition;
  /** The day the procedure entered this state; null before the first event. */
  readonly since: PlainDate | null;
  readonly history: readonly { readonly event: CaseEvent; readonly from: string; readonly to: string }[];
  /** Events that the procedure does not provide for in the state it was in: a record to correct. */
  readonly unexpected: readonly CaseEvent[];
  /** What may come next. */
  readonly next: readonly Transition[];
}
