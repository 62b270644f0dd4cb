import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  dueRefSchema,
  type Outcome,
  outcomeLineSchema,
  outcomeSchema,
  paymentMethods,
} from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { type PlainDate, plainDate } from '../../../../shared/kernel/date.ts';
import { type Fen, fen } from '../../../../shared/kernel/money.ts';
import type { ReadHandle } from '../../kernel/context.ts';
import type { OutcomeTable, PaymentTable } from './outcomes.table.ts';

const title = z.object({ zh: z.string(), en: z.string() });

/** A line as it is kept: with what the record computed when it was written, and what it was called. */
const storedLineSchema = outcomeLineSchema.extend({
  computedFen: z.number().int(),
  title,
  calculator: z.string().nullable(),
});
export type StoredLine = z.output<typeof storedLineSchema>;

const bodySchema = outcomeSchema.omit({ kind: true, state: true }).extend({
  lines: z.array(storedLineSchema),
  /** Event of the case by what it tells: `made`, `worker`, `employer`, `effective`, `due`. */
  events: z.record(z.string(), z.string()).default({}),
});
export type OutcomeBody = z.output<typeof bodySchema>;

export interface StoredOutcome extends OutcomeBody {
  readonly id: string;
  readonly version: number;
  readonly kind: Outcome['kind'];
  readonly state: Outcome['state'];
  readonly replacedBy: string | null;
}

const paymentBodySchema = z.object({
  method: z.enum(paymentMethods),
  voucher: z.string().nullable(),
  note: z.string().nullable(),
  allocation: z.enum(['oldest', 'chosen']),
  memberIds: z.array(z.string()).nullable(),
  parts: z.array(z.object({ memberId: z.string(), amountFen: z.number().int().transform(fen) })),
  toDue: dueRefSchema.nullable(),
});

export interface StoredPayment extends z.output<typeof paymentBodySchema> {
  readonly id: string;
  readonly version: number;
  readonly date: PlainDate;
  readonly amountFen: Fen;
  readonly overFen: Fen;
  readonly payer: string;
  readonly createdAt: string;
  readonly removedAt: string | null;
}

export function toOutcome(row: Selectable<OutcomeTable>): StoredOutcome {
  return {
    ...bodySchema.parse(JSON.parse(row.body)),
    id: row.id,
    version: row.version,
    kind: outcomeSchema.shape.kind.parse(row.kind),
    state: outcomeSchema.shape.state.parse(row.state),
    replacedBy: row.replaced_by,
  };
}

/** Outcomes of a case in the order of adding; those in the bin are left out. */
export async function loadOutcomes(db: ReadHandle, caseId: string): Promise<StoredOutcome[]> {
  const rows = await db
    .selectFrom('outcome')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toOutcome);
}

/** Outcomes by their ids, each with its case, for the search; those in the bin are left out. */
export async function loadOutcomeRows(
  db: ReadHandle,
  ids: readonly string[],
): Promise<(StoredOutcome & { readonly caseId: string })[]> {
  const rows = await db
    .selectFrom('outcome')
    .selectAll()
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({ ...toOutcome(row), caseId: row.case_id }));
}

/** Payments by their ids, each with its case, for the search; those in the bin are left out. */
export async function loadPaymentRows(
  db: ReadHandle,
  ids: readonly string[],
): Promise<(StoredPayment & { readonly caseId: string })[]> {
  const rows = await db
    .selectFrom('payment')
    .selectAll()
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({ ...toPayment(row), caseId: row.case_id }));
}

/** Payments of a case in the order of adding, also those that were taken back and are still in the bin. */
export async function loadPayments(db: ReadHandle, caseId: string): Promise<StoredPayment[]> {
  const rows = await db
    .selectFrom('payment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map(toPayment);
}

function toPayment(row: Selectable<PaymentTable>): StoredPayment {
  return {
    ...paymentBodySchema.parse(JSON.parse(row.body)),
    id: row.id,
    version: row.version,
    date: plainDate(row.paid_on),
    amountFen: fen(row.amount_fen),
    overFen: fen(row.over_fen),
    payer: row.payer,
    createdAt: row.created_at,
    removedAt: row.deleted_at,
  };
}

/** Columns of a payment that follow from what was entered and how it was shared out. */
export function paymentBody(body: z.input<typeof paymentBodySchema>): Pick<PaymentTable, 'body'> {
  return { body: JSON.stringify(paymentBodySchema.parse(body)) };
}
