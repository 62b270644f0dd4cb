import { arbAcceptance } from '../arb-acceptance/index.ts';
import { arbAward } from '../arb-award/index.ts';
import { arbDecision } from '../arb-decision/index.ts';
import { arbEvidenceNotice } from '../arb-evidence-notice/index.ts';
import { arbHearingNotice } from '../arb-hearing-notice/index.ts';
import { arbHearingTranscript } from '../arb-hearing-transcript/index.ts';
import { arbMediationStatement } from '../arb-mediation-statement/index.ts';
import { arbNonAcceptance } from '../arb-nonacceptance/index.ts';
import { arbReceiptSupplement } from '../arb-receipt-supplement/index.ts';
import { arbRespond } from '../arb-respond/index.ts';
import { serviceReceipt } from '../service-receipt/index.ts';

/** Papers that an arbitration commission issues. */
export const commissionForms = {
  'arb-receipt-supplement': arbReceiptSupplement,
  'arb-acceptance': arbAcceptance,
  'arb-nonacceptance': arbNonAcceptance,
  'arb-respond': arbRespond,
  'arb-evidence-notice': arbEvidenceNotice,
  'arb-hearing-notice': arbHearingNotice,
  'arb-hearing-transcript': arbHearingTranscript,
  'arb-mediation-statement': arbMediationStatement,
  'arb-award': arbAward,
  'arb-decision': arbDecision,
  'service-receipt': serviceReceipt,
};
