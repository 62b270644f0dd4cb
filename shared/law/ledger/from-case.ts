import type { CaseEvent, ObligationPlan } from '../tracks/types.ts';
import type { LedgerEvent } from './ledger.ts';

/** The event that ends the procedure an interruption opened. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application-submitted': ['withdrawn', 'redirected'],
  'mediation-applied': ['mediation-failed', 'mediation-refused'],
  'complaint-made': ['complaint-redirected', 'complaint-refused'],
  'payment-order-applied': ['payment-order-refused', 'payment-order-dismissed', 'payment-order-undelivered'],
};

/** A ledger's entry with the recorded event that it came from. */
export type RecordedLedgerEvent = LedgerEvent & { readonly type: string };

/**
 * The recorded events of a case as entries of the account of one period, as its track plans it: what starts,
 * interrupts, stops and exercises it. An application that stands keeps the period; a withdrawn one only interrupted it.
 */
export function ledgerEventsOf(
  events: readonly CaseEvent[],
  plan: Pick<ObligationPlan, 'opensOn' | 'metBy' | 'reopenedBy' | 'interruptedBy' | 'pausedBy'>,
): RecordedLedgerEvent[] {
  const latest = events
    .filter((e) => plan.opensOn.includes(e.type))
    .map((e) => e.date)
    .sort()
    .at(-1);
  const pauses = plan.pausedBy ?? [];
  return events.flatMap((event): RecordedLedgerEvent[] => {
    const { type, date } = event;
    if (plan.opensOn.includes(type)) return date === latest ? [{ kind: 'start', date, type }] : [];
    if (pauses.some(([from]) => from === type)) return [{ kind: 'suspend', date, type }];
    if (pauses.some(([, to]) => to === type)) return [{ kind: 'resume', date, type }];
    const exercises = plan.metBy.includes(type);
    if (!exercises && !plan.interruptedBy?.includes(type)) return [];
    const ended = events
      .filter((e) =>
        [...(endings[type] ?? []), ...(exercises ? (plan.reopenedBy ?? []) : [])].includes(e.type),
      )
      .filter((e) => e.date >= date)
      .map((e) => e.date)
      .sort()[0];
    if (exercises && ended === undefined) return [{ kind: 'exercise', date, type }];
    if (!plan.interruptedBy) return [];
    return [{ kind: 'interrupt', date, type, ...(ended ? { ended } : {}) }];
  });
}
