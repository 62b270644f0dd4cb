import { z } from 'zod';
import {
  dateSchema,
  fenSchema,
  idSchema,
  line,
  optionalDate,
  optionalLine,
  optionalText,
  requiredLine,
} from '../../contract/schemas.ts';

/** What aid is asked for (法律援助法 art. 31, as far as it concerns workers). */
export const aidMatters = [
  'wages',
  'employment-relation',
  'work-injury',
  'social-insurance',
  'other',
] as const;
/** Forms of aid (法律援助法 art. 22). */
export const aidForms = [
  'arbitration-mediation',
  'civil-litigation',
  'non-litigation',
  'drafting',
  'consultation',
] as const;
export const aidChannels = ['counter', 'online', 'post', 'visit', 'transferred', 'phone'] as const;
/** Kinds of people that the application form and the statistics tell apart. */
export const aidGroups = [
  'migrant',
  'minor',
  'elderly',
  'disabled',
  'relief',
  'preferential',
  'woman',
  'veteran',
] as const;
/** Circumstances of art. 32 in which hardship is no condition. */
export const noConditionGrounds = [
  'heroes',
  'good-samaritan',
  'retrial-compensation',
  'violence',
  'other-by-law',
] as const;
/** Papers of an application (办理法律援助案件程序规定 art. 10–11: identity, hardship or its exemption, the matter). */
export const aidPapers = [
  'application',
  'identity',
  'hardship',
  'pledge',
  'exemption-proof',
  'matter',
  'agent-authority',
] as const;
/** What the closing file holds. */
export const filePapers = [
  'index',
  'assignment',
  'engagement',
  'application',
  'identity',
  'hardship',
  'pleadings',
  'evidence',
  'interview',
  'hearing',
  'result',
  'service',
  'report',
] as const;

const marks = <K extends string>(keys: readonly K[]) =>
  z.partialRecord(z.enum(keys), z.enum(['in', 'missing', 'not-needed'])).default({});
const nonEmptyDate = dateSchema;

const applicationSchema = z.strictObject({
  kind: z.literal('application'),
  /** The day the agency received it (收到法律援助申请之日): the decision is counted from it. */
  receivedOn: nonEmptyDate,
  channel: z.enum(aidChannels),
  matter: z.enum(aidMatters),
  form: z.enum(aidForms),
  groups: z.array(z.enum(aidGroups)).max(8).default([]),
  noCondition: z.enum(noConditionGrounds).nullable().default(null),
  reason: optionalText(2000),
  papers: marks(aidPapers),
  supplementAskedOn: optionalDate,
  supplementedOn: optionalDate,
  /** Not supplied, so deemed withdrawn (art. 43(2)). */
  lapsedOn: optionalDate,
  /** Aid at once, papers afterwards (先行提供法律援助, art. 44). */
  urgentOn: optionalDate,
  urgentGround: z.enum(['limit', 'preservation', 'other-urgent']).nullable().default(null),
  /** What the pledge (个人诚信承诺, art. 41) was signed on. */
  pledgeOn: optionalDate,
});

const meansSchema = z.strictObject({
  kind: z.literal('means'),
  assessedOn: nonEmptyDate,
  /** Null: for all applicants alike. */
  memberId: idSchema.nullable().default(null),
  verifiedBy: z.enum(['pledge', 'data-sharing', 'papers']).nullable().default(null),
  household: z
    .array(
      z.strictObject({
        name: requiredLine(60),
        relation: line(40).default(''),
        /** A month; null: not known, which is not nothing. */
        incomeFen: fenSchema.nullable().default(null),
      }),
    )
    .max(30)
    .default([]),
  assetsFen: fenSchema.nullable().default(null),
  /** A limit of assets, where the province sets one. */
  assetLimitFen: fenSchema.nullable().default(null),
  /** A month and head; null: as the law data have it for the office's region. */
  thresholdFen: fenSchema.nullable().default(null),
  thresholdSource: optionalLine(300),
  note: optionalText(1000),
});

const decisionSchema = z.strictObject({
  kind: z.literal('decision'),
  decidedOn: nonEmptyDate,
  result: z.enum(['granted', 'refused', 'terminated']),
  /** Why not: refusal (art. 43) or termination (art. 48). */
  ground: z
    .enum([
      'out-of-scope',
      'no-hardship',
      'not-competent',
      'fraud',
      'unlawful-use',
      'case-ended',
      'own-lawyer',
      'conditions-changed',
      'requested',
      'facts-concealed',
      'other',
    ])
    .nullable()
    .default(null),
  reason: optionalText(2000),
  form: z.enum(aidForms).nullable().default(null),
  number: optionalLine(60),
  servedOn: optionalDate,
});

