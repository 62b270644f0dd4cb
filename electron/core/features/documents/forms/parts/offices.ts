import { fileCoverIndex } from '../file-cover-index/index.ts';
import { lawyerLetter } from '../lawyer-letter/index.ts';
import { wageComplaint } from '../wage-complaint/index.ts';
import { wageSchedule } from '../wage-schedule/definition.ts';
import { wageSettlement } from '../wage-settlement/index.ts';
import { workInjuryApplication } from '../work-injury-application/index.ts';

/** Papers of other offices and annexes to all of them. */
export const officeForms = {
  'file-cover-index': fileCoverIndex,
  'wage-complaint': wageComplaint,
  'work-injury-application': workInjuryApplication,
  'wage-schedule': wageSchedule,
  'wage-settlement': wageSettlement,
  'lawyer-letter': lawyerLetter,
};
