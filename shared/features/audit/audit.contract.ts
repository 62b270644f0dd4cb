import { z } from 'zod';
import { query } from '../../contract/builders.ts';
import { idSchema, instantSchema, pageOf } from '../../contract/schemas.ts';

export const auditContract = {
  'audit.list': query({
    permission: 'office.read',
    input: z.strictObject({
      caseId: idSchema.nullable().default(null),
      cursor: z.string().nullable().default(null),
    }),
    output: pageOf(
      z.object({
        sequence: z.number().int(),
        at: instantSchema,
        verb: z.string(),
        who: z.string(),
        caseId: idSchema.nullable(),
        caseNumber: z.string().nullable(),
      }),
    ),
  }),
  /** Recomputes the chain of hashes over the whole record. */
  'audit.verify': query({
    permission: 'office.read',
    reach: 'office',
    input: z.strictObject({}),
    output: z.object({
      entries: z.number().int(),
      intact: z.boolean(),
      brokenAt: z.number().int().nullable(),
    }),
  }),
};