const objectionSchema = z.strictObject({
  kind: z.literal('objection'),
  objectedOn: nonEmptyDate,
  bureau: requiredLine(120),
  grounds: optionalText(2000),
  decidedOn: optionalDate,
  upheld: z.boolean().nullable().default(null),
});

const assignmentSchema = z.strictObject({
  kind: z.literal('assignment'),
  lawyerId: idSchema,
  assignedOn: nonEmptyDate,
  number: optionalLine(60),
  /** Why this one, where the list proposed another. */
  reason: optionalText(500),
  /** Cases of the family that they may see beside the aid case. */
  familyCaseIds: z.array(idSchema).max(50).default([]),
  endedOn: optionalDate,
  endReason: z
    .enum(['declined', 'conflict', 'asked-by-applicant', 'unable', 'breach', 'done'])
    .nullable()
    .default(null),
  endNote: optionalText(500),
});

const engagementSchema = z.strictObject({
  kind: z.literal('engagement'),
  signedOn: nonEmptyDate,
  /** The first meeting with the client. */
  metOn: optionalDate,
  /** Why the limit was not kept: the applicant's or another objective cause. */
  lateReason: optionalText(500),
});

const visitSchema = z.strictObject({
  kind: z.literal('visit'),
  visitedOn: nonEmptyDate,
  how: z.enum(['call', 'visit', 'court', 'file', 'survey']),
  findings: optionalText(2000),
  /** What the client says, one to five. */
  satisfaction: z.number().int().min(1).max(5).nullable().default(null),
  followUp: optionalLine(300),
  followUpOn: optionalDate,
  followUpDoneOn: optionalDate,
});

const subsidySchema = z.strictObject({
  kind: z.literal('subsidy'),
  standardId: idSchema,
  workers: z.number().int('number-invalid').min(1, 'number-invalid').max(100_000),
  minutes: z.number().int('number-invalid').min(0).max(1_000_000).default(0),
  costs: z
    .array(z.strictObject({ what: requiredLine(120), amountFen: fenSchema }))
    .max(30)
    .default([]),
  deductionFen: fenSchema.nullable().default(null),
  deductionReason: optionalLine(300),
  approvedOn: optionalDate,
  paidOn: optionalDate,
  voucher: optionalLine(60),
});

const closingSchema = z.strictObject({
  kind: z.literal('closing'),
  /** The award or judgment came, or the parties settled. */
  resultOn: nonEmptyDate,
  result: z.enum(['award', 'judgment', 'mediation', 'settlement', 'withdrawn', 'ended']),
  supported: z.enum(['all', 'part', 'none']).nullable().default(null),
  gainedFen: fenSchema.nullable().default(null),
  report: optionalText(4000),
  papers: marks(filePapers),
  submittedOn: optionalDate,
  returnedOn: optionalDate,
  returnReason: optionalLine(300),
  acceptedOn: optionalDate,
});

export const aidRecordSchema = z
  .discriminatedUnion('kind', [
    applicationSchema,
    meansSchema,
    decisionSchema,
    objectionSchema,
    assignmentSchema,
    engagementSchema,
    visitSchema,
    subsidySchema,
    closingSchema,
  ])
  .superRefine((r, ctx) => {
    for (const { path, code } of faultsOf(r)) ctx.addIssue({ code: 'custom', path: [path], message: code });
  });
export type AidRecord = z.output<typeof aidRecordSchema>;
export type AidRecordInput = z.input<typeof aidRecordSchema>;
export type AidKind = AidRecord['kind'];
export type AidRecordOf<K extends AidKind> = Extract<AidRecord, { kind: K }>;
export const aidKinds = [
  'application',
  'means',
  'decision',
  'objection',
  'assignment',
  'engagement',
  'visit',
  'subsidy',
  'closing',
] as const satisfies readonly AidKind[];

type Draft =
  | z.output<typeof applicationSchema>
  | z.output<typeof meansSchema>
  | z.output<typeof decisionSchema>
  | z.output<typeof objectionSchema>
  | z.output<typeof assignmentSchema>
  | z.output<typeof engagementSchema>
  | z.output<typeof visitSchema>
  | z.output<typeof subsidySchema>
  | z.output<typeof closingSchema>;

