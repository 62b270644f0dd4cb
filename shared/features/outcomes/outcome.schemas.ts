import { z } from 'zod';
import {
  dateSchema,
  fenSchema,
  idSchema,
  optionalDate,
  optionalLine,
  requiredLine,
} from '../../contract/schemas.ts';
import { remainders, restDays } from './split.rules.ts';

/** `settlement`: what the parties agreed; `award`: of a commission; `judgment`: of a court. */
export const outcomeKinds = ['settlement', 'award', 'judgment'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/**
 * What document holds a settlement: the parties' own paper, an agreement before a mediation organisation, the
 * commission's 调解书, the court's.
 */
export const settlementForms = ['private', 'mediation', 'arbitral', 'court'] as const;

/** How an agreement was made enforceable: 仲裁审查 or 司法确认. */
export const securings = ['review', 'confirmation'] as const;

/** What the document itself says of its finality. */
export const finalities = ['final', 'non-final', 'both'] as const;

/** The wage arrears of the pay periods as an item; every other item goes by the id of its claim item. */
export const arrearsItem = 'arrears';

const nullableFen = fenSchema.nullable().default(null);

export const outcomeLineSchema = z.strictObject({
  memberId: idSchema,
  item: z.union([z.literal(arrearsItem), idSchema]),
  /** Asked for in the document at hand. */
  claimedFen: fenSchema,
  /** Below this the worker would not go; only in a settlement. */
  lowFen: nullableFen,
  /** What the other side does not dispute. */
  undisputedFen: nullableFen,
  /** Offered, then agreed; awarded. Null: nothing said yet. */
  amountFen: nullableFen,
});
export type OutcomeLine = z.output<typeof outcomeLineSchema>;

export const instalmentSchema = z.strictObject({
  due: dateSchema,
  amountFen: fenSchema.refine((v) => v > 0, 'amount-not-positive'),
});

export const planSchema = z.strictObject({
  /** Empty: one payment by `performBy`. */
  instalments: z.array(instalmentSchema).max(120),
  restDay: z.enum(restDays).default('next'),
  remainder: z.enum(remainders).default('last'),
  /** One missed instalment makes the rest claimable at once. */
  acceleration: z.boolean().default(true),
});
export type Plan = z.output<typeof planSchema>;

export const clauseSchema = z.strictObject({
  id: z.string().max(40),
  text: z.string().max(4000),
});
export type Clause = z.output<typeof clauseSchema>;

export const outcomeSchema = z.strictObject({
  kind: z.enum(outcomeKinds),
  /** Only a draft may be incomplete; only what is in force is owed. */
  state: z.enum(['draft', 'in-force']),
  form: z.enum(settlementForms).default('mediation'),
  number: optionalLine(80),
  madeOn: optionalDate,
  servedWorkerOn: optionalDate,
  servedEmployerOn: optionalDate,
  /** 终局 or 非终局 as the document says. */
  finality: z.enum(finalities).nullable().default(null),
  /** Of a judgment. */
  instance: z.enum(['first', 'second']).default('first'),
  effectiveOn: optionalDate,
  /** Last day of the performance period where there are no instalments. */
  performBy: optionalDate,
  secured: z.enum(securings).nullable().default(null),
  securedOn: optionalDate,
  /** Who pays; null: the employer. */
  payer: optionalLine(120),
  /** The earlier outcome whose place this one takes. */
  replaces: idSchema.nullable().default(null),
  lines: z.array(outcomeLineSchema).max(20_000),
  plan: planSchema,
  /** The agreement's text where somebody changed it; null: as generated. Figures stand in it as tokens. */
  clauses: z.array(clauseSchema).max(40).nullable().default(null),
  settlesAll: z.boolean().default(false),
});
export type Outcome = z.output<typeof outcomeSchema>;
export type OutcomeInput = z.input<typeof outcomeSchema>;

export const paymentMethods = [
  'bank',
  'cash',
  'wechat',
  'alipay',
  'special-account',
  'court',
  'other',
] as const;

/** Which instalment a payment was meant for. */
export const dueRefSchema = z.strictObject({ outcomeId: idSchema, n: z.number().int().min(1).max(120) });

export const paymentSchema = z.strictObject({
  date: dateSchema,
  amountFen: fenSchema.refine((v) => v > 0, 'amount-not-positive'),
  payer: requiredLine(120),
  method: z.enum(paymentMethods).default('bank'),
  voucher: optionalLine(80),
  note: optionalLine(300),
  /** `oldest`: to the oldest instalment first, shared among the chosen workers; `chosen`: as `parts` says. */
  allocation: z.enum(['oldest', 'chosen']),
  /** Null: every worker to whom something is owed. */
  memberIds: z.array(idSchema).min(1, 'required').max(2000).nullable().default(null),
  parts: z
    .array(z.strictObject({ memberId: idSchema, amountFen: fenSchema }))
    .max(2000)
    .default([]),
  toDue: dueRefSchema.nullable().default(null),
  /** What is above what is owed: refused, or kept as an overpayment. */
  overpayment: z.enum(['refuse', 'keep']).default('refuse'),
});
