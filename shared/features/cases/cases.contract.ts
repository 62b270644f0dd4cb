import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  idSchema,
  instantSchema,
  line,
  optionalDate,
  optionalLine,
  pageOf,
  versionSchema,
} from '../../contract/schemas.ts';
import {
  agentSchema,
  applicantSides,
  causes,
  eventSchema,
  evidenceSchema,
  factsSchema,
  memberSchema,
  projectSchema,
  respondentSchema,
  tracks,
  unitClaimSchema,
  witnessSchema,
  workerSchema,
} from './case.schemas.ts';

export const caseSortKeys = [
  'number',
  'applicants',
  'cause',
  'track',
  'stage',
  'handler',
  'nextDate',
  'amount',
  'updated',
] as const;

export const filterSchema = z.strictObject({
  /** Part of a number or of a party's name. */
  text: z.string().max(200).default(''),
  status: z.enum(['open', 'closed', 'all']).default('open'),
  track: z.enum(tracks).nullable().default(null),
  /** A state of the track; of any track that has one so named where none is chosen. */
  stage: z.string().max(40).nullable().default(null),
  cause: z.enum(causes).nullable().default(null),
  handlerId: idSchema.nullable().default(null),
  /** Next date on or before. */
  dueBy: optionalDate,
  /** Next date at most so many calendar days from the day on which it is asked; 0: today. A filter that is kept moves on. */
  dueWithin: z.number().int().min(0).max(3650).nullable().default(null),
  group: z.boolean().nullable().default(null),
  /** Only cases without an open date: those that somebody forgets. */
  noDate: z.boolean().default(false),
});

export const caseRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  applicantCount: z.number().int(),
  firstRespondent: z.string(),
  respondentCount: z.number().int(),
  cause: z.enum(causes),
  track: z.enum(tracks),
  /** A state of the track, as the law engine names it. */
  stage: z.string(),
  status: z.enum(['open', 'closed']),
  handlerId: idSchema,
  handlerName: z.string(),
  nextDate: dateSchema.nullable(),
  nextRuleId: z.string().nullable(),
  nextProvisional: z.boolean(),
  amountFen: z.number().int(),
  receivedOn: dateSchema,
  updatedAt: instantSchema,
  version: versionSchema,
});
export type CaseRow = z.output<typeof caseRowSchema>;

const caseHeaderSchema = caseRowSchema.extend({
  tribunalName: z.string().nullable(),
  tribunalCaseNumber: z.string().nullable(),
  project: projectSchema,
  facts: factsSchema,
  applicantSide: z.enum(applicantSides),
  unitClaims: z.array(unitClaimSchema),
  witnesses: z.array(witnessSchema),
});

const partySchema = z.object({ id: idSchema, position: z.number().int(), version: versionSchema });
export const respondentRecordSchema = partySchema.extend(respondentSchema.shape);
export const agentRecordSchema = partySchema.extend(agentSchema.shape);
export const eventRecordSchema = z.object({
  id: idSchema,
  ...eventSchema.shape,
  // What was recorded stays readable, whatever the engine knows by now.
  type: z.string(),
  recordedAt: instantSchema,
  version: versionSchema,
});

/** Everything of a case but its members' rows, dates, evidence and papers, which have lists of their own. */
export const caseFileSchema = caseHeaderSchema.extend({
  respondents: z.array(respondentRecordSchema),
  agents: z.array(agentRecordSchema),
  events: z.array(eventRecordSchema),
  /** Members' ids, in order; 3 to 5 in a group (办案规则 art. 63). */
  representativeIds: z.array(idSchema),
  /** What the procedure provides for next, with the papers that each step makes. */
  nextSteps: z.array(
    z.object({
      event: z.string(),
      words: bilingualSchema,
      /** Who does it, as the law engine names them. */
      actor: z.string(),
      /** By when, by the soonest open limit that it meets. */
      by: dateSchema.nullable(),
      /** Why there is no last day, where there is none. */
      whyNoDate: bilingualSchema.nullable(),
      /** Whether it is what usually comes next; at most the first is. */
      ahead: z.boolean(),
      /** What has to be true for it. */
      guard: bilingualSchema.nullable(),
      /** The article that provides for it. */
      article: bilingualSchema.nullable(),
      documents: z.array(bilingualSchema),
      /** The limits that it starts, by title. */
      opens: z.array(bilingualSchema),
    }),
  ),
  /** Events that the procedure does not provide for where they stand: a step is missing or a record is wrong. */
  unexpectedEventIds: z.array(idSchema),
});
export type CaseFile = z.output<typeof caseFileSchema>;

