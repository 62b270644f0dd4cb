import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  idSchema,
  instantSchema,
  line,
  optionalDate,
  optionalLine,
  optionalText,
  pageOf,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { causes, idTypes } from '../cases/case.schemas.ts';

export const personKinds = ['person', 'organisation'] as const;
export const partyRoles = ['applicant', 'respondent', 'agent'] as const;

export const guardianSchema = z.strictObject({
  name: requiredLine(80),
  relation: optionalLine(40),
  phone: optionalLine(40),
});

/** What the directory knows of somebody. Everything but the name may be missing. */
export const personSchema = z.strictObject({
  kind: z.enum(personKinds),
  name: requiredLine(120),
  aliases: z.array(requiredLine(120)).max(20),
  idType: z.enum(idTypes),
  idNumber: optionalLine(40),
  uscc: optionalLine(40),
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: optionalDate,
  ethnicity: optionalLine(20),
  phone: optionalLine(40),
  phones: z.array(requiredLine(40)).max(20),
  domicile: optionalLine(200),
  residence: optionalLine(200),
  mailAddress: optionalLine(200),
  representativeName: optionalLine(60),
  representativeTitle: optionalLine(40),
  bankHolder: optionalLine(200),
  bankName: optionalLine(200),
  bankAccount: optionalLine(40),
  guardian: guardianSchema.nullable().default(null),
  /** Language or sign language that somebody needs interpreted; null for none. */
  interpreter: optionalLine(40),
  note: optionalText(2000),
});
export type PersonFields = z.output<typeof personSchema>;
export type PersonField = keyof PersonFields;
export const personFields = Object.keys(personSchema.shape) as PersonField[];

// `partial()` alone would fill what was left out with its default, and so empty what nobody touched.
const patchSchema = z
  .custom<Partial<z.input<typeof personSchema>>>((v) => typeof v === 'object' && v !== null)
  .transform((raw, ctx): Partial<PersonFields> => {
    const parsed = personSchema.partial().safeParse(raw);
    if (parsed.success)
      return Object.fromEntries(Object.entries(parsed.data).filter(([field]) => Object.hasOwn(raw, field)));
    for (const issue of parsed.error.issues)
      ctx.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  });

const roleSchema = z.object({
  partyId: idSchema,
  role: z.enum(partyRoles),
  caseId: idSchema,
  number: z.string(),
  title: z.object({ applicant: z.string(), count: z.number().int(), respondent: z.string() }),
  cause: z.enum(causes),
  status: z.enum(['open', 'closed']),
  receivedOn: z.string(),
});
export type PersonRole = z.output<typeof roleSchema>;

const personRowSchema = z.object({
  id: idSchema,
  kind: z.enum(personKinds),
  name: z.string(),
  /** Masked. */
  number: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  cases: z.number().int(),
  lastCase: z.string().nullable(),
});
export type PersonRow = z.output<typeof personRowSchema>;

const personFileSchema = z.object({
  id: idSchema,
  version: versionSchema,
  /** Sensitive fields masked. */
  fields: personSchema,
  /** Set when this record was merged into another: the page goes there. */
  mergedInto: idSchema.nullable(),
  roles: z.array(roleSchema),
  /** Agents of the cases in which this is a party, and the parties whose agent it is. */
  agents: z.array(
    z.object({ caseId: idSchema, personId: idSchema.nullable(), name: z.string(), kind: z.string() }),
  ),
  history: z.array(
    z.object({
      id: z.string(),
      at: instantSchema,
      who: z.string(),
      what: z.string(),
      fields: z.array(z.string()),
    }),
  ),
  /** Merges into this record that can still be undone. */
  merges: z.array(z.object({ id: idSchema, at: instantSchema, who: z.string(), name: z.string() })),
  /** Others who may be the same: same name, same phone. Never linked without somebody's word. */
  suggestions: z.array(personRowSchema.extend({ because: z.array(z.enum(['name', 'phone', 'sound'])) })),
});
export type PersonFile = z.output<typeof personFileSchema>;

