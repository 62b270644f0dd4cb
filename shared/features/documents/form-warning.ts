/** `narrative`: prose. `element`: a table with boxes (要素式), which some offices hand out; only the application has it. */
export const formLayouts = ['narrative', 'element'] as const;

export type FormLayout = (typeof formLayouts)[number];

export type FormWarningCode =
  /** The record lacks a fact that the paper needs; the paper shows a gap. */
  | 'missing'
  /** Two figures that must agree do not. */
  | 'sum-mismatch'
  /** The fact is there and contradicts a rule that the paper must obey. */
  | 'rule';

/**
 * What a builder reports beside its paper. `field` is a path into `FilingFacts` in dot form
 * (`applicants.2.job.start`); `label` is the sentence for the user in the paper's language.
 */
export interface FormWarning {
  readonly field: string;
  readonly code: FormWarningCode;
  /** An `error` paper must not be filed as it stands; an `advice` is for the lawyer to weigh. */
  readonly severity: 'error' | 'gap' | 'advice';
  /** Key of the rule under `rules` in the wording, for `sum-mismatch` and `rule`. */
  readonly rule?: string;
  readonly label: string;
}
