import type {
  FilingFacts,
  NaturalPerson,
  Organisation,
  Party,
} from '../../../../../../../shared/features/documents/filing-facts.ts';
import { type Content, type Draft, fill, fillText, text } from '../../kit/draft.ts';
import { longDate } from '../../kit/format.ts';
import { isCollective, needsRoster, rosterTitle } from '../../kit/paper.ts';
import {
  agentParticulars,
  applicantName,
  applicantNames,
  doubtProjectOffice,
  employerIndex,
  numberedRole,
  partyName,
  respondentName,
  subjectName,
} from '../../kit/parties.ts';
import { filingAgents, unitFiles } from '../../kit/sides.ts';
import type { FieldName } from '../../kit/wording.ts';
import type { ApplicationWording } from '../index.ts';
import { representativeLine, representatives } from '../parts.ts';
import { type ElementRow, field, inLine, ticks } from './rows.ts';

function personLines(
  person: NaturalPerson,
  path: string,
  subject: string,
  words: ApplicationWording,
  draft: Draft,
): { readonly sex: Content; readonly lines: readonly Content[] } {
  const { common } = draft;
  const e = words.element;
  const need = (name: keyof NaturalPerson & FieldName, value: string | null, widthEm: number): Content =>
    draft.need(`${path}.${name}`, value, name, { subject, widthEm });
  const boxes = ticks(
    [
      [common.sex.male, person.sex === 'male'],
      [common.sex.female, person.sex === 'female'],
    ],
    e,
  );
  const sex = person.sex === null ? [...boxes, ...need('sex', null, 3)] : boxes;
  return {
    sex: field(e.sex, sex, draft),
    lines: [
      inLine(
        [
          field(e.birth, need('birth', person.birth && longDate(person.birth, common), 7), draft),
          field(e.ethnicity, person.ethnicity ?? '', draft),
        ],
        e,
      ),
      field(e.domicile, need('domicile', person.domicile, 14), draft),
      field(e.residence, person.residence ?? '', draft),
      field(e.mailAddress, need('mailAddress', person.mailAddress, 14), draft),
      inLine(
        [
          field(e.idType, need('idType', person.idType && common.idType[person.idType], 6), draft),
          field(e.idNumber, need('idNumber', person.idNumber, 11), draft),
        ],
        e,
      ),
      field(e.phone, need('phone', person.phone, 8), draft),
    ],
  };
}

function applicantRows(
  facts: FilingFacts,
  index: number,
  words: ApplicationWording,
  draft: Draft,
): ElementRow[] {
  const applicant = facts.applicants[index];
  if (!applicant) return [];
  const { common } = draft;
  const e = words.element;
  const path = `applicants.${index}`;
  const subject = subjectName(common, 'applicant', applicant.name, index);
  const name = field(e.name, applicantName(applicant, index, draft), draft);
  const { sex, lines } = personLines(applicant, path, subject, words, draft);
  const post = draft.need(`${path}.job.post`, applicant.occupation ?? applicant.job.post, 'post', {
    subject,
    widthEm: 6,
  });
  const workUnit = applicant.workUnit ?? respondentName(facts, employerIndex(facts.respondents), draft);
  const role = numberedRole(common, 'applicant', index, facts.applicants.length);
  const rows: ElementRow[] = [
    {
      label: fillText(e.naturalPerson, { role }),
      lines: [
        inLine([name, sex], e),
        ...lines,
        inLine([field(e.workUnit, workUnit, draft), field(e.post, post, draft)], e),
      ],
    },
  ];
  const { guardian } = applicant;
  if (guardian) {
    const need = (key: 'name' | 'relation' | 'phone', label: FieldName): Content =>
      draft.need(`${path}.guardian.${key}`, guardian[key], label, { subject, widthEm: 6 });
    rows.push({
      label: common.role.guardian,
      lines: [
        inLine(
          [
            field(e.name, need('name', 'guardianName'), draft),
            field(e.relation, need('relation', 'guardianRelation'), draft),
          ],
          e,
        ),
        inLine(
          [
            field(e.idNumber, guardian.idNumber ?? '', draft),
            field(e.phone, need('phone', 'guardianPhone'), draft),
          ],
          e,
        ),
      ],
    });
  }
  return rows;
}

function everyWorker(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  return facts.applicants.flatMap((_, i) => applicantRows(facts, i, words, draft));
}

function allApplicants(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const { common } = draft;
  if (facts.applicants.length === 0) {
    const lines = [draft.gap('applicants', 'applicants', { widthEm: 20 })];
    return [{ label: common.role.applicant, lines }];
  }
  if (!needsRoster(facts)) return everyWorker(facts, words, draft);
  const rows: ElementRow[] = [
    {
      label: common.role.applicant,
      lines: [
        fill(words.applicantsInRoster, {
          names: applicantNames(facts, draft),
          roster: rosterTitle(facts, words),
        }),
      ],
    },
  ];
  if (!isCollective(facts)) return rows;
  const list = representatives(facts);
  const lines =
    list.length === 0
      ? [draft.gap('representation.applicantIds', 'representatives', { widthEm: 18 })]
      : list.map((at) => representativeLine(facts, at, words, draft));
  return [...rows, { label: common.role.representative, lines }];
}

