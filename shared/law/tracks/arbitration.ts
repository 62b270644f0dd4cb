import type { LawContext } from '../context.ts';
import { say } from '../rules/define.ts';
import { arbitrationFacts } from './arbitration-facts.ts';
import { filingTransitions } from './arbitration-filing.ts';
import { hearingTransitions } from './arbitration-hearing.ts';
import { arbitrationPlans } from './arbitration-plans.ts';
import { arbitrationStates, notFiled } from './arbitration-states.ts';
import { deriveIn } from './derive.ts';
import { stageIn } from './machine.ts';
import type { CaseEvent, CaseFacts, DerivedDates, Stage, TrackDefinition } from './types.ts';

export const arbitrationTrack: TrackDefinition = {
  id: 'arbitration',
  title: say('劳动人事争议仲裁', 'Labour arbitration'),
  initial: notFiled,
  states: arbitrationStates,
  transitions: [...filingTransitions, ...hearingTransitions],
  facts: arbitrationFacts,
  plansFor: arbitrationPlans,
};

/**
 * The dated obligations of an arbitration case, in order of their last days, and the rules that set no date. Statuses
 * do not depend on today; `standingOf` tells what one means on a day.
 */
export function deriveDates(events: readonly CaseEvent[], facts: CaseFacts, ctx: LawContext): DerivedDates {
  return deriveIn(arbitrationTrack, events, facts, ctx);
}

/** Where the arbitration stands after these events. */
export function stageOf(events: readonly CaseEvent[]): Stage {
  return stageIn(arbitrationTrack, events);
}
