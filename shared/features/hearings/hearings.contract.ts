import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  empty,
  idSchema,
  instantSchema,
  optionalLine,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { cleanText, codePointLength } from '../../kernel/text.ts';
import {
  attendanceStates,
  benchRoles,
  hearingKinds,
  hearingModes,
  hearingStates,
  partySides,
} from './hearings.rules.ts';

/** `HH:MM` in China Standard Time. 24:00 is refused: it is the next day's 00:00. */
const timeSchema = z
  .string()
  .refine((v) => v !== '24:00', 'time-next-day')
  .refine((v) => v === '24:00' || /^([01]\d|2[0-3]):[0-5]\d$/.test(v), 'time-invalid');

const benchSchema = z.strictObject({
  role: z.enum(benchRoles),
  name: requiredLine(60),
  /** Somebody who works here; null for a name from outside. */
  userId: idSchema.nullable().default(null),
});

const hearingFields = {
  kind: z.enum(hearingKinds),
  date: dateSchema,
  start: timeSchema,
  end: timeSchema,
  roomId: idSchema.nullable().default(null),
  /** Where it is held outside the office's rooms, or the address of an online one. */
  place: optionalLine(200),
  mode: z.enum(hearingModes).default('in-person'),
  people: z.array(benchSchema).max(20).default([]),
  note: optionalLine(300),
};
const inOrder = (v: { start: string; end: string }): boolean => v.end > v.start;
const order = { path: ['end'], error: 'end-before-start' };
export const hearingSchema = z.strictObject(hearingFields).refine(inOrder, order);
export type HearingInput = z.input<typeof hearingSchema>;

const attendeeSchema = z.strictObject({
  side: z.enum(partySides),
  name: requiredLine(120),
  state: z.enum(attendanceStates),
  note: optionalLine(120),
});

const hearingRowSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  ...hearingFields,
  roomName: z.string().nullable(),
  state: z.enum(hearingStates),
  setOn: dateSchema,
  noticeOn: dateSchema.nullable(),
  reason: z.string().nullable(),
  followsId: idSchema.nullable(),
  results: z.array(bilingualSchema),
  attendance: z.array(attendeeSchema),
  hasMinutes: z.boolean(),
  createdBy: z.string(),
  updatedAt: instantSchema,
  version: versionSchema,
});
export type Hearing = z.output<typeof hearingRowSchema>;

/** Something to think about before the day is fixed. `clash`: asked for an “all the same”. */
const findingSchema = z.object({
  code: z.enum([
    'room-taken',
    // By a hearing of a case that the caller does not see.
    'room-in-use',
    'same-case',
    'bench-taken',
    'agent-taken',
    'party-taken',
    'rest-day',
    'past-day',
    'office-hours',
    'notice-late',
    'calendar-unknown',
    'notice-served',
  ]),
  severity: z.enum(['clash', 'notice']),
  /** Whom or what it is about: a name, a room, a holiday. */
  what: z.string(),
  /** The other hearing, where there is one. */
  other: z.object({ caseId: idSchema, number: z.string(), start: z.string(), end: z.string() }).nullable(),
  /** A last day, for `notice-late`. */
  due: dateSchema.nullable(),
});
export type Finding = z.output<typeof findingSchema>;

const checkOutput = z.object({
  findings: z.array(findingSchema),
  /** The limits counted back from the day, as the law engine finds them. */
  limits: z.array(
    z.object({
      ruleId: z.string(),
      title: bilingualSchema,
      due: dateSchema,
      citation: bilingualSchema,
      provisional: z.boolean(),
      late: z.boolean(),
    }),
  ),
  /** What else is on that day, in this room or elsewhere. */
  day: z.array(
    z.object({
      id: idSchema,
      caseId: idSchema,
      number: z.string(),
      start: z.string(),
      end: z.string(),
      roomName: z.string().nullable(),
      kind: z.enum(hearingKinds),
    }),
  ),
});
export type HearingCheck = z.output<typeof checkOutput>;

const roomFields = { name: requiredLine(60), place: optionalLine(160) };
const roomSchema = z.object({ id: idSchema, ...roomFields, version: versionSchema });

const minutesText = z
  .string()
  .transform(cleanText)
  .refine((v) => codePointLength(v) <= 200_000, 'text-too-long');
const phraseFields = {
  kind: z.enum(['template', 'phrase']),
  title: requiredLine(40),
  body: z
    .string()
    .transform(cleanText)
    .refine((v) => v !== '', 'required')
    .refine((v) => codePointLength(v) <= 20_000, 'text-too-long'),
};
const phraseSchema = z.object({ id: idSchema, ...phraseFields, version: versionSchema });
export type Phrase = z.output<typeof phraseSchema>;

const one = { caseId: idSchema, hearingId: idSchema, recordVersion: versionSchema };
const done = z.object({ version: versionSchema });
const saved = z.object({ id: idSchema, version: versionSchema });

