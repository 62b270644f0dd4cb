import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  bilingualSchema,
  dateSchema,
  idSchema,
  instantSchema,
  optionalLine,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';
import { cleanText, codePointLength } from '../../kernel/text.ts';
import { serviceRoutes } from '../../law/service/served-on.ts';
import { choiceSchema, documentRecordSchema, languages, paperWarningSchema } from './documents.contract.ts';
import { placeholderGroups } from './placeholders.ts';
import { setIds } from './sets.ts';

/** The longest text of a paper, in code points. */
export const longestText = 100_000;

const fieldPath = z.string().regex(/^(facts|particulars)\.[\w/-]{1,100}(\.\w{1,60})?$/, 'field-unknown');
const written = z
  .string()
  .refine((v) => codePointLength(v) <= longestText, 'text-too-long')
  .transform(cleanText);

const textSchema = z.object({
  field: z.string(),
  label: bilingualSchema,
  group: bilingualSchema,
  hint: bilingualSchema.nullable(),
  /** What the record says. */
  text: z.string(),
  /** What the caller wrote and has not saved; `stale` when the record has changed since. */
  draft: z.object({ text: z.string(), savedAt: instantSchema, stale: z.boolean() }).nullable(),
});

const placeholderSchema = z.object({
  id: z.string(),
  /** As it is written between braces. */
  name: bilingualSchema,
  group: z.enum(placeholderGroups),
  figure: z.boolean(),
  /** What the paper prints now; null where the record has nothing. */
  value: z.string().nullable(),
});

/** What phrases are sorted by: the matter that they speak of. */
export const phraseCauses = [
  'wages',
  'overtime',
  'contract',
  'termination',
  'severance',
  'injury',
  'social-insurance',
  'leave',
  'limitation',
  'evidence',
  'settlement',
  'award',
  'other',
] as const;
export type PhraseCause = (typeof phraseCauses)[number];

const phraseSchema = z.object({
  id: z.string(),
  cause: z.enum(phraseCauses),
  title: z.string(),
  body: z.string(),
  /** It comes with the program and is read-only. */
  builtIn: z.boolean(),
  version: versionSchema,
});
export type TextPhrase = z.output<typeof phraseSchema>;

/** The part of a page, in points from its upper left corner. */
const placeSchema = z.object({
  page: z.number().int(),
  top: z.number(),
  bottom: z.number(),
});

export const recipientKinds = ['worker', 'employer', 'other'] as const;

const serviceInput = z.strictObject({
  party: z.enum(recipientKinds),
  /** The worker or party of the case; null for somebody else. */
  partyId: idSchema.nullable().default(null),
  recipient: requiredLine(120),
  route: z.enum(serviceRoutes),
  /** The days of the act: signed, posted, sent, published; both signatures of a mediation document. */
  dates: z.array(dateSchema).min(1, 'required').max(20),
  /** The recipient agreed to this way, or confirmed the message. */
  agreed: z.boolean().default(false),
  /** Posting or leaving was recorded by photo, video or a witness. */
  recorded: z.boolean().default(false),
  refusedToSign: z.boolean().default(false),
  /** Number of the waybill or receipt. */
  voucher: optionalLine(80),
  note: optionalLine(300),
});

const partSchema = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

/** What may differ between the papers of a case, or from its record. */
export const findingKinds = [
  'missing',
  'rule',
  'name',
  'number',
  'sum',
  'date',
  'attachment',
  'text',
] as const;

const findingSchema = z.object({
  kind: z.enum(findingKinds),
  severity: paperWarningSchema.shape.severity,
  /** Where it is put right, a path of the record; null when nothing of the record stands behind it. */
  field: z.string().nullable(),
  label: bilingualSchema,
  /** Papers that it is about: their titles, or file names of those that were made. */
  papers: z.array(bilingualSchema),
  /** What says what, where something differs. */
  values: z.array(z.object({ where: bilingualSchema, value: z.string() })),
});
export type Finding = z.output<typeof findingSchema>;

