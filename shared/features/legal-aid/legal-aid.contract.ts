import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  empty,
  idSchema,
  optionalText,
  versionSchema,
} from '../../contract/schemas.ts';
import {
  aidKinds,
  aidLawyerSchema,
  aidRecordSchema,
  aidStandardSchema,
  aidVisitRuleSchema,
} from './aid.schemas.ts';
import { assignReasons } from './assign.rules.ts';
import { meansMissing, meansStates } from './means.rules.ts';

const fenOut = z.number().int();
const change = { caseId: idSchema, ...basedOn };

const meansOut = z.object({
  state: z.enum(meansStates),
  missing: z.array(z.enum(meansMissing)),
  without: z.array(z.string()),
  /** Of 法律援助法. */
  article: z.string(),
  why: bilingualSchema,
  working: z.array(bilingualSchema),
});

const recordOut = z.object({
  id: idSchema,
  version: versionSchema,
  record: aidRecordSchema,
  createdBy: z.string(),
  updatedBy: z.string(),
  /** Of a subsidy by the standard it names; null where that is gone. */
  amountFen: fenOut.nullable(),
  working: z.array(bilingualSchema),
  /** Of an assignment. */
  lawyer: z.string().nullable(),
});
export type AidRecordView = z.output<typeof recordOut>;

const dateOut = z.object({
  ruleId: z.string(),
  title: bilingualSchema,
  due: dateSchema,
  /** Calendar days from today; negative once it is over. */
  daysLeft: z.number().int(),
  provisional: z.boolean(),
  /** Its law and article. */
  article: bilingualSchema,
});

const proposalOut = z.object({
  lawyerId: idSchema,
  name: z.string(),
  firm: z.string().nullable(),
  rank: z.number().int().nullable(),
  load: z.number().int(),
  openCases: z.number().int(),
  openWorkers: z.number().int(),
  lastAssignedOn: dateSchema.nullable(),
  reasons: z.array(z.enum(assignReasons)),
  /** Numbers of the cases in which they acted for the other side. */
  conflicts: z.array(z.string()),
});
export type AidProposal = z.output<typeof proposalOut>;

const lawyerOut = aidLawyerSchema.extend({
  id: idSchema,
  version: versionSchema,
  load: z.number().int(),
  openCases: z.number().int(),
  openWorkers: z.number().int(),
  lastAssignedOn: dateSchema.nullable(),
  left: z.boolean(),
});
export type AidLawyerView = z.output<typeof lawyerOut>;
const standardOut = aidStandardSchema.extend({ id: idSchema, version: versionSchema });
export type AidStandardView = z.output<typeof standardOut>;

export const aidWarnings = [
  'no-applicants',
  'papers-missing',
  'urgent-papers-due',
  'means-undecided',
  'granted-without-hardship',
  'lawyer-left',
  'not-signed',
  'visit-due',
  'limit-near',
  'file-incomplete',
] as const;

