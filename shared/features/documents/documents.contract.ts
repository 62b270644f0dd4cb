import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { bilingualSchema, empty, idSchema, instantSchema, versionSchema } from '../../contract/schemas.ts';
import { serviceRoutes } from '../../law/service/served-on.ts';
import { formIds } from './form-ids.ts';
import { formLayouts } from './form-warning.ts';
import { setIds } from './sets.ts';

export const languages = ['zh-CN', 'en'] as const;

export const paperWarningSchema = z.object({
  /** Path in the record, `members.<id>.idNumber`, `respondents.<id>.uscc`, `facts.relation`; the page links to it. */
  field: z.string().nullable(),
  /** `error`: must not be filed as it stands. `gap`: the paper shows a ruled blank. `advice`: to be weighed. */
  severity: z.enum(['error', 'gap', 'advice']),
  code: z.string(),
  label: bilingualSchema,
});
export type PaperWarning = z.output<typeof paperWarningSchema>;

/** A version is a draft until it is made final; a final one that reached somebody is served. */
export const paperStates = ['draft', 'final', 'served'] as const;

export const paperServiceSchema = z.object({
  id: idSchema,
  party: z.enum(['worker', 'employer', 'other']),
  partyId: idSchema.nullable(),
  recipient: z.string(),
  route: z.enum(serviceRoutes),
  /** The day of the act, and the day on which it counts as served. */
  actedOn: z.string(),
  servedOn: z.string(),
  eventId: idSchema.nullable(),
  voucher: z.string().nullable(),
  note: z.string().nullable(),
});
export type PaperService = z.output<typeof paperServiceSchema>;

export const documentRecordSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  formId: z.enum(formIds),
  memberId: idSchema.nullable(),
  memberName: z.string().nullable(),
  language: z.enum(languages),
  fileName: z.string(),
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** How many facts were missing when it was made. */
  warnings: z.array(paperWarningSchema),
  fonts: z.array(z.string()),
  /** True when the record has changed since: the paper no longer says what the case says. */
  outdated: z.boolean(),
  madeAt: instantSchema,
  madeBy: z.string(),
  state: z.enum(paperStates),
  /** Counts from 1 among the papers of one form, owner and language. */
  versionNo: z.number().int(),
  /** Every page says that it is a draft. */
  marked: z.boolean(),
  /** The final version in whose place it comes. */
  predecessorId: idSchema.nullable(),
  reason: z.string().nullable(),
  finalisedAt: instantSchema.nullable(),
  finalisedBy: z.string().nullable(),
  services: z.array(paperServiceSchema),
});
export type DocumentRecord = z.output<typeof documentRecordSchema>;

const planEntrySchema = z.object({
  formId: z.enum(formIds),
  title: bilingualSchema,
  memberId: idSchema.nullable(),
  memberName: z.string().nullable(),
  copies: z.number().int(),
  fileName: z.string(),
  /** Ids of the topics that a person fills in for it. */
  topics: z.array(z.string()),
  warnings: z.array(paperWarningSchema),
});

/** How sure we are of a form's law and of its layout. `memory` must be checked by a lawyer before release. */
export const statusMarks = ['law', 'rule', 'official-form', 'secondary', 'memory'] as const;
export type StatusMark = (typeof statusMarks)[number];

/** A document that the app can make, as its list describes it. */
const formSchema = z.object({
  id: z.enum(formIds),
  /** Number in the catalogue of filing documents. */
  number: z.number().int(),
  title: bilingualSchema,
  track: z.string(),
  stage: z.string(),
  /** Who signs it. */
  issuer: z.string(),
  /** One per case, one per worker, or one for the whole group. */
  scope: z.enum(['case', 'member', 'group']),
  /** Ids of the topics that a person fills in for it. */
  topics: z.array(z.string()),
  /** Paths of facts that the paper needs; `*` stands for every index. */
  requiredFacts: z.array(z.string()),
  /** How sure we are of the form's law and of its layout. */
  status: z.object({ basis: z.array(z.enum(statusMarks)), form: z.array(z.enum(statusMarks)) }),
});

