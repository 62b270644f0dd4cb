import type {
  Applicant,
  Claim,
  FilingFacts,
  FilingOutcome,
  Particulars,
  TopicValues,
} from '../../../../shared/features/documents/filing-facts.ts';
import { awardReasonsTopic } from '../../../../shared/features/documents/particulars/commission.ts';
import { settlementTopic } from '../../../../shared/features/documents/particulars/mediation.ts';
import type { RawRow, RawValues } from '../../../../shared/features/documents/particulars/particular.ts';
import { awardTopic } from '../../../../shared/features/documents/particulars/tribunal.ts';
import { arrearsItem } from '../../../../shared/features/outcomes/outcome.schemas.ts';
import { addFen, fen, zeroFen } from '../../../../shared/kernel/money.ts';
import type { StoredOutcome } from '../outcomes/index.ts';

/** The outcomes that stand, the newest of each kind first. What another took the place of is left out. */
export function toFilingOutcomes(stored: readonly StoredOutcome[]): FilingOutcome[] {
  return stored
    .filter((o) => o.replacedBy === null)
    .map((o): FilingOutcome => {
      const amounts = o.lines.map((l) => l.amountFen);
      return {
        kind: o.kind,
        number: o.number,
        madeOn: o.madeOn,
        finality: o.finality,
        total:
          amounts.length === 0 || amounts.includes(null)
            ? null
            : addFen(zeroFen, ...amounts.map((a) => fen(a ?? 0))),
        lines: o.lines.map((l) => ({
          applicantId: l.memberId,
          claimId: l.item === arrearsItem ? 'unpaid-wages' : (l.calculator ?? l.item),
          amount: l.amountFen === null ? null : fen(l.amountFen),
        })),
        instalments: o.plan.instalments.map((i) => ({ due: i.due, amount: i.amountFen })),
        performBy: o.performBy,
        payer: o.payer,
        settlesAll: o.settlesAll,
      };
    })
    .reverse();
}

/** What the outcomes give some of the workers. */
export function outcomesOf(outcomes: readonly FilingOutcome[], chosen: ReadonlySet<string>): FilingOutcome[] {
  return outcomes.map((o) => {
    const lines = o.lines.filter((l) => chosen.has(l.applicantId));
    const open = lines.length === 0 || lines.some((l) => l.amount === null);
    return {
      ...o,
      lines,
      total: open ? null : addFen(zeroFen, ...lines.map((l) => l.amount ?? zeroFen)),
    };
  });
}

/**
 * What was entered for the agreement and the award, with the figures of the outcome that the record holds in place of
 * typed ones: a paper cannot say another sum than the claims and the ledger do.
 */
export function boundToOutcomes(
  particulars: Particulars,
  outcomes: readonly FilingOutcome[],
  claims: readonly Claim[],
  applicants: readonly Applicant[],
): Particulars {
  const bound: Record<string, TopicValues> = {};
  const put = (topic: string, values: RawValues): void => {
    const own = bound[topic] ?? particulars.case[topic];
    bound[topic] = { entered: { ...own?.entered, ...values }, dues: own?.dues ?? {} };
  };
  const settlement = outcomes.find((o) => o.kind === 'settlement' && o.total !== null);
  if (settlement)
    put(settlementTopic.id, settlementValues(settlement, particulars.case[settlementTopic.id], applicants));
  const award = outcomes.find((o) => o.kind === 'award');
  if (award) {
    put(awardTopic.id, {
      ...(award.number !== null && { number: award.number }),
      ...(award.madeOn !== null && { date: award.madeOn }),
      ...((award.finality === 'final' || award.finality === 'non-final') && { finality: award.finality }),
    });
    if (award.total !== null) put(awardReasonsTopic.id, awardValues(award, claims, applicants));
  }
  return Object.keys(bound).length === 0
    ? particulars
    : { ...particulars, case: { ...particulars.case, ...bound } };
}

function sumOf(o: FilingOutcome, of: (line: FilingOutcome['lines'][number]) => boolean): number {
  return addFen(zeroFen, ...o.lines.filter(of).map((l) => l.amount ?? zeroFen));
}

function settlementValues(
  o: FilingOutcome,
  typed: TopicValues | undefined,
  applicants: readonly Applicant[],
): RawValues {
  const rows = typed?.entered.instalments;
  const typedRows = (Array.isArray(rows) ? rows : []) as readonly RawRow[];
  const planned =
    o.instalments.length > 0
      ? o.instalments
      : o.performBy !== null && o.total !== null
        ? [{ due: o.performBy, amount: o.total }]
        : [];
  return {
    total: o.total,
    ...(applicants.length > 1 && {
      shares: applicants.map((a) => ({ name: a.name, amount: sumOf(o, (l) => l.applicantId === a.id) })),
    }),
    // Who pays into which account stands in no other place than the rows that were typed.
    ...(planned.length > 0 && {
      instalments: planned.map((p, i) => ({
        payer: o.payer,
        ...typedRows[i],
        due: p.due,
        amount: p.amount,
      })),
    }),
    settlesAll: o.settlesAll,
  };
}

function awardValues(
  o: FilingOutcome,
  claims: readonly Claim[],
  applicants: readonly Applicant[],
): RawValues {
  const items: RawRow[] = [];
  const parts: RawRow[] = [];
  claims.forEach((claim, i) => {
    const lines = o.lines.filter((l) => l.claimId === claim.id);
    if (lines.length === 0) return;
    const amount = sumOf(o, (l) => l.claimId === claim.id);
    const outcome = amount === 0 ? 'reject' : amount === claim.amount ? 'allow' : 'part';
    items.push({ claim: i + 1, outcome, amount: outcome === 'part' ? amount : null });
    if (outcome === 'part' && applicants.length > 1)
      for (const a of applicants)
        parts.push({
          claim: i + 1,
          name: a.name,
          amount: sumOf(o, (l) => l.claimId === claim.id && l.applicantId === a.id),
        });
  });
  return items.length === 0 ? {} : { items, parts };
}

/** Fields of the topics whose typed figures give way to those of an outcome. */
export type BoundField = readonly [topic: string, field: string];

export function boundFields(facts: FilingFacts): BoundField[] {
  const settlement = facts.outcomes.find((o) => o.kind === 'settlement' && o.total !== null);
  const award = facts.outcomes.find((o) => o.kind === 'award');
  return [
    ...(settlement
      ? (['total', 'shares', 'instalments'] as const).map((f): BoundField => [settlementTopic.id, f])
      : []),
    ...(award ? (['number', 'date', 'finality'] as const).map((f): BoundField => [awardTopic.id, f]) : []),
    ...(award && award.total !== null
      ? (['items', 'parts'] as const).map((f): BoundField => [awardReasonsTopic.id, f])
      : []),
  ];
}
