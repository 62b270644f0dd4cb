import type { FormId } from './form-ids.ts';

/** Forms whose being served is a step of the procedure, and the step, by who was served. */
const steps: { readonly [F in FormId]?: { readonly toApplicant?: string; readonly toRespondent?: string } } =
  {
    'arb-award': {
      toApplicant: 'award-received-by-applicant',
      toRespondent: 'award-received-by-respondent',
    },
    // The copy of the application goes with the notice to answer.
    'arb-respond': { toRespondent: 'copy-served' },
    'arb-hearing-notice': { toApplicant: 'hearing-notice-served', toRespondent: 'hearing-notice-served' },
    'arb-evidence-notice': { toApplicant: 'evidence-notified', toRespondent: 'evidence-notified' },
    'arb-defence': { toApplicant: 'answer-served' },
    'arb-mediation-statement': { toApplicant: 'mediation-signed', toRespondent: 'mediation-signed' },
  };

/** The event of the procedure that the service of a paper is; null where it is none. */
export function serviceEvent(formId: FormId, toApplicant: boolean | null): string | null {
  if (toApplicant === null) return null;
  return steps[formId]?.[toApplicant ? 'toApplicant' : 'toRespondent'] ?? null;
}
