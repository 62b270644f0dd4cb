import { z } from 'zod';
import { command, mutation, query } from '../../contract/builders.ts';
import {
  basedOn,
  bilingualSchema,
  dateSchema,
  idSchema,
  instantSchema,
  versionSchema,
} from '../../contract/schemas.ts';
import { outcomeLineSchema, outcomeSchema, paymentSchema } from './outcome.schemas.ts';

const fenOut = z.number().int();
const sourceSchema = z.object({
  instrument: bilingualSchema,
  article: z.string(),
  version: z.string(),
  articleUnknown: z.literal(true).optional(),
});
const verdictSchema = z.enum(['final', 'non-final', 'contested', 'unknown', 'none']);

/** What one worker asks for under one head, as the record has it now. */
const basisSchema = z.object({
  memberId: idSchema,
  item: z.string(),
  title: bilingualSchema,
  calculator: z.string(),
  claimedFen: fenOut,
  /** By the calculator's own method. */
  computedFen: fenOut,
});
export type Basis = z.output<typeof basisSchema>;

const lineViewSchema = z.object({
  ...outcomeLineSchema.shape,
  memberId: z.string(),
  item: z.string(),
  title: bilingualSchema,
  calculator: z.string().nullable(),
  computedFen: fenOut,
  refusedFen: fenOut,
  /** 一裁终局 of what was awarded. */
  verdict: verdictSchema,
});

const windowSchema = z.object({
  ruleId: z.string(),
  title: bilingualSchema,
  who: z.enum(['worker', 'employer']),
  from: dateSchema,
  due: dateSchema.nullable(),
  provisional: z.boolean(),
  working: z.array(bilingualSchema),
});

const stepSchema = z.object({
  id: z.enum(['review', 'confirmation', 'payment-order', 'suit', 'arbitration', 'enforcement']),
  outcomeId: idSchema,
  title: bilingualSchema,
  text: bilingualSchema,
  due: dateSchema.nullable(),
  from: dateSchema.nullable(),
  provisional: z.boolean(),
  state: z.enum(['open', 'lapsed', 'not-yet']),
  joint: z.boolean(),
  working: z.array(bilingualSchema),
  source: sourceSchema,
});

const outcomeViewSchema = z.object({
  id: idSchema,
  version: versionSchema,
  ...outcomeSchema.shape,
  lines: z.array(lineViewSchema),
  /** The one that took its place. */
  replacedBy: idSchema.nullable(),
  /** The day it takes effect by itself, where it can be told. */
  effectiveBy: dateSchema.nullable(),
  windows: z.array(windowSchema),
  /** 一裁终局 worker by worker, and of the whole document. */
  workerVerdicts: z.record(z.string(), z.enum([...verdictSchema.options, 'mixed'])),
  verdict: z.enum([...verdictSchema.options, 'mixed']),
  /** Days of the document that the case's procedure does not take, and why. */
  unrecorded: z.array(z.object({ event: z.string(), words: bilingualSchema, reason: bilingualSchema })),
});
export type OutcomeView = z.output<typeof outcomeViewSchema>;

const paymentViewSchema = z.object({
  id: idSchema,
  version: versionSchema,
  date: dateSchema,
  amountFen: fenOut,
  overFen: fenOut,
  payer: z.string(),
  method: z.string(),
  voucher: z.string().nullable(),
  note: z.string().nullable(),
  allocation: z.enum(['oldest', 'chosen']),
  memberIds: z.array(z.string()).nullable(),
  parts: z.array(z.object({ memberId: z.string(), amountFen: fenOut })),
  toDue: z.object({ outcomeId: idSchema, n: z.number().int() }).nullable(),
  /** When it was taken back; null while it counts. */
  removedAt: instantSchema.nullable(),
  /** What was filed since the payment, on the strength of what was then owed. */
  remedies: z.array(z.object({ words: bilingualSchema, date: dateSchema })),
});
export type PaymentView = z.output<typeof paymentViewSchema>;

const sums = {
  grantedFen: fenOut,
  paidFen: fenOut,
  openFen: fenOut,
  overdueFen: fenOut,
  claimableFen: fenOut,
  overFen: fenOut,
};
const dueFields = {
  outcomeId: idSchema,
  n: z.number().int(),
  due: dateSchema.nullable(),
  lastDay: dateSchema.nullable(),
  amountFen: fenOut,
  openFen: fenOut,
};
const ledgerSchema = z.object({
  workers: z.array(
    z.object({
      memberId: z.string(),
      ...sums,
      /** 迟延履行利息 up to today; null where no court would grant any yet. */
      interestFen: fenOut.nullable(),
      cells: z.array(
        z.object({
          ...dueFields,
          payments: z.array(z.object({ id: idSchema, date: dateSchema, amountFen: fenOut })),
        }),
      ),
    }),
  ),
  dues: z.array(
    z.object({
      ...dueFields,
      paidFen: fenOut,
      state: z.enum(['paid', 'undated', 'upcoming', 'due-today', 'overdue']),
      paidOn: dateSchema.nullable(),
      accelerated: z.boolean(),
    }),
  ),
  totals: z.object({ ...sums, interestFen: fenOut.nullable() }),
  interestLines: z.array(bilingualSchema),
  interestSource: sourceSchema,
});