/** What cannot be so: a refusal without a reason, a second day before the first. */
function faultsOf(r: Draft): { path: string; code: string }[] {
  const faults: { path: string; code: string }[] = [];
  const need = (wrong: boolean, path: string, code = 'required'): void => {
    if (wrong) faults.push({ path, code });
  };
  const notBefore = (first: string | null, later: string | null, path: string): void =>
    need(first !== null && later !== null && later < first, path, 'date-before');
  switch (r.kind) {
    case 'application':
      need(r.urgentOn !== null && r.urgentGround === null, 'urgentGround');
      notBefore(r.receivedOn, r.supplementAskedOn, 'supplementAskedOn');
      notBefore(r.supplementAskedOn, r.supplementedOn, 'supplementedOn');
      notBefore(r.receivedOn, r.urgentOn, 'urgentOn');
      need(r.supplementedOn !== null && r.supplementAskedOn === null, 'supplementAskedOn');
      need(r.lapsedOn !== null && r.supplementAskedOn === null, 'supplementAskedOn');
      break;
    case 'means':
      need(r.thresholdFen !== null && r.thresholdSource === null, 'thresholdSource');
      break;
    case 'decision':
      // A refusal and a termination give their reasons in writing (art. 43, 48).
      need(r.result !== 'granted' && r.ground === null, 'ground');
      need(r.result !== 'granted' && r.reason === null, 'reason');
      notBefore(r.decidedOn, r.servedOn, 'servedOn');
      break;
    case 'objection':
      need((r.decidedOn === null) !== (r.upheld === null), r.decidedOn === null ? 'decidedOn' : 'upheld');
      notBefore(r.objectedOn, r.decidedOn, 'decidedOn');
      break;
    case 'assignment':
      need(r.endedOn !== null && r.endReason === null, 'endReason');
      need(r.endReason !== null && r.endedOn === null, 'endedOn');
      notBefore(r.assignedOn, r.endedOn, 'endedOn');
      break;
    case 'visit':
      need(r.followUp !== null && r.followUpOn === null, 'followUpOn');
      notBefore(r.visitedOn, r.followUpDoneOn, 'followUpDoneOn');
      break;
    case 'subsidy':
      need((r.deductionFen ?? 0) > 0 && r.deductionReason === null, 'deductionReason');
      need(r.paidOn !== null && r.approvedOn === null, 'approvedOn');
      notBefore(r.approvedOn, r.paidOn, 'paidOn');
      break;
    case 'closing':
      need(r.submittedOn !== null && r.report === null, 'report');
      need(r.acceptedOn !== null && r.submittedOn === null, 'submittedOn');
      need(r.returnedOn !== null && r.returnReason === null, 'returnReason');
      notBefore(r.resultOn, r.submittedOn, 'submittedOn');
      notBefore(r.submittedOn, r.acceptedOn, 'acceptedOn');
      break;
    case 'engagement':
      break;
  }
  return faults;
}

/** A lawyer, staff member or grass-roots legal worker whom the centre assigns; with or without an account here. */
export const aidLawyerSchema = z.strictObject({
  userId: idSchema.nullable().default(null),
  name: requiredLine(60),
  firm: optionalLine(120),
  licence: optionalLine(40),
  phone: optionalLine(40),
  specialities: z.array(z.enum(aidMatters)).max(5).default([]),
  /** Takes part in the rotation. */
  onRota: z.boolean().default(true),
  /** Open load above which nobody is proposed; null: without limit. */
  mostOpen: z.number().int('number-invalid').min(1, 'number-invalid').max(500).nullable().default(null),
});
export type AidLawyer = z.output<typeof aidLawyerSchema>;

/** How often the office looks in on its cases. Nothing is preset: the Act sets no number of days. */
export const aidVisitRuleSchema = z.strictObject({
  /** Calendar days after the engagement, or the assignment where nothing is signed. */
  firstDays: z.number().int('number-invalid').min(1, 'number-invalid').max(730, 'number-invalid'),
  /** Calendar days after each visit; null: one visit is enough. */
  everyDays: z
    .number()
    .int('number-invalid')
    .min(1, 'number-invalid')
    .max(730, 'number-invalid')
    .nullable()
    .default(null),
});
export type AidVisitRule = z.output<typeof aidVisitRuleSchema>;

/** What is paid for a stage, as the office's own authority set it. Nothing is preset: the sums are local. */
export const aidStandardSchema = z.strictObject({
  name: requiredLine(80),
  baseFen: fenSchema,
  /** For each worker after the first of a group. */
  perWorkerFen: fenSchema.nullable().default(null),
  mostWorkers: z
    .number()
    .int('number-invalid')
    .min(1, 'number-invalid')
    .max(100_000)
    .nullable()
    .default(null),
  perHourFen: fenSchema.nullable().default(null),
  mostHours: z.number().int('number-invalid').min(1, 'number-invalid').max(10_000).nullable().default(null),
  mostCostsFen: fenSchema.nullable().default(null),
  validFrom: dateSchema,
  source: requiredLine(300),
});
export type AidStandard = z.output<typeof aidStandardSchema>;
