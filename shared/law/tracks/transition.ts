import type { Bilingual, LegalSource } from '../common.ts';
import { say } from '../rules/define.ts';
import type { Fact, ObligationPlan, StateDefinition, TrackDefinition, Transition } from './types.ts';

export interface TransitionRow {
  readonly event: string;
  readonly words: Bilingual;
  readonly actor: Transition['actor'];
  readonly from: Transition['from'];
  readonly to: string;
  readonly documents?: readonly Bilingual[];
  readonly opens?: readonly string[];
  readonly closes?: readonly string[];
  readonly guard?: Bilingual;
  readonly requires?: readonly string[];
  readonly barredBy?: readonly string[];
  readonly after?: string;
  readonly once?: boolean;
  readonly source?: LegalSource;
}

/** A transition with empty lists filled in. */
export const move = (row: TransitionRow): Transition => ({ documents: [], opens: [], closes: [], ...row });

/** A state in which the procedure is pending, with the steps that usually come next. */
export const openState = (id: string, zh: string, en: string, ...ahead: string[]): StateDefinition => ({
  id,
  title: { zh, en },
  open: true,
  ahead,
});

/** A state in which it has a result, with what the procedure still asks for. */
export const closedState = (id: string, zh: string, en: string, ...ahead: string[]): StateDefinition => ({
  id,
  title: { zh, en },
  open: false,
  ahead,
});

/** How a track uses a rule: opened by these events, fulfilled by those. */
export function plan(
  ruleId: string,
  nature: ObligationPlan['nature'],
  opensOn: readonly string[],
  metBy: readonly string[],
  further: Partial<ObligationPlan> = {},
): ObligationPlan {
  return { ruleId, nature, opensOn, take: 'latest', metBy, ...further };
}

export type PlainTrack = Omit<TrackDefinition, 'plansFor'> & { readonly plans: readonly ObligationPlan[] };

/** A track whose rules mean the same whatever the facts of the case. */
export function plainTrack({ plans, ...track }: PlainTrack): TrackDefinition {
  return { ...track, plansFor: () => ({ obligations: plans, withoutLimit: [] }) };
}

/** When a group of facts can happen: where the procedure then is, why, and by which article. */
export type When = Pick<Fact, 'from' | 'why' | 'source'>;
export type FactRow = readonly [
  event: string,
  zh: string,
  en: string,
  further?: Partial<Pick<Fact, 'requires' | 'barredBy' | 'guard' | 'source' | 'why'>>,
];

/** Dated facts that can happen on one occasion. */
export const factsWhen = (when: When, ...rows: readonly FactRow[]): Fact[] =>
  rows.map(([event, zh, en, further]) => ({ event, words: say(zh, en), ...when, ...further }));
