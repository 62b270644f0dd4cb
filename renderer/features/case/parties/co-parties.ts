import type { CaseFile } from '../../../../shared/features/cases/cases.contract.ts';
import {
  type ChainMember,
  type CoPartySuggestion,
  suggestCoParties,
} from '../../../../shared/features/cases/co-parties.rules.ts';
import { emptyRespondent, type RespondentForm } from './party-form.ts';

type Capacity = RespondentForm['capacity'];

const toRule: Record<Capacity, ChainMember['capacity']> = {
  employer: 'employer',
  'general-contractor': 'general-contractor',
  subcontractor: 'subcontractor',
  'labour-subcontractor': 'labour-subcontractor',
  'dispatch-agency': 'dispatch-agency',
  'using-unit': 'user-unit',
  developer: 'developer',
  foreman: 'foreman',
  investor: 'contributor',
  'licence-lender': 'licence-lender',
};
const fromRule: Partial<Record<ChainMember['capacity'], Capacity>> = {
  ...(Object.fromEntries(Object.entries(toRule).map(([ours, theirs]) => [theirs, ours])) as Partial<
    Record<ChainMember['capacity'], Capacity>
  >),
  'founding-unit': 'investor',
  'competent-department': 'investor',
  'affiliated-unit': 'licence-lender',
  'principal-unit': 'general-contractor',
};
const footings: Record<CoPartySuggestion['footing'], RespondentForm['footing']> = {
  primary: 'principal',
  joint: 'joint',
  'joint-and-several': 'several',
  'pays-first': 'advance-first',
  advances: 'within-unsettled-sum',
  settles: 'settles',
  'employer-liability': 'employer-liability',
};

/** A building site: the case names a project. */
export const isOnSite = (file: Pick<CaseFile, 'project'>): boolean =>
  file.project.name !== null || file.project.site !== null;

const named = 'named:';
// Parties of a building site that the record does not hold yet: suggested so that somebody asks about them.
const absent: readonly Capacity[] = ['general-contractor', 'developer'];

/** What the rules suggest, as the respondent it would add. */
export interface Suggested {
  readonly suggestion: CoPartySuggestion;
  readonly respondent: RespondentForm;
}

/** Whom the co-party rules would name beside the employer and who is not named yet. Nothing without an employer. */
export function suggestedRespondents(
  respondents: readonly RespondentForm[],
  onSite: boolean,
  migrantWorkers: boolean,
): Suggested[] {
  const at = respondents.findIndex((r) => r.capacity === 'employer' || r.capacity === 'foreman');
  const employer = respondents[at];
  if (!employer || employer.name.trim() === '') return [];
  const chain: ChainMember[] = respondents.map((r, i) => ({
    id: `${named}${i}`,
    capacity: toRule[r.capacity],
    kind: r.kind === 'person' ? 'person' : 'unit',
    qualified: r.kind === 'person' ? false : null,
  }));
  if (onSite) {
    for (const capacity of absent) {
      if (!respondents.some((r) => r.capacity === capacity))
        chain.push({ id: capacity, capacity: toRule[capacity], kind: 'unit', qualified: null });
    }
  }
  const giver = chain.find(
    (m) => ['subcontractor', 'general-contractor'].includes(m.capacity) && m.id !== `${named}${at}`,
  );
  const suggestions = suggestCoParties({
    employer: {
      id: `${named}${at}`,
      kind: employer.kind === 'person' ? 'person' : 'unit',
      registration: employer.status === 'unknown' ? null : employer.status,
      qualified: employer.kind === 'person' ? false : null,
    },
    chain,
    construction: onSite,
    migrantWorkers,
    contractedBy: giver?.id ?? null,
    nameOf: null,
    assigned: false,
    developerOwesProjectMoney: null,
  });
  const seen = new Set<Capacity>();
  // One suggestion for each party: the ground that holds as the record stands before one that rests on a fact unknown.
  const byCertainty = [...suggestions].sort((a, b) => Number(b.certain) - Number(a.certain));
  return byCertainty.flatMap((suggestion) => {
    const capacity = fromRule[suggestion.capacity];
    if (!capacity || seen.has(capacity) || suggestion.partyId?.startsWith(named)) return [];
    seen.add(capacity);
    return [
      {
        suggestion,
        respondent: emptyRespondent({ capacity, footing: footings[suggestion.footing] }),
      },
    ];
  });
}
