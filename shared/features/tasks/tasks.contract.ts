import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  dateSchema,
  empty,
  idSchema,
  instantSchema,
  optionalDate,
  optionalText,
  pageOf,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { cleanText, codePointLength } from '../../kernel/text.ts';
import { tracks } from '../cases/case.schemas.ts';
import { timeCauses } from './time-causes.ts';

/** What a task or note hangs on: a case or a person of the directory. */
const aboutSchema = z.union([z.strictObject({ caseId: idSchema }), z.strictObject({ personId: idSchema })]);
export type About = z.output<typeof aboutSchema>;

const taskSchema = z.object({
  id: idSchema,
  caseId: idSchema.nullable(),
  caseNumber: z.string().nullable(),
  /** First applicant and respondent of the case, or the person's name. */
  who: z.string(),
  personId: idSchema.nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  assigneeId: idSchema.nullable(),
  assigneeName: z.string().nullable(),
  /** The person who has it can no longer open the office. */
  assigneeLeft: z.boolean(),
  dueOn: dateSchema.nullable(),
  doneAt: instantSchema.nullable(),
  doneBy: z.string().nullable(),
  createdBy: z.string(),
  version: versionSchema,
});
export type Task = z.output<typeof taskSchema>;

const templateItem = z.strictObject({
  title: requiredLine(200),
  /** Calendar days after the day on which the list is used; null without a day. */
  afterDays: z.number().int('number-invalid').min(0).max(1000).nullable().default(null),
});
const templateSchema = z.object({
  id: z.string(),
  track: z.enum(tracks),
  name: z.string(),
  /** Comes with the program; an office changes it by saving its own. */
  builtIn: z.boolean(),
  items: z.array(templateItem),
  version: versionSchema,
});
export type TaskTemplate = z.output<typeof templateSchema>;

const noteSchema = z.object({
  id: idSchema,
  caseId: idSchema.nullable(),
  caseNumber: z.string().nullable(),
  personId: idSchema.nullable(),
  who: z.string(),
  body: z.string(),
  authorId: idSchema,
  author: z.string(),
  writtenAt: instantSchema,
  editedAt: instantSchema.nullable(),
  /** Names of the people whom it calls, as they stand in the text. */
  mentioned: z.array(z.string()),
  version: versionSchema,
});
export type Note = z.output<typeof noteSchema>;

const entrySchema = z.object({
  id: idSchema,
  workedOn: dateSchema,
  minutes: z.number().int(),
  cause: z.enum(timeCauses),
  detail: z.string().nullable(),
  userId: idSchema,
  userName: z.string(),
  version: versionSchema,
});
export type TimeEntry = z.output<typeof entrySchema>;

const saved = z.object({ id: idSchema, version: versionSchema });
/** Null makes a new one. */
const record = { id: idSchema.nullable().default(null), expectedVersion: versionSchema.default(0) };
const chosen = z.strictObject({ ids: z.array(idSchema).min(1).max(500) });

export const taskViews = ['mine', 'all', 'orphaned'] as const;

