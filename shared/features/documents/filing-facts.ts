import type { PlainDate } from '../../kernel/date.ts';
import type { Fen } from '../../kernel/money.ts';
import type { FilingFace } from './face.ts';
import type { Agent, Capacity, Guardian, NaturalPerson, Party } from './filing-parties.ts';
import type { DueDay, RawValues } from './particulars/particular.ts';

export type * from './filing-parties.ts';

/**
 * Everything that the filing documents of one case may say, gathered once and then turned into papers by pure
 * functions. A fact that the record lacks is `null`, never an empty string: a paper then shows a ruled gap and
 * its builder warns with the fact's path in this type (`applicants.0.idNumber`). Ids are those of the record, so
 * that a screen can follow a warning to the row behind an index. Money is fen, days are plain dates, and every
 * figure was computed by the law engine: a form adds up only in order to cross-check.
 */
export interface FilingFacts {
  readonly tribunal: Tribunal;
  readonly matter: Matter;
  readonly project: Project | null;
  /** Who files: the workers, or `respondents` against them. The lists keep their names either way. */
  readonly applicantSide: 'workers' | 'unit';
  /** The workers, in the order in which papers name them. */
  readonly applicants: readonly Applicant[];
  /** The side of the unit. The first is the one that owes in the first place, as a rule the employer. */
  readonly respondents: readonly Respondent[];
  readonly thirdParties: readonly ThirdParty[];
  readonly agents: readonly Agent[];
  readonly claims: readonly Claim[];
  readonly totals: Totals;
  /** The agreement and the award that stand, as the record has them; the newest first. */
  readonly outcomes: readonly FilingOutcome[];
  readonly narrative: Narrative;
  /** Demands for payment and complaints, oldest first; they interrupt the limitation. */
  readonly demands: readonly Demand[];
  readonly limitation: Limitation;
  readonly evidence: readonly EvidenceItem[];
  readonly witnesses: readonly Witness[];
  readonly representation: Representation | null;
  /** What happened in the case, oldest first, as its timeline records it. */
  readonly events: readonly FilingEvent[];
  /** Last days of the case as the law engine derived them. */
  readonly dates: readonly FilingDate[];
  /** What was entered for papers only, by topic; of workers' own topics by worker. */
  readonly particulars: Particulars;
  readonly copies: CopySettings;
  /** The office's own face; papers made before there was one have none. */
  readonly face?: FilingFace | null;
  /**
   * Twelve local monthly minimum wages in fen, up to which an item of an award is final (劳动争议调解仲裁法 art. 47);
   * null where the local standard is not loaded.
   */
  readonly finalLimit: Fen | null;
  /** The office or person that draws up the papers (制表人). */
  readonly preparedBy: string | null;
  readonly checkedBy: string | null;
  /** Day printed in file names; signatures are dated by hand. */
  readonly preparedOn: PlainDate | null;
}

/** The same text in both languages, for example a calculator's working line. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** `law` is the official short title without 《》, `article` as a number: `50`, `30(1)`. */
export interface Citation {
  readonly law: LocalText;
  readonly article: string;
}

