import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { bilingualSchema, empty, idSchema, instantSchema } from '../../contract/schemas.ts';
import { formIds } from './form-ids.ts';

const formId = z.enum(formIds);

const plainFieldSchema = z.object({
  /** What stands between the braces: `{姓名}`, or by its English name `{name}`; both mean the same. */
  zh: z.string(),
  id: z.string(),
  label: bilingualSchema,
});

export const templateFieldSchema = plainFieldSchema.extend({
  /** Present for a loop: `{#工人}…{/工人}` repeats what stands between for each of them. */
  fields: z.array(plainFieldSchema).optional(),
});
export type TemplateField = z.output<typeof templateFieldSchema>;

const findingSchema = z.object({
  code: z.enum(['unknown-field', 'unclosed-loop', 'unopened-loop', 'stray-brace', 'other']),
  name: z.string(),
  part: z.enum(['body', 'header', 'footer', 'other']),
  /** Counted from 1; null where it could not be found. */
  paragraph: z.number().int().nullable(),
  /** The text around it. */
  text: z.string(),
});
export type TemplateFindingRecord = z.output<typeof findingSchema>;

const templateSchema = z.object({
  id: idSchema,
  formId,
  version: z.number().int(),
  fileName: z.string(),
  bytes: z.number().int(),
  addedAt: instantSchema,
  addedBy: z.string(),
  removed: z.boolean(),
});
export type FormTemplate = z.output<typeof templateSchema>;

export const templatesContract = {
  /** The vocabulary of a form's template. */
  'templates.fields': command({
    access: 'public',
    permission: 'none',
    input: z.strictObject({ formId }),
    output: z.array(templateFieldSchema),
  }),
  /** Every template that was ever added, the newest of a form first. */
  'templates.list': query({ permission: 'office.read', input: empty, output: z.array(templateSchema) }),
  /** Looks at a file and keeps nothing. `invalid-input` names why a file is no template. */
  'templates.check': command({
    permission: 'office.read',
    input: z.strictObject({ formId, token: z.string() }),
    output: z.object({ fileName: z.string(), findings: z.array(findingSchema) }),
  }),
  /** Keeps a template; from then on the form's Word papers are made from it. Refused while its check finds anything. */
  'templates.add': mutation({
    permission: 'office.admin',
    audit: 'office.template-added',
    input: z.strictObject({ formId, token: z.string() }),
    output: templateSchema,
  }),
  /** Takes a template out of use, or back into it; the version before it is then in use, where there is one. */
  'templates.setRemoved': mutation({
    permission: 'office.admin',
    audit: 'office.template-removed',
    input: z.strictObject({ id: idSchema, removed: z.boolean() }),
    output: templateSchema,
  }),
  'templates.open': command({
    permission: 'office.read',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ token: z.string(), fileName: z.string() }),
  }),
};
