import { z } from 'zod';
import {
  dateSchema,
  fenSchema,
  idSchema,
  optionalDate,
  optionalLine,
  optionalText,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import type { TrackId } from '../../law/common.ts';
import { listEventTypes } from '../../law/tracks/catalogue.ts';
import { beyondPeriod } from '../../law/wages/plausible.ts';

/** The procedures that a case can be in; wage duties have no states. A case is in one of them. */
export const tracks = [
  'mediation',
  'arbitration',
  'review',
  'confirmation',
  'payment-order',
  'litigation',
  'set-aside',
  'enforcement',
  'legal-aid',
  'inspection',
  'work-injury',
  'capacity-appraisal',
] as const satisfies readonly TrackId[];
export type CaseTrack = (typeof tracks)[number];
export const causes = [
  'wages',
  'labour-relation',
  'contract',
  'severance',
  'overtime',
  'work-injury',
  'social-insurance',
  'other',
] as const;

/** Who files for arbitration; as a rule the workers do, but a unit may file against them. */
export const applicantSides = ['workers', 'unit'] as const;

export const idTypes = ['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit', 'other'] as const;
export const wageUnits = ['month', 'day', 'hour', 'piece', 'fixed'] as const;

/** A decimal as text: days worked `25.5`, hours, pieces. At most four decimals. */
export const quantitySchema = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'quantity-invalid');

/** One pay period of one worker; the law engine computes what is owed from it. Money in fen. */
export const arrearsRowSchema = z
  .strictObject({
    period: z.strictObject({ from: dateSchema, to: dateSchema }),
    unit: z.enum(wageUnits),
    quantity: quantitySchema,
    rateFen: fenSchema,
    /** Allowances, overtime and other sums due for the period. */
    otherFen: fenSchema,
    /** How much of `otherFen` is overtime at 150 %, 200 % and 300 % (劳动法 art. 44). */
    overtime: z
      .strictObject({ workdayFen: fenSchema, restDayFen: fenSchema, holidayFen: fenSchema })
      .nullable()
      .default(null),
    deductions: z.array(z.strictObject({ amountFen: fenSchema, basis: optionalLine(200) })).max(20),
    paid: z
      .array(
        z.strictObject({
          date: optionalDate,
          amountFen: fenSchema,
          method: optionalLine(40),
          /** 凭证号: of a bank slip, transfer or signed receipt. */
          voucher: optionalLine(60),
        }),
      )
      .max(60),
    note: optionalLine(200),
  })
  .refine(({ otherFen, overtime: o }) => !o || o.workdayFen + o.restDayFen + o.holidayFen <= otherFen, {
    path: ['otherFen'],
    message: 'overtime-above-other',
  });
export type ArrearsRowInput = z.input<typeof arrearsRowSchema>;

/**
 * A pay period on its way into the record: what its days cannot hold is refused. What the record already holds is read
 * by `arrearsRowSchema`, so that an old slip can still be opened and mended.
 */
export const arrearsEntrySchema = arrearsRowSchema.superRefine((row, ctx) => {
  const params = beyondPeriod(row);
  if (params) ctx.addIssue({ code: 'custom', path: ['quantity'], message: 'quantity-beyond-period', params });
});

/** How the work ended; `left-for-arrears` is 劳动合同法 art. 38. */
export const jobEnds = [
  'ongoing',
  'left-for-arrears',
  'resigned',
  'dismissed',
  'agreed',
  'expired',
  'work-finished',
] as const;

/** Longest text of a roster's cell that the import keeps; the record must hold what it brings. */
const rosterText = 200;

export const jobSchema = z.strictObject({
  start: optionalDate,
  end: optionalDate,
  post: optionalLine(rosterText),
  site: optionalLine(rosterText),
  team: optionalLine(rosterText),
  recruiter: optionalLine(60),
  contractSigned: z.boolean().nullable().default(null),
  wageUnit: z.enum(wageUnits).nullable().default(null),
  rateFen: fenSchema.nullable().default(null),
  payDay: optionalLine(60),
  endKind: z.enum(jobEnds).nullable().default(null),
  endReason: optionalLine(200),
});

/** 法定代理人 of a worker who cannot act alone, for example one under 18. */
const guardianSchema = z.strictObject({
  name: optionalLine(60),
  relation: optionalLine(40),
  idNumber: optionalLine(40),
  phone: optionalLine(40),
});

