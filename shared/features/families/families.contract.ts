import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  bilingualSchema,
  dateSchema,
  idSchema,
  optionalDate,
  optionalLine,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { tracks } from '../cases/case.schemas.ts';
import { caseRowSchema } from '../cases/cases.contract.ts';

/**
 * How two cases of a family belong together, from the first to the second:
 * `handover`: goes on there in another procedure; `separated`: workers were taken out into it; `consolidated`: it is
 * heard together with the first, which leads; `counterclaim`: the other side's own application; `related`: neither.
 */
export const linkKinds = ['handover', 'separated', 'consolidated', 'counterclaim', 'related'] as const;
export type LinkKind = (typeof linkKinds)[number];
/** Those that a person sets by hand; the others come with an act of their own. */
export const manualKinds = ['handover', 'counterclaim', 'related'] as const;

/** How many records of each list were taken over. */
export const carriedSchema = z.object({
  workers: z.number().int(),
  respondents: z.number().int(),
  agents: z.number().int(),
  evidence: z.number().int(),
  items: z.number().int(),
  wages: z.number().int(),
  particulars: z.number().int(),
  events: z.number().int(),
});
export type Carried = z.output<typeof carriedSchema>;

const memberCaseSchema = caseRowSchema.pick({
  id: true,
  number: true,
  firstApplicant: true,
  applicantCount: true,
  firstRespondent: true,
  respondentCount: true,
  track: true,
  stage: true,
  status: true,
  nextDate: true,
  nextRuleId: true,
  amountFen: true,
  receivedOn: true,
});

export const linkSchema = z.object({
  id: idSchema,
  fromId: idSchema,
  toId: idSchema,
  kind: z.enum(linkKinds),
  /** The way that was gone, for a hand-over made by one. */
  routeId: z.string().nullable(),
  onDate: dateSchema,
  note: z.string().nullable(),
  /** Null where nothing was taken over. */
  carried: carriedSchema.nullable(),
  by: z.string(),
});
export type FamilyLink = z.output<typeof linkSchema>;

export const familySchema = z.object({
  /** Every case that a chain of links reaches, the asked one too, in the order of their numbers' making. */
  cases: z.array(memberCaseSchema),
  links: z.array(linkSchema),
});
export type Family = z.output<typeof familySchema>;

export const nextRouteSchema = z.object({
  routeId: z.string(),
  to: z.enum(tracks),
  words: bilingualSchema,
  why: bilingualSchema,
  /** What the law's rules that bound it are called and where they stand. */
  basis: z.array(bilingualSchema),
  /** The soonest open limit by which it has to be gone. */
  by: dateSchema.nullable(),
  byTitle: bilingualSchema.nullable(),
  /** The time for it is over: whoever had the right can no longer go this way. */
  lapsed: z.boolean(),
  /** Whether it is what comes next after the result here; never once its limit has run out. */
  follows: z.boolean(),
  /** The case of the family in which it has been gone already. */
  goneTo: z.object({ id: idSchema, number: z.string() }).nullable(),
});
export type NextRoute = z.output<typeof nextRouteSchema>;

const previewDate = z.object({
  ruleId: z.string(),
  title: bilingualSchema,
  due: dateSchema.nullable(),
  /** One sentence: from when, until when, by which article. */
  explanation: bilingualSchema,
  status: z.enum(['open', 'met', 'met-late', 'lapsed', 'superseded', 'suspended']),
  provisional: z.boolean(),
});

