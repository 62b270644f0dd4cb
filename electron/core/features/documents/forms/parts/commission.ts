import { arbAcceptance } from '../arb-acceptance/index.ts';
import { arbEvidenceNotice } from '../arb-evidence-notice/index.ts';
import { arbHearingNotice } from '../arb-hearing-notice/index.ts';
import { arbNonAcceptance } from '../arb-nonacceptance/index.ts';
import { arbReceiptSupplement } from '../arb-receipt-supplement/index.ts';
import { arbRespond } from '../arb-respond/index.ts';

/** Papers that an arbitration commission issues. */
export const commissionForms = {
  'arb-receipt-supplement': arbReceiptSupplement,
  'arb-acceptance': arbAcceptance,
  'arb-nonacceptance': arbNonAcceptance,
  'arb-respond': arbRespond,
  'arb-evidence-notice': arbEvidenceNotice,
  'arb-hearing-notice': arbHearingNotice,
};
