import { z } from 'zod';
import { command } from '../../contract/builders.ts';
import { idSchema } from '../../contract/schemas.ts';
import { choiceSchema, languages } from './documents.contract.ts';
import { setIds } from './sets.ts';

/** Formats in which papers go out: the PDF is the paper, the Word file is for those who write on. */
export const paperFormats = ['pdf', 'docx'] as const;

const handed = z.object({
  token: z.string(),
  /** Of the one Word document, or of the .zip that holds several. */
  fileName: z.string(),
  count: z.number().int(),
});

/**
 * Papers as Word documents, from the same blocks as their PDFs. A form with a template of the office's own is filled
 * into that, unless `standard` asks for the app's layout; an English copy always has the app's.
 */
export const wordContract = {
  /** From the record as it stands. `papers` null: every applicable one of `set`. */
  'word.make': command({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      papers: z.array(choiceSchema).min(1).max(6000).nullable(),
      set: z.enum(setIds).default('arbitration-filing'),
      language: z.enum(languages).default('zh-CN'),
      standard: z.boolean().default(false),
    }),
    output: handed,
  }),
  /** Of papers that were made before, from the facts that they were made from. */
  'word.ofMade': command({
    permission: 'case.read',
    input: z.strictObject({
      documentIds: z.array(idSchema).min(1).max(6000),
      standard: z.boolean().default(false),
    }),
    output: handed,
  }),
};
