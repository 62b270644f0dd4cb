import { courtAnswer } from '../court-answer/index.ts';
import { courtComplaint } from '../court-complaint/index.ts';
import { enforcementApplication } from '../enforcement-application/index.ts';
import { feeRelief } from '../fee-relief/index.ts';
import { setAsideAward } from '../set-aside-award/index.ts';

/** Papers that go to a court. */
export const courtForms = {
  'court-complaint': courtComplaint,
  'court-answer': courtAnswer,
  'set-aside-award': setAsideAward,
  'enforcement-application': enforcementApplication,
  'fee-relief': feeRelief,
};