export const tasksContract = {
  /** Tasks that somebody has to do, the earliest day first; those without a day at the end. */
  'tasks.list': query({
    permission: 'case.read',
    input: z.strictObject({
      /** `orphaned`: nobody has it, or somebody who has left. */
      view: z.union([z.enum(taskViews), aboutSchema]),
      done: z.boolean().default(false),
      cursor: z.string().max(80).nullable().default(null),
    }),
    output: pageOf(taskSchema),
  }),
  /** A task as it is now, also one that somebody has removed meanwhile. */
  'tasks.get': query({
    permission: 'case.read',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ task: taskSchema, removed: z.boolean() }),
  }),
  'tasks.save': mutation({
    permission: 'case.write',
    audit: 'task.saved',
    input: z.strictObject({
      ...record,
      about: aboutSchema,
      title: requiredLine(200),
      detail: optionalText(2000),
      assigneeId: idSchema.nullable().default(null),
      dueOn: optionalDate,
    }),
    output: saved,
  }),
  'tasks.complete': mutation({
    permission: 'case.write',
    audit: 'task.completed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema, done: z.boolean() }),
    output: z.object({ version: versionSchema }),
  }),
  'tasks.assign': mutation({
    permission: 'case.write',
    audit: 'task.assigned',
    input: chosen.extend({ assigneeId: idSchema.nullable() }),
    output: z.object({ tasks: z.number().int() }),
  }),
  'tasks.remove': mutation({
    permission: 'case.write',
    audit: 'task.removed',
    input: chosen,
    output: empty,
  }),
  /** Puts a removed task back as it was; one that is there stays as it is. */
  'tasks.restore': mutation({
    permission: 'case.write',
    audit: 'task.restored',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ version: versionSchema }),
  }),
  'tasks.templates': query({
    permission: 'case.read',
    input: z.strictObject({
      track: z.enum(tracks).nullable().default(null),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.array(templateSchema),
  }),
  'tasks.saveTemplate': mutation({
    permission: 'case.write',
    audit: 'task.template-saved',
    input: z.strictObject({
      ...record,
      track: z.enum(tracks),
      name: requiredLine(80),
      items: z.array(templateItem).min(1, 'required').max(60),
    }),
    output: saved,
  }),
  'tasks.removeTemplate': mutation({
    permission: 'case.write',
    audit: 'task.template-removed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema }),
    output: empty,
  }),
  /** Makes the tasks of a list on a case; those that stand there open under the same title are left out. */
  'tasks.useTemplate': mutation({
    permission: 'case.write',
    audit: 'task.template-used',
    input: z.strictObject({
      caseId: idSchema,
      templateId: z.string().max(60),
      assigneeId: idSchema.nullable().default(null),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ made: z.number().int(), leftOut: z.number().int() }),
  }),
  /** What waits for the caller: tasks by urgency and notes that call them and that they have not seen. */
  'tasks.waiting': query({
    permission: 'case.read',
    input: empty,
    output: z.object({
      overdue: z.number().int(),
      today: z.number().int(),
      soon: z.array(taskSchema),
      mentions: z.array(noteSchema),
      /** Open tasks of nobody, or of somebody who has left. */
      orphaned: z.number().int(),
      /** Who has left, with what still lies with them; nothing where all of it was handed over. */
      departed: z.array(
        z.object({
          userId: idSchema,
          name: z.string(),
          openCases: z.number().int(),
          openAssignments: z.number().int(),
        }),
      ),
    }),
  }),
  'notes.list': query({
    permission: 'case.read',
    input: z.strictObject({ about: aboutSchema, cursor: idSchema.nullable().default(null) }),
    output: pageOf(noteSchema),
  }),
  /** `@name` of a colleague calls them. Only the author changes a note. */
  'notes.save': mutation({
    permission: 'case.write',
    audit: 'note.saved',
    input: z.strictObject({
      ...record,
      about: aboutSchema,
      body: z
        .string()
        .transform(cleanText)
        .refine((v) => v !== '', 'required')
        .refine((v) => codePointLength(v) <= 20_000, 'text-too-long'),
    }),
    output: saved.extend({ mentioned: z.array(z.string()) }),
  }),
  'notes.remove': mutation({
    permission: 'case.write',
    audit: 'note.removed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema }),
    output: empty,
  }),
  'notes.seen': mutation({
    permission: 'case.read',
    audit: null,
    input: chosen,
    output: empty,
  }),
  'time.list': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      entries: z.array(entrySchema),
      totals: z.array(z.object({ cause: z.enum(timeCauses), minutes: z.number().int() })),
    }),
  }),
  /** Time spent on a case, with its cause: what a legal-aid subsidy is asked for. Only for oneself. */
  'time.save': mutation({
    permission: 'case.write',
    audit: 'time.saved',
    input: z.strictObject({
      ...record,
      caseId: idSchema,
      workedOn: dateSchema,
      minutes: z.number().int('number-invalid').min(1, 'minutes-range').max(1440, 'minutes-range'),
      cause: z.enum(timeCauses),
      detail: optionalText(500),
    }),
    output: saved,
  }),
  'time.remove': mutation({
    permission: 'case.write',
    audit: 'time.removed',
    input: z.strictObject({ id: idSchema, expectedVersion: versionSchema }),
    output: empty,
  }),
  /** Everything that is open for one person as one dated paper, for whoever takes over. */
  'tasks.handoverPack': command({
    permission: 'case.read',
    input: z.strictObject({ userId: idSchema, language: z.enum(['zh-CN', 'en']) }),
    output: z.object({ token: z.string(), fileName: z.string(), pages: z.number().int() }),
  }),
};
