import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  idSchema,
  instantSchema,
  optionalLine,
  optionalText,
  pageOf,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { causes, tracks } from '../cases/case.schemas.ts';
import { checkInput, checkOutput } from '../people/people.contract.ts';

export const enquiryStates = ['open', 'became-case', 'referred', 'closed'] as const;
/** What the person who looked made of the matches. */
export const conclusions = ['clear', 'related', 'conflict'] as const;

const sought = checkInput.shape;
export const enquirySchema = z.strictObject({
  self: sought.self.extend({ name: requiredLine(120) }),
  other: sought.other,
  cause: z.enum(causes),
  about: optionalText(5000),
  conclusion: z.enum(conclusions),
  /** Why, where there was something to weigh. */
  note: optionalLine(300),
});
export type EnquiryInput = z.input<typeof enquirySchema>;

const enquiryRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  receivedAt: instantSchema,
  receivedBy: z.string(),
  name: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  otherName: z.string(),
  cause: z.enum(causes),
  about: z.string().nullable(),
  status: z.enum(enquiryStates),
  result: z.string().nullable(),
  conclusion: z.enum(conclusions),
  caseId: idSchema.nullable(),
  caseNumber: z.string().nullable(),
  version: versionSchema,
});
export type EnquiryRow = z.output<typeof enquiryRowSchema>;

const reportSchema = z.object({
  id: idSchema,
  enquiryId: idSchema,
  at: instantSchema,
  who: z.string(),
  sought: checkInput,
  matches: checkOutput.shape.matches,
  conclusion: z.enum(conclusions),
  note: z.string().nullable(),
  /** What the enquiry said when this check was made. */
  cause: z.enum(causes).nullable(),
  about: z.string().nullable(),
});

export const enquiriesContract = {
  'enquiries.list': query({
    permission: 'case.read',
    input: z.strictObject({
      status: z.enum([...enquiryStates, 'all']).default('open'),
      cursor: idSchema.nullable().default(null),
    }),
    output: pageOf(enquiryRowSchema),
  }),
  /** Keeps the enquiry together with the conflict check as it came out at this moment. */
  'enquiries.save': mutation({
    permission: 'enquiry.write',
    audit: 'enquiry.saved',
    input: enquirySchema,
    output: z.object({ id: idSchema, number: z.string(), version: versionSchema }),
  }),
  /** What was typed, in full, to be corrected. */
  'enquiries.get': query({
    permission: 'enquiry.write',
    input: z.strictObject({ enquiryId: idSchema }),
    output: enquirySchema.extend({ id: idSchema, number: z.string(), version: versionSchema }),
  }),
  /** Corrects an enquiry that is no case yet. The check is made anew; its earlier reports keep what was said before. */
  'enquiries.update': mutation({
    permission: 'enquiry.write',
    audit: 'enquiry.changed',
    input: z.strictObject({ enquiryId: idSchema, expectedVersion: versionSchema, enquiry: enquirySchema }),
    output: z.object({ id: idSchema, number: z.string(), version: versionSchema }),
  }),
  /** A case of what was asked; nothing is typed twice. A conflict needs a word why the office takes it all the same. */
  'enquiries.toCase': mutation({
    permission: 'case.write',
    audit: 'enquiry.to-case',
    input: z.strictObject({
      enquiryId: idSchema,
      expectedVersion: versionSchema,
      /** Null: the one in which the office usually begins. */
      track: z.enum(tracks).nullable().default(null),
    }),
    output: z.object({ caseId: idSchema, number: z.string() }),
  }),
  'enquiries.settle': mutation({
    permission: 'enquiry.write',
    audit: 'enquiry.settled',
    input: z.strictObject({
      enquiryId: idSchema,
      expectedVersion: versionSchema,
      /** `open` takes it up again. */
      status: z.enum(['open', 'referred', 'closed']),
      result: optionalLine(300),
    }),
    output: z.object({ version: versionSchema }),
  }),
  /** The checks that were made for an enquiry: who looked, when, what was found, what they made of it. */
  'enquiries.reports': query({
    permission: 'conflict.read',
    input: z.strictObject({ enquiryId: idSchema }),
    output: z.array(reportSchema),
  }),
};
