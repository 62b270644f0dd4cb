import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { empty, idSchema } from '../../contract/schemas.ts';

/** Kinds of records in the index, in the order in which they are shown. */
export const recordKinds = [
  'case',
  'member',
  'respondent',
  'agent',
  'document',
  'evidence',
  'event',
  'outcome',
  'payment',
  'claim',
  'wages',
  'particulars',
  'note',
  'task',
  'aid',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a search looks through: the records, the rules of the law, and the choices that the caller brings. */
export const searchKinds = [...recordKinds, 'rule', 'choice'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** From and to (exclusive) in UTF-16 units of the text beside it. */
const rangeSchema = z.tuple([z.number().int(), z.number().int()]);
export type TextRange = z.output<typeof rangeSchema>;

const hitSchema = z.object({
  kind: z.enum(searchKinds),
  /** Of the record, the rule or the choice. */
  id: z.string(),
  caseId: idSchema.nullable(),
  title: z.string(),
  titleRanges: z.array(rangeSchema),
  /** Where it was found when not in the title; cut to what surrounds it. */
  excerpt: z.string().nullable(),
  excerptRanges: z.array(rangeSchema),
  /**
   * Type of an event, form of a paper, kind of an outcome, calculator of a claim item, topic (and `/` worker) of
   * particulars, `provision` or `rule` of the law.
   */
  what: z.string().nullable(),
  case: z
    .object({
      number: z.string(),
      firstApplicant: z.string(),
      applicantCount: z.number().int(),
      firstRespondent: z.string(),
      respondentCount: z.number().int(),
      closed: z.boolean(),
    })
    .nullable(),
});
export type SearchHit = z.output<typeof hitSchema>;

const countsSchema = z.object({
  /** Texts that ought to be in the index. */
  texts: z.number().int(),
  missing: z.number().int(),
  stale: z.number().int(),
  orphaned: z.number().int(),
});

const fillingSchema = z.object({
  /** Records that were looked at, and of how many. */
  done: z.number().int(),
  total: z.number().int(),
  /** Until it is full, a search may miss something. */
  emptied: z.boolean(),
});
export type Filling = z.output<typeof fillingSchema>;

export const searchContract = {
  /**
   * Everything that a text is found in and the caller may see, best first within each kind. A text without a letter or
   * digit finds nothing.
   */
  'search.find': query({
    permission: 'case.read',
    input: z.strictObject({
      text: z.string().max(20_000),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      kinds: z.array(z.enum(searchKinds)).max(20).nullable().default(null),
      /** What the caller itself has to offer, such as commands; found in the same way. */
      choices: z
        .array(
          z.strictObject({
            id: z.string().max(100),
            title: z.string().max(200),
            words: z.string().max(400).default(''),
          }),
        )
        .max(500)
        .default([]),
      /** Of each kind. */
      limit: z.number().int().min(1).max(50).default(6),
    }),
    output: z.object({
      /** Only the first hundred characters, or eight words, were looked for. */
      cut: z.boolean(),
      /** Nothing in the text can be looked for. */
      blank: z.boolean(),
      /** The index is being filled: with `emptied`, what is found may not be all. */
      filling: fillingSchema.nullable(),
      groups: z.array(z.object({ kind: z.enum(searchKinds), hits: z.array(hitSchema), more: z.boolean() })),
    }),
  }),
  /** Compares the index with the records it stands for; changes nothing. */
  'search.verify': command({
    permission: 'office.read',
    reach: 'office',
    input: empty,
    output: countsSchema.extend({
      /** At most a thousand of those that do not fit. */
      faults: z.array(z.object({ kind: z.enum(recordKinds), id: z.string() })),
    }),
  }),
  /** Indexes some records anew; an index that contradicts itself is emptied, and `search.fill` fills it. */
  'search.repair': mutation({
    permission: 'office.read',
    reach: 'office',
    audit: 'search.repaired',
    input: z.strictObject({
      records: z
        .array(z.strictObject({ kind: z.enum(recordKinds), id: z.string().max(40) }))
        .min(1)
        .max(1000),
    }),
    output: z.object({ records: z.number().int() }),
  }),
  'search.state': query({
    permission: 'office.read',
    input: empty,
    output: z.object({ filling: fillingSchema.nullable() }),
  }),
  /**
   * Begins to fill the index from the records; `search.fill` does it slice by slice. `keep`: what the index holds is
   * mended and a search stays right meanwhile; else it is emptied first.
   */
  'search.rebuild': mutation({
    permission: 'office.read',
    reach: 'office',
    audit: 'search.rebuilt',
    input: z.strictObject({ keep: z.boolean().default(false) }),
    output: fillingSchema,
  }),
  /**
   * One slice of a filling that was begun, also before the program was closed; other calls run between two of them.
   * `filling` is null once nothing is left to do.
   */
  'search.fill': mutation({
    permission: 'office.read',
    audit: null,
    input: empty,
    output: z.object({ filling: fillingSchema.nullable() }),
  }),
};
