import type {
  Applicant,
  Claim,
  FilingFacts,
  FilingOutcome,
  Particulars,
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
 * What was entered for the award, with its items from the award that the record holds: which claim each belongs to is
 * known only where the claims are.
 */
export function withAwardItems(
  particulars: Particulars,
  outcomes: readonly FilingOutcome[],
  claims: readonly Claim[],
  applicants: readonly Applicant[],
): Particulars {
  const award = outcomes.find((o) => o.kind === 'award');
  if (!award || award.total === null) return particulars;
  const own = particulars.case[awardReasonsTopic.id];
  const entered = { ...own?.entered, ...awardValues(award, claims, applicants) };
  return {
    ...particulars,
    case: { ...particulars.case, [awardReasonsTopic.id]: { entered, dues: own?.dues ?? {} } },
  };
}

function sumOf(o: FilingOutcome, of: (line: FilingOutcome['lines'][number]) => boolean): number {
  return addFen(zeroFen, ...o.lines.filter(of).map((l) => l.amount ?? zeroFen));
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

/** Of these topics what the outcome of the record tells stands, whatever was typed: a paper says no other sum. */
const boundByTopic: Readonly<Record<string, readonly string[]>> = {
  [settlementTopic.id]: ['total', 'shares', 'instalments', 'settlesAll'],
  [awardTopic.id]: ['number', 'date', 'finality'],
};

/**
 * What was typed for a topic, with the fields that an outcome binds. Who pays into which account stands in no other place
 * than the rows that were typed: of those, the days and the sums alone are the record's.
 */
export function boundTo(topic: string, typed: RawValues, told: RawValues): RawValues {
  const out: Record<string, RawValues[string]> = { ...typed };
  for (const field of boundByTopic[topic] ?? []) {
    const value = told[field];
    if (value === undefined) continue;
    const rows = typed[field];
    out[field] =
      field === 'instalments' && Array.isArray(rows)
        ? (value as readonly RawRow[]).map((row, i) => ({
            ...row,
            ...known((rows as readonly RawRow[])[i]),
            due: row.due ?? null,
            amount: row.amount ?? null,
          }))
        : value;
  }
  return out;
}

const known = (row: RawRow | undefined): RawRow =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, v]) => v !== null && v !== ''));

/** Fields of the topics whose typed figures give way to those of an outcome. */
export type BoundField = readonly [topic: string, field: string];

export function boundFields(facts: FilingFacts): BoundField[] {
  const settlement = facts.outcomes.find((o) => o.kind === 'settlement' && o.total !== null);
  const award = facts.outcomes.find((o) => o.kind === 'award');
  const of = (topic: string): BoundField[] => (boundByTopic[topic] ?? []).map((field) => [topic, field]);
  return [
    ...(settlement ? of(settlementTopic.id) : []),
    ...(award ? of(awardTopic.id) : []),
    ...(award && award.total !== null
      ? (['items', 'parts'] as const).map((f): BoundField => [awardReasonsTopic.id, f])
      : []),
  ];
}
