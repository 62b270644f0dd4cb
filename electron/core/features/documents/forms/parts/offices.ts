import { wageSchedule } from '../wage-schedule/definition.ts';

/** Papers of other offices and annexes to all of them. */
export const officeForms = {
  'wage-schedule': wageSchedule,
};