const workerFields = z.strictObject({
  name: requiredLine(80),
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: optionalDate,
  ethnicity: optionalLine(20),
  idType: z.enum(idTypes).default('resident-id'),
  idNumber: optionalLine(40),
  phone: optionalLine(40),
  domicile: optionalLine(rosterText),
  residence: optionalLine(rosterText),
  mailAddress: optionalLine(rosterText),
  occupation: optionalLine(rosterText),
  /** Rural household working for an employer (保障农民工工资支付条例 art. 2); null until somebody asked. */
  isMigrant: z.boolean().nullable().default(null),
  bankHolder: optionalLine(rosterText),
  bankName: optionalLine(rosterText),
  bankAccount: optionalLine(40),
  guardian: guardianSchema.nullable().default(null),
  job: jobSchema,
  arrears: z.array(arrearsRowSchema).max(240).default([]),
});
/**
 * The record refuses work that ends before it began, because every base, period and tenure rests on the two days, and
 * pay periods with more work than their days hold.
 */
export const workerSchema = workerFields.superRefine((worker, ctx) => {
  worker.arrears.forEach((row, i) => {
    const params = beyondPeriod(row);
    if (params)
      ctx.addIssue({
        code: 'custom',
        path: ['arrears', i, 'quantity'],
        message: 'quantity-beyond-period',
        params,
      });
  });
  const { start, end } = worker.job;
  if (start !== null && end !== null && end < start)
    ctx.addIssue({ code: 'custom', path: ['job', 'end'], message: 'end-before-start' });
});
export type WorkerInput = z.input<typeof workerSchema>;

/** Capacity of a respondent, as the application's bracket names it. */
export const capacities = [
  'employer',
  'general-contractor',
  'subcontractor',
  'labour-subcontractor',
  'dispatch-agency',
  'using-unit',
  'developer',
  'foreman',
  'investor',
  'licence-lender',
] as const;
/** On what footing it is asked to pay. */
export const footings = [
  'principal',
  'joint',
  'several',
  'advance-first',
  'within-unsettled-sum',
  /** 清偿: gave the work out unlawfully or lent its name (保障农民工工资支付条例 arts 18–19, 36). */
  'settles',
  /** 承担用工主体责任 */
  'employer-liability',
] as const;

/** `third-party`: 第三人 (劳动争议调解仲裁法 art. 23), neither of whom nor by whom anything is asked. */
export const standings = ['party', 'third-party'] as const;
/** A legal person has a legal representative, a unit without legal personality a principal (主要负责人). */
export const representativeKinds = ['legal-representative', 'principal'] as const;

/** Somebody on the side of the unit: asked to pay where the workers file, asking where the unit does. */
export const respondentSchema = z.strictObject({
  kind: z.enum(['organisation', 'person']),
  name: requiredLine(120),
  capacity: z.enum(capacities),
  footing: z.enum(footings),
  uscc: optionalLine(40),
  idNumber: optionalLine(40),
  phone: optionalLine(40),
  registeredAddress: optionalLine(160),
  mailAddress: optionalLine(160),
  representativeName: optionalLine(60),
  representativeTitle: optionalLine(40),
  representativeKind: z.enum(representativeKinds).default('legal-representative'),
  standing: z.enum(standings).default('party'),
  /** Drives the co-party rules: a dissolved or unlicensed employer needs its founders beside it. */
  status: z.enum(['active', 'revoked', 'deregistered', 'unlicensed', 'unknown']).default('unknown'),
});
export type RespondentInput = z.input<typeof respondentSchema>;

/** The special powers of 民事诉讼法 art. 62, each its own tick; 代领款项 is separate. */
export const specialPowers = [
  'admit',
  'waive',
  'change-claims',
  'settle',
  'mediate',
  'counterclaim',
  'appeal',
  'collect-money',
] as const;
export const procedureStages = [
  'mediation',
  'arbitration',
  'first-instance',
  'second-instance',
  'enforcement',
  'judicial-confirmation',
  'payment-order',
] as const;
export const agentKinds = [
  'lawyer',
  'legal-aid-lawyer',
  'legal-worker',
  'relative',
  /** 工作人员: a unit's own staff (民诉法解释 art. 86). */
  'employee',
  'recommended-citizen',
] as const;