export const hearingsContract = {
  'hearings.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(hearingRowSchema),
  }),
  /** Hearings of all cases, from a day on: the list of what is set down. */
  'hearings.list': query({
    permission: 'case.read',
    input: z.strictObject({ from: dateSchema, roomId: idSchema.nullable().default(null) }),
    output: z.array(
      hearingRowSchema.extend({
        number: z.string(),
        firstApplicant: z.string(),
        firstRespondent: z.string(),
      }),
    ),
  }),
  /** Clashes, rest days and notice periods of a day that is only being typed. Nothing is stored. */
  'hearings.check': query({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      hearingId: idSchema.nullable(),
      ...hearingFields,
      start: z.string().max(10),
      end: z.string().max(10),
    }),
    output: checkOutput,
  }),
  /**
   * Sets a hearing or session down, or changes one. Fails `rule-violation`: `hearing-clash` unless `accept`,
   * `hearing-notice-served` when its day is moved after the notice went out, `hearing-settled`, `event-refused` when
   * the procedure does not provide for it here and neither `reason` nor `record: false` says to go on.
   */
  'hearings.save': mutation({
    permission: 'case.write',
    audit: 'hearing.saved',
    input: z.strictObject({
      caseId: idSchema,
      hearingId: idSchema.nullable(),
      ...basedOn,
      hearing: hearingSchema,
      accept: z.boolean().default(false),
      /** Whether the procedure hears of it. */
      record: z.boolean().default(true),
      reason: optionalLine(200),
    }),
    output: saved,
  }),
  /** Everybody had the written notice on that day; null takes it back. */
  'hearings.notice': mutation({
    permission: 'case.write',
    audit: 'hearing.notice-served',
    input: z.strictObject({ ...one, on: dateSchema.nullable() }),
    output: done,
  }),
  /** Put off, to a new day or without one yet. */
  'hearings.adjourn': mutation({
    permission: 'case.write',
    audit: 'hearing.adjourned',
    input: z.strictObject({
      ...one,
      reason: requiredLine(200),
      next: hearingSchema.nullable(),
      accept: z.boolean().default(false),
    }),
    output: z.object({ version: versionSchema, nextId: idSchema.nullable() }),
  }),
  'hearings.cancel': mutation({
    permission: 'case.write',
    audit: 'hearing.cancelled',
    input: z.strictObject({ ...one, reason: requiredLine(200) }),
    output: done,
  }),
  /** It took place; what came of it moves the procedure. */
  'hearings.hold': mutation({
    permission: 'case.write',
    audit: 'hearing.held',
    input: z.strictObject({
      ...one,
      results: z.array(z.string().max(60)).max(3),
      /** Why, where the procedure does not provide for it here. */
      reason: optionalLine(200),
    }),
    output: done,
  }),
  'hearings.attendance': mutation({
    permission: 'case.write',
    audit: 'hearing.attendance',
    input: z.strictObject({ ...one, attendance: z.array(attendeeSchema).max(2500) }),
    output: done,
  }),
  /** Entered by mistake: away with it and with the event it recorded; undo brings both back. */
  'hearings.remove': mutation({
    permission: 'case.write',
    audit: 'hearing.removed',
    input: z.strictObject(one),
    output: done,
  }),
  /** Outcomes that the procedure provides for now. */
  'hearings.outcomes': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, hearingId: idSchema }),
    output: z.array(z.object({ event: z.string(), words: bilingualSchema, expected: z.boolean() })),
  }),
  'hearings.minutes': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, hearingId: idSchema }),
    output: z.object({
      body: z.string(),
      updatedAt: instantSchema.nullable(),
      updatedBy: z.string().nullable(),
      version: versionSchema,
    }),
  }),
  'hearings.saveMinutes': mutation({
    permission: 'case.write',
    audit: 'hearing.minutes-saved',
    input: z.strictObject({
      caseId: idSchema,
      hearingId: idSchema,
      recordVersion: versionSchema,
      body: minutesText,
    }),
    output: done,
  }),
  'hearings.rooms': query({ permission: 'office.read', input: empty, output: z.array(roomSchema) }),
  'hearings.saveRoom': mutation({
    permission: 'case.write',
    audit: 'room.saved',
    input: z.strictObject({ id: idSchema.nullable(), recordVersion: versionSchema, ...roomFields }),
    output: saved,
  }),
  /** Hearings that are set down there keep it. `gone: false` brings it back. */
  'hearings.removeRoom': mutation({
    permission: 'case.write',
    audit: 'room.removed',
    input: z.strictObject({ id: idSchema, gone: z.boolean() }),
    output: empty,
  }),
  'hearings.phrases': query({ permission: 'case.read', input: empty, output: z.array(phraseSchema) }),
  'hearings.savePhrase': mutation({
    permission: 'case.write',
    audit: 'phrase.saved',
    input: z.strictObject({ id: idSchema.nullable(), recordVersion: versionSchema, ...phraseFields }),
    output: saved,
  }),
  'hearings.removePhrase': mutation({
    permission: 'case.write',
    audit: 'phrase.removed',
    input: z.strictObject({ id: idSchema, gone: z.boolean() }),
    output: empty,
  }),
};
