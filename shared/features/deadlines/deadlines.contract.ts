import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  bilingualSchema,
  dateSchema,
  idSchema,
  instantSchema,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { eventSchema } from '../cases/case.schemas.ts';

/** A person found the date right; it falls away when the date moves. */
const confirmationSchema = z.object({
  id: idSchema,
  userId: idSchema,
  userName: z.string(),
  at: instantSchema,
  on: dateSchema,
});

const sourceSchema = z.object({
  instrument: bilingualSchema,
  article: z.string(),
  version: z.string(),
  articleUnknown: z.literal(true).optional(),
});

/** A reading of the law or a local rule for one rule of one case. */
const choiceSchema = z.strictObject({
  /** `national`, a six-digit division code, or null: as the office's region has it. */
  variant: z.string().max(20).nullable().default(null),
  /** Disagreement → reading. */
  readings: z.record(z.string().max(40), z.string().max(40)).default({}),
  reason: requiredLine(200),
});
const choiceRecordSchema = z.object({
  id: idSchema,
  ...choiceSchema.shape,
  userName: z.string(),
  on: dateSchema,
});

export const deadlineSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  title: bilingualSchema,
  /** Null: the rule sets no limit in these facts, for example pay claims while employment lasts. */
  due: dateSchema.nullable(),
  unrolled: dateSchema.nullable(),
  /** `lapsed`: a right that was not used in time. `suspended`: the clock stands still, so there is no last day yet. */
  status: z.enum([
    'open',
    'met',
    'overdue',
    'lapsed',
    'superseded',
    'suspended',
    'no-limit',
    'not-applicable',
  ]),
  metOn: dateSchema.nullable(),
  /** Who bears it: worker, employer, commission … as the law engine names them. */
  bearer: z.string(),
  ifMissed: bilingualSchema,
  trigger: z.object({
    /** The event that opened it; null for a rule without a date. */
    type: z.string().nullable(),
    /** What that event is called on the case's track. */
    event: bilingualSchema.nullable(),
    date: dateSchema.nullable(),
    words: bilingualSchema,
    /** The day it last started again, where it did. */
    restartedOn: dateSchema.nullable(),
  }),
  /** Its length in words, such as 10个工作日; null where there is none or it is the same day. */
  period: bilingualSchema.nullable().optional(),
  provisional: z.boolean(),
  /** How it was counted, one line a step; `days` names each skipped day. */
  working: z.array(z.object({ zh: z.string(), en: z.string() })),
  skipped: z.array(z.object({ date: dateSchema, reason: bilingualSchema })),
  /** `statutory`, `policy-target` or `advisory`. */
  force: z.string(),
  explanation: bilingualSchema,
  source: sourceSchema,
  /** What else it rests on: why its days are working days, what restarted it. */
  furtherSources: z.array(sourceSchema).optional(),
  verification: z.enum(['verified', 'secondary', 'from-memory', 'design']),
  warnings: z.array(bilingualSchema),
  /** Events that fulfil it. */
  metBy: z.array(z.string()),
  /** The local rule that set the period, where one did. */
  localRule: bilingualSchema.nullable(),
  /** Local rules that may be applied instead of what the office's region gives; `national` is always one beside them. */
  variants: z.array(z.object({ region: z.string(), name: bilingualSchema, text: bilingualSchema })),
  /** Points on which texts or practice differ, with the reading in use. */
  readings: z.array(
    z.object({
      id: z.string(),
      question: bilingualSchema,
      why: bilingualSchema,
      chosen: z.string(),
      usual: z.string(),
      options: z.array(z.object({ id: z.string(), text: bilingualSchema, due: dateSchema.nullable() })),
    }),
  ),
  /** What somebody chose for this rule in this case. */
  choice: choiceRecordSchema.nullable(),
  /** Who confirmed this last day, first to last. */
  confirmations: z.array(confirmationSchema),
});
export type Deadline = z.output<typeof deadlineSchema>;

const boardRowSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  applicantCount: z.number().int(),
  firstRespondent: z.string(),
  respondentCount: z.number().int(),
  ruleId: z.string(),
  title: bilingualSchema,
  due: dateSchema,
  bearer: z.string(),
  provisional: z.boolean(),
  handlerName: z.string(),
});
export type BoardRow = z.output<typeof boardRowSchema>;

/** One date of a case as the person saw it; when it has moved since, the answer is `conflict`. */
const seenDateSchema = z.strictObject({
  caseId: idSchema,
  ruleId: z.string().max(60),
  trigger: dateSchema,
  due: dateSchema,
});

const whatIfDateSchema = z.object({
  ruleId: z.string(),
  title: bilingualSchema,
  bearer: z.string(),
  /** Null: there is no last day, or no such date, on that side. */
  before: dateSchema.nullable(),
  after: dateSchema.nullable(),
  provisional: z.boolean(),
});
export type WhatIfDate = z.output<typeof whatIfDateSchema>;

