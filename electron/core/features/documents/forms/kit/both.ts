import type { FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import type { Block } from '../../../../../paper/model/blocks.ts';
import { blank, type Content, type Draft, fill, fillText, text } from './draft.ts';
import { handDate, isCollective, needsRoster, prose, signature } from './paper.ts';
import { agentBlock, partyName, respondentBlock, respondentName, thirdPartyBlock } from './parties.ts';
import { makersAgents, makersInFull, makersOf } from './request.ts';
import { partiesOf, unitFiles } from './sides.ts';

// Papers that stand between the parties: all of them in full, all of them sign.

/** Those who file first, then the others and third parties, with agents and all particulars. */
export function partiesInFull(facts: FilingFacts, draft: Draft): Block[] {
  const { role } = draft.common;
  const unit = unitFiles(facts);
  const workers = makersInFull(
    facts,
    makersOf(facts, unit ? 'respondent' : 'applicant'),
    role.applicant,
    draft,
  );
  const agents = makersAgents(facts, makersOf(facts, unit ? 'applicant' : 'respondent'));
  const units: Block[] = [
    ...(facts.respondents.length === 0
      ? [prose(draft.gap('respondents', 'respondents', { widthEm: 20 }))]
      : facts.respondents.flatMap((_, i) => respondentBlock(facts, i, draft))),
    ...agents.map((_, i) => agentBlock(agents, i, draft)),
  ];
  return [
    ...(unit ? [...units, ...workers] : [...workers, ...units]),
    ...facts.thirdParties.flatMap((_, i) => thirdPartyBlock(facts, i, draft)),
  ];
}

/** One line for each worker, or for the representatives of a group; a unit seals and its head signs. */
function partyLines(facts: FilingFacts, draft: Draft): { workers: Content[]; units: Content[] } {
  const { common } = draft;
  const { request, role } = common;
  const line = (label: string): Content => [...text(label), blank(9)];
  const each = fillText(request.sign, { role: role.applicant });
  const workers = needsRoster(facts)
    ? [line(isCollective(facts) ? fillText(request.signRepresentatives, { role: role.applicant }) : each)]
    : Array.from({ length: Math.max(1, facts.applicants.length) }, () => line(each));
  const units = partiesOf(facts).flatMap(({ party, role: kind, index }): Content[] => {
    const label = role[kind];
    if (party.kind === 'person') return [line(fillText(request.sign, { role: label }))];
    const head = fillText(common.signRepresentative, {
      role: common.representative[party.organisation.representative.kind],
    });
    const name = kind === 'respondent' ? respondentName(facts, index, draft) : text(partyName(party) ?? '');
    return [fill(request.seal, { role: label, name }), line(head)];
  });
  return { workers, units };
}

/** Every party's signature, those who file first, each side with its date; a single unit has room for its seal. */
export function partiesSignature(facts: FilingFacts, draft: Draft): Block[] {
  const { workers, units } = partyLines(facts, draft);
  const date = handDate(draft.common);
  const alone = partiesOf(facts).length === 1 && facts.respondents[0]?.party.kind === 'organisation';
  const ofWorkers: Block[] = [signature([...workers, date])];
  const ofUnits: Block[] =
    units.length === 0 ? [] : [{ ...signature([...units, date]), ...(alone ? { seal: true } : {}) }];
  return unitFiles(facts) ? [...ofUnits, ...ofWorkers] : [...ofWorkers, ...ofUnits];
}
