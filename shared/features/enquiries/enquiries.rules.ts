import type { CaseTrack } from '../cases/case.schemas.ts';
import type { officeKinds } from '../office/office.contract.ts';

type OfficeKind = (typeof officeKinds)[number];

const begun: readonly (readonly [OfficeKind, CaseTrack])[] = [
  ['arbitration-commission', 'arbitration'],
  ['mediation-committee', 'mediation'],
  ['legal-aid-centre', 'legal-aid'],
];

/** The procedure in which an office begins a case, of an enquiry or a first visit, unless somebody says otherwise. */
export const usualTrack = (kinds: readonly string[]): CaseTrack =>
  begun.find(([kind]) => kinds.includes(kind))?.[1] ?? 'arbitration';
