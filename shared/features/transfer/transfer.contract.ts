import { z } from 'zod';
import { command, mutation } from '../../contract/builders.ts';
import { dateSchema, idSchema, versionSchema } from '../../contract/schemas.ts';

/** Field name of the roster → column index from 0, or null when the file has no such column. */
const mappingSchema = z.record(z.string(), z.number().int().min(0).nullable());

const problemSchema = z.object({
  /** Row number as the spreadsheet shows it, from 1. */
  row: z.number().int(),
  /** Column letter, or null when the whole row is meant. */
  column: z.string().nullable(),
  field: z.string().nullable(),
  /** Key of `import.json`. */
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  value: z.string(),
  /** Placeholders of the sentence besides `value`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ImportProblem = z.output<typeof problemSchema>;

const source = {
  token: z.string().min(1).max(100),
  sheet: z.number().int().min(0).max(200),
  /** Null: as proposed. Fields not named keep their proposed column. */
  mapping: mappingSchema.nullable().default(null),
  /** Year of month columns that name none (“3月”). */
  defaultYear: z.number().int().min(1990).max(2100).nullable().default(null),
  /** Pay period of rows that name none and whose worker has no dates. */
  defaultPeriod: z.strictObject({ from: dateSchema, to: dateSchema }).nullable().default(null),
  /** Cells put right in the preview; the file itself stays as it is. */
  corrections: z
    .array(
      z.strictObject({
        row: z.number().int().min(1).max(1_048_576),
        column: z.string().regex(/^[A-Z]{1,3}$/),
        text: z.string().max(1000),
      }),
    )
    .max(20_000)
    .default([]),
};

const elsewhereSchema = z.object({ caseId: idSchema, number: z.string(), workers: z.number().int() });

export const transferContract = {
  /** Reads the chosen file and proposes which column is what. */
  'transfer.read': command({
    permission: 'case.write',
    input: z.strictObject({ token: z.string().min(1).max(100), sheet: z.number().int().min(0).default(0) }),
    output: z.object({
      fileName: z.string(),
      sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
      sheet: z.number().int(),
      headerRow: z.number().int(),
      /** Header text by column, two-row headers joined by “·”. */
      headers: z.array(z.string()),
      mapping: mappingSchema,
      /** First rows below the header as the person sees them. */
      sample: z.array(z.array(z.string())),
      needsYear: z.boolean(),
      /** True when neither a column nor a title tells the pay period. */
      needsPeriod: z.boolean(),
      /** 0–1 for each mapped field; below 0.7 deserves the person's eye. */
      confidence: z.record(z.string(), z.number()),
    }),
  }),
  /** What bringing it in would do; changes nothing. */
  'transfer.preview': command({
    permission: 'case.write',
    input: z.strictObject({ caseId: idSchema.nullable().default(null), ...source }),
    output: z.object({
      workers: z.array(
        z.object({
          row: z.number().int(),
          name: z.string(),
          idNumber: z.string().nullable(),
          phone: z.string().nullable(),
          team: z.string().nullable(),
          owedFen: z.number().int(),
          /** conflict: cannot be decided without a person, for example the same ID under another name; left out. */
          action: z.enum(['add', 'same', 'update', 'conflict', 'error']),
          /** Key of `import.json` where the row stays out although each of its cells can be read. */
          reason: z.string().nullable(),
          /** What the row's known columns say in the file, for a row that stays out and can be put right. */
          cells: z.array(
            z.object({
              field: z.string(),
              /** Column letters as the spreadsheet shows them. */
              column: z.string(),
              text: z.string(),
            }),
          ),
        }),
      ),
      problems: z.array(problemSchema),
      skippedRows: z.number().int(),
      counts: z.object({
        add: z.number().int(),
        same: z.number().int(),
        update: z.number().int(),
        conflict: z.number().int(),
        error: z.number().int(),
      }),
      totalOwedFen: z.number().int(),
      /** Other cases in which workers of the file stand already, told by their ID numbers. */
      elsewhere: z.array(elsewhereSchema),
    }),
  }),
  /** Brings in every row without an error, in one transaction: all of them or none. */
  'transfer.import': mutation({
    permission: 'case.write',
    audit: 'transfer.imported',
    input: z.strictObject({ caseId: idSchema, expectedVersion: versionSchema, ...source }),
    output: z.object({
      version: versionSchema,
      added: z.number().int(),
      updated: z.number().int(),
      same: z.number().int(),
      /** Rows of the file left out, not workers. */
      rejected: z.number().int(),
      elsewhere: z.array(elsewhereSchema),
    }),
  }),
  /** Every row that importing leaves out, as a spreadsheet with a column that says why. */
  'transfer.errorFile': command({
    permission: 'case.write',
    input: z.strictObject({
      caseId: idSchema.nullable().default(null),
      ...source,
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), rows: z.number().int() }),
  }),
  /** An empty roster with the columns that the app knows best. */
  'transfer.template': command({
    permission: 'case.write',
    input: z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    output: z.object({ token: z.string(), fileName: z.string() }),
  }),
};