const change = { caseId: idSchema, expectedVersion: versionSchema };
const recordChange = { caseId: idSchema, ...basedOn };
/** Who of the directory a party is, as somebody has said; null: what the numbers say. */
const samePerson = idSchema.nullable().default(null);
const changed = z.object({ version: versionSchema });
const changedId = z.object({ version: versionSchema, id: idSchema });

export const intakeSchema = z.strictObject({
  applicantSide: z.enum(applicantSides).default('workers'),
  unitClaims: z.array(unitClaimSchema).max(20).default([]),
  witnesses: z.array(witnessSchema).max(50).default([]),
  track: z.enum(tracks).default('arbitration'),
  cause: z.enum(causes).default('wages'),
  receivedOn: dateSchema,
  handlerId: idSchema.nullable().default(null),
  tribunalName: optionalLine(80),
  project: projectSchema,
  facts: factsSchema,
  workers: z.array(workerSchema).max(2000).default([]),
  respondents: z.array(respondentSchema).max(20).default([]),
  /** The workers' agents, whatever principal they name: a party on the other side has no id yet. */
  agents: z.array(agentSchema).max(2, 'agents-at-most-two').default([]),
  evidence: z.array(evidenceSchema).max(2000).default([]),
  events: z.array(eventSchema).max(50).default([]),
  /** Parties whom somebody has recognised: who of the directory the party at this place of its list is. */
  samePersons: z
    .array(
      z.strictObject({
        party: z.enum(['worker', 'respondent', 'agent']),
        at: z.number().int().min(0),
        personId: idSchema,
      }),
    )
    .max(200)
    .default([]),
});
export type IntakeInput = z.input<typeof intakeSchema>;