export const editingContract = {
  /** The texts of one paper that a person writes, and the vocabulary of its placeholders. */
  'documents.texts': query({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      paper: choiceSchema,
      language: z.enum(languages).default('zh-CN'),
    }),
    output: z.object({ texts: z.array(textSchema), placeholders: z.array(placeholderSchema) }),
  }),
  /** Keeps what somebody is writing; it is no part of the case yet. Null forgets it. */
  'documents.keepText': mutation({
    permission: 'case.write',
    audit: null,
    input: z.strictObject({
      caseId: idSchema,
      field: fieldPath,
      text: written.nullable(),
      /** What the record said when the writing began. */
      base: written,
    }),
    output: z.object({ savedAt: instantSchema.nullable() }),
  }),
  /** Puts texts into the case. `conflict` when somebody else has changed one since. */
  'documents.saveTexts': mutation({
    permission: 'case.write',
    audit: 'document.text-saved',
    input: z.strictObject({
      caseId: idSchema,
      texts: z
        .array(z.strictObject({ field: fieldPath, text: written, base: written }))
        .min(1)
        .max(60),
    }),
    output: z.object({ saved: z.number().int() }),
  }),
  /**
   * The paper as it would be with these texts, and where the one in work stands on it. `token` is null when the paper
   * says what it said at `seen`.
   */
  'documents.live': command({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      paper: choiceSchema,
      language: z.enum(languages).default('zh-CN'),
      texts: z.array(z.strictObject({ field: fieldPath, text: written })).max(60),
      /** The paragraph in work: its field, and its place among the field's paragraphs, from 0. */
      focus: z.strictObject({ field: fieldPath, paragraph: z.number().int().min(0) }).nullable(),
      seen: z.string().nullable(),
      /** Token of an earlier look that is not shown any more. */
      release: z.string().max(100).nullable().default(null),
    }),
    output: z.object({
      token: z.string().nullable(),
      seen: z.string(),
      pages: z.number().int(),
      warnings: z.array(paperWarningSchema),
      places: z.array(placeSchema),
    }),
  }),
  'documents.phrases': query({
    permission: 'case.read',
    input: z.strictObject({ language: z.enum(languages).default('zh-CN') }),
    output: z.array(phraseSchema),
  }),
  'documents.savePhrase': mutation({
    permission: 'case.write',
    audit: 'phrase.text-saved',
    input: z.strictObject({
      id: idSchema.nullable(),
      recordVersion: versionSchema,
      cause: z.enum(phraseCauses),
      title: requiredLine(60),
      body: z
        .string()
        .transform(cleanText)
        .refine((v) => v !== '', 'required')
        .refine((v) => codePointLength(v) <= 5000, 'text-too-long'),
    }),
    output: z.object({ id: idSchema, version: versionSchema }),
  }),
  /** `gone` false brings it back. */
  'documents.removePhrase': mutation({
    permission: 'case.write',
    audit: 'phrase.text-removed',
    input: z.strictObject({ id: idSchema, gone: z.boolean() }),
    output: z.object({}),
  }),
  /**
   * Makes the newest versions final: bytes and hash stay as they are for good. @throws `rule-violation`:
   * `paper-marked-draft`, `paper-outdated`, `paper-has-errors`, `paper-has-gaps` unless they are accepted.
   */
  'documents.finalise': mutation({
    permission: 'document.make',
    audit: 'document.finalised',
    input: z.strictObject({
      caseId: idSchema,
      documentIds: z.array(idSchema).min(1).max(500),
      /** Blanks are to be filled by hand. */
      acceptGaps: z.boolean().default(false),
    }),
    output: z.object({ finalised: z.number().int() }),
  }),
  /**
   * Makes a successor of a final version from the record as it is now. @throws `rule-violation`: `paper-not-final`,
   * `paper-in-correction`, `paper-replaced` where a successor stands already, `record-moved-on`.
   */
  'documents.correct': mutation({
    permission: 'document.make',
    audit: 'document.corrected',
    input: z.strictObject({ caseId: idSchema, documentId: idSchema, reason: requiredLine(300) }),
    output: z.object({ document: documentRecordSchema }),
  }),
  /** The day on which a paper counts as served in this way, without recording it. */
  'documents.servedOn': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, documentId: idSchema, service: serviceInput }),
    output: z.object({
      date: dateSchema.nullable(),
      reason: bilingualSchema.nullable(),
      article: bilingualSchema,
      provisional: z.boolean(),
      warnings: z.array(bilingualSchema),
      /** The event of the procedure that it opens, and whether it takes it now. */
      event: z
        .object({ type: z.string(), words: bilingualSchema, refused: bilingualSchema.nullable() })
        .nullable(),
    }),
  }),
  /** Records on whom, when and how a final paper was served; its day opens the periods of the procedure. */
  'documents.serve': mutation({
    permission: 'case.write',
    audit: 'document.served',
    input: z.strictObject({ caseId: idSchema, documentId: idSchema, service: serviceInput }),
    output: z.object({ id: idSchema, servedOn: dateSchema, eventId: idSchema.nullable() }),
  }),
  'documents.unserve': mutation({
    permission: 'case.write',
    audit: 'document.service-removed',
    input: z.strictObject({ caseId: idSchema, serviceId: idSchema }),
    output: z.object({}),
  }),
  /** What one version says and another does not, word by word. `newerId` null: the record as it is now. */
  'documents.compare': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, olderId: idSchema, newerId: idSchema.nullable() }),
    output: z.object({
      older: documentRecordSchema,
      newer: documentRecordSchema.nullable(),
      /** One entry for each paragraph, heading and row; unchanged ones in one part. */
      blocks: z.array(z.array(partSchema)),
      added: z.number().int(),
      removed: z.number().int(),
    }),
  }),
  /** What is missing or differs across a set, among its papers and between them and the record. */
  'documents.check': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, set: z.enum(setIds).default('arbitration-filing') }),
    output: z.array(findingSchema),
  }),
};
