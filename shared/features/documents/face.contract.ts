import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { empty, instantSchema, versionSchema } from '../../contract/schemas.ts';
import { languages } from './documents.contract.ts';
import { faceSchema, savedFaceSchema } from './face.ts';

export const faceContract = {
  'face.get': query({
    permission: 'office.read',
    input: empty,
    output: z.object({
      face: faceSchema,
      /** 0 while nothing was ever saved. */
      version: versionSchema,
      savedAt: instantSchema.nullable(),
      savedBy: z.string().nullable(),
      /** Whose papers the office issues: `committee`, `commission`, `agency`. */
      issues: z.array(z.string()),
    }),
  }),
  /** Papers made before keep the face that they were made with. */
  'face.save': mutation({
    permission: 'office.admin',
    audit: 'office.face-saved',
    input: z.strictObject({ face: savedFaceSchema, expectedVersion: versionSchema }),
    output: z.object({ version: versionSchema }),
  }),
  /** Puts the face of an earlier version in force again, as a new version; 0 for none at all. */
  'face.restore': mutation({
    permission: 'office.admin',
    audit: 'office.face-restored',
    input: z.strictObject({ version: versionSchema, expectedVersion: versionSchema }),
    output: z.object({ version: versionSchema }),
  }),
  /** How a paper looks with a face that need not be saved, as a PDF about no case. */
  'face.preview': command({
    permission: 'office.read',
    input: z.strictObject({
      face: faceSchema,
      language: z.enum(languages).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string() }),
  }),
};
