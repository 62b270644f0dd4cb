import { arbReviewApplication } from '../arb-review-application/index.ts';
import { judicialConfirmation } from '../judicial-confirmation/index.ts';
import { medAcceptance } from '../med-acceptance/index.ts';
import { medAgreement } from '../med-agreement/index.ts';
import { medApplication } from '../med-application/index.ts';
import { medRegister } from '../med-register/index.ts';
import { medTermination } from '../med-termination/index.ts';
import { medTranscript } from '../med-transcript/index.ts';
import { paymentOrder } from '../payment-order/index.ts';

/** Papers of a mediation. */
export const mediationForms = {
  'med-application': medApplication,
  'med-register': medRegister,
  'med-acceptance': medAcceptance,
  'med-transcript': medTranscript,
  'med-agreement': medAgreement,
  'med-termination': medTermination,
  'arb-review-application': arbReviewApplication,
  'judicial-confirmation': judicialConfirmation,
  'payment-order': paymentOrder,
};