const caseLine = z.object({
  caseId: idSchema,
  number: z.string(),
  applicant: z.string(),
  applicants: z.number().int(),
  respondent: z.string(),
  stage: z.string(),
  due: dateSchema.nullable(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  lawyer: z.string().nullable(),
  /** Whoever is assigned can no longer open the office, or is off the roll. */
  lawyerLeft: z.boolean(),
});
export type AidCaseLine = z.output<typeof caseLine>;
const subsidyLine = z.object({
  id: idSchema,
  version: versionSchema,
  caseId: idSchema,
  number: z.string(),
  applicant: z.string(),
  lawyer: z.string().nullable(),
  standard: z.string(),
  amountFen: fenOut,
  approvedOn: dateSchema.nullable(),
  paidOn: dateSchema.nullable(),
});
export type AidSubsidyLine = z.output<typeof subsidyLine>;

const id = { id: idSchema.nullable().default(null), expectedVersion: versionSchema.default(0) };
const saved = z.object({ id: idSchema, version: versionSchema });

/** Tabs of the office's page. */
export const aidLists = [
  'waiting',
  'toAssign',
  'underWay',
  'visits',
  'closing',
  'subsidies',
  'lawyers',
  'standards',
] as const;
export type AidList = (typeof aidLists)[number];

export const legalAidContract = {
  /** Everything of legal aid about a case: of itself, or of the legal-aid case of its family. */
  'aid.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      /** The legal-aid case; null: neither this case nor one of its family is one. */
      aidCaseId: idSchema.nullable(),
      aidCaseNumber: z.string().nullable(),
      version: versionSchema,
      stage: z.string(),
      closed: z.boolean(),
      records: z.array(recordOut),
      members: z.array(
        z.object({ id: idSchema, name: z.string(), isMigrant: z.boolean().nullable(), means: meansOut }),
      ),
      /** Of the application as a whole: the same for everybody, or the first that cannot be decided. */
      means: meansOut,
      threshold: z.object({
        fen: fenOut.nullable(),
        warnings: z.array(bilingualSchema),
      }),
      dates: z.array(dateOut),
      /** By the office's own rule; null where none is asked for. */
      nextVisitBy: dateSchema.nullable(),
      /** After a refusal or termination that nobody has objected to yet. */
      objection: z.object({ text: bilingualSchema, article: bilingualSchema }).nullable(),
      warnings: z.array(
        z.object({ code: z.enum(aidWarnings), params: z.array(z.string()), kind: z.enum(aidKinds) }),
      ),
      papersMissing: z.array(z.string()),
      family: z.array(z.object({ caseId: idSchema, number: z.string(), track: z.string() })),
      /** Minutes that whoever is assigned has recorded on the case and its family. */
      minutes: z.number().int(),
      sight: z.array(
        z.object({
          user: z.string(),
          givenOn: dateSchema,
          givenBy: z.string(),
          endedOn: dateSchema.nullable(),
        }),
      ),
      /** What this user may do beside reading: everything, or the lawyer's own part. */
      may: z.array(z.enum(aidKinds)),
      mayApprove: z.boolean(),
    }),
  }),
  /**
   * Keeps a step of legal aid; its days become events of the case, so that they open, meet and move their limits.
   * Refused with `rule-violation` `event-refused` where the procedure does not provide for it, unless `reason` says why.
   */
  'aid.save': mutation({
    permission: 'case.write',
    audit: 'aid.saved',
    input: z.strictObject({
      ...change,
      recordId: idSchema.nullable(),
      record: aidRecordSchema,
      reason: optionalText(500),
    }),
    output: saved,
  }),
  'aid.remove': mutation({
    permission: 'case.write',
    audit: 'aid.removed',
    input: z.strictObject({ ...change, recordId: idSchema }),
    output: z.object({ version: versionSchema }),
  }),
  'aid.restore': mutation({
    permission: 'case.write',
    audit: 'aid.restored',
    input: z.strictObject({ ...change, recordId: idSchema }),
    output: z.object({ version: versionSchema }),
  }),
  /** Who could be assigned, the proposed one first, each with the reasons. */
  'aid.propose': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(proposalOut),
  }),
  /**
   * The office's own page: what waits, for whom, and until when. Of `list` alone, or of all lists when it is null; of
   * each at most `limit` lines, and of the others only how many there are (at most 500).
   */
  'aid.office': query({
    permission: 'case.read',
    input: z.strictObject({
      list: z.enum(aidLists).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(500),
    }),
    output: z.object({
      counts: z.record(z.enum(aidLists), z.number().int()),
      waiting: z.array(caseLine),
      toAssign: z.array(caseLine),
      underWay: z.array(caseLine),
      /** Matters to follow up, and visits that the office's own rule asks for (`what` empty). */
      visits: z.array(caseLine.extend({ what: z.string() })),
      /** Null: the office has no rule. */
      visitRule: aidVisitRuleSchema.nullable(),
      closing: z.array(caseLine),
      toApprove: z.array(subsidyLine),
      toPay: z.array(subsidyLine),
      lawyers: z.array(lawyerOut),
      standards: z.array(standardOut),
      mayManage: z.boolean(),
    }),
  }),
  /**
   * How often cases are looked in on; null takes the rule away. Nothing recorded changes by it. `was`: the rule that the
   * change is based on; `conflict` where it is another one now.
   */
  'aid.saveVisitRule': mutation({
    permission: 'office.admin',
    audit: 'aid.visit-rule-saved',
    input: z.strictObject({ was: aidVisitRuleSchema.nullable(), rule: aidVisitRuleSchema.nullable() }),
    output: empty,
  }),
  /** Approves subsidies of any cases, or records that they were paid; all of them or none. */
  'aid.settleSubsidies': mutation({
    permission: 'office.admin',
    audit: 'aid.subsidies-settled',
    input: z.strictObject({
      act: z.enum(['approve', 'pay']),
      on: dateSchema,
      subsidies: z
        .array(z.strictObject({ id: idSchema, version: versionSchema }))
        .min(1)
        .max(1000),
    }),
    output: z.object({ count: z.number().int() }),
  }),
  'aid.saveLawyer': mutation({
    permission: 'office.admin',
    audit: 'aid.lawyer-saved',
    input: z.strictObject({ ...id, lawyer: aidLawyerSchema }),
    output: saved,
  }),
  'aid.removeLawyer': mutation({
    permission: 'office.admin',
    audit: 'aid.lawyer-removed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema }),
    output: empty,
  }),
  'aid.saveStandard': mutation({
    permission: 'office.admin',
    audit: 'aid.standard-saved',
    input: z.strictObject({ ...id, standard: aidStandardSchema }),
    output: saved,
  }),
  'aid.removeStandard': mutation({
    permission: 'office.admin',
    audit: 'aid.standard-removed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema }),
    output: empty,
  }),
  'aid.exportSubsidies': command({
    permission: 'case.read',
    input: z.strictObject({
      state: z.enum(['to-approve', 'to-pay', 'paid', 'all']).default('all'),
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), rows: z.number().int() }),
  }),
};
