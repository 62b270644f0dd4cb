import type { z } from 'zod';
import { allocate, type Ledger } from '../../../../shared/features/outcomes/ledger.rules.ts';
import type { paymentSchema } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import type { PlainDate } from '../../../../shared/kernel/date.ts';
import { AppError, fieldError } from '../../../../shared/kernel/errors.ts';
import { type Fen, fen, formatYuan } from '../../../../shared/kernel/money.ts';

type Payment = z.output<typeof paymentSchema>;
interface Shared {
  readonly parts: readonly { readonly memberId: string; readonly amountFen: Fen }[];
  readonly overFen: Fen;
}

/**
 * Shares a payment out. @param ledger of the case without this payment.
 * @throws AppError `invalid-input`: `amountFen` `payment-above-owed` (`owed`, `over` in yuan) unless the person keeps the
 * rest as an overpayment, `parts` `parts-not-total`, `date` `payment-in-future`, `toDue` `instalment-unknown`;
 * `rule-violation` `payment-before-outcome`.
 */
export function sharePayment(
  payment: Payment,
  ledger: Ledger,
  members: ReadonlySet<string>,
  today: PlainDate,
): Shared {
  if (ledger.totals.grantedFen === 0)
    throw new AppError('rule-violation', { details: { rule: 'payment-before-outcome' } });
  if (payment.date > today) throw fieldError('date', 'payment-in-future');
  const { toDue } = payment;
  if (toDue && !ledger.dues.some((d) => d.outcomeId === toDue.outcomeId && d.n === toDue.n))
    throw fieldError('toDue', 'instalment-unknown');
  for (const id of [...(payment.memberIds ?? []), ...payment.parts.map((p) => p.memberId)])
    if (!members.has(id)) throw new AppError('not-found', { details: { what: 'member' } });
  return payment.allocation === 'chosen' ? chosen(payment, ledger) : oldest(payment, ledger);
}

const above = (ownFen: number, overFen: number): AppError =>
  fieldError('amountFen', 'payment-above-owed', {
    owed: formatYuan(fen(ownFen - overFen)),
    over: formatYuan(fen(overFen)),
  });

function chosen(payment: Payment, ledger: Ledger): Shared {
  const parts = payment.parts.filter((p) => p.amountFen > 0);
  if (new Set(parts.map((p) => p.memberId)).size !== parts.length) throw fieldError('parts', 'line-twice');
  const sum = parts.reduce((s, p) => s + p.amountFen, 0);
  if (sum !== payment.amountFen)
    throw fieldError('parts', 'parts-not-total', {
      sum: formatYuan(fen(sum)),
      total: formatYuan(payment.amountFen),
    });
  const open = new Map(ledger.workers.map((w) => [w.memberId, w.openFen]));
  const over = parts.reduce((s, p) => s + Math.max(0, p.amountFen - (open.get(p.memberId) ?? 0)), 0);
  if (over > 0 && payment.overpayment === 'refuse') throw above(payment.amountFen, over);
  return { parts, overFen: fen(0) };
}

function oldest(payment: Payment, ledger: Ledger): Shared {
  const found = allocate(payment.amountFen, ledger, payment.memberIds, payment.toDue);
  if (found.overFen === 0) return found;
  if (payment.overpayment === 'refuse') throw above(payment.amountFen, found.overFen);
  const among = payment.memberIds ?? ledger.workers.map((w) => w.memberId);
  const [only] = among;
  // Of one worker it is plain whose the rest is; among several nobody has said.
  if (among.length !== 1 || only === undefined) return found;
  return { parts: [{ memberId: only, amountFen: payment.amountFen }], overFen: fen(0) };
}
