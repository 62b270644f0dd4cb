import type {
  Agent,
  Applicant,
  FilingFacts,
  NaturalPerson,
  Organisation,
  Party,
  Respondent,
} from '../../../../../../shared/features/documents/filing-facts.ts';
import { chineseNumeral } from '../../../../../../shared/law/words/numerals.ts';
import type { Paragraph } from '../../../../../paper/model/blocks.ts';
import { type Content, type Draft, emboldened, fill, fillText, joined, type Slot, text } from './draft.ts';
import { longDate } from './format.ts';
import type { NumberedAgent } from './sides.ts';
import type { CommonWording, FieldName } from './wording.ts';

/** Counts parties from one: 被申请人一, Respondent 1. */
function count1(index: number, common: CommonWording): string {
  return common.language === 'en' ? String(index + 1) : chineseNumeral(index + 1);
}

type RoleName = 'applicant' | 'respondent' | 'thirdParty' | 'representative' | 'agent' | 'witness';

/** `申请人张某`, for a warning; `申请人2` while the name is missing. */
export function subjectName(
  common: CommonWording,
  role: RoleName,
  name: string | null,
  index: number,
): string {
  return name === null
    ? fillText(common.role.numbered, { role: common.role[role], n: count1(index, common) })
    : fillText(common.role.named, { role: common.role[role], name });
}

export function partyName(party: Party): string | null {
  return party.kind === 'organisation' ? party.organisation.name : party.person.name;
}

export function partyId(party: Party): string {
  return party.kind === 'organisation' ? party.organisation.id : party.person.id;
}

/** The name of a respondent inside a sentence. */
export function respondentName(facts: FilingFacts, index: number, draft: Draft): Content {
  const party = facts.respondents[index]?.party;
  if (!party) return draft.gap('respondents', 'respondents', { widthEm: 14 });
  const inner = party.kind === 'organisation' ? 'organisation' : 'person';
  return draft.need(
    `respondents.${index}.party.${inner}.name`,
    partyName(party),
    party.kind === 'organisation' ? 'unitName' : 'name',
    { subject: subjectName(draft.common, 'respondent', partyName(party), index), widthEm: 14 },
  );
}

/** Every respondent's name, joined; one gap when none is recorded. */
export function respondentNames(facts: FilingFacts, draft: Draft): Content {
  const { common } = draft;
  const names =
    facts.respondents.length === 0
      ? [respondentName(facts, 0, draft)]
      : facts.respondents.map((_, i) => respondentName(facts, i, draft));
  return joined(names, common.listComma, common.listAnd);
}

export function applicantName(applicant: Applicant, index: number, draft: Draft): Content {
  return draft.need(`applicants.${index}.name`, applicant.name, 'name', {
    subject: subjectName(draft.common, 'applicant', applicant.name, index),
    widthEm: 5,
  });
}

/** 张某、李某 for up to three applicants, 张某等24人 for more. */
export function applicantNames(facts: FilingFacts, draft: Draft): Content {
  const { common } = draft;
  const first = facts.applicants[0];
  if (!first) return draft.gap('applicants', 'applicants', { widthEm: 8 });
  if (facts.applicants.length > 3) {
    return fill(common.etAl, {
      name: applicantName(first, 0, draft),
      count: String(facts.applicants.length),
    });
  }
  return joined(
    facts.applicants.map((applicant, i) => applicantName(applicant, i, draft)),
    common.listComma,
    common.listAnd,
  );
}

function paragraph(content: Content): Paragraph {
  return { kind: 'paragraph', content, align: 'justify', indentEm: 2 };
}

/** P-NAT in one sentence: identity, addresses, phone; what a law asks for and the record lacks becomes a gap. */
function personParts(person: NaturalPerson, path: string, subject: string, draft: Draft): Content[] {
  const { common } = draft;
  const words = common.party;
  const need = (name: keyof NaturalPerson & FieldName, value: string | null, widthEm: number): Content =>
    draft.need(`${path}.${name}`, value, name, { subject, widthEm });
  const parts: Content[] = [fill(words.sex, { value: need('sex', person.sex && common.sex[person.sex], 3) })];
  if (person.ethnicity !== null) parts.push(fill(words.ethnicity, { value: person.ethnicity }));
  parts.push(
    fill(words.birth, { value: need('birth', person.birth && longDate(person.birth, common), 7) }),
    fill(words.id, {
      type: need('idType', person.idType && common.idType[person.idType], 6),
      value: need('idNumber', person.idNumber, 11),
    }),
    fill(words.domicile, { value: need('domicile', person.domicile, 14) }),
  );
  if (person.residence !== null) parts.push(fill(words.residence, { value: person.residence }));
  parts.push(
    fill(words.mailAddress, { value: need('mailAddress', person.mailAddress, 14) }),
    fill(words.phone, { value: need('phone', person.phone, 8) }),
  );
  return parts;
}

