import type { RawRow, RawValues } from '../../../../shared/features/documents/particulars/particular.ts';

const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/\s/gu, '')
        .replace(/[。.；;]+$/u, '')
    : '';

/** A field that is no longer asked, with what stands elsewhere in its stead; empty where nothing does. */
export interface FormerValue {
  readonly field: 'dueOn' | 'interestBefore';
  readonly typed: string;
  readonly now: readonly string[];
}

/**
 * What was once typed for 支付令申请书 and differs from what the agreement or the wage settlement says today: one of the
 * two is wrong, and nobody but a person can say which.
 */
export function formerOfPaymentOrder(entered: (topic: string) => RawValues | undefined): FormerValue[] {
  const { door, dueOn, interest, interestBefore } = entered('payment-order') ?? {};
  const onWages = door === 'wages';
  const there = entered(onWages ? 'wage-settlement' : 'settlement') ?? {};
  const rows = Array.isArray(there.instalments) ? (there.instalments as readonly RawRow[]) : [];
  const days = (onWages ? [there.payOn] : rows.map((row) => row.due)).map(words).filter((day) => day !== '');
  const delay = words(onWages ? there.late : there.lateConsequence);
  const found: FormerValue[] = [];
  if (words(dueOn) !== '' && !days.includes(words(dueOn)))
    found.push({ field: 'dueOn', typed: words(dueOn), now: days });
  if (interest === true && words(interestBefore) !== '' && words(interestBefore) !== delay)
    found.push({
      field: 'interestBefore',
      typed: String(interestBefore),
      now: delay === '' ? [] : [String(onWages ? there.late : there.lateConsequence)],
    });
  return found;
}
