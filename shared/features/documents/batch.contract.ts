import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { bilingualSchema, empty, idSchema, instantSchema } from '../../contract/schemas.ts';
import { languages, paperWarningSchema } from './documents.contract.ts';
import { formIds } from './form-ids.ts';
import { formLayouts } from './form-warning.ts';
import { setIds } from './sets.ts';
import { paperFormats } from './word.contract.ts';

/** `done`: everything was tried; `cancelled` and `stopped` go on where they were left. */
export const batchStates = ['running', 'cancelled', 'stopped', 'done'] as const;
/** What stopped a batch before its end. */
export const batchStops = [
  'disk-full',
  'folder-missing',
  'folder-closed',
  'program-ended',
  'internal',
] as const;
export type BatchStop = (typeof batchStops)[number];
export const batchItemStates = ['waiting', 'made', 'left-out', 'failed'] as const;
/** Why one paper was not made while the others were. */
export const batchFaults = ['paper-gone', 'paper-failed', 'worker-ended'] as const;
/** Papers with gaps: made with room to write, made and marked as drafts, or left out. */
export const gapChoices = ['draft', 'leave-out', 'blank'] as const;

export const mostPapers = 20_000;

/** Which papers: of which cases, for whom, of which forms. */
export const batchPapersSchema = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        caseId: idSchema,
        /** Null: everybody whom the form names. */
        memberIds: z.array(idSchema).min(1).max(6000).nullable(),
      }),
    )
    .min(1)
    .max(500),
  /** A whole set, or single forms. */
  forms: z.union([z.strictObject({ set: z.enum(setIds) }), z.array(z.enum(formIds)).min(1).max(60)]),
  /** `worker`: a paper of the whole case is made once for each worker, and says of the workers only this one. */
  each: z.enum(['case', 'worker']).default('case'),
  layout: z.enum(formLayouts).default('narrative'),
  language: z.enum(languages).default('zh-CN'),
});
export type BatchPapers = z.output<typeof batchPapersSchema>;

const namePartsSchema = z.object({
  case: z.string(),
  name: z.string(),
  paper: z.string(),
  unit: z.string(),
  team: z.string(),
  number: z.string(),
  date: z.string(),
});

const batchSchema = z.object({
  id: idSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  state: z.enum(batchStates),
  stop: z.enum(batchStops).nullable(),
  /** Title of the paper, or how many kinds there are: what the list of batches says. */
  title: bilingualSchema,
  /** How many different forms. */
  kinds: z.number().int(),
  folder: z.string(),
  format: z.enum(paperFormats),
  oneFile: z.boolean(),
  /** Name of the one file; null for separate ones. */
  fileName: z.string().nullable(),
  gaps: z.enum(gapChoices),
  language: z.enum(languages),
  total: z.number().int(),
  made: z.number().int(),
  leftOut: z.number().int(),
  failed: z.number().int(),
  /** Of those made: how many have gaps. */
  withGaps: z.number().int(),
});
export type Batch = z.output<typeof batchSchema>;

const batchItemSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  formId: z.enum(formIds),
  memberId: idSchema.nullable(),
  /** Whose it is, and which paper. */
  name: z.string(),
  title: z.string(),
  fileName: z.string(),
  state: z.enum(batchItemStates),
  fault: z.enum(batchFaults).nullable(),
  gaps: z.number().int(),
  pages: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
});
export type BatchItem = z.output<typeof batchItemSchema>;

const folderSchema = z.string().trim().min(1).max(1000);
const patternSchema = z.string().trim().min(1).max(200);

export const batchContract = {
  /** What each paper of a batch would lack, and what its file's name can say; nothing is made. Long; can be cancelled. */
  'batches.check': command({
    permission: 'case.read',
    input: z.strictObject({ papers: batchPapersSchema }),
    output: z.object({
      papers: z.array(
        z.object({
          caseId: idSchema,
          formId: z.enum(formIds),
          memberId: idSchema.nullable(),
          parts: namePartsSchema,
          warnings: z.array(paperWarningSchema),
        }),
      ),
    }),
  }),
  /** The pattern that the office used last. */
  'batches.pattern': query({
    permission: 'case.read',
    input: empty,
    output: z.object({ pattern: z.string() }),
  }),
  /** Writes down what is asked for; `batches.run` makes it. `rule-violation` `batch-empty`, `batch-too-large`. */
  'batches.start': mutation({
    permission: 'document.make',
    audit: 'document.batch-started',
    input: z.strictObject({
      papers: batchPapersSchema,
      format: z.enum(paperFormats).default('pdf'),
      /** One PDF with a bookmark for each paper. */
      oneFile: z.boolean().default(false),
      gaps: z.enum(gapChoices).default('draft'),
      pattern: patternSchema,
      /** Absolute; it exists. */
      folder: folderSchema,
    }),
    output: z.object({ batchId: idSchema, total: z.number().int() }),
  }),
  /** Makes what a batch still lacks. Long; can be cancelled; what is made stays, and a later run goes on from there. */
  'batches.run': command({
    permission: 'document.make',
    input: z.strictObject({
      batchId: idSchema,
      /** Threads; as many as the processor has cores when left out. */
      workers: z.number().int().min(1).max(16).optional(),
    }),
    output: batchSchema,
  }),
  /** The core's own record of a run while it goes on. */
  'batches.note': mutation({
    permission: 'document.make',
    audit: null,
    input: z.strictObject({
      batchId: idSchema,
      state: z.enum(batchStates),
      stop: z.enum(batchStops).nullable(),
      items: z.array(
        z.strictObject({
          id: idSchema,
          state: z.enum(batchItemStates),
          fault: z.enum(batchFaults).nullable(),
          fileName: z.string(),
          gaps: z.number().int(),
          pages: z.number().int().nullable(),
          bytes: z.number().int().nullable(),
          sha256: z.string().nullable(),
        }),
      ),
    }),
    output: empty,
  }),
  /** The newest batches of whoever asks. */
  'batches.list': query({
    permission: 'case.read',
    input: empty,
    output: z.array(batchSchema),
  }),
  'batches.get': query({
    permission: 'case.read',
    input: z.strictObject({ batchId: idSchema }),
    output: z.object({ batch: batchSchema, items: z.array(batchItemSchema) }),
  }),
};
