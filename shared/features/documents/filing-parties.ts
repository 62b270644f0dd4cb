import type { PlainDate } from '../../kernel/date.ts';

// Who appears in a filing: persons, units, guardians and agents. `filing-facts.ts` passes these types on.

export type Sex = 'male' | 'female';

export type IdType =
  | 'resident-id'
  | 'passport'
  | 'hong-kong-macao-permit'
  | 'taiwan-permit'
  | 'hmt-residence-permit'
  | 'foreign-permanent-resident'
  | 'other';

/** P-NAT: a natural person (劳动争议调解仲裁法 art. 28; 办案规则 art. 29). */
export interface NaturalPerson {
  readonly id: string;
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly birth: PlainDate | null;
  readonly ethnicity: string | null;
  readonly idType: IdType | null;
  readonly idNumber: string | null;
  /** 住所地（户籍所在地） */
  readonly domicile: string | null;
  /** 经常居住地, only where it differs from the domicile. */
  readonly residence: string | null;
  readonly mailAddress: string | null;
  readonly phone: string | null;
  readonly occupation: string | null;
}

/** P-ORG: a unit, by the name on its licence. */
export interface Organisation {
  readonly id: string;
  readonly name: string | null;
  /** 统一社会信用代码, 18 characters. */
  readonly uscc: string | null;
  readonly domicile: string | null;
  readonly mailAddress: string | null;
  readonly phone: string | null;
  readonly representative: UnitRepresentative;
  readonly registration: RegistrationState | null;
}

export interface UnitRepresentative {
  readonly name: string | null;
  /** 职务, for example 执行董事. */
  readonly title: string | null;
  /** Legal representative of a legal person, or principal of an unincorporated unit. */
  readonly kind: 'legal-representative' | 'principal';
}

export type RegistrationState = 'active' | 'unlicensed' | 'revoked' | 'expired' | 'closed' | 'deregistered';

export interface Guardian {
  readonly name: string | null;
  readonly relation: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

export type Capacity =
  | 'employer'
  | 'general-contractor'
  | 'subcontractor'
  | 'labour-subcontractor'
  | 'dispatch-agency'
  | 'user-unit'
  | 'developer'
  | 'foreman'
  | 'contributor'
  | 'founding-unit'
  | 'competent-department'
  | 'licence-lender'
  | 'principal-unit'
  | 'affiliated-unit';

export type Party =
  | { readonly kind: 'organisation'; readonly organisation: Organisation }
  | { readonly kind: 'person'; readonly person: NaturalPerson };

export type AgentKind =
  | 'lawyer'
  | 'legal-aid-lawyer'
  | 'grassroots-legal-worker'
  | 'relative'
  | 'employee'
  | 'recommended-citizen';

export type ProcedureStage =
  | 'mediation'
  | 'arbitration'
  | 'first-instance'
  | 'second-instance'
  | 'enforcement'
  | 'judicial-confirmation'
  | 'payment-order';

/** Each needs its own express mandate (民事诉讼法 art. 62; 民诉法解释 art. 89). */
export type SpecialPower =
  | 'admit'
  | 'waive'
  | 'change'
  | 'settle'
  | 'mediate'
  | 'counterclaim'
  | 'appeal'
  | 'collect';

export interface Agent {
  readonly id: string;
  readonly kind: AgentKind | null;
  readonly name: string | null;
  readonly firm: string | null;
  readonly licenceNo: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  /** Kinship or employment, for `relative` and `employee`. */
  readonly relation: string | null;
  readonly mode: 'general' | 'special' | null;
  readonly powers: readonly SpecialPower[];
  readonly stages: readonly ProcedureStage[];
  readonly from: PlainDate | null;
  /** Null with `untilStageEnds`: to the end of the ticked stages. */
  readonly to: PlainDate | null;
  readonly untilStageEnds: boolean;
  /** The party on the unit's side for which the agent acts; null: for workers. */
  readonly party: string | null;
  /** Workers for whom the agent acts; null for all. */
  readonly principals: readonly string[] | null;
}
