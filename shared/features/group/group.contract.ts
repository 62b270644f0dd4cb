import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  dateSchema,
  idSchema,
  instantSchema,
  optionalDate,
  optionalLine,
  optionalText,
  versionSchema,
} from '../../contract/schemas.ts';
import { specialPowers } from '../cases/case.schemas.ts';
import { isFact, isShared } from './group.fields.ts';
import { actKinds, memberStatuses } from './group.status.ts';

const amountOrNull = z.number().int().nullable();
const cellValue = z.union([z.string().max(400), z.number().int(), z.boolean(), z.null()]);
const columnId = z
  .string()
  .max(80)
  .refine((c) => isFact(c) || c === 'arrears' || /^claim:[a-z0-9-]+$/.test(c), 'unknown-field');
const values = z.record(columnId, cellValue);

/** One worker's claim of one kind. Amounts in fen. */
const claimCellSchema = z.object({
  /** Asked for: as typed, else as computed. */
  claimedFen: amountOrNull,
  /** By the calculator; null where nothing was computed. */
  computedFen: amountOrNull,
  /** Typed in place of what was computed. */
  typed: z.boolean(),
  items: z.number().int(),
  /** The record tells an input differently than the item was computed with. */
  outdated: z.boolean(),
});

/** What a worker was granted by documents in force, and what was paid of it; as the account of the case has it. */
const moneySchema = z.object({
  settledFen: z.number().int(),
  /** By awards and judgments. */
  awardedFen: z.number().int(),
  paidFen: z.number().int(),
  openFen: z.number().int(),
  /** Paid beyond what is owed. */
  overFen: z.number().int(),
});
export type WorkerMoney = z.output<typeof moneySchema>;

const groupRowSchema = z.object({
  memberId: idSchema,
  version: versionSchema,
  /** Facts by column; arrears and claims stand apart. */
  values: z.record(z.string(), cellValue),
  arrears: z.object({
    owedFen: z.number().int(),
    periods: z.number().int(),
    /** Nothing but one sum for one period: it can be typed over. Else the pay periods are the place. */
    direct: z.boolean(),
  }),
  /** By calculator. */
  claims: z.record(z.string(), claimCellSchema),
  claimedFen: z.number().int(),
  computedFen: z.number().int(),
  money: moneySchema,
  status: z.enum(memberStatuses),
  statusOn: dateSchema.nullable(),
  statusNote: z.string().nullable(),
  isRepresentative: z.boolean(),
});
export type GroupRow = z.output<typeof groupRowSchema>;

const actSchema = z.object({
  id: idSchema,
  kind: z.enum(actKinds),
  on: dateSchema,
  note: z.string().nullable(),
  memberIds: z.array(idSchema),
  recordedAt: instantSchema,
});

export const electionMethods = ['meeting', 'written', 'online', 'other'] as const;
/** How those represented agree to what a representative may not do alone (办案规则 art. 63). */
export const consentWays = ['written-vote', 'each-in-writing', 'meeting-minutes'] as const;

/** How the representatives came to be, and what they may do. */
export const electionSchema = z.strictObject({
  method: z.enum(electionMethods),
  heldOn: optionalDate,
  place: optionalLine(160),
  /** Workers present or reached. */
  presentCount: z.number().int().min(0).max(2000).nullable().default(null),
  /** Workers who signed the instrument. */
  signedCount: z.number().int().min(0).max(2000).nullable().default(null),
  powers: z.array(z.enum(specialPowers)).default([]),
  consent: z.enum(consentWays).default('written-vote'),
  term: optionalLine(100),
  note: optionalText(1000),
});
export type Election = z.output<typeof electionSchema>;

const change = { caseId: idSchema, expectedVersion: versionSchema };
const changed = z.object({ version: versionSchema });