export const previewSchema = z.object({
  carried: carriedSchema,
  /** The dated facts that go on, as the new procedure calls them. */
  events: z.array(z.object({ words: bilingualSchema, date: dateSchema, was: bilingualSchema.nullable() })),
  /** Agents whose power names no stage of the new procedure: it has to be given anew. */
  powerless: z.array(z.string()),
  /** Agents whose power has run out and who stay behind. */
  lapsed: z.array(z.string()),
  openingWords: bilingualSchema,
  stageAfter: bilingualSchema,
  /** What the new case will have to keep. */
  dates: z.array(previewDate),
  /** What is settled in this case by the same step; null where it leaves no trace here. */
  here: z
    .object({
      words: bilingualSchema,
      stageAfter: bilingualSchema,
      met: z.array(z.object({ title: bilingualSchema, due: dateSchema.nullable() })),
    })
    .nullable(),
  /** Why the step cannot be recorded on that day, there or here. */
  refusal: bilingualSchema.nullable(),
});
export type Preview = z.output<typeof previewSchema>;

const change = { caseId: idSchema, expectedVersion: versionSchema };
const made = z.object({ caseId: idSchema, number: z.string(), version: versionSchema });

export const familiesContract = {
  'families.of': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: familySchema,
  }),
  /** The ways that are open from the case's state into another procedure. */
  'families.next': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(nextRouteSchema),
  }),
  'families.preview': query({
    permission: 'case.read',
    /** `filedOn` null: the step itself is recorded later. */
    input: z.strictObject({ caseId: idSchema, routeId: z.string().max(60), filedOn: optionalDate }),
    output: previewSchema,
  }),
  /**
   * Opens a case of the same family in another procedure: parties, agents, facts, items, wages, evidence and what papers
   * need go along, each with its source; the step that begins it is recorded there and, where this procedure knows it,
   * here. `rule-violation`: `route-closed`, `event-refused`, `case-closed`.
   */
  'families.continue': mutation({
    permission: 'case.write',
    audit: 'family.continued',
    input: z.strictObject({
      ...change,
      routeId: z.string().max(60),
      filedOn: optionalDate,
      receivedOn: dateSchema,
      handlerId: idSchema.nullable().default(null),
    }),
    output: made,
  }),
  /**
   * Takes chosen workers out into a case of their own, with their items, wages, evidence and papers' facts; parties,
   * facts and events are copied, so that both stand at the same stage. What both ask for together stays the same.
   * `rule-violation`: `separate-all`, `case-closed`; `not-found` for a worker who is not in the case.
   */
  'families.separate': mutation({
    permission: 'case.write',
    audit: 'family.separated',
    input: z.strictObject({
      ...change,
      memberIds: z.array(idSchema).min(1).max(2000),
      reason: requiredLine(200),
    }),
    output: made,
  }),
  /**
   * Hears cases together: the asked one leads, hearings recorded in it are recorded in the others too. Each keeps its
   * number and its dates. `rule-violation`: `consolidate-track`, `consolidate-lead`, `link-cycle`, `link-exists`.
   */
  'families.consolidate': mutation({
    permission: 'case.write',
    audit: 'family.consolidated',
    input: z.strictObject({
      ...change,
      others: z
        .array(z.strictObject({ ...change }))
        .min(1)
        .max(50),
      onDate: dateSchema,
      note: optionalLine(200),
    }),
    output: z.object({ version: versionSchema }),
  }),
  /** `rule-violation`: `link-self`, `link-exists`, `link-cycle`. */
  'families.link': mutation({
    permission: 'case.write',
    audit: 'family.linked',
    input: z.strictObject({
      ...change,
      otherId: idSchema,
      kind: z.enum(manualKinds),
      /** The other case comes first: this one follows from it. */
      follows: z.boolean().default(false),
      note: optionalLine(200),
    }),
    output: z.object({ version: versionSchema, id: idSchema }),
  }),
  'families.unlink': mutation({
    permission: 'case.write',
    audit: 'family.unlinked',
    input: z.strictObject({ ...change, linkId: idSchema }),
    output: z.object({ version: versionSchema }),
  }),
  /** Cases that may be linked: with the same parties first; with `text`, those whose number or parties contain it. */
  'families.candidates': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, text: z.string().max(100).default('') }),
    output: z.array(memberCaseSchema.extend({ version: versionSchema, sharedParties: z.array(z.string()) })),
  }),
};