export const casesContract = {
  'cases.list': query({
    permission: 'case.read',
    input: z.strictObject({
      filter: filterSchema,
      sort: z.strictObject({ by: z.enum(caseSortKeys), direction: z.enum(['asc', 'desc']) }),
      cursor: z.string().max(2000).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: pageOf(caseRowSchema),
  }),
  /** How many cases a filter has; apart from the list so that the first page never waits for it. */
  'cases.count': query({
    permission: 'case.read',
    input: z.strictObject({ filter: filterSchema }),
    output: z.object({ count: z.number().int() }),
  }),
  'cases.get': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: caseFileSchema,
  }),
  'cases.members': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(memberSchema),
  }),
  'cases.create': mutation({
    permission: 'case.write',
    audit: 'case.created',
    input: intakeSchema,
    output: z.object({ caseId: idSchema, number: z.string(), version: versionSchema }),
  }),
  'cases.update': mutation({
    permission: 'case.write',
    audit: 'case.changed',
    input: z.strictObject({
      ...change,
      patch: z.strictObject({
        cause: z.enum(causes).optional(),
        track: z.enum(tracks).optional(),
        receivedOn: dateSchema.optional(),
        handlerId: idSchema.optional(),
        tribunalName: line(80).nullable().optional(),
        tribunalCaseNumber: line(60).nullable().optional(),
        project: projectSchema.optional(),
        facts: factsSchema.optional(),
        applicantSide: z.enum(applicantSides).optional(),
        unitClaims: z.array(unitClaimSchema).max(20).optional(),
        witnesses: z.array(witnessSchema).max(50).optional(),
      }),
    }),
    output: changed,
  }),
  'cases.saveMember': mutation({
    permission: 'case.write',
    audit: 'case.member-saved',
    /** `memberId` null adds one. */
    input: z.strictObject({
      ...recordChange,
      memberId: idSchema.nullable(),
      worker: workerSchema,
      samePerson,
    }),
    output: changedId,
  }),
  'cases.removeMembers': mutation({
    permission: 'case.write',
    audit: 'case.members-removed',
    input: z.strictObject({ ...recordChange, memberIds: z.array(idSchema).min(1).max(2000) }),
    output: changed,
  }),
  /** Undoes `cases.removeMembers`. */
  'cases.restoreMembers': mutation({
    permission: 'case.write',
    audit: 'case.members-restored',
    input: z.strictObject({ ...recordChange, memberIds: z.array(idSchema).min(1).max(2000) }),
    output: changed,
  }),
  'cases.saveRespondent': mutation({
    permission: 'case.write',
    audit: 'case.respondent-saved',
    input: z.strictObject({
      ...recordChange,
      respondentId: idSchema.nullable(),
      respondent: respondentSchema,
      samePerson,
    }),
    output: changedId,
  }),
  'cases.removeRespondent': mutation({
    permission: 'case.write',
    audit: 'case.respondent-removed',
    input: z.strictObject({ ...recordChange, respondentId: idSchema }),
    output: changed,
  }),
  'cases.restoreRespondent': mutation({
    permission: 'case.write',
    audit: 'case.respondent-restored',
    input: z.strictObject({ ...recordChange, respondentId: idSchema }),
    output: changed,
  }),
  'cases.saveAgent': mutation({
    permission: 'case.write',
    audit: 'case.agent-saved',
    input: z.strictObject({ ...recordChange, agentId: idSchema.nullable(), agent: agentSchema, samePerson }),
    output: changedId,
  }),
  'cases.removeAgent': mutation({
    permission: 'case.write',
    audit: 'case.agent-removed',
    input: z.strictObject({ ...recordChange, agentId: idSchema }),
    output: changed,
  }),
  'cases.restoreAgent': mutation({
    permission: 'case.write',
    audit: 'case.agent-restored',
    input: z.strictObject({ ...recordChange, agentId: idSchema }),
    output: changed,
  }),
  'cases.setRepresentatives': mutation({
    permission: 'case.write',
    audit: 'case.representatives-set',
    input: z.strictObject({
      ...change,
      memberIds: z.array(idSchema).max(5, 'representatives-three-to-five'),
    }),
    output: changed,
  }),
  'cases.recordEvent': mutation({
    permission: 'case.write',
    audit: 'case.event-recorded',
    /**
     * `eventId` null adds one; else changes it. What the procedure does not provide for is refused (`event-refused`)
     * unless the law engine lets it be recorded with a reason and the event bears one.
     */
    input: z.strictObject({ ...recordChange, eventId: idSchema.nullable(), event: eventSchema }),
    output: changedId,
  }),
  'cases.removeEvent': mutation({
    permission: 'case.write',
    audit: 'case.event-removed',
    input: z.strictObject({ ...recordChange, eventId: idSchema }),
    output: changed,
  }),
  'cases.restoreEvent': mutation({
    permission: 'case.write',
    audit: 'case.event-restored',
    input: z.strictObject({ ...recordChange, eventId: idSchema }),
    output: changed,
  }),
  /** Moves whole cases to the bin; `undo.undo` brings them back. */
  'cases.remove': mutation({
    permission: 'case.write',
    audit: 'case.removed',
    input: z.strictObject({
      cases: z
        .array(z.strictObject({ ...change }))
        .min(1)
        .max(500),
    }),
    output: z.object({ removed: z.number().int() }),
  }),
  /** Gives open cases to another handler, with the open tasks in them of whoever had them. All or none. */
  'cases.handOver': mutation({
    permission: 'case.write',
    audit: 'case.handed-over',
    input: z.strictObject({
      cases: z
        .array(z.strictObject({ ...change }))
        .min(1)
        .max(500),
      toId: idSchema,
    }),
    output: z.object({ cases: z.number().int(), tasks: z.number().int() }),
  }),
  /** What happened, newest first: events of the procedure, papers made, changes of the record. */
  'cases.timeline': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, cursor: z.string().nullable().default(null) }),
    output: pageOf(
      z.object({
        id: z.string(),
        kind: z.enum(['event', 'document', 'change']),
        at: z.string(),
        /** What an event is called on the case's track. */
        eventWords: bilingualSchema.nullable(),
        /** Audit verb of a change, form id of a paper. */
        what: z.string(),
        who: z.string(),
        note: z.string().nullable(),
      }),
    ),
  }),
  /** The intake form as last left; kept in the encrypted record, one per user. `savedAt` is its stamp. */
  'cases.draft': query({
    permission: 'case.read',
    input: z.strictObject({}),
    output: z.object({ draft: z.string().nullable(), savedAt: instantSchema.nullable() }),
  }),
  'cases.saveDraft': mutation({
    permission: 'case.write',
    audit: null,
    /**
     * JSON text of the form's own state, at most 2 MB; null clears it. `basis` is the stamp of the draft that it goes
     * on from, null for none: where another window has kept a draft since, it fails `conflict`, and a draft to be
     * cleared stays. Without `basis` it takes the place of whatever is there.
     */
    input: z.strictObject({
      draft: z.string().max(2_000_000).nullable(),
      basis: instantSchema.nullable().optional(),
    }),
    output: z.object({ savedAt: instantSchema.nullable() }),
  }),
};