export const groupContract = {
  /** The workers of a case with their facts, claims and standing: one row a worker. */
  'group.matrix': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      rows: z.array(groupRowSchema),
      /** Kinds of claim in use, in the calculators' order. */
      calculators: z.array(z.string()),
      shared: z.record(z.string(), cellValue),
      election: electionSchema.nullable(),
      acts: z.array(actSchema),
      /** What all the workers ask for together, as the case keeps it. */
      totalFen: z.number().int(),
    }),
  }),
  /**
   * Changes cells of many workers, and adds workers, in one transaction. A row with the version that it was read with
   * is compared with that; without one the whole case must be as it was read. Issues name `rows.<i>.set.<column>`.
   * A claim's amount takes the place of the computed one; null gives the computed one back.
   */
  'group.save': mutation({
    permission: 'case.write',
    audit: 'group.saved',
    input: z.strictObject({
      ...change,
      rows: z
        .array(
          z.strictObject({
            /** Null adds a worker. */
            memberId: idSchema.nullable(),
            version: versionSchema.nullable().default(null),
            set: values,
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.object({
      version: versionSchema,
      added: z.array(idSchema),
      changed: z.number().int(),
    }),
  }),
  /**
   * Facts that hold for the group. A worker without the fact, or with the group's former value, takes the new one; who
   * differs is an exception and stays, unless `toAll`. Null: no longer told for the group; the workers keep what they have.
   */
  'group.setShared': mutation({
    permission: 'case.write',
    audit: 'group.shared-set',
    input: z.strictObject({
      ...change,
      facts: z
        .array(
          z.strictObject({
            field: z.string().refine(isShared, 'unknown-field'),
            value: cellValue,
            toAll: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(20),
    }),
    output: z.object({
      version: versionSchema,
      changed: z.number().int(),
      exceptions: z.number().int(),
    }),
  }),
  /** Takes what the record tells now into items that were computed with something else, for the workers chosen. */
  'group.recompute': mutation({
    permission: 'case.write',
    audit: 'group.recomputed',
    input: z.strictObject({ ...change, memberIds: z.array(idSchema).min(1).max(2000) }),
    output: z.object({
      version: versionSchema,
      recomputed: z.number().int(),
      /** Items that cannot be computed from the record as it is; they stay as they are. */
      failed: z.number().int(),
      differenceFen: z.number().int(),
    }),
  }),
  /** Some of the workers settle, withdraw or come back, on a day. */
  'group.act': mutation({
    permission: 'case.write',
    audit: 'group.act-recorded',
    input: z.strictObject({
      ...change,
      kind: z.enum(actKinds),
      memberIds: z.array(idSchema).min(1).max(2000),
      on: dateSchema,
      note: optionalLine(300),
    }),
    output: z.object({ version: versionSchema, id: idSchema }),
  }),
  'group.removeAct': mutation({
    permission: 'case.write',
    audit: 'group.act-removed',
    input: z.strictObject({ ...change, actId: idSchema }),
    output: changed,
  }),
  /** Undoes `group.removeAct`. */
  'group.restoreAct': mutation({
    permission: 'case.write',
    audit: 'group.act-restored',
    input: z.strictObject({ ...change, actId: idSchema }),
    output: changed,
  }),
  /**
   * Who represents the group and how that came about. Three to five in arbitration (办案规则 art. 63), two to five in
   * court (民诉法解释 art. 78); none at all takes the representatives back.
   */
  'group.saveElection': mutation({
    permission: 'case.write',
    audit: 'group.election-saved',
    input: z.strictObject({
      ...change,
      memberIds: z.array(idSchema).max(5, 'representatives-three-to-five'),
      election: electionSchema.nullable(),
    }),
    output: changed,
  }),
  /** The matrix, or the list for paying out, as a spreadsheet. */
  'group.export': command({
    permission: 'case.read',
    input: z.strictObject({
      caseId: idSchema,
      what: z.enum(['payout', 'matrix']),
      statuses: z.array(z.enum(memberStatuses)).min(1),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), rows: z.number().int() }),
  }),
};