const whatIfSchema = z.object({
  stageBefore: bilingualSchema,
  stageAfter: bilingualSchema,
  added: z.array(whatIfDateSchema),
  removed: z.array(whatIfDateSchema),
  moved: z.array(whatIfDateSchema),
  met: z.array(whatIfDateSchema),
  closed: z.array(whatIfDateSchema),
  reopened: z.array(whatIfDateSchema),
  /** Open dates of every kind that the case would then have: with none, nothing reminds anybody of it. */
  left: z.number().int(),
  /** Recorded events that the procedure would no longer provide for where they stand. */
  unexpected: z.array(z.object({ words: bilingualSchema, date: dateSchema })),
  /** What went out with the day that the change takes away: to be made and served anew. Null where nothing did. */
  served: z
    .object({
      /** The event whose day changes, and that day. */
      event: bilingualSchema,
      date: dateSchema,
      papers: z.array(
        z.object({
          documentId: idSchema,
          title: bilingualSchema,
          fileName: z.string(),
          madeAt: instantSchema,
          to: z.array(z.object({ name: z.string(), on: dateSchema.nullable() })),
        }),
      ),
      /** Recorded service of a paper with that day. */
      receipts: z.array(z.object({ words: bilingualSchema, date: dateSchema })),
    })
    .nullable(),
  /** Why the procedure does not provide for this event at this point, and whether a reason lets it be recorded. */
  refusal: z.object({ reason: bilingualSchema, overridable: z.boolean() }).nullable(),
});

const ledgerSchema = z.object({
  ruleId: z.string(),
  title: bilingualSchema,
  state: z.enum(['not-started', 'running', 'restarted', 'stopped', 'exercised', 'expired']),
  lastDay: dateSchema.nullable(),
  provisional: z.boolean(),
  segments: z.array(
    z.object({
      state: z.enum(['running', 'restarted', 'stopped', 'exercised', 'expired']),
      from: dateSchema,
      to: dateSchema.nullable(),
      /** The recorded event that began it; null for a stretch that time itself began. */
      event: bilingualSchema.nullable(),
      /** The last day as it stood then. */
      lastDay: dateSchema.nullable(),
      remainingDays: z.number().int().nullable(),
      provisional: z.boolean(),
    }),
  ),
  /** Last days under other readings of the law, where they differ. */
  otherReadings: z.array(z.object({ text: bilingualSchema, lastDay: dateSchema })),
  notes: z.array(bilingualSchema),
});
export type Ledger = z.output<typeof ledgerSchema>;

export const deadlinesContract = {
  'deadlines.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(deadlineSchema),
  }),
  /**
   * Derives anew the dates of cases in which a right lapsed since they were last touched: what a date means changes
   * with the day although nothing of the record does.
   */
  'deadlines.refresh': mutation({
    permission: 'case.read',
    reach: 'office',
    audit: null,
    input: z.strictObject({}),
    output: z.object({ cases: z.number().int() }),
  }),
  /** What is due over all open cases: overdue, today, the next seven days, then later; at most 100 of each. */
  'deadlines.board': query({
    permission: 'case.read',
    input: z.strictObject({}),
    output: z.object({
      today: dateSchema,
      overdue: z.array(boardRowSchema),
      dueToday: z.array(boardRowSchema),
      nextSevenDays: z.array(boardRowSchema),
      later: z.array(boardRowSchema),
      openCasesWithoutDate: z.number().int(),
    }),
  }),
  /** A person confirms a date; a second one can. Confirming twice is `already-confirmed`. */
  'deadlines.confirm': mutation({
    permission: 'case.write',
    audit: 'deadlines.confirmed',
    input: seenDateSchema,
    output: confirmationSchema,
  }),
  /** Takes back one's own confirmation. */
  'deadlines.unconfirm': mutation({
    permission: 'case.write',
    audit: 'deadlines.unconfirmed',
    input: z.strictObject({ caseId: idSchema, id: idSchema }),
    output: z.object({}),
  }),
  /**
   * Chooses the reading or the local rule by which one rule counts in a case. Fails `invalid-input` for a reading or a region that the rule does not have.
   */
  'deadlines.choose': mutation({
    permission: 'case.write',
    audit: 'deadlines.reading-chosen',
    input: z.strictObject({
      caseId: idSchema,
      expectedVersion: versionSchema,
      ruleId: z.string().max(60),
      choice: choiceSchema,
    }),
    output: z.object({ version: versionSchema, id: idSchema }),
  }),
  /** Back to the usual reading and the rule of the office's region. */
  'deadlines.unchoose': mutation({
    permission: 'case.write',
    audit: 'deadlines.reading-reset',
    input: z.strictObject({ caseId: idSchema, expectedVersion: versionSchema, id: idSchema }),
    output: z.object({ version: versionSchema }),
  }),
  /** The control sheet of one date as a PDF of one page. */
  'deadlines.receipt': command({
    permission: 'case.read',
    input: seenDateSchema.extend({ language: z.enum(['zh-CN', 'en']) }),
    output: z.object({ token: z.string(), fileName: z.string(), pages: z.number().int() }),
  }),
  /** The same for a date that was tried without a case: the case number stays a blank to fill in. */
  'deadlines.sheet': command({
    permission: 'case.read',
    input: z.strictObject({
      ruleId: z.string().max(60),
      /** As `law due` takes it. */
      input: z.record(z.string(), z.json()),
      options: z.record(z.string(), z.json()).default({}),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), pages: z.number().int() }),
  }),
  /** What adding, changing or removing an event would do to the dates; nothing is stored. */
  'deadlines.whatIf': query({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      change: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('add'), event: eventSchema }),
        z.strictObject({ kind: z.literal('replace'), eventId: idSchema, event: eventSchema }),
        z.strictObject({ kind: z.literal('remove'), eventId: idSchema }),
        z.strictObject({ kind: z.literal('choose'), ruleId: z.string().max(60), choice: choiceSchema }),
      ]),
    }),
    output: whatIfSchema,
  }),
  /** The limitation periods of a case as running accounts, for the timeline. */
  'deadlines.ledger': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(ledgerSchema),
  }),
};