const recoveryFields = {
  claimedFen: fenOut,
  computedFen: fenOut,
  /** Agreed, awarded or judged, whatever is in force. */
  grantedFen: fenOut,
  paidFen: fenOut,
  owedFen: fenOut,
  overFen: fenOut,
};
const recoverySchema = z.object(recoveryFields);

export const recoveryGroups = ['worker', 'case', 'employer', 'project'] as const;
export type RecoveryGroup = (typeof recoveryGroups)[number];

const recoveredInput = {
  by: z.enum(recoveryGroups),
  text: z.string().max(200).default(''),
  status: z.enum(['open', 'closed', 'all']).default('all'),
  /** Only those to whom something is still owed. */
  owedOnly: z.boolean().default(false),
};

const change = { caseId: idSchema, ...basedOn };
const changed = z.object({ version: versionSchema });
const changedId = z.object({ version: versionSchema, id: idSchema });

export const outcomesContract = {
  /** Everything of the case's outcome tab. */
  'outcomes.forCase': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.object({
      /** Who pays where nobody else is named. */
      employer: z.string(),
      basis: z.array(basisSchema),
      names: z.record(z.string(), z.string()),
      outcomes: z.array(outcomeViewSchema),
      payments: z.array(paymentViewSchema),
      ledger: ledgerSchema,
      nextSteps: z.array(stepSchema),
      recovery: recoverySchema,
      /** Twelve local monthly minimum wages; null where not known. */
      limitFen: fenOut.nullable(),
      /** Events that close the matter once everything is paid, where the procedure takes one now. */
      closing: z.array(z.object({ event: z.string(), words: bilingualSchema })),
    }),
  }),
  /** The amount line of the case's header. */
  'outcomes.summary': query({
    permission: 'case.read',
    input: z.strictObject({ caseId: idSchema }),
    /** `nextDue`: last day of the oldest instalment that is not paid. */
    output: recoverySchema.extend({ nextDue: dateSchema.nullable() }),
  }),
  /**
   * Keeps a settlement, an award or a judgment; `outcomeId` null adds one. Its days become events of the case where the
   * procedure takes them, so that they open their windows. Refused in force: `lines` `amounts-missing`,
   * `plan.instalments` `plan-not-total`; with a typed figure in a clause `clauses.<n>` `clause-figure-typed`.
   */
  'outcomes.save': mutation({
    permission: 'case.write',
    audit: 'outcome.saved',
    input: z.strictObject({ ...change, outcomeId: idSchema.nullable(), outcome: outcomeSchema }),
    output: changedId,
  }),
  'outcomes.remove': mutation({
    permission: 'case.write',
    audit: 'outcome.removed',
    input: z.strictObject({ ...change, outcomeId: idSchema }),
    output: changed,
  }),
  'outcomes.restore': mutation({
    permission: 'case.write',
    audit: 'outcome.restored',
    input: z.strictObject({ ...change, outcomeId: idSchema }),
    output: changed,
  }),
  /**
   * Records a payment and shares it out. More than is owed is refused (`amountFen` `payment-above-owed` with `owed` and
   * `over`) unless `overpayment` is `keep`; `rule-violation` `payment-before-outcome` where nothing is in force.
   */
  'outcomes.savePayment': mutation({
    permission: 'case.write',
    audit: 'payment.saved',
    input: z.strictObject({ ...change, paymentId: idSchema.nullable(), payment: paymentSchema }),
    output: z.object({ version: versionSchema, id: idSchema, overFen: fenOut }),
  }),
  /** Takes a payment back. What was filed since is named by `bin.dependents` before, and kept in the record entry. */
  'outcomes.removePayment': mutation({
    permission: 'case.write',
    audit: 'payment.removed',
    input: z.strictObject({ ...change, paymentId: idSchema }),
    output: changed,
  }),
  'outcomes.restorePayment': mutation({
    permission: 'case.write',
    audit: 'payment.restored',
    input: z.strictObject({ ...change, paymentId: idSchema }),
    output: changed,
  }),
  /** What was recovered, by worker, case, employer or project. At most 500 rows; the totals are of all of them. */
  'recovered.list': query({
    permission: 'case.read',
    input: z.strictObject(recoveredInput),
    output: z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          /** The case where there is just one. */
          caseId: idSchema.nullable(),
          caseNumber: z.string().nullable(),
          cases: z.number().int(),
          workers: z.number().int(),
          ...recoveryFields,
        }),
      ),
      count: z.number().int(),
      totals: recoverySchema,
    }),
  }),
  'recovered.export': command({
    permission: 'case.read',
    input: z.strictObject({
      ...recoveredInput,
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ token: z.string(), fileName: z.string(), rows: z.number().int() }),
  }),
  /** Compares every kept sum of what was recovered with the rows that it is made of. */
  'recovered.verify': command({
    permission: 'office.read',
    reach: 'office',
    input: z.strictObject({}),
    output: z.object({ checked: z.number().int(), faults: z.number().int() }),
  }),
  /** Puts the kept sums of what was recovered together anew from the rows. */
  'recovered.rebuild': mutation({
    permission: 'office.read',
    reach: 'office',
    audit: 'recovered.rebuilt',
    input: z.strictObject({}),
    output: z.object({}),
  }),
};
