import { say } from '../rules/define.ts';
import { arbitrationFacts } from './arbitration-facts.ts';
import { filingTransitions } from './arbitration-filing.ts';
import { hearingTransitions } from './arbitration-hearing.ts';
import { arbitrationPlans } from './arbitration-plans.ts';
import { arbitrationStates, notFiled } from './arbitration-states.ts';
import type { TrackDefinition } from './types.ts';

/** Arbitration (仲裁), with the limits a case file keeps beside it. */
export const arbitrationTrack: TrackDefinition = {
  id: 'arbitration',
  title: say('劳动人事争议仲裁', 'Labour arbitration'),
  initial: notFiled,
  states: arbitrationStates,
  transitions: [...filingTransitions, ...hearingTransitions],
  facts: arbitrationFacts,
  plansFor: arbitrationPlans,
};
