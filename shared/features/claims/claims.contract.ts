import { z } from 'zod';
import { mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  empty,
  idSchema,
  optionalLine,
  versionSchema,
} from '../../contract/schemas.ts';
import type { Failure } from '../../kernel/errors.ts';
import { arrearsEntrySchema } from '../cases/case.schemas.ts';
import { wageMonthEntrySchema, wageMonthRecordSchema } from './wage-months.schemas.ts';

const sourceSchema = z.object({
  instrument: bilingualSchema,
  article: z.string(),
  version: z.string(),
  /** A value of a table with the notice that set it. */
  data: z.literal(true).optional(),
  articleUnknown: z.literal(true).optional(),
});

const rowResultSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  grossFen: z.number().int(),
  deductedFen: z.number().int(),
  paidFen: z.number().int(),
  owedFen: z.number().int(),
  /** Paid beyond what was due; shown, never set off against another row (claims rule: no netting). */
  overpaidFen: z.number().int(),
  /** The printed arithmetic. */
  line: bilingualSchema,
});

const statusSchema = z.enum(['verified', 'secondary', 'from-memory', 'design']);
const lineSchema = bilingualSchema.extend({ amountFen: z.number().int().exactOptional() });
const amountOrNull = z.number().int().nullable();

/** A calculation as it is kept with an item; amounts in fen. */
export const keptResultSchema = z.object({
  /** JSON of the calculator's own result; amounts in yuan. */
  result: z.json(),
  amountFen: amountOrNull,
  lines: z.array(lineSchema),
  warnings: z.array(z.object({ code: z.string(), text: bilingualSchema, field: z.string().exactOptional() })),
  caps: z.array(
    z.object({ code: z.string(), limitFen: z.number().int(), applied: z.boolean(), text: bilingualSchema }),
  ),
  methods: z.array(
    z.object({ id: z.string(), name: bilingualSchema, amountFen: amountOrNull, lines: z.array(lineSchema) }),
  ),
  wageBase: z.object({ id: z.string(), amountFen: z.number().int(), why: bilingualSchema }).nullable(),
  /** Claimed, and left should a limitation defence succeed; null where no limitation was tested. */
  totals: z.object({ claimedFen: z.number().int(), recoverableFen: z.number().int() }).nullable(),
  sources: z.array(sourceSchema),
  status: statusSchema,
});
export type KeptResult = z.output<typeof keptResultSchema>;

/** Ids and codes of a verdict under 调解仲裁法 art. 47. */
const verdicts = ['final', 'non-final', 'contested', 'unknown', 'none'] as const;

const itemSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  calculator: z.string(),
  title: bilingualSchema,
  inputs: z.record(z.string(), z.json()),
  method: z.string().nullable(),
  methodReason: z.string().nullable(),
  /** Claimed: as typed, else by the chosen method; null for a finding without an amount. */
  amountFen: amountOrNull,
  /** By the chosen method; null for a finding without an amount, and where nothing was computed. */
  computedFen: amountOrNull,
  /** Typed in place of what was computed. */
  claimedFen: amountOrNull,
  /** Whether it is part of what is asked for. */
  counts: z.boolean(),
  kept: keptResultSchema,
  /** 一裁终局 of this item. */
  verdict: z.enum(verdicts),
  lawVersion: z.string(),
  computedOn: dateSchema,
  /** What the present data would give, where that differs; nothing of it is taken over by itself. */
  now: z
    .object({ amountFen: amountOrNull, differenceFen: amountOrNull, failure: z.string().nullable() })
    .nullable(),
  /** Inputs that the record tells differently by now. */
  outdated: z.array(z.string()),
});
export type ClaimItemView = z.output<typeof itemSchema>;

const overlapSchema = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn', 'note']),
  /** Items concerned; null stands for the arrears of the pay periods. */
  itemIds: z.array(idSchema.nullable()),
  text: bilingualSchema,
  source: sourceSchema.nullable(),
});

const memberClaimSchema = z.object({
  memberId: idSchema,
  name: z.string(),
  owedFen: z.number().int(),
  overpaidFen: z.number().int(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  rows: z.array(rowResultSchema),
  warnings: z.array(z.object({ code: z.string(), message: bilingualSchema })),
  items: z.array(itemSchema),
  itemsFen: z.number().int(),
  overlaps: z.array(overlapSchema),
  /** 一裁终局 of the arrears alone, and of all the worker's items together. */
  arrearsVerdict: z.enum(verdicts),
  verdict: z.enum([...verdicts, 'mixed']),
});

const inputsSchema = z.record(z.string().max(60), z.json());
const calculatorId = z.string().min(1).max(60);
const change = { caseId: idSchema, expectedVersion: versionSchema };
const changed = z.object({ version: versionSchema });

/** How a person's choice among several methods is kept. */
const methodFields = {
  method: z.string().max(60).nullable().default(null),
  /** Required where the chosen method gives another amount than the calculator's own. */
  methodReason: optionalLine(300),
};

const groupRowSchema = z.object({
  memberId: idSchema,
  name: z.string(),
  amountFen: amountOrNull,
  line: bilingualSchema.nullable(),
  warnings: z.array(bilingualSchema),
  overlaps: z.array(overlapSchema),
  /** Why nothing can be added for this worker. */
  failure: z.custom<Failure>().nullable(),
});

const staleSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  firstApplicant: z.string(),
  itemId: idSchema,
  worker: z.string(),
  title: bilingualSchema,
  beforeFen: amountOrNull,
  afterFen: amountOrNull,
  differenceFen: amountOrNull,
});

