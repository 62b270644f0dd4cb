import type { RawRow, RawValues } from '../../../../shared/features/documents/particulars/particular.ts';
import { clauseFacts, tokensOf } from '../../../../shared/features/outcomes/clauses.rules.ts';
import { workerSums } from '../../../../shared/features/outcomes/settlement.rules.ts';
import type { StoredOutcome, StoredPayment } from './outcomes.repo.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The employer as the agreement names who pays: the first party on the unit's side. */
export function employerName(
  respondents: readonly { readonly standing: string; readonly capacity: string; readonly name: string }[],
): string {
  const parties = respondents.filter((r) => r.standing === 'party');
  return (parties.find((r) => r.capacity === 'employer') ?? parties[0])?.name ?? '用人单位';
}

/**
 * What the outcomes of a case tell of the topics that papers print, so that no figure of an agreement or an award is
 * typed a second time: by topic, only what is known. It is told of the workers given, and of their lines alone.
 */
export function toldByOutcomes(
  stored: readonly StoredOutcome[],
  payments: readonly StoredPayment[],
  members: readonly Named[],
  employer: string,
): Readonly<Record<string, RawValues>> {
  const outcomes = stored.filter((o) => o.replacedBy === null);
  const settlement = outcomes.findLast((o) => o.kind === 'settlement');
  const award = outcomes.findLast((o) => o.kind === 'award');
  return {
    ...(settlement && {
      settlement: settlementTold(settlement, members, employer),
      'payment-order': orderTold(settlement, payments, members),
    }),
    ...(award && {
      award: known({
        number: award.number,
        date: award.madeOn,
        finality: award.finality === 'both' ? null : award.finality,
      }),
    }),
  };
}

/** Without what nothing is known of, which stays to be entered. */
const known = (values: RawValues): RawValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0)),
  );

/** A paper finds a worker's row by the name: of two with one name neither could be told from the other. */
const distinct = (rows: readonly RawRow[]): readonly RawRow[] =>
  new Set(rows.map((r) => r.name)).size === rows.length ? rows : [];

function settlementTold(o: StoredOutcome, members: readonly Named[], employer: string): RawValues {
  const lines = o.lines.filter((l) => members.some((m) => m.id === l.memberId));
  const facts = clauseFacts({ ...o, lines }, members, employer);
  // While a line is open nobody can say what it comes to together.
  const agreed = lines.length > 0 && lines.every((l) => l.amountFen !== null);
  const undisputed = lines.filter((l) => l.undisputedFen !== null);
  const single = o.performBy ? [{ due: o.performBy, amountFen: facts.totalFen }] : [];
  const plan = o.plan.instalments.length > 0 ? o.plan.instalments : single;
  const sums = workerSums(lines);
  return known({
    number: o.number,
    date: o.madeOn,
    undisputed: undisputed.length > 0 ? undisputed.reduce((sum, l) => sum + (l.undisputedFen ?? 0), 0) : null,
    ...(agreed && {
      total: facts.totalFen,
      composition: tokensOf(facts).get('构成') ?? null,
      shares: distinct(members.map((m) => ({ name: m.name, amount: sums.get(m.id) ?? 0 }))),
      instalments: plan.map(({ due, amountFen }) => ({
        due,
        amount: amountFen,
        payer: facts.payer,
        method: null,
      })),
      settlesAll: o.settlesAll,
    }),
    effect:
      o.secured === 'review'
        ? 'arbitral-review'
        : o.secured === 'confirmation'
          ? 'judicial-confirmation'
          : null,
  });
}

/** What each worker has received since. */
function orderTold(
  o: StoredOutcome,
  payments: readonly StoredPayment[],
  members: readonly Named[],
): RawValues {
  const got = new Map<string, number>();
  for (const p of payments)
    if (p.removedAt === null && (o.madeOn === null || p.date >= o.madeOn))
      for (const { memberId, amountFen } of p.parts) got.set(memberId, (got.get(memberId) ?? 0) + amountFen);
  return known({
    payments: distinct(
      members.flatMap((m) => {
        const amount = got.get(m.id) ?? 0;
        return amount === 0 ? [] : [{ name: m.name, amount }];
      }),
    ),
  });
}