export const agentSchema = z.strictObject({
  /** The party on the unit's side for whom the agent acts; null: the workers. */
  principalId: idSchema.nullable().default(null),
  kind: z.enum(agentKinds),
  name: requiredLine(60),
  firm: optionalLine(120),
  licenceNumber: optionalLine(40),
  idNumber: optionalLine(40),
  phone: optionalLine(40),
  /** Kinship of a relative, post of an employee. */
  relation: optionalLine(40),
  stages: z.array(z.enum(procedureStages)).min(1, 'required'),
  specialPowers: z.array(z.enum(specialPowers)).default([]),
  from: optionalDate,
  to: optionalDate,
});
export type AgentInput = z.input<typeof agentSchema>;

export const projectSchema = z.strictObject({
  name: optionalLine(120),
  site: optionalLine(160),
  teamLeader: optionalLine(60),
});

/** Free text that replaces the generated paragraphs of 事实与理由; null: generated from the record. */
export const factsSchema = z.strictObject({
  relation: optionalText(100_000),
  performance: optionalText(100_000),
  demands: optionalText(100_000),
  ending: optionalText(100_000),
  grounds: optionalText(100_000),
  limitation: optionalText(100_000),
});

export const evidenceKinds = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic',
  'testimony',
  'expert-opinion',
  'inspection-record',
  'party-statement',
] as const;
/** The order in which arrears evidence is bundled. */
export const evidenceGroups = [
  'identity',
  'relation',
  'wage-standard',
  'attendance',
  'arrears',
  'demand',
  'termination',
  'computation',
] as const;
/** Which lines of the wage schedule an item proves: its pages are printed beside them. */
export const coverageSchema = z.strictObject({
  /** Null: every worker of the case. */
  memberIds: z.array(idSchema).min(1, 'required').max(2000).nullable(),
  /** Pay periods that touch these days; null: no bound. */
  from: optionalDate,
  to: optionalDate,
});

export const evidenceSchema = z.strictObject({
  group: z.enum(evidenceGroups),
  name: requiredLine(120),
  kind: z.enum(evidenceKinds),
  form: z.enum(['original', 'copy', 'electronic']),
  copies: z.number().int().min(1).max(99).default(1),
  pages: z.number().int().min(1).max(9999).nullable().default(null),
  source: optionalLine(120),
  proves: optionalLine(300),
  holder: optionalLine(80),
  covers: coverageSchema.nullable().default(null),
});
export type EvidenceInput = z.input<typeof evidenceSchema>;

const eventTypes: ReadonlySet<string> = new Set(listEventTypes());

/** A dated fact that moves a track or starts, moves or meets a period, as the law engine names them. */
export const eventSchema = z.strictObject({
  type: z
    .string()
    .max(60)
    .refine((type) => eventTypes.has(type), 'event-unknown'),
  date: dateSchema,
  /** 方式 and 对象 of a demand, complaint or promise, as the application prints them. */
  method: optionalLine(40),
  addressee: optionalLine(120),
  note: optionalLine(200),
  /** Days granted by an extension, or the length that an organ fixed. */
  days: z
    .number()
    .int()
    .min(1, 'number-out-of-range')
    .max(999, 'number-out-of-range')
    .nullable()
    .default(null),
  /** The last day that an organ or an agreement fixed. */
  until: optionalDate,
  /** For a hearing, which stands under its own day: the day it was fixed. */
  setOn: optionalDate,
  /** Why it is recorded although the procedure does not provide for it where it stands. */
  reason: optionalLine(200),
});
export type EventInput = z.input<typeof eventSchema>;

/** Events that the application tells with their manner and addressee. */
export const demandTypes = ['demand-made', 'complaint-made', 'promise-made'] as const;

/** 证人姓名和住所 (劳动争议调解仲裁法 art. 28). */
export const witnessSchema = z.strictObject({
  name: requiredLine(60),
  domicile: optionalLine(160),
  phone: optionalLine(40),
  proves: optionalLine(200),
});

/** What a unit that files asks for: its sentence, and the sum in it where it asks for money. */
export const unitClaimSchema = z.strictObject({
  text: requiredLine(500),
  amountFen: fenSchema.nullable().default(null),
});

export const memberSchema = z.object({
  id: idSchema,
  ...workerFields.shape,
  position: z.number().int(),
  /** Sum owed over the rows, as the law engine computed it. */
  owedFen: z.number().int(),
  /** Sum of the worker's other claim items (`claims.forCase` lists them). */
  itemsFen: z.number().int(),
  isRepresentative: z.boolean(),
  version: versionSchema,
});
export type Member = z.output<typeof memberSchema>;
