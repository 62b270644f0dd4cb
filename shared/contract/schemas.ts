import { z } from 'zod';
import { existingDate, type PlainDate } from '../kernel/date.ts';
import type { Fen } from '../kernel/money.ts';
import { cleanLine, cleanText, codePointLength } from '../kernel/text.ts';

/** Issue messages are keys of `errors.json`; the page and the CLI turn them into sentences. */

/** Time-ordered identifier made by the app: 26 characters of Crockford base 32. */
export const idSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'id-invalid');

export const dateSchema = z
  .string()
  .superRefine(existingDate)
  .transform((v) => v as PlainDate);

/** Money in fen. */
export const fenSchema = z
  .number()
  .int('amount-invalid')
  .min(0, 'amount-negative')
  .max(1e13, 'amount-too-large')
  .transform((v) => v as Fen);

/** One line of text: cleaned, at most `max` code points. */
export const line = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .refine((v) => codePointLength(v) <= max, 'text-too-long');

/** One line that must say something. */
export const requiredLine = (max: number) => line(max).refine((v) => v.length > 0, 'required');

/** One line or nothing: blank text becomes null, so that a missing fact is always null. */
export const optionalLine = (max: number) =>
  line(max)
    .nullable()
    .default(null)
    .transform((v) => (v === '' ? null : v));

/** Free text of several paragraphs, or null. */
export const optionalText = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .refine((v) => codePointLength(v) <= max, 'text-too-long')
    .nullable()
    .default(null)
    .transform((v) => (v === '' ? null : v));

export const optionalDate = dateSchema.nullable().default(null);

/** An instant as ISO 8601 UTC text. */
export const instantSchema = z.iso.datetime();

/** What `expectedVersion` a change was based on; a newer one is a `conflict`. */
export const versionSchema = z.number().int().min(0);

/** What a change of one record of a case is based on. */
export const basedOn = {
  /** Of the case. */
  expectedVersion: versionSchema,
  /**
   * Of the record itself, 0 for a new one: then what changed elsewhere in the case meanwhile is no conflict. Null: the
   * whole case must be as it was read.
   */
  recordVersion: versionSchema.nullable().default(null),
};

/** Text in both languages, as law results carry it. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const empty = z.object({});
