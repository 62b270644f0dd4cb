import { z } from 'zod';
import { dateSchema, fenSchema, line, optionalText } from '../../../contract/schemas.ts';
import { quantitySchema } from '../../cases/case.schemas.ts';
import type { DueDay, Field, Fields, FieldType, RawValues, Topic, ValuesOf } from './particular.ts';

/** Rows of one table, more than any paper of an office was seen to hold. */
export const maxRows = 2000;

const momentSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, 'time-invalid')
  .refine((v) => dateSchema.safeParse(v.slice(0, 10)).success, 'date-invalid');

const emptyAsNull = (schema: z.ZodType) =>
  z.preprocess((v) => (typeof v === 'string' && v.trim() === '' ? null : v), schema.nullable());

function valueSchema(type: FieldType): z.ZodType {
  switch (type.kind) {
    case 'line':
      return emptyAsNull(line(500));
    case 'text':
      return optionalText(100_000);
    case 'date':
      return emptyAsNull(dateSchema);
    case 'moment':
      return emptyAsNull(momentSchema);
    case 'money':
      return fenSchema.nullable();
    case 'count':
      return z
        .number()
        .int('count-invalid')
        .min(0, 'count-invalid')
        .max(1_000_000, 'count-invalid')
        .nullable();
    case 'quantity':
      return emptyAsNull(quantitySchema);
    case 'yes-no':
      return z.boolean().nullable();
    case 'choice':
      return z.enum(type.options.map((o) => o.value) as [string, ...string[]]).nullable();
    case 'choices':
      return z
        .array(z.enum(type.options.map((o) => o.value) as [string, ...string[]]))
        .max(type.options.length)
        .transform((chosen) => type.options.map((o) => o.value).filter((v) => chosen.includes(v)));
    case 'rows':
      return z.array(objectSchema(type.columns)).max(maxRows, 'too-many-rows');
    case 'due':
      return z.never();
  }
}

function objectSchema(fields: Fields): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, field]) => field.type.kind !== 'due')
        .map(([key, field]) => [key, valueSchema(field.type).optional()]),
    ),
  );
}

const schemas = new WeakMap<Topic, z.ZodType>();

/** Checks what a person entered for a topic; an issue's path names the field. Computed days are no input. */
export function valuesSchema(definition: Topic): z.ZodType<RawValues> {
  const known = schemas.get(definition) ?? objectSchema(definition.fields);
  schemas.set(definition, known);
  return known as z.ZodType<RawValues>;
}

function blankOf(field: Field, raw: unknown): unknown {
  const { type } = field;
  if (type.kind === 'choices') return raw ?? [];
  if (type.kind !== 'rows') return raw ?? null;
  return ((raw ?? []) as readonly Record<string, unknown>[]).map((row) =>
    Object.fromEntries(Object.entries(type.columns).map(([key, column]) => [key, blankOf(column, row[key])])),
  );
}

/** The topic's values as papers read them: everything is there, null or empty where nothing was entered. */
export function typedValues<F extends Fields>(
  definition: Topic<F>,
  raw: RawValues,
  dues: Readonly<Record<string, DueDay>> = {},
): ValuesOf<F> {
  return Object.fromEntries(
    Object.entries<Field>(definition.fields).map(([key, field]) => [
      key,
      field.type.kind === 'due' ? (dues[key] ?? null) : blankOf(field, raw[key]),
    ]),
  ) as ValuesOf<F>;
}
