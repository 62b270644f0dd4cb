import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import { basedOn, idSchema, versionSchema } from '../../contract/schemas.ts';
import { evidenceSchema } from '../cases/case.schemas.ts';

export const evidenceRecordSchema = z.object({
  id: idSchema,
  /** Number in the list; stable once a paper has cited it. */
  number: z.number().int(),
  pageFrom: z.number().int().nullable(),
  pageTo: z.number().int().nullable(),
  ...evidenceSchema.shape,
  version: versionSchema,
});
export type EvidenceRecord = z.output<typeof evidenceRecordSchema>;

const change = { caseId: idSchema, ...basedOn };
const changed = z.object({ version: versionSchema });

export const evidenceContract = {
  'evidence.list': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(evidenceRecordSchema),
  }),
  'evidence.save': mutation({
    permission: 'case.write',
    audit: 'evidence.saved',
    input: z.strictObject({ ...change, evidenceId: idSchema.nullable(), item: evidenceSchema }),
    output: z.object({ version: versionSchema, id: idSchema }),
  }),
  'evidence.remove': mutation({
    permission: 'case.write',
    audit: 'evidence.removed',
    input: z.strictObject({ ...change, evidenceId: idSchema }),
    output: changed,
  }),
  'evidence.restore': mutation({
    permission: 'case.write',
    audit: 'evidence.restored',
    input: z.strictObject({ ...change, evidenceId: idSchema }),
    output: changed,
  }),
};
