import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  empty,
  idSchema,
  instantSchema,
  optionalLine,
  pageOf,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { tracks } from '../cases/case.schemas.ts';
import { hearingKinds, hearingStates } from '../hearings/hearings.rules.ts';

export const agendaKinds = ['deadline', 'hearing', 'predate'] as const;
export type AgendaKind = (typeof agendaKinds)[number];
export const boardScopes = ['all', 'overdue', 'today', 'week', 'later'] as const;
export type BoardScope = (typeof boardScopes)[number];

const agendaFilter = {
  handlerId: idSchema.nullable().default(null),
  track: z.enum(tracks).nullable().default(null),
  kind: z.enum(agendaKinds).nullable().default(null),
};

const agendaItemSchema = z.object({
  /** Of the stored date. */
  id: idSchema,
  kind: z.enum(agendaKinds),
  caseId: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  applicantCount: z.number().int(),
  firstRespondent: z.string(),
  respondentCount: z.number().int(),
  handlerName: z.string(),
  due: dateSchema,
  /** What the law calls it; null for what a person named. */
  title: bilingualSchema.nullable(),
  /** What a person named it. */
  label: z.string().nullable(),
  bearer: z.string().nullable(),
  provisional: z.boolean(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  hearingKind: z.enum(hearingKinds).nullable(),
  hearingState: z.enum(hearingStates).nullable(),
  roomName: z.string().nullable(),
  /** Who found this last day right, first to last. */
  confirmedBy: z.array(z.object({ name: z.string(), on: dateSchema })),
  /** Of a date that a person set; 0 for others. */
  version: versionSchema,
});
export type AgendaItem = z.output<typeof agendaItemSchema>;

/** A date so many days from another one, or on a day of its own. */
const predateSchema = z.strictObject({
  title: requiredLine(60),
  note: optionalLine(300),
  anchorKind: z.enum(['date', 'deadline', 'hearing', 'predate']),
  /** The day itself, the rule of law, or the id of the hearing or date. */
  anchor: z.string().min(1, 'required').max(60),
  /** Negative: before it. */
  shift: z.number().int().min(-366, 'number-out-of-range').max(366, 'number-out-of-range').default(0),
  unit: z.enum(['day', 'working-day']).default('day'),
});
export type PredateInput = z.input<typeof predateSchema>;

const predateRowSchema = z.object({
  id: idSchema,
  ...predateSchema.shape,
  /** Null while what it is counted from has no open day. */
  due: dateSchema.nullable(),
  doneOn: dateSchema.nullable(),
  doneBy: z.string().nullable(),
  /** Made by an office rule. */
  byRule: z.boolean(),
  createdBy: z.string(),
  version: versionSchema,
});
export type Predate = z.output<typeof predateRowSchema>;

const ruleFields = {
  /** `hearing`, `mediation`, or the id of a rule of law. */
  anchor: z.string().min(1, 'required').max(60),
  shift: z.number().int().min(-366, 'number-out-of-range').max(366, 'number-out-of-range'),
  unit: z.enum(['day', 'working-day']),
  title: requiredLine(60),
};

export const feedDetails = ['number', 'surname', 'names'] as const;
const feedSchema = z.object({
  folder: z.string(),
  file: z.string(),
  scope: z.enum(['mine', 'all']),
  detail: z.enum(feedDetails),
  writtenAt: instantSchema.nullable(),
  /** A key of `errors.json`. */
  error: z.string().nullable(),
});

const entrySchema = z.object({
  id: idSchema,
  caseId: idSchema,
  number: z.string(),
  enteredAt: instantSchema,
  userName: z.string(),
  kind: z.enum(agendaKinds),
  title: bilingualSchema.nullable(),
  label: z.string().nullable(),
  trigger: dateSchema.nullable(),
  due: dateSchema,
  before: dateSchema.nullable(),
});
export type DateEntry = z.output<typeof entrySchema>;

const onPredate = { caseId: idSchema, predateId: idSchema, recordVersion: versionSchema };
const done = z.object({ version: versionSchema });
/** A case must not lose its last open date unnoticed: without it the answer is `rule-violation`, `last-open-date`. */
const acceptLast = z.boolean().default(false);
const paper = z.object({ token: z.string(), fileName: z.string() });

export const calendarContract = {
  /** Open dates of all open cases, soonest first. */
  'calendar.board': query({
    permission: 'case.read',
    input: z.strictObject({
      scope: z.enum(boardScopes).default('all'),
      ...agendaFilter,
      cursor: z.string().max(60).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: pageOf(agendaItemSchema).extend({ today: dateSchema }),
  }),
  /** How many there are of each; counting stops at 1000. */
  'calendar.counts': query({
    permission: 'case.read',
    input: z.strictObject(agendaFilter),
    output: z.object({
      overdue: z.number().int(),
      today: z.number().int(),
      week: z.number().int(),
      later: z.number().int(),
      bare: z.number().int(),
    }),
  }),
  /** Open cases without any open date, by the day they were received. */
  'calendar.bare': query({
    permission: 'case.read',
    input: z.strictObject({
      handlerId: agendaFilter.handlerId,
      track: agendaFilter.track,
      cursor: idSchema.nullable().default(null),
    }),
    output: pageOf(
      z.object({
        id: idSchema,
        number: z.string(),
        firstApplicant: z.string(),
        applicantCount: z.number().int(),
        firstRespondent: z.string(),
        respondentCount: z.number().int(),
        handlerName: z.string(),
        track: z.enum(tracks),
        stage: z.string(),
        receivedOn: dateSchema,
        updatedAt: instantSchema,
      }),
    ),
  }),
  /** A stretch of at most 62 days: its rest days, its dates (at most 1000), and how many there are on each day. */
  'calendar.range': query({
    permission: 'case.read',
    input: z.strictObject({
      from: dateSchema,
      to: dateSchema,
      ...agendaFilter,
      roomId: idSchema.nullable().default(null),
    }),
    output: z.object({
      days: z.array(
        z.object({
          date: dateSchema,
          kind: z.enum(['workday', 'weekend', 'holiday', 'make-up']),
          name: bilingualSchema.nullable(),
          known: z.boolean(),
          count: z.number().int(),
        }),
      ),
      items: z.array(agendaItemSchema),
      /** More than fit. */
      more: z.boolean(),
    }),
  }),
  /** What a case still has open. */
  'calendar.left': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({ open: z.number().int() }),
  }),
  'calendar.predates': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(predateRowSchema),
  }),
  /** On which day it would be; null while what it is counted from has none. */
  'calendar.previewPredate': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, predateId: idSchema.nullable(), predate: predateSchema }),
    output: z.object({ due: dateSchema.nullable(), restDay: z.boolean() }),
  }),
  /** Fails `invalid-input` at `anchor`: `anchor-unknown`, `anchor-cycle`, `date-invalid`. */
  'calendar.savePredate': mutation({
    permission: 'case.write',
    audit: 'predate.saved',
    input: z.strictObject({
      caseId: idSchema,
      predateId: idSchema.nullable(),
      ...basedOn,
      predate: predateSchema,
    }),
    output: z.object({ id: idSchema, version: versionSchema, due: dateSchema.nullable() }),
  }),
  'calendar.closePredate': mutation({
    permission: 'case.write',
    audit: 'predate.done',
    input: z.strictObject({ ...onPredate, done: z.boolean(), acceptLast }),
    output: done,
  }),
  'calendar.removePredate': mutation({
    permission: 'case.write',
    audit: 'predate.removed',
    input: z.strictObject({ ...onPredate, acceptLast }),
    output: done,
  }),
  'calendar.rules': query({
    permission: 'office.read',
    input: empty,
    output: z.array(z.object({ id: idSchema, ...ruleFields, version: versionSchema })),
  }),
  /** From now on every such date gets one; those that are open already get theirs at once. `anchor` stays as it was added. */
  'calendar.saveRule': mutation({
    permission: 'case.write',
    audit: 'predate-rule.saved',
    input: z.strictObject({ id: idSchema.nullable(), recordVersion: versionSchema, ...ruleFields }),
    output: z.object({ id: idSchema, version: versionSchema, cases: z.number().int() }),
  }),
  /** Dates that it has made stay. */
  'calendar.removeRule': mutation({
    permission: 'case.write',
    audit: 'predate-rule.removed',
    input: z.strictObject({ id: idSchema, gone: z.boolean() }),
    output: empty,
  }),
  /** What was entered or moved on a day, by whom. */
  'calendar.entries': query({
    permission: 'case.read',
    input: z.strictObject({ on: dateSchema }),
    output: z.object({ items: z.array(entrySchema), more: z.boolean() }),
  }),
  /** The same as a list on paper for a second person to sign. Fails `rule-violation`, `nothing-entered`. */
  'calendar.entryList': command({
    permission: 'case.read',
    input: z.strictObject({ on: dateSchema, language: z.enum(['zh-CN', 'en']) }),
    output: paper.extend({ pages: z.number().int() }),
  }),
  /** Dates as a calendar file (RFC 5545), of one hearing or of a stretch of days. */
  'calendar.export': command({
    permission: 'case.read',
    input: z.strictObject({
      what: z.union([
        z.strictObject({ hearingId: idSchema }),
        z.strictObject({ from: dateSchema, to: dateSchema, ...agendaFilter }),
      ]),
      detail: z.enum(feedDetails),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: paper.extend({ events: z.number().int() }),
  }),
  /** The caller's own calendar file outside the office, if there is one. */
  'calendar.feed': query({ permission: 'case.read', input: empty, output: feedSchema.nullable() }),
  /** Null ends it and takes the file away. Fails `rule-violation`: `feed-foreign-file`; `file-write-failed`. */
  'calendar.saveFeed': mutation({
    permission: 'case.read',
    audit: 'calendar-feed.saved',
    input: z.strictObject({
      feed: z
        .strictObject({
          folder: z.string().min(1, 'required').max(4096),
          scope: z.enum(['mine', 'all']),
          detail: z.enum(feedDetails).default('number'),
        })
        .nullable(),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: z.object({ events: z.number().int() }),
  }),
  /** Brings the caller's file up to date where something changed. */
  'calendar.writeFeed': mutation({
    permission: 'case.read',
    audit: null,
    input: empty,
    output: z.object({ written: z.boolean() }),
  }),
  /** What the caller is to be told now; each is given out once, however many windows ask. */
  'calendar.remind': mutation({
    permission: 'case.read',
    audit: null,
    input: empty,
    output: z.array(
      z.object({
        key: z.string(),
        kind: z.enum([
          'hearing-soon',
          'hearing-next',
          'hearing-missed',
          'day',
          'instalment',
          'instalment-missed',
          'task',
        ]),
        /** Of the case, where it is about one. */
        caseId: idSchema.nullable(),
        number: z.string().nullable(),
        date: dateSchema,
        start: z.string().nullable(),
        today: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  }),
};
