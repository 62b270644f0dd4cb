import type {
  Agent,
  FilingFacts,
  Party,
  Respondent,
  ThirdParty,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { type Content, joined } from './draft.ts';
import { plain } from './paper.ts';
import { partyId } from './parties.ts';
import type { CommonWording, FormWording } from './wording.ts';

/** Whether a unit files against workers; as a rule it is the other way about. */
export function unitFiles(facts: FilingFacts): boolean {
  return facts.applicantSide === 'unit';
}

/**
 * The words of a case in which the unit files: what is called 申请人 is then called 被申请人 and the other way about.
 * So every block names and warns of a party by the role that it has in this case.
 */
export function sided<W>(wording: FormWording<W>, facts: FilingFacts): FormWording<W> {
  if (!unitFiles(facts)) return wording;
  const { common } = wording;
  const swapped: CommonWording = {
    ...common,
    role: { ...common.role, applicant: common.role.respondent, respondent: common.role.applicant },
    fields: {
      ...common.fields,
      applicants: common.fields.respondents,
      respondents: common.fields.applicants,
    },
    everyApplicant: common.everyRespondent,
  };
  return { ...wording, common: swapped };
}

export interface NumberedAgent {
  readonly agent: Agent;
  /** Place in the facts. */
  readonly index: number;
}

/** Agents who act for this worker or party, with their places in the record. */
export function agentsOf(facts: FilingFacts, principalId: string): NumberedAgent[] {
  const worker = facts.applicants.some((a) => a.id === principalId);
  return facts.agents
    .map((agent, index) => ({ agent, index }))
    .filter(({ agent }) =>
      worker
        ? agent.party === null && (agent.principals === null || agent.principals.includes(principalId))
        : agent.party === principalId,
    );
}

/** Agents of those who file: the only ones that an application names. */
export function filingAgents(facts: FilingFacts): NumberedAgent[] {
  const parties = new Set(facts.respondents.map((r) => partyId(r.party)));
  return facts.agents
    .map((agent, index) => ({ agent, index }))
    .filter(({ agent }) =>
      unitFiles(facts) ? agent.party !== null && parties.has(agent.party) : agent.party === null,
    );
}

export interface PlacedParty {
  readonly party: Party;
  /** `respondents.0.party`, `thirdParties.1.party`. */
  readonly path: string;
  readonly role: 'respondent' | 'thirdParty';
  readonly index: number;
}

/** Everybody on the side of the unit, and the third parties, with their places in the facts. */
export function partiesOf(facts: FilingFacts): PlacedParty[] {
  const placed =
    (role: 'respondent' | 'thirdParty', list: 'respondents' | 'thirdParties') =>
    ({ party }: Respondent | ThirdParty, index: number): PlacedParty => ({
      party,
      path: `${list}.${index}.party`,
      role,
      index,
    });
  return [
    ...facts.respondents.map(placed('respondent', 'respondents')),
    ...facts.thirdParties.map(placed('thirdParty', 'thirdParties')),
  ];
}

/**
 * Over a table: who it is against, and what else there is to say in one line. Every name stands there; two at most
 * share the line, more have a paragraph of their own, in a smaller size when it would grow over a fifth of the page.
 */
export function headLines(
  before: readonly Content[],
  others: Content,
  after: readonly Content[],
  count: number,
): Block[] {
  const inLine = joined(count > 2 ? [...before, ...after] : [...before, others, ...after], '　　');
  if (count <= 2) return [plain(inLine, { sizePt: 12 })];
  return [plain(inLine, { sizePt: 12 }), plain(others, { sizePt: count > 5 ? 10.5 : 12, align: 'justify' })];
}
