import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import { idSchema, requiredLine } from '../../contract/schemas.ts';
import { caseSortKeys, filterSchema } from './cases.contract.ts';

const bodySchema = z.strictObject({
  filter: filterSchema,
  sort: z.strictObject({ by: z.enum(caseSortKeys), direction: z.enum(['asc', 'desc']) }),
});

export const savedFilterSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Seen by everybody of the office; only who saved it changes or removes it. */
  shared: z.boolean(),
  own: z.boolean(),
  ...bodySchema.shape,
});
export type SavedFilter = z.output<typeof savedFilterSchema>;

export const filtersContract = {
  /** The caller's own filters and those that others share, by name. */
  'filters.list': query({
    permission: 'case.read',
    input: z.strictObject({}),
    output: z.array(savedFilterSchema),
  }),
  /** Keeps a filter and an order under a name; one of the same name is replaced. */
  'filters.save': mutation({
    permission: 'case.read',
    audit: 'filter.saved',
    input: z.strictObject({
      name: requiredLine(40),
      shared: z.boolean().default(false),
      ...bodySchema.shape,
    }),
    output: z.object({ id: idSchema }),
  }),
  'filters.remove': mutation({
    permission: 'case.read',
    audit: 'filter.removed',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ id: idSchema }),
  }),
  /** The list of a filter, or of chosen cases, as a spreadsheet; token of its bytes. */
  'cases.export': command({
    permission: 'case.read',
    input: z.strictObject({
      ...bodySchema.shape,
      /** Only these, in this order, whatever the filter says. */
      ids: z.array(idSchema).min(1).max(2000).nullable().default(null),
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), rows: z.number().int() }),
  }),
};