const dueSchema = z.object({
  due: z.string(),
  unrolled: z.string(),
  article: bilingualSchema,
  provisional: z.boolean(),
});

const particularsSchema = z.object({
  topic: z.string(),
  memberId: idSchema.nullable(),
  /** What papers print: typed, or told by a hearing. */
  values: z.record(z.string(), z.unknown()),
  /** What the hearings of the case tell of it. */
  recorded: z.record(z.string(), z.unknown()),
  /** Fields that stand as typed although a hearing tells another value. */
  kept: z.array(z.string()),
  dues: z.record(z.string(), dueSchema),
  version: versionSchema,
});

export const choiceSchema = z.strictObject({
  formId: z.enum(formIds),
  memberId: idSchema.nullable(),
  /** `not-found` for a form that has no such layout. */
  layout: z.enum(formLayouts).default('narrative'),
});

export const documentsContract = {
  /** Every document that the app can make, in catalogue order. */
  'documents.forms': command({
    access: 'public',
    permission: 'none',
    input: empty,
    output: z.array(formSchema),
  }),
  /** The papers that this stage of the case needs, and what each lacks. */
  'documents.plan': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, set: z.enum(setIds).default('arbitration-filing') }),
    output: z.array(planEntrySchema),
  }),
  'documents.list': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(documentRecordSchema),
  }),
  /** What was entered for papers only, with the last days computed from it. Topics of which nothing is known are left out. */
  'documents.particulars': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(particularsSchema),
  }),
  /** `values` of one topic, as its definition says; fields that are left out are emptied. */
  'documents.saveParticulars': mutation({
    permission: 'case.write',
    audit: 'document.particulars-saved',
    input: z.strictObject({
      caseId: idSchema,
      topic: z.string().max(60),
      /** For a topic of which each worker has values of their own. */
      memberId: idSchema.nullable().default(null),
      /** 0 where nothing was entered before. */
      expectedVersion: versionSchema,
      values: z.record(z.string().max(60), z.unknown()),
      /** Fields of a hearing's record in whose place what is typed shall stand. */
      keep: z.array(z.string().max(60)).max(60).default([]),
    }),
    output: z.object({ version: versionSchema }),
  }),
  /** Makes papers and keeps bytes, facts and hash in the case. `papers` null: every applicable one of `set`. */
  'documents.make': mutation({
    permission: 'document.make',
    audit: 'document.made',
    input: z.strictObject({
      caseId: idSchema,
      papers: z.array(choiceSchema).min(1).max(6000).nullable(),
      set: z.enum(setIds).default('arbitration-filing'),
      language: z.enum(languages).default('zh-CN'),
      /** Marks each page and the file's name as a draft, for papers with gaps. */
      asDraft: z.boolean().default(false),
    }),
    output: z.object({ documents: z.array(documentRecordSchema) }),
  }),
  /** Moves kept papers of one case to the bin; `undo.undo` brings them back. */
  'documents.remove': mutation({
    permission: 'document.make',
    audit: 'document.removed',
    input: z.strictObject({ caseId: idSchema, documentIds: z.array(idSchema).min(1).max(500) }),
    output: z.object({ removed: z.number().int() }),
  }),
  /** A look without keeping: token of the PDF's bytes. */
  'documents.preview': command({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      paper: choiceSchema,
      language: z.enum(languages).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), warnings: z.array(paperWarningSchema) }),
  }),
  /** The kept bytes of one paper, checked against its hash. */
  'documents.open': command({
    permission: 'case.read',
    input: z.strictObject({ documentId: idSchema }),
    output: z.object({ token: z.string(), fileName: z.string() }),
  }),
  /** Several papers as one .zip. */
  'documents.bundle': command({
    permission: 'case.read',
    input: z.strictObject({ documentIds: z.array(idSchema).min(1).max(6000) }),
    output: z.object({ token: z.string(), fileName: z.string() }),
  }),
};
