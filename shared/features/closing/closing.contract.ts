import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  bilingualSchema,
  dateSchema,
  idSchema,
  optionalLine,
  requiredLine,
  versionSchema,
} from '../../contract/schemas.ts';

/** What a file is looked through for before it is closed, in the order of the work. */
export const closingItems = [
  /** The procedure has a result. */
  'outcome',
  /** No recorded step stands where the procedure does not provide for it. */
  'steps',
  /** No date is left to keep. */
  'dates',
  /** Where a limit runs for going on elsewhere: gone on, or decided against. */
  'next',
  /** The papers of the result have reached both sides. */
  'service',
  /** Every claim was granted, refused, settled or dropped. */
  'claims',
  /** Everything that was granted is paid. */
  'instalments',
  /** It is known of each award and judgment whether it is final and since when it is in effect. */
  'finality',
  /** The money of the case is written down as it went. */
  'payments',
  /** Original evidence has gone back to its holder. */
  'originals',
  /** Fees, or the subsidy, are settled. */
  'fees',
  /** The file was handed in. */
  'handin',
] as const;
export type ClosingItemId = (typeof closingItems)[number];

export const closingItemSchema = z.object({
  id: z.enum(closingItems),
  /** `done`: the record shows it; `ticked`: a person says so; `not-needed`: does not arise here. */
  state: z.enum(['done', 'ticked', 'open', 'not-needed']),
  /** Whether a person may tick it off; else only the record can show it. */
  tickable: z.boolean(),
  /** Events of the procedure of which each settles it when it is recorded. */
  events: z.array(z.object({ event: z.string(), words: bilingualSchema })),
  /** What it is about: dates left, ways open, sums owed, items of evidence. */
  lines: z.array(z.object({ text: bilingualSchema, date: dateSchema.nullable() })),
  tick: z.object({ on: dateSchema, by: z.string(), note: z.string().nullable() }).nullable(),
});
export type ClosingItem = z.output<typeof closingItemSchema>;

export const closingRecordSchema = z.object({
  closedOn: dateSchema,
  by: z.string(),
  note: z.string().nullable(),
  openItems: z.array(z.enum(closingItems)),
  reopenedOn: dateSchema.nullable(),
  reopenedBy: z.string().nullable(),
  reopenReason: z.string().nullable(),
});

export const closingSchema = z.object({
  items: z.array(closingItemSchema),
  /** Every closing of the file, newest first. */
  history: z.array(closingRecordSchema),
});
export type Closing = z.output<typeof closingSchema>;

const change = { caseId: idSchema, expectedVersion: versionSchema };
const changed = z.object({ version: versionSchema });

export const closingContract = {
  'closing.check': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: closingSchema,
  }),
  /** Ticks an item off, or takes the tick back. `rule-violation`: `tick-not-possible`. */
  'closing.tick': mutation({
    permission: 'case.write',
    audit: 'closing.ticked',
    input: z.strictObject({
      ...change,
      item: z.enum(closingItems),
      done: z.boolean(),
      note: optionalLine(200),
    }),
    output: changed,
  }),
  /**
   * Closes the file. With items open it needs a note that says why; the record keeps which they were.
   * `invalid-input` naming `note`: `closing-reason-needed`.
   */
  'closing.close': mutation({
    permission: 'case.write',
    audit: 'case.closed',
    input: z.strictObject({ ...change, closedOn: dateSchema, note: optionalLine(200) }),
    output: changed,
  }),
  /** `rule-violation`: `case-open`. */
  'closing.reopen': mutation({
    permission: 'case.write',
    audit: 'case.reopened',
    input: z.strictObject({ ...change, reason: requiredLine(200) }),
    output: changed,
  }),
};