/** What is known of one side while it is typed; any part may be blank. */
const soughtSchema = z.strictObject({
  name: line(120).default(''),
  phone: line(40).default(''),
  /** An ID number or its last four, or a credit code. */
  number: line(40).default(''),
  address: line(200).default(''),
});
export const matchReasons = [
  'number',
  'phone',
  'name',
  'tail',
  'part',
  'sound',
  'initials',
  'address',
] as const;
/** conflict: stood or stands on the other side. duplicate: the same matter is open. seen: known. */
export const matchWeights = ['conflict', 'duplicate', 'seen'] as const;
const matchSchema = z.object({
  side: z.enum(['self', 'other']),
  personId: idSchema,
  kind: z.enum(personKinds),
  name: z.string(),
  number: z.string().nullable(),
  phone: z.string().nullable(),
  reasons: z.array(z.enum(matchReasons)),
  /** By a number, a phone or the whole name; false: only alike. */
  sure: z.boolean(),
  weight: z.enum(matchWeights),
  roles: z.array(roleSchema),
});
export type Match = z.output<typeof matchSchema>;
export type AlikePerson = Omit<Match, 'side' | 'weight'>;
export const checkInput = z.strictObject({ self: soughtSchema, other: soughtSchema });
export const checkOutput = z.object({
  matches: z.array(matchSchema),
  /** More were alike than are shown: type more. */
  more: z.boolean(),
});
/** With what stands in cases that the asker may not see: that there is something, not what. */
const checkAnswer = checkOutput.extend({
  elsewhere: z.object({ people: z.number().int(), conflict: z.boolean() }),
});

export const peopleContract = {
  'people.list': query({
    permission: 'people.read',
    input: z.strictObject({
      /** Name, part of a company's name, pinyin or initials, phone, ID number or its last four, credit code, address. */
      text: z.string().max(200).default(''),
      kind: z.enum(personKinds).nullable().default(null),
      cursor: z.string().max(2000).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: pageOf(personRowSchema),
  }),
  'people.get': query({
    permission: 'people.read',
    input: z.strictObject({ personId: idSchema }),
    output: personFileSchema,
  }),
  /** The masked fields in full. A mutation, because that somebody looked is recorded. */
  'people.reveal': mutation({
    permission: 'people.reveal',
    audit: 'person.revealed',
    input: z.strictObject({ personId: idSchema }),
    output: z.object({ fields: personSchema }),
  }),
  'people.save': mutation({
    permission: 'people.write',
    audit: 'person.changed',
    input: z.strictObject({
      personId: idSchema,
      expectedVersion: versionSchema,
      /** Only what was changed: a masked field that nobody touched stays as it is. */
      patch: patchSchema,
      /** Also in every open case where this is a party. Closed cases keep what stood in their papers. */
      updateCases: z.boolean(),
    }),
    output: z.object({ version: versionSchema, cases: z.number().int() }),
  }),
  /** Makes one record of two. `take`: fields whose value comes from the one that goes. */
  'people.merge': mutation({
    permission: 'people.merge',
    audit: 'person.merged',
    input: z.strictObject({
      keepId: idSchema,
      keepVersion: versionSchema,
      goneId: idSchema,
      goneVersion: versionSchema,
      take: z.array(z.enum(personFields as [PersonField, ...PersonField[]])),
    }),
    output: z.object({ mergeId: idSchema, version: versionSchema }),
  }),
  /** Parts them again, exactly as they were; what was edited since stays edited and is named. */
  'people.unmerge': mutation({
    permission: 'people.merge',
    audit: 'person.unmerged',
    input: z.strictObject({ mergeId: idSchema }),
    output: z.object({ personId: idSchema, keptEdits: z.array(z.string()), keptCases: z.number().int() }),
  }),
  /** Everybody whom the office has ever met and who is like these two. */
  'people.check': query({ permission: 'people.read', input: checkInput, output: checkAnswer }),
  /** Who of the directory somebody may be who is typed as a party of a case, the likeliest first. */
  'people.alike': query({
    permission: 'people.read',
    input: z.strictObject({
      kind: z.enum(personKinds),
      name: line(120).default(''),
      phone: line(40).default(''),
      number: line(40).default(''),
      /** The party that is edited: whoever it is already linked to is left out. */
      partyId: idSchema.nullable().default(null),
    }),
    output: z.array(matchSchema.omit({ side: true, weight: true })),
  }),
  /** Takes parties into the directory that an earlier version recorded, some cases at a time. */
  'people.adopt': mutation({
    permission: 'case.write',
    reach: 'office',
    audit: null,
    input: z.strictObject({}),
    output: z.object({ cases: z.number().int(), more: z.boolean() }),
  }),
};
