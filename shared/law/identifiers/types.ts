import type { LawWarning } from '../common.ts';

/** A refused number still comes back cleaned, so that a form can show what was understood. */
export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly normalised: string;
  readonly reason: Reason;
}

export type ResidentIdReason =
  | 'empty'
  | 'length'
  | 'fifteen-digits'
  | 'characters'
  | 'region'
  | 'birth-date'
  | 'birth-future'
  | 'checksum';

export interface ResidentId {
  readonly ok: true;
  readonly normalised: string;
  readonly regionCode: string;
  /** `YYYY-MM-DD`; a PlainDate for everybody born since 1900. */
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly warnings: readonly LawWarning[];
}
export type ResidentIdVerdict = ResidentId | Refused<ResidentIdReason>;

export type CreditCodeReason = 'empty' | 'length' | 'characters' | 'checksum';

export interface CreditCode {
  readonly ok: true;
  readonly normalised: string;
  readonly regionCode: string;
  readonly organisationCode: string;
  readonly warnings: readonly LawWarning[];
}
export type CreditCodeVerdict = CreditCode | Refused<CreditCodeReason>;

export type PhoneReason = 'empty' | 'characters' | 'mobile-length' | 'mobile-prefix' | 'landline' | 'unknown';

export interface Phone {
  readonly ok: true;
  /** Mobile: 11 digits. Landline: `028-12345678`, with extension `028-12345678-801`. */
  readonly normalised: string;
  readonly kind: 'mobile' | 'landline' | 'service';
}
export type PhoneVerdict = Phone | Refused<PhoneReason>;