export interface Tribunal {
  /** The exact name on the seal. The law and the offices spell it differently, so it is never derived. */
  readonly sealName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface Matter {
  readonly caseId: string;
  /** 案由 as printed, for example 追索劳动报酬. */
  readonly cause: string | null;
  /** The tribunal's number. Absent at filing and never printed on the application. */
  readonly number: string | null;
}

export interface Project {
  readonly name: string | null;
  readonly site: string | null;
  readonly owner: string | null;
  readonly generalContractor: string | null;
  readonly subcontractor: string | null;
  readonly teamLeader: string | null;
}

export interface Applicant extends NaturalPerson {
  /** 农民工: decides whether 保障农民工工资支付条例 is a ground. */
  readonly isMigrant: boolean | null;
  /** 工作单位 as the worker names it; the first respondent's name where null. */
  readonly workUnit: string | null;
  readonly guardian: Guardian | null;
  readonly job: Job;
  readonly arrears: Arrears;
}

export type WageForm = 'month' | 'day' | 'hour' | 'piece';

export type ContractState = 'written' | 'none' | 'expired-not-renewed' | 'not-given-to-worker';

export type JobEnd =
  /** Still employed. */
  | 'ongoing'
  /** 劳动合同法 art. 38: the worker left because the employer failed to pay. */
  | 'left-for-arrears'
  | 'resigned'
  | 'dismissed'
  | 'agreed'
  | 'expired'
  /** The work on the site was finished or stopped. */
  | 'work-finished';

export interface Job {
  readonly start: PlainDate | null;
  /** Last day of work; null while employed or when unknown (`endKind` tells which). */
  readonly end: PlainDate | null;
  readonly endKind: JobEnd | null;
  /** The reason given, in a clause without full stop. */
  readonly endReason: string | null;
  readonly post: string | null;
  readonly team: string | null;
  readonly site: string | null;
  /** Who hired the worker, as printed: 班组长赵某. */
  readonly recruiter: string | null;
  readonly contract: ContractState | null;
  readonly wageForm: WageForm | null;
  /** Fen per month, day, hour or piece. */
  readonly wageRate: Fen | null;
  /** Measure of piece work: 平方米, 件. Only for `piece`. */
  readonly pieceUnit: string | null;
  /** Day of the month, 1–31, on which wages fall due. */
  readonly payDay: number | null;
  /** Where there is no pay day: 完工后结清. Takes precedence over `payDay`. */
  readonly payTerms: string | null;
}

export interface Deduction {
  readonly label: string;
  readonly amount: Fen;
  /** The ground for it; a deduction without one is reported. */
  readonly basis: string | null;
}

export interface Payment {
  readonly date: PlainDate | null;
  readonly amount: Fen;
  /** 银行转账, 现金, 微信 … */
  readonly method: string | null;
  readonly voucher: string | null;
}

/** One pay period of one worker: a line of the wage schedule. */
export interface ArrearsRow {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Days, hours or pieces as exact decimal text: `26.5`. */
  readonly quantity: string | null;
  readonly wageForm: WageForm | null;
  readonly rate: Fen | null;
  readonly pieceUnit: string | null;
  readonly base: Fen | null;
  /** 150 %, 200 % and 300 % (劳动法 art. 44); zero where none is claimed. */
  readonly overtimeWorkday: Fen;
  readonly overtimeRestDay: Fen;
  readonly overtimeHoliday: Fen;
  readonly otherDue: Fen;
  readonly gross: Fen | null;
  readonly deductions: readonly Deduction[];
  readonly payments: readonly Payment[];
  readonly paid: Fen | null;
  /** Never negative; an overpaid period owes nothing and does not lessen others. */
  readonly owed: Fen | null;
  /** Law engine's finding for this period; null when it could not compare. */
  readonly belowMinimumWage: boolean | null;
  readonly evidencePages: string | null;
  /** The arithmetic line printed beside the figure. */
  readonly working: LocalText | null;
  readonly note: string | null;
}

export interface Arrears {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly rows: readonly ArrearsRow[];
  /** Σ of the rows' `owed`. */
  readonly total: Fen | null;
}

/** On what footing a respondent answers for the money. */
export type FootingKind =
  /** Owes as the employer. */
  | 'primary'
  /** 共同 */
  | 'joint'
  /** 连带 */
  | 'joint-and-several'
  /** 先行清偿 (保障农民工工资支付条例 art. 30): wages only. */
  | 'pays-first'
  /** 先行垫付, up to the unsettled project money (art. 29): wages only. */
  | 'advances'
  /** 清偿 (arts 18–19, 36) by a unit that gave work out unlawfully or lent its name: wages only. */
  | 'settles'
  /** 承担用工主体责任 */
  | 'employer-liability';

export interface Footing {
  readonly kind: FootingKind;
  readonly articles: readonly Citation[];
}

export interface Respondent {
  readonly party: Party;
  readonly capacity: Capacity | null;
  readonly footing: Footing | null;
}

export interface ThirdParty {
  readonly party: Party;
  readonly capacity: Capacity | null;
}

export type ClaimKind =
  | 'confirm-relation'
  | 'unpaid-wages'
  | 'overtime-pay'
  | 'minimum-wage-difference'
  | 'annual-leave-pay'
  | 'double-wage'
  | 'severance'
  | 'unlawful-termination'
  | 'notice-pay'
  | 'work-injury'
  | 'other';

export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The user's own sentence; replaces the generated one. Required for `other` and `work-injury`. */
  readonly text: string | null;
  /** Null for `confirm-relation` and for an `other` claim without money, missing otherwise. All workers' sum. */
  readonly amount: Fen | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly working: LocalText | null;
  readonly articles: readonly Citation[];
  /** Each worker's part; empty when a single applicant claims it all. */
  readonly shares: readonly { readonly applicantId: string; readonly amount: Fen }[];
  /** Who pays, where it differs from the respondents' own footing. */
  readonly payers: readonly { readonly respondentId: string; readonly footing: FootingKind }[] | null;
}

