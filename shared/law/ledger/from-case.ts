import type { CaseEvent } from '../tracks/types.ts';
import type { LedgerEvent } from './ledger.ts';

const interrupting: readonly string[] = [
  'demand-made',
  'promise-made',
  'complaint-made',
  'mediation-applied',
  'payment-order-applied',
  'suit-filed',
  'application-submitted',
];
/** The event that ends the procedure an interruption opened. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application-submitted': ['withdrawn', 'redirected'],
  'mediation-applied': ['mediation-failed', 'mediation-refused'],
  'complaint-made': ['complaint-redirected', 'complaint-refused'],
  'payment-order-applied': ['payment-order-refused', 'payment-order-dismissed', 'payment-order-undelivered'],
};

/**
 * The recorded events of a case as entries of a limitation ledger. An application for arbitration that stands keeps
 * the period; a withdrawn one only interrupted it.
 * @param startOn the event the period runs from: `employment-ended` for pay, `right-known` for other claims.
 */
export function ledgerEventsOf(
  events: readonly CaseEvent[],
  startOn: 'employment-ended' | 'right-known',
): LedgerEvent[] {
  const starts = events.filter((e) => e.type === startOn).map((e) => e.date);
  const latest = starts.sort().at(-1);
  return events.flatMap((event): LedgerEvent[] => {
    const { type, date } = event;
    if (type === startOn) return date === latest ? [{ kind: 'start', date }] : [];
    if (type === 'limitation-suspended') return [{ kind: 'suspend', date }];
    if (type === 'limitation-resumed') return [{ kind: 'resume', date }];
    if (!interrupting.includes(type)) return [];
    const ended = events
      .filter((e) => endings[type]?.includes(e.type) && e.date >= date)
      .map((e) => e.date)
      .sort()[0];
    if (type === 'application-submitted' && ended === undefined) return [{ kind: 'exercise', date }];
    return [{ kind: 'interrupt', date, ...(ended ? { ended } : {}) }];
  });
}