function agentRow(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow {
  const { common } = draft;
  const e = words.element;
  const agents = filingAgents(facts);
  const some = agents.length > 0;
  const choice = ticks(
    [
      [e.has, some],
      [e.hasNot, !some],
    ],
    e,
  );
  const lines = agents.flatMap(({ agent, index }): Content[] => {
    const p = agentParticulars(agent, index, draft);
    const boxes = ticks(
      [
        [common.agentMode.general, agent.mode === 'general'],
        [common.agentMode.special, agent.mode === 'special'],
      ],
      e,
    );
    const optional = (label: string, value: Content | null): Content[] =>
      value === null ? [] : [field(label, value, draft)];
    const credentials = [
      ...optional(e.licenceNo, p.licenceNo),
      ...optional(agent.kind === 'employee' ? e.representativeTitle : e.relation, p.relation),
      ...optional(e.idNumber, p.idNumber),
    ];
    return [
      inLine([field(e.name, p.name, draft), field(e.agentKind, p.kind, draft)], e),
      ...(p.firm ? [field(e.firm, p.firm, draft)] : []),
      inLine([...credentials, field(e.phone, p.phone, draft)], e),
      // What the mode reads without a record is a gap: it stands beside the empty boxes.
      field(e.mandate, agent.mode === null ? [...boxes, ...p.mode] : boxes, draft),
    ];
  });
  return { label: common.role.agent, lines: [choice, ...lines] };
}

function unitLines(
  unit: Organisation,
  path: string,
  subject: string,
  words: ApplicationWording,
  draft: Draft,
): Content[] {
  const e = words.element;
  const { representative } = unit;
  const need = (name: string, value: string | null, label: FieldName, widthEm: number): Content =>
    draft.need(`${path}.${name}`, value, label, { subject, widthEm });
  return [
    field(e.unitName, need('name', unit.name, 'unitName', 14), draft),
    field(e.orgDomicile, need('domicile', unit.domicile, 'orgDomicile', 14), draft),
    field(e.mailAddress, need('mailAddress', unit.mailAddress, 'mailAddress', 14), draft),
    inLine(
      [
        field(
          draft.common.representative[representative.kind],
          need('representative.name', representative.name, 'representativeName', 6),
          draft,
        ),
        field(
          e.representativeTitle,
          need('representative.title', representative.title, 'representativeTitle', 6),
          draft,
        ),
        field(e.phone, need('phone', unit.phone, 'phone', 8), draft),
      ],
      e,
    ),
    field(e.uscc, need('uscc', unit.uscc, 'uscc', 11), draft),
  ];
}

function partyRow(
  party: Party,
  path: string,
  role: 'respondent' | 'thirdParty',
  index: number,
  count: number,
  capacity: Content,
  words: ApplicationWording,
  draft: Draft,
): ElementRow {
  const { common } = draft;
  const e = words.element;
  const subject = subjectName(common, role, partyName(party), index);
  const named = numberedRole(common, role, index, count);
  const footing = field(e.capacity, capacity, draft);
  if (party.kind === 'organisation') {
    const lines = unitLines(party.organisation, `${path}.organisation`, subject, words, draft);
    return { label: fillText(e.unit, { role: named }), lines: [...lines, footing] };
  }
  const inner = `${path}.person`;
  const name = draft.need(`${inner}.name`, party.person.name, 'name', { subject, widthEm: 5 });
  const { sex, lines } = personLines(party.person, inner, subject, words, draft);
  return {
    label: fillText(e.naturalPerson, { role: named }),
    lines: [inLine([field(e.name, name, draft), sex], e), ...lines, footing],
  };
}

function respondentRows(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const { common } = draft;
  if (facts.respondents.length === 0) {
    const lines = [draft.gap('respondents', 'respondents', { widthEm: 20 })];
    return [{ label: common.role.respondent, lines }];
  }
  return facts.respondents.map((respondent, i) => {
    doubtProjectOffice(respondent, i, draft);
    const subject = subjectName(common, 'respondent', partyName(respondent.party), i);
    const capacity = draft.need(
      `respondents.${i}.capacity`,
      respondent.capacity && common.capacity[respondent.capacity],
      'capacity',
      { subject, widthEm: 6 },
    );
    const count = facts.respondents.length;
    return partyRow(
      respondent.party,
      `respondents.${i}.party`,
      'respondent',
      i,
      count,
      capacity,
      words,
      draft,
    );
  });
}

/** 当事人信息: who applies, who acts, against whom, on what cause. */
export function partyRows(facts: FilingFacts, words: ApplicationWording, draft: Draft): ElementRow[] {
  const { common } = draft;
  const thirds = facts.thirdParties.map(({ party, capacity }, i) => {
    const count = facts.thirdParties.length;
    const as = text(capacity ? common.capacity[capacity] : '');
    return partyRow(party, `thirdParties.${i}.party`, 'thirdParty', i, count, as, words, draft);
  });
  const agents = agentRow(facts, words, draft);
  const sides = unitFiles(facts)
    ? [...respondentRows(facts, words, draft), agents, ...everyWorker(facts, words, draft)]
    : [...allApplicants(facts, words, draft), agents, ...respondentRows(facts, words, draft)];
  return [
    ...sides,
    ...thirds,
    { label: words.cause, lines: [draft.need('matter.cause', facts.matter.cause, 'cause', { widthEm: 12 })] },
  ];
}