export interface Totals {
  /** Sum of all claims with an amount. */
  readonly claimed: Fen | null;
  /** Sum of all workers' arrears. */
  readonly arrears: Fen | null;
}

/** What was agreed or awarded. A paper that tells of it takes its figures from here. */
export interface FilingOutcome {
  readonly kind: 'settlement' | 'award' | 'judgment';
  readonly number: string | null;
  readonly madeOn: PlainDate | null;
  readonly finality: 'final' | 'non-final' | 'both' | null;
  /** Null while a line has no amount yet. */
  readonly total: Fen | null;
  readonly lines: readonly {
    readonly applicantId: string;
    /** Id of the claim of the facts that it answers. */
    readonly claimId: string;
    readonly amount: Fen | null;
  }[];
  readonly instalments: readonly { readonly due: PlainDate; readonly amount: Fen }[];
  readonly performBy: PlainDate | null;
  readonly payer: string | null;
  readonly settlesAll: boolean;
}

/** The user's own paragraphs; each non-null one replaces the generated paragraph. */
export interface Narrative {
  readonly relation: string | null;
  readonly performance: string | null;
  readonly demands: string | null;
  readonly end: string | null;
  readonly computation: string | null;
  readonly grounds: string | null;
}

export interface Demand {
  readonly id: string;
  /** `promise`: the other side's; `to` is then who promised. */
  readonly kind: 'demand' | 'complaint' | 'promise';
  readonly date: PlainDate | null;
  /** 当面, 电话, 微信, 书面, 投诉 … */
  readonly method: string | null;
  /** To whom, as printed. */
  readonly to: string | null;
  /** What was promised or answered, a clause without full stop. */
  readonly outcome: string | null;
}

export interface Limitation {
  /** Day on which the worker knew or should have known of the infringement. */
  readonly knownOn: PlainDate | null;
  /** Last day for filing as the law engine found it. */
  readonly lastFilingDay: PlainDate | null;
  readonly text: string | null;
}

/** In the order in which a bundle about arrears is best read. */
export const evidenceGroups = [
  'identity',
  'relation',
  'wage-standard',
  'attendance',
  'arrears',
  'demand',
  'termination',
  'computation',
  'other',
] as const;

export type EvidenceGroup = (typeof evidenceGroups)[number];

/** 民事诉讼法 art. 66. */
export type EvidenceKind =
  | 'statement'
  | 'documentary'
  | 'physical'
  | 'audiovisual'
  | 'electronic'
  | 'testimony'
  | 'appraisal'
  | 'inspection';

export interface EvidenceItem {
  readonly id: string;
  readonly group: EvidenceGroup | null;
  readonly name: string | null;
  readonly kind: EvidenceKind | null;
  readonly form: 'original' | 'copy' | 'electronic' | null;
  readonly copies: number | null;
  readonly pages: number | null;
  /** Continuous through the bundle, from 1. */
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
  readonly source: string | null;
  readonly proves: string | null;
  /** Who keeps the original or the original carrier. */
  readonly holder: string | null;
}

export interface Witness {
  readonly id: string;
  readonly name: string | null;
  readonly domicile: string | null;
  readonly phone: string | null;
  readonly proves: string | null;
}

export interface Representation {
  /** Three to five applicants (办案规则 art. 63). */
  readonly applicantIds: readonly string[];
  /** How the represented consent to special acts. */
  readonly consent: 'written-vote' | 'each-in-writing' | 'meeting-minutes' | null;
  /** Term in words; null for the end of the proceedings. */
  readonly term: string | null;
}

export interface FilingEvent {
  readonly type: string;
  readonly date: PlainDate;
  readonly note: string | null;
}

export interface FilingDate {
  readonly ruleId: string;
  readonly trigger: PlainDate;
  readonly due: PlainDate | null;
  readonly article: LocalText;
  readonly provisional: boolean;
}

export interface TopicValues {
  readonly entered: RawValues;
  /** Computed from what was entered, by the key of the field. */
  readonly dues: Readonly<Record<string, DueDay>>;
}

export interface Particulars {
  readonly case: Readonly<Record<string, TopicValues>>;
  readonly members: Readonly<Record<string, Readonly<Record<string, TopicValues>>>>;
}

export interface CopySettings {
  /** For the tribunal; 1 by law, an office may ask for more. */
  readonly tribunal: number;
  readonly own: number;
}
