import { medAcceptance } from '../med-acceptance/index.ts';
import { medApplication } from '../med-application/index.ts';
import { medRegister } from '../med-register/index.ts';
import { medTranscript } from '../med-transcript/index.ts';

/** Papers of a mediation. */
export const mediationForms = {
  'med-application': medApplication,
  'med-register': medRegister,
  'med-acceptance': medAcceptance,
  'med-transcript': medTranscript,
};