function unitParts(unit: Organisation, path: string, subject: string, draft: Draft): Content[] {
  const words = draft.common.party;
  const need = (name: string, value: string | null, field: FieldName, widthEm: number): Content =>
    draft.need(`${path}.${name}`, value, field, { subject, widthEm });
  return [
    fill(words.uscc, { value: need('uscc', unit.uscc, 'uscc', 11) }),
    fill(words.orgDomicile, { value: need('domicile', unit.domicile, 'orgDomicile', 14) }),
    fill(words.mailAddress, { value: need('mailAddress', unit.mailAddress, 'mailAddress', 14) }),
    fill(words.phone, { value: need('phone', unit.phone, 'phone', 8) }),
  ];
}

function representativeLine(unit: Organisation, path: string, subject: string, draft: Draft): Paragraph {
  const { common } = draft;
  const { representative } = unit;
  const name = draft.need(`${path}.representative.name`, representative.name, 'representativeName', {
    subject,
    widthEm: 6,
  });
  const title = draft.need(`${path}.representative.title`, representative.title, 'representativeTitle', {
    subject,
    widthEm: 6,
  });
  return paragraph(
    sentence(
      [
        fill(common.labelled, { label: common.representative[representative.kind], value: name }),
        fill(common.party.title, { value: title }),
      ],
      common,
    ),
  );
}

/** Parts joined by commas and closed by a full stop. */
export function sentence(parts: readonly Content[], common: CommonWording): Content {
  return [...joined(parts, common.comma), ...text(common.stop)];
}

/** A role label in bold with a colon, for example 被申请人（用人单位）：. */
function lead(label: Slot, name: Content, common: CommonWording): Content {
  const role = typeof label === 'string' ? text(label) : label;
  return fill(common.labelled, { label: emboldened(role), value: emboldened(name) });
}

/** One applicant with all particulars, and the guardian if there is one. */
export function applicantBlock(facts: FilingFacts, index: number, label: string, draft: Draft): Paragraph[] {
  const { common } = draft;
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const path = `applicants.${index}`;
  const subject = subjectName(common, 'applicant', applicant.name, index);
  const occupation = applicant.occupation ?? applicant.job.post;
  const workUnit = applicant.workUnit
    ? text(applicant.workUnit)
    : respondentName(facts, employerIndex(facts.respondents), draft);
  const parts = [
    lead(label, applicantName(applicant, index, draft), common),
    ...personParts(applicant, path, subject, draft),
    fill(common.party.occupation, {
      value: draft.need(`${path}.job.post`, occupation, 'post', { subject, widthEm: 6 }),
    }),
    fill(common.party.workUnit, { value: workUnit }),
  ];
  const out = [paragraph(sentence(parts, common))];
  const guardian = applicant.guardian;
  if (guardian) {
    const need = (name: 'name' | 'relation' | 'phone', field: FieldName): Content =>
      draft.need(`${path}.guardian.${name}`, guardian[name], field, { subject, widthEm: 6 });
    const guardianParts = [
      lead(common.role.guardian, need('name', 'guardianName'), common),
      fill(common.party.relation, { value: need('relation', 'guardianRelation') }),
    ];
    if (guardian.idNumber !== null) {
      guardianParts.push(
        fill(common.party.id, { type: common.idType['resident-id'], value: guardian.idNumber }),
      );
    }
    guardianParts.push(fill(common.party.phone, { value: need('phone', 'guardianPhone') }));
    out.push(paragraph(sentence(guardianParts, common)));
  }
  return out;
}

/** A party on the unit's side or a third party with all particulars. */
export function partyBlock(
  party: Party,
  path: string,
  role: 'respondent' | 'thirdParty',
  label: Slot,
  index: number,
  draft: Draft,
): Paragraph[] {
  const { common } = draft;
  const subject = subjectName(common, role, partyName(party), index);
  if (party.kind === 'organisation') {
    const unit = party.organisation;
    const inner = `${path}.organisation`;
    const name = draft.need(`${inner}.name`, unit.name, 'unitName', { subject, widthEm: 14 });
    return [
      paragraph(sentence([lead(label, name, common), ...unitParts(unit, inner, subject, draft)], common)),
      representativeLine(unit, inner, subject, draft),
    ];
  }
  const inner = `${path}.person`;
  const name = draft.need(`${inner}.name`, party.person.name, 'name', { subject, widthEm: 5 });
  return [
    paragraph(
      sentence([lead(label, name, common), ...personParts(party.person, inner, subject, draft)], common),
    ),
  ];
}

/** A 项目部 is no party: the unit that set it up is. */
export function doubtProjectOffice(respondent: Respondent, index: number, draft: Draft): void {
  const name = partyName(respondent.party);
  if (respondent.party.kind === 'organisation' && name !== null && /(项目|工程|经理)部$/.test(name)) {
    draft.warn(`respondents.${index}.party.organisation.name`, 'rule', 'advice', 'projectOffice', { name });
  }
}

