/** Text a user may read, in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * How sure we are of a rule's text.
 * `verified`: the provision itself was read; `secondary`: only a page quoting or describing it was read;
 * `from-memory`: must be checked before anybody relies on it; `design`: the law is silent and this is our decision.
 */
export type VerificationStatus = 'verified' | 'secondary' | 'from-memory' | 'design';

/**
 * Where a rule stands. `article` is written `27(4)` for a paragraph (款), `47[1]` for an item (项), several as `30, 33`;
 * `version` says which text of the law.
 */
export interface LegalSource {
  readonly instrument: Bilingual;
  readonly article: string;
  readonly version: string;
  readonly url?: string;
  /** A table's value and the notice that set it, not an article: printed without title marks. */
  readonly data?: true | undefined;
  /** The text has articles, and the number of this one is not known: said wherever it is cited. */
  readonly articleUnknown?: true | undefined;
}

/** Something a careful colleague would say beside a result. `code` is stable, `field` names an input. */
export interface LawWarning {
  readonly code: string;
  readonly text: Bilingual;
  readonly field?: string;
}

/** The organs and persons who must act in time. */
export const bearers = [
  'worker',
  'employer',
  'either-party',
  'applicant',
  'respondent',
  'commission',
  'mediation-body',
  'court',
  'legal-aid-agency',
  'lawyer',
  'inspection',
  'insurance',
  'appraisal',
  'creditor',
  'main-contractor',
  'project-owner',
  'bank',
  'review-organ',
  'judicial-bureau',
] as const;
export type Bearer = (typeof bearers)[number];

/** Procedures a dispute can go through. */
export const trackIds = [
  'mediation',
  'arbitration',
  'review',
  'confirmation',
  'litigation',
  'set-aside',
  'enforcement',
  'payment-order',
  'legal-aid',
  'inspection',
  'work-injury',
  'capacity-appraisal',
  'wage-duties',
] as const;
export type TrackId = (typeof trackIds)[number];
