import type { FormId } from './form-ids.ts';

interface Carrier {
  /** Papers that print the day of the event. */
  readonly forms: readonly FormId[];
  /** Of a decision, the matters that it is about. */
  readonly matters?: readonly string[];
  /** Events that tell that such a paper reached somebody. */
  readonly service: readonly string[];
}

const award: Carrier = {
  forms: ['arb-award'],
  service: ['award-received-by-applicant', 'award-received-by-respondent', 'award-received-by-employer'],
};
const decision = (matter: string, service: readonly string[] = []): Carrier => ({
  forms: ['arb-decision'],
  matters: [matter],
  service,
});
const elsewhere = (...service: string[]): Carrier => ({ forms: [], service });

const carriers: Readonly<Record<string, Carrier>> = {
  'application-submitted': { forms: ['arb-receipt-supplement'], service: ['receipt-issued'] },
  'correction-requested': { forms: ['arb-receipt-supplement'], service: [] },
  accepted: {
    forms: ['arb-acceptance', 'arb-respond', 'arb-evidence-notice'],
    service: ['copy-served', 'single-notice-served', 'evidence-notified'],
  },
  rejected: { forms: ['arb-nonacceptance'], service: [] },
  redirected: { forms: ['arb-nonacceptance'], service: [] },
  'hearing-set': { forms: ['arb-hearing-notice'], service: ['hearing-notice-served'] },
  'court-hearing-set': elsewhere('summons-served'),
  'case-docketed': elsewhere('complaint-received'),
  'award-made': award,
  'award-made-final': award,
  'award-made-nonfinal': award,
  'award-made-both': award,
  'partial-award-made': award,
  settled: { forms: ['arb-mediation-statement'], service: ['mediation-signed'] },
  suspended: decision('suspension'),
  withdrawn: decision('withdrawal'),
  'applicant-absent': decision('absence'),
  'case-cancelled': decision('cancellation', ['cancellation-notified']),
  'extension-approved': decision('extension'),
  transferred: decision('jurisdiction'),
  'objection-refused': decision('jurisdiction'),
  'recusal-decided': decision('recusal'),
  'award-corrected': decision('correction'),
  'mediation-accepted': { forms: ['med-acceptance'], service: [] },
  'mediation-refused': { forms: ['med-acceptance'], service: [] },
  'mediation-failed': { forms: ['med-termination'], service: [] },
  'mediation-agreed': {
    forms: ['med-agreement', 'arb-review-application', 'judicial-confirmation', 'payment-order'],
    service: ['review-applied', 'confirmation-applied'],
  },
  'first-judgment': elsewhere('judgment-served-on-worker', 'judgment-served-on-employer'),
  'setaside-granted': elsewhere('setaside-ruling-received'),
  'payment-order-issued': elsewhere('payment-order-served'),
  'nonenforcement-ruled': elsewhere('nonenforcement-ruling-received'),
  recognised: elsewhere('recognition-known'),
  'recognition-denied': elsewhere('recognition-known'),
  'appraisal-concluded': elsewhere('appraisal-received'),
  'appraisal-again-concluded': elsewhere('appraisal-received'),
  'appraisal-recheck-concluded': elsewhere('appraisal-received'),
  'pay-ordered': elsewhere('inspection-decision-known'),
  penalised: elsewhere('inspection-decision-known'),
  'aid-granted': elsewhere('aid-assigned'),
};

/** The papers that carry the day of an event, and the events that show that they arrived; null where none do. */
export function carrierOf(event: string): Carrier | null {
  return carriers[event] ?? null;
}
