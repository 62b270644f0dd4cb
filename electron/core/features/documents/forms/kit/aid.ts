import type { Applicant, FilingFacts } from '../../../../../../shared/features/documents/filing-facts.ts';
import {
  aidAgencyTopic,
  aidApplicantTopic,
  aidAssignmentTopic,
  aidDecisionTopic,
  aidMatterTopic,
} from '../../../../../../shared/features/documents/particulars/legal-aid.ts';
import type { Block, Signature } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, emboldened, text } from './draft.ts';
import { type BuiltForm, finish, handDate, plain, signature } from './paper.ts';
import { readTopic } from './particulars.ts';
import { subjectName } from './parties.ts';

// What the papers of legal aid have in common: the agency, who is assigned, and who is exempt from the means test.

/** The name on the agency's seal; the office that draws up the papers where none is entered. */
export function agencyName(facts: FilingFacts, draft: Draft): Content {
  const own = readTopic(draft, facts, aidAgencyTopic);
  return own.values.name === null && facts.preparedBy !== null
    ? text(facts.preparedBy)
    : own.need('name', { widthEm: 14 });
}

/** A paper of the agency, with its name over the title, in the measures of an official paper. */
export function aidPaper(
  facts: FilingFacts,
  draft: Draft,
  options: { readonly title: string; readonly blocks: readonly Block[] },
): BuiltForm {
  return finish(draft, {
    ...options,
    language: draft.language,
    profile: 'gongwen',
    above: [plain(emboldened(agencyName(facts, draft)), { align: 'center', sizePt: 18, keepWithNext: true })],
  });
}

/** The agency's name and the date, with room for its seal. */
export function agencySeal(facts: FilingFacts, draft: Draft, date?: Content): Signature {
  return { ...signature([agencyName(facts, draft), date ?? handDate(draft.common)]), seal: true };
}

/** Who handles the matter: as assigned, else the agent of the workers. */
export function assigned(facts: FilingFacts, draft: Draft) {
  const own = readTopic(draft, facts, aidAssignmentTopic);
  const at = facts.agents.findIndex((agent) => agent.party === null);
  const agent = facts.agents[at];
  const ofAgent = (key: 'name' | 'firm' | 'licenceNo' | 'phone', widthEm: number): Content =>
    agent
      ? draft.need(`agents.${at}.${key}`, agent[key], key, {
          subject: subjectName(draft.common, 'agent', agent.name, at),
          widthEm,
        })
      : draft.gap('agents', 'agents', { widthEm });
  const { firm, lawyer } = own.values;
  return {
    firm: firm === null ? ofAgent('firm', 12) : text(firm),
    lawyer: lawyer === null ? ofAgent('name', 5) : text(lawyer),
    // Somebody else than the agent on record has a licence that the record does not know.
    licence: (): Content =>
      lawyer === null || lawyer === agent?.name ? ofAgent('licenceNo', 10) : [{ kind: 'blank', widthEm: 10 }],
    phone: (): Content => ofAgent('phone', 8),
  };
}

/** 办案机关: as entered, else the commission of the case. */
export function organOf(facts: FilingFacts, draft: Draft): Content {
  const { organ } = readTopic(draft, facts, aidMatterTopic).values;
  return organ === null
    ? draft.need('tribunal.sealName', facts.tribunal.sealName, 'sealName', { widthEm: 12 })
    : text(organ);
}

/** The number of the decision that grants aid. */
export const decisionNumber = (facts: FilingFacts, draft: Draft): Content =>
  readTopic(draft, facts, aidDecisionTopic).need('number', { widthEm: 8 });

/** Migrant workers who claim pay or damages for an injury need no means test (法律援助法 art. 42 item 3). */
export function migrantExempt(facts: FilingFacts, worker: Applicant): boolean {
  return (
    worker.isMigrant === true &&
    facts.claims.some((c) =>
      ['unpaid-wages', 'overtime-pay', 'minimum-wage-difference', 'double-wage', 'work-injury'].includes(
        c.kind,
      ),
    )
  );
}

/** Why an applicant is exempt from the means test; null where the means are to be stated. */
export function exemption(facts: FilingFacts, worker: Applicant, draft: Draft) {
  const { exempt } = readTopic(draft, facts, aidApplicantTopic, worker.id).values;
  if (exempt !== null) return exempt === 'none' ? null : exempt;
  return migrantExempt(facts, worker) ? 'migrant' : null;
}

/** What an application came to last; an objection that was upheld gives the aid that was refused. */
const turns: readonly string[] = ['aid-applied', 'aid-granted', 'aid-refused', 'aid-objection-upheld'];

/** Whether aid is refused: by the decision on record, or by a ground of refusal entered before there is one. */
export function aidRefused(facts: FilingFacts): boolean {
  const last = facts.events.findLast((e) => turns.includes(e.type))?.type;
  if (last === 'aid-granted' || last === 'aid-objection-upheld') return false;
  const ground = facts.particulars.case[aidDecisionTopic.id]?.entered.refusal ?? null;
  return last === 'aid-refused' || ground !== null;
}
