import { laApplication } from '../la-application/index.ts';
import { laAssignment } from '../la-assignment/index.ts';
import { laClosingReport } from '../la-closing-report/index.ts';
import { laEngagement } from '../la-engagement/index.ts';
import { laGrant } from '../la-grant/index.ts';
import { laHardship } from '../la-hardship/index.ts';
import { laLetter } from '../la-letter/index.ts';
import { laRefusal } from '../la-refusal/index.ts';

/** Papers of legal aid. */
export const legalAidForms = {
  'la-application': laApplication,
  'la-hardship': laHardship,
  'la-grant': laGrant,
  'la-refusal': laRefusal,
  'la-assignment': laAssignment,
  'la-letter': laLetter,
  'la-engagement': laEngagement,
  'la-closing-report': laClosingReport,
};
