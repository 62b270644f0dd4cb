import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import { bilingualSchema, dateSchema, idSchema } from '../../contract/schemas.ts';
import { eventTypes } from '../cases/case.schemas.ts';

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
    type: z.enum(eventTypes).nullable(),
    date: dateSchema.nullable(),
    words: bilingualSchema,
  }),
  provisional: z.boolean(),
  /** How it was counted, one line a step; `days` names each skipped day. */
  working: z.array(z.object({ zh: z.string(), en: z.string() })),
  skipped: z.array(z.object({ date: dateSchema, reason: bilingualSchema })),
  /** `statutory`, `policy-target` or `advisory`. */
  force: z.string(),
  explanation: bilingualSchema,
  source: z.object({ instrument: bilingualSchema, article: z.string(), version: z.string() }),
  verification: z.enum(['verified', 'secondary', 'from-memory', 'design']),
  warnings: z.array(bilingualSchema),
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
};