export const claimsContract = {
  /** 拖欠工资 and every other item, per worker and in total, with the working. */
  'claims.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      /** Arrears and items. */
      totalFen: z.number().int(),
      totalInWords: z.string(),
      arrearsFen: z.number().int(),
      itemsFen: z.number().int(),
      workersOwed: z.number().int(),
      members: z.array(memberClaimSchema),
      sources: z.array(sourceSchema),
      /** 一裁终局 test, item by item and worker by worker; null when the region's minimum wage is not loaded. */
      finality: z
        .object({
          finalCount: z.number().int(),
          nonFinalCount: z.number().int(),
          limitFen: z.number().int(),
          note: bilingualSchema,
        })
        .nullable(),
    }),
  }),
  'claims.saveArrears': mutation({
    permission: 'case.write',
    audit: 'claims.arrears-saved',
    input: z.strictObject({
      caseId: idSchema,
      ...basedOn,
      memberId: idSchema,
      rows: z.array(arrearsEntrySchema).max(240),
    }),
    output: z.object({ version: versionSchema, owedFen: z.number().int() }),
  }),
  /** Inputs of one calculator for one worker as far as the record knows them. */
  'claims.prefill': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, memberId: idSchema, calculator: calculatorId }),
    output: z.object({ inputs: inputsSchema }),
  }),
  /**
   * Computes and keeps one item of one worker; `itemId` null adds one. Fails with `inputs.<field>` for a bad input,
   * `methodReason` where a choice needs its reason, and `calculator` `overlap-…` where the law excludes the item beside
   * another.
   */
  'claims.saveItem': mutation({
    permission: 'case.write',
    audit: 'claims.item-saved',
    input: z.strictObject({
      ...change,
      itemId: idSchema.nullable(),
      memberId: idSchema,
      calculator: calculatorId,
      inputs: inputsSchema,
      ...methodFields,
    }),
    output: z.object({ version: versionSchema, id: idSchema, amountFen: amountOrNull }),
  }),
  'claims.removeItems': mutation({
    permission: 'case.write',
    audit: 'claims.items-removed',
    input: z.strictObject({ ...change, itemIds: z.array(idSchema).min(1).max(2000) }),
    output: changed,
  }),
  /** Undoes `claims.removeItems`. */
  'claims.restoreItems': mutation({
    permission: 'case.write',
    audit: 'claims.items-restored',
    input: z.strictObject({ ...change, itemIds: z.array(idSchema).min(1).max(2000) }),
    output: changed,
  }),
  /** Takes the present data over for items that a person has looked at. */
  'claims.recompute': mutation({
    permission: 'case.write',
    audit: 'claims.items-recomputed',
    input: z.strictObject({ ...change, itemIds: z.array(idSchema).min(1).max(2000) }),
    output: z.object({ version: versionSchema, differenceFen: z.number().int() }),
  }),
  /** What one calculator would give for each chosen worker; `inputs` go before what the record knows of each. */
  'claims.previewGroup': query({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      memberIds: z.array(idSchema).min(1).max(2000),
      calculator: calculatorId,
      inputs: inputsSchema,
      ...methodFields,
    }),
    output: z.object({ rows: z.array(groupRowSchema), totalFen: z.number().int() }),
  }),
  /** Adds the item for every chosen worker; a worker for whom it cannot be computed refuses them all by name. */
  'claims.addGroup': mutation({
    permission: 'case.write',
    audit: 'claims.group-added',
    input: z.strictObject({
      ...change,
      memberIds: z.array(idSchema).min(1).max(2000),
      calculator: calculatorId,
      inputs: inputsSchema,
      ...methodFields,
    }),
    output: z.object({ version: versionSchema, itemIds: z.array(idSchema) }),
  }),
  /** Pay by month of one worker as entered; months that the pay periods tell are not repeated here. */
  'claims.wages': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema, memberId: idSchema }),
    output: z.object({ months: z.array(wageMonthRecordSchema) }),
  }),
  'claims.saveWages': mutation({
    permission: 'case.write',
    audit: 'claims.wages-saved',
    input: z.strictObject({
      ...change,
      memberId: idSchema,
      months: z.array(wageMonthEntrySchema).max(600),
    }),
    output: changed,
  }),
  /** Items of open cases whose amount is another by the present data. */
  'claims.stale': query({
    permission: 'case.read',
    input: empty,
    output: z.object({ items: z.array(staleSchema), count: z.number().int() }),
  }),
};