/** A respondent with its capacity in brackets; the number appears when there are several. */
export function respondentBlock(facts: FilingFacts, index: number, draft: Draft): Paragraph[] {
  const respondent = facts.respondents[index];
  if (!respondent) return [];
  const { common } = draft;
  const path = `respondents.${index}`;
  const subject = subjectName(common, 'respondent', partyName(respondent.party), index);
  doubtProjectOffice(respondent, index, draft);
  const capacity = respondent.capacity
    ? common.capacity[respondent.capacity]
    : draft.gap(`${path}.capacity`, 'capacity', { subject, widthEm: 6 });
  const base = numberedRole(common, 'respondent', index, facts.respondents.length);
  const head = fill(common.bracketed, { text: base, note: capacity });
  return partyBlock(respondent.party, `${path}.party`, 'respondent', head, index, draft);
}

export function thirdPartyBlock(facts: FilingFacts, index: number, draft: Draft): Paragraph[] {
  const third = facts.thirdParties[index];
  if (!third) return [];
  const { common } = draft;
  const base = numberedRole(common, 'thirdParty', index, facts.thirdParties.length);
  const head = third.capacity
    ? fill(common.bracketed, { text: base, note: common.capacity[third.capacity] })
    : text(base);
  return partyBlock(third.party, `thirdParties.${index}.party`, 'thirdParty', head, index, draft);
}

/** 被申请人 for one, 被申请人一 … for several; English: Respondent 1. */
export function numberedRole(common: CommonWording, role: RoleName, index: number, count: number): string {
  return count === 1
    ? common.role[role]
    : fillText(common.role.numbered, { role: common.role[role], n: count1(index, common) });
}

const firmKinds = new Set(['lawyer', 'legal-aid-lawyer', 'grassroots-legal-worker']);

/** True for agents who appear with a licence and a firm's letter. */
function isLicensed(agent: Agent): boolean {
  return agent.kind !== null && firmKinds.has(agent.kind);
}

export interface AgentParticulars {
  readonly name: Content;
  readonly kind: Content;
  readonly firm: Content | null;
  readonly licenceNo: Content | null;
  readonly idNumber: Content | null;
  readonly relation: Content | null;
  readonly phone: Content;
  readonly mode: Content;
}

/**
 * What a paper must say of an agent: licensed ones show firm and licence, others their identity card and their
 * tie to the party (民诉法解释 art. 88).
 */
export function agentParticulars(agent: Agent, index: number, draft: Draft): AgentParticulars {
  const { common } = draft;
  const path = `agents.${index}`;
  const subject = subjectName(common, 'agent', agent.name, index);
  const need = (name: keyof Agent & FieldName, value: string | null, widthEm: number): Content =>
    draft.need(`${path}.${name}`, value, name, { subject, widthEm });
  const licensed = isLicensed(agent);
  const optional = (value: string | null): Content | null => (value === null ? null : text(value));
  return {
    name: need('name', agent.name, 6),
    kind: draft.need(`${path}.kind`, agent.kind && common.agentKind[agent.kind], 'agentKind', {
      subject,
      widthEm: 6,
    }),
    firm:
      licensed || agent.kind === 'recommended-citizen' ? need('firm', agent.firm, 12) : optional(agent.firm),
    licenceNo: licensed ? need('licenceNo', agent.licenceNo, 10) : optional(agent.licenceNo),
    idNumber:
      licensed || agent.kind === null ? optional(agent.idNumber) : need('idNumber', agent.idNumber, 11),
    relation:
      agent.kind === 'relative' || agent.kind === 'employee'
        ? need('relation', agent.relation, 6)
        : optional(agent.relation),
    phone: need('phone', agent.phone, 8),
    mode: need('mode', agent.mode && common.agentMode[agent.mode], 6),
  };
}

/** The agent's line in an application: name, unit, licence, phone and kind of mandate. */
export function agentBlock(agents: readonly NumberedAgent[], at: number, draft: Draft): Paragraph {
  const found = agents[at];
  const { common } = draft;
  if (!found) return paragraph([]);
  const p = agentParticulars(found.agent, found.index, draft);
  const words = common.party;
  const parts: Content[] = [
    lead(numberedRole(common, 'agent', at, agents.length), p.name, common),
    p.firm ? joined([p.firm, p.kind], common.unitAndPost) : p.kind,
  ];
  if (p.licenceNo) parts.push(fill(words.licenceNo, { value: p.licenceNo }));
  const tie = found.agent.kind === 'employee' ? words.title : words.relation;
  if (p.relation) parts.push(fill(tie, { value: p.relation }));
  if (p.idNumber) {
    parts.push(fill(words.id, { type: common.idType['resident-id'], value: p.idNumber }));
  }
  parts.push(fill(words.phone, { value: p.phone }), fill(words.mandate, { value: p.mode }));
  return paragraph(sentence(parts, common));
}

/** Index of the first respondent that is the employer; 0 when none says so. */
export function employerIndex(respondents: readonly Respondent[]): number {
  const at = respondents.findIndex((r) => r.capacity === 'employer' || r.capacity === 'dispatch-agency');
  return Math.max(at, 0);
}
